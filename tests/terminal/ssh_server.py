"""An OpenSSH server on loopback with keys of its own, for one user: whoever runs the tests."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType


def missing() -> str:
    """What an SSH test lacks on this machine, or nothing."""
    wanted = {"sshd": shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:" + os.environ.get("PATH", ""))}
    wanted |= {name: shutil.which(name) for name in ("ssh", "ssh-keygen")}
    lacking = [name for name, path in wanted.items() if path is None]
    return f"{' and '.join(lacking)} not installed" if lacking else ""


class SshServer:
    """A running server; `command` is how a client runs something on it in a terminal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.chmod(0o700)
        for name in ("host", "user"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True
            )
        (folder / "authorized").write_bytes((folder / "user.pub").read_bytes())
        (folder / "authorized").chmod(0o600)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        settings = {
            "ListenAddress": "127.0.0.1", "Port": self.port, "HostKey": folder / "host", "PidFile": "none",
            "AuthorizedKeysFile": folder / "authorized", "StrictModes": "no", "UsePAM": "no",
            "PasswordAuthentication": "no", "PermitRootLogin": "prohibit-password",
        }  # fmt: skip
        (folder / "config").write_text("".join(f"{key} {value}\n" for key, value in settings.items()))
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        sshd = shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:" + os.environ.get("PATH", ""))
        assert sshd is not None
        self._log = (folder / "log").open("wb")
        self._server = subprocess.Popen(
            [sshd, "-D", "-e", "-f", str(folder / "config")], stdout=self._log, stderr=self._log
        )
        self._wait()

    def command(self, words: Sequence[str]) -> list[str]:
        """The client's command line that runs these words on the server, in a terminal there."""
        options = (
            "IdentitiesOnly=yes", "StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null",
            "LogLevel=ERROR", "EscapeChar=none",
        )  # fmt: skip
        chosen = [word for option in options for word in ("-o", option)]
        return [
            "ssh", "-tt", "-F", "none", "-i", str(self.folder / "user"), "-p", str(self.port), *chosen,
            f"{getpass.getuser()}@127.0.0.1", " ".join(words),
        ]  # fmt: skip

    def close(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait(10)
        self._log.close()

    def __enter__(self) -> SshServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _wait(self) -> None:
        end = time.monotonic() + 10
        while time.monotonic() < end and self._server.poll() is None:
            with socket.socket() as attempt:
                attempt.settimeout(1)
                if attempt.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
        raise AssertionError(f"sshd did not start: {(self.folder / 'log').read_text()}")

"""Runs `briefing` with sockets forbidden, and ends with status 99 when one is asked for.

`python -m tests.hostile.offline COMMANDS` takes a JSON list of commands. What asks the network (a socket, a
name, a connection) is an event that the interpreter tells of, whatever library it comes from; what asks in C
is left to the network namespace.
"""

from __future__ import annotations

import json
import os
import sys

_ASKS = ("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.", "webbrowser.", "ssl.")
_HARMLESS = {"socket.gethostname"}


def forbid() -> None:
    """End the program, for good, when anything asks the network."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_ASKS) and event not in _HARMLESS and not _is_pair(event, arguments):
            os.write(2, f"the network was asked: {event} {arguments!r}\n".encode())
            os._exit(99)

    sys.addaudithook(hook)


def _is_pair(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether it is the pair of unnamed local sockets by which asyncio wakes itself."""
    import socket

    return event == "socket.__new__" and len(arguments) > 1 and arguments[1] == socket.AF_UNIX


def main() -> int:
    """Run the commands one after another; the highest status is given."""
    forbid()
    from tui.commands.program import main as briefing

    return max(briefing(arguments) for arguments in json.loads(sys.argv[1]))


if __name__ == "__main__":
    sys.exit(main())

"""Adding to the user's topics file without losing what they wrote there."""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.model import BriefingError


def toml_text(text: str) -> str:
    """A text as a basic TOML string on one line."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def append(file: Path, table: str) -> None:
    """Put a table at the end of the file, made with its folder where missing; raises BriefingError."""
    with _alone(file):
        text = _read(file)
        gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
        _write(file, text + gap + table)


def put_in_place(file: Path, first: int, last: int, table: str) -> None:
    """Put a table in place of some lines of the file, which stay over it as comments."""
    with _alone(file):
        lines = _read(file).split("\n")
        before = [f"# {line}".rstrip() for line in lines[first - 1 : last]]
        lines[first - 1 : last] = [*before, *table.rstrip("\n").split("\n")]
        _write(file, "\n".join(lines))


def remove(file: Path, table: str) -> bool:
    """Take out the last table that was appended in these very words; False where there is none."""
    if not file.exists():
        return False
    with _alone(file):
        text = _read(file)
        at = text.rfind(table)
        if at < 0:
            return False
        before, after = text[:at], text[at + len(table) :]
        if before.endswith("\n\n") and (not after or after.startswith("\n")):
            before = before[:-1]
        _write(file, before + after)
        return True


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Let no other session change the file meanwhile: what it writes would be lost."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(file.parent / f".{file.name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise BriefingError(f"{file} cannot be written ({error.strerror}); nothing was kept") from error
    try:
        # On a file system without locks two sessions at once are the user's to avoid.
        with suppress(OSError):
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8") if file.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise BriefingError(f"{file} cannot be read ({error}); nothing was written") from error


def _write(file: Path, text: str) -> None:
    """Write the file whole or not at all, so that a crash never costs the user's topics."""
    try:
        target = file.resolve()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".topics-", suffix=".toml")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
                out.write(text)
            if target.exists():
                Path(name).chmod(target.stat().st_mode & 0o777)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise BriefingError(f"{file} cannot be written ({error.strerror}); nothing was kept") from error

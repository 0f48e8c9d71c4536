"""Adding to the user's topics file without losing what they wrote there."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from index.model import BriefingError


def toml_text(text: str) -> str:
    """A text as a basic TOML string on one line."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def append(file: Path, table: str) -> None:
    """Put a table at the end of the file, made with its folder where missing; raises BriefingError."""
    try:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise BriefingError(f"{file} cannot be read ({error}); nothing was written") from error
    gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
    _write(file, text + gap + table)


def put_in_place(file: Path, first: int, last: int, table: str) -> None:
    """Put a table in place of some lines of the file, which stay over it as comments."""
    lines = file.read_text(encoding="utf-8").split("\n")
    before = [f"# {line}".rstrip() for line in lines[first - 1 : last]]
    lines[first - 1 : last] = [*before, *table.rstrip("\n").split("\n")]
    _write(file, "\n".join(lines))


def remove(file: Path, table: str) -> bool:
    """Take out the last table that was appended in these very words; False where there is none."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    except (OSError, UnicodeDecodeError) as error:
        raise BriefingError(f"{file} cannot be read ({error}); nothing was written") from error
    at = text.rfind(table)
    if at < 0:
        return False
    before, after = text[:at], text[at + len(table) :]
    if before.endswith("\n\n") and (not after or after.startswith("\n")):
        before = before[:-1]
    _write(file, before + after)
    return True


def _write(file: Path, text: str) -> None:
    """Write the file whole or not at all, so that a crash never costs the user's topics."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
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

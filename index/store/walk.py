"""Finding the article files of a corpus, and telling which others were passed over and why."""

from __future__ import annotations

import os
import stat
import time
from dataclasses import dataclass
from pathlib import Path

from index.model import BriefingError, Unread
from index.store.changes import FileState, state_of

SUFFIXES: frozenset[str] = frozenset({".txt", ".md", ".html", ".pdf", ".docx", ".epub", ".eml"})
OWN_FILES: frozenset[str] = frozenset({"articles.toml", "topics.toml"})

# A corpus is a folder that someone filled; a tree deeper than this is a mistake (a home folder, a ring).
_DEEPEST = 32


@dataclass(frozen=True, slots=True)
class Found:
    """An article file as it lies in the corpus; `state` tells whether it was read before."""

    name: str
    path: Path
    state: FileState


@dataclass(frozen=True, slots=True)
class Walk:
    """What a corpus folder holds: article files by name, and the others with the reason they were skipped."""

    files: tuple[Found, ...]
    skipped: tuple[Unread, ...]


def walk(root: Path) -> Walk:
    """List a corpus folder and its subfolders. Links that lead out of it are not followed.

    Raises BriefingError when the folder itself cannot be listed.
    """
    real = Path(os.path.realpath(root))
    now = time.time_ns()
    files: list[Found] = []
    skipped: list[Unread] = []
    try:
        os.scandir(real).close()
    except OSError as error:
        raise BriefingError(f"{root}: {error.strerror or error}; give a folder that you may read") from error
    pending: list[tuple[str, str, int]] = [(str(real), "", 0)]
    seen = {_identity(real.stat())}
    while pending:
        folder, prefix, depth = pending.pop()
        try:
            with os.scandir(folder) as listing:
                found = sorted(listing, key=lambda item: item.name)
        except OSError as error:
            skipped.append(Unread(prefix.rstrip("/"), f"folder cannot be listed: {error.strerror}"))
            continue
        for item in found:
            name = prefix + item.name
            reason, status = _judge(item, real)
            if reason is None and status is not None and stat.S_ISDIR(status.st_mode):
                if depth >= _DEEPEST:
                    skipped.append(Unread(name, "folder lies too deep"))
                elif _identity(status) in seen:
                    skipped.append(Unread(name, "folder seen before"))
                else:
                    seen.add(_identity(status))
                    pending.append((item.path, name + "/", depth + 1))
            elif reason is not None:
                skipped.append(Unread(name, reason))
            elif status is not None and name not in OWN_FILES:
                files.append(Found(name, Path(item.path), state_of(status, now)))
    files.sort(key=lambda file: file.name)
    skipped.sort(key=lambda file: file.file)
    return Walk(tuple(files), tuple(skipped))


def _judge(item: os.DirEntry[str], real: Path) -> tuple[str | None, os.stat_result | None]:
    if item.name.startswith("."):
        return "hidden", None
    try:
        if item.is_symlink():
            target = os.path.realpath(item.path)
            if not (target + os.sep).startswith(str(real) + os.sep):
                return "link out of the folder", None
        status = item.stat()
    except OSError as error:
        return f"cannot be read: {error.strerror}", None
    if stat.S_ISDIR(status.st_mode):
        return None, status
    if not stat.S_ISREG(status.st_mode):
        return "not a file", None
    suffix = Path(item.name).suffix.lower()
    if suffix not in SUFFIXES and item.name not in OWN_FILES:
        return f"not a kind of file that is read ({suffix or 'no suffix'})", None
    return None, status


def _identity(status: os.stat_result) -> tuple[int, int]:
    return (status.st_dev, status.st_ino)

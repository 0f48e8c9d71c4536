"""Texts kept as they were read, beside the index, so that what was open last opens without being read again.

Cleaning an article needs most of the program's rules; reading what they made of it needs none.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from index.model import Article, ArticleText, Block, Repair, Span
from index.store.catalogue import DamagedError
from index.store.shelf import DiskShelf
from index.version import VERSION

_HEAD = f"briefing text of {VERSION} "
# Larger texts take longer to read from JSON than a person waits for, and most of a disk.
_LARGEST = 4_000_000
# Files kept for one corpus; the oldest gives way to a new one.
_MOST = 64
_READERS = ("", "blocks", "formats")
# Records are kept as the lists of their fields.
_SPANS, _REPAIRS = map(Block._fields.index, ("spans", "repairs"))


class KeptTexts:
    """Texts in a private folder, each with the state of the file that it was read from.

    What cannot be kept is not kept, and what is damaged, of another state, of another version of what reads
    articles, or another user's, counts as missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, state: object) -> ArticleText | None:
        """The text that was read from a file in this state, None where there is none."""
        try:
            data = self._shelf().get(_name(state))
            head, _, body = data.partition(b"\n")
            if head != _head(state, body):
                return None
            told = json.loads(body)
            return ArticleText(_article(told["article"]), tuple(told["lines"]), _blocks(told["blocks"]))
        except (OSError, DamagedError, ValueError, LookupError, TypeError):
            return None

    def save(self, state: object, text: ArticleText) -> None:
        """Keep a text that was read from a file in this state."""
        told = {
            "article": asdict(text.article),
            "lines": text.lines,
            "blocks": text.blocks,
        }
        body = json.dumps(told, separators=(",", ":")).encode()
        if len(body) > _LARGEST:
            return
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
        with suppress(OSError, DamagedError):
            folder = self._shelf().folder
            self._make_room(folder)
            with os.fdopen(os.open(folder / _name(state), flags, 0o600), "wb") as file:
                file.write(_head(state, body) + b"\n" + body)

    def _shelf(self) -> DiskShelf:
        # The folder around it must be the user's own as well.
        DiskShelf(self._folder.parent)
        return DiskShelf(self._folder)

    @staticmethod
    def _make_room(folder: Path) -> None:
        kept = list(folder.iterdir())
        if len(kept) >= _MOST:
            min(kept, key=lambda path: path.stat().st_mtime_ns).unlink()


def _name(state: object) -> str:
    return hashlib.sha256(repr(state).encode("utf-8", "backslashreplace")).hexdigest()[:24] + ".json"


def _head(state: object, body: bytes) -> bytes:
    digest = hashlib.sha256(body)
    digest.update(repr((state, _reader_stamp())).encode("utf-8", "backslashreplace"))
    return f"{_HEAD}{digest.hexdigest()}".encode()


def _reader_stamp() -> list[tuple[str, int, int]]:
    """The state of the program's own files that read articles: a version may be mended in place."""
    stamps: list[tuple[str, int, int]] = []
    for part in _READERS:
        with os.scandir(Path(__file__).parent / part) as found:
            stamps += [
                (entry.name, entry.stat().st_size, entry.stat().st_mtime_ns)
                for entry in found
                if entry.name.endswith(".py")
            ]
    return sorted(stamps)


def _article(told: dict[str, Any]) -> Article:
    told |= {key: tuple(told[key]) for key in ("authors", "tags")}
    told["provenance"] = tuple((field, origin) for field, origin in told["provenance"])
    return Article(**told)


def _blocks(told: list[list[Any]]) -> tuple[Block, ...]:
    return tuple(
        Block(*block)._replace(
            spans=tuple(Span(*span) for span in block[_SPANS]),
            repairs=tuple(Repair(*repair) for repair in block[_REPAIRS]),
        )
        for block in told
    )

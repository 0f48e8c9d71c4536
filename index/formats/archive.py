"""Files that are zip archives of parts: read in memory, bounded, never unpacked to a disk."""

from __future__ import annotations

import io
import lzma
import posixpath
import zipfile
import zlib
from typing import Literal
from urllib.parse import unquote

from index.formats import limits
from index.hygiene import clean_name
from index.model import BriefingError

_FAULTS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError,
)  # fmt: skip
_DAMAGED = "is a damaged or cut off archive; save or download it anew"
_OTHERS = {
    "ppt/presentation.xml": "a presentation; save it as PDF",
    "xl/workbook.xml": "a spreadsheet; save it as text",
    "content.xml": "an OpenDocument file; save it as .docx",
    "index/document.iwa": "a Pages file; save it as .docx",
}


class Archive:
    """The members of a zip file by name. Reading counts against one bound for all of them."""

    def __init__(self, data: bytes) -> None:
        """Open; raises BriefingError for what is no archive or has too many members."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise BriefingError(_DAMAGED) from error
        if len(members) > limits.ZIP_MEMBERS:
            raise BriefingError(f"has more than {limits.ZIP_MEMBERS:,} parts; that is no article")
        self._members = {member.filename: member for member in members}
        self._left = limits.ZIP_BYTES
        self._tags = 0

    @property
    def is_spent(self) -> bool:
        """Whether what was read has reached a bound for all members."""
        return self._left <= 0 or self._tags > limits.MARKUP_TAGS

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """A member's bytes; raises BriefingError for one that is missing, encrypted, damaged or too large."""
        member = self._members.get(name)
        if member is None:
            raise BriefingError(f"has no part {_shown(name)}; save it anew")
        if member.flag_bits & 1:
            raise BriefingError("is encrypted; save it without a password")
        most = min(limits.MARKUP_BYTES, self._left)
        if member.file_size > self._left:
            self._left = 0
        limits.hold(member.file_size, most, f"its part {_shown(name)}")
        try:
            with self._zip.open(member) as stream:
                data = stream.read(most + 1)
        except _FAULTS as error:
            raise BriefingError(_DAMAGED) from error
        limits.hold(len(data), most, f"its part {_shown(name)}")
        self._left -= len(data)
        self._tags += limits.tags_of(data)
        if self._tags > limits.MARKUP_TAGS:
            raise BriefingError(f"has more than {limits.MARKUP_TAGS:,} tags; split it into smaller files")
        return data


def kind_of_zip(data: bytes) -> Literal["docx", "epub"]:
    """Which document a zip archive is; raises BriefingError that names any other."""
    archive = Archive(data)
    if "word/document.xml" in archive or "word/document2.xml" in archive:
        return "docx"
    if "META-INF/container.xml" in archive:
        return "epub"
    for name, what in _OTHERS.items():
        if name in archive:
            raise BriefingError(f"is {what}")
    raise BriefingError("is a zip archive; unpack it")


def member_path(base: str, href: str) -> str:
    """The name of the member that a reference in another member leads to, without its fragment."""
    path = unquote(href.partition("#")[0])
    if not path:
        return base
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)).lstrip("/")


def _shown(name: str) -> str:
    return clean_name(name)[:80]

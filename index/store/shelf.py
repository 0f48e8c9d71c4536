"""Where an index is kept: a private folder of the user, or memory when there is none to write to.

Files are written under new names and never changed; the catalogue, renamed into place last, names those
that count. Readers therefore wait for nobody, and a writer killed at any point leaves the last index whole.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import stat
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from index.homes import base_folder
from index.store import catalogue as catalogues
from index.store.catalogue import Catalogue, DamagedError, Seal

_CATALOGUE = "catalogue.json"
_LOCK = "writer.lock"
_CHUNK = 1 << 20


class Shelf(Protocol):
    """A place that keeps one index."""

    def load(self) -> Catalogue | None:
        """Give the catalogue as last published, or None; raises DamagedError."""

    def stamp(self) -> object:
        """Give a value that changes when another catalogue is published."""

    def storage(self) -> Any:
        """Give the Whoosh storage of the place, for writing."""

    def held(self, catalogue: Catalogue) -> Any:
        """Give a Whoosh storage of the files that a catalogue names, which stay whatever a writer removes.

        Raises DamagedError unless every one is there, ours and unchanged.
        """

    def seal(self, name: str, /) -> Seal:
        """Give the seal of a file just written."""

    def put(self, name: str, data: bytes) -> None:
        """Write a file of ours beside the segments."""

    def publish(self, catalogue: Catalogue) -> None:
        """Make the catalogue the one that readers find, and drop files that it does not name."""

    def writing(self) -> Any:
        """Hold the place for one writer; gives False at once when another has it."""

    def await_writer(self, seconds: float) -> None:
        """Wait until the one who writes has done, or so many seconds have passed."""

    def tidy(self, catalogue: Catalogue) -> None:
        """Remove what a killed writer has left beside a catalogue just read, unless one writes just now."""


def folder_for(root: Path, cache: Path | None) -> Path:
    """Name the folder of a corpus' index: by its name, to be found, and by its whole path, to be its own."""
    real = os.path.realpath(root)
    digest = hashlib.sha256(os.fsencode(real)).hexdigest()[:16]
    label = re.sub(r"[^A-Za-z0-9._-]+", "-", Path(real).name)[:32].strip(".-") or "corpus"
    return (cache or cache_home()) / f"{label}-{digest}"


def cache_home() -> Path:
    """Give the folder of all indexes, `$XDG_CACHE_HOME/briefing`, by default `~/.cache/briefing`."""
    return base_folder("XDG_CACHE_HOME", ".cache") / "briefing"


class DiskShelf:
    """An index in a folder that only its owner can read or write."""

    def __init__(self, folder: Path) -> None:
        """Prepare the folder; raises OSError when it cannot be made, DamagedError when it is not ours."""
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        around = folder.parent.stat().st_mode
        if around & stat.S_IWOTH and not around & stat.S_ISVTX:
            raise DamagedError(f"{folder.parent} can be written by others")
        with suppress(FileExistsError):
            folder.mkdir(0o700)
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode):
            raise DamagedError(f"{folder} is not a folder")
        _own(status, str(folder))
        self.folder = folder

    def load(self) -> Catalogue | None:
        """Give the catalogue as last published, or None; raises DamagedError."""
        try:
            data = self.get(_CATALOGUE)
        except FileNotFoundError:
            return None
        return catalogues.read(data)

    def stamp(self) -> object:
        """Give a value that changes when another catalogue is published."""
        # Its first line, which has its digest: two that are published within one tick of the disk's clock
        # may have one size, one time and one inode.
        try:
            handle = os.open(self.folder / _CATALOGUE, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            return None
        try:
            return os.read(handle, catalogues.HEAD_BYTES)
        except OSError:
            return None
        finally:
            os.close(handle)

    def storage(self) -> Any:
        """Give the Whoosh storage of the place, for writing."""
        from index.store.storage import PrivateFiles

        return PrivateFiles(str(self.folder))

    def held(self, catalogue: Catalogue) -> Any:
        """Give a storage of the files that a catalogue names, all open; raises DamagedError."""
        self._check(catalogue)
        storage = self.storage()
        try:
            storage.hold(catalogue.files)
        except OSError as error:
            storage.release()
            raise DamagedError(f"the index cannot be opened: {error.strerror}") from error
        return storage

    def seal(self, name: str, /) -> Seal:
        """Give the seal of a file just written, once it is safe on the disk."""
        with (self.folder / name).open("rb+") as file:
            os.fchmod(file.fileno(), 0o600)
            os.fsync(file.fileno())
            return Seal(crc=_checksum(file), **_state(os.fstat(file.fileno())))

    def put(self, name: str, data: bytes) -> None:
        """Write a file of ours beside the segments."""
        handle = os.open(self.folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def get(self, name: str) -> bytes:
        """Read a file of ours; raises FileNotFoundError, or DamagedError when it is not the user's own."""
        try:
            handle = os.open(self.folder / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise DamagedError(f"{name} cannot be opened: {error.strerror}") from error
        with os.fdopen(handle, "rb") as file:
            _own(os.fstat(file.fileno()), name)
            return file.read()

    def _check(self, catalogue: Catalogue) -> None:
        for segment in catalogue.segments:
            for name, known in segment.files.items():
                if Path(name).name != name:
                    raise DamagedError(f"{name} lies elsewhere")
                try:
                    handle = os.open(self.folder / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
                except OSError as error:
                    raise DamagedError(f"{name} cannot be opened: {error.strerror}") from error
                with os.fdopen(handle, "rb") as file:
                    status = os.fstat(file.fileno())
                    _own(status, name)
                    if known == replace(known, **_state(status)):
                        continue
                    if status.st_size != known.size or _checksum(file) != known.crc:
                        raise DamagedError(f"{name} is damaged")

    def publish(self, catalogue: Catalogue) -> None:
        """Make the catalogue the one that readers find, and drop files that it does not name."""
        name = f"{_CATALOGUE}.{os.urandom(4).hex()}"
        self.put(name, catalogues.write(catalogue))
        (self.folder / name).replace(self.folder / _CATALOGUE)
        _sync_folder(self.folder)
        self._clear(catalogue)

    @contextmanager
    def writing(self) -> Iterator[bool]:
        """Hold the place for one writer; gives False at once when another has it. The dead hold nothing.

        What a writer leaves half done when it fails is removed.
        """
        handle = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                try:
                    yield True
                except BaseException:
                    with suppress(OSError, DamagedError):
                        self._clear(self.load())
                    raise
        finally:
            os.close(handle)

    def await_writer(self, seconds: float) -> None:
        """Wait until the one who writes has done, or so many seconds have passed."""
        # A lock knows no time limit: it is waited for in a thread that is left behind.
        handle = os.open(self.folder / _LOCK, os.O_RDWR | os.O_NOFOLLOW)

        def wait() -> None:
            try:
                fcntl.flock(handle, fcntl.LOCK_SH)
            finally:
                os.close(handle)

        waiting = threading.Thread(target=wait, name="waiting for a writer", daemon=True)
        waiting.start()
        waiting.join(seconds)

    def tidy(self, catalogue: Catalogue) -> None:
        """Remove what a killed writer has left beside a catalogue just read, unless one writes just now."""
        # A folder that can only be read stays as it is.
        with suppress(OSError, DamagedError):
            if next(self._left(catalogue), None) is None:
                return
            with self.writing() as mine:
                if mine:
                    self._clear(self.load())

    def _clear(self, catalogue: Catalogue | None) -> None:
        """Remove all that a catalogue does not name: a writer that is given up must not fill the disk."""
        for path in list(self._left(catalogue)):
            _remove(path)

    def _left(self, catalogue: Catalogue | None) -> Iterator[Path]:
        """Give what writers have made and a catalogue does not name; a folder of theirs has a suffix."""
        keep = {*(catalogue.files if catalogue is not None else ()), _CATALOGUE, _LOCK}
        for path in self.folder.iterdir():
            if path.name not in keep and (path.suffix == ".tmp" or not path.is_dir() or path.is_symlink()):
                yield path


def _own(status: os.stat_result, name: str) -> None:
    if status.st_uid != os.geteuid() or status.st_mode & 0o022:
        raise DamagedError(f"{name} belongs to another user or can be written by others")


def _checksum(file: BinaryIO) -> int:
    crc = 0
    while chunk := file.read(_CHUNK):
        crc = zlib.crc32(chunk, crc)
    return crc


def _state(status: os.stat_result) -> dict[str, int]:
    # The time of the last change of a file's state cannot be set by a program: a file that shows the same one
    # was not touched, and reading hundreds of megabytes to see that would be most of opening a large index.
    return {
        "size": status.st_size,
        "changed": status.st_mtime_ns,
        "touched": status.st_ctime_ns,
        "inode": status.st_ino,
    }


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    # Left behind by a writer that was killed; a folder is Whoosh's own for columns in the making.
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            for inner in list(path.iterdir()):
                inner.unlink()
            path.rmdir()
        else:
            path.unlink()

"""TOML files that may be hostile: bounded in size and depth, with one kind of error for all that is no TOML.

The standard parser recurses without a bound, takes a time that grows with the square of a key's parts, and
would wait for ever on a pipe under the file's name.
"""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path
from typing import Any

LARGEST = 4_000_000
"""Bytes of a file; what people declare by hand is far below."""

# A run of so many names joined by points; a key of a person has two or three.
_LONG_KEY = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){100}""")


def parse_toml(text: str) -> dict[str, Any]:
    """The values of a TOML text; raises TOMLDecodeError for everything that is none."""
    import tomllib

    if _LONG_KEY.search(text):
        raise tomllib.TOMLDecodeError("a key has more than a hundred parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise tomllib.TOMLDecodeError("brackets are nested too deep") from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:
        raise tomllib.TOMLDecodeError("a number is too long") from None


def read_toml_bytes(path: Path) -> bytes:
    """The bytes of a declaration; raises OSError, also for what is no file or is too large to be meant."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is not a file")
    if status.st_size > LARGEST:
        raise OSError(errno.EFBIG, f"it is larger than {LARGEST // 1_000_000} MB")
    return path.read_bytes()

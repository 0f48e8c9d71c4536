"""The one door to Whoosh: every name of it that is used stands here.

Whoosh 2.7.4 has had no release since 2016 and warns when newer Pythons first compile it; kept behind one
door it is silenced once and can be exchanged for one of its forks.
"""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh.codec.whoosh3 import W3Codec, W3Segment
    from whoosh.columns import VarBytesColumn
    from whoosh.fields import FieldType, Schema
    from whoosh.filedb.filestore import FileStorage, RamStorage
    from whoosh.formats import Existence, Format
    from whoosh.reading import SegmentReader, TermNotFound
    from whoosh.util.numeric import byte_to_length, length_to_byte

__all__ = [
    "Existence",
    "FieldType",
    "FileStorage",
    "Format",
    "RamStorage",
    "Schema",
    "SegmentReader",
    "TermNotFound",
    "VarBytesColumn",
    "W3Codec",
    "W3Segment",
    "byte_to_length",
    "length_to_byte",
]

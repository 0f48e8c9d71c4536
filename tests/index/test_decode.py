"""Bytes in any usual encoding become the text they were, and what could not be decoded is counted."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.decode import decode, is_binary

TEXT = "Shinzō said: “the Kuriles” — naïve €5.\nA second line, with more of it.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_unicode_with_and_without_a_mark(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.undecodable) == (TEXT, encoding, 0)


def test_western_encodings() -> None:
    windows = decode("“naïve” café €5".encode("cp1252"))
    assert (windows.text, windows.encoding) == ("“naïve” café €5", "cp1252")
    latin = decode("naïve café".encode("latin-1"))
    assert (latin.text, latin.encoding) == ("naïve café", "latin-1")
    assert decode(b"plain").encoding == "ascii"


def test_a_mixture_is_read_line_by_line() -> None:
    decoded = decode("“ō” one\n".encode() + "“café” two\n".encode("cp1252"))
    assert decoded.text == "“ō” one\n“café” two\n"
    assert decoded.undecodable == 0


def test_what_cannot_be_decoded_is_shown_and_counted() -> None:
    decoded = decode(b"caf\xe9 \x81 and \x8d\n")
    assert decoded.text == "café \ufffd and \ufffd\n"
    assert decoded.undecodable == 2
    odd = decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c")
    assert (odd.text, odd.undecodable) == ("ab\ufffd", 1)


def test_a_declared_encoding_is_believed_when_it_fits() -> None:
    assert decode("Россия".encode("koi8-r"), "koi8-r").text == "Россия"
    assert decode("ō".encode(), "ascii").text == "ō"
    assert decode(b"a", "no-such-encoding").text == "a"


@given(st.binary(max_size=200))
def test_any_bytes_become_text(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.undecodable >= 0
    assert isinstance(is_binary(data), bool)


def test_binary_is_told_from_text() -> None:
    assert is_binary(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0")
    assert not is_binary(TEXT.encode("utf-16-le"))
    assert not is_binary(TEXT.encode())

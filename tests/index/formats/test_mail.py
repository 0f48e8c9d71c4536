"""A message is its headers, what was written, what was quoted, and the names of what came with it."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from index.formats.mail import read_mail
from index.formats.read import read_source
from index.formats.source import Source
from index.model import BriefingError
from tests.index.formats.reading import marked

HEAD = "From: A <a@x.example>\nSubject: S\nDate: Mon, 4 Mar 2019 08:00:00 +0100\nMIME-Version: 1.0\n"


def mail(rest: str, charset: str = "utf-8") -> Source:
    return read_mail((HEAD + rest).encode(charset))


def text_of(source: Source) -> list[str]:
    return [line for line in source.lines[3:] if line]


def test_headers_are_metadata_in_any_encoding() -> None:
    source = read_mail(
        b"From: =?koi8-r?B?6dfBzg==?= <i@x.example>\nSubject: Gr\xc3\xbc\xc3\x9fe\n"
        b"Date: Thu, 7 Mar 2019 1:0:0 +0\n\nx"
    )
    assert source.metadata["authors"][0] == ("Иван",)
    assert source.metadata["title"][0] == "Grüße"
    assert source.metadata["date"] == ("2019-03-07", "header Date")


def test_quoted_paragraphs_are_quotes_without_their_marks() -> None:
    source = mail("\nHello,\n\n> one\n> two\n>\n> three\n>> deeper\n\nBye\n")
    assert marked(source, "quote") == ["one\ntwo", "three", "deeper"]
    assert text_of(source)[0] == "Hello,"


def test_flowed_text_is_joined_and_a_signature_set_apart() -> None:
    source = mail("Content-Type: text/plain; format=flowed\n\nOne line \ngoes on.\nNext.\n-- \nA. Person\n")
    assert text_of(source) == ["One line goes on.", "Next.", "--", "A. Person"]
    assert marked(source, "boilerplate") == ["--\nA. Person"]


def test_the_plain_form_is_read_where_there_is_one_and_html_else() -> None:
    both = (
        "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{}\n"
        "--b\nContent-Type: text/html\n\n<p>rich <b>text</b></p>\n--b--\n"
    )
    assert text_of(mail(both.format("plain text"))) == ["plain text"]
    assert text_of(mail(both.format(""))) == ["rich text"]


def test_charsets_are_those_of_the_parts() -> None:
    assert text_of(mail("Content-Type: text/plain; charset=cp1251\n\nКурилы\n", "cp1251")) == ["Курилы"]
    assert text_of(mail("Content-Type: text/plain; charset=no-such\n\nplain\n")) == ["plain"]


def test_attached_files_and_messages_are_named() -> None:
    source = mail(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee both.\n--b\n"
        "Content-Type: application/pdf\nContent-Disposition: attachment;"
        " filename*=utf-8''a%C3%A4%1b%5D0%3Bx.pdf\n\nx\n"
        "--b\nContent-Type: message/rfc822\n\nSubject: Inner\nFrom: q@x.example\n\nInside.\n--b--\n"
    )
    assert text_of(source)[:2] == ["See both.", "[attached: aä0;x.pdf, application/pdf]"]
    assert marked(source, "heading") == ["Inner"]
    assert text_of(source)[-1] == "Inside."


def test_a_thousand_parts_are_read_up_to_the_bound_and_told() -> None:
    parts = "".join(f"--b\n\npart {n}\n" for n in range(1000))
    source = mail(f"Content-Type: multipart/mixed; boundary=b\n\n{parts}--b--\n")
    assert "more than 500 parts" in source.problems[0][1]
    assert "part 400" in source.lines


def test_parts_nested_deep_end_neither_memory_nor_patience() -> None:
    body = "inside"
    for n in range(150):
        body = f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n{body}\n--b{n}--\n"
    assert read_mail((HEAD + body).encode()).problems


@given(st.binary(max_size=400))
def test_any_bytes_are_a_message_or_refused(data: bytes) -> None:
    with suppress(BriefingError):
        read_source(HEAD.encode() + data, "a.eml")
        read_source(data, "a.eml")

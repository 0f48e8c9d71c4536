"""Markup made to exhaust a machine is refused in one line before it is parsed."""

from __future__ import annotations

import pytest

from index.formats import limits
from index.formats.epub import read_epub
from index.formats.html import read_html
from index.model import BriefingError
from tests.index.formats.made import epub

MANY = limits.TAG_ATTRIBUTES + 1


@pytest.mark.parametrize(
    "tag",
    [
        "<p " + " ".join(f"a{n}=1" for n in range(600_000)) + ">",
        "<p x='>' " + " ".join(f"a{n}" for n in range(MANY)) + ">",
        "<p " + "".join(f'a{n}="1"' for n in range(MANY)) + ">",
        "<p " + "/".join(f"a{n}" for n in range(MANY)) + ">",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_element_of_very_many_attributes_is_refused(tag: str, encoding: str) -> None:
    with pytest.raises(BriefingError, match="too many attributes"):
        read_html(f"<html><body>{tag}words</p></body></html>".encode(encoding))


def test_many_attributes_in_all_are_refused() -> None:
    tag = "<p " + " ".join(f"a{n}" for n in range(500)) + ">"
    with pytest.raises(BriefingError, match="too many attributes"):
        read_html(tag.encode() * (limits.MARKUP_ATTRIBUTES // 500))


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(BriefingError, match="more than 500,000 tags"):
        read_html(b"<p>x" * (limits.MARKUP_TAGS + 1))


def test_long_values_of_attributes_are_no_attributes() -> None:
    picture = "<img src='data:image/png;base64," + "a/b= " * 5000 + "'>"
    assert read_html(f"<html><body>{picture}<p>Words.</p></body></html>".encode()).lines == ("Words.",)


def test_a_chapter_of_too_many_attributes_costs_that_chapter() -> None:
    bad = "<p " + " ".join(f"a{n}='1'" for n in range(MANY)) + ">x</p>"
    source = read_epub(epub({"a.xhtml": bad, "b.xhtml": "<p>Here.</p>"}))
    assert source.lines == ("Here.",)
    assert "too many attributes" in source.problems[0][1]


def test_chapters_beyond_the_bound_of_a_book_are_told_in_one_line() -> None:
    chapter = "<p>x</p>" * (limits.MARKUP_TAGS // 2)
    source = read_epub(
        epub({"a.xhtml": "<p>Here.</p>", "b.xhtml": chapter, "c.xhtml": chapter, "d.xhtml": ""})
    )
    assert source.lines[0] == "Here."
    assert len(source.lines) == limits.MARKUP_TAGS // 2 + 1
    assert [message for _, message in source.problems] == [
        "nothing was read from chapter 3 on: has more than 500,000 tags; split it into smaller files"
    ]

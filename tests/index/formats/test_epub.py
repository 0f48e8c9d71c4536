"""Books are read chapter by chapter, in the order their package gives."""

from __future__ import annotations

import pytest

from index.formats.epub import read_epub
from index.model import BriefingError
from tests.index.formats.made import epub, zipped
from tests.index.formats.reading import mark_with


def test_the_order_is_that_of_the_spine_and_chapters_are_pages() -> None:
    source = read_epub(epub({"b.xhtml": "<h1>First</h1><p>One.</p>", "a.xhtml": "<p>Two.</p>"}))
    assert source.lines == ("First", "One.", "Two.")
    assert source.pages == ((1, "First"), (3, "part 2"))


def test_notes_in_a_file_of_their_own_are_tied() -> None:
    source = read_epub(
        epub(
            {
                "c1.xhtml": "<p>Text<a href='notes.xhtml#n1'><sup>1</sup></a>.</p>",
                "notes.xhtml": "<p id='n1'><a href='c1.xhtml#r1'>1</a>. The note.</p>",
            }
        )
    )
    assert [span.value for span in source.marks[0].spans] == ["1"]
    assert (mark_with(source, "The note.").note, source.lines[1]) == (1, "The note.")


def test_notes_that_begin_anew_in_each_chapter_are_numbered_through() -> None:
    chapter = "<p>{}<a href='#n'><sup>1</sup></a></p><aside id='n'><p>Note of {}.</p></aside>"
    source = read_epub(
        epub({"1.xhtml": chapter.format("One", "one"), "2.xhtml": chapter.format("Two", "two")})
    )
    assert [mark.note for mark in source.marks if mark.kind == "note"] == [1, 2]
    assert [mark.spans[0].value for mark in source.marks if mark.kind == "body"] == ["1", "2"]


def test_metadata_is_that_of_the_package() -> None:
    source = read_epub(
        epub(
            {"a.xhtml": "<p>Text.</p>"},
            metadata="<dc:title>A Book</dc:title><dc:creator>M. Author</dc:creator><dc:date>1999-05</dc:date>"
            "<dc:language>de</dc:language><dc:publisher>A Press</dc:publisher>",
        )
    )
    assert {field: value for field, (value, _) in source.metadata.items()} == {
        "title": "A Book",
        "authors": ("M. Author",),
        "date": "1999-05",
        "language": "de",
        "source": "A Press",
    }


def test_named_characters_of_html_are_kept() -> None:
    assert read_epub(epub({"a.xhtml": "<p>caf&eacute;&nbsp;&mdash; &amp; more</p>"})).lines == (
        "café\xa0— & more",
    )


def test_a_chapter_that_is_no_xml_is_read_as_html() -> None:
    assert read_epub(epub({"a.xhtml": "<p>One<br>two & three"})).lines == ("One", "two & three")


def test_a_missing_chapter_costs_that_chapter() -> None:
    parts = {
        "META-INF/container.xml": "<container><rootfile full-path='c.opf'/></container>",
        "c.opf": "<package xmlns='http://www.idpf.org/2007/opf'><manifest><item id='a' href='a.html'/>"
        "<item id='b' href='../../b.html'/></manifest>"
        "<spine><itemref idref='b'/><itemref idref='a'/></spine></package>",
        "a.html": "<p>Here.</p>",
    }
    source = read_epub(zipped(parts))
    assert source.lines == ("Here.",)
    assert source.problems[0][1].startswith("chapter 1 was not read")


def test_a_book_without_chapters_is_refused() -> None:
    with pytest.raises(BriefingError, match="no text"):
        read_epub(epub({"a.xhtml": ""}))

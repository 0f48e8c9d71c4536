"""A link is a note's marker only where what it leads to shows that it is the note of that number."""

from __future__ import annotations

import pytest

from index.formats.epub import read_epub
from index.formats.html import read_html
from index.formats.source import Source
from tests.index.formats.made import epub
from tests.index.formats.reading import marked

TEXT = "The harbour master said that the ice would come early, and that nobody would be ready for it. " * 3


def page(marker: str, after: str) -> Source:
    return read_html(f"<html><body><p>{TEXT}{marker} More.</p>{after}</body></html>".encode())


def references(source: Source) -> list[str]:
    return [span.value for mark in source.marks for span in mark.spans if span.kind == "ref"]


@pytest.mark.parametrize(
    ("marker", "after"),
    [
        ("<sup><a href='#n'>1</a></sup>", "<p id='n'><sup>1</sup> Alpha.</p>"),
        ("<a href='#n'>[1]</a>", "<p><a name='n'>[1]</a> Alpha.</p>"),
        ("<sup id='r'><a href='#n'>[1]</a></sup>", "<ol><li id='n'><a href='#r'>^</a> Alpha.</li></ol>"),
        ("<a class='footnote-reference' href='#n' id='r'>1</a>",
         "<dl><dt id='n'>[<a href='#r'>1</a>]</dt><dd><p>Alpha.</p></dd></dl>"),
        ("<a href='#n' id='r'>[1]</a>", "<table><tr><td id='n'>[1]</td><td>Alpha.</td></tr></table>"),
        ("<a role='doc-noteref' href='#n'>[1]</a>", "<aside id='n'><i>[</i>1<i>]</i> Alpha.</aside>"),
    ],
)  # fmt: skip
def test_notes_are_tied_in_all_forms_and_lose_their_number(marker: str, after: str) -> None:
    source = page(marker, after)
    assert references(source) == ["1"]
    assert marked(source, "note") == ["Alpha."]


@pytest.mark.parametrize(
    ("marker", "after"),
    [
        ("<a class='cite' href='#s'>2</a>", f"<div id='s'><h2>2. Priorities</h2><p>{TEXT}</p></div>"),
        ("<a href='#s'>(1)</a>", "<div id='s'>x = y (1)</div>"),
        ("<a href='#s'>(2)</a>", "<ol><li>one</li><li id='s'>two</li></ol>"),
        ("<sup><a href='#s'>3</a></sup>", "<p id='s'>4 Another thing.</p>"),
        ("<sup><a href='#s'>3</a></sup>", f"<p id='s'>{TEXT}</p>"),
    ],
)
def test_links_to_sections_formulas_and_steps_are_no_markers(marker: str, after: str) -> None:
    source = page(marker, after)
    assert references(source) == []
    assert marked(source, "note") == []


def test_the_number_before_a_note_in_another_file_is_no_marker() -> None:
    source = read_epub(
        epub(
            {
                "c.xhtml": "<p id='r'>1 word of text<a href='n.xhtml#n'>[1]</a>.</p>",
                "n.xhtml": "<p id='n'><a href='c.xhtml#r'>[1]</a> The note.</p>",
            }
        )
    )
    assert references(source) == ["1"]
    assert marked(source, "note") == ["The note."]


def test_a_note_keeps_its_links_to_other_notes() -> None:
    notes = "<p id='n1'>1. Alpha.</p><p id='n2'>2. See note <a href='#n1'>1</a>.</p>"
    source = page("<sup><a href='#n1'>1</a></sup> <sup><a href='#n2'>2</a></sup>", notes)
    assert marked(source, "note") == ["Alpha.", "See note 1."]

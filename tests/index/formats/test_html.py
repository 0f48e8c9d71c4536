"""A page's article is told from what is around it, and nothing of the page is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.formats.html import read_html
from index.formats.source import Source
from tests.index.formats.reading import mark_with, marked

PROSE = "The harbour master said that the ice would come early, and that nobody would be ready for it. " * 3


def page(body: str, head: str = "") -> Source:
    return read_html(f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>".encode())


def test_navigation_and_comments_are_boilerplate_in_their_place() -> None:
    source = page(
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></nav>"
        f"<article><h1>Ice</h1><p>{PROSE}</p><p>{PROSE}</p></article>"
        f"<div id='comments'><p>{PROSE}</p></div><footer>© 2019</footer>"
    )
    assert [mark.kind for mark in source.marks] == ["boilerplate", "title", "body", "body", "boilerplate"]
    assert "Home" in source.lines[0]
    assert source.lines[-1] == "© 2019"


def test_an_article_without_any_helpful_element_is_found_by_its_text() -> None:
    links = "".join(f"<div><a href='/{n}'>Another story number {n}</a></div>" for n in range(40))
    source = page(
        f"<div><div>{links}</div><div><div><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></div></div></div>"
    )
    assert len(marked(source, "body")) == 3
    assert len(marked(source, "boilerplate")) == 1


def test_teasers_of_other_stories_do_not_outweigh_the_story() -> None:
    teasers = "".join(f"<article><h3>Story {n}</h3><p>{PROSE[:190]}</p></article>" for n in range(12))
    source = page(
        f"<main><article><h1>The ice</h1><p>{PROSE}</p><p>{PROSE}</p></article></main><div>{teasers}</div>",
        "<title>The ice | A paper</title>",
    )
    assert len(marked(source, "body")) == 2


def test_title_author_date_language_and_address_are_taken_from_the_page() -> None:
    source = page(
        f"<h1>Ice comes early</h1><p>{PROSE}</p>",
        "<title>Ice comes early - The Norhavn Paper</title><meta name='author' content='Marta Lindqvist'>"
        "<meta property='article:published_time' content='2019-03-07T08:00:00Z'>"
        "<meta property='og:site_name' content='The Norhavn Paper'>"
        "<link rel='canonical' href='https://example.org/ice'>",
    )
    told = {field: value for field, (value, _) in source.metadata.items()}
    assert told == {
        "title": "Ice comes early",
        "authors": ("Marta Lindqvist",),
        "date": "2019-03-07",
        "source": "The Norhavn Paper",
        "language": "en",
        "url": "https://example.org/ice",
    }
    assert source.metadata["date"][1] == "meta article:published_time"


def test_linked_data_names_authors_and_date() -> None:
    data = (
        '{"@graph": [{"@type": "NewsArticle", "headline": "Ice", '
        '"author": [{"name": "A. Pilot"}, "B. Pilot"],'
        '"datePublished": "2020-01-05", "publisher": {"name": "The Paper"}}]}'
    )
    source = page(f"<h1>Ice</h1><p>{PROSE}</p>", f'<script type="application/ld+json">{data}</script>')
    assert source.metadata["authors"][0] == ("A. Pilot", "B. Pilot")
    assert source.metadata["date"][0] == "2020-01-05"
    assert source.metadata["source"][0] == "The Paper"


def test_quotes_lists_code_and_captions_keep_their_kind() -> None:
    source = page(
        f"<p>{PROSE}</p><blockquote><p>A quotation.</p></blockquote>"
        "<ol start='3'><li>third<ul><li>deeper</li></ul></li>"
        "<li>fourth</li></ol><pre>a = 1\n  b</pre><figure><img><figcaption>The ship.</figcaption></figure>"
    )
    assert marked(source, "quote") == ["A quotation."]
    assert marked(source, "item") == ["3. third", "• deeper", "4. fourth"]
    assert mark_with(source, "deeper").level == 2
    assert marked(source, "code") == ["a = 1\n  b"]
    assert marked(source, "caption") == ["The ship."]


def test_notes_are_tied_to_their_markers_and_lose_their_way_back() -> None:
    source = page(
        f"<p>{PROSE}<sup><a href='#fn1' id='r1'>1</a></sup> More.</p>"
        "<ol><li id='fn1'>Timetable, p. 4. <a href='#r1'>↩</a></li></ol>"
    )
    note = mark_with(source, "Timetable")
    assert (note.kind, note.note) == ("note", 1)
    assert marked(source, "note") == ["Timetable, p. 4."]
    (ref,) = source.marks[0].spans
    assert (ref.kind, ref.value, ref.start == ref.end) == ("ref", "1", True)


def test_a_link_to_a_section_with_a_number_is_no_note() -> None:
    source = page(f"<p>{PROSE} See section <a href='#s2'>2</a>.</p><h2 id='s2'>Two</h2><p>{PROSE}</p>")
    assert marked(source, "note") == []
    assert source.lines[0].endswith("See section 2.")


def test_breaks_part_lines_and_two_of_them_paragraphs() -> None:
    source = page(f"<div>{PROSE}<br><br>Second.<br>Same.</div>")
    assert marked(source, "body") == [PROSE.strip(), "Second.\nSame."]


def test_figures_above_the_line_do_not_run_into_numbers() -> None:
    assert page("<p>10<sup>6</sup> tonnes of H<sub>2</sub>O</p>").lines == ("10⁶ tonnes of H₂O",)


def test_links_lead_nowhere_but_to_documents() -> None:
    source = page(
        "<p><a href='javascript:alert(1)'>a</a> <a href='#x'>b</a> <a href='/c'>c</a> "
        "<a href='data:x'>d</a></p>",
        "<link rel='canonical' href='https://example.org/ice/'>",
    )
    assert [span.value for span in source.marks[0].spans] == ["", "", "https://example.org/c", ""]


def test_a_page_nested_nine_thousand_deep_keeps_its_text() -> None:
    source = page("<div>" * 9000 + "<b>" * 9000 + "deep" + "</div>" * 9000 + "<p>after</p>")
    assert source.lines == ("deep", "after")


def test_encodings_are_those_that_the_page_declares() -> None:
    declared = "<meta charset='windows-1251'><p>Южные Курилы</p>".encode("cp1251")
    assert read_html(declared).lines == ("Южные Курилы",)
    assert read_html("<p>Südkurilen</p>".encode("utf-16")).lines == ("Südkurilen",)


@given(st.text(max_size=400))
def test_any_text_in_a_page_is_kept_word_for_word(text: str) -> None:
    import html

    from index.hygiene import clean

    source = read_html(f"<html><body><p>{html.escape(text)}</p></body></html>".encode("utf-8", "replace"))
    cleaned, _ = clean(text.encode("utf-8", "replace").decode("utf-8", "replace"))
    assert "".join("".join(source.lines).split()) == "".join(cleaned.split())


_TAGS = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "i",
        "a",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "h1",
        "pre",
        "br",
        "sup",
        "nav",
        "script",
        "q",
    ]
)


@given(st.lists(st.one_of(st.tuples(_TAGS, st.booleans()), st.text("ab \n<&#;x1", max_size=8)), max_size=60))
def test_any_soup_of_tags_is_read(soup: list[tuple[str, bool] | str]) -> None:
    text = "".join(part if isinstance(part, str) else f"<{'/' * part[1]}{part[0]}>" for part in soup)
    source = read_html(text.encode())
    covered = [number for mark in source.marks for number in range(mark.first, mark.last + 1)]
    assert covered == sorted(set(covered))
    assert all(0 <= span.start <= span.end for mark in source.marks for span in mark.spans)

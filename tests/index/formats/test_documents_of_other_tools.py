"""One text, written by five tools in five formats, is one article."""

from __future__ import annotations

import pytest

from index.article import read_article
from tests.index.formats.reading import FILES, article_of, block_with, blocks_of

REPORT = (
    "pandoc.docx", "pandoc.epub", "pandoc.html", "libreoffice.docx", "libreoffice.html", "libreoffice.pdf",
    "libreoffice.epub", "chromium.pdf",
)  # fmt: skip
EVERY = pytest.mark.parametrize("name", REPORT)


@EVERY
def test_the_title_is_known_and_stands_first(name: str) -> None:
    text = article_of(name)
    assert text.article.title == "Ferries, Ice and Freight: The Strait in Winter"
    (title,) = blocks_of(text, "title")
    assert title.text == text.article.title


@EVERY
def test_authors_and_date_are_known(name: str) -> None:
    article = article_of(name).article
    assert article.authors[0] == "Marta Lindqvist"
    assert article.date == "2019-03-07"


@EVERY
def test_headings_are_headings_and_no_text_is(name: str) -> None:
    found = [block.text for block in blocks_of(article_of(name), "heading")]
    assert found == [
        "The winter timetable",
        "Who pays for the icebreaker",
        "What the pilots say",
        "After the thaw",
    ]


@EVERY
def test_paragraphs_are_whole_and_verbatim(name: str) -> None:
    text = article_of(name)
    paragraph = block_with(text, "It would be wrong to call this a failure")
    assert paragraph.text == (
        "It would be wrong to call this a failure of cooperation. Both sides keep the agreement to the "
        "letter. It is the letter that was written for another climate, and for ships that are no longer "
        "built."
    )
    assert "the characteristic unreliability of the crossing" in block_with(text, "The strait is forty").text
    assert block_with(text, "The strait is forty").text.endswith("will call that an exaggeration.")


@EVERY
def test_notes_and_their_markers_are_tied(name: str) -> None:
    text = article_of(name)
    assert sorted(text.notes) == [1, 2, 3, 4]
    assert text.notes[4].text.startswith("Interview with a dockyard foreman, 14 January 2019.")
    referring = {
        1: "The strait is forty", 2: "What follows describes", 3: "the share of the south",
        4: "When the ice goes",
    }  # fmt: skip
    for number, words in referring.items():
        assert number in block_with(text, words).note_refs


@EVERY
def test_items_of_lists_are_neither_notes_nor_headings(name: str) -> None:
    text = article_of(name)
    for words in ("the southern port pays for ferries", "the north pays more", "the share of the south"):
        assert block_with(text, words).kind == "body"


@EVERY
def test_rows_of_a_table_keep_their_cells_on_one_line(name: str) -> None:
    table = block_with(article_of(name), "2016–2017")
    row = next(line for line in table.text.split("\n") if line.startswith("2016–2017"))
    assert [cell.strip() for cell in row.split(" | ")] == ["2016–2017", "77", "1,910,000", "1,105,000"]


@pytest.mark.parametrize("name", [name for name in REPORT if not name.endswith("office.epub")])
def test_what_the_format_marks_as_quotation_is_one(name: str) -> None:
    assert block_with(article_of(name), "The ice does not read treaties").kind == "quote"


@pytest.mark.parametrize("name", [name for name in REPORT if not name.endswith((".pdf", "office.epub"))])
def test_links_and_emphasis_stand_on_their_words(name: str) -> None:
    text = article_of(name)
    paragraph = block_with(text, "Pilots are paid")
    (link,) = [span for span in paragraph.spans if span.kind == "link"]
    assert paragraph.text[link.start : link.end] == "annual report"
    assert link.value == "https://example.org/reports/2018"
    first = block_with(text, "The strait is forty")
    assert "transcontinental" in [first.text[s.start : s.end] for s in first.spans if s.kind == "emphasis"]


@EVERY
def test_all_the_words_are_there_once(name: str) -> None:
    words = article_of("pandoc.docx")
    wanted = [w for b in blocks_of(words, "body", "quote", "note") for w in b.text.split() if w.isalpha()]
    found = [
        w for b in blocks_of(article_of(name), "body", "quote", "note") for w in b.text.split() if w.isalpha()
    ]
    if name == "libreoffice.epub":  # Its writer leaves the head of the table out.
        for word in ("Winter", "Days", "North", "South", "crowns", "crowns", "ice", "of"):
            if word in wanted:
                wanted.remove(word)
    assert sorted(word for word in found if len(word) > 3) == sorted(word for word in wanted if len(word) > 3)


@EVERY
def test_every_line_with_text_is_in_one_block(name: str) -> None:
    text = article_of(name)
    seen = [number for block in text.blocks for number in range(block.first, block.last + 1)]
    assert seen == sorted(set(seen))
    assert {n for n, line in enumerate(text.lines, 1) if line.strip()} <= set(seen)


def test_chapters_of_a_book_are_its_pages() -> None:
    text = article_of("pandoc.epub")
    assert block_with(text, "Pilots are paid").page == "The winter timetable"
    assert block_with(text, "It would be wrong").page == "After the thaw"


def test_pages_of_a_pdf_are_cited() -> None:
    text = article_of("libreoffice.pdf")
    assert block_with(text, "The strait is forty").page == "p. 1"
    assert block_with(text, "It would be wrong").page == "p. 2"


def test_what_a_browser_prints_around_a_page_is_boilerplate() -> None:
    shown = [block.text for block in blocks_of(article_of("chromium.pdf"), "boilerplate")]
    assert len(shown) == 6
    assert all("report.html" in line or line.startswith("11/23/26") for line in shown)


def test_a_typeset_journal_in_two_columns_reads_in_order() -> None:
    text = article_of("groff.pdf")
    assert [b.text[:3] for b in blocks_of(text, "heading")][-7:] == [f"{n}. " for n in range(1, 8)]
    over_columns = [b for b in blocks_of(text, "body") if b.text.startswith("When the ice goes")]
    assert len(over_columns) == 6
    assert {b.text for b in over_columns} == {block_with(article_of("pandoc.docx"), "When the ice").text}
    assert [b.text for b in blocks_of(text, "boilerplate")] == [
        "Journal of Strait Studies 2",
        "3 Ferries and Ice",
    ]


def test_words_that_a_typesetter_moved_together_are_kept_apart() -> None:
    abstract = block_with(article_of("groff.pdf"), "Three winters of a ferry crossing")
    assert abstract.text == (
        "Three winters of a ferry crossing show how two ministries share the cost of an icebreaker, "
        "and what they do not share."
    )


def test_a_message_has_its_quotation_and_the_names_of_its_files() -> None:
    text = article_of("mutt.eml")
    assert text.article.title == "The strait in winter: Grüße aus Norhavn"
    assert text.article.authors == ("Marta Lindqvist",)
    (quote,) = blocks_of(text, "quote")
    assert quote.text == (
        "The ice does not read treaties. It comes when it comes, and the treaty waits in the drawer "
        "until April."
    )
    assert block_with(text, "attached:").text == "[attached: report.md, text/markdown]"
    assert [block.text for block in blocks_of(text, "byline")][:2] == [
        "From: Marta Lindqvist <marta@example.org>", "To: oto@example.org",
    ]  # fmt: skip


def test_an_encrypted_pdf_is_refused_in_a_line() -> None:
    from index.model import BriefingError

    with pytest.raises(BriefingError, match="is encrypted; save it without a password"):
        read_article(FILES / "encrypted.pdf", "encrypted.pdf", {})

"""Paragraphs, lists, notes and running heads are told by where lines stand."""

from __future__ import annotations

from collections.abc import Sequence

from index.formats.pdf_furniture import find_furniture
from index.formats.pdf_lines import Line
from index.formats.pdf_notes import mark_notes, note_label, tie_notes
from index.formats.pdf_paragraphs import Measure, Paragraph, paragraphs_of
from index.formats.pdf_roles import is_heading, mark_items

USUAL = Measure(size=10.0, pitch=1.2)
FULL = 300.0


def lines(
    *texts: str, left: float = 50.0, top: float = 700.0, size: float = 10.0, page: int = 0
) -> list[Line]:
    """Lines one under another; a text that ends with `…` reaches the right margin."""
    found = []
    for number, text in enumerate(texts):
        indent = len(text) - len(text.lstrip())
        shown = text.strip().removesuffix("…")
        start = left + indent * 5.0
        right = left + FULL if text.endswith("…") else start + 5.0 * len(shown)
        high = top - number * 1.2 * size
        line = Line(shown, start, right, high, high - size, size, page=page)
        line.least = size
        found.append(line)
    return found


def texts(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [" ".join(line.text for line in paragraph.lines) for paragraph in paragraphs]


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph() -> None:
    found = paragraphs_of(lines("The ice came…", "early.", "Nobody was ready…", "for it."), USUAL)
    assert texts(found) == ["The ice came early.", "Nobody was ready for it."]


def test_an_indented_line_begins_a_paragraph() -> None:
    found = paragraphs_of(
        lines("The ice came. It was…", "early this year. Then…", "  Nobody was…", "ready."), USUAL
    )
    assert texts(found) == ["The ice came. It was early this year. Then", "Nobody was ready."]


def test_items_hang_together_and_are_items() -> None:
    found = paragraphs_of(lines("1. one goes…", "   on", "2. two", "Text after it."), USUAL)
    mark_items(found)
    assert [(paragraph.role, text) for paragraph, text in zip(found, texts(found), strict=True)] == [
        ("item", "1. one goes on"),
        ("item", "2. two"),
        ("body", "Text after it."),
    ]


def test_one_number_alone_makes_no_list() -> None:
    found = paragraphs_of(lines("1. The timetable", "Words follow here and…", "end."), USUAL)
    mark_items(found)
    assert [paragraph.role for paragraph in found] == ["body", "body"]


def test_columns_are_read_one_after_the_other_and_paragraphs_over_them() -> None:
    left = lines(*["Left words go on…"] * 6, left=50)
    right = lines("and end here.", *["Right words go on…"] * 5, left=400)
    found = paragraphs_of([*left, *right], USUAL)
    assert texts(found)[0].endswith("Left words go on and end here.")
    assert len(found) == 2


def test_small_paragraphs_at_the_foot_that_a_marker_leads_to_are_notes() -> None:
    body = lines("Body text¹ of the page…", "ends here.²")
    notes = lines("¹ A note.", "² Another.", top=100, size=8)
    found = paragraphs_of([*body, *notes], USUAL)
    mark_notes(found, USUAL)
    assert [(paragraph.role, paragraph.note) for paragraph in found] == [
        ("body", None),
        ("note", 1),
        ("note", 2),
    ]
    tie_notes(found)
    assert found[0].markers == {0: [(9, 10, 1)], 1: [(10, 11, 2)]}


def test_small_rows_that_begin_with_figures_are_no_notes() -> None:
    body = lines("The offsets are those…", "of version 4.")
    rows = lines("4 CARD32 ALIAS_LIST_OFFSET", "4 CARD32 PARENT_LIST_OFFSET", top=100, size=8)
    found = paragraphs_of([*body, *rows], USUAL)
    mark_notes(found, USUAL)
    assert {paragraph.role for paragraph in found} == {"body"}


def test_a_marker_is_taken_before_a_power_of_the_same_figure() -> None:
    body = lines("The side x² of it and the rest.²")
    found = paragraphs_of([*body, *lines("² A note.", top=100, size=8)], USUAL)
    mark_notes(found, USUAL)
    tie_notes(found)
    assert found[0].markers == {0: [(31, 32, 2)]}


def test_notes_that_begin_anew_on_each_page_are_numbered_through() -> None:
    found: list[Paragraph] = []
    for page in (0, 1):
        text = [*lines("Text.¹", page=page), *lines("¹ A note.", top=100, size=8, page=page)]
        paragraphs = paragraphs_of(text, USUAL)
        mark_notes(paragraphs, USUAL)
        found += paragraphs
    tie_notes(found)
    assert [paragraph.note for paragraph in found if paragraph.role == "note"] == [1, 2]
    assert [paragraph.markers for paragraph in found if paragraph.role == "body"] == [
        {0: [(5, 6, 1)]},
        {0: [(5, 6, 2)]},
    ]


def test_the_number_of_a_note_is_read_in_all_its_forms() -> None:
    assert note_label("¹² Text") == (12, 3)
    assert note_label("3. Text") == (3, 3)
    assert note_label("[7] Text") == (7, 4)
    assert note_label("1998") is None
    assert note_label("Text") is None


def test_larger_lines_are_headings_and_formulas_are_not() -> None:
    (large,) = paragraphs_of(lines("After the thaw", size=16), USUAL)
    (formula,) = paragraphs_of(lines("x = y", size=16), USUAL)
    assert is_heading(large, USUAL)
    assert not is_heading(formula, USUAL)


def test_running_heads_and_page_numbers_are_furniture_and_first_lines_are_not() -> None:
    pages = []
    for number, word in enumerate(("one", "two", "three", "four"), 1):
        text = lines(f"Beginning {word} of a page", f"end {word}")
        pages.append([*lines("A Journal", top=800), *text, *lines(f"{number}", top=40)])
    assert find_furniture(pages) == [({0}, {3})] * 4


def test_heads_of_even_and_odd_pages_are_found_each() -> None:
    pages = [
        [*lines("Even Head" if n % 2 else "Odd Head", top=800), *lines(f"Words {'x' * n}", "and more")]
        for n in range(8)
    ]
    assert all(head == {0} for head, _ in find_furniture(pages))


def test_figures_in_a_formula_are_no_markers() -> None:
    body = Paragraph(lines("It holds that ¹/n is small and {², 3} too.", "The ice came early.³"))
    notes = [
        Paragraph(lines(text, size=8.0), role="note", note=number)
        for number, text in ((1, "¹ One."), (2, "² Two."), (3, "³ Three."))
    ]
    tie_notes([body, *notes])
    assert [number for found in body.markers.values() for _, _, number in found] == [3]


def test_a_roman_number_at_the_edge_of_a_page_is_the_pages() -> None:
    pages = [
        [*lines(text, page=page), *lines(number, top=60.0, page=page)]
        for page, (text, number) in enumerate(
            zip(
                ("Ice came.", "Nobody slept.", "It went.", "They ate."),
                ("i", "ii", "iii", "civil"),
                strict=True,
            )
        )
    ]
    assert [foot for _, foot in find_furniture(pages)] == [{1}, {1}, {1}, set()]

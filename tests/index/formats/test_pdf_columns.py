"""Columns that were drawn row by row are read one after the other; a table stays a table."""

from __future__ import annotations

from index.formats.pdf import read_pdf
from tests.index.formats.made import drawn

LEFT = [
    "The strait is forty kilometres wide and it", "is covered with ice for eleven weeks of the",
    "year. A small boat cannot pass it, and the", "harbour masters on both shores have kept a",
    "timetable since the year in which the first", "icebreaker came. Nobody has changed it yet.",
    "The ledger of the port says what it costs to", "keep the strait open until the thaw begins.",
]  # fmt: skip
RIGHT = [
    "Pilots are paid by the passage and not by the", "hour, and so a passage that takes nine hours",
    "is worth no more than one that takes three of", "them. The older men have stopped taking ships",
    "after dark, which the ministry puts much more", "politely in the report that it has published.",
    "When the ice goes the quarrel goes with it, as", "long as nobody asks who has paid for the ship.",
]  # fmt: skip


def rows(left: list[str], right: list[str]) -> bytes:
    places = [
        (x, 700.0 - 12 * row, text)
        for row, pair in enumerate(zip(left, right, strict=True))
        for x, text in zip((50.0, 320.0), pair, strict=True)
    ]
    return drawn(*places)


def test_two_columns_that_were_drawn_row_by_row_are_read_one_after_the_other() -> None:
    source = read_pdf(rows(LEFT, RIGHT))
    assert list(source.lines) == [*LEFT, *RIGHT]
    assert all(mark.kind == "body" for mark in source.marks)


def test_rows_of_words_stay_a_table() -> None:
    names = ["Norhavn", "Berth", "Ostrand", "Kai", "Lindqvist", "Brandt", "Pilot", "Ledger"]
    source = read_pdf(rows(names, ["the port of the ferry and its ice"] * 8))
    assert [mark.kind for mark in source.marks] == ["verbatim"]

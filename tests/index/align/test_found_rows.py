"""Rows that the program finds: what runs parallel stands side by side, and one topic alone is not enough."""

from __future__ import annotations

from pathlib import Path

from index import Topic, compare
from tests.index.align.corpora import corpus_of

MOCKED = "The soldiers of the governor put on the man a scarlet robe and a crown of thorns, and mocked him."
ASKED = "The governor asked the man in the scarlet robe whether he was a king, and the soldiers kept silence."
GUARDED = (
    "The soldiers watched the tomb by night until a great earthquake rolled the stone from the dead man."
)


def test_passages_with_far_nearer_counterparts_are_not_joined(tmp_path: Path) -> None:
    told = {
        "one": [MOCKED, ASKED, GUARDED],
        "two": [
            each.replace("The", "Then the").replace("and ", "and so ") for each in (MOCKED, ASKED, GUARDED)
        ],
        "three": ["Nothing is told here of it but the harvest, the vineyard and the price of barley."],
    }
    rows = compare(corpus_of(tmp_path, told), Topic(id="man", label="man")).rows
    lines = sorted(
        tuple(cell.passage.first for cells in row.cells.values() for cell in cells) for row in rows
    )
    assert lines == [(3, 3), (5, 5), (7, 7)]

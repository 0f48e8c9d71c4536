"""The passages of a comparison as lines: where each stands, who speaks, its text with the words marked."""

from __future__ import annotations

from index import Cell, Comparison, Row, figures
from tui.layout.line import Line, joined, paragraph, word_spans
from tui.layout.verdicts import NO_REMARKS, Remarks
from tui.layout.words import lines_of

# So many places of passages that a row leaves out are told of an article.
_LEFT_OUT = 6


class Passages:
    """How the passages of a comparison are shown, so that each row and column shows them alike.

    `shared` marks, beside the topic's words, those of the row and those that its passages have in common,
    with all numbers and dates; `remarks` stand beside their passages.
    """

    def __init__(self, comparison: Comparison, shared: bool = False, remarks: Remarks = NO_REMARKS) -> None:
        self.comparison = comparison
        self._shared = shared
        self._remarks = remarks
        # The numbers of the rows that a passage stands in, by article and number of the passage.
        self._rows: dict[tuple[str, int], list[int]] = {}
        for number, row in enumerate(self.comparison.rows, 1):
            for article, found in row.cells.items():
                for cell in found:
                    self._rows.setdefault((article, cell.passage.n), []).append(number)

    def lines(self, row: int, cell: Cell, width: int) -> list[Line]:
        """A passage in a row (from 0): a line about it, then its text."""
        passage = cell.passage
        said = self._remarks.said.get((passage.article, passage.lines))
        also = [str(each) for each in self._rows[passage.article, passage.n] if each != row + 1]
        place = joined(
            (
                lines_of(passage, long=True),
                f"{cell.speaker} speaks" if cell.speaker else "",
                passage.kind if passage.kind != "body" else "",
                "mention only" if cell.strength == "mentions" else "",
                f"also in row{'s' * (len(also) > 1)} {', '.join(also)}" if also else "",
                said.says if said else "",
            )
        )
        marks: tuple[tuple[int, int], ...] = ()
        if self._shared:
            words = word_spans(passage.text, self.comparison.rows[row].shared)
            marks = (*words, *figures(passage.text))
        return [
            *paragraph(place, width, tone="dim"),
            *paragraph(
                passage.text, width, cell.spans, shared=marks, asked=cell.asked if self._shared else ()
            ),
        ]


def left_out(row: Row, article: str) -> str:
    """Where the article's passages stand that would be in a row too and have less in common; or nothing."""
    passages = row.also.get(article, ())
    if not passages:
        return ""
    places = [lines_of(passage) for passage in passages[:_LEFT_OUT]]
    if len(passages) > _LEFT_OUT:
        places.append(f"and {len(passages) - _LEFT_OUT} more")
    return f"less like the others: line{'s' * (len(passages) > 1)} {', '.join(places)}"

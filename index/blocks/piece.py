"""A piece: some source lines that may become a block, while the rules are still making up their minds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.blocks.draft import Edit
from index.blocks.shapes import indent_of
from index.model import Kind, Span

if TYPE_CHECKING:
    from index.blocks.candidates import Candidate

_TERMINAL = tuple(".!?:;…。！？")
_CLOSING = "\"'”’»)]*_ \t\n\u00a0"
_FIGURES = "0123456789[]⁰¹²³⁴⁵⁶⁷⁸⁹"


@dataclass(slots=True)
class Piece:
    """Some source lines and what is thought of them.

    `first` and `last` are 1-based lines. `raw` is those lines joined with newlines. `gap` counts the lines
    without text before it, and `loose` tells whether one of them holds a space of some kind. `item` is an
    item of a list; `verbatim` keeps its line ends. `sure` means that the format or its markup says so, and
    no rule that goes by looks may change it. `indent` counts the spaces before its first line. `cuts` are
    edits of the raw text that are made before all others; `spans`, and `stays` (line ends that are kept),
    are offsets into the raw text. `figures` are the places where a note marker may stand, once looked for.
    """

    first: int
    last: int
    raw: str
    kind: Kind = "body"
    level: int = 0
    note: int | None = None
    gap: int = 0
    loose: bool = False
    item: bool = False
    verbatim: bool = False
    code: bool = False
    sure: bool = False
    indent: int = 0
    cuts: list[Edit] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    stays: tuple[int, ...] = ()
    figures: list[Candidate] | None = None
    _ended: bool | None = None

    @property
    def shown(self) -> str:
        """The raw text without space around it."""
        return self.raw.strip()

    @property
    def is_text(self) -> bool:
        """Whether it runs on as sentences do, so that a sentence may go on in the next piece."""
        return self.kind in ("body", "quote") and not self.verbatim

    @property
    def ended(self) -> bool:
        """Whether its last sentence has come to its end: a full stop or its like, then maybe closing marks.

        The figures of a note marker may stand after it.
        """
        if self._ended is None:
            tail = self.raw[-60:].rstrip(_CLOSING)
            self._ended = tail.endswith(_TERMINAL) or tail.rstrip(_FIGURES).rstrip(_CLOSING).endswith(
                _TERMINAL
            )
        return self._ended

    def cut(self, start: int, end: int, kind: str, put: str = "") -> None:
        """Ask for characters of the raw text to be taken out or replaced; what is cut already stays so."""
        after = not self.cuts or self.cuts[-1].end <= start
        if after or all(end <= edit.start or edit.end <= start for edit in self.cuts):
            self.cuts.append(Edit(start, end, put, kind))


def make_piece(
    lines: Sequence[str], first: int, last: int, *, verbatim: bool = False, item: bool = False
) -> Piece:
    """A piece of source lines, 1-based and inclusive."""
    raw = lines[first - 1] if first == last else "\n".join(lines[first - 1 : last])
    return Piece(first, last, raw, verbatim=verbatim, item=item, indent=indent_of(lines[first - 1]))

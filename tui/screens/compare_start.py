"""Where the side by side opens, as it is remembered: plain values of which broken ones are passed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from tui.state.place import JSON


@dataclass(frozen=True, slots=True)
class Start:
    """Where the side by side opens: the cursor's row, article and passage, and how it is shown.

    `scroll` is the first line on the screen, with the width at which lines were counted.
    """

    row: int = 0
    article: str = ""
    index: int | None = None
    scroll: tuple[int, int] | None = None
    chosen: tuple[str, ...] = ()
    speaking: bool | None = None
    silences: bool = False
    why: bool = False
    pinned: str = ""

    @classmethod
    def of(cls, parameters: Mapping[str, JSON]) -> Self:
        """The start that was remembered."""

        def number(key: str) -> int | None:
            value = parameters.get(key)
            return value if isinstance(value, int) and not isinstance(value, bool) else None

        chosen, speaking, scroll = (parameters.get(key) for key in ("chosen", "speaking", "scroll"))
        return cls(
            max(number("row") or 0, 0),
            str(parameters.get("article") or ""),
            number("index"),
            _pair(scroll),
            tuple(str(key) for key in chosen) if isinstance(chosen, list) else (),
            speaking if isinstance(speaking, bool) else None,
            parameters.get("silences") is True,
            parameters.get("why") is True,
            str(parameters.get("pinned") or ""),
        )

    def parameters(self) -> dict[str, JSON]:
        """The start to be remembered."""
        return {
            "row": self.row, "article": self.article, "index": self.index,
            "scroll": list(self.scroll) if self.scroll else None, "chosen": list(self.chosen),
            "speaking": self.speaking, "silences": self.silences, "why": self.why, "pinned": self.pinned,
        }  # fmt: skip


def _pair(value: JSON) -> tuple[int, int] | None:
    match value:
        case [int(first), int(second)]:
            return (first, second)
    return None

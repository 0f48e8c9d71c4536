"""How the matrix opens, as it is remembered: plain values of which broken ones are passed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from tui.layout.grid import UNITS, Unit
from tui.layout.grid_order import ARTICLE_ORDERS, ORDERS, ArticleOrder, Order
from tui.state.place import JSON


@dataclass(frozen=True, slots=True)
class Start:
    """The cursor's topic and article, what cells count, and which articles stand in which order."""

    topic: str = ""
    article: str = ""
    unit: Unit = "passages"
    order: Order = "as declared"
    columns: ArticleOrder | None = None
    chosen: tuple[str, ...] = ()

    @classmethod
    def of(cls, parameters: Mapping[str, JSON]) -> Self:
        """The start that was remembered."""
        unit, order = parameters.get("unit"), parameters.get("order")
        columns, chosen = parameters.get("columns"), parameters.get("chosen")
        return cls(
            str(parameters.get("topic") or ""),
            str(parameters.get("article") or ""),
            unit if unit in UNITS else "passages",
            order if order in ORDERS else "as declared",
            columns if columns in ARTICLE_ORDERS else None,
            tuple(str(key) for key in chosen) if isinstance(chosen, list) else (),
        )

    def parameters(self) -> dict[str, JSON]:
        """The start to be remembered."""
        return {
            "topic": self.topic, "article": self.article, "unit": self.unit, "order": self.order,
            "columns": self.columns, "chosen": list(self.chosen),
        }  # fmt: skip

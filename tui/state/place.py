"""Where a person is: a screen and what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"


@dataclass(frozen=True)
class Place:
    """A screen's name and its parameters as plain JSON values."""

    screen: str
    parameters: Mapping[str, JSON] = field(default_factory=dict)

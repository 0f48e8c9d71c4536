"""Where a person is: a screen and what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"


class Place(NamedTuple):
    """A screen's name and its parameters as plain JSON values."""

    screen: str
    parameters: Mapping[str, JSON] = MappingProxyType({})

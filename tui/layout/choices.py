"""A list to choose from as lines: a head with its keys, groups, ticks, and notes at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index import fold
from tui.layout.line import Line, Run, cells, cut, rule, sides

_KEYS_WHILE_TYPING = "Enter ends, Esc shows all"


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to choose: `value` for the program, `label` and `note` for the eye.

    `mark` is None where nothing is ticked, else whether it is; `group` is a heading over the first of its
    kind; `also` is not shown, and found by a filter.
    """

    value: str
    label: str
    note: str = ""
    mark: bool | None = None
    group: str = ""
    also: str = ""

    def has(self, words: Sequence[str]) -> bool:
        """Whether all these words, folded, stand in it."""
        return all(word in fold(f"{self.label} {self.note} {self.also}") for word in words)


def lay_out(choices: Sequence[Choice], width: int) -> tuple[list[Line], list[int]]:
    """The lines of choices under their groups, and on which of them each choice stands."""
    lines: list[Line] = []
    places: list[int] = []
    group = ""
    for choice in choices:
        if choice.group != group:
            group = choice.group
            lines.append((Run(f"  {cut(group, width - 2)}", "dim"),))
        places.append(len(lines))
        lines.append(line(choice, width))
    return lines, places


def line(choice: Choice, width: int) -> Line:
    """The line of one choice."""
    tick = "" if choice.mark is None else ("[x] " if choice.mark else "[ ] ")
    room = width - 4 - len(tick) - cells(choice.note) - 2
    left = (Run("    " + tick), Run(cut(choice.label, room)))
    return sides(left, (Run(f"  {choice.note}", "dim"),), width)


def head(label: str, keys: str, width: int) -> Line:
    """The line over a list: what it is, and its own keys in words where there is room for them."""
    return rule(label, width, keys, "")


def filtered_head(label: str, keys: str, words: str, found: str, cursor: str, width: int) -> Line:
    """The line over a list of which only what has some words is shown.

    `found` tells how many those are; `cursor` stands behind the words while they are typed, and is empty
    before and after that.
    """
    keys = _KEYS_WHILE_TYPING if cursor else keys
    return rule(f"{label} with /{words}{cursor.strip()}", width, f"{found} · {keys}", found)

"""The commands of the palette: chosen by words, listed for a width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index import fold
from tui.layout.listing import Listing


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do by name: `kind` and `value` say what, `keys` how it is done without the palette."""

    label: str
    note: str
    kind: str
    value: str
    keys: str = ""


def chosen(commands: Iterable[Command], words: str) -> list[Command]:
    """The commands that have all these words, those first whose name begins with them."""
    wanted = fold(words).split()
    found: list[tuple[int, Command]] = []
    for command in commands:
        label, note = fold(command.label), fold(command.note)
        if all(word in label or word in note for word in wanted):
            begins = any(part.startswith(wanted[0]) for part in label.split()) if wanted else True
            rank = 0 if begins and label.startswith(" ".join(wanted)) else 1 if begins else 2
            found.append((rank, command))
    return [command for _, command in sorted(found, key=lambda item: item[0])]


def command_list(commands: Sequence[Command], width: int) -> Listing:
    """The list, each command on one row with its keys at the right."""
    listing = Listing(width)
    for command in commands:
        note = f" · {command.note}" if command.note else ""
        listing.entry((command.label + note, command.keys, "text"))
    if not commands:
        listing.remark("no command, article or topic has these words")
    return listing

"""The help page: actions with their keys, by group."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from rich.cells import cell_len

from tui.actions import Action, key_name
from tui.layout.line import Tone, wrap
from tui.layout.listing import Listing

GROUPS = {
    "move": "Moving",
    "library": "Library",
    "contents": "Contents",
    "find": "Finding here",
    "read": "Reading",
    "pane": "In a pane under a comparison",
    "search": "Searching",
    "typing": "While typing a query",
    "found": "With a passage",
    "grid": "Articles and topics",
    "matrix": "Matrix",
    "compare": "Side by side",
    "app": "Everywhere",
}
_KEYS = 18
_KEYS_NARROW = 10
# From this width on, what is done stands beside a key and its name in the settings beside that.
NAMED = 70
_EXAMPLES = 38


def keys(
    actions: Iterable[Action], width: int, examples: Sequence[tuple[str, str]] = (), rule: str = ""
) -> Listing:
    """The page; each action is an entry, so that a page of them can be walked.

    `examples` are things to type with what they mean, for a screen that has a language of its own; `rule`
    tells what the words mean that a screen uses of articles.
    """
    listing = Listing(width)
    if rule:
        listing.remark("Who speaks", "head")
        listing.remark(rule, "text")
    beside = width >= _EXAMPLES + max((len(meaning) for _, meaning in examples), default=0) + 3
    for number, (example, meaning) in enumerate(examples):
        if not number:
            listing.remark("What can be typed", "head")
        listing.entry((f"{example:<{_EXAMPLES}}{meaning}" if beside else example, "", "text"))
        if not beside:
            listing.remark(f"  {meaning}")
    groups: dict[str, list[Action]] = {}
    for action in actions:
        if action.keys:
            groups.setdefault(action.id.split(".")[0], []).append(action)
    for name, members in groups.items():
        if listing.lines:
            listing.remark()
        listing.remark(GROUPS.get(name, name), "head")
        for action in members:
            listing.entry(*_rows(action, width))
    return listing


def _rows(action: Action, width: int) -> list[tuple[str, str, Tone]]:
    shown = " ".join(key_name(key) for key in action.keys)
    named = action.id if width >= NAMED else ""
    column = _KEYS if width >= NAMED else _KEYS_NARROW
    room = width - column - len(named) - 6
    lines = [action.help[first:last] for first, last in wrap(action.help, max(room, 16))]
    indent = " " * column
    if cell_len(shown) >= column:
        return [(shown, named, "text"), *((indent + line, "", "text") for line in lines)]
    first = shown + indent[cell_len(shown) :] + lines[0]
    return [(first, named, "text"), *((indent + line, "", "text") for line in lines[1:])]


def fitting_hints(actions: Iterable[Action], width: int, first: Container[str] = ()) -> list[str]:
    """What the hint line says: the keys for which there is room, in the order of the table.

    Those whose ids are in `first` are taken first, then those with the first places in the line.
    """
    hinted = [action for action in actions if action.keys and (action.hint or action.id in first)]
    told = {action: f"{key_name(action.keys[0])} {action.label}" for action in hinted}
    fitting: set[Action] = set()
    room = width
    for action in sorted(told, key=lambda action: (action.id not in first, action.hint)):
        if cell_len(told[action]) <= room:
            fitting.add(action)
            room -= cell_len(told[action]) + 2
    return [words for action, words in told.items() if action in fitting]

"""The key table of the README, made from the registry: `python -m tui.actions.table` prints it."""

from __future__ import annotations

from tui.actions import ACTIONS, EVERYWHERE, Action, key_name

_SCREENS = {
    EVERYWHERE: "everywhere",
    "library": "library",
    "reader": "article",
    "contents": "contents",
    "search": "search",
    "matrix": "matrix",
    "compare": "side by side",
    "similar": "others on this",
    "help": "help",
    "palette": "commands",
}


def key_table() -> str:
    """All actions with their keys, what they do and where, as a Markdown table."""
    rows = ["| keys | what it does | where |", "|---|---|---|"]
    rows += [f"| {_keys(action)} | {_cell(action.help)} | {_where(action)} |" for action in ACTIONS]
    return "\n".join(rows)


def _keys(action: Action) -> str:
    return " ".join(f"`{_cell(key_name(key))}`" for key in action.keys)


def _where(action: Action) -> str:
    return ", ".join(_SCREENS[screen] for screen in action.screens)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    print(key_table())

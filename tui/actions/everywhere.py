# ruff: noqa: E501 (a table: one action a line)
"""The actions that lead from screen to screen, and those that hold on all."""

from __future__ import annotations

from tui.actions.model import EVERYWHERE, Action

ACTIONS: tuple[Action, ...] = (
    Action("app.search", ("s",), "search all", "search all articles as you type",
           ("reader", "library", "help", "matrix", "compare", "similar"), hint=6),
    Action("app.compare", ("c",), "compare", "topics side by side",
           ("reader", "library", "help", "search", "similar", "compare"), hint=7),
    Action("app.library", ("L",), "library", "the list of articles", ("reader", "search", "matrix", "compare", "similar")),
    Action("app.help", ("question_mark",), "help", "all keys, and what they do here", (EVERYWHERE,), hint=3),
    Action("app.back", ("escape",), "back", "back to where you came from", (EVERYWHERE,), hint=5),
    Action("app.leave", ("q",), "quit", "leave; the next start opens here again", (EVERYWHERE,), hint=4),
    Action("app.close-page", ("q",), "close", "close this page, as Esc does", ("help", "contents"), hint=4, palette=False),
    Action("app.command-palette", ("ctrl+p",), "all commands", "find a command, an article or a topic by its name", (EVERYWHERE,),
           always=True, palette=False),
    Action("app.redraw", ("ctrl+l",), "redraw", "draw the whole screen again", (EVERYWHERE,), always=True),
    Action("app.suspend", ("ctrl+z",), "suspend", "back to the shell; fg returns", (EVERYWHERE,), always=True),
)  # fmt: skip

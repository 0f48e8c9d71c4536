# ruff: noqa: E501 (a table: one action a line)
"""The actions of search, matrix, side by side and similar."""

from __future__ import annotations

from tui.actions.model import Action

_SEARCH = ("search",)
_MATRIX = ("matrix",)
_COMPARE = ("compare",)
_JUDGED = ("compare", "reader")
_GRID = ("matrix", "compare")
_FOUND = ("search", "similar")
_QUOTED = ("search", "compare", "similar")

ACTIONS: tuple[Action, ...] = (
    Action("found.open", ("enter",), "open", "open the article at this passage, words marked (from the side by side in a pane where there is room); Esc comes back here", _QUOTED, hint=1),
    Action("found.next-hit", ("n",), "next", "the next passage", _FOUND, hint=4),
    Action("found.previous-hit", ("N",), "previous", "the passage before", _FOUND),
    Action("found.next-article", ("J",), "next article", "the first passage of the next article", _FOUND, hint=5),
    Action("found.previous-article", ("K",), "previous article", "the first passage of the article before", _FOUND),
    Action("search.edit", ("slash", "s", "i"), "edit query", "back to the query", _SEARCH, hint=2),
    Action("search.take", ("tab",), "did you mean", "take the spelling that is offered; without one, between query and list", _SEARCH, palette=False),
    Action("search.filter", ("F",), "filters", "narrow by article, source, year, section, topic or kind, or by what is without it (x); take filters out; open articles without a hit", _SEARCH, hint=6),
    Action("search.unfilter", ("backspace",), "drop filter", "take the last filter word out of the query", _SEARCH),
    Action("search.order", ("o",), "order", "order by best, date, title or count", _SEARCH, hint=7),
    Action("search.notes", ("t",), "notes", "count and show hits in notes too, or leave them out", _SEARCH, hint=7),
    Action("typing.filter", ("ctrl+f",), "filters", "the filters, while typing", _SEARCH, always=True, palette=False),
    Action("typing.order", ("ctrl+o",), "order", "another order, while typing", _SEARCH, always=True, palette=False),
    Action("typing.notes", ("ctrl+t",), "notes", "notes in or out, while typing", _SEARCH, always=True, palette=False),
    Action("search.side-by-side", ("C",), "side by side", "this query as a topic, side by side", _SEARCH, hint=8),
    Action("search.save", ("S",), "save search", "keep this search under a name", _SEARCH),
    Action("search.saved", ("at",), "saved searches", "open a saved search, or one of before", _SEARCH),
    Action("search.as-topic", ("T",), "save as topic", "keep this search as a topic in your own topics.toml", _SEARCH),
    Action("found.similar", ("p",), "others on this", "what the other articles say about this passage", _QUOTED, hint=6),
    Action("found.cite", ("y",), "copy cited", "copy this passage with its citation: sent to the terminal, and written to a file", _QUOTED),
    Action("found.copy", ("Y",), "copy text", "copy this passage without citation", _QUOTED),
    Action("found.export", ("e",), "export", "write what is shown to a file: Markdown, HTML, CSV, JSON or plain by its name",
           ("search", "matrix", "compare", "similar")),
    Action("grid.left", ("h", "left", "shift+tab"), "left", "the article to the left", _GRID),
    Action("grid.right", ("l", "right", "tab"), "right", "the article to the right", _GRID),
    Action("grid.later", ("greater_than_sign",), "more articles", "the next articles that fit beside the base", _GRID, hint=7),
    Action("grid.earlier", ("less_than_sign",), "articles before", "the articles before these", _GRID),
    Action("grid.page-down", ("pagedown", "ctrl+f"), "page", "one page down", _GRID),
    Action("grid.choose", ("space",), "choose articles", "choose which articles stand side by side: space ticks one, a all or none, x only this, Enter shows them", _GRID, hint=6),
    Action("grid.topic", ("colon",), "topic", "jump to a topic, or type words for one of your own", _GRID, hint=3),
    Action("matrix.open", ("enter",), "side by side", "open the topic at this article", _MATRIX, hint=1),
    Action("matrix.order", ("o",), "order", "order topics as declared, by name, by coverage, or by this article", _MATRIX, hint=4),
    Action("matrix.columns", ("O",), "articles' order", "articles by date, or by how many topics they speak on", _MATRIX),
    Action("matrix.unit", ("v",), "counts", "count passages, topic words, or only yes and no", _MATRIX, hint=5),
    Action("compare.why", ("w",), "why", "why this passage stands here: words, what others share, numbers and dates", _COMPARE, hint=2),
    Action("compare.next-gap", ("n",), "next gap", "the next row where the articles differ in who speaks", _COMPARE, hint=4),
    Action("compare.previous-gap", ("N",), "previous gap", "the row before where they differ", _COMPARE),
    Action("compare.next-row", ("right_square_bracket",), "next row", "the next row; 5G is row 5", _COMPARE, hint=6),
    Action("compare.previous-row", ("left_square_bracket",), "previous row", "the row before", _COMPARE),
    Action("compare.next-topic", ("J",), "next topic", "the next topic", _COMPARE),
    Action("compare.previous-topic", ("K",), "previous topic", "the topic before", _COMPARE),
    Action("compare.silences", ("z",), "silences", "show only who is silent, and why", _COMPARE, hint=5),
    Action("compare.speaking", ("f",), "who speaks", "show only the articles that speak, or all", _COMPARE, hint=5),
    Action("compare.base", ("B",), "pin", "pin this article as the base that stays when others page past", _COMPARE),
    Action("compare.words", ("W",), "words to add", "words that the topic's passages also say, to be added to it", _COMPARE),
    Action("compare.save-topic", ("T",), "save as topic", "keep a topic that was typed in your own topics.toml", _COMPARE),
    Action("compare.accept", ("a",), "accept", "say that this passage is on the topic: kept in your own file, with the date", _JUDGED),
    Action("compare.reject", ("x",), "reject", "say that this passage is not on the topic: kept in your own file, with the date", _JUDGED),
    Action("compare.undo", ("U",), "undo", "take the last word on this passage back", _JUDGED),
)  # fmt: skip

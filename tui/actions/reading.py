# ruff: noqa: E501 (a table: one action a line)
"""The actions of the reading screens."""

from __future__ import annotations

from tui.actions.model import Action

LISTS = ("library", "contents", "palette", "search", "matrix", "similar")
TEXTS = ("reader", "help")
MOVES = (*TEXTS, *LISTS, "compare")
# In the grids, space chooses articles and f shows only those who speak.
PAGED = (*TEXTS, "library", "contents", "search", "similar")

ACTIONS: tuple[Action, ...] = (
    Action("move.line-down", ("j", "down"), "down", "one line or entry down; a number before it says how many", MOVES, palette=False),
    Action("move.line-up", ("k", "up"), "up", "one line or entry up", MOVES, palette=False),
    Action("move.page-down", ("space", "f", "pagedown"), "page", "one page down", PAGED, hint=12, palette=False),
    Action("move.page-up", ("b", "pageup"), "page up", "one page up", MOVES, palette=False),
    Action("move.half-down", ("d", "ctrl+d"), "half page", "half a page down", MOVES, palette=False),
    Action("move.half-up", ("u", "ctrl+u"), "half page up", "half a page up", ("help", *LISTS, "compare"), palette=False),
    Action("read.half-up", ("ctrl+u",), "half page up", "half a page up", ("reader",), palette=False),
    Action("move.top", ("g", "home"), "top", "to the top", MOVES, palette=False),
    Action("move.bottom", ("G", "end"), "bottom", "to the bottom", MOVES, palette=False),
    Action("library.open", ("enter",), "open", "open the article, where you left it", ("library",), hint=1),
    Action("library.filter", ("slash",), "filter", "show only articles with these words in title, author, source or date",
           ("library",), hint=8),
    Action("contents.open", ("enter",), "go there", "go to the section", ("contents",), hint=1),
    Action("find.find", ("slash",), "find", "in this article; small letters find both; regex: before a pattern",
           ("reader",), hint=1),
    Action("find.next-hit", ("n",), "next hit", "and on into the next article with hits", ("reader",), hint=8),
    Action("find.previous-hit", ("N",), "previous hit", "and back into the article before", ("reader",)),
    Action("read.part", ("percent_sign",), "part", "so far into the article: 50% is its middle", ("reader",)),
    Action("read.next-article", ("J",), "next article", "or the next one with hits", ("reader",), hint=10),
    Action("read.previous-article", ("K",), "previous article", "or the last one with hits", ("reader",)),
    Action("read.next-section", ("right_square_bracket",), "next section", "the next heading to the top", ("reader",)),
    Action("read.previous-section", ("left_square_bracket",), "previous section", "the heading before to the top", ("reader",)),
    Action("read.next-passage", ("right_curly_bracket",), "next passage", "▸ to the next passage", ("reader",)),
    Action("read.previous-passage", ("left_curly_bracket",), "previous passage", "▸ to the passage before", ("reader",)),
    Action("read.contents", ("t",), "contents", "the sections of this article", ("reader",), hint=6),
    Action("read.note", ("u",), "note", "the notes that are marked on this page, one after another; in the notes, back to the marker; where nothing is marked, half a page up",
           ("reader",), hint=9),
    Action("read.similar", ("p",), "others on this", "what the other articles say about the passage at ▸", ("reader",), hint=8),
    Action("read.mark", ("m",), "mark", "mark this place with the letter that follows", ("reader",)),
    Action("read.jump", ("apostrophe",), "jump", "jump to the mark with the letter that follows; '' jumps back", ("reader",)),
    Action("read.raw", ("o",), "raw lines", "the lines of the file beside the cleaned text, and what was repaired", ("reader",)),
    Action("read.numbers", ("number_sign",), "line numbers", "show or hide the file's line numbers", ("reader",)),
    Action("read.margins", ("M",), "page furniture", "show in full, or in one row each, what is not text", ("reader",)),
    Action("read.wider", ("plus",), "wider", "four cells wider", ("reader",)),
    Action("read.narrower", ("minus",), "narrower", "four cells narrower", ("reader",)),
    Action("read.usual-width", ("equals_sign",), "usual width", "as wide as the settings say", ("reader",)),
    Action("read.cite", ("y",), "copy cited", "copy the passage at ▸ with its citation: sent to the terminal, and written to a file",
           ("reader",)),
    Action("read.copy", ("Y",), "copy text", "copy the passage at ▸ without citation", ("reader",)),
    Action("read.export", ("e",), "export", "write the article to a file", ("reader",)),
)  # fmt: skip

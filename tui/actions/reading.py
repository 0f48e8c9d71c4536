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
    Action("move.line-down", ("j", "down"), "down", "one line or entry down; a number before a key says how often: 10j", MOVES, palette=False),
    Action("move.line-up", ("k", "up"), "up", "one line or entry up", MOVES, palette=False),
    Action("move.page-down", ("space", "f", "pagedown"), "page", "one page down", PAGED, hint=12, palette=False),
    Action("move.page-up", ("b", "pageup"), "page up", "one page up", MOVES, palette=False),
    Action("move.half-down", ("d", "ctrl+d"), "half page", "half a page down", MOVES, palette=False),
    Action("move.half-up", ("u", "ctrl+u"), "half page up", "half a page up", ("help", *LISTS, "compare"), palette=False),
    Action("read.half-up", ("ctrl+u",), "half page up", "half a page up", ("reader",), palette=False),
    Action("move.top", ("g", "home"), "top", "to the top; 5g is line or entry 5", MOVES, palette=False),
    Action("move.bottom", ("G", "end"), "bottom", "to the bottom; 5G is line or entry 5", MOVES, palette=False),
    Action("library.open", ("enter",), "open", "open the article, where you left it", ("library",), hint=1),
    Action("library.filter", ("slash",), "filter", "show only articles with these words in title, author, source or date",
           ("library",), hint=8),
    Action("contents.open", ("enter",), "go there", "go to the section", ("contents",), hint=1),
    Action("pane.whole-screen", ("enter",), "whole screen", "from the pane under a side by side: the article on the whole screen; Esc comes back to the pane",
           ("reader",), hint=1, palette=False),
    Action("pane.next-cell", ("tab",), "next cell", "in the pane: the next passage of the side by side, row by row", ("reader",), hint=2, palette=False),
    Action("pane.previous-cell", ("shift+tab",), "cell before", "in the pane: the passage before in the side by side", ("reader",), palette=False),
    Action("find.find", ("slash",), "find", "find in this article; small letters find both; regex: before a pattern; Enter alone finds the last again",
           ("reader",), hint=1),
    Action("find.next-hit", ("n",), "next hit", "the next hit; after those of a search here, on into the next article", ("reader",), hint=8),
    Action("find.previous-hit", ("N",), "previous hit", "the hit before, and back into the article before", ("reader",)),
    Action("read.part", ("percent_sign",), "go to percent", "so far into the article: 50% is its middle", ("reader",)),
    Action("read.next-article", ("J",), "next article", "the next article, after a search the next with hits", ("reader",), hint=10),
    Action("read.previous-article", ("K",), "previous article", "the article before, after a search the one with hits", ("reader",)),
    Action("read.next-section", ("right_square_bracket",), "next section", "to the next heading", ("reader",)),
    Action("read.previous-section", ("left_square_bracket",), "previous section", "to the heading before", ("reader",)),
    Action("read.next-passage", ("right_curly_bracket",), "next passage", "▸, which marks what p, y and Y are about, to the next passage", ("reader",)),
    Action("read.previous-passage", ("left_curly_bracket",), "previous passage", "▸ to the passage before", ("reader",)),
    Action("read.contents", ("t",), "contents", "the sections of this article", ("reader",), hint=6),
    Action("read.note", ("u",), "note", "the notes that are marked on this page, one after another; in the notes, back to the marker; where nothing is marked, half a page up",
           ("reader",), hint=9),
    Action("read.similar", ("p",), "others on this", "what the other articles say about the passage at ▸", ("reader",), hint=8),
    Action("read.mark", ("m",), "mark", "mark this place with the letter that follows", ("reader",)),
    Action("read.jump", ("apostrophe",), "jump", "jump to the mark with the letter that follows; '' jumps back", ("reader",)),
    Action("read.raw", ("o",), "raw lines", "show or hide the lines of the file with the cleaned text, and what was repaired", ("reader",)),
    Action("read.numbers", ("number_sign",), "line numbers", "show or hide the file's line numbers", ("reader",)),
    Action("read.margins", ("M",), "page furniture", "show in full, or in one row each, what is not text", ("reader",)),
    Action("read.wider", ("plus",), "wider", "the text four cells wider", ("reader",)),
    Action("read.narrower", ("minus",), "narrower", "the text four cells narrower", ("reader",)),
    Action("read.usual-width", ("equals_sign",), "usual width", "the text as wide as the settings say", ("reader",)),
    Action("read.cite", ("y",), "copy cited", "copy the passage at ▸ with its citation: sent to the terminal, and written to a file",
           ("reader",)),
    Action("read.copy", ("Y",), "copy text", "copy the passage at ▸ without citation", ("reader",)),
    Action("read.export", ("e",), "export", "write the article to a file", ("reader",)),
)  # fmt: skip

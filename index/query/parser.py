"""Reading a query: whatever is typed or pasted becomes a tree, and mistakes are told with their place.

Whoosh's own parser raises on odd input and knows less; this one never fails, because what is not understood
is searched as words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.query.bags import bag, is_sentence, joined
from index.query.lexer import Lexeme, lex
from index.query.reading import Reading, TopicQuery
from index.query.tree import And, Field, Node, Not, Nothing, Or
from index.results import QueryProblem

WORD_FIELDS = ("title", "author", "source", "section")
FACT_FIELDS = ("article", "kind", "lang")
FIELDS = (*WORD_FIELDS, *FACT_FIELDS, "topic", "date")

_BARE = {f"{name}:" for name in FIELDS}

# What a screen can show and a person can mean; a longer paste is searched by its beginning.
_LONGEST = 8_000
_DEEPEST = 24


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query as it was understood, and what was wrong with it."""

    query: str
    tree: Node
    problems: tuple[QueryProblem, ...]


def parse(query: str, *, complete: bool = False, topic: TopicQuery | None = None) -> Parsed:
    """Read a query.

    `complete` tells that its last word is still being typed. `topic` gives id, label and query of a topic by
    its name, and raises BriefingError for an unknown one.
    """
    text = query[:_LONGEST]
    lexemes = lex(text)
    things = Reading(text, complete and text[-1:].strip() != "", topic, lambda given: parse(given).tree)
    if len(lexemes) > 1:
        things.question_end = lexemes[-1].end
        things.sentence = is_sentence([lexeme.text for lexeme in lexemes if lexeme.kind == "word"])
    tree = _Reader(text, things, lexemes).read()
    if len(query) > _LONGEST:
        things.problem(_LONGEST, len(query), f"only the first {_LONGEST:,} characters are searched")
    return Parsed(query, tree, tuple(sorted(things.problems, key=lambda problem: problem.start)))


@dataclass
class _Reader:
    query: str
    things: Reading
    lexemes: list[Lexeme]
    place: int = 0
    depth: int = 0

    def read(self) -> Node:
        parts: list[Node] = []
        while self.place < len(self.lexemes):
            node = self._sequence(0, len(self.query))
            parts.append(node)
            if self.place < len(self.lexemes):
                stray = self.lexemes[self.place]
                self.things.problem(stray.start, stray.end, "this bracket closes nothing")
                self.place += 1
        parts = [part for part in parts if not isinstance(part, Nothing)]
        if not parts:
            return Nothing(0, len(self.query))
        return parts[0] if len(parts) == 1 else bag(parts, 0, len(self.query))

    # sequence := choice+ ; choice := both ("OR" both)* ; both := one ("AND" one)*

    def _sequence(self, start: int, end: int) -> Node:
        parts: list[Node] = []
        while (lexeme := self._peek()) is not None and lexeme.kind != "close":
            if lexeme.kind in ("AND", "OR"):
                self.things.problem(lexeme.start, lexeme.end, f"{lexeme.kind} needs words on both sides")
                self.place += 1
                continue
            parts.append(self._choice())
        parts = joined([part for part in parts if not isinstance(part, Nothing)])
        if not parts:
            return Nothing(start, end)
        if len(parts) == 1 and not isinstance(parts[0], Not):
            return parts[0]
        return bag(parts, parts[0].start, parts[-1].end)

    def _choice(self) -> Node:
        return self._series("OR", self._both, Or)

    def _both(self) -> Node:
        return self._series("AND", self._one, And)

    def _series(self, mark: str, read: Callable[[], Node], make: Callable[..., Node]) -> Node:
        parts = [read()]
        while (lexeme := self._peek()) is not None and lexeme.kind == mark:
            self.place += 1
            following = self._peek()
            if following is None or following.kind in ("close", "AND", "OR"):
                if not (self.things.complete and following is None):
                    self.things.problem(lexeme.start, lexeme.end, f"{mark} needs words on both sides")
                continue
            parts.append(read())
        parts = [part for part in parts if not isinstance(part, Nothing)]
        if not parts:
            return Nothing(0, 0)
        return parts[0] if len(parts) == 1 else make(parts[0].start, parts[-1].end, tuple(parts))

    def _one(self) -> Node:
        lexeme = self.lexemes[self.place]
        self.place += 1
        if lexeme.kind in ("NOT", "minus"):
            return self._not(lexeme)
        if lexeme.kind == "open":
            return self._bracket(lexeme)
        if lexeme.kind == "field":
            return self._field(lexeme)
        if lexeme.kind == "quote":
            return self.things.quote(lexeme)
        typing = self.things.complete and self._peek() is None
        if not typing and not self.things.sentence and lexeme.text.lower() in _BARE:
            message = f"{lexeme.text} needs a word right after it; searched as a word"
            self.things.problem(lexeme.start, lexeme.end, message)
        return self.things.words(lexeme)

    def _not(self, mark: Lexeme) -> Node:
        barred = 1
        while (lexeme := self._peek()) is not None and lexeme.kind in ("NOT", "minus"):
            barred += 1
            self.place += 1
        if lexeme is None or lexeme.kind in ("close", "AND", "OR"):
            self.things.problem(mark.start, mark.end, "NOT needs a word after it")
            return Nothing(mark.start, mark.end)
        asked = self._one()
        if isinstance(asked, Nothing) or barred % 2 == 0:
            return asked
        return Not(mark.start, asked.end, asked)

    def _bracket(self, opening: Lexeme) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            if self.depth == _DEEPEST + 1:
                self.things.problem(opening.start, opening.end, "brackets lie too deep to be searched")
            self._skip()
            self.depth -= 1
            return Nothing(opening.start, opening.end)
        node = self._sequence(opening.start, opening.end)
        self.depth -= 1
        closing = self._peek()
        if closing is None:
            self.things.problem(opening.start, opening.end, "this bracket is not closed")
            return node
        self.place += 1
        if isinstance(node, Nothing):
            self.things.problem(opening.start, closing.end, "nothing stands in these brackets")
        return node

    def _skip(self) -> None:
        level = 1
        while level and (lexeme := self._peek()) is not None:
            level += {"open": 1, "close": -1}.get(lexeme.kind, 0)
            self.place += 1

    def _field(self, mark: Lexeme) -> Node:
        name = mark.text.lower()
        following = self._peek()
        bare = following is None or following.start != mark.end
        if following is None or bare or following.kind in ("close", "AND", "OR", "NOT"):
            self.things.problem(mark.start, mark.end, f"{name}: needs a word right after it")
            return Nothing(mark.start, mark.end)
        if name not in FIELDS:
            self.things.problem(
                mark.start, mark.end, f"no field {name!r}; searched as words. There are {', '.join(FIELDS)}"
            )
            return self.things.words(Lexeme("word", mark.start, mark.end - 1, mark.text))
        if name == "date" and following.kind != "quote":
            return self._date(mark)
        if name in WORD_FIELDS:
            if self.depth >= _DEEPEST:
                self.things.problem(
                    mark.start, mark.end, "fields lie too deep in one another; this one is not searched"
                )
                return Nothing(mark.start, mark.end)
            self.depth += 1
            asked = self._one()
            self.depth -= 1
            if isinstance(asked, Nothing):
                return asked
            return Field(mark.start, asked.end, name, self.query[mark.end : asked.end], asked)
        self.place += 1
        value = following.text.strip()
        if following.kind == "open":
            self.things.problem(following.start, following.end, f"{name}: takes one value, not brackets")
            return Nothing(mark.start, following.end)
        if name == "date":
            return self.things.dates(mark, following, value)
        if name == "topic":
            return self.things.topic(mark, following, value)
        return self.things.fact(mark, following, name, value)

    def _date(self, mark: Lexeme) -> Node:
        given = self.lexemes[self.place]
        self.place += 1
        return self.things.dates(mark, given, given.text)

    def _peek(self) -> Lexeme | None:
        return self.lexemes[self.place] if self.place < len(self.lexemes) else None

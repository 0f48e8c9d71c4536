"""Reading a query: whatever is typed or pasted becomes a tree, and mistakes are told with their place.

Whoosh's own parser raises on odd input and knows less; this one never fails, because what is not understood
is searched as words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from index.model import KINDS
from index.results import QueryProblem
from index.search.dating import read_dates
from index.search.lexer import Lexeme, lex
from index.search.tree import (
    And,
    Bag,
    Completion,
    Dates,
    Field,
    Fuzzy,
    Node,
    Not,
    Nothing,
    Or,
    Pattern,
    Phrase,
    TopicRef,
    Where,
    Word,
)
from index.store.analysis import STOP_WORDS, pieces, runs, stem
from index.store.folding import fold

WORD_FIELDS = ("title", "author", "source", "section")
FACT_FIELDS = ("article", "kind", "lang")
FIELDS = (*WORD_FIELDS, *FACT_FIELDS, "topic", "date")

# What a screen can show and a person can mean; a longer paste is searched by its beginning.
_LONGEST = 8_000
_DEEPEST = 24
# So many plain words, or so many small ones, are a pasted sentence: a phrase in it is no demand.
_SENTENCE = 12
_SMALL_WORDS = 2

_FUZZY = re.compile(r"^(.*?[^\W_])~(\d?)$", re.DOTALL)

# A star or question mark at a letter, or by itself; in `text/*` it says nothing.
_WILDCARD = re.compile(r"[^\W_][*?]|[*?][^\W_]|^[*?]+$")

TopicQuery = Callable[[str], tuple[str, str, str]]


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
    reader = _Reader(query[:_LONGEST], complete, topic)
    tree = reader.read()
    if len(query) > _LONGEST:
        reader.problem(_LONGEST, len(query), f"only the first {_LONGEST:,} characters are searched")
    return Parsed(query, tree, tuple(sorted(reader.problems, key=lambda problem: problem.start)))


def word_of(run: str, start: int, end: int) -> Word:
    """Make the word node of one run of text."""
    count, parts = pieces(run)
    stems = tuple(part.stem for part in parts[:count])
    joined = parts[-1].stem if len(parts) > count else "" if count > 1 else stems[0]
    return Word(start, end, run, stems, joined)


@dataclass
class _Reader:
    query: str
    complete: bool
    topic: TopicQuery | None
    problems: list[QueryProblem] = field(default_factory=list)
    lexemes: list[Lexeme] = field(default_factory=list)
    place: int = 0
    depth: int = 0

    def problem(self, start: int, end: int, message: str) -> None:
        self.problems.append(QueryProblem(start, end, message))

    def read(self) -> Node:
        self.lexemes = lex(self.query)
        self.complete = self.complete and bool(self.query) and not self.query[-1].isspace()
        parts: list[Node] = []
        while self.place < len(self.lexemes):
            node = self._sequence(0, len(self.query))
            parts.append(node)
            if self.place < len(self.lexemes):
                stray = self.lexemes[self.place]
                self.problem(stray.start, stray.end, "this bracket closes nothing")
                self.place += 1
        parts = [part for part in parts if not isinstance(part, Nothing)]
        if not parts:
            return Nothing(0, len(self.query))
        return parts[0] if len(parts) == 1 else _bag(parts, 0, len(self.query))

    # sequence := choice+ ; choice := both ("OR" both)* ; both := one ("AND" one)*

    def _sequence(self, start: int, end: int) -> Node:
        parts: list[Node] = []
        while (lexeme := self._peek()) is not None and lexeme.kind != "close":
            if lexeme.kind in ("AND", "OR"):
                self.problem(lexeme.start, lexeme.end, f"{lexeme.kind} needs words on both sides")
                self.place += 1
                continue
            parts.append(self._choice())
        parts = _joined([part for part in parts if not isinstance(part, Nothing)])
        if not parts:
            return Nothing(start, end)
        if len(parts) == 1 and not isinstance(parts[0], Not):
            return parts[0]
        return _bag(parts, parts[0].start, parts[-1].end)

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
                if not (self.complete and following is None):
                    self.problem(lexeme.start, lexeme.end, f"{mark} needs words on both sides")
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
            return self._quote(lexeme)
        return self._words(lexeme)

    def _not(self, mark: Lexeme) -> Node:
        barred = 1
        while (lexeme := self._peek()) is not None and lexeme.kind in ("NOT", "minus"):
            barred += 1
            self.place += 1
        if lexeme is None or lexeme.kind in ("close", "AND", "OR"):
            self.problem(mark.start, mark.end, "NOT needs a word after it")
            return Nothing(mark.start, mark.end)
        asked = self._one()
        if isinstance(asked, Nothing) or barred % 2 == 0:
            return asked
        return Not(mark.start, asked.end, asked)

    def _bracket(self, opening: Lexeme) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            if self.depth == _DEEPEST + 1:
                self.problem(opening.start, opening.end, "brackets lie too deep; these are not searched")
            self._skip()
            self.depth -= 1
            return Nothing(opening.start, opening.end)
        node = self._sequence(opening.start, opening.end)
        self.depth -= 1
        closing = self._peek()
        if closing is None:
            self.problem(opening.start, opening.end, "this bracket is not closed")
            return node
        self.place += 1
        if isinstance(node, Nothing):
            self.problem(opening.start, closing.end, "nothing stands in these brackets")
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
            self.problem(mark.start, mark.end, f"{name}: needs a word right after it")
            return Nothing(mark.start, mark.end)
        if name not in FIELDS:
            self.problem(
                mark.start, mark.end, f"no field {name!r}; searched as words. There are {', '.join(FIELDS)}"
            )
            return self._words(Lexeme("word", mark.start, mark.end - 1, mark.text))
        if name == "date" and following.kind != "quote":
            return self._date(mark)
        if name in WORD_FIELDS:
            if self.depth >= _DEEPEST:
                self.problem(
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
            self.problem(following.start, following.end, f"{name}: takes one value, not brackets")
            return Nothing(mark.start, following.end)
        if name == "date":
            return self._dates(mark, following, value)
        if name == "topic":
            return self._topic(mark, following, value)
        return self._fact(mark, following, name, value)

    def _fact(self, mark: Lexeme, given: Lexeme, name: str, value: str) -> Node:
        value = value.rstrip(",;")
        if name == "kind" and value.lower().rstrip("s") not in KINDS and not self._typing(given):
            self.problem(given.start, given.end, f"no kind {value!r}; there are body, quote, note")
        return Where(mark.start, given.end, name, value)

    def _date(self, mark: Lexeme) -> Node:
        given = self.lexemes[self.place]
        self.place += 1
        return self._dates(mark, given, given.text)

    def _dates(self, mark: Lexeme, given: Lexeme, value: str) -> Node:
        read = read_dates(value)
        if read is None:
            if not self._typing(given):
                self.problem(
                    given.start, given.end, f"{value!r} is no date; write 2015-06, >2015-06 or 2014..2016"
                )
            return Nothing(mark.start, given.end)
        return Dates(mark.start, given.end, value, *read)

    def _topic(self, mark: Lexeme, given: Lexeme, value: str) -> Node:
        from index.model import BriefingError

        if self.topic is None:
            self.problem(mark.start, given.end, "topics are not searched by topics")
            return Nothing(mark.start, given.end)
        try:
            name, label, query = self.topic(value)
        except BriefingError as error:
            if not self._typing(given):
                self.problem(given.start, given.end, str(error))
            return Nothing(mark.start, given.end)
        asked = parse(query).tree
        return TopicRef(mark.start, given.end, name, label, asked)

    def _quote(self, quote: Lexeme) -> Node:
        if not quote.closed:
            self.problem(quote.start, quote.end, "this quote is not closed; its last word may go on")
        found = [part for run in runs(quote.text) for part in _pieces(run.group())]
        if not found:
            if quote.closed:
                self.problem(quote.start, quote.end, "nothing stands in these quotes")
            return Nothing(quote.start, quote.end)
        text = " ".join(quote.text.split())
        prefix = ""
        if not quote.closed and quote.text[-1:].isalnum():
            prefix = fold(list(runs(quote.text))[-1].group())
            prefix = _pieces_folded(prefix)[-1]
        return Phrase(quote.start, quote.end, text, tuple(found), quote.slop, prefix)

    def _words(self, lexeme: Lexeme) -> Node:
        text = lexeme.text
        if fuzzy := _FUZZY.match(text):
            plain = "".join(_pieces_folded(fuzzy.group(1)))
            edits = min(int(fuzzy.group(2) or (1 if len(plain) < 6 else 2)), 2)
            if plain:
                return Fuzzy(lexeme.start, lexeme.end, plain, edits)
        if _WILDCARD.search(text.rstrip("?!.,;:") if self._ends(lexeme) else text):
            return self._pattern(lexeme)
        nodes: list[Node] = []
        for run in runs(text):
            nodes.append(word_of(run.group(), lexeme.start + run.start(), lexeme.start + run.end()))
        if not nodes:
            return Nothing(lexeme.start, lexeme.end)
        if self._typing(lexeme) and text[-1].isalnum() and isinstance(nodes[-1], Word):
            last = nodes[-1]
            nodes[-1] = Completion(last.start, last.end, "".join(_pieces_folded(last.text)), last)
        return nodes[0] if len(nodes) == 1 else Bag(lexeme.start, lexeme.end, tuple(nodes), (), ())

    def _ends(self, lexeme: Lexeme) -> bool:
        # The question mark of a question is no wildcard.
        return len(self.lexemes) > 1 and lexeme is self.lexemes[-1]

    def _pattern(self, lexeme: Lexeme) -> Node:
        emphasis = lexeme.text.strip("*")
        if lexeme.text.startswith("*") and lexeme.text.endswith("**") and emphasis and "*" not in emphasis:
            return self._words(replace(lexeme, text=emphasis))
        text = "".join(mark for mark in fold(lexeme.text) if mark.isalnum() or mark in "*?")
        text = re.sub(r"\*+", "*", text)
        if not any(mark.isalnum() for mark in text):
            self.problem(lexeme.start, lexeme.end, "a wildcard needs a letter beside it")
            return Nothing(lexeme.start, lexeme.end)
        return Pattern(lexeme.start, lexeme.end, text)

    def _typing(self, lexeme: Lexeme) -> bool:
        return self.complete and lexeme.end == len(self.query)

    def _peek(self) -> Lexeme | None:
        return self.lexemes[self.place] if self.place < len(self.lexemes) else None


def _pieces(run: str) -> list[str]:
    count, parts = pieces(run)
    return [part.stem for part in parts[:count]]


def _pieces_folded(text: str) -> list[str]:
    found: list[str] = []
    for run in runs(text):
        count, parts = pieces(run.group())
        found.extend(part.word for part in parts[:count])
    return found


def _joined(parts: Sequence[Node]) -> list[Node]:
    """Take a single letter and a number after it for one name: `s 400` is `S-400`."""
    found: list[Node] = []
    for part in parts:
        last = found[-1] if found else None
        if (
            isinstance(part, Word)
            and isinstance(last, Word)
            and len(last.text) == 1
            and last.text.isalpha()
            and last.text not in "aAI"
            and part.pieces[0].isdigit()
        ):
            text = f"{last.text}-{part.text}"
            found[-1] = Word(
                last.start, part.end, text, (*last.pieces, *part.pieces), stem(fold(last.text) + part.joined)
            )
        else:
            found.append(part)
    return found


def _bag(parts: Sequence[Node], start: int, end: int) -> Node:
    """Sort the parts of a sequence into plain words, demands and bars."""
    words: list[Node] = []
    required: list[Node] = []
    barred: list[Node] = []
    for part in parts:
        if isinstance(part, Not):
            barred.append(part.asked)
        elif isinstance(part, Bag):
            words.extend(part.words)
            required.extend(part.required)
            barred.extend(part.barred)
        elif isinstance(part, Word | Pattern | Completion | Fuzzy):
            words.append(part)
        else:
            required.append(part)
    small = sum(isinstance(word, Word) and fold(word.text) in STOP_WORDS for word in words)
    if len(words) > _SENTENCE or small >= _SMALL_WORDS:
        words.extend(part for part in required if isinstance(part, Phrase))
        required = [part for part in required if not isinstance(part, Phrase)]
    return Bag(start, end, tuple(words), tuple(required), tuple(barred))

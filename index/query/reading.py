"""Reading the single things of a query: words, phrases, patterns, and what stands after a field's colon."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from index.model import KINDS, BriefingError
from index.query.dating import read_dates
from index.query.lexer import Lexeme
from index.query.tree import (
    Bag,
    Completion,
    Dates,
    Fuzzy,
    Node,
    Nothing,
    Pattern,
    Phrase,
    TopicRef,
    Where,
    Word,
)
from index.results import QueryProblem
from index.store.analysis import has_signs, pieces, runs
from index.store.folding import fold

_FUZZY = re.compile(r"^(.*?[^\W_])~(\d?)$", re.DOTALL)

# A star or question mark at a letter, or by itself; in `text/*` it says nothing.
_WILDCARD = re.compile(r"[^\W_][*?]|[*?][^\W_]|^[*?]+$")

# What may stand after a word without a star.
_LAST_MARKS = re.compile(r"[^\w*]+$")

# The last word of a phrase may go on where a star stands at its end.
_GOES_ON = re.compile(r"[^\W_]\*$")

_DIGITS = "0123456789"
# The number of a decade, whose years are not each of them.
_DECADE = re.compile(r"(?:1\d|20)\d0")

TopicQuery = Callable[[str], tuple[str, str, str, str]]
"""Gives id, label and query of a topic by its name, and the query of what is not it, which may be empty."""


@dataclass
class Reading:
    """Reads things one by one, and gathers what is wrong with them.

    `question_end` is where the last of several words ends, whose question mark is no wildcard; in a
    `sentence` no word's is that ends with one. `parse` reads the query of a topic.
    """

    query: str
    complete: bool
    topics: TopicQuery | None
    parse: Callable[[str], Node]
    question_end: int = -1
    sentence: bool = False
    problems: list[QueryProblem] = field(default_factory=list)

    def problem(self, start: int, end: int, message: str) -> None:
        """Note a mistake in the query at its place."""
        self.problems.append(QueryProblem(start, end, message))

    def fact(self, mark: Lexeme, given: Lexeme, name: str, value: str) -> Node:
        """Read a fact that is asked for: article, kind or language."""
        value = value.rstrip(",;")
        if name == "kind" and value.lower().rstrip("s") not in KINDS:
            if not self.typing(given):
                self.problem(given.start, given.end, f"no kind {value!r}; there are body, quote, note")
            return Nothing(mark.start, given.end)
        return Where(mark.start, given.end, name, value)

    def dates(self, mark: Lexeme, given: Lexeme, value: str) -> Node:
        """Read the dates that are asked for."""
        read = read_dates(value)
        if read is None:
            if not self.typing(given):
                self.problem(
                    given.start, given.end, f"{value!r} is no date; write 2015-06, >2015-06 or 2014..2016"
                )
            return Nothing(mark.start, given.end)
        return Dates(mark.start, given.end, value, *read)

    def topic(self, mark: Lexeme, given: Lexeme, value: str) -> Node:
        """Read the topic that is asked for, with the query that it stands for."""
        if self.topics is None:
            self.problem(mark.start, given.end, "topics are not searched by topics")
            return Nothing(mark.start, given.end)
        try:
            name, label, query, bars = self.topics(value)
        except BriefingError as error:
            if not self.typing(given):
                self.problem(given.start, given.end, str(error))
            return Nothing(mark.start, given.end)
        barred = self.parse(bars) if bars else None
        return TopicRef(mark.start, given.end, name, label, self.parse(query), barred)

    def quote(self, quote: Lexeme) -> Node:
        """Read a phrase, or words near one another."""
        if not quote.closed:
            self.problem(quote.start, quote.end, "this quote is not closed; its last word may go on")
        elif self.query[quote.end - 1] == "~" and not self.typing(quote):
            self.problem(quote.start, quote.end, f"write how many words may stand between: ~{quote.slop}")
        found = [part for run in runs(quote.text) for part in _pieces(run.group())]
        if not found:
            if quote.closed:
                self.problem(quote.start, quote.end, "nothing stands in these quotes")
            return Nothing(quote.start, quote.end)
        text = " ".join(quote.text.split())
        within = list(runs(quote.text))
        going_on = not quote.closed and quote.text[-1:].isalnum()
        if _GOES_ON.search(text):
            text, going_on = text[:-1], True
        if not going_on and quote.slop is None and len(within) == 1 and len(found) > 1:
            word = word_of(within[0].group(), quote.start, quote.end)
            return Bag(quote.start, quote.end, (), (word,), ())
        prefix = ""
        if going_on:
            prefix = fold(within[-1].group())
            prefix = _pieces_folded(prefix)[-1]
        return Phrase(quote.start, quote.end, text, tuple(found), quote.slop, prefix)

    def words(self, lexeme: Lexeme) -> Node:
        """Read what stands between blanks: a word, several, a pattern or a fuzzy word."""
        text = lexeme.text
        # An address is words, whatever marks stand in it.
        address = "://" in text
        if not address and (fuzzy := _FUZZY.match(text)):
            plain = "".join(_pieces_folded(fuzzy.group(1)))
            edits = min(int(fuzzy.group(2) or (1 if len(plain) < 6 else 2)), 2)
            if plain and not has_signs(plain):
                return Fuzzy(lexeme.start, lexeme.end, plain, edits)
        ends = self.sentence or lexeme.end == self.question_end
        if not address and _WILDCARD.search(_LAST_MARKS.sub("", text) if ends else text):
            return self._pattern(lexeme)
        nodes: list[Node] = []
        for run in runs(text):
            nodes.append(word_of(run.group(), lexeme.start + run.start(), lexeme.start + run.end()))
        if not nodes:
            return Nothing(lexeme.start, lexeme.end)
        if self.typing(lexeme) and text[-1].isalnum() and isinstance(nodes[-1], Word):
            last = nodes[-1]
            nodes[-1] = Completion(last.start, last.end, "".join(_pieces_folded(last.text)), last)
        return nodes[0] if len(nodes) == 1 else Bag(lexeme.start, lexeme.end, tuple(nodes), (), ())

    def _pattern(self, lexeme: Lexeme) -> Node:
        emphasis = lexeme.text.strip("*")
        if lexeme.text.startswith("*") and lexeme.text.endswith("**") and emphasis and "*" not in emphasis:
            return self.words(replace(lexeme, text=emphasis))
        text = "".join(mark for mark in fold(lexeme.text) if mark.isalnum() or mark in "*?")
        text = re.sub(r"\*+", "*", text)
        if has_signs(plain := text.strip("*?")) and plain.isalnum():
            # What may follow signs that stand without spaces is found beside them anyway.
            return self.words(replace(lexeme, text=plain))
        if not any(mark.isalnum() for mark in text):
            self.problem(lexeme.start, lexeme.end, "a wildcard needs a letter beside it")
            return Nothing(lexeme.start, lexeme.end)
        return Pattern(lexeme.start, lexeme.end, text)

    def typing(self, lexeme: Lexeme) -> bool:
        """Whether a word is the one that is being typed."""
        return self.complete and lexeme.end == len(self.query)


def word_of(run: str, start: int, end: int) -> Word:
    """Make the word node of one run of text, a plural of letters and digits as one of them."""
    count, parts = pieces(_one_of(run))
    stems = tuple(part.stem for part in parts[:count])
    joined = parts[-1].stem if len(parts) > count else "" if count > 1 else stems[0]
    return Word(start, end, run, stems, joined)


def _one_of(run: str) -> str:
    """Take the `s` off a name of letters and digits in the plural, as `S-400s`."""
    one = run[:-1]
    name = one.rstrip(_DIGITS)
    number = one[len(name) :]
    is_name = bool(number) and any(map(str.isalpha, name)) and not _DECADE.fullmatch(number)
    return one if is_name and run[-1] in "sS" else run


def _pieces(run: str) -> list[str]:
    count, parts = pieces(run)
    return [part.stem for part in parts[:count]]


def _pieces_folded(text: str) -> list[str]:
    found: list[str] = []
    for run in runs(text):
        count, parts = pieces(run.group())
        found.extend(part.word for part in parts[:count])
    return found

"""A topic: a label with its words, and the rows that an analyst asks for."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from index.hygiene import clean
from index.store.folding import fold

TopicOrigin = Literal["corpus", "user", "adhoc"]

NEAR = r"(.*\S)\s*~(\d{1,2})"
"""A phrase whose words may have so many others between: `military technology ~3`."""

_OPERATORS = frozenset({"AND", "OR", "NOT"})
_MOST = 40
_HASH = 8


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One sub-point of a topic, asked for by its words.

    `any` are words and phrases; a passage belongs to the row where one stands near a word of the topic.
    """

    id: str
    label: str
    any: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """What articles are compared on, in an analyst's words.

    `alt` are searched and shown, `hidden` are searched only (misspellings, look-alikes); words of `exclude`
    (the key `not`) keep false friends out. `query`, where given, takes the place of the words. `since` is the
    EDTF date before which silence needs no other reason.
    """

    id: str
    label: str
    alt: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    query: str = ""
    since: str = ""
    note: str = ""
    rows: tuple[TopicRow, ...] = ()
    origin: TopicOrigin = "corpus"

    @classmethod
    def adhoc(cls, query: str) -> Topic:
        """A topic that is only a query, so that what is typed works wherever a declared one does."""
        text = " ".join(clean(query)[0].split())
        return cls(id=_query_id(text), label=text, query=text, origin="adhoc")

    @property
    def words(self) -> tuple[str, ...]:
        """All words and phrases that are searched, label first, each once; empty where `query` stands."""
        if self.query:
            return ()
        return tuple(dict.fromkeys(word for word in (self.label, *self.alt, *self.hidden) if word.strip()))

    @property
    def asks(self) -> str:
        """What is searched, in the query language: the query as given, or the words joined by OR.

        `exclude` is no part of it: it takes single words out of a passage and not whole passages.
        """
        return self.query or any_of(self.words)

    @property
    def bars(self) -> str:
        """What is not this topic, in the query language; empty where nothing is named."""
        return any_of(self.exclude)

    @property
    def reads(self) -> str:
        """The topic as a person reads it in a receipt: shown words joined by OR, and what does not count."""
        text = self.query or any_of(dict.fromkeys((self.label, *self.alt)))
        return f"{text}, not counting {self.bars}" if self.exclude else text


def quoted(word: str) -> str:
    """A word or phrase as the query language takes it literally: in quotes unless it is one plain word."""
    if re.fullmatch(r"\w+", word) and word not in _OPERATORS:
        return word
    near = re.fullmatch(NEAR, word)
    text, slop = (near[1], f"~{near[2]}") if near else (word, "")
    return '"' + " ".join(text.replace('"', " ").split()) + '"' + slop


def any_of(words: Iterable[str]) -> str:
    """Words and phrases joined by OR."""
    return " OR ".join(quoted(word) for word in words)


def slug(text: str) -> str:
    """A text as an id: folded letters of any script and digits with hyphens between, at most 40 long."""
    return "-".join(_words(text))[:_MOST].strip("-")


def _query_id(query: str) -> str:
    """A query as an id: its words alone where it is no more than them, else with a hash of all of it.

    Case and accents make no difference to what words find, and none to their id.
    """
    words = query.split()
    if _words(query) == [fold(word) for word in words] and _OPERATORS.isdisjoint(words):
        whole = "-".join(map(fold, words))
        if 0 < len(whole) <= _MOST:
            return whole
    said = hashlib.sha256(unicodedata.normalize("NFC", query).encode("utf-8", "replace")).hexdigest()
    return f"{slug(query) or 'query'}-{said[:_HASH]}"


def _words(text: str) -> list[str]:
    """The words of a text, folded; what is no letter, mark or digit stands between words."""
    folded = " ".join(fold(word) for word in _apart(text))
    return [word for word in _apart(folded) if any(letter.isalnum() for letter in word)]


def _apart(text: str) -> list[str]:
    return "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in text).split()

"""A topic: a label with its words, and the rows that an analyst asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from index.hygiene import clean

TopicOrigin = Literal["corpus", "user", "adhoc"]

NEAR = r"(.*\S)\s*~(\d{1,2})"
"""A phrase whose words may have so many others between: `military technology ~3`."""


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
        return cls(id=slug(text) or "query", label=text, query=text, origin="adhoc")

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
    if re.fullmatch(r"\w+", word) and word not in {"AND", "OR", "NOT"}:
        return word
    near = re.fullmatch(NEAR, word)
    text, slop = (near[1], f"~{near[2]}") if near else (word, "")
    return '"' + " ".join(text.replace('"', " ").split()) + '"' + slop


def any_of(words: Iterable[str]) -> str:
    """Words and phrases joined by OR."""
    return " OR ".join(quoted(word) for word in words)


def slug(text: str) -> str:
    """A text as an id: plain lower-case letters and digits with hyphens between, at most 40 long."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:40].strip("-")

"""From an index to what is compared: the passages on a topic, and the articles that become columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from index.align.declared import Spoken
from index.align.finding import Found, find
from index.align.likeness import Weights
from index.align.reading import Reading
from index.align.speaker import speaker_of
from index.align.speaks import by_date, column, unread_column
from index.corpus import Corpus
from index.model import Article, BriefingError, Passage, Unread
from index.results import Column
from index.store.index import Index
from index.topics.model import Topic

MOST_COLUMNS = 12
"""Above so many articles the silent ones are named and have no column."""
MOST_SPEAKING = 24
"""Of the articles that speak so many are aligned; others are looked at by choosing them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How much one article says on a topic: passages and words in its text, and passages in its notes."""

    passages: int = 0
    words: int = 0
    notes: int = 0


@dataclass(frozen=True)
class Speech:
    """All that is said on a topic: columns in order, passages in the order of columns and text.

    `own` are the stems of the topic's words.
    """

    read_as: str
    own: frozenset[str]
    columns: tuple[Column, ...]
    spoken: tuple[Spoken, ...]
    texts: dict[str, list[Passage]]
    more_speaking: int
    more_silent: int
    others: tuple[Column, ...]
    unchosen: int
    corpus: Corpus

    def speaker(self, passage: Passage) -> str:
        """Who speaks in a passage, where the text names someone who is not the author."""
        texts = self.texts.get(passage.article, [])
        before = texts[: bisect_left(texts, passage.n, key=lambda each: each.n)]
        if passage.kind != "quote":
            return speaker_of(passage, before)
        try:
            return speaker_of(passage, before, self.corpus.text(passage.article))
        except BriefingError:
            return speaker_of(passage, before)


def tallies(index: Index, found: dict[int, int]) -> dict[str, Tally]:
    """What each article says, from the words found in each passage; articles with nothing are left out."""
    owners, notes = index.owners, index.notes
    passages: dict[int, int] = {}
    words: dict[int, int] = {}
    noted: dict[int, int] = {}
    for document, often in found.items():
        owner = owners[document]
        if document in notes:
            noted[owner] = noted.get(owner, 0) + 1
        else:
            passages[owner] = passages.get(owner, 0) + 1
            words[owner] = words.get(owner, 0) + often
    return {
        index.articles[owner].id: Tally(passages.get(owner, 0), words.get(owner, 0), noted.get(owner, 0))
        for owner in passages.keys() | noted.keys()
    }


def gather(corpus: Corpus, index: Index, topic: Topic, wanted: Sequence[str] | None) -> Speech:
    """What is said on a topic in the wanted articles, by default in those that its query chooses, or in all.

    Where there are more than `MOST_COLUMNS` and none were chosen, those that speak become columns (at most
    `MOST_SPEAKING`, the ones that say most) and the rest are told apart from them.
    """
    found = find(corpus, index, topic)
    said = tallies(index, found.counts)
    chosen: list[Article | Unread] = list(index.articles)
    ids = found.articles if wanted is None else set(wanted)
    if ids is None:
        chosen += corpus.unread()
    else:
        chosen = [article for article in index.articles if article.id in ids]
    shown, speaking, silent, unread = _shown(chosen, said, wanted is not None)
    columns = tuple(_column(each, topic, said, found) for each in sorted(shown, key=_order))
    others = tuple(_column(each, topic, said, found) for each in (*speaking, *silent, *unread))
    spoken: list[Spoken] = []
    texts: dict[str, list[Passage]] = {}
    for each in columns:
        if each.state != "speaks":
            continue
        texts[each.article.id] = list(index.passages(each.article.id))
        for document, passage in zip(index.documents(each.article.id), texts[each.article.id], strict=True):
            if document in found.counts and passage.kind != "note":
                reading = Reading(passage)
                spoken.append(Spoken(reading, tuple(found.places(reading))))
    return Speech(
        found.read_as,
        found.own,
        columns,
        tuple(spoken),
        texts,
        len(speaking),
        len(silent),
        others,
        max(0, len(index.articles) - len(chosen)),
        corpus,
    )


def weights_of(index: Index, own: frozenset[str] = frozenset()) -> Weights:
    """How much each word counts in this corpus; a topic's `own` stems are never told as shared."""
    return Weights(_frequencies(index), index.count, own)


_known: WeakKeyDictionary[Index, dict[str, int]] = WeakKeyDictionary()


def _frequencies(index: Index) -> dict[str, int]:
    """The passages of each stem, by its forms; in memory, where postings would have to be read for each."""
    if index not in _known:
        vocabulary = index.vocabulary
        found: dict[str, int] = {}
        for stem, count in zip(vocabulary.stems, vocabulary.counts, strict=True):
            found[stem] = found.get(stem, 0) + count
        _known[index] = found
    return _known[index]


def _shown(
    chosen: list[Article | Unread], said: dict[str, Tally], by_hand: bool
) -> tuple[list[Article | Unread], list[Article], list[Article], list[Article | Unread]]:
    """The columns, and what gets none: articles that speak less, the silent, and files not read."""
    if by_hand or len(chosen) <= MOST_COLUMNS:
        return chosen, [], [], []
    articles = [each for each in chosen if isinstance(each, Article)]
    unread: list[Article | Unread] = [each for each in chosen if isinstance(each, Unread)]
    speaking = [each for each in articles if _speaks(said.get(each.id))]
    silent = [each for each in articles if not _speaks(said.get(each.id))]
    ranked = sorted(speaking, key=lambda each: (-said[each.id].words, each.id))
    shown = [*ranked[:MOST_SPEAKING], *unread[:MOST_COLUMNS]]
    return shown, ranked[MOST_SPEAKING:], silent, unread[MOST_COLUMNS:]


def _speaks(tally: Tally | None) -> bool:
    return tally is not None and tally.passages > 0


def _column(each: Article | Unread, topic: Topic, said: dict[str, Tally], found: Found) -> Column:
    if isinstance(each, Unread):
        return unread_column(each)
    if found.articles is not None and each.id not in found.articles:
        return Column(each, "silent", None, 0, each.passages - each.notes, "left out by the query")
    tally = said.get(each.id, Tally())
    return column(each, topic, tally.passages, tally.words, tally.notes)


def _order(each: Article | Unread) -> tuple[object, ...]:
    return (False, *by_date(each)) if isinstance(each, Article) else (True, each.file)

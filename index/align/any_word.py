"""What a search lists where no passage has all of its words, as a query that can be compared on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.align.whole import on_whole_index
from index.corpus import Corpus
from index.hygiene import clean
from index.query.answer import is_stop
from index.query.engine import thesaurus, topics_of
from index.query.evaluate import evaluate
from index.query.parser import parse
from index.query.small import counted
from index.query.thesaurus import named
from index.query.tree import Bag, Node, Or, narrows
from index.query.wording import read_as
from index.store.index import Index


@dataclass(frozen=True, slots=True)
class AnyWord:
    """A query for any of some words, and the number of passages that it finds."""

    query: str
    total: int


def any_word(corpus: Corpus, query: str) -> AnyWord | None:
    """The words of a query joined by OR, where passages have some of them and none has all; else None.

    Search lists these passages, and those under a heading with the words; a comparison asks for all words and
    would call their articles silent.
    """
    return on_whole_index(corpus, lambda index: _any_word(corpus, index, query))


def _any_word(corpus: Corpus, index: Index, query: str) -> AnyWord | None:
    tree = parse(query, topic=topics_of(corpus)).tree
    if not isinstance(tree, Bag):
        return None
    answer = evaluate(
        index,
        tree,
        synonyms=lambda bag: named(bag, thesaurus(corpus), lambda words: parse(words).tree),
        own=True,
    )
    found = answer.documents - index.notes
    if answer.whole is None or answer.whole - index.notes or not found:
        return None
    asked = replace(tree, words=())
    # What is demanded beside the words answers by itself.
    if all(map(narrows, tree.required)):
        words = counted(tree.words)
        parts: list[Node] = [word for word in words if not is_stop(word)] or words
        either = Or(tree.start, tree.end, (*parts, *answer.topics))
        asked = replace(asked, required=(either, *tree.required))
    alone = asked.required[0] if len(asked.required) == 1 and not asked.barred else asked
    return AnyWord(clean(read_as(alone, {}, every=True))[0], len(found))

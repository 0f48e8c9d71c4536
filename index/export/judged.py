"""A person's word on passages, for exports: on those that are shown, and on those that the program missed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from index.align.whole import on_whole_index
from index.corpus import Corpus
from index.export.synopsis import Said
from index.model import Article, Passage
from index.results import Comparison
from index.store.index import Index
from index.topics.judgements import Judgement, earlier, judgement_of

ADDED = "Accepted by the reader, not found by the program"
"""What stands over passages that are on the topic by a person's word alone."""


def judged(result: Comparison, corpus: Corpus) -> Said:
    """The newest word on each passage of a comparison that there is one on, for its topic.

    With them are the passages of its articles that were accepted and do not stand in it; `added` gives these.
    """
    own = tuple(each for each in corpus.topic_set().judgements if each.topic == result.topic)
    if not own:
        return {}
    digests = {article.id: article.digest for article in _articles(result)}
    standing = _standing(result)
    said: dict[Passage, str] = {}
    for passage in (*standing, *_missed(result, standing, own, corpus)):
        newest = judgement_of(own, result.topic, digests[passage.article], passage.lines)
        if newest is not None and (passage in standing or newest.verdict == "accept"):
            said[passage] = newest.says
    return said


def on_earlier(result: Comparison, corpus: Corpus) -> str:
    """How many judgements for the topic are on files as they were before, for the receipt; empty for none."""
    articles = [each.article for each in (*result.columns, *result.others)]
    found = earlier(corpus.topic_set().judgements, corpus.root, articles, result.topic)
    told = ", ".join(f"{article} ({count})" for article, count in found.items())
    return f"Not shown: judgements on an earlier version of the file: {told}" if told else ""


def added(result: Comparison, said: Said) -> Iterator[tuple[Article, Passage]]:
    """The passages of which something is said that do not stand in a comparison, article by article."""
    standing = _standing(result)
    for article in _articles(result):
        for passage in said:
            if passage.article == article.id and passage not in standing:
                yield article, passage


def _articles(result: Comparison) -> list[Article]:
    """The articles of which all that the program found is shown: columns, and the silent without one."""
    silent = (each for each in result.others if each.state == "silent")
    return [each.article for each in (*result.columns, *silent) if each.state != "unread"]


def _standing(result: Comparison) -> dict[Passage, None]:
    """The passages that are shown or named in the rows."""
    placed = [cell.passage for row in result.rows for cells in row.cells.values() for cell in cells]
    left_out = [each for row in result.rows for passages in row.also.values() for each in passages]
    return dict.fromkeys((*placed, *left_out))


def _missed(
    result: Comparison, standing: dict[Passage, None], own: tuple[Judgement, ...], corpus: Corpus
) -> Iterator[Passage]:
    """The passages that something was said of and that do not stand in the rows."""
    there = {(each.article, each.lines) for each in standing}
    for article in _articles(result):
        lines = {each.lines for each in own if each.is_on(result.topic, article.digest, each.lines)}
        if any((article.id, each) not in there for each in lines):
            passages = on_whole_index(corpus, _passages_of(article))
            yield from (each for each in passages if each.lines in lines and each not in standing)


def _passages_of(article: Article) -> Callable[[Index], list[Passage]]:
    return lambda index: list(index.passages(article.id))

"""Topics by articles: how much each article says on each topic, counted from the index alone."""

from __future__ import annotations

from collections.abc import Sequence

from index.align.corpora import Tally, tallies
from index.align.finding import find
from index.align.speaks import in_column_order, strength_of, unread_column
from index.align.whole import on_whole_index
from index.corpus import Corpus
from index.results import Matrix, MatrixCell, State
from index.store.index import Index
from index.topics.model import Topic


def matrix(corpus: Corpus, topics: Sequence[Topic] | None = None) -> Matrix:
    """Count passages and topic words of every article on each topic, by default on all declared topics.

    Files that could not be read keep their place at the end.
    """
    asked = corpus.topics() if topics is None else tuple(topics)
    return on_whole_index(corpus, lambda index: _matrix(corpus, index, asked))


def _matrix(corpus: Corpus, index: Index, asked: Sequence[Topic]) -> Matrix:
    articles = in_column_order(index.articles)
    unread = [unread_column(each).article for each in corpus.unread()]
    nothing = Tally()
    cells: list[MatrixCell] = []
    for topic in asked:
        said = tallies(index, find(corpus, index, topic).counts)
        for article in articles:
            tally = said.get(article.id, nothing)
            strength = strength_of(tally.words)
            state: State = "speaks" if strength else "silent"
            cells.append(MatrixCell(topic.id, article.id, tally.passages, tally.words, state, strength))
        cells.extend(MatrixCell(topic.id, article.id, 0, 0, "unread", None) for article in unread)
    return Matrix(tuple((topic.id, topic.label) for topic in asked), (*articles, *unread), tuple(cells))

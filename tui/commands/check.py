"""`briefing check`: what is wrong with a corpus, its topics, its index or this terminal, and what was done.

Facts come first, file by file; what a person may look at and what must be mended come last, one line each, so
that they are still on the screen when the command has ended.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

from index import (
    Article,
    ArticleText,
    BriefingError,
    Corpus,
    Matrix,
    Topic,
    clean,
    earlier,
    matrix,
    search,
    user_file,
)
from tui.commands.corpus import corpus_of
from tui.commands.output import HEAD, paint
from tui.commands.status import ERROR, FOUND, NOTHING
from tui.config import load
from tui.terminal import terminal_problem, this_terminal

# A topic that finds more of the passages than this tells nothing apart.
_NEARLY_ALL = 0.8


def run(arguments: argparse.Namespace) -> int:
    """Print the check; 0 when nothing has to be mended, 1 without articles, 2 with mistakes."""
    corpus = corpus_of(arguments)
    articles = corpus.articles()
    wrong = [str(problem) for problem in (*corpus.problems(), *load()[1])]
    wrong += [f"{unread.file}: {unread.reason}" for unread in corpus.unread()]
    _print("Articles", _articles(corpus, articles))
    _print("Passed over", (f"{skipped.file}: {skipped.reason}" for skipped in corpus.skipped()))
    table = matrix(corpus)
    _print("Topics", _topics(corpus, table))
    _print("Index", _index(corpus))
    _print("Terminal", _terminal())
    _print("To look at", (*_telling_nothing(corpus, table), *_judged_before(corpus)))
    _print("To mend", wrong or ["nothing"])
    if not articles:
        return NOTHING
    return ERROR if wrong else FOUND


def _print(title: str, lines: Iterable[str]) -> None:
    # Variables, settings and folders may be named as hostilely as an article.
    told = [" ".join(clean(line)[0].splitlines()) for line in lines]
    if told:
        print(paint(title, HEAD))
        print("".join(f"  {line}\n" for line in told))


def _articles(corpus: Corpus, articles: Iterable[Article]) -> Iterator[str]:
    for article in articles:
        yield f"{article.id}  {article.file}: " + ", ".join(filter(None, (article.format, article.encoding)))
        try:
            text = corpus.text(article.id)
        except BriefingError as error:
            yield f"     {error}"
            continue
        yield f"     {_counted(block.kind for block in text.blocks)}"
        repairs = _counted(repair.kind for block in text.blocks for repair in block.repairs)
        if repairs:
            yield f"     repairs: {repairs}"
        if article.removed:
            yield f"     {article.removed} control or invisible characters removed"
        yield from (f"     {line}" for line in _origins(text))


def _origins(text: ArticleText) -> Iterator[str]:
    """Where the metadata came from."""
    if text.article.provenance:
        yield "metadata: " + "; ".join(f"{field} from {place}" for field, place in text.article.provenance)


def _counted(names: Iterable[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in Counter(names).most_common())


def _topics(corpus: Corpus, table: Matrix) -> Iterator[str]:
    """Passages and articles per topic, and passages per word of it."""
    texts = _texts(corpus)
    of = f"{len(corpus.articles())} articles"
    for topic in corpus.topics():
        speak = [cell for cell in table.cells if cell.topic == topic.id and cell.state == "speaks"]
        found = sum(cell.passages for cell in speak)
        yield f"{topic.id}: {found} of {texts} passages, in {len(speak)} of {of}"
        if topic.query:
            yield f"     query: {topic.query}"
            yield f"     read as: {search(corpus, topic.query, limit=1).read_as}"
            continue
        counted = {word: _count(corpus, word) for word in topic.words}
        told = [f"{word} {count}" for word, count in counted.items() if count]
        if told:
            yield f"     {', '.join(told)}"
        none = [word for word, count in counted.items() if not count]
        if none:
            yield f"     in no passage: {', '.join(none)}"


def _count(corpus: Corpus, word: str) -> int:
    return search(corpus, Topic(id="word", label=word).asks, limit=1).total


def _telling_nothing(corpus: Corpus, table: Matrix) -> Iterator[str]:
    """The topics that find nothing or nearly everything, each with what may be done."""
    texts = _texts(corpus)
    for topic in corpus.topics():
        found = sum(cell.passages for cell in table.cells if cell.topic == topic.id)
        if not found:
            yield f"topic {topic.id} finds nothing; add words the articles use"
        elif texts and found > texts * _NEARLY_ALL:
            told = f"{found} of {texts} passages"
            yield f"topic {topic.id} finds nearly everything ({told}); use narrower words"


def _judged_before(corpus: Corpus) -> Iterator[str]:
    """The articles that were judged in an earlier version of their file, and where those judgements are."""
    found = earlier(corpus.topic_set().judgements, corpus.root, corpus.articles())
    for article, count in found.items():
        told = "1 judgement is" if count == 1 else f"{count} judgements are"
        yield (
            f"article {article}: {told} on an earlier version of its file, and shown nowhere;"
            f" judge again what still holds, and take the old out of {user_file()}"
        )


def _texts(corpus: Corpus) -> int:
    return sum(article.passages - article.notes for article in corpus.articles())


def _index(corpus: Corpus) -> Iterator[str]:
    index = corpus.index()
    yield f"{index.count} passages in {len(index.articles)} articles"
    if corpus.index_problem:
        yield corpus.index_problem


def _terminal() -> Iterator[str]:
    yield from this_terminal().told()
    problem = terminal_problem()
    if problem:
        yield f"the reader cannot open here: {problem}"

"""`briefing list`: the articles of a corpus and what is known of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from index import Article, Corpus, Unread, dumps, in_words, list_json, wrap
from tui.commands.corpus import corpus_of
from tui.commands.output import HEAD, paint, width
from tui.commands.status import FOUND, NOTHING


def run(arguments: argparse.Namespace) -> int:
    """Print the articles; 0 when there are any, else 1."""
    return print_list(corpus_of(arguments), arguments.format)


def print_list(corpus: Corpus, form: str = "plain") -> int:
    """Print a corpus in one of the formats plain, markdown and json, and give the exit status."""
    articles = corpus.articles()
    if form == "json":
        print(dumps(list_json(articles)))
    elif form == "markdown":
        print(_markdown(articles))
    else:
        for article in articles:
            print(_plain(article, width()))
        for unread in corpus.unread():
            print(_unread(unread, width()))
    return FOUND if articles else NOTHING


def _plain(article: Article, columns: int) -> str:
    head = f"{paint(article.id, HEAD)}  "
    indent = " " * (len(article.id) + 2)
    title = wrap(article.title, columns - len(indent), rest="").replace("\n", f"\n{indent}")
    date = in_words(article.date) if article.date else "no date"
    if article.date_note:
        date += f" ({article.date_note})"
    facts = (", ".join(article.authors), article.source, date, _counts(article))
    return f"{head}{title}\n" + wrap(" · ".join(fact for fact in facts if fact), columns, first=indent)


def _counts(article: Article) -> str:
    passages = article.passages - article.notes
    counts = f"{article.words:,} words, {passages} passage{'' if passages == 1 else 's'}"
    return f"{counts}, {article.notes} note{'' if article.notes == 1 else 's'}" if article.notes else counts


def _unread(unread: Unread, columns: int) -> str:
    return wrap(f"{unread.file}: could not be read: {unread.reason}", columns, first="-  ")


def _markdown(articles: Sequence[Article]) -> str:
    rows = [
        "| id | title | authors | date | source | words | passages | notes |",
        "|---|---|---|---|---|--:|--:|--:|",
    ]
    for article in articles:
        texts = (article.id, article.title, ", ".join(article.authors), article.date or "", article.source)
        cells = [text.replace("\\", "\\\\").replace("|", "\\|") for text in texts]
        cells += [str(article.words), str(article.passages), str(article.notes)]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)

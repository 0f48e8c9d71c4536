"""Any answer as text, in any of the formats it can be taken away in."""

from __future__ import annotations

from datetime import date

from index.corpus import Corpus
from index.export import article, comparison, found, matrix, similar
from index.model import ArticleText
from index.results import Comparison, Matrix, SearchResult, Similar

Answer = ArticleText | Comparison | Matrix | SearchResult | Similar


def render(answer: Answer, corpus: Corpus, form: str, width: int = 80, today: date | None = None) -> str:
    """Write an answer as `plain` (wrapped to `width` cells), `markdown` or `json`.

    One way for screens and commands, so that both give the same text. Comparisons and matrices also come as
    `csv` and `html`. `today` dates the receipt.
    """
    match answer:
        case ArticleText():
            return article.render(answer, form, width)
        case Comparison():
            return comparison.render(answer, corpus, form, width, today)
        case Matrix():
            return matrix.render(answer, corpus, form, width, today)
        case SearchResult():
            return found.render(answer, corpus, form, width, today)
        case Similar():
            return similar.render(answer, corpus, form, width, today)

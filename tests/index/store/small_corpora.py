"""Small corpora for tests, and what they hold."""

from __future__ import annotations

from pathlib import Path

from index import Corpus, search

TEXTS = {
    "a.txt": "Alpha report\n\nThe sanctions on gas were lifted in Sapporo by the ministry yesterday.\n",
    "b.txt": "Beta report\n\nA treaty on the islands was signed in Moscow after years of talks.\n",
    "c.txt": "Gamma report\n\nFishing rights near the islands remain open; gas is sold by the ministry.\n",
}


def write(folder: Path, texts: dict[str, str] | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (TEXTS if texts is None else texts).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def found(corpus: Corpus, query: str) -> set[str]:
    """The files of the articles that answer a query."""
    names = {article.id: article.file for article in corpus.articles()}
    return {names[identity] for identity in search(corpus, query).counts}


def answers(corpus: Corpus) -> list[object]:
    """All that a fixed set of queries finds, for comparing one index with another."""
    queries = ("islands", "gas OR treaty", '"the ministry"', "mini*", "report", "sanctions AND gas")
    told: list[object] = []
    for query in queries:
        result = search(corpus, query, limit=100)
        told.append((result.total, [(hit.passage, hit.score, hit.spans) for hit in result.hits]))
    return told

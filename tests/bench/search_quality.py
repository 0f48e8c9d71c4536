"""How well search ranks, beside SQLite FTS5 and bm25s on the same files.

    python -m tests.bench.search_quality DOCUMENTS queries.tsv qrels.tsv

DOCUMENTS is a folder of files, `queries.tsv` has a query's id and text a line, `qrels.tsv` its id, a document
(the name of its file with or without the suffix) and a grade. Without arguments a collection of known items
is made of the documentation of the running Python (tests/bench/known_items.py). Needs the extra `bench`.
The reader stands twice in the table: `articles` ranked as wholes, and in the order of their best `passages`.

Public collections to try it with are ADI, CACM, CISI, Cranfield, LISA, Medline, NPL and TIME. What ranking
is made of was chosen with ADI, Cranfield, CISI and TIME; the others confirm it.
"""

from __future__ import annotations

import csv
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import bm25s
import ir_measures
import Stemmer
from ir_measures import AP, R, nDCG

from index import Corpus, search
from tests.bench.known_items import write_collection

Rank = Callable[[str], list[tuple[str, float]]]
MEASURES = [nDCG @ 10, AP, R @ 100]
DEPTH = 100


def read_table(path: Path) -> list[list[str]]:
    """Read a file of tab-separated fields, taken as they stand."""
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row]


def reader(corpus: Corpus, *, by_article: bool) -> Rank:
    """Give the reader's ranking of articles: as wholes, or in the order of their best passages."""

    def rank(query: str) -> list[tuple[str, float]]:
        found = search(corpus, query, by_article=by_article, limit=DEPTH if by_article else 4 * DEPTH)
        return [(Path(group.article.file).stem, group.score) for group in found.articles[:DEPTH]]

    return rank


def fts5(documents: Mapping[str, str]) -> Rank:
    """Give the ranking of SQLite FTS5 with its Porter stemmer."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE documents USING fts5(id UNINDEXED, text, tokenize='porter unicode61')")
    base.executemany("INSERT INTO documents VALUES (?, ?)", documents.items())

    def rank(query: str) -> list[tuple[str, float]]:
        match = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        asked = "SELECT id, -rank FROM documents WHERE documents MATCH ? ORDER BY rank LIMIT ?"
        return base.execute(asked, (match, DEPTH)).fetchall() if match else []

    return rank


def plain(documents: Mapping[str, str]) -> Rank:
    """Give the ranking of bm25s with an English stemmer and stop list."""
    stemmer = Stemmer.Stemmer("english")
    names = list(documents)
    tokens = bm25s.tokenize(list(documents.values()), stopwords="en", stemmer=stemmer, show_progress=False)
    engine = bm25s.BM25()
    engine.index(tokens, show_progress=False)

    def rank(query: str) -> list[tuple[str, float]]:
        asked = bm25s.tokenize([query], stopwords="en", stemmer=stemmer, show_progress=False)
        found, scores = engine.retrieve(asked, k=min(DEPTH, len(names)), show_progress=False)
        pairs = zip(found[0], scores[0], strict=True)
        return [(names[place], float(score)) for place, score in pairs if score > 0]

    return rank


def evaluate(
    rank: Rank, queries: Mapping[str, str], qrels: Iterable[object]
) -> tuple[dict[str, float], float]:
    """Run all queries: give each measure, and the mean milliseconds a query took."""
    run = []
    started = time.perf_counter()
    for name, text in queries.items():
        run += [ir_measures.ScoredDoc(name, found, -place) for place, (found, _) in enumerate(rank(text))]
    taken = (time.perf_counter() - started) * 1000 / max(1, len(queries))
    measured = ir_measures.calc_aggregate(MEASURES, list(qrels), run)
    return {str(measure): measured[measure] for measure in MEASURES}, taken


def main(arguments: Sequence[str]) -> None:
    """Print the table for a collection."""
    with tempfile.TemporaryDirectory() as made:
        given = [Path(argument) for argument in arguments] or write_collection(Path(made) / "known")
        folder, queries_file, qrels_file = given
        documents = {
            path.stem: path.read_text(encoding="utf-8", errors="replace")
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.suffix in (".txt", ".md")
        }
        queries = {row[0]: row[1] for row in read_table(queries_file)}
        qrels = []
        for row in read_table(qrels_file):
            name = row[1] if row[1] in documents else Path(row[1]).stem
            if row[-1].lstrip("-").isdigit():
                qrels.append(ir_measures.Qrel(row[0], name, int(row[-1])))
        judged = {qrel.query_id for qrel in qrels}
        queries = {name: text for name, text in queries.items() if name in judged}
        print(f"{len(documents):,} documents, {len(queries):,} queries")
        corpus = Corpus.open(folder, cache=Path(made) / "cache")
        corpus.refresh()
        engines = {
            "articles": reader(corpus, by_article=True),
            "passages": reader(corpus, by_article=False),
            "FTS5": fts5(documents),
            "bm25s": plain(documents),
        }
        print(f"{'':8}" + "".join(f"{measure!s:>10}" for measure in MEASURES) + f"{'ms/query':>10}")
        for name, rank in engines.items():
            measured, taken = evaluate(rank, queries, qrels)
            print(f"{name:8}" + "".join(f"{value:10.4f}" for value in measured.values()) + f"{taken:10.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])

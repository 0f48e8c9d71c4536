"""How fast search answers, beside SQLite FTS5 (and tantivy where it is installed) on the same passages.

    python -m tests.bench.search_speed 2000 20000 200000

Each query gives its top twenty with snippets and the counts per article (tantivy: only the top), and is put
to one engine after the other. Times are milliseconds of the processor, which others on the machine disturb
less than those of the clock; only the ratios of one run mean anything. Corpora are made up
(tests/bench/generated.py) and kept in the folder that BENCH_FOLDER names, by default a temporary one.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from index import Corpus, search
from tests.bench.generated import write_corpus

Ask = Callable[[str, bool], object]
LIMIT = 20


def queries(corpus: Corpus, seed: int = 3) -> dict[str, list[tuple[str, bool]]]:
    """Make the queries of each kind from the corpus' own words; the flag tells that a word is being typed."""
    chance = random.Random(seed)
    index = corpus.index()
    vocabulary = index.vocabulary
    ranked = sorted(zip(vocabulary.counts, vocabulary.words, strict=True), reverse=True)
    words = [word for _, word in ranked if len(word) > 2]
    common, middle, rare = words[20:120], words[200:2_000], words[len(words) // 2 :]
    texts = [index.passage(chance.randrange(index.count)).text.split() for _ in range(200)]

    def neighbours(size: int) -> str:
        text = chance.choice(texts)
        place = chance.randrange(max(1, len(text) - size))
        return " ".join(text[place : place + size]).replace(".", "")

    typed = []
    for _ in range(30):
        query = f"{chance.choice(words[20:3_000])} {chance.choice(words[20:3_000])}"
        typed += [(query[:end], True) for end in range(2, len(query) + 1) if query[end - 1] != " "]
    several = {
        "rare": [chance.choice(rare) for _ in range(60)],
        "common": [chance.choice(common) for _ in range(60)],
        "two words": [f"{chance.choice(common)} {chance.choice(middle)}" for _ in range(60)],
        "phrase": [f'"{neighbours(2)}"' for _ in range(60)],
        "fuzzy": [f"{chance.choice(middle)}~" for _ in range(20)],
        "prefix": [f"{chance.choice(middle)[:3]}*" for _ in range(20)],
        "wildcard": [f"*{chance.choice(middle)[2:5]}*" for _ in range(20)],
        "filter": [f"title:{chance.choice(common)} {chance.choice(middle)}" for _ in range(20)],
        "sentence": [neighbours(14) for _ in range(20)],
    }
    return {kind: [(query, False) for query in asked] for kind, asked in several.items()} | {"typed": typed}


def fts5(corpus: Corpus, path: Path) -> Ask:
    """Index the same passages in SQLite FTS5, stemmed and with a prefix index, and give a way to ask it."""
    fresh = not path.exists()
    base = sqlite3.connect(path)
    if fresh:
        base.execute(
            "CREATE VIRTUAL TABLE passages USING fts5"
            "(article UNINDEXED, title, text, tokenize='porter unicode61', prefix='2 3')"
        )
        titles = {article.id: article.title for article in corpus.articles()}
        rows = ((one.article, titles[one.article], one.text) for one in corpus.index().passages())
        base.executemany("INSERT INTO passages VALUES (?, ?, ?)", rows)
        base.commit()

    def ask(query: str, typing: bool) -> object:
        match = _for_fts5(query, typing)
        top = base.execute(
            "SELECT article, snippet(passages, 2, '[', ']', '…', 32) FROM passages WHERE passages MATCH ?"
            " ORDER BY rank LIMIT ?",
            (match, LIMIT),
        ).fetchall()
        counts = base.execute(
            "SELECT article, count(*) FROM passages WHERE passages MATCH ? GROUP BY article", (match,)
        ).fetchall()
        return top, counts

    return ask


def _for_fts5(query: str, typing: bool) -> str:
    if query.startswith('"'):
        return "text : " + query
    if query.startswith("title:"):
        title, word = query[6:].split(" ", 1)
        return f"(title : {title}) AND (text : {word})"
    if query.endswith("*"):
        return f"text : {query[:-1]} *"
    words = [f'"{word}"' for word in query.split()]
    if typing:
        words[-1] += " *"
    return "text : (" + " OR ".join(words) + ")"


def tantivy(corpus: Corpus) -> Ask | None:
    """Index the same passages in tantivy, in memory, and give a way to ask it; None when it is missing."""
    try:
        import tantivy as engine
    except ImportError:
        return None
    schema = (
        engine.SchemaBuilder()
        .add_text_field("article", stored=True, tokenizer_name="raw")
        .add_text_field("text", stored=True, tokenizer_name="en_stem")
        .build()
    )
    store = engine.Index(schema)
    writer = store.writer()
    for passage in corpus.index().passages():
        writer.add_document(engine.Document(article=passage.article, text=passage.text))
    writer.commit()
    store.reload()
    searcher = store.searcher()

    def ask(query: str, typing: bool) -> object:
        asked = store.parse_query(query.replace("title:", "") + ("*" if typing else ""), ["text"])
        maker = engine.SnippetGenerator.create(searcher, asked, schema, "text")
        found = searcher.search(asked, LIMIT).hits
        return [maker.snippet_from_doc(searcher.doc(address)) for _, address in found]

    return ask


def measure(asks: Mapping[str, Ask], asked: Sequence[tuple[str, bool]]) -> dict[str, list[float]]:
    """Ask each query once of each; give the milliseconds, ascending."""
    taken: dict[str, list[float]] = {name: [] for name in asks}
    for query, typing in asked:
        for name, ask in asks.items():
            started = time.process_time()
            ask(query, typing)
            taken[name].append((time.process_time() - started) * 1000)
    return {name: sorted(times) for name, times in taken.items()}


def told(taken: Sequence[float]) -> str:
    """Write the middle, the 95th of a hundred, and the worst."""
    return f"{taken[len(taken) // 2]:7.1f} {taken[int(len(taken) * 0.95)]:7.1f} {taken[-1]:7.1f}"


def run(count: int, folder: Path) -> None:
    """Print the table for a corpus of `count` passages."""
    source = folder / str(count)
    if not source.exists():
        write_corpus(source, count)
    corpus = Corpus.open(source, cache=folder / "cache")
    done = corpus.refresh()
    started = time.perf_counter()
    cold = Corpus.open(source, cache=folder / "cache")
    search(cold, "the")
    opened = (time.perf_counter() - started) * 1000
    print(
        f"\n{done.passages:,} passages; indexed in {done.seconds:.1f} s; cold open and answer {opened:.0f} ms"
    )
    asked = queries(cold)

    def ours(query: str, typing: bool) -> object:
        return search(cold, query, limit=LIMIT, complete=typing)

    others: dict[str, Ask] = {"reader": ours, "FTS5": fts5(cold, folder / f"{count}.db")}
    if (third := tantivy(cold)) is not None:
        others["tantivy"] = third
    print(f"{'':10}" + "".join(f"{name + ': p50 / p95 / worst':>28}" for name in others))
    medians: dict[str, list[float]] = {name: [] for name in others}
    for kind, of_kind in asked.items():
        only_ours = kind in ("fuzzy", "wildcard")
        taken = measure({"reader": ours} if only_ours else others, of_kind)
        line = f"{kind:10}"
        for name in others:
            line += f"{told(taken[name]) if name in taken else '–':>28}"
            medians[name] += [] if only_ours else taken[name]
        print(line)
    print(f"{'all':10}" + "".join(f"{told(sorted(taken)):>28}" for taken in medians.values()))


def main(arguments: Sequence[str]) -> None:
    """Run for each number of passages that is given."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(os.environ.get("BENCH_FOLDER", made))
        for argument in arguments or ["2000"]:
            run(int(argument), folder)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Articles, hits and comparisons made by hand, for tests of what the screens show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index import (
    Article,
    ArticleHits,
    Cell,
    Column,
    Comparison,
    Hit,
    Matrix,
    MatrixCell,
    Passage,
    Row,
    SearchResult,
)


def article(key: str = "001", title: str = "On the islands", date: str | None = "2015-12~") -> Article:
    return Article(key, f"{key}.txt", title, ("Ann Author",), date, source="The Paper", digest="ab" * 32)


def passage(
    key: str = "001", n: int = 3, text: str = "Japan joined the sanctions against Russia."
) -> Passage:
    return Passage(key, n, "body", None, n * 2, n * 2 + 1, text)


def hit(key: str, n: int, text: str, word: str, whole: bool = True) -> Hit:
    start = text.index(word)
    return Hit(passage(key, n, text), 1.0, ((start, start + len(word)),), (word,), (0, len(text)), whole)


def result(
    hits: Sequence[Hit], without: Sequence[str] = (), query: str = "sanctions", **more: object
) -> SearchResult:
    keys = list(dict.fromkeys(each.passage.article for each in hits))
    counts = {key: sum(each.passage.article == key for each in hits) for key in keys}
    found = tuple(
        ArticleHits(
            article(key, f"Title {key}"), 1.0, counts[key], tuple(h for h in hits if h.passage.article == key)
        )
        for key in keys
    )
    return SearchResult(query, query, len(hits), tuple(hits), found, counts, tuple(without), **more)  # type: ignore[arg-type]


def cell(key: str, n: int, text: str = "Japan joined the sanctions.", speaker: str = "") -> Cell:
    start = text.find("sanctions")
    spans = ((start, start + 9),) if start >= 0 else ()
    return Cell(
        passage(key, n, text), spans, "discusses", "topic words: sanctions; only here: joined", speaker
    )


def column(key: str, state: str = "speaks", passages: int = 2) -> Column:
    reason = f"{passages} passages" if state == "speaks" else "silent: 0 of 6 passages"
    strength = "discusses" if state == "speaks" else None
    return Column(article(key, f"Title of {key}"), state, strength, passages, 6, reason)  # type: ignore[arg-type]


def comparison(columns: Sequence[Column], rows: Mapping[str, Mapping[str, Sequence[Cell]]]) -> Comparison:
    made = tuple(
        Row(label, "declared", ("joined",), {key: tuple(cells) for key, cells in row.items()})
        for label, row in rows.items()
    )
    return Comparison("sanctions", "Sanctions", "sanctions OR embargo", tuple(columns), made)


def matrix(counts: Mapping[str, Sequence[int]], keys: Sequence[str]) -> Matrix:
    cells = tuple(
        MatrixCell(
            topic, key, count, count * 2, "speaks" if count else "silent",
            "mentions" if count == 1 else "discusses" if count else None,
        )
        for topic, row in counts.items()
        for key, count in zip(keys, row, strict=True)
    )  # fmt: skip
    return Matrix(
        tuple((topic, topic.title()) for topic in counts), tuple(article(key) for key in keys), cells
    )

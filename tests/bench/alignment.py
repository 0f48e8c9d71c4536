"""How well topics, rows and likeness agree with two people who labelled the five articles.

    python -m tests.bench.alignment

Passages: those of a topic against those that an annotator gave a strength of 1 or 2. Pairs: any two passages
of different articles in one row against the pairs that an annotator graded 1 or 2. The measure is the mean
of the F1 against each annotator, which is what the agreement of the two with one another is measured by;
`either` takes pairs that one of them graded, `both` those that both did. Pairs are counted among passages
that an annotator put on the topic; `all` counts every labelled pair, also of passages that are off the topic.
A pair counts once in however many rows it stands, two passages of one article are no pair, and a row that has
one article gives none. Rows are questions: they also ask for what the annotators did not pair (a treaty,
the Senkakus), and such pairs count as wrong. The rules of membership are general, but they were chosen with
these labels in sight, and few pairs are labelled: on other texts less is to be expected.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from index import Comparison, Corpus, Topic, compare
from index.align.likeness import cosine
from index.align.reading import Reading
from tests.bench.pivot import Pair, Place, first_right

TOPICS = ("sanctions", "kurils", "arms-transfers")
GOLD = Path(__file__).parent.parent / "gold"


@dataclass(frozen=True)
class Labels:
    """What one annotator said of one topic."""

    passages: frozenset[Place]
    pairs: frozenset[Pair]


def labels(topic: str, annotator: int, gold: Path = GOLD) -> Labels:
    """What annotator 0 or 1 labelled with a strength or grade of 1 or 2."""
    passages = frozenset(
        (file, int(line))
        for name, file, line, *strengths in _rows(gold / "topics.tsv")
        if name == topic and int(strengths[annotator])
    )
    pairs = frozenset(
        _pair((one, int(first)), (other, int(second)))
        for name, one, first, other, second, *grades in _rows(gold / "pairs.tsv")
        if name == topic and int(grades[annotator])
    )
    return Labels(passages, pairs)


def f1(found: Iterable[object], wanted: Iterable[object]) -> float:
    """The harmonic mean of precision and recall; 0 where nothing is right."""
    found, wanted = set(found), set(wanted)
    return 2 * len(found & wanted) / (len(found) + len(wanted)) if found or wanted else 1.0


def passages_of(corpus: Corpus, topic: Topic) -> set[Place]:
    """The passages that stand in any row of a topic, found rows included, by file and first line."""
    return {place for row in rows_of(compare(corpus, topic)) for place in row}


def rows_of(result: Comparison) -> list[set[Place]]:
    """The passages of each row by file and first line."""
    files = {column.article.id: column.article.file for column in result.columns}
    return [
        {(files[cell.passage.article], cell.passage.first) for cells in row.cells.values() for cell in cells}
        for row in result.rows
    ]


def pairs_of(result: Comparison) -> set[Pair]:
    """The pairs of passages of different articles that stand in one row."""
    return {
        _pair(one, other)
        for row in rows_of(result)
        for one, other in combinations(sorted(row), 2)
        if one[0] != other[0]
    }


def pair_scores(topic: str, pairs: set[Pair]) -> dict[str, float]:
    """F1 of pairs in all readings: each annotator, their mean, either, both, and all labelled pairs."""
    one, other = labels(topic, 0), labels(topic, 1)
    on = one.passages | other.passages
    among = [frozenset(pair for pair in each.pairs if on.issuperset(pair)) for each in (one, other)]
    a, b = (f1(pairs, each) for each in among)
    return {
        "a": a,
        "b": b,
        "mean": (a + b) / 2,
        "either": f1(pairs, among[0] | among[1]),
        "both": f1(pairs, among[0] & among[1]),
        "all": f1(pairs, one.pairs | other.pairs),
    }


def by_likeness(corpus: Corpus, topic: Topic) -> dict[str, float]:
    """The best that one threshold on the TF-IDF cosine of the topic's passages can do, for each reading."""
    result = compare(corpus, replace(topic, rows=()))
    readings = {
        (column.article.file, cell.passage.first): Reading(cell.passage)
        for column in result.columns
        for row in result.rows
        for cell in row.cells.get(column.article.id, ())
    }
    vectors = {place: _vector(corpus, reading) for place, reading in readings.items()}
    likeness = {
        _pair(one, other): cosine(vectors[one], vectors[other])
        for one, other in combinations(sorted(vectors), 2)
        if one[0] != other[0]
    }
    best: dict[str, float] = {}
    found: set[Pair] = set()
    for pair in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        found.add(pair)
        for name, score in pair_scores(topic.id, found).items():
            best[name] = max(best.get(name, 0.0), score)
    return best


def _vector(corpus: Corpus, reading: Reading) -> Mapping[str, float]:
    index = corpus.index()
    return {
        stem: len(places) * math.log(index.count / max(1, index.document_frequency(stem)))
        for stem, places in reading.content.items()
    }


def _rows(file: Path) -> list[list[str]]:
    return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:] if line]


def _pair(one: Place, other: Place) -> Pair:
    return (one, other) if one < other else (other, one)


def main() -> None:
    """Print the tables."""
    corpus = Corpus.open()
    print("passages of a topic, F1               a      b   people")
    for name in TOPICS:
        found = passages_of(corpus, corpus.topic(name))
        one, other = labels(name, 0).passages, labels(name, 1).passages
        print(f"  {name:<32} {f1(found, one):6.2f} {f1(found, other):6.2f} {f1(one, other):8.2f}")
    head = ("a", "b", "mean", "either", "both", "all")
    print("\npairs in one row, F1             " + " ".join(f"{each:>7}" for each in head) + "   wanted")
    for name, declared, alone in zip(TOPICS, (0.70, 0.60, 0.60), (0.61, 0.28, 0.0), strict=True):
        topic = corpus.topic(name)
        ways = {
            "declared rows": (pair_scores(name, pairs_of(compare(corpus, topic))), declared),
            "found rows only": (pair_scores(name, pairs_of(compare(corpus, replace(topic, rows=())))), alone),
            "TF-IDF, best": (by_likeness(corpus, topic), 0.0),
            "people": (pair_scores(name, set(labels(name, 0).pairs)), 0.0),
        }
        for way, (scores, wanted) in ways.items():
            told = " ".join(f"{scores[each]:7.2f}" for each in head)
            print(f"  {name:<14} {way:<16} {told}   {f'{wanted:.2f}' if wanted else ''}")
    labelled = {pair for name in TOPICS for annotator in (0, 1) for pair in labels(name, annotator).pairs}
    pivots = first_right(corpus, sorted(labelled))
    print(f"\nfirst answer right, of {pivots.pop('asked'):.0f} passages with a labelled counterpart")
    for way, share in pivots.items():
        print(f"  {way:<10} {share:.2f}")


if __name__ == "__main__":
    main()

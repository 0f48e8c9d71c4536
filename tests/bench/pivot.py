"""How often the first answer to a passage is one that people set beside it, for the reader and two rankings.

    python -m tests.bench.pivot FOLDER LABELS.tsv

FOLDER holds articles; each line of LABELS after the first names two passages that say the same, by file and
first line: `mark.txt 7 luke.txt 31`, with tabs between. Asked is every passage that the labels name and the
reader has; an answer is right when it is a passage that the labels set beside the one asked. Plain BM25 and
TF-IDF rank all passages of the other articles by the same stems and always answer; the reader abstains where
nothing is close, which `answered` counts and which is no right answer either.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from index import Corpus, similar
from index.align.reading import Reading

Place = tuple[str, int]
Pair = tuple[Place, Place]


class Rankings:
    """The passages of a corpus, ranked by plain BM25 and by the cosine of TF-IDF."""

    def __init__(self, corpus: Corpus) -> None:
        index = corpus.index()
        files = {article.id: article.file for article in index.articles}
        self.ids = {article.file: article.id for article in index.articles}
        self.readings = {
            (files[each.article], each.first): Reading(each)
            for each in index.passages()
            if each.kind != "note"
        }
        self._count = len(self.readings)
        self._having: dict[str, list[tuple[Place, int]]] = {}
        for place, reading in self.readings.items():
            for stem, at in reading.content.items():
                self._having.setdefault(stem, []).append((place, len(at)))
        self._words = {place: len(reading.words) for place, reading in self.readings.items()}
        self._mean = sum(self._words.values()) / max(1, self._count)
        self._lengths: dict[Place, float] = {}
        for stem, having in self._having.items():
            for place, often in having:
                self._lengths[place] = self._lengths.get(place, 0.0) + (often * self._rarity(stem)) ** 2

    def bm25(self, asked: Place) -> Place | None:
        """The passage of another article that BM25 puts first, with k1 1.2 and b 0.75."""
        scores: dict[Place, float] = {}
        for stem in self.readings[asked].content:
            having = self._having[stem]
            rarity = math.log(1 + (self._count - len(having) + 0.5) / (len(having) + 0.5))
            for place, often in having:
                norm = 1.2 * (0.25 + 0.75 * self._words[place] / self._mean)
                scores[place] = scores.get(place, 0.0) + rarity * often * 2.2 / (often + norm)
        return _best(scores, asked)

    def tf_idf(self, asked: Place) -> Place | None:
        """The passage of another article that the cosine puts first."""
        scores: dict[Place, float] = {}
        for stem, at in self.readings[asked].content.items():
            weight = len(at) * self._rarity(stem) ** 2
            for place, often in self._having[stem]:
                scores[place] = scores.get(place, 0.0) + weight * often
        return _best(
            {place: score / math.sqrt(self._lengths[place] or 1.0) for place, score in scores.items()}, asked
        )

    def _rarity(self, stem: str) -> float:
        return math.log(self._count / len(self._having[stem]))


def first_right(corpus: Corpus, pairs: Iterable[Pair]) -> dict[str, float]:
    """The share of labelled passages whose first answer is right, for each ranking, and who was asked."""
    mates: dict[Place, set[Place]] = {}
    rankings = Rankings(corpus)
    for one, other in pairs:
        if one in rankings.readings and other in rankings.readings:
            mates.setdefault(one, set()).add(other)
            mates.setdefault(other, set()).add(one)
    files = {ident: file for file, ident in rankings.ids.items()}
    right = dict.fromkeys(("reader", "BM25", "TF-IDF", "answered"), 0)
    for asked, wanted in mates.items():
        hits = similar(corpus, rankings.ids[asked[0]], asked[1], limit=1).hits
        right["reader"] += any((files[hit.passage.article], hit.passage.first) in wanted for hit in hits)
        right["answered"] += bool(hits)
        right["BM25"] += rankings.bm25(asked) in wanted
        right["TF-IDF"] += rankings.tf_idf(asked) in wanted
    shares = {name: count / max(1, len(mates)) for name, count in right.items()}
    return {"asked": float(len(mates)), **shares}


def _best(scores: Mapping[Place, float], asked: Place) -> Place | None:
    others = {place: score for place, score in scores.items() if place[0] != asked[0]}
    return min(others, key=lambda place: (-others[place], place)) if others else None


def read_pairs(file: Path) -> list[Pair]:
    """The labelled pairs of a file: two files with a line each, on every line after the head."""
    pairs = []
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        one, first, other, second = line.split("\t")[:4]
        pairs.append(((one, int(first)), (other, int(second))))
    return pairs


def main() -> int:
    """Print the table."""
    if len(sys.argv) != 3:
        print("usage: python -m tests.bench.pivot FOLDER LABELS.tsv", file=sys.stderr)
        return 2
    folder, labels = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as cache:
        found = first_right(Corpus.open(folder, cache=Path(cache)), read_pairs(labels))
    print(
        f"{folder.name}: first answer right, of {found.pop('asked'):.0f} passages with a labelled counterpart"
    )
    for name, share in found.items():
        print(f"  {name:<10} {share:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How fast, and in how much memory, two long articles on one topic stand side by side.

    python -m tests.bench.alignment_long 500 2000

Each article has so many passages, all of them on the topic, and no row is declared: what is found is all the
program's own. Beside it stands what one cosine after another of every two passages would take, of which a
sample is measured. Seconds are those of one processor; memory is what the whole process has at the most.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from index import Corpus, Topic, compare
from index.align.corpora import weights_of
from index.align.likeness import cosine
from index.align.reading import Reading
from tests.bench.generated import passages

WORD = "harbour"
SAMPLE = 40_000


def write_two(folder: Path, count: int) -> None:
    """Write two articles of so many passages, each of which has the topic's word."""
    folder.mkdir(parents=True)
    made = passages(2 * count)
    for name in ("one", "two"):
        told = [f"Of the {WORD}. {each}" for each in islice(made, count)]
        (folder / f"{name}.txt").write_text("\n\n".join([f"On {name}", *told]) + "\n", encoding="utf-8")


def one_by_one(corpus: Corpus, count: int) -> float:
    """Seconds that the cosines of every two passages of the articles would take, by those of a sample."""
    index = corpus.index()
    weights = weights_of(index)
    one, two = (
        [weights.vector(Reading(each)) for each in index.passages(article.id)] for article in index.articles
    )
    chance = random.Random(1)
    pairs = [(chance.choice(one), chance.choice(two)) for _ in range(SAMPLE)]
    start = time.process_time()
    for pair in pairs:
        cosine(*pair)
    return (time.process_time() - start) * count * count / SAMPLE


def main() -> None:
    """Print a table."""
    print(f"{'passages':>9} {'side by side':>13} {'memory':>8} {'one by one':>11} {'ratio':>6}")
    for count in [int(each) for each in sys.argv[1:]] or [500]:
        with tempfile.TemporaryDirectory() as temporary:
            write_two(Path(temporary) / "two", count)
            corpus = Corpus.open(Path(temporary) / "two", cache=Path(temporary) / "cache")
            corpus.index()
            start = time.process_time()
            compare(corpus, Topic(id=WORD, label=WORD))
            taken = time.process_time() - start
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            peer = one_by_one(corpus, count)
        print(f"2 x {count:>5,} {taken:>11.1f} s {memory:>5.0f} MB {peer:>9.1f} s {taken / peer:>6.2f}")


if __name__ == "__main__":
    main()

"""How fast twelve topics by all articles and one topic side by side are ready, from a warm index.

    python -m tests.bench.alignment_scale 1000 10000

Articles have twenty passages. The topics are made of the corpus' own words, from those in one passage of
fifty to rare ones, with phrases and a barred word, and rows. Wanted: each under two seconds at 10,000
articles. Corpora are kept in the folder that BENCH_FOLDER names, by default a temporary one.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from index import Corpus, Topic, TopicRow, compare, matrix, similar
from tests.bench.generated import passages

PASSAGES = 20
TOPICS = 12
WANTED = 2.0


def write_articles(folder: Path, count: int) -> None:
    """Write so many articles of twenty passages as text files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = passages(count * PASSAGES)
    for number in range(count):
        batch = list(islice(made, PASSAGES))
        title = " ".join(batch[0].split()[:6]).rstrip(".").title()
        (folder / f"{number:05d}.txt").write_text("\n\n".join([title, *batch]) + "\n", encoding="utf-8")


def made_topics(corpus: Corpus, seed: int = 5) -> list[Topic]:
    """Make topics as an analyst would write them: some words, some phrases, something barred, some rows.

    Phrases are neighbours in the texts, two words of substance with or without a common word between them.
    """
    chance = random.Random(seed)
    index = corpus.index()
    vocabulary = index.vocabulary
    ranked = sorted(zip(vocabulary.counts, vocabulary.words, strict=True), reverse=True)
    words = [word for often, word in ranked if len(word) > 2 and often <= index.count // 50]
    frequent = {word for often, word in ranked if often > index.count // 10}
    texts = [index.passage(chance.randrange(index.count)).text.replace(".", "").split() for _ in range(400)]
    phrases = [
        " ".join(text[place : place + 2 + linked])
        for text in texts
        for place in range(len(text) - 2)
        for linked in (0, 1)
        if text[place].lower() not in frequent
        and text[place + 1 + linked].lower() not in frequent
        and (not linked or text[place + 1].lower() in frequent)
    ]

    def some(count: int) -> tuple[str, ...]:
        return tuple(words[int(chance.expovariate(1 / 400))] for _ in range(count))

    return [
        Topic(
            id=f"topic-{number}",
            label=words[number * 3],
            alt=(*some(6), *chance.sample(phrases, 6)),
            exclude=(chance.choice(phrases),),
            rows=tuple(TopicRow(f"row-{row}", f"row {row}", some(8)) for row in range(8)),
        )
        for number in range(TOPICS)
    ]


def timed(work: Callable[[], object], times: int = 3) -> list[float]:
    """Seconds of one processor that each of some runs takes: what others do on the machine does not count."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return taken


def bench(folder: Path, count: int) -> dict[str, list[float]]:
    """Seconds of each piece of work on a corpus of so many articles."""
    root = folder / f"articles-{count}"
    if not root.exists():
        write_articles(root, count)
    corpus = Corpus.open(root, cache=folder / "cache")
    corpus.index()
    topics = made_topics(corpus)
    article = corpus.index().articles[count // 2]
    line = next(iter(corpus.index().passages(article.id))).first
    return {
        "matrix of twelve": timed(lambda: matrix(corpus, topics)),
        "side by side": timed(lambda: compare(corpus, topics[0])),
        "similar": timed(lambda: similar(corpus, article.id, line)),
    }


def main() -> int:
    """Print a table; fails when something took longer than wanted."""
    counts = [int(each) for each in sys.argv[1:]] or [1_000]
    slow = False
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(os.environ.get("BENCH_FOLDER") or temporary)
        print(f"{'articles':>9}  {'work':<18} {'first':>7} {'best':>7}  seconds")
        for count in counts:
            for work, taken in bench(folder, count).items():
                print(f"{count:>9,}  {work:<18} {taken[0]:7.2f} {min(taken):7.2f}")
                slow = slow or min(taken) > WANTED
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())

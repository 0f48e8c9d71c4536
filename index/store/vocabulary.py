"""The words of a corpus as they are spelt, with their counts: for completion, wildcards, suggestions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.store.analysis import learn, stem


@dataclass(frozen=True)
class Vocabulary:
    """Folded words in order, the number of passages that each stands in, and its stem."""

    words: tuple[str, ...]
    counts: tuple[int, ...]
    stems: tuple[str, ...]

    @cached_property
    def forms(self) -> dict[str, list[str]]:
        """The words of each stem."""
        found: dict[str, list[str]] = {}
        for word, root in zip(self.words, self.stems, strict=True):
            found.setdefault(root, []).append(word)
        return found

    @cached_property
    def text(self) -> str:
        """All words in one string, one a line, for scanning at the speed of `str.find` and `re`."""
        return "\n" + "\n".join(self.words) + "\n"

    def count(self, word: str) -> int:
        """Count the passages that a word stands in."""
        place = bisect_left(self.words, word)
        return self.counts[place] if place < len(self.words) and self.words[place] == word else 0

    def starting(self, prefix: str) -> range:
        """Give the places of the words that start with a prefix."""
        first = bisect_left(self.words, prefix)
        return range(first, bisect_left(self.words, prefix + "\U0010ffff", first))


def write_vocabulary(words: Iterable[tuple[str, int]]) -> bytes:
    """Write sorted words with their counts and stems."""
    listed = list(words)
    columns = (
        [word for word, _ in listed],
        [str(count) for _, count in listed],
        [stem(word) for word, _ in listed],
    )
    return "\n".join(" ".join(column) for column in columns).encode("utf-8", "surrogatepass")


def read_vocabulary(data: bytes) -> Vocabulary:
    """Read what `write_vocabulary` wrote; raises ValueError for anything else."""
    words, counts, stems = (line.split(" ") for line in data.decode("utf-8", "surrogatepass").split("\n"))
    if words == [""]:
        return Vocabulary((), (), ())
    learn(words, stems)
    return Vocabulary(tuple(words), tuple(map(int, counts)), tuple(stems))


def merge_vocabularies(parts: Sequence[Vocabulary]) -> Vocabulary:
    """Put the vocabularies of several segments together."""
    if len(parts) == 1:
        return parts[0]
    total: dict[str, int] = {}
    for part in parts:
        for word, count in zip(part.words, part.counts, strict=True):
            total[word] = total.get(word, 0) + count
    ordered = sorted(total)
    return Vocabulary(
        tuple(ordered), tuple(total[word] for word in ordered), tuple(stem(word) for word in ordered)
    )

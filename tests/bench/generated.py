"""Corpora made up for benches: words by Zipf's law, in sentences, paragraphs and articles."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

_ONSETS = [
    "b",
    "c",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "w",
    "st",
    "tr",
    "pr",
    "cl",
    "gr",
    "ch",
    "sh",
    "th",
    "pl",
    "br",
    "fl",
    "sp",
]
_VOWELS = ["a", "e", "i", "o", "u", "ea", "ai", "ou", "io", "ie"]
_CODAS = ["", "", "n", "r", "s", "t", "l", "m", "nd", "st", "ck", "rt"]
_ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ly", "tion", "al", "ness"]
_SMALL = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "that",
    "for",
    "it",
    "as",
    "was",
    "with",
    "be",
    "by",
    "on",
    "not",
    "he",
    "his",
    "but",
    "at",
    "are",
    "this",
    "have",
    "from",
]

PASSAGES_PER_ARTICLE = 50


def vocabulary(size: int, chance: random.Random) -> list[str]:
    """Make distinct words, common ones short as in a language, with stems that share endings."""
    words: dict[str, None] = dict.fromkeys(_SMALL)
    while len(words) < size:
        syllables = 1 + min(3, int(chance.expovariate(0.9)) + (len(words) > 400))
        word = "".join(
            chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(syllables)
        )
        words[word + chance.choice(_ENDINGS)] = None
    return list(words)


def passages(count: int, seed: int = 7) -> Iterator[str]:
    """Make passages of about a hundred words."""
    chance = random.Random(seed)
    words = vocabulary(max(8_000, min(120_000, count // 2)), chance)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    for _ in range(count):
        length = max(20, int(chance.gauss(99, 35)))
        drawn = chance.choices(words, cum_weights=weights, k=length)
        sentences = []
        while drawn:
            cut = chance.randint(8, 28)
            sentence, drawn = drawn[:cut], drawn[cut:]
            sentences.append(" ".join(sentence).capitalize() + ".")
        yield " ".join(sentences)


def write_corpus(folder: Path, count: int) -> None:
    """Write a corpus of `count` passages as text files of fifty passages each."""
    folder.mkdir(parents=True, exist_ok=True)
    batch: list[str] = []
    number = 0
    for passage in passages(count):
        batch.append(passage)
        if len(batch) == PASSAGES_PER_ARTICLE:
            number += 1
            _write(folder, number, batch)
            batch = []
    if batch:
        _write(folder, number + 1, batch)


def _write(folder: Path, number: int, batch: list[str]) -> None:
    title = " ".join(batch[0].split()[:6]).rstrip(".").title()
    (folder / f"{number:05d}.txt").write_text("\n\n".join([title, *batch]) + "\n", encoding="utf-8")

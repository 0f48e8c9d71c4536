"""The five articles are cut as two annotators cut them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.article import read_article
from index.model import Block

GOLD = Path(__file__).parents[2] / "gold" / "blocks.jsonl"
# The text keeps the source's letters; only the index folds the Cyrillic С that looks like C.
LOOK_ALIKES = str.maketrans("С", "C")


def labelled() -> dict[str, list[dict[str, object]]]:
    blocks: dict[str, list[dict[str, object]]] = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        block = json.loads(line)
        blocks.setdefault(block["file"], []).append(block)
    return blocks


def as_labelled(file: str, block: Block) -> dict[str, object]:
    return {
        "file": file,
        "kind": block.kind,
        "lines": [block.first, block.last],
        "section": block.section,
        "text": block.text.translate(LOOK_ALIKES),
        "note_refs": list(block.note_refs),
    }


@pytest.mark.parametrize("file", sorted(labelled()))
def test_blocks_equal_the_labelled_ones(seeds: Path, file: str) -> None:
    article, problems = read_article(seeds / file, file, {})
    expected = sorted(labelled()[file], key=lambda block: block["lines"][0])  # type: ignore[index]
    assert [as_labelled(file, block) for block in article.blocks] == expected
    assert not problems

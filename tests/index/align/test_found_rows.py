"""Rows that the program finds: what runs parallel stands side by side, and one topic alone is not enough."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

from index import Topic, compare
from index.align.alike import Alike, likenesses
from index.align.likeness import cosine
from tests.index.align.corpora import corpus_of

MOCKED = "The soldiers of the governor put on the man a scarlet robe and a crown of thorns, and mocked him."
ASKED = "The governor asked the man in the scarlet robe whether he was a king, and the soldiers kept silence."
GUARDED = (
    "The soldiers watched the tomb by night until a great earthquake rolled the stone from the dead man."
)


def test_passages_with_far_nearer_counterparts_are_not_joined(tmp_path: Path) -> None:
    told = {
        "one": [MOCKED, ASKED, GUARDED],
        "two": [
            each.replace("The", "Then the").replace("and ", "and so ") for each in (MOCKED, ASKED, GUARDED)
        ],
        "three": ["Nothing is told here of it but the harvest, the vineyard and the price of barley."],
    }
    rows = compare(corpus_of(tmp_path, told), Topic(id="man", label="man")).rows
    lines = sorted(
        tuple(cell.passage.first for cells in row.cells.values() for cell in cells) for row in rows
    )
    assert lines == [(3, 3), (5, 5), (7, 7)]


def test_each_passage_is_likened_to_every_passage_of_another_article_and_to_none_of_its_own() -> None:
    chance = random.Random(4)
    articles = ["a"] * 7 + ["b"] * 5 + ["a"] * 2 + ["c"]
    vectors = [{word: chance.random() for word in chance.sample("mnopqrst", 3)} for _ in articles]
    found = {
        (min(one, other), max(one, other)): likeness
        for one, others in likenesses(articles, vectors)
        for other, likeness in enumerate(others)
        if likeness
    }
    wanted = {
        (one, other): cosine(vectors[one], vectors[other])
        for one, other in combinations(range(len(articles)), 2)
        if articles[one] != articles[other]
    }
    assert {pair: round(each, 9) for pair, each in found.items()} == {
        pair: round(each, 9) for pair, each in wanted.items() if each
    }


def test_a_pair_far_less_alike_than_what_came_later_is_near_to_is_no_pair() -> None:
    # Passage 1 is 0.1 alike to passage 0, until passage 2 comes, which is all like passage 0.
    alike = Alike("abc", [(1, [0.1]), (2, [0.9, 0.05])], 0.03)
    assert alike.from_most(0.03) == [(0, 2)]
    assert alike.least([1], [0]) == 0.0
    assert alike.least([0], [2]) == 0.9

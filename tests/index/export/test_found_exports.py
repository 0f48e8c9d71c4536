"""The answer to a search, taken away as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Corpus, search
from index.export.render import render
from index.export.wrap import cells


@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_each_hit_comes_with_its_citation_and_the_silent_are_named(seeds: Path, form: str) -> None:
    corpus = Corpus.open(seeds)
    result = search(corpus, "sanctions", limit=5)
    text = " ".join(render(result, corpus, form, 80).replace("> ", "").split())
    assert f"{result.total} found, the best {len(result.hits)} here" in text
    assert text.count("sha256") == len(result.hits) + 2
    assert "No hit in: 002" in text


def test_of_very_many_articles_without_a_hit_some_are_named_within_the_width(tmp_path: Path) -> None:
    for number in range(130):
        (tmp_path / f"n{number:03}.txt").write_text("A title\n\nNothing of the kind is told in this one.\n")
    corpus = Corpus.open(tmp_path)
    text = render(search(corpus, "tariffs " * 30), corpus, "plain", 60)
    assert all(cells(line) <= 60 for line in text.splitlines())
    assert "and 30 more" in " ".join(text.split())

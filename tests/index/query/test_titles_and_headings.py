"""Words in titles and headings are found, and marked where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Corpus, Hit, search
from tests.index.store.small_corpora import write


def heads(hit: Hit, corpus: Corpus) -> tuple[list[str], list[str]]:
    """What is marked in the heading and in the title of a hit."""
    section, title = hit.passage.section or "", corpus.article(hit.passage.article).title
    return [section[a:b] for a, b in hit.heading], [title[a:b] for a, b in hit.title]


@pytest.mark.parametrize(
    ("query", "heading", "title"),
    [
        ("title:skeptical", [], ["Skeptical"]),
        ("title:(skeptical relations)", [], ["Relations", "Skeptical"]),
        ('title:"skeptical view"', [], ["Skeptical View"]),
        ("title:skep*", [], ["Skeptical"]),
        ("title:sceptical~", [], ["Skeptical"]),
        ('section:"economic ties"', ["Economic ties"], []),
        ("section:ties section:ukraine", ["ties"], []),
        ("section:ties title:skeptical", ["ties"], ["Skeptical"]),
        ("section:(russia japan)", ["Russia", "Japan"], []),
    ],
)
def test_what_is_asked_for_in_titles_or_headings_is_marked_there_and_nowhere_else(
    corpus: Corpus, query: str, heading: list[str], title: list[str]
) -> None:
    hits = [hit for hit in search(corpus, query, limit=99).hits if hit.passage.first == 71]
    assert [(hit.spans, heads(hit, corpus)) for hit in hits] == [((), (heading, title))]
    assert list(hits[0].matched) == heading + title


def test_a_field_that_is_being_typed_is_marked_as_far_as_it_is_known(corpus: Corpus) -> None:
    hit = search(corpus, "title:skep", complete=True).hits[0]
    assert heads(hit, corpus) == ([], ["Skeptical"])


def test_words_are_marked_in_text_heading_and_title_alike(corpus: Corpus) -> None:
    hits = search(corpus, "economic relations", limit=99).hits
    hit = next(hit for hit in hits if hit.passage.section == "Economic ties between Russia and Japan")
    assert heads(hit, corpus) == (["Economic"], ["Relations"])
    assert {hit.passage.text[a:b].casefold() for a, b in hit.spans} <= {"economic", "economical", "relations"}


def test_what_only_narrows_is_not_marked_in_the_title_either(corpus: Corpus) -> None:
    assert {heads(hit, corpus)[1] == [] for hit in search(corpus, "title:skeptical gas").hits} == {True}


@pytest.mark.parametrize("typing", [True, False])
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harbour -ferry", "b"),
        ("harbour NOT ferries", "b"),
        ("harbour NOT ferr*", "b"),
        ("harbour NOT ferrie*", "ab"),
        ("harbour NOT ferrys~", "b"),
        ('harbour NOT "the ferry"', "ab"),
        ('harbour NOT "great ferry"', "b"),
        ("harbour NOT great-ferry", "b"),
        ("harbour AND NOT (ferry OR glacier)", "b"),
        ("harbour -title:ferries", ""),
        ("harbour -section:ferry", ""),
    ],
)
def test_a_word_that_must_not_be_there_may_stand_in_the_heading_above(
    tmp_path: Path, query: str, found: str, typing: bool
) -> None:
    head = "# The ferries\n\n## The ferry\n\n"
    texts = {
        "a.md": f"{head}The great ferry lay in the harbour, as the captain told the paper that day.\n",
        "b.md": f"{head}The harbour was closed for the winter, as the captain told the paper that day.\n",
    }
    corpus = Corpus.open(write(tmp_path / "texts", texts), cache=tmp_path / "cache")
    assert "".join(sorted(search(corpus, query, complete=typing).counts)) == found


def test_a_passage_under_a_heading_with_the_barred_word_stays(corpus: Corpus) -> None:
    barred = search(corpus, "Japanese NOT treaty", limit=99)
    assert ("003", 45) in {(hit.passage.article, hit.passage.first) for hit in barred.hits}

"""The JSON that people outside rely on: the keys, exactly, and what stands in them for the five articles."""

from __future__ import annotations

import pytest

from tests.tui.commands.conftest import Briefing

ARTICLE = {"id", "file", "title", "authors", "date", "date_note", "source", "words", "passages", "notes"}
PASSAGE = {"article", "n", "kind", "section", "lines", "text"}
HIT = PASSAGE | {"score", "spans", "matched"}


def test_list_gives_the_five_articles_with_their_metadata(briefing: Briefing) -> None:
    outcome = briefing("list", "--json")
    assert outcome.status == 0
    assert set(outcome.json) == {"schema", "articles"}
    assert outcome.json["schema"] == 1
    assert all(set(article) == ARTICLE for article in outcome.json["articles"])
    assert [article["id"] for article in outcome.json["articles"]] == ["000", "001", "002", "003", "004"]
    notes = {article["id"]: article["notes"] for article in outcome.json["articles"]}
    assert notes == {"000": 0, "001": 62, "002": 0, "003": 0, "004": 0}


def test_show_gives_every_block_numbered_from_one(briefing: Briefing) -> None:
    value = briefing("show", "003", "--json").json
    assert set(value) == {"schema", "article", "blocks"}
    assert set(value["article"]) == ARTICLE
    blocks = value["blocks"]
    assert all(
        set(block) == {"n", "kind", "section", "lines", "text", "note_refs", "repairs"} for block in blocks
    )
    assert [block["n"] for block in blocks] == list(range(1, len(blocks) + 1))
    assert all(block["lines"][0] <= block["lines"][1] for block in blocks)


def test_search_hits_carry_exact_spans(briefing: Briefing) -> None:
    value = briefing("search", "sanctions", "--json").json
    assert set(value) == {"schema", "query", "read_as", "total", "suggestion", "hits"}
    assert value["hits"]
    for hit in value["hits"]:
        assert set(hit) == HIT
        assert hit["spans"]
        assert all(hit["text"][start:end].lower().startswith("sanction") for start, end in hit["spans"])


def test_search_by_article_ranks_articles_with_their_passages(briefing: Briefing) -> None:
    value = briefing("search", "sanctions", "--by", "article", "--json").json
    assert all(set(found) == {"article", "title", "score", "passages"} for found in value["hits"])
    assert {found["article"] for found in value["hits"]} == {"000", "001", "003", "004"}
    assert all(set(hit) == HIT for found in value["hits"] for hit in found["passages"])


def test_kurile_is_found_in_all_five_articles_though_they_spell_it_differently(briefing: Briefing) -> None:
    value = briefing("search", "kurile", "--limit", "100", "--json").json
    assert {hit["article"] for hit in value["hits"]} == {"000", "001", "002", "003", "004"}


def test_cold_war_is_found_in_003_though_its_first_letter_is_cyrillic(briefing: Briefing) -> None:
    value = briefing("search", "cold war", "--limit", "100", "--json").json
    lines = {hit["lines"][0] for hit in value["hits"] if hit["article"] == "003"}
    assert {31, 33, 37} <= lines


def test_compare_says_who_speaks_on_arms_transfers(briefing: Briefing) -> None:
    value = briefing("compare", "arms-transfers", "--json").json
    assert set(value) == {"schema", "topic", "articles", "rows"}
    assert set(value["topic"]) == {"id", "label", "read_as"}
    assert all(
        set(article) == {"id", "title", "date", "state", "passages", "reason"}
        for article in value["articles"]
    )
    assert [article["id"] for article in value["articles"]] == ["002", "004", "001", "000", "003"]
    states = {article["id"]: article["state"] for article in value["articles"]}
    assert states == {"000": "silent", "001": "speaks", "002": "silent", "003": "silent", "004": "speaks"}
    assert {article["passages"] for article in value["articles"] if article["id"] == "004"} == {1}
    for row in value["rows"]:
        assert set(row) == {"label", "origin", "shared", "cells"}
        assert row["origin"] in ("declared", "found")
        for cells in row["cells"].values():
            for cell in cells:
                assert set(cell) == {"n", "kind", "lines", "text", "spans", "strength", "why"}
                assert cell["strength"] in ("discusses", "mentions")


def test_similar_names_the_passage_and_what_is_shared(briefing: Briefing) -> None:
    outcome = briefing("similar", "004:61", "--json")
    assert outcome.status == 0
    assert set(outcome.json) == {"schema", "of", "hits"}
    assert set(outcome.json["of"]) >= PASSAGE
    assert outcome.json["of"]["lines"] == [61, 61]
    assert all(PASSAGE | {"shared"} == set(hit) for hit in outcome.json["hits"])
    assert "004" not in {hit["article"] for hit in outcome.json["hits"]}


def test_matrix_has_a_cell_for_every_topic_and_article(briefing: Briefing) -> None:
    value = briefing("matrix", "--json").json
    assert set(value) == {"schema", "topics", "articles", "cells"}
    assert all(set(topic) == {"id", "label"} for topic in value["topics"])
    assert all(set(cell) == {"topic", "article", "passages", "words", "state"} for cell in value["cells"])
    assert len(value["cells"]) == len(value["topics"]) * 5
    assert {"sanctions", "kurils", "arms-transfers"} <= {topic["id"] for topic in value["topics"]}


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("show", "001"),
        ("search", "sanctions"),
        ("compare", "kurils"),
        ("similar", "003:39"),
        ("matrix",),
    ],
)
@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_every_view_has_a_linear_twin_without_escapes(
    briefing: Briefing, command: tuple[str, ...], form: str
) -> None:
    outcome = briefing(*command, "--format", form)
    assert outcome.status == 0
    assert outcome.out.strip()
    assert "\x1b" not in outcome.out

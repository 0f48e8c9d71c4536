"""What a search is kept as for every corpus."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query.lexer import lex
from index.query.parser import parse
from index.topics.portable import portable

TOPICS = {"kurils": 'Kuril OR "Northern Territories"'}


def topic(name: str) -> str:
    return TOPICS.get(name, "")


@pytest.mark.parametrize(
    ("query", "kept", "left_out"),
    [
        ("gas article:001", "gas", ["article:001"]),
        ('-article:003 "peace treaty"~5 gas', '"peace treaty"~5 gas', ["article:003"]),
        ("gas NOT article:003 oil", "gas oil", ["article:003"]),
        ('gas article:"001 b" oil', "gas oil", ['article:"001 b"']),
        ("(article:001 OR article:003) gas", "gas", ["article:001", "article:003"]),
        ("(gas article:001) OR oil", "(gas) OR oil", ["article:001"]),
        ("gas AND article:001 OR oil", "gas OR oil", ["article:001"]),
        ("gas OR article:001 AND oil", "gas OR oil", ["article:001"]),
        ("article:001 AND (gas OR oil)", "(gas OR oil)", ["article:001"]),
        ("-(article:001 -article:003) gas", "gas", ["article:001", "article:003"]),
        ("article:001", "", ["article:001"]),
        ("gas topic:nobody", "gas", ["topic:nobody"]),
        ('"gas article:001" title:(gas oil)', '"gas article:001" title:(gas oil)', []),
        ("gas AND", "gas AND", []),
    ],
)
def test_what_names_an_article_is_left_out_with_what_held_it(
    query: str, kept: str, left_out: list[str]
) -> None:
    found = portable(query, topic)
    assert (found.query, list(found.left_out)) == (kept, left_out)


def test_a_topic_is_kept_as_what_it_searches_for() -> None:
    found = portable("putin -topic:kurils article:001", topic)
    assert found.query == 'putin -(Kuril OR "Northern Territories")'
    assert (found.put, found.left_out) == (("topic:kurils",), ("article:001",))


PARTS = (
    "gas",
    "oil",
    "AND",
    "OR",
    "NOT",
    "-",
    "(",
    ")",
    "article:001",
    '"peace treaty"',
    "title:gas",
    "title:",
)


@given(st.lists(st.sampled_from(PARTS), max_size=9))
def test_nothing_that_was_right_becomes_wrong(parts: list[str]) -> None:
    query = " ".join(parts).replace("- ", "-").replace("title: ", "title:")
    found = portable(query, topic)
    assert "article" not in [lexeme.text for lexeme in lex(found.query) if lexeme.kind == "field"]
    if not parse(query).problems:
        assert not parse(found.query).problems
        left = [part for part in parts if part in ("gas", "oil", '"peace treaty"', "title:gas")]
        assert sum(found.query.count(part) for part in ("gas", "oil", "treaty")) == len(left)

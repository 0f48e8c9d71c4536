from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import BriefingError
from index.query.dating import read_dates
from index.query.parser import parse
from index.query.tree import (
    And,
    Bag,
    Completion,
    Dates,
    Field,
    Fuzzy,
    Not,
    Nothing,
    Or,
    Pattern,
    Phrase,
    TopicRef,
    Where,
    Word,
)
from index.query.wording import read_as


def said(query: str, *, complete: bool = False) -> str:
    return read_as(parse(query, complete=complete).tree, {})


def complaints(query: str) -> list[tuple[str, str]]:
    """The part of the query that each problem is about, and what is said."""
    return [(query[one.start : one.end], one.message) for one in parse(query).problems]


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("gas", Word),
        ('"peace treaty"', Phrase),
        ("kuril*", Pattern),
        ("k?ril", Pattern),
        ("medvedyev~", Fuzzy),
        ("gas AND oil", And),
        ("gas OR oil", Or),
        ("gas oil", Bag),
        ("author:blank", Field),
        ("kind:note", Where),
        ("date:2014", Dates),
        ("", Nothing),
        ("…", Nothing),
    ],
)
def test_each_form_is_understood(query: str, kind: type) -> None:
    assert isinstance(parse(query).tree, kind)


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("islands article:000", "islands article:000"),
        ("gas islands article:000", "gas islands article:000"),
        ("islands (gas OR oil)", "islands (gas OR oil)"),
        ("(gas islands) AND article:000", "gas AND islands AND article:000"),
        ("(gas islands -oil) OR coal", "(gas AND islands AND NOT oil) OR coal"),
        ("gas and oil", "gas oil"),
        ("a OR b AND c", "a OR (b AND c)"),
        ("(gas OR oil) AND japan", "(gas OR oil) AND japan"),
        ("gas -oil", "gas NOT oil"),
        ("gas NOT oil", "gas NOT oil"),
        ("NOT NOT gas", "gas"),
        ('"islands kuril"~5', '"islands kuril"~5'),
        ("the islands of japan", "islands japan"),
        ("the of", "the of"),
        ("not guilty", "not guilty"),
        ("the war against Japan", "war against Japan"),
        ("how the war against Japan was lost in the end", "war Japan lost end"),
        ("born again OR not guilty", "born (again OR not) guilty"),
        ("(war against japan) AND gas", "war AND against AND japan AND gas"),
        ("(GAS OIL) AND (COAL PEAT)", "gas AND oil AND coal AND peat"),
        ('"S-400" Putin', '"S-400" Putin'),
        ('"peace trea', '"peace trea*"'),
        ('"peace trea*', '"peace trea*"'),
        ('article:"a b"', 'article:"a b"'),
        ("title:(NOT gas)", "title:(NOT gas)"),
        ("date:2014..2016", "date:2014..2016"),
        ("date:>2015-06", "date:2015-07-01.."),
        ("title:(cold war)", "title:(cold war)"),
        ("(the text (see page 3))", "text see page 3"),
        ("s 400", "s-400"),
        ("**bold**", "bold"),
        ("http://example.org/page", "http example org page"),
        ("http://example.org/page?b=*c&d=e~", "http example org page b c d e"),
        ("1956 AND 1957 OR 1958 AND 1959", "(1956 AND 1957) OR (1958 AND 1959)"),
        ('"islands kuril"~', '"islands kuril"~5'),
        ('"peace trea*"', '"peace trea*"'),
        ("who owns the islands?", "owns islands"),
        ("WAR AND PEACE NOT IN SIGHT TODAY", "WAR PEACE SIGHT TODAY"),
    ],
)
def test_what_was_understood_is_said(query: str, understood: str) -> None:
    assert said(query) == understood


@pytest.mark.parametrize(
    ("query", "where", "what"),
    [
        ('gas "peace trea', '"peace trea', "not closed"),
        ("gas ()", "()", "nothing stands"),
        ("gas (oil", "(", "not closed"),
        ("gas) oil", ")", "closes nothing"),
        ("colour:red", "colour:", "no field"),
        ("title: islands", "title:", "needs a word right after it"),
        ("date:yesterday", "yesterday", "no date"),
        ("date:2014-13", "2014-13", "no date"),
        ("gas OR", "OR", "both sides"),
        ("AND gas", "AND", "both sides"),
        ("gas NOT", "NOT", "after it"),
        ("author:)", "author:", "right after"),
        ("***", "***", "letter"),
        ("kind:poem", "poem", "no kind"),
        ('""', '""', "nothing stands"),
        ('gas ("abe sochi"~)', '"abe sochi"~', "write how many words may stand between: ~5"),
    ],
)
def test_a_mistake_is_told_with_its_place(query: str, where: str, what: str) -> None:
    told = complaints(query)
    assert any(part == where and what in message for part, message in told), told


@pytest.mark.parametrize(
    "query",
    ['gas "peace trea', "gas ()", "gas (oil", "gas) oil", "colour:gas", "gas OR", "AND gas", "kind:poem gas"],
)
def test_the_rest_of_a_mistaken_query_is_still_asked(query: str) -> None:
    assert "gas" in said(query)


def test_the_last_word_is_open_while_it_is_typed() -> None:
    assert isinstance(parse("kur", complete=True).tree, Completion)
    assert isinstance(parse("kur ", complete=True).tree, Word)
    assert said("cold wa", complete=True) == "cold wa…"


def test_half_a_mistake_is_not_told_while_it_is_typed() -> None:
    for query in ("date:20", "gas OR", "kind:no", "topic:kur", '"abe sochi"~'):
        assert parse(query, complete=True, topic=_unknown).problems == ()


def _unknown(name: str) -> tuple[str, str, str]:
    raise BriefingError(f"no topic {name!r}")


def test_a_topic_stands_for_its_query() -> None:
    tree = parse("topic:gas", topic=lambda name: (name, "Gas", "gas OR LNG", "")).tree
    assert isinstance(tree, TopicRef)
    assert isinstance(tree.asked, Or)
    assert "no topic" in parse("topic:x", topic=_unknown).problems[0].message


def test_brackets_without_end_are_survived() -> None:
    parsed = parse("(" * 5000 + "gas" + ")" * 5000)
    assert parsed.problems
    assert parse("NOT " * 3000 + "gas").tree is not None
    assert parse("-" * 3000).tree is not None
    assert parse("a AND " * 3000).tree is not None
    assert said("(a -" * 5000 + "gas")


def test_a_long_paste_is_cut_and_told() -> None:
    assert "first 8,000" in parse("word " * 5000).problems[-1].message


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2014", ("2014-01-01", "2014-12-31")),
        ("2014-02", ("2014-02-01", "2014-02-28")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2014..2016", ("2014-01-01", "2016-12-31")),
        ("2016-02..2014", ("2014-01-01", "2016-02-29")),
        ("..2014", ("", "2014-12-31")),
        ("2014..", ("2014-01-01", "")),
        (">2015-06", ("2015-07-01", "")),
        (">=2015-06", ("2015-06-01", "")),
        ("<2015", ("", "2014-12-31")),
        ("<=2015-06-03", ("", "2015-06-03")),
        ("..", None),
        ("soon", None),
        ("2014-02-30", None),
        ("0000", None),
        (">9999-12-31", None),
    ],
)
def test_dates_are_read(text: str, span: tuple[str, str] | None) -> None:
    assert read_dates(text) == span


MARKS = ['"', "(", ")", "AND", "OR", "NOT", "-", "*", "?", "~", "~2", ":", "..", ">", "“", "”", " ", "''"]
FIELDS = ["title:", "date:", "topic:", "kind:", "author:", "article:001"]
WORDS = ["2014", "gas", "the", "Kuril*", "s-400", "é", "\u202e", "\x00"]
PIECES = st.sampled_from([*MARKS, *FIELDS, *WORDS])
QUERIES = st.one_of(
    st.text(max_size=40),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
)


@given(QUERIES, st.booleans())
def test_anything_is_a_query(query: str, complete: bool) -> None:
    parsed = parse(query, complete=complete, topic=_unknown)
    assert isinstance(read_as(parsed.tree, {}), str)
    for problem in parsed.problems:
        assert 0 <= problem.start <= problem.end <= len(query)
    assert isinstance(parsed.tree, Not | And | Or | Bag) or parsed.tree.end <= len(query)

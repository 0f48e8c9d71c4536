"""A saved search in a query stands for what was saved, as a whole, wherever it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import search
from tests.tui.opened import five_articles
from tui.saved import name_of, read

SAVED = {
    "gas": "gas exports",
    "both": "sanctions -article:001",
    "either": "gas OR oil",
    "cut": '(gas OR "natural g',
    "stray": "gas) OR oil",
    "judo": "hikiwake",
}


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("@either", "gas OR oil"),
        ("@either japan", "(gas OR oil) japan"),
        ("@gas japan", "gas exports japan"),
        ("@both japan", "sanctions -article:001 japan"),
        ("@gas AND japan", "(gas exports) AND japan"),
        ("@ju japan", "hikiwake japan"),
        ("japan @either", "japan (gas OR oil)"),
        ("japan -@gas", "japan -(gas exports)"),
        ("japan NOT @gas", "japan NOT (gas exports)"),
        ("(@gas OR @judo) date:2016", "((gas exports) OR (hikiwake)) date:2016"),
        ("@cut japan", '((gas OR "natural g")) japan'),
        ("@stray japan", "((gas) OR oil) japan"),
        ('"@gas japan"', '"@gas japan"'),
        ("write to me@gas", "write to me@gas"),
        ("japan @ju", "japan @ju"),
        ("japan @nobody", "japan @nobody"),
    ],
)
def test_a_saved_search_and_more_words_are_one_search(typed: str, searched: str) -> None:
    assert (read(typed, SAVED).text, read(typed, SAVED).is_known) == (searched, True)


@pytest.mark.parametrize("typed", ["@nobody", "@nobody gas", "@", "@g", "@GAS oil"])
def test_a_name_that_begins_the_query_and_is_none_is_told(typed: str) -> None:
    saved = {**SAVED, "gus": "oil"}
    assert (read(typed, saved).text, read(typed, saved).is_known) == (typed, False)


@pytest.mark.parametrize("given", ["gas exports", '@"gas" (exports)', " @gas-exports "])
def test_a_search_is_saved_under_a_name_that_can_stand_in_a_query(given: str) -> None:
    assert name_of(given) == "gas-exports"
    assert read(f"@{name_of(given)} japan", {name_of(given): "gas"}).text == "gas japan"


def test_a_name_that_was_saved_with_a_bracket_in_it_is_found_by_itself() -> None:
    assert read("@gas(2016)", {"gas(2016)": "gas", "gas": "oil"}).text == "gas"


def test_words_beside_a_saved_search_narrow_it() -> None:
    saved = {hit.passage for hit in search(five_articles(), SAVED["either"], limit=99).hits}
    narrowed = search(five_articles(), read("@either exports", SAVED).text, limit=99).hits
    first = {hit.passage for hit in narrowed if hit.whole}
    exports = {hit.passage for hit in search(five_articles(), "exports", limit=99).hits}
    assert first == saved & exports != set()
    demanded = search(five_articles(), read("@either AND exports", SAVED).text, limit=99).hits
    assert {hit.passage for hit in demanded} == first


def test_a_mistake_is_told_at_its_place_in_what_was_typed() -> None:
    query = read("abe @either AND (oil", SAVED)
    (problem,) = search(five_articles(), query.text).problems
    assert query.typed[slice(*query.as_typed(problem.start, problem.end))] == "("
    inside = query.text.index("gas")
    assert query.typed[slice(*query.as_typed(inside, inside + 3))] == "@either"


@given(st.text(st.sampled_from('@ab (")-x'), max_size=12), st.text(st.sampled_from('a (")OR'), max_size=8))
def test_places_lie_in_what_was_typed(typed: str, query: str) -> None:
    meant = read(typed, {"a": query, "ab": "oil"})
    for start in range(len(meant.text)):
        begin, end = meant.as_typed(start, start + 1)
        assert 0 <= begin < end <= len(meant.typed)
    plain = read(typed, {})
    assert plain.text == typed.strip()

"""`briefing search`: what is printed, and what was saved in the reader."""

from __future__ import annotations

from index import Corpus
from tests.tui.commands.conftest import Briefing
from tui.state.store import State


def save(name: str, query: str) -> None:
    State(str(Corpus.open().root.resolve())).save_search(name, query)


def test_a_saved_search_is_run_and_narrowed_by_more_words(briefing: Briefing) -> None:
    save("dispute", "kuril OR senkaku")
    alone = briefing("search", "@dispute", "--json").json
    assert (alone["query"], alone["total"] > 0) == ("kuril OR senkaku", True)
    more = briefing("search", "@dispute", "article:003", "--json").json
    assert more["read_as"] == "(kuril OR senkaku) article:003"
    assert {hit["article"] for hit in more["hits"]} == {"003"}
    assert 0 < more["total"] < alone["total"]


def test_a_name_that_nothing_was_saved_under_is_an_error_that_names_the_others(briefing: Briefing) -> None:
    save("dispute", "kuril OR senkaku")
    outcome = briefing("search", "@treaty", "gas")
    assert outcome.status == 2
    assert outcome.err == "briefing: no saved search @treaty; there are: @dispute\n"


def test_a_hit_by_its_heading_or_title_is_printed_with_it(briefing: Briefing) -> None:
    by_heading = briefing("search", '"problem of a peace treaty"').out
    assert by_heading.startswith("003:45: The problem of a peace treaty · Importantly, Russia recognizes")
    by_title = briefing("search", "skeptical").out
    assert by_title.startswith("003:7: Russo-Japanese Relations: A Skeptical View · Japan’s pro-active")


def test_who_finds_nothing_is_told_what_is_not_searched(briefing: Briefing) -> None:
    outcome = briefing("search", "Osaka")
    assert outcome.status == 1
    assert outcome.err.endswith("nothing found for 'Osaka'; bylines and captions are not searched\n")

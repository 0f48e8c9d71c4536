"""`briefing compare`: what is wrong with a query is told beside the answer."""

from __future__ import annotations

from pathlib import Path

from tests.tui.commands.conftest import Briefing


def test_a_malformed_query_is_told_and_answered_as_far_as_it_goes(briefing: Briefing) -> None:
    told = briefing("compare", "--query", "(sanctions")
    assert told.status == 0
    assert told.err == "briefing: column 1 of the query: this bracket is not closed\n"
    assert "004 line 61" in told.out


def test_where_no_passage_has_all_the_words_the_query_for_any_of_them_is_told(briefing: Briefing) -> None:
    told = briefing("compare", "--query", "Hokkaido gas")
    assert told.status == 1
    found = len(briefing("search", "Hokkaido OR gas").out.splitlines())
    assert found
    assert f"no passage has all the words; 'Hokkaido OR gas' finds {found} passages" in told.err
    assert briefing("compare", "--query", "zyx").err == ""
    assert briefing("compare", "--query", "sanctions", "--article", "002").err == ""


def test_the_query_of_a_declared_topic_is_told_too(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("On tea\n\nThe tea was served late, and the tea was cold.\n")
    (tmp_path / "topics.toml").write_text('[[topic]]\nid = "t"\nlabel = "T"\nquery = "tea AND"\n')
    told = briefing("compare", "t", "-C", str(tmp_path))
    assert told.status == 0
    assert "column 5 of the query: AND needs words on both sides" in told.err
    assert briefing("compare", "--query", "tea", "-C", str(tmp_path)).err == ""

import re

import pytest

from index import QueryProblem, search
from tests.tui.making import hit, result
from tests.tui.opened import five_articles
from tui.layout import query
from tui.layout.keys import keys
from tui.layout.line import Line, plain, width_of


def text(lines: tuple[Line, ...]) -> list[str]:
    return [plain(line).rstrip() for line in lines]


def test_a_mistake_is_told_at_its_place_under_the_query() -> None:
    found = result([], query='gas "peace', problems=(QueryProblem(4, 10, "this quote is not closed"),))
    assert text(query.lay_out(found, 80, indent=8, rows=6))[0] == " " * 12 + "^^^^^^ this quote is not closed"


def test_a_mistake_far_to_the_right_names_its_place_instead() -> None:
    found = result([], query="x" * 75 + '"', problems=(QueryProblem(75, 76, "this quote is not closed"),))
    assert text(query.lay_out(found, 80, indent=8, rows=6))[0] == "character 76: this quote is not closed"


def test_a_long_message_has_the_rows_that_are_free_and_is_cut_where_they_end() -> None:
    message = "no field; " + "there are others " * 12
    problems = (QueryProblem(0, 3, message), QueryProblem(4, 7, message))
    found = result([hit("001", 1, "gas", "gas")], query="foo:bar gas", problems=problems)
    said = text(query.lay_out(found, 80, indent=8, rows=6))
    assert len(said) == 6
    assert " ".join(said[:3]) == f"character 1: {message.strip()}"
    assert said[3].startswith("character 5: no field;")
    assert said[4].endswith("…")
    assert said[5].startswith("read as: foo:bar gas")
    less = text(query.lay_out(found, 80, indent=8, rows=2))
    assert [line[:12] for line in less] == ["character 1:", "read as: foo"]


def test_what_was_understood_found_offered_and_filtered_is_said() -> None:
    found = result(
        [hit("001", 1, "Kurile", "Kurile")], query="kuril article:001", suggestion="kurile",
        spellings=(("Kurile", 3), ("Kuril", 1)),
    )  # fmt: skip
    said = "\n".join(text(query.lay_out(found, 80, 8, 6)))
    assert "read as: kuril article:001 · found: Kurile 3, Kuril 1" in said
    assert "did you mean kurile?  (Tab takes it)" in said
    assert "filters: [article:001]" in said


def test_what_was_found_is_told_on_a_line_of_its_own_where_both_do_not_fit() -> None:
    found = result([hit("001", 1, "Kurile", "Kurile")], query="kuril OR " * 20, spellings=(("Kurile", 3),))
    read, spelt = text(query.lay_out(found, 80, 8, 6))
    assert read.startswith("read as: kuril OR")
    assert spelt == "found: Kurile 3"


def test_an_empty_query_shows_saved_and_recent_searches_and_the_language() -> None:
    for width in (80, 120):
        lines = query.empty(["sanctions"], [("mine", "kuril*")], width)
        said = "\n".join(text(lines))
        assert "@mine kuril*" in said
        assert "  sanctions" in said
        assert '"peace treaty"' in said
        assert all(width_of(line) <= width for line in lines)


@pytest.mark.parametrize("width", [40, 60, 70, 72, 80, 120])
def test_what_can_be_typed_is_told_to_its_end(width: int) -> None:
    listed = keys([], width, query.SYNTAX)
    for lines in (query.empty([], [], width), listed.lines):
        said = " ".join(" ".join(text(tuple(lines))).split())
        assert all(width_of(line) <= width for line in lines)
        assert all(meaning in said for _, meaning in query.SYNTAX)


EXAMPLES = [part for example, _ in query.SYNTAX for part in re.split("  +", example)]


def test_operators_and_saved_searches_are_among_the_examples() -> None:
    assert {"gas AND oil", "gas OR oil", "NOT gas", "@name", "@name gas"} <= set(EXAMPLES)


@pytest.mark.parametrize("example", [each for each in EXAMPLES if each[-1] != ":" and each[0] != "@"])
def test_each_example_finds_something_in_the_five_articles(example: str) -> None:
    found = search(five_articles(), example)
    assert found.total
    assert not found.problems


def test_hits_in_notes_are_counted_where_nothing_else_is_found() -> None:
    assert "In notes: 2 passages, left out here; ctrl+t shows them." in text(
        query.nothing_found(result([], notes=2), 80)
    )

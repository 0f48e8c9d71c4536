from dataclasses import replace
from datetime import date

import pytest

from index import Judgement
from tests.tui.making import cell, column, comparison
from tui.layout import moves, side_by_side, silences, stacked, synopsis, synopsis_around, why
from tui.layout.line import Line, Run, plain, width_of
from tui.layout.synopsis import SynopsisLayout
from tui.layout.verdicts import Lines, Remarks

LONG = "Japan joined the sanctions " + "and so on " * 30
COLUMNS = (column("a", "silent", 0), column("b"), column("c"), column("d"), column("e", "unread", 0))
COMPARISON = comparison(
    COLUMNS,
    {
        "why imposed": {"b": [cell("b", 1, LONG), cell("b", 2)], "c": [cell("c", 1, speaker="Lavrov")]},
        "how large": {"b": [cell("b", 1, LONG)], "c": [cell("c", 4)], "d": [cell("d", 2)]},
        "precedents": {"d": [cell("d", 3)]},
    },
)
ALL = tuple(range(len(COLUMNS)))


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join(plain(line).rstrip() for line in lines)


@pytest.mark.parametrize(("width", "count"), [(80, 1), (99, 1), (100, 2), (120, 3), (200, 5)])
def test_three_columns_fit_at_120_and_five_at_200_and_none_is_under_36(width: int, count: int) -> None:
    assert synopsis.fitting(width) == count
    if count > 1:
        assert (width + 2) // count - 4 >= 36


def test_what_stands_side_by_side_is_in_one_row() -> None:
    layout = side_by_side.lay_out(COMPARISON, ALL, 200)
    for row, top in layout.rules.items():
        assert COMPARISON.rows[row].label in plain(layout.lines[top])
        assert {spot.column for spot in layout.spots if spot.row == row} == set(ALL)
        assert {spot.top for spot in layout.spots if spot.row == row and spot.index in (0, -1)} == {top + 1}


def test_silent_elsewhere_on_the_topic_and_unread_are_three_things() -> None:
    shown = text(side_by_side.lay_out(COMPARISON, ALL, 200).lines)
    assert "on the topic (2 passages), not in" in shown
    assert "  silent " in shown
    assert "could not be read" in shown


def test_silent_articles_keep_their_column_and_say_why() -> None:
    head = text(side_by_side.lay_out(COMPARISON, ALL, 200).head)
    assert "a Title of a" in head
    assert "silent: 0 of 6 passages" in head


def test_who_speaks_and_source_lines_stand_over_the_quote() -> None:
    assert "lines 2–3 · Lavrov speaks" in text(side_by_side.lay_out(COMPARISON, ALL, 200).lines)


@pytest.mark.parametrize("width", [40, 80, 100, 120, 200])
def test_every_line_fits(width: int) -> None:
    for layout in (
        stacked.lay_out(COMPARISON, ALL, width),
        side_by_side.lay_out(COMPARISON, ALL[: synopsis.fitting(width)], width),
    ):
        assert all(width_of(line) <= width for line in (*layout.head, *layout.lines))
    assert all(width_of(line) <= width for line in silences.lay_out(COMPARISON, ALL, width))


def test_stacked_articles_follow_one_another_within_the_row() -> None:
    shown = text(stacked.lay_out(COMPARISON, ALL, 80).lines)
    first = shown.index("why imposed")
    assert (
        first
        < shown.index("b Ann Author", first)
        < shown.index("c Ann Author", first)
        < shown.index("how large")
    )


def test_stacked_who_is_not_in_a_row_stands_under_its_rule() -> None:
    layout = stacked.lay_out(COMPARISON, ALL, 80)
    under = [plain(layout.lines[line + 1]).strip() for line in layout.rules.values()]
    assert under[0] == "on the topic, not in this row: d (2) · silent: a · could not be read: e"
    assert under[1] == "silent: a · could not be read: e"
    assert next(spot.top for spot in layout.spots if spot.row == 1) == layout.rules[1] + 3


def test_texts_are_whole_and_verbatim_in_a_cell() -> None:
    layout = side_by_side.lay_out(COMPARISON, (1,), 100)
    spot = layout.spots[0]
    words = " ".join(plain(line) for line in layout.lines[spot.top + 1 : spot.bottom]).split()
    assert words == LONG.split()


def test_more_columns_page_past_a_base_that_stays() -> None:
    picked = synopsis.choose(COMPARISON)
    base = synopsis.base_of(COMPARISON, picked)
    assert base == 1
    assert synopsis.page_of(picked, base, 3, 0) == ((0, 1, 2), 0, 2)
    assert synopsis.page_of(picked, base, 3, 0, pinned=True) == ((1, 0, 2), 0, 2)
    assert synopsis.page_of(picked, 4, 3, 0) == ((4, 0, 1), 0, 2)
    assert synopsis.page_of(picked, 4, 3, 1) == ((2, 3, 4), 1, 2)
    assert synopsis.page_of(picked, base, 3, 1) == ((1, 3, 4), 1, 2)
    assert synopsis.page_of(picked, base, 3, 9)[1] == 1
    assert synopsis.page_of(picked, base, 5, 0) == (picked, 0, 1)
    assert synopsis.base_of(COMPARISON, picked, "d") == 3


def test_only_those_who_speak_or_only_the_chosen_are_shown() -> None:
    assert synopsis.choose(COMPARISON, speaking=True) == (1, 2, 3)
    assert synopsis.choose(COMPARISON, ("a", "d")) == (0, 3)


def test_above_twelve_articles_the_silent_are_left_out_at_first() -> None:
    many = comparison([column(f"{n}", "speaks" if n % 2 else "silent") for n in range(20)], {})
    assert len(synopsis.choose(many)) == 10
    assert len(synopsis.choose(many, speaking=False)) == 20


def test_gaps_are_rows_that_lack_an_article_that_speaks() -> None:
    assert synopsis.gap_rows(COMPARISON, ALL) == (0, 2)
    assert synopsis.gap_rows(COMPARISON, (1, 2)) == (2,)


def test_silences_name_the_silent_and_the_rows_that_others_leave_out() -> None:
    shown = text(silences.lay_out(COMPARISON, ALL, 80))
    assert "silent on the topic: 1 of 5 articles" in shown
    assert shown.index("a Title of a") < shown.index("could not be read: 1 of 5 articles")
    assert shown.index("could not be read: 1 of 5 articles") < shown.index("e Title of e")
    assert shown.index("why imposed") < shown.index("d Ann Author")


def test_silences_name_the_articles_that_have_no_column() -> None:
    silent = column("z9", "silent", 0)
    more = replace(COMPARISON, more_silent=1, others=(silent, column("z10", "unread", 0)))
    shown = text(silences.lay_out(more, ALL, 80))
    assert "silent on the topic: 2 of 7 articles" in shown
    assert "z9 Title of z9" in shown
    told = text(side_by_side.lay_out(more, ALL, 200).lines)
    assert "Not shown: 1 silent, 1 unreadable (z names them" in told


def walk(layout: SynopsisLayout, at: int, by: int) -> list[int]:
    found = [at]
    step = moves.below if by > 0 else moves.above
    while (following := step(layout.spots, found[-1], layout.stacked)) is not None:
        found.append(following)
    return found


def test_down_stays_in_its_column_and_comes_back_the_same_way() -> None:
    layout = side_by_side.lay_out(COMPARISON, ALL, 200)
    start = layout.find(0, 1, 0)
    assert start is not None
    way = walk(layout, start, 1)
    assert {layout.spots[at].column for at in way} == {1}
    assert walk(layout, way[-1], -1) == way[::-1]


def test_sideways_goes_to_the_passage_that_is_as_high() -> None:
    layout = side_by_side.lay_out(COMPARISON, ALL, 200)
    second = layout.find(0, 1, 1)
    assert second is not None
    assert layout.spots[second].index == 1
    right = moves.beside(layout.spots, second, layout.columns, 1, stacked=False)
    assert right is not None
    assert (layout.spots[right].column, layout.spots[right].row) == (2, 0)
    assert moves.beside(layout.spots, 0, layout.columns, -1, stacked=False) is None


def test_stacked_sideways_goes_by_article() -> None:
    layout = stacked.lay_out(COMPARISON, ALL, 80)
    at = moves.beside(layout.spots, 0, layout.columns, 1, stacked=True)
    assert at is not None
    assert layout.spots[at].column == 2
    back = moves.beside(layout.spots, at, layout.columns, -1, stacked=True)
    assert back == 0


def test_a_place_is_found_again_at_any_width() -> None:
    for layout in (stacked.lay_out(COMPARISON, ALL, 80), side_by_side.lay_out(COMPARISON, ALL, 200)):
        at = layout.find(1, 2, 0)
        assert at is not None
        assert (layout.spots[at].row, layout.spots[at].column) == (1, 2)
        gone = layout.find(9, 2, 0)
        assert gone is not None
        assert layout.spots[gone].row == 2


def test_reasons_are_told_in_words_with_numbers_held_against_each_other() -> None:
    made = comparison(
        [column("b"), column("c")],
        {
            "size": {
                "b": [cell("b", 1, "In 2014 the sanctions cost $30 billion.")],
                "c": [cell("c", 1, "It cost 2.2%.")],
            }
        },
    )
    shown = text(why.lay_out(made, made.rows[0], made.columns[0], 0, 80))
    assert "topic words: sanctions" in shown
    assert "only here: joined" in shown
    assert "numbers and dates in b: 2014 · $30 billion" in shown
    assert "numbers and dates in c: 2.2%" in shown


def test_an_empty_cell_tells_of_words_of_the_row_that_stand_too_far_off() -> None:
    made = comparison([column("b"), column("c")], {"size": {"b": [cell("b", 1, "Sanctions were large.")]}})
    row = replace(made.rows[0], far={"c": ("row words in line 9, too far from the topic's words: large",)})
    shown = text(why.lay_out(made, row, made.columns[1], -1, 100)).splitlines()
    assert shown[0].startswith("nothing here: ")
    assert shown[1] == "row words in line 9, too far from the topic's words: large"
    assert "too far" not in text(why.lay_out(made, row, made.columns[0], 0, 100))


def test_what_nobody_says_is_told_of_the_chosen_articles_alone() -> None:
    made = replace(comparison([column("b")], {}), empty=("size",))
    for unchosen, who in ((0, "article"), (4, "chosen article")):
        shown = text(tuple(synopsis_around.afterword(replace(made, unchosen=unchosen), 80)))
        assert f"asked, but no {who} has a passage on" in shown
        assert f"No {who} has a passage on this topic." in shown


def test_a_long_reason_is_told_in_parts_and_nothing_of_it_is_lost() -> None:
    lines: tuple[Line, ...] = tuple((Run(f"line {number}"),) for number in range(12))
    first, following = why.part(lines, 5, 0)
    assert text(first).splitlines() == ["line 0", "line 1", "line 2", "line 3", "… w shows 8 more lines"]
    second, then = why.part(lines, 5, following)
    last, end = why.part(lines, 5, then)
    assert [*first[:-1], *second[:-1], *last] == list(lines)
    assert end == 0


def test_what_a_row_leaves_out_is_told_by_its_lines_and_of_many_only_the_first() -> None:
    row = replace(COMPARISON.rows[0], also={"b": tuple(cell("b", n).passage for n in range(2, 11))})
    shown = text(why.lay_out(COMPARISON, row, COMPARISON.columns[1], 0, 200))
    assert "also on this in b, less like the others: lines " in shown
    assert "and 3 more" in shown


def test_a_silent_cell_says_why() -> None:
    row, silent = COMPARISON.rows[0], COMPARISON.columns[0]
    assert "nothing here: silent: 0 of 6 passages" in text(why.lay_out(COMPARISON, row, silent, -1, 80))


def test_an_empty_cell_says_why_it_is_empty() -> None:
    row, silent = COMPARISON.rows[2], COMPARISON.columns[1]
    assert "nothing here: on the topic (2 passages), not in this row" in text(
        why.lay_out(COMPARISON, row, silent, -1, 80)
    )


def test_a_passage_in_two_rows_and_one_that_a_row_leaves_out_are_told_in_the_cell() -> None:
    first, second, third = COMPARISON.rows
    also = replace(second, cells=second.cells | {"c": first.cells["c"]}, also={"c": (cell("c", 9).passage,)})
    twice = replace(COMPARISON, rows=(first, also, third))
    for shown in (
        text(side_by_side.lay_out(twice, (2,), 100).lines),
        text(stacked.lay_out(twice, ALL, 80).lines),
    ):
        assert "lines 2–3 · Lavrov speaks · also in row 2" in shown
        assert "lines 2–3 · Lavrov speaks · also in row 1" in shown
        assert "also on this, less like the others: line 18–19" in shown


@pytest.mark.parametrize("width", [80, 120])
def test_the_row_that_a_line_belongs_to_is_known_until_the_rows_end(width: int) -> None:
    asked = replace(COMPARISON, empty=("lifting",))
    layout = stacked.lay_out(asked, ALL, width) if width < 100 else side_by_side.lay_out(asked, (1, 2), width)
    lines = [plain(line) for line in layout.lines]
    assert layout.row_at(layout.rules[1]) == 1
    assert layout.row_at(layout.rules[1] - 1) == 0
    assert layout.row_at(layout.rules[0] - 1) is None
    asked_for = next(at for at, line in enumerate(lines) if "asked, but" in line)
    assert layout.row_at(asked_for) is None


def accepted(key: str, *lines: Lines) -> dict[tuple[str, Lines], Judgement]:
    """What was said on passages of an article."""
    day = date(2026, 11, 23)
    return {(key, each): Judgement("t", key, "ab", each, "accept", day) for each in lines}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([(45, 45)], "you accepted line 45"),
        ([(45, 47)], "you accepted lines 45–47"),
        ([(45, 47), (9, 9)], "you accepted lines 9, 45–47"),
        ([(n, n) for n in range(1, 10)], "you accepted lines 1, 2, 3, 4, 5, 6, and 3 more"),
    ],
)
def test_what_was_accepted_in_a_silent_article_stands_with_its_silence(
    lines: list[tuple[int, int]], told: str
) -> None:
    remarks = Remarks(accepted("a", *lines))
    for shown in (
        text(stacked.lay_out(COMPARISON, ALL, 80, remarks=remarks).lines),
        text(silences.lay_out(COMPARISON, ALL, 80, remarks)),
    ):
        assert f"silent: 0 of 6 passages; {told}" in " ".join(shown.split())
    head = text(side_by_side.lay_out(COMPARISON, (0,), 100, remarks=remarks).head)
    assert f"silent: 0 of 6 passages {told}" in " ".join(head.split())


def test_what_was_accepted_beside_what_was_found_is_told_as_more_and_counted_apart() -> None:
    # Lines 2–3 are those of b's first passage, which stands in a row.
    said = {**accepted("b", (2, 3), (69, 69)), **accepted("c", (4, 5))}
    refused = replace(said["c", (4, 5)], verdict="reject")
    said["c", (4, 5)] = refused
    layout = side_by_side.lay_out(COMPARISON, (1, 2), 120, remarks=Remarks(said))
    head = text(layout.head)
    assert "2 passages" in head
    assert "you accepted 1 more passage: line 69" in head
    assert head.count("you accepted") == 1
    assert "accepted 2026-11-23" in text(layout.lines)


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, "1 judgement is on an earlier version of this file"),
        (2, "2 judgements are on an earlier version of this file"),
    ],
)
def test_what_was_said_on_a_file_before_it_changed_is_counted_over_its_column(count: int, told: str) -> None:
    remarks = Remarks(accepted("a", (45, 45)), {"a": count})
    for shown in (
        text(stacked.lay_out(COMPARISON, ALL, 80, remarks=remarks).lines),
        text(silences.lay_out(COMPARISON, ALL, 80, remarks)),
    ):
        assert f"silent: 0 of 6 passages; you accepted line 45; {told}" in " ".join(shown.split())
    head = text(side_by_side.lay_out(COMPARISON, (0,), 100, remarks=remarks).head)
    assert f"you accepted line 45 {told}" in " ".join(head.split())
    assert "earlier version" not in text(side_by_side.lay_out(COMPARISON, (1,), 100, remarks=remarks).head)


def test_what_was_accepted_in_articles_without_a_column_is_told_below_and_with_their_silence() -> None:
    more = replace(COMPARISON, others=(column("x", "silent", 0), column("y", "silent", 0)))
    remarks = Remarks(accepted("y", (3, 3)))
    for layout in (
        side_by_side.lay_out(more, (1, 2), 120, remarks=remarks),
        stacked.lay_out(more, ALL, 80, remarks=remarks),
    ):
        assert "You accepted passages in: y." in text(layout.lines)
    assert "silent: 0 of 6 passages; you accepted line 3" in text(silences.lay_out(more, ALL, 80, remarks))


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_every_line_fits_where_much_was_accepted(width: int) -> None:
    remarks = Remarks(accepted("b", *((n, n + 1) for n in range(1000, 1020, 2))), {"b": 1_000})
    columns = ALL[: synopsis.fitting(width)]
    for layout in (
        stacked.lay_out(COMPARISON, ALL, width, remarks=remarks),
        side_by_side.lay_out(COMPARISON, columns, width, remarks=remarks),
    ):
        assert all(width_of(line) <= width for line in (*layout.head, *layout.lines))

from dataclasses import replace

from tests.tui.making import matrix
from tui.layout.grid import lay_out, sign
from tui.layout.grid_order import order_articles, order_topics
from tui.layout.line import cells, plain, width_of

DATES = ("2016-09-19", "2014-02-08~", "2015")
KEYS = ("001", "002", "003")
MATRIX = matrix({"sanctions": (4, 0, 1), "arms": (2, 3, 2), "kurils": (0, 0, 5)}, KEYS)


def test_silence_and_mention_are_told_by_signs() -> None:
    row = plain(lay_out(MATRIX, 80).lines[0]).split()
    assert row == ["Sanctions", "4", "·", "(1)", "2/3"]


def test_a_cell_counts_passages_words_or_only_yes() -> None:
    cell = MATRIX.cell("sanctions", "001")
    assert (sign(cell, "passages"), sign(cell, "words"), sign(cell, "yes or no")) == ("4", "8", "yes")
    assert sign(MATRIX.cell("sanctions", "003"), "yes or no") == "(yes)"


def test_topics_are_ordered_by_name_coverage_or_one_article() -> None:
    assert order_topics(MATRIX, "as declared") == ("sanctions", "arms", "kurils")
    assert order_topics(MATRIX, "by name") == ("arms", "kurils", "sanctions")
    assert order_topics(MATRIX, "by coverage") == ("arms", "sanctions", "kurils")
    assert order_topics(MATRIX, "by this article", "003") == ("kurils", "arms", "sanctions")


def test_articles_that_do_not_fit_are_on_further_pages() -> None:
    keys = [f"{n:03}" for n in range(30)]
    wide = matrix({"gas": [2] * 30}, keys)
    first = lay_out(wide, 80)
    assert first.shown < 30
    assert f"1–{first.shown} of 30" in plain(first.head[0])
    last = lay_out(wide, 80, at_article="029")
    assert last.first + last.shown == 30
    start, end = last.place(29)
    assert plain(last.lines[0])[start:end].strip() == "2"


def test_every_line_fits_any_width() -> None:
    for width in (40, 80, 120, 200):
        layout = lay_out(MATRIX, width)
        assert all(width_of(line) <= width for line in (*layout.head, *layout.lines))


def test_a_head_without_author_names_the_outlet_or_else_the_title() -> None:
    first, second, third = MATRIX.articles
    told = (first, replace(second, authors=()), replace(third, authors=(), source=""))
    narrow, wide = (lay_out(replace(MATRIX, articles=told), width) for width in (60, 200))
    assert plain(narrow.head[1]).split() == ["Author", "The", "Paper", "On", "the", "is…"]
    assert plain(wide.head[1]).count("On the islands") == 3
    assert plain(wide.head[3]).split() == ["Author", "The", "Paper", "–"]


def test_heads_that_begin_alike_are_cut_in_their_middle() -> None:
    keys = [f"005a2961-{name}" for name in ("fox", "hpo", "nyt")] + [f"08bb9bee-{n}" for n in range(20)]
    heads = plain(lay_out(matrix({"gas": [2] * len(keys)}, keys), 80).head[0]).split()
    shown = [each for each in heads if "…" in each]
    assert shown[:3] == ["005a…fox", "005a…hpo", "005a…nyt"]
    assert plain(lay_out(MATRIX, 80).head[0]).split()[:3] == list(KEYS)


def test_only_chosen_articles_are_shown() -> None:
    assert lay_out(MATRIX, 80, shown=order_articles(MATRIX, chosen=("001", "003"))).articles == ("001", "003")


def test_many_articles_stand_by_what_they_say_and_the_silent_are_counted() -> None:
    keys = [f"{n:03}" for n in range(20)]
    many = matrix({"gas": [n % 3 for n in range(20)], "oil": [2 * (n == 5) for n in range(20)]}, keys)
    shown = order_articles(many)
    assert shown[0] == "005"
    assert len(shown) == 13
    assert "7 not shown" in "".join(plain(line) for line in lay_out(many, 80, shown=shown).head)
    assert order_articles(many, "by date") == tuple(keys)


def test_articles_are_ordered_by_coverage_on_request() -> None:
    assert order_articles(MATRIX) == KEYS
    assert order_articles(MATRIX, "by coverage") == ("003", "001", "002")


def test_dates_are_whole_at_any_width() -> None:
    articles = tuple(replace(each, date=date) for each, date in zip(MATRIX.articles, DATES, strict=True))
    for width in (40, 80, 120, 200):
        layout = lay_out(replace(MATRIX, articles=articles), width)
        for at in range(layout.shown):
            start, end = layout.place(layout.first + at)
            assert plain(layout.head[-1])[start:end].strip() == DATES[at]


def test_five_dated_articles_and_their_topics_stand_side_by_side_at_eighty_columns() -> None:
    five = matrix({"Ukraine and Crimea": [1] * 5}, [f"{n:03}" for n in range(5)])
    whole = replace(five, articles=tuple(replace(each, date="2016-09-19") for each in five.articles))
    layout = lay_out(whole, 80)
    assert layout.shown == 5
    assert "  Ukraine And Crimea " in plain(layout.lines[0])


def test_wide_letters_leave_the_columns_in_place() -> None:
    wide = matrix({"千島列島と北方領土": (3, 2)}, ("日本", "002"))
    for width in (40, 80, 200):
        layout = lay_out(wide, width)
        lines = [*layout.head, *layout.lines]
        assert {width_of(line) for line in layout.lines} == {width}
        assert len({width_of(line) for line in lines[1 : len(layout.head)]}) == 1
        row, count = plain(layout.lines[0]), f"{'3':^{layout.column}}"
        assert cells(row[: row.index(count)]) == layout.place(layout.first)[0]

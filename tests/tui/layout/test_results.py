from dataclasses import replace

from index import Article, ArticleHits, Hit
from tests.tui.making import article, hit, passage, result
from tui.layout.library import library
from tui.layout.line import plain, width_of
from tui.layout.results import ResultsLayout, continued, lay_out

ARTICLES = {key: article(key, f"Title {key}") for key in ("001", "002", "003")}


def shown(layout: ResultsLayout) -> str:
    return "\n".join(plain(line).rstrip() for line in layout.lines)


def test_hits_stand_under_their_article_with_count_lines_and_marked_words() -> None:
    layout = lay_out(result([hit("001", 3, "They lifted sanctions.", "sanctions")]), ARTICLES, 80)
    text = shown(layout)
    assert text.splitlines()[0].startswith("001 Title 001")
    assert text.splitlines()[0].endswith("about December 2015 · 1 passage")
    assert "  lines 6–7" in text
    assert [run.text for line in layout.lines for run in line if run.tone == "match"] == ["sanctions"]


def test_passages_with_some_of_the_words_come_after_a_boundary() -> None:
    hits = [
        hit("001", 3, "gas and oil", "gas"),
        hit("002", 4, "gas alone", "gas", whole=False),
        hit("001", 5, "oil alone", "oil", whole=False),
    ]
    layout = lay_out(result(hits), ARTICLES, 80)
    text = shown(layout)
    assert text.index("gas and oil") < text.index("with some of the words") < text.index("gas alone")
    assert [placed.hit.passage.n for placed in layout.placed] == [3, 5, 4]
    assert "1 of 2 passages" in text


def test_only_partial_answers_are_told_to_be_partial() -> None:
    text = shown(lay_out(result([hit("001", 3, "gas alone", "gas", whole=False)]), ARTICLES, 80))
    assert "no passage has all the words" in text


def test_articles_without_a_hit_are_named() -> None:
    text = shown(lay_out(result([hit("001", 3, "gas", "gas")], without=["002", "003"]), ARTICLES, 80))
    assert "no hit in" in text
    assert "002 Title 002" in text
    assert "003 Title 003" in text


def test_a_long_snippet_shows_the_matched_word() -> None:
    text = "before " * 60 + "sanctions " + "after " * 60
    layout = lay_out(result([hit("001", 3, text, "sanctions")]), ARTICLES, 60)
    placed = layout.placed[0]
    assert any(run.tone == "match" for line in layout.lines[placed.top : placed.bottom] for run in line)
    assert placed.bottom - placed.top <= 4
    assert shown(layout).count("…") == 2


def test_every_line_fits_any_width() -> None:
    hits = [hit("001", 3, "漢字 " * 40 + "gas", "gas"), hit("002", 3, "gas " * 90, "gas", whole=False)]
    for width in (20, 36, 80, 200):
        layout = lay_out(result(hits, without=["003"]), ARTICLES, width)
        assert all(width_of(line) <= width for line in layout.lines)


def test_stepping_by_article_stops_at_the_ends() -> None:
    hits = [hit("001", 3, "gas", "gas"), hit("001", 4, "gas", "gas"), hit("002", 3, "gas", "gas")]
    layout = lay_out(result(hits), ARTICLES, 80)
    assert layout.step_group(1, 1) == 2
    assert layout.step_group(2, 1) == 2
    assert layout.step_group(2, -1) == 0
    assert layout.nearest("002", 3) == 2
    assert layout.nearest("002", 99) == 2


def test_a_file_without_a_title_is_named_once() -> None:
    head, about = (plain(line).strip() for line in library([article("notes", "notes")], (), {}, "", 80).lines)
    assert head.split("  ")[0] == "notes"
    assert about.startswith("about December")


def test_words_in_the_title_and_in_a_heading_are_marked_where_they_stand() -> None:
    where = replace(passage("001", 3, "Nothing of it."), section="The treaty, untitled")
    found = Hit(where, 1.0, (), ("treaty", "Title"), (0, 14), heading=((4, 10),), title=((0, 5),))
    layout = lay_out(result([found, hit("001", 5, "A treaty", "treaty")]), ARTICLES, 80)
    marked = [[run.text for run in line if run.tone == "match"] for line in layout.lines]
    assert [words for words in marked if words] == [["Title"], ["treaty"], ["treaty"]]
    assert "  lines 6–7 · The treaty, untitled" in shown(layout)


def test_a_title_that_is_cut_is_marked_as_far_as_it_is_shown() -> None:
    long = Article("001", "001.txt", "Title of " + "many words " * 20, marking="(U)")
    found = Hit(passage(), 1.0, (), (), (0, 5), title=((0, 5), (60, 65), (200, 205)))
    layout = lay_out(replace(result([found]), articles=(ArticleHits(long, 1.0, 1, (found,)),)), {}, 60)
    assert [run.text for run in layout.lines[0] if run.tone == "match"] == ["Title"]
    assert width_of(layout.lines[0]) == 60


def test_a_file_without_a_title_has_nothing_marked_in_its_name() -> None:
    unnamed = article("notes", "notes")
    found = Hit(passage("notes"), 1.0, (), ("notes",), (0, 5), title=((0, 5),))
    layout = lay_out(replace(result([found]), articles=(ArticleHits(unnamed, 1.0, 1, (found,)),)), {}, 60)
    assert [run.text for run in layout.lines[0] if run.tone == "match"] == []


def test_more_hits_stand_under_those_that_were_read_also_of_an_article_that_had_some() -> None:
    old, between, new = hit("001", 3, "gas", "gas"), hit("002", 3, "gas", "gas"), hit("001", 5, "gas", "gas")
    whole = replace(result([between, new, old]), total=9)
    layout = lay_out(continued(result([old]), whole), ARTICLES, 80)
    assert [placed.hit for placed in layout.placed] == [old, between, new]
    assert "1 more of 2 passages" in shown(layout)
    assert "6 more passages: G goes on to the last" in shown(layout)

from index import Likeness, Similar
from tests.tui.making import article, passage
from tui.layout.line import plain, width_of
from tui.layout.similar import lay_out

ARTICLES = {key: article(key, f"Title {key}") for key in ("001", "002", "003")}


def test_the_others_stand_below_the_passage_with_what_both_have() -> None:
    found = Similar(passage("001", 1), (Likeness(passage("002", 4), ("sanctions", "Russia")),))
    layout = lay_out(found, ARTICLES, 80)
    shown = "\n".join(plain(line).rstrip() for line in layout.lines)
    assert (
        shown.index("001 Title 001")
        < shown.index("1 passage in 1 of 2 articles")
        < shown.index("002 Title 002")
    )
    assert "both have: sanctions, Russia" in shown
    assert "nothing close in" in shown
    assert "003 Title 003" in shown
    assert [run.text for run in layout.lines[layout.placed[0].bottom - 1] if run.tone == "match"] == [
        "sanctions",
        "Russia",
    ]
    assert all(width_of(line) <= 80 for line in layout.lines)


def test_abstaining_is_said_in_words() -> None:
    layout = lay_out(Similar(passage(), ()), ARTICLES, 80)
    assert "Nothing close in 2 other articles" in "\n".join(plain(line) for line in layout.lines)
    assert layout.placed == ()


def test_a_long_passage_leaves_room_for_the_others() -> None:
    long = passage(text="Japan " * 400)
    layout = lay_out(Similar(long, (Likeness(passage("002"), ("Japan",)),)), ARTICLES, 80, most=10)
    assert layout.placed[0].top < 16
    assert any("more lines; Esc goes back to them" in plain(line) for line in layout.lines)

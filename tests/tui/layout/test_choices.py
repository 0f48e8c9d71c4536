from tui.layout.choices import Choice, filtered_head, head, lay_out
from tui.layout.line import plain, width_of

CHOICES = (
    Choice("001", "001 On the islands", "December 2015", True, also="Ann Author"),
    Choice("zh", "日本与俄罗斯关系的未来：制裁、领土争端与能源合作", "作者 · 2016", False),
    Choice("PacNet", "PacNet", "4", None, "source"),
)


def test_each_choice_has_a_line_with_its_tick_and_its_group_over_it() -> None:
    lines, places = lay_out(CHOICES, 60)
    shown = [plain(line) for line in lines]
    assert shown[places[0]].startswith("    [x] 001 On the islands")
    assert shown[places[1]].startswith("    [ ] 日本")
    assert shown[places[2] - 1] == "  source"
    assert shown[places[2]].startswith("    PacNet")


def test_every_line_fits_any_width() -> None:
    for width in (30, 40, 60, 80):
        assert all(width_of(line) <= width for line in lay_out(CHOICES, width)[0])


def test_a_choice_is_found_by_what_is_not_shown_too() -> None:
    assert CHOICES[0].has(["author", "islands"])
    assert not CHOICES[0].has(["pacnet"])


def test_the_head_of_a_filtered_list_tells_how_many_are_left() -> None:
    head = plain(filtered_head("articles", "Enter shows", "gas", "3 of 30", "▏", 80))
    assert "articles with /gas▏" in head
    assert "3 of 30 · Enter ends, Esc shows all" in head
    done = filtered_head("articles", "Enter shows", "gas", "3 of 30", "", 80)
    assert "3 of 30 · Enter shows" in plain(done)


def test_a_narrow_head_keeps_its_name_and_leaves_out_the_keys() -> None:
    keys = "Space ticks, a all, x only this"
    assert "articles side by side" in plain(head("articles side by side", keys, 40))
    assert keys in plain(head("articles side by side", keys, 80))

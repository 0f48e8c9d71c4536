from tui.layout.moves import reveal


def test_what_is_on_the_screen_does_not_scroll() -> None:
    assert reveal(12, 15, scroll=10, height=20, head=12) == 10


def test_what_is_below_comes_up_no_further_than_it_must() -> None:
    assert reveal(28, 33, scroll=10, height=20, head=28) == 13


def test_what_is_taller_than_the_screen_shows_its_beginning() -> None:
    assert reveal(50, 90, scroll=10, height=20, head=50) == 50


def test_a_head_is_shown_where_there_is_room() -> None:
    assert reveal(12, 15, scroll=12, height=20, head=11) == 11
    assert reveal(12, 32, scroll=12, height=20, head=11) == 12


def test_what_is_taller_than_the_screen_begins_with_its_head() -> None:
    assert reveal(50, 90, scroll=10, height=20, head=49) == 49

"""The pieces of the thin driver, each by itself: pens, moves, scrolls, fallbacks and slow links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.geometry import Region

from tests.terminal.emulators import Emulator
from tests.terminal.random_screens import STYLES, Sketch, drawn
from tui.terminal.flow import BLINK, INTERVAL, LEAST, WINDOW, Flow
from tui.terminal.shown_screen import SYNC_END, SYNC_START, ShownScreen, Taken
from tui.terminal.styles import DEFAULT, apply_sgr, style_of, transition
from tui.terminal.wire import Abilities, Wire

XTERM = Abilities(edits_lines=True, erases_characters=True, erases_in_colour=True, switches_off=True)
LINES = [[Segment(f"line {number} of a text that is long enough")] for number in range(60)]
SGR = st.builds(
    style_of, st.integers(0, 0b111), st.sampled_from(["", "31", "38;5;130", "38;2;1;2;3"]),
    st.sampled_from(["", "44", "48;2;9;9;9"]), st.sampled_from(["", "https://example.org"]),
)  # fmt: skip


def screen_of(sketch: Sketch, shown: ShownScreen, region: Region | None = None) -> str:
    """What is sent for a sketch of a screen."""
    frame = drawn(sketch.rows(), region or Region(0, 0, sketch.width, sketch.height))
    assert shown.take(frame) is Taken.FRAME
    return shown.changes()


@given(st.lists(SGR, min_size=1, max_size=6), st.booleans())
def test_any_way_between_styles_ends_at_the_one_wanted(styles: list[object], switches_off: bool) -> None:
    emulator = Emulator(20, 2)
    old = None
    for style in styles:
        emulator.feed(transition(old, style, switches_off))  # type: ignore[arg-type]
        old = style
    fresh = Emulator(20, 2)
    fresh.feed(transition(None, styles[-1]))  # type: ignore[arg-type]
    for terminal in (emulator, fresh):
        terminal.feed("x")
    assert emulator.cells == fresh.cells


@pytest.mark.parametrize("parameters", ["5000", "38;9;1", "38;2;1"])
def test_unknown_style_codes_are_told(parameters: str) -> None:
    assert apply_sgr(DEFAULT, parameters) is None


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 35)), max_size=20), st.booleans())
def test_moves_arrive(places: list[tuple[int, int]], with_margins: bool) -> None:
    wire, emulator = Wire(36, 12, Abilities()), Emulator(36, 12)
    wire.clear()
    if with_margins:
        wire.scroll(2, 8, 1)
    for row, column in places:
        wire.move(row, column)
        emulator.feed(wire.take())
        assert emulator.cursor == (row, column)


def test_a_scrolled_line_costs_little_more_than_its_text() -> None:
    sketch, shown = Sketch(60, 20, LINES), ShownScreen(60, 20, XTERM)
    screen_of(sketch, shown)
    for _ in range(2):
        sketch.offset += 1
        sent = screen_of(sketch, shown)
    assert len(sent) < len("line 20 of a text that is long enough") + 12


def test_a_pane_that_stands_still_does_not_keep_a_text_from_scrolling() -> None:
    tall = Sketch(100, 24, LINES, pane=12)
    shown = ShownScreen(100, 24, XTERM)
    screen_of(tall, shown)
    screen = {}
    for offset in (1, 2):
        tall.offset = offset
        screen[offset] = screen_of(tall, shown)
    assert len(screen[2]) < sum(len(line[0].text) for line in LINES[:22])


def test_a_frame_that_changes_nothing_sends_nothing() -> None:
    sketch, shown = Sketch(60, 20, LINES), ShownScreen(60, 20, XTERM)
    screen_of(sketch, shown)
    assert screen_of(sketch, shown) == ""


def test_frames_that_were_not_sent_are_merged() -> None:
    sketch, shown = Sketch(60, 20, LINES), ShownScreen(60, 20, XTERM)
    screen_of(sketch, shown)
    for sketch.offset in range(1, 30):
        shown.take(drawn(sketch.rows(), Region(0, 0, 60, 20)))
    sketch.offset = 0
    assert screen_of(sketch, shown) == ""


def test_large_frames_are_marked_where_the_terminal_can_hold_them_back() -> None:
    sketch, shown = Sketch(60, 40, LINES), ShownScreen(60, 40, XTERM)
    assert not screen_of(sketch, shown).startswith(SYNC_START)
    assert shown.take(SYNC_START) is Taken.MARK
    shown.forget()
    sent = screen_of(sketch, shown)
    assert sent.startswith(SYNC_START)
    assert sent.endswith(SYNC_END)


@pytest.mark.parametrize(
    "odd", ["\x1b[3J", "text without a place", "\x1b[1;1Ha\x07b\x1b[1;1H", "\x1b[2;2Hx\x1b[99mz\x1b[1;1H"]
)
def test_what_is_not_known_passes_and_then_all_is_drawn(odd: str) -> None:
    sketch, shown = Sketch(60, 20, LINES), ShownScreen(60, 20, XTERM)
    thin, whole = Emulator(60, 20), Emulator(60, 20)
    thin.feed(screen_of(sketch, shown))
    assert shown.take(odd) is Taken.PASS
    assert shown.lost
    part = drawn(sketch.rows(), Region(0, 3, 60, 2))
    assert shown.take(part) is Taken.PASS
    assert shown.changes() == ""
    for piece in (odd, part):
        thin.feed(piece)
    thin.feed(screen_of(sketch, shown))
    whole.feed(drawn(sketch.rows(), Region(0, 0, 60, 20)))
    assert not shown.lost
    assert thin.cells == whole.cells


@pytest.mark.parametrize(
    "aside", ["\x1b]52;c;YQ==\x07", "\x07", "\x1b[?1003h", "\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\"]
)
def test_what_leaves_the_cells_alone_passes_without_drawing_again(aside: str) -> None:
    sketch, shown = Sketch(60, 20, LINES), ShownScreen(60, 20, XTERM)
    screen_of(sketch, shown)
    assert shown.take(aside) is Taken.PASS
    assert not shown.lost
    assert not shown.changed


def test_links_are_written_whole_with_one_id() -> None:
    shown = ShownScreen(40, 3, XTERM)
    rows = Sketch(40, 3, [[Segment("see "), Segment("there", RichStyle(link="https://example.org"))]])
    sent = screen_of(rows, shown)
    assert sent.count("https://example.org") == 1
    assert "\x1b]8;;\x1b\\" in sent
    assert screen_of(rows, shown) == ""


def test_doubtful_widths_do_not_move_what_stands_after_them() -> None:
    family = "👩\u200d👩\u200d👧"
    shown, narrow = ShownScreen(40, 3, XTERM), Emulator(40, 3)
    narrow.feed(screen_of(Sketch(40, 3, [[Segment(f"a {family} b ⚠\ufe0f c")]]), shown))
    row = [cell[0] for cell in narrow.cells[1]]
    assert (row[0], row[5], row[10]) == ("a", "b", "c")


@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_textual_is_known(style: RichStyle) -> None:
    shown = ShownScreen(40, 3, XTERM)
    screen_of(Sketch(40, 3, [[Segment("text", style)]]), shown)
    assert not shown.lost


def test_a_link_that_answers_is_never_given_much_more_than_the_window() -> None:
    flow = Flow()
    assert flow.open
    assert not flow.sent(10 * WINDOW), "asked before the terminal has ever answered"
    flow.answered()
    sent = 0
    while flow.open:
        flow.sent(INTERVAL)
        sent += INTERVAL
    assert sent <= WINDOW + INTERVAL
    flow.answered()
    assert flow.waiting
    flow.give_up()
    assert flow.open


@pytest.mark.parametrize(("rate", "delay"), [(960, 0.05), (960, 1.0), (12_500, 0.05), (12_500, 1.0)])
def test_no_more_is_under_way_than_a_link_carries_in_a_blink(rate: int, delay: float) -> None:
    now = 0.0
    flow = Flow(lambda: now)
    flow.begin()
    now += delay
    flow.answered()
    for _ in range(8):
        under_way = 0
        while flow.open and under_way < 2 * WINDOW:
            flow.sent(80)
            under_way += 80
        while flow.waiting:
            now += delay + under_way / rate
            flow.answered()
    assert under_way <= max(rate * BLINK, LEAST) + 2 * 80 + INTERVAL * (rate > 960)

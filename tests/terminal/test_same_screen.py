"""What the thin driver sends shows the same, cell by cell, as what Textual writes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from textual.geometry import Region

from tests.terminal.emulators import Cells, Emulator, Tmux
from tests.terminal.random_screens import Sketch, Step, documents, drawn, steps
from tui.terminal.shown_screen import ShownScreen, Taken
from tui.terminal.wire import Abilities

LEAST = Abilities()
XTERM = Abilities(edits_lines=True, erases_characters=True, erases_in_colour=True, switches_off=True)
TMUX = Abilities(edits_lines=True, erases_characters=True, switches_off=True)


class Terminal(Protocol):
    def feed(self, text: str) -> None: ...
    @property
    def cells(self) -> Cells: ...


def play(sketch: Sketch, session: list[Step], abilities: Abilities, whole: Terminal, thin: Terminal) -> None:
    """Play a session on both terminals and compare them after each step that was sent."""
    shown = ShownScreen(sketch.width, sketch.height, abilities)
    first = Step("jump", 0, [], True)
    for number, step in enumerate([first, *session]):
        region = change(sketch, step, shown, whole, thin)
        frame = drawn(sketch.rows(), region)
        whole.feed(frame)
        assert shown.take(frame) is Taken.FRAME
        if step.sent or number == len(session):
            thin.feed(shown.changes())
            assert thin.cells == whole.cells, step


def change(sketch: Sketch, step: Step, shown: ShownScreen, whole: Terminal, thin: Terminal) -> Region:
    """Let a step happen to the sketch; gives the region that Textual would draw."""
    everything = Region(0, 0, sketch.width, sketch.height)
    inside = Region(0, 1, sketch.width - sketch.pane, sketch.height - 2)
    match step.kind:
        case "scroll":
            sketch.offset += step.amount // 3 or 1
            return inside
        case "jump":
            sketch.offset = step.amount
        case "edit":
            row = 1 + abs(step.amount) % (sketch.height - 2)
            sketch.edits = {row: step.line}
            return inside
        case "part":
            sketch.offset += 1
            row = 1 + abs(step.amount) % (sketch.height - 2)
            return Region(0, row, sketch.width, sketch.height - row)
        case "pane":
            sketch.pane = abs(step.amount)
        case "foot":
            sketch.foot = "".join(segment.text for segment in step.line)
            return Region(0, sketch.height - 1, sketch.width, 1)
        case "forget":
            shown.forget()
            return Region(0, 0, sketch.width, 1)
        case "resize" if isinstance(whole, Emulator) and isinstance(thin, Emulator):
            sketch.width, sketch.height = 30 + step.amount, max(5, 12 + step.amount // 2)
            for terminal in (whole, thin):
                terminal.resize(sketch.width, sketch.height)
            shown.resize(sketch.width, sketch.height)
            everything = Region(0, 0, sketch.width, sketch.height)
    return everything


@given(documents, steps, st.sampled_from([LEAST, XTERM]))
def test_every_cell_and_attribute_is_the_same_in_an_emulator(
    document: list[list[Segment]], session: list[Step], abilities: Abilities
) -> None:
    sketch = Sketch(36, 12, document)
    play(sketch, session, replace(abilities), Emulator(36, 12), Emulator(36, 12))


def test_rows_that_were_never_written_move_as_others_do() -> None:
    lines = "first\x1b[3Hthird\x1b[6Hsixth\x1b[1;6r"
    for moves, left in {
        "\x1b[H\x1b[3M": ["", "", "sixth", "", "", ""],
        "\x1b[2H\x1b[M": ["first", "third", "", "", "sixth", ""],
        "\x1b[H\x1b[2L": ["", "", "first", "", "third", ""],
        "\x1b[6H\n\n\n": ["", "", "sixth", "", "", ""],
        "\x1b[H\x1bM": ["", "first", "", "third", "", ""],
    }.items():
        terminal = Emulator(20, 6)
        terminal.feed(lines + moves)
        assert [row.rstrip() for row in terminal.screen.display] == left, moves


@pytest.mark.parametrize(("moves", "row"), [("\x1b[5H\n", 6), ("\x1b[5H\x1b[B", 6), ("\x1b[2H\x1bM", 1)])
def test_outside_of_the_margins_the_cursor_goes_by_lines(moves: str, row: int) -> None:
    terminal = Emulator(20, 6)
    terminal.feed(f"\x1b[3;4r{moves}here")
    assert [number for number, text in enumerate(terminal.screen.display, 1) if "here" in text] == [row]


@pytest.mark.skipif(not Tmux.is_here(), reason="tmux is not installed")
def test_every_cell_and_attribute_is_the_same_in_tmux(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with Tmux(tmp_path / "a", 36, 12) as whole, Tmux(tmp_path / "b", 36, 12) as thin:
        abilities = replace(TMUX, repeats=thin.repeats)

        @settings(max_examples=settings().max_examples // 6)
        @given(documents, steps)
        def sessions(document: list[list[Segment]], session: list[Step]) -> None:
            for terminal in (whole, thin):
                terminal.feed("\x1b[r\x1b[m\x1b[2J")
            play(Sketch(36, 12, document), session, replace(abilities), whole, thin)

        sessions()

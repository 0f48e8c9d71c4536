"""Help, palette, colours, and the last door before the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color

from index import Corpus
from tests.tui.reading.session import Open
from tui import themes
from tui.backstop import Backstop
from tui.config import Config


async def test_the_help_page_lists_the_keys_of_the_screen(briefing: Open) -> None:
    async with briefing("001", size=(100, 60)) as session:
        await session.press("question_mark")
        assert "to the next heading" in session.text
        assert "read.next-section" in session.text
        await session.press("question_mark")
        assert session.screen == "reader"


async def test_a_narrow_help_page_speaks_of_no_names_that_it_does_not_show(briefing: Open) -> None:
    async with briefing("001", size=(45, 12)) as session:
        await session.press("question_mark")
        assert session.bar("status") == "config.toml can give other keys"
        await session.pilot.resize_terminal(80, 24)
        while session.app.screen.size.width < 80:
            await session.pilot.pause()
        await session.press()
        assert session.bar("status").endswith("to the names at the right")


async def test_a_remapped_key_works_and_is_told(briefing: Open) -> None:
    settings = Config(borders="unicode", keys={"read.contents": ("z",)})
    async with briefing("001", settings=settings) as session:
        assert "z contents" in session.bar("hint")
        await session.press("z")
        assert session.screen == "contents"


async def test_the_palette_finds_commands_articles_and_topics(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("ctrl+p")
        await session.type("next sec")
        await session.press("enter")
        await session.pilot.pause()
        assert "The Downturn" in session.lines[1]
        await session.press("ctrl+p")
        await session.type("skeptical")
        await session.press("enter")
        await session.pilot.pause()
        assert session.reader.article_id == "003"
        await session.press("ctrl+p")
        assert "quit" not in session.bar("hint")
        await session.press("ctrl+p", "escape")
        assert session.reader.article_id == "001"


async def test_a_second_click_opens_an_article_and_a_section(briefing: Open) -> None:
    async with briefing(size=(80, 24)) as session:
        for _ in range(2):
            await session.pilot.click("#entries", offset=(10, 2))
        await session.pilot.pause()
        assert session.reader.article_id == "001"
        await session.press("t")
        for _ in range(2):
            await session.pilot.click("#entries", offset=(10, 3))
        await session.pilot.pause()
        assert session.screen == "reader"
        assert session.lines[1].strip() == "The Military Dimension of Russo-Chinese Relations and Japan"


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 has it."""
    red, green, blue = (_linear(part / 255) for part in Color.parse(colour).rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", ["dark", "light"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "page"),
        ("faint", "page"),
        ("accent-ink", "page"),
        ("warn-ink", "page"),
        ("bar-ink", "bar"),
        ("hit-ink", "hit"),
        ("here-ink", "here"),
        ("cursor-ink", "cursor"),
    ],
)
def test_every_pair_of_colours_can_be_read(look: str, ink: str, ground: str) -> None:
    palette = themes.PALETTES[look]
    assert _contrast(palette[ink], palette[ground]) >= 4.5


@pytest.mark.parametrize("look", ["ansi", "mono"])
def test_on_a_ground_that_is_not_known_text_has_the_terminals_own_colours(look: str) -> None:
    palette = themes.PALETTES[look]
    for ink, ground in [("ink", "page"), ("faint", "page"), ("accent-ink", "page"), ("bar-ink", "bar")]:
        assert (palette[ink], palette[ground]) == ("ansi_default", "ansi_default")


async def test_no_colour_means_none(briefing: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with briefing("001", settings=Config(theme="dark")) as session:
        await session.press("slash")
        await session.type("islands")
        filters = session.app.get_line_filters()
        for strip in session.app.screen._compositor.render_strips():
            segments = list(strip)
            for line_filter in filters:
                segments = line_filter.apply(segments, Color(0, 0, 0))
            for segment in segments:
                style = segment.style
                assert style is None or style.color is None or style.color.is_default
                assert style is None or style.bgcolor is None or style.bgcolor.is_default


@pytest.mark.parametrize(
    "text", ["a\x1b[31mb", "a\x07b", "a\x9bb", "a\u202eb", "a\u200bb", "a\x7fb", "a\U000e0041b", "a\u2066b"]
)
def test_no_control_character_passes_the_last_door(text: str) -> None:
    (segment,) = Backstop().apply([Segment(text)], Color(0, 0, 0))
    assert re.fullmatch(r"a(\[31m)?b", segment.text)


def test_what_is_harmless_passes_the_last_door_as_it_is() -> None:
    segments = [Segment("Shinzō “Abe” 漢字 क्‍ष e\u0301")]
    assert Backstop().apply(segments, Color(0, 0, 0)) is segments


async def test_an_empty_folder_says_what_files_are_read(briefing: Open, tmp_path: Path) -> None:
    async with briefing(of=Corpus.open(tmp_path)) as session:
        assert "there are no articles in this folder: .txt .md .html" in session.text

"""Keys that arrive all at once are answered one after another."""

from __future__ import annotations

import asyncio

from textual.events import Key

from tests.tui.reading.session import Open, Session
from tui.screens.search import SearchScreen


async def at_once(session: Session, *keys: str) -> None:
    """Let keys come in without a moment between them."""
    for key in keys:
        session.app.post_message(Key(key, key if len(key) == 1 else None))
    taken = asyncio.Event()
    session.app.call_later(taken.set)
    await taken.wait()
    await session.press()


async def test_letters_go_to_the_line_that_the_key_before_them_opens(briefing: Open) -> None:
    async with briefing("001") as session:
        await at_once(session, "slash", *"hikiwake", "enter", "j")
        assert "1/1 hikiwake" in session.bar("status")


async def test_esc_with_a_letter_right_behind_it_is_esc_and_the_letter(briefing: Open) -> None:
    async with briefing("001") as session:
        await at_once(session, "slash", *"hikiwake", "enter", "alt+s", *"kuril")
        assert session.screen == "search"
        assert "kuril" in session.lines[1]


async def test_keys_that_lead_through_screens_are_each_answered_where_they_were_meant(briefing: Open) -> None:
    async with briefing() as session:
        await at_once(session, "j", "enter", "t", "j", "enter", "J", "escape", "k", "k")
        assert session.screen == "library"
        assert session.lines[1].startswith("▌ 000")


async def test_a_held_key_goes_as_far_as_it_was_held(briefing: Open) -> None:
    async with briefing("001") as session:
        first = session.lines[1:-2]
        await at_once(session, *"jjjjjjjjjj")
        assert session.lines[1] == first[10]


async def test_letters_behind_a_query_and_enter_are_not_typed_into_it(briefing: Open) -> None:
    async with briefing() as session:
        await at_once(session, "s", *"sanc", "enter", "j", "k")
        search = session.app.screen
        assert isinstance(search, SearchScreen)
        assert search.typed == "sanc"
        assert not search.is_typing


async def test_esc_with_a_capital_right_behind_it_is_esc_and_the_capital(briefing: Open) -> None:
    async with briefing("001") as session:
        session.app.post_message(Key("question_mark", "?"))
        session.app.post_message(Key("alt+shift+l", "L"))
        await session.press()
        assert session.screen == "library"

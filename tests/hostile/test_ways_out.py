"""Esc leads out whatever lies over a screen, and in whatever order it was opened."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.tui.opened import opened, press

OVER = ("space", "colon", "w", "z", "e")


@pytest.mark.parametrize("keys", list(permutations(OVER, 2)), ids="-".join)
async def test_esc_leads_out_of_the_side_by_side(keys: tuple[str, ...]) -> None:
    async with opened("compare", topic="sanctions") as (app, pilot):
        await press(pilot, *keys)
        await press(pilot, *["escape"] * 5)
        assert type(app.screen).__name__ == "LibraryScreen"

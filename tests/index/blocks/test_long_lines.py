"""No line makes cleaning slow: a rule that tries a long run from each of its places would never end here."""

from __future__ import annotations

import pytest

from tests.index.blocks.pieces import LONG, blocks_of

LENGTH = 2_000_000
SPACES = " " * LENGTH


@pytest.mark.parametrize(
    "text",
    [
        f"By {'a' * LENGTH}\n\n{LONG}",
        f"# The talks that never were by A{SPACES}z\n\n{LONG}",
        f"{LONG}\n\nAaa    bbb    ccc\nAaa    {SPACES}z    ccc\nAaa    bbb    ccc\n\n{LONG}",
        f"{LONG}\n\n" + f"{'.' * 390}z\n\n" * 3_000,
        f"{LONG}\n\n" + f"{' ' * 118}z\n\n" * 3_000,
        "A title of it\n\n" + f"{'a' * 290}\n\n" * 400 + "Aaaa Aaab\n\n" * 3_000 + LONG,
    ],
    ids=["a word after by", "a title", "a row of a table", "rows of dots", "indents", "names"],
)
def test_a_text_of_long_runs_is_cleaned(text: str) -> None:
    assert blocks_of(text)

"""The README says what is so: the keys, the commands, the formats."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.actions.table import key_table
from tui.commands.arguments import COMMANDS

README = (Path(__file__).parents[2] / "README.md").read_text()


def between(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n(.*?)\n<!-- /{name} -->", README, re.DOTALL)
    assert found, f"the README has no part marked {name}"
    return found[1].strip()


def test_the_key_table_is_the_registry() -> None:
    assert between("keys") == key_table(), "put in what `python -m tui.actions.table` prints"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told(command: str) -> None:
    assert f"briefing {command}" in README


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ".docx", ".epub", ".eml"])
def test_every_format_is_told(suffix: str) -> None:
    assert f"`{suffix}`" in README

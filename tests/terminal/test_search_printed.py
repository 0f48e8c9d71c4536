"""`briefing search` on a terminal: hits under their articles, wrapped, those with all words first."""

from __future__ import annotations

import sys

from index import Corpus, search
from tests.terminal.pty_session import PtySession, clean_environment

COLUMNS = 60


def printed(*query: str) -> list[str]:
    command = [sys.executable, "-m", "tui", "search", *query]
    with PtySession(command, size=(COLUMNS, 200), environment=clean_environment(NO_COLOR="1")) as session:
        session.exit_code()
        return [line.rstrip() for line in session.lines]


def test_snippets_are_wrapped_at_words_under_their_line_number() -> None:
    below = [line for line in printed("sanctions", "--limit", "3") if line.startswith("    ")]
    hits = search(Corpus.open(), "sanctions", limit=3).hits
    words = {word for hit in hits for word in hit.passage.text.split()}
    assert below
    assert {word for line in below for word in line.split()} <= words | {"…"}


def test_passages_with_some_of_the_words_come_under_a_rule() -> None:
    lines = printed("Medvedev", "Kuril", "visit", "--limit", "6")
    rule = lines.index("── with some of the words ──")
    assert any(line.startswith("001  ") for line in lines[:rule])
    assert any(line.startswith("read as: Medvedev Kuril visit") for line in lines[rule:])

"""Exit statuses and errors: 0 found, 1 nothing found, 2 an error in one line that says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.version import VERSION
from tests.tui.commands.conftest import Briefing


def test_nothing_found_is_one(briefing: Briefing) -> None:
    assert briefing("search", "zzyzx").status == 1
    assert briefing("search", "zzyzx", "--json").json["hits"] == []
    assert briefing("compare", "--query", "zzyzx").status == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "9"), "9"),
        (("show", "00"), "000"),
        (("compare", "no-such-topic"), "sanctions"),
        (("compare",), "--query"),
        (("compare", "--query", ""), "no word to look for"),
        (("compare", "--query", '" … "'), "no word to look for"),
        (("similar", "003"), "003:39"),
        (("similar", "003:0"), "count from 1"),
        (("list", "-C", "/no/such/folder"), "/no/such/folder"),
        (("/no/such/folder",), "/no/such/folder"),
        (("list", "--formt", "json"), "--formt"),
        (("list", "--format", "xml"), "xml"),
        (("search", "-n", "0", "x"), "from 1 up"),
        (("search",), "QUERY"),
        (("search", "--limit", "٣", "x"), "from 1 up"),
    ],
)
def test_an_error_is_one_line_and_status_two(
    briefing: Briefing, arguments: tuple[str, ...], said: str
) -> None:
    outcome = briefing(*arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("briefing: ")
    assert said in outcome.err


def test_an_ambiguous_prefix_names_what_it_could_be(briefing: Briefing) -> None:
    message = briefing("show", "00").err
    assert all(name in message for name in ("000", "001", "002", "003", "004"))


def test_options_stand_before_or_after_the_command(briefing: Briefing) -> None:
    assert briefing("--json", "list").json == briefing("list", "--format", "json").json


def test_a_word_with_a_minus_is_part_of_the_query(briefing: Briefing) -> None:
    with_word = briefing("search", "islands", "--json", "-n", "100").json
    without = briefing("search", "islands", "-kuril", "--json", "-n", "100").json
    assert 0 < without["total"] < with_word["total"]


def test_a_folder_without_articles_is_nothing_found(briefing: Briefing, tmp_path: Path) -> None:
    outcome = briefing("list", "-C", str(tmp_path), "--json")
    assert outcome.status == 1
    assert outcome.json["articles"] == []


def test_a_character_that_cannot_be_decoded_is_told_by_check(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes(b"\xff\xfeI\0s\0l\0e\0s\0.\0\0\xd8")
    told = briefing("check", str(tmp_path))
    assert told.status == 2
    assert "odd.txt: 1 character is no utf-16-le and stands as \ufffd" in told.out


def test_version_is_one_line(briefing: Briefing) -> None:
    outcome = briefing("--version")
    assert outcome.status == 0
    assert outcome.out == f"briefing {VERSION}\n"


def test_without_a_terminal_it_lists_and_says_how_to_open_the_reader(process: Briefing) -> None:
    outcome = process()
    assert outcome.status == 0
    assert outcome.out == process("list").out
    assert "terminal" in outcome.err
    assert "\x1b" not in outcome.out + outcome.err


def test_a_reader_that_goes_away_is_no_error(process: Briefing) -> None:
    done = subprocess.run(
        f"{sys.executable} -m tui show 001 | head -n 1",
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_piped_hits_are_article_line_and_snippet_on_one_line_each(process: Briefing) -> None:
    lines = process("search", "hikiwake").out.splitlines()
    assert lines[0].startswith("001:19: ")
    assert "hikiwake" in lines[0]


def test_a_closed_standard_output_is_an_error_in_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "list"],
        stdout=None,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: os.close(1),
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == "briefing: there is nowhere to print to: standard output is closed\n"

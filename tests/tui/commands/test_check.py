"""`briefing check`: what must be mended stands last, and topics tell what they find."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from index import Corpus, Judgement, judge, path_of, user_file
from tests.tui.commands.conftest import Briefing

TOPICS = """schema = 1
[[topic]]
id = "tea"
label = "Tea"
alt = ["samovar", "kettle"]

[[topic]]
id = "asked"
label = "Asked"
query = "(tea AND"

[[topic]]
id = "none"
label = "Zeppelin"
"""


def checked(briefing: Briefing, folder: Path) -> tuple[int, list[str]]:
    """The status and the lines of a check of one article with the topics above."""
    (folder / "one.txt").write_text(
        "On tea\n\nThe tea was served late, and nobody complained of the samovar.\n\nIt rained all day.\n"
    )
    (folder / "topics.toml").write_text(TOPICS)
    told = briefing("check", str(folder))
    return told.status, told.out.splitlines()


def test_a_malformed_query_is_told_last_with_file_line_and_key(briefing: Briefing, tmp_path: Path) -> None:
    status, lines = checked(briefing, tmp_path)
    assert status == 2
    assert lines[lines.index("To mend") + 1 :] == [
        '  topics.toml:10: topic.query: this bracket is not closed, at "("',
        "  topics.toml:10: topic.query: AND needs words on both sides",
        "",
    ]


def test_a_topic_tells_its_words_with_counts_and_those_that_find_nothing(
    briefing: Briefing, tmp_path: Path
) -> None:
    _, lines = checked(briefing, tmp_path)
    place = lines.index("  tea: 1 of 2 passages, in 1 of 1 articles")
    assert lines[place + 1 : place + 3] == ["       Tea 1, samovar 1", "       in no passage: kettle"]
    assert "       read as: tea" in lines


def test_judgements_on_a_file_that_has_changed_are_told_with_what_to_do(
    briefing: Briefing, tmp_path: Path
) -> None:
    checked(briefing, tmp_path)
    corpus = Corpus.open(tmp_path)
    article = corpus.article("one")
    said = Judgement("tea", "one", article.digest[:12], (3, 3), "reject", date(2026, 11, 20))
    judge(user_file(), replace(said, file=path_of(tmp_path, article)))
    assert not [line for line in checked(briefing, tmp_path)[1] if "judgement" in line]
    (tmp_path / "one.txt").write_text("On tea\n\nThe tea was served.\n")
    (line,) = [line for line in briefing("check", str(tmp_path)).out.splitlines() if "judgement" in line]
    assert line.startswith(
        "  article one: 1 judgement is on an earlier version of its file, and shown nowhere; "
    )
    assert line.endswith(f"take the old out of {user_file()}")


def test_a_topic_that_finds_nothing_is_named_below_the_lists(briefing: Briefing, tmp_path: Path) -> None:
    _, lines = checked(briefing, tmp_path)
    assert lines[lines.index("To look at") + 1] == "  topic none finds nothing; add words the articles use"
    assert (
        lines.index("Topics") < lines.index("Terminal") < lines.index("To look at") < lines.index("To mend")
    )

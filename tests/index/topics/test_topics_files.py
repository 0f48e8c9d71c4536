from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.corpus import Corpus
from index.model import BriefingError
from index.topics import (
    Judgement,
    Topic,
    judge,
    judgement_of,
    read_topics,
    save_topic,
    undo,
    user_file,
)
from index.topics.lines import key_lines
from index.topics.parse import parse_topics

NAMED = {"sanctions", "kurils", "arms-transfers"}


def parsed(source: str) -> list[str]:
    return [str(problem) for problem in parse_topics(source, "topics.toml").problems]


def test_the_built_in_topics_have_no_mistakes_and_ask_questions(seeds: Path) -> None:
    found = read_topics(seeds)
    assert found.problems == ()
    assert {topic.id for topic in found.topics} >= NAMED
    assert all(len(topic.rows) >= 2 and all(row.any for row in topic.rows) for topic in found.topics)
    assert next(topic for topic in found.topics if topic.id == "sanctions").since == "2014-03"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            '[[topic]]\nid = "a"\nlabel = "A"\nlables = "x"\n',
            'topics.toml:4: topic.lables: is no key here; did you mean "label"?',
        ),
        ('[[topic]]\nid = "a"\nlabel = "A"\nalt = "x"\n', "topics.toml:4: topic.alt: must be a list"),
        (
            '[[topic]]\nid = "a"\nlabel = "A"\nalt = [\n  "x",\n  3,\n]\n',
            "topics.toml:4: topic.alt: has a number for a word",
        ),
        ('[[topic]]\nid = "a"\nlabel = "A"\nsince = "March"\n', "topics.toml:4: topic.since:"),
        (
            '[[topic]]\nid = "a"\nlabel = "A"\n\n[[topic]]\nid = "a"\nlabel = "B"\n',
            "topics.toml:6: topic.id:",
        ),
        (
            '[[topic]]\nid = "a"\nlabel = "A"\n  [[topic.row]]\n  label = "r"\n',
            "topics.toml:4: topic.row.any:",
        ),
        (
            '[[topic]]\nid = "a"\nlabel = "A"\n\nquery = "(x AND"\n',
            'topics.toml:5: topic.query: this bracket is not closed, at "("',
        ),
        (
            '[[topic]]\nid = "a"\nlabel = "A"\nquery = "topic:a"\n',
            "topics.toml:4: topic.query: a topic cannot ask for itself",
        ),
        (
            '[[topic]]\nid = "a"\nlabel = "A"\nquery = "topic:b"\n',
            "topics.toml:4: topic.query: no topic 'b' is declared here",
        ),
        (
            '[[topic]]\nid = "a"\nlabel = "A"\nalt = ["x ~200"]\n',
            'topics.toml:4: topic.alt: "x ~200": after ~ stands a number up to 99',
        ),
        ('[[topic]]\nid = "a"\nlabel = "A"\nnot = ["?!"]\n', 'topics.toml:4: topic.not: "?!" has no letter'),
        ("schema = 2\n", "topics.toml:1: schema:"),
        (
            '[[topic]]\nid = "a"\nlabel = "A"\nextends = true\n',
            "topics.toml:4: topic.extends: is no key here",
        ),
        ("[[topic]]\n", "topics.toml:1: topic.id:"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(source: str, told: str) -> None:
    assert any(problem.startswith(told) for problem in parsed(source)), parsed(source)


def test_a_query_may_ask_for_a_topic_declared_below_it() -> None:
    source = '[[topic]]\nid = "a"\nlabel = "A"\nquery = "topic:b -x"\n\n[[topic]]\nid = "b"\nlabel = "B"\n'
    assert parsed(source) == []


def test_mistakes_are_told_in_the_order_of_their_lines() -> None:
    source = '[[topic]]\nid = "a"\nlabel = "A"\nquery = "(x"\n  [[topic.row]]\n  label = "r"\n  any = "x"\n'
    assert [int(told.split(":")[1]) for told in parsed(source)] == [4, 7]


def test_many_topics_that_ask_for_one_with_many_words_are_read_in_one_pass() -> None:
    # Comparing each id with all before, or reading the words of the one again for each, would take minutes.
    words = ", ".join(f'"word{number}"' for number in range(1_000))
    many = "".join(
        f'[[topic]]\nid = "t{number}"\nlabel = "T"\nquery = "topic:a"\n' for number in range(12_000)
    )
    found = parse_topics(f'[[topic]]\nid = "a"\nlabel = "A"\nalt = [{words}]\n{many}', "topics.toml")
    assert (len(found.topics), found.problems) == (12_001, [])


def test_a_topic_that_is_no_toml_costs_that_topic_only() -> None:
    source = (
        '[[topic]]\nid = "a"\nlabel = "A"\n[[topic]]\nid = "b\n[[topic]]\nid = "c"\nlabel = "C"\nalt = 3\n'
    )
    found = parse_topics(source, "topics.toml")
    assert [topic.id for topic in found.topics] == ["a", "c"]
    assert [problem.line for problem in found.problems] == [5, 9]


def test_words_of_the_file_that_a_terminal_would_obey_are_cleaned() -> None:
    found = parse_topics('[[topic]]\nid = "a"\nlabel = "A\\u001b]0;x\\u0007b"\n', "topics.toml")
    assert found.topics[0].label == "Ab"


@given(st.text(max_size=200))
def test_any_text_is_read_or_told_and_never_raises(source: str) -> None:
    found = parse_topics(source, "topics.toml")
    try:
        tomllib.loads(source)
    except tomllib.TOMLDecodeError:
        assert found.problems
    key_lines(source)


def test_the_user_adds_words_rows_and_topics(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text(
        'banner = "B"\n[[topic]]\nid = "a"\nlabel = "A"\nalt = ["x"]\n'
        '  [[topic.row]]\n  id = "r"\n  label = "R"\n  any = ["1"]\n'
    )
    own = tmp_path / "own.toml"
    own.write_text(
        '[[topic]]\nid = "a"\nalt = ["y"]\n  [[topic.row]]\n  id = "s"\n  label = "S"\n  any = ["2"]\n'
        '[[topic]]\nid = "b"\nlabel = "B"\n'
    )
    found = read_topics(tmp_path, own)
    assert found.problems == ()
    assert [(topic.id, topic.label, topic.origin) for topic in found.topics] == [
        ("a", "A", "corpus"),
        ("b", "B", "user"),
    ]
    assert found.topics[0].alt == ("x", "y")
    assert [row.id for row in found.topics[0].rows] == ["r", "s"]
    assert found.banner == "B"
    assert [name for name, _ in found.digests] == ["topics.toml", str(own)]


def test_a_topic_reads_as_its_words_or_its_query() -> None:
    topic = Topic(
        "a",
        "Arms",
        alt=("sale of arms", "S-400", "military technology ~3"),
        hidden=("Amrs",),
        exclude=("arms race",),
    )
    assert topic.asks == 'Arms OR "sale of arms" OR "S-400" OR "military technology"~3 OR Amrs'
    assert topic.reads.endswith('not counting "arms race"')
    assert "Amrs" not in topic.reads
    assert Topic.adhoc('  peace   "treaty" ').asks == 'peace "treaty"'


def test_saving_appends_and_leaves_what_stands_there(own_home: Path) -> None:
    file = user_file()
    file.parent.mkdir(parents=True)
    mine = "# mine\n[[topic]]\nid='a'   # odd spacing\nlabel = 'A'\n"
    file.write_text(mine)
    saved = save_topic(file, Topic.adhoc('hikiwake OR "draw"'), label="A draw?", words=["judo"])
    assert file.read_text().startswith(mine)
    read = {topic.id: topic for topic in read_topics(own_home).topics}
    assert read["a-draw"].asks == saved.asks == '(hikiwake OR "draw") OR judo'
    with pytest.raises(BriefingError, match="already"):
        save_topic(file, Topic.adhoc("hikiwake"), label="A draw?")


def test_a_topic_that_may_be_replaced_stays_as_a_comment_and_all_else_as_it_was(own_home: Path) -> None:
    file = user_file()
    file.parent.mkdir(parents=True)
    before = "# mine\n[[topic]]\nid = 'gas'\nlabel = 'Gas'\n"
    old = """[[topic]]
id = 'a-draw'
label = \"\"\"
A
draw\"\"\"
  [[topic.row]]  # mine too
  id = 'r'
  label = 'R'
"""
    after = "\n# of the next\n[[judgement]]\ntopic = 'gas'\n"
    file.write_text(before + old + after)
    saved = save_topic(file, Topic.adhoc("hikiwake"), label="A draw", replace=True)
    text = file.read_text()
    assert text.startswith(before + "# [[topic]]\n# id = 'a-draw'\n")
    assert "#   [[topic.row]]  # mine too\n" in text
    assert text.endswith('label = "A draw"\nquery = "hikiwake"\n' + after)
    found = {topic.id: topic for topic in read_topics(own_home).topics}
    assert (set(found), found["a-draw"].query, found["a-draw"].rows) == ({"gas", "a-draw"}, "hikiwake", ())
    assert saved.asks == "hikiwake"


@pytest.mark.parametrize("rest", ["", "\n", "\n# the end", "\n\n[[topic]]\nid = 'b'\nlabel = 'B'"])
def test_a_topic_is_replaced_wherever_it_stands(own_home: Path, rest: str) -> None:
    file = user_file()
    file.parent.mkdir(parents=True)
    file.write_text("[[topic]]\nid = 'a'\nlabel = 'A'" + rest)
    save_topic(file, Topic.adhoc("gas"), label="a", replace=True)
    assert file.read_text() == (
        '# [[topic]]\n# id = \'a\'\n# label = \'A\'\n[[topic]]\nid = "a"\nlabel = "a"\nquery = "gas"' + rest
    )


def test_a_topic_that_is_no_table_of_its_own_is_replaced_by_hand(own_home: Path) -> None:
    file = user_file()
    file.parent.mkdir(parents=True)
    file.write_text("topic = [{id = 'a', label = 'A'}]\n")
    with pytest.raises(BriefingError, match="replace it there"):
        save_topic(file, Topic.adhoc("gas"), label="a", replace=True)
    assert file.read_text() == "topic = [{id = 'a', label = 'A'}]\n"


def test_a_judgement_is_kept_shown_and_undone(own_home: Path) -> None:
    file = user_file()
    day = datetime.date(2026, 11, 23)
    verdict = Judgement("sanctions", "003", "42fc45f4", (21, 21), "reject", day)
    judge(file, verdict)
    judge(file, Judgement("sanctions", "003", "42fc45f4", (23, 23), "accept", day))
    before = file.read_text()
    kept = read_topics(own_home).judgements
    assert judgement_of(kept, "sanctions", "42fc45f4a3ef00", (21, 21)) == verdict
    assert judgement_of(kept, "kurils", "42fc45f4a3ef00", (21, 21)) is None
    assert judgement_of(kept, "sanctions", "00", (21, 21)) is None
    assert verdict.says == "rejected 2026-11-23"
    later = Judgement("sanctions", "003", "42fc45f4", (21, 21), "accept", day)
    judge(file, later)
    assert judgement_of(read_topics(own_home).judgements, "sanctions", "42fc45f4", (21, 21)) == later
    assert undo(file, later)
    assert file.read_text() == before
    assert not undo(file, later)


def test_a_broken_judgement_is_told(own_home: Path) -> None:
    file = user_file()
    file.parent.mkdir(parents=True)
    file.write_text('[[judgement]]\ntopic = "a"\n')
    assert [problem.line for problem in read_topics(own_home).problems] == [1]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_bytes(b"[[topic]]\nid = 'a'\nlabel = '\xff'\n")
    found = read_topics(tmp_path)
    assert found.topics == ()
    assert [str(problem) for problem in found.problems] == [
        "topics.toml:3: is not UTF-8 here; save it as UTF-8"
    ]


@pytest.mark.parametrize(
    ("line", "banner"),
    [
        ("", ""),
        ('banner = ""', ""),
        ('banner="NOT FOR CITATION"', "NOT FOR CITATION"),
        ('"b\\u0061nner" = "DRAFT"', "DRAFT"),
        ('# a banner = "DRAFT" stands on every screen', ""),
    ],
)
def test_a_banner_is_told_without_reading_topics_as_with_them(line: str, banner: str, tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text(f'schema = 1\n{line}\n[[topic]]\nid = "a"\nlabel = "A"\n')
    corpus = Corpus.open(tmp_path, cache=tmp_path / "cache")
    assert corpus.banner() == banner == corpus.topic_set().banner

"""What a user adds to a topic of one corpus, in the file that holds for all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from index.model import BriefingError
from index.topics import Judgement, Topic, judge, read_topics, save_topic, user_file
from index.topics.parse import parse_topics

KURILS = '[[topic]]\nid = "kurils"\nlabel = "{}"\nalt = ["Kuril"]\n'


def test_words_added_to_a_topic_of_a_corpus_are_no_topic_in_a_corpus_without_it(
    tmp_path: Path, own_home: Path
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, source in ((one, KURILS.format("Kurils")), (other, '[[topic]]\nid = "tea"\nlabel = "Tea"\n')):
        folder.mkdir()
        (folder / "topics.toml").write_text(source)
    (kurils,) = read_topics(one).topics
    saved = save_topic(user_file(), kurils, words=["World War"])
    (read,) = read_topics(one).topics
    assert read.alt == saved.alt == ("Kuril", "World War")
    found = read_topics(other)
    assert ([topic.id for topic in found.topics], found.problems) == (["tea"], ())
    (one / "topics.toml").write_text(KURILS.format("The Kuril Islands"))
    assert read_topics(one).topics[0].label == "The Kuril Islands"
    with pytest.raises(BriefingError, match='has a topic "kurils" already; add there: Etorofu'):
        save_topic(user_file(), read, words=["Etorofu"])


def test_words_added_without_the_mark_are_read_as_before(tmp_path: Path, own_home: Path) -> None:
    user_file().parent.mkdir(parents=True)
    user_file().write_text('[[topic]]\nid = "kurils"\nlabel = "Kurils"\nalt = ["World War"]\n')
    assert [topic.alt for topic in read_topics(tmp_path).topics] == [("World War",)]


def test_a_topic_that_extends_nothing_leaves_its_name_to_another(tmp_path: Path, own_home: Path) -> None:
    user_file().parent.mkdir(parents=True)
    user_file().write_text(
        '[[topic]]\nid = "a"\nextends = true\nquery = "topic:gone"\n[[topic]]\nid = "a"\nlabel = "A"\n'
    )
    found = read_topics(tmp_path)
    assert ([topic.label for topic in found.topics], found.problems) == (["A"], ())


def test_the_mark_of_an_addition_is_true_or_false() -> None:
    found = parse_topics('[[topic]]\nid = "a"\nlabel = "A"\nextends = "b"\n', "own.toml", "user")
    assert [str(problem) for problem in found.problems] == [
        "own.toml:4: topic.extends: must be true or false, not text"
    ]


def test_two_sessions_that_write_at_once_lose_nothing(own_home: Path) -> None:
    def judge_some(session: int) -> None:
        for line in range(1, 26):
            judge(
                user_file(), Judgement("kurils", f"{session}", "0" * 12, (line, line), "accept", date.today())
            )

    with ThreadPoolExecutor() as sessions:
        list(sessions.map(judge_some, range(4)))
    assert user_file().read_text().count("[[judgement]]") == 100


def test_a_topic_that_the_file_has_by_its_label_alone_is_there_already(own_home: Path) -> None:
    user_file().parent.mkdir(parents=True)
    user_file().write_text('[[topic]]\nlabel = "Fish war"\nquery = "cod"\n')
    with pytest.raises(BriefingError, match='has a topic "fish-war" already'):
        save_topic(user_file(), Topic.adhoc("herring"), label="Fish war")
    save_topic(user_file(), Topic.adhoc("herring"), label="Fish war", replace=True)
    (read,) = read_topics(own_home).topics
    assert (read.id, read.query) == ("fish-war", "herring")

"""Topics file → topics, articles file → metadata: a mistake is told in a line and costs only itself."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Corpus, matrix
from index.topics import read_topics
from index.topics.read import TopicSet
from tests.hostile.corpora import GOOD
from tests.hostile.dangers import first_danger
from tests.hostile.queries import HOSTILE_TOML

SECONDS = 10.0
FILES = ("topics.toml", "articles.toml")

_words = st.sampled_from(
    (
        *(
            "[[topic]]",
            "[[topic.row]]",
            "[topic]",
            "[",
            "]",
            "[[",
            "=",
            "id",
            "label",
            "alt",
            "not",
            "query",
            "since",
            "schema",
        ),
        *(
            "any",
            "row",
            '"a"',
            "'b'",
            '"""',
            "1",
            "true",
            "1979-05-27",
            "{",
            "}",
            ",",
            "[]",
            '["a", "b"]',
            "#",
            "\n",
            "\n",
            ".",
        ),
        *(
            "\x1b",
            "\u202e",
            "\0",
            "é",
            '"\\u001b"',
            '"\\ud800"',
            "nan",
            "1e400",
            "[topic.row]",
            '["x.txt"]',
            "title",
            "authors",
        ),
    )
)
sources = st.one_of(
    st.lists(_words, max_size=40).map(" ".join),
    st.lists(_words, max_size=40).map("".join),
    st.text(max_size=80),
)


def assert_clean(topics: TopicSet) -> None:
    told = [topics.banner, *map(str, topics.problems)]
    for topic in topics.topics:
        told += [
            topic.id,
            topic.label,
            topic.query,
            topic.since,
            topic.note,
            *topic.alt,
            *topic.hidden,
            *topic.exclude,
        ]
        told += [word for row in topic.rows for word in (row.id, row.label, *row.any)]
    assert [danger for danger in map(first_danger, told) if danger] == []
    assert [line for line in told if "\n" in line] == []


@given(source=sources)
def test_any_topics_file_is_read(tmp_path_factory: pytest.TempPathFactory, source: str) -> None:
    folder = tmp_path_factory.mktemp("topics")
    (folder / "topics.toml").write_bytes(source.encode("utf-8", "surrogatepass"))
    assert_clean(read_topics(folder, folder / "none"))
    assert_clean(read_topics(folder / "none", folder / "topics.toml"))


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("name", HOSTILE_TOML)
def test_the_articles_open_whatever_is_declared(name: str, file: str, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / file).write_bytes(HOSTILE_TOML[name])
    before = time.process_time()
    corpus = Corpus.open(tmp_path)
    assert [article.id for article in corpus.articles()] == ["good"]
    assert_clean(corpus.topic_set())
    told = [str(problem) for problem in corpus.problems()]
    assert [line for line in told if "\n" in line or first_danger(line)] == []
    matrix(corpus)
    assert time.process_time() - before < SECONDS


@pytest.mark.parametrize("file", FILES)
def test_what_is_no_file_in_their_place_is_told(file: str, tmp_path: Path) -> None:
    makers = (
        lambda path: path.mkdir(),
        lambda path: os.mkfifo(path),
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to(file),
    )
    for number, make in enumerate(makers):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "good.txt").write_text(GOOD)
        make(folder / file)
        corpus = Corpus.open(folder)
        assert [article.id for article in corpus.articles()] == ["good"]
        assert [problem.file for problem in corpus.problems()] == [file]

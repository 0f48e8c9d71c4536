"""An index that was refreshed gives what a fresh one gives."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import Corpus, search
from tests.index.store.small_corpora import TEXTS, answers, found, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus")


def touch(path: Path, text: str) -> None:
    """Change a file as an editor would, at a later time however coarse the clock of the disk."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_a_second_refresh_reads_nothing(folder: Path) -> None:
    corpus = Corpus.open(folder)
    assert corpus.refresh().added == 3
    done = Corpus.open(folder).refresh()
    assert (done.added, done.changed, done.removed, done.passages) == (0, 0, 0, 3)


def test_a_changed_file_is_found_by_its_new_words_only(folder: Path) -> None:
    corpus = Corpus.open(folder)
    assert found(corpus, "sanctions") == {"a.txt"}
    touch(
        folder / "a.txt", "Alpha report\n\nNothing but weather stood in this report of the ministry today.\n"
    )
    assert corpus.refresh().changed == 1
    assert found(corpus, "sanctions") == set()
    assert found(corpus, "weather") == {"a.txt"}
    assert found(corpus, "islands") == {"b.txt", "c.txt"}


def test_files_come_and_go(folder: Path) -> None:
    corpus = Corpus.open(folder)
    corpus.refresh()
    (folder / "b.txt").unlink()
    touch(
        folder / "d.txt",
        "Delta report\n\nThe islands were visited by a minister in the summer of that year.\n",
    )
    done = corpus.refresh()
    assert (done.added, done.changed, done.removed) == (1, 0, 1)
    assert found(corpus, "islands") == {"c.txt", "d.txt"}


def test_what_is_declared_of_a_file_is_read_anew(folder: Path) -> None:
    corpus = Corpus.open(folder)
    assert found(corpus, "author:streltsov") == set()
    (folder / "articles.toml").write_text('["b.txt"]\nauthors = ["Dmitry Streltsov"]\n', encoding="utf-8")
    assert corpus.refresh().changed == 1
    assert found(corpus, "author:streltsov") == {"b.txt"}


def test_files_that_would_have_one_id_have_those_of_a_fresh_index_whichever_goes(folder: Path) -> None:
    names = ("x!.txt", "x.md", "x.txt")
    for name in names:
        touch(folder / name, f"Report {name}\n\nThe whales were counted for {name} this year.\n")
    corpus = Corpus.open(folder)
    corpus.refresh()
    assert ids(corpus, names) == ["x", "x-2", "x-3"]
    assert [problem.file for problem in corpus.problems() if problem.key == "id"] == ["x.md", "x.txt"]
    (folder / "x!.txt").unlink()
    corpus.refresh()
    assert ids(corpus, names) == ids(Corpus.open(folder), names) == ["x", "x-2"]
    assert [problem.file for problem in corpus.problems() if problem.key == "id"] == ["x.txt"]
    assert answers(corpus) == answers(Corpus.open(folder, cache=folder.parent / "fresh"))
    assert {hit.passage.article for hit in search(corpus, "whales").hits} == {"x", "x-2"}


def ids(corpus: Corpus, files: tuple[str, ...]) -> list[str]:
    return [article.id for article in corpus.articles() if article.file in files]


def test_a_refreshed_index_answers_like_a_fresh_one_after_many_small_changes(folder: Path) -> None:
    corpus = Corpus.open(folder)
    for number in range(12):
        text = f"Gas report {number}\n\nThe ministry sold gas to {number} islands, said the ministry.\n"
        touch(folder / f"n{number % 5}.txt", text)
        corpus.refresh()
    assert answers(corpus) == answers(Corpus.open(folder, cache=folder.parent / "other"))
    assert len(corpus.index().catalogue.segments) <= 4


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["a", "b", "c", "d", "e"]), st.sampled_from([None, *TEXTS.values()])),
        max_size=6,
    )
)
def test_any_course_of_changes_ends_in_what_a_fresh_index_finds(
    steps: list[tuple[str, str | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = write(tmp_path_factory.mktemp("course") / "corpus")
    corpus = Corpus.open(folder, cache=folder.parent / "cache")
    corpus.refresh()
    for number, (name, text) in enumerate(steps):
        path = folder / f"{name}.txt"
        if text is None:
            path.unlink(missing_ok=True)
        else:
            touch(path, text + f"\nIn the year {1990 + number} nothing else was reported by anyone.\n")
        corpus.refresh()
    assert answers(corpus) == answers(Corpus.open(folder, cache=folder.parent / "fresh"))


def test_rebuilding_answers_the_same(folder: Path) -> None:
    corpus = Corpus.open(folder)
    before = answers(corpus)
    assert corpus.refresh(rebuild=True).added == 3
    assert answers(corpus) == before


def test_progress_is_told_file_by_file(folder: Path) -> None:
    told: list[tuple[int, int, str]] = []
    Corpus.open(folder).refresh(progress=lambda *step: told.append(step))
    assert told[0] == (0, 3, "a.txt")
    assert told[-1] == (3, 3, "")

"""The user's folders are found, and none is made up, whatever the environment says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index import Corpus
from index.homes import base_folder
from index.topic_files import user_file
from tests.index.store.small_corpora import answers, write
from tui.state.folders import config_folder, state_folder
from tui.state.store import State

NOBODY_AT_ALL = 3_999_999_999


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "/c"),
        ({"HOME": "/h"}, "/h/.cache"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache"),
    ],
)
def test_a_folder_is_the_named_one_or_within_the_home(
    environ: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert base_folder("XDG_CACHE_HOME", ".cache") == Path(folder)


def test_a_home_that_is_relative_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", "here")
    assert base_folder("XDG_CACHE_HOME", ".cache").is_absolute()


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be somebody whom the system does not know, as in many containers."""
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: NOBODY_AT_ALL)


@pytest.mark.usefixtures("homeless")
def test_one_whom_the_system_does_not_know_has_no_folders(tmp_path: Path) -> None:
    for folder in (state_folder(), config_folder(), user_file().parent):
        assert str(folder).startswith("/nonexistent/")
    corpus = Corpus.open(write(tmp_path / "corpus"))
    assert corpus.topics() == ()
    assert corpus.banner() == ""


def test_where_there_is_no_home_nothing_is_kept_and_everything_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way of a folder")
    for name in ("CACHE", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "file" / name))
    folder = write(tmp_path / "corpus")
    corpus = Corpus.open(folder)
    assert answers(corpus) == answers(Corpus.open(folder, cache=tmp_path / "cache"))
    assert "memory" in corpus.index_problem
    state = State(str(folder))
    assert "not kept after this visit" in state.problem
    state.close()

"""Where a corpus and its index lie may be hostile too: each is told in a line, and everything else works."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index import BriefingError, Corpus, search
from index.store.shelf import folder_for
from tests.hostile.corpora import GOOD, NAMES, fill_with_names, fill_with_things
from tests.hostile.dangers import first_danger
from tests.terminal.pty_session import ROOT
from tui.commands.program import main

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="another user can be played by root only")
NOBODY = 65_534
COMMANDS = (["list"], ["search", "hikiwake"], ["check"])


def test_every_name_is_an_article_that_is_found(tmp_path: Path) -> None:
    fill_with_names(tmp_path)
    corpus = Corpus.open(tmp_path)
    articles = corpus.articles()
    assert len(articles) == len(NAMES) + 1
    assert len({article.id for article in articles}) == len(articles)
    assert search(corpus, "hikiwake", limit=100).total == len(articles)
    for article in articles:
        assert first_danger(article.file + article.id + article.title) == ""
        assert corpus.text(article.id).blocks


def test_things_that_are_no_files_are_passed_over_with_the_reason(tmp_path: Path) -> None:
    fill_with_things(tmp_path)
    corpus = Corpus.open(tmp_path)
    assert {article.title for article in corpus.articles()} == {"Good title"}
    assert search(corpus, "hikiwake").total >= 2
    told = {each.file: each.reason for each in (*corpus.skipped(), *corpus.unread())}
    assert {
        "pipe.txt",
        "socket.txt",
        "ring.txt",
        "out.txt",
        "zero.txt",
        "root",
        "up",
        "nowhere.txt",
    } <= told.keys()
    assert all("\n" not in reason for reason in told.values())


def test_files_that_vanish_or_change_are_told(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(GOOD)
    corpus = Corpus.open(tmp_path)
    assert len(corpus.articles()) == 3
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.txt").unlink()
    (tmp_path / "c.txt").mkdir()
    with pytest.raises(BriefingError):
        corpus.text("a")
    assert isinstance(corpus.text("b").blocks, tuple)
    corpus.refresh()
    assert [article.id for article in corpus.articles()] == ["b"]


def test_a_corpus_that_vanishes_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD)
    corpus = Corpus.open(folder)
    assert search(corpus, "hikiwake").total == 1
    shutil.rmtree(folder)
    with pytest.raises(BriefingError):
        corpus.refresh()


@pytest.mark.parametrize(
    "left",
    [
        {},
        {"HOME": "/nonexistent/home"},
        {"HOME": "relative"},
        {
            "HOME": "/dev/null",
            "XDG_CACHE_HOME": "/dev/null/x",
            "XDG_STATE_HOME": "/proc/x",
            "XDG_CONFIG_HOME": "/dev",
        },
        {"XDG_CACHE_HOME": "relative", "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": "~"},
    ],
)
def test_without_a_home_everything_works(left: dict[str, str], tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **left}
    if "HOME" not in left:
        environment["XDG_CACHE_HOME"] = str(tmp_path)
    for command in (["list"], ["search", "sanctions"], ["compare", "kurils"], ["check"], ["index"]):
        done = subprocess.run(
            [sys.executable, "-m", "tui", *command],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    assert {path.name for path in tmp_path.iterdir()} <= {"briefing"}


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user may enter, which pytest's own are not."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o755)
        yield path


@as_root
def test_an_index_of_another_user_is_not_opened(open_folder: Path) -> None:
    root, cache = open_folder / "corpus", open_folder / "cache"
    root.mkdir()
    (root / "a.txt").write_text(GOOD)
    Corpus.open(root, cache=cache).refresh()
    folder = folder_for(root, cache)
    for path in folder.iterdir():
        if path.name not in ("writer.lock", "catalogue.json"):
            os.chown(path, NOBODY, NOBODY)
            corpus = Corpus.open(root, cache=cache)
            assert corpus.refresh().added == 1, path.name
            assert search(corpus, "hikiwake").total == 1
            break
    os.chown(folder, NOBODY, NOBODY)
    corpus = Corpus.open(root, cache=cache)
    assert search(corpus, "hikiwake").total == 1
    assert "memory" in corpus.index_problem


@as_root
@pytest.mark.parametrize(
    "closed", ["cache", "corpus/b.txt", "corpus/inner", "corpus/articles.toml", "corpus/topics.toml"]
)
def test_what_may_not_be_read_or_written_is_told(
    closed: str,
    open_folder: Path,
    seeds: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    corpus = open_folder / "corpus"
    (corpus / "inner").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "inner/c.txt"):
        (corpus / name).write_text(GOOD)
    (corpus / "articles.toml").write_text('["a.txt"]\nid = "a"\n')
    (corpus / "topics.toml").write_text('[[topic]]\nid = "t"\nlabel = "Sanctions"\n')
    (open_folder / "cache").mkdir()
    for path in (open_folder / "cache", *corpus.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    # What is imported late must be there before the interpreter's own files may be out of reach.
    for command in COMMANDS:
        main([*command, "-C", str(seeds)])
    capsys.readouterr()
    (open_folder / closed).chmod(0o500 if closed == "cache" else 0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(open_folder / "cache"))
    with as_nobody():
        for command in COMMANDS:
            assert main([*command, "-C", str(corpus)]) in (0, 2)
            told = capsys.readouterr()
            assert told.err == ""
            assert any(word in told.out for word in ("Good title", "hikiwake", "a.txt"))
    assert Path(closed).name in told.out or "memory" in told.out


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be a user who may do nothing in particular."""
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)

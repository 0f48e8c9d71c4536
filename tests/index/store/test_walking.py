from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from index.model import BriefingError
from index.store.walk import walk


def names(folder: Path) -> list[str]:
    return [found.name for found in walk(folder).files]


def reasons(folder: Path) -> dict[str, str]:
    return {skipped.file: skipped.reason for skipped in walk(folder).skipped}


def test_articles_are_found_in_subfolders_by_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "a.md", "b/c.HTML"):
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == ["a.md", "b/c.HTML", "z.txt"]


def test_what_is_passed_over_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "picture.png").write_text("x")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.txt"))
    assert names(tmp_path) == []
    assert reasons(tmp_path) == {
        ".hidden.txt": "hidden",
        "picture.png": "not a kind of file that is read (.png)",
        "pipe.txt": "not a file",
        "s.txt": "not a file",
    }


def test_links_stay_within_the_corpus(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "in").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("x")
    (corpus / "in" / "a.txt").write_text("x")
    (corpus / "out.txt").symlink_to(tmp_path / "secret.txt")
    (corpus / "up").symlink_to(tmp_path)
    (corpus / "ring").symlink_to(corpus)
    (corpus / "gone.txt").symlink_to(corpus / "nothing.txt")
    (corpus / "same.txt").symlink_to(corpus / "in" / "a.txt")
    assert names(corpus) == ["in/a.txt", "same.txt"]
    told = reasons(corpus)
    assert told["out.txt"] == told["up"] == "link out of the folder"
    assert told["ring"] == "folder seen before"
    assert told["gone.txt"].startswith("cannot be read")


def test_files_that_describe_the_corpus_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "articles.toml").write_text("")
    (tmp_path / "topics.toml").write_text("")
    assert walk(tmp_path).files == ()
    assert walk(tmp_path).skipped == ()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="give a folder"):
        walk(tmp_path / "nothing")

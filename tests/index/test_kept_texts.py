from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index.corpus import Corpus
from index.kept_texts import KeptTexts


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path, seeds: Path) -> Path:
    return Path(shutil.copytree(seeds, tmp_path / "corpus"))


def kept_files(cache: Path) -> list[Path]:
    return list(cache.glob("*/texts/*"))


def open_and_keep(folder: Path, cache: Path) -> None:
    corpus = Corpus.open(folder, cache=cache)
    corpus.text("001")
    corpus.keep("001")
    assert len(kept_files(cache)) == 1


@pytest.mark.parametrize("article", ["000", "001", "002", "003", "004"])
def test_a_kept_text_is_the_text_that_was_read(article: str, folder: Path, cache: Path) -> None:
    corpus = Corpus.open(folder, cache=cache)
    read = corpus.text(article)
    kept = KeptTexts(cache / "own")
    kept.save("state", read)
    assert kept.load("state") == read
    assert kept.load("another state") is None


def test_a_file_that_changed_is_read_anew(folder: Path, cache: Path) -> None:
    open_and_keep(folder, cache)
    file = next(folder.glob("001*"))
    file.write_text(file.read_text() + "\nA last line that is new.\n")
    again = Corpus.open(folder, cache=cache).text("001")
    assert again.blocks[-1].text.endswith("A last line that is new.")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-9]),
        lambda file: file.write_bytes(file.read_bytes().replace(b"Russo", b"Prusso", 1)),
        lambda file: file.chmod(0o666),
        lambda file: (file.unlink(), file.symlink_to("/etc/hostname")),
        lambda file: (file.unlink(), file.mkdir()),
    ],
)
def test_what_is_not_as_it_was_kept_is_read_from_the_article(
    spoil: Callable[[Path], object], folder: Path, cache: Path
) -> None:
    open_and_keep(folder, cache)
    spoil(kept_files(cache)[0])
    corpus = Corpus.open(folder, cache=cache)
    assert corpus.text("001").blocks == Corpus.open(folder, cache=folder / "none").text("001").blocks
    corpus.keep("001")


def test_texts_are_for_the_user_alone(folder: Path, cache: Path) -> None:
    open_and_keep(folder, cache)
    file = kept_files(cache)[0]
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_only_so_many_texts_are_kept(folder: Path, cache: Path) -> None:
    text = Corpus.open(folder, cache=cache).text("002")
    kept = KeptTexts(cache / "own")
    for state in range(70):
        kept.save(state, text)
    assert len(list((cache / "own").iterdir())) == 64


def test_where_nothing_can_be_written_nothing_is_kept(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    corpus = Corpus.open(folder, cache=tmp_path / "file")
    assert corpus.text("001").blocks
    corpus.keep("001")
    corpus.keep("no such article")

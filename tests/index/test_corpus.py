from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index import BriefingError, Corpus


@pytest.fixture
def corpus(seeds: Path) -> Corpus:
    return Corpus.open(seeds)


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return done.stdout.strip()


def test_the_built_in_corpus_has_the_five_articles() -> None:
    assert [article.id for article in Corpus.open().articles()] == ["000", "001", "002", "003", "004"]


def test_importing_the_index_loads_neither_whoosh_nor_a_screen() -> None:
    code = "import sys, index; print([n for n in ('whoosh', 'textual', 'tui', 'rich') if n in sys.modules])"
    assert run(code) == "[]"


def test_a_list_and_a_text_load_no_whoosh_index(corpus: Corpus) -> None:
    corpus.refresh()
    code = (
        "import sys; from index import Corpus; c = Corpus.open(); c.articles(); c.text('001');"
        "print('whoosh.reading' in sys.modules, 'index.store.engine' in sys.modules)"
    )
    assert run(code) == "False False"


def test_articles_are_found_by_the_beginning_of_their_id(corpus: Corpus) -> None:
    assert corpus.article("003").authors == ("Dmitry Streltsov",)
    with pytest.raises(BriefingError, match="any of 5 articles"):
        corpus.article("00")
    with pytest.raises(BriefingError, match="there are: 000"):
        corpus.article("9")


def test_an_article_is_also_found_by_its_file(corpus: Corpus) -> None:
    assert corpus.article("003_b36bd9c4032577d6.txt").id == "003"


def test_a_text_has_the_lines_of_its_file(corpus: Corpus, seeds: Path) -> None:
    text = corpus.text("002")
    assert text.article == corpus.article("002")
    assert text.lines[6] in (seeds / "002_ac062f08cb76805b.txt").read_text(encoding="utf-8")


def test_a_topic_is_found_by_id_label_or_beginning(corpus: Corpus) -> None:
    assert corpus.topic("kurils") is corpus.topic("Kurils")
    assert corpus.topic("sanc").id == "sanctions"
    with pytest.raises(BriefingError, match="there are: "):
        corpus.topic("no such topic")


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="no such folder"):
        Corpus.open(tmp_path / "nothing")


def test_an_empty_folder_is_an_empty_corpus(tmp_path: Path) -> None:
    corpus = Corpus.open(tmp_path)
    assert corpus.articles() == ()
    assert corpus.index().count == 0


def test_one_id_for_two_files_is_told_and_both_are_there(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(
            f"Island report {name}\n\nThe ministry wrote this report on the islands, it says.\n"
        )
    (tmp_path / "articles.toml").write_text('["a.txt"]\nid = "x"\n["b.txt"]\nid = "x"\n')
    corpus = Corpus.open(tmp_path)
    assert [article.id for article in corpus.articles()] == ["x", "x-2"]
    assert any("id 'x'" in str(problem) for problem in corpus.problems())
    assert corpus.text("x-2").article.file == "b.txt"
    assert {passage.article for passage in corpus.index().passages()} == {"x", "x-2"}


def test_a_file_that_cannot_be_read_keeps_its_place(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(
        "Island report\n\nThe ministry wrote this report on the islands, it says.\n"
    )
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    corpus = Corpus.open(tmp_path)
    assert [article.file for article in corpus.articles()] == ["good.txt"]
    assert [unread.file for unread in corpus.unread()] == ["bad.pdf"]
    assert corpus.index().count == 1
    assert [unread.file for unread in Corpus.open(tmp_path).unread()] == ["bad.pdf"]


def test_names_that_are_no_unicode_are_articles_too(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\xfe.txt")
    (tmp_path / name).write_bytes(
        b"Island report\n\nThe ministry wrote this report on the islands, it says.\n"
    )
    corpus = Corpus.open(tmp_path)
    assert len(corpus.articles()) == 1
    assert corpus.index().count == 1
    assert Corpus.open(tmp_path).refresh().added == 0


def test_the_corpus_is_never_written_to(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Island report\n\nThe ministry wrote this report on the islands, it says.\n"
    )
    Corpus.open(tmp_path).refresh()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]

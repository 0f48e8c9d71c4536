"""What is known of an article comes from the strongest source that says it, and says where from."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.article import read_article
from index.metadata import read_declared
from index.model import Article, Problem

LONG = (
    "This paragraph is here so that the text has one that is long enough to be told from a heading, and ends."
)
TEXT = (
    f"A title of the text\n\nBy Ann Writer\n\nPublication: The Paper Volume: 3\n\nMarch 3, 2014\n\n{LONG}\n"
)


def article(
    folder: Path, text: str, declared: dict[str, object] | None = None
) -> tuple[Article, list[Problem]]:
    path = folder / "some name.md"
    path.write_text(text, encoding="utf-8")
    read, problems = read_article(path, path.name, declared or {})
    return read.article, list(problems)


def test_the_text_says_it(tmp_path: Path) -> None:
    found, problems = article(tmp_path, TEXT)
    assert (found.title, found.authors, found.date, found.source) == (
        "A title of the text", ("Ann Writer",), "2014-03-03", "The Paper",
    )  # fmt: skip
    assert dict(found.provenance)["date"] == "text, line 7"
    assert found.id == "some-name"
    assert not problems


def test_front_matter_is_stronger_than_the_text(tmp_path: Path) -> None:
    found, _ = article(tmp_path, f"---\ntitle: Front\ndate: June 2015\ntags: a, b\n---\n\n{TEXT}")
    assert (found.title, found.date, found.authors, found.tags) == (
        "Front",
        "2015-06",
        ("Ann Writer",),
        ("a", "b"),
    )
    assert dict(found.provenance)["title"] == "front matter, line 2"


def test_articles_toml_is_stronger_than_all(tmp_path: Path) -> None:
    declared: dict[str, object] = {
        "id": "7",
        "title": "Declared",
        "date": "2016-01~",
        "date_note": "inferred",
        "authors": ["B. C."],
    }
    found, _ = article(tmp_path, f"---\ntitle: Front\nauthor: D\n---\n\n{TEXT}", declared)
    assert (found.id, found.title, found.date, found.date_note, found.authors) == (
        "7", "Declared", "2016-01~", "inferred", ("B. C.",),
    )  # fmt: skip
    assert dict(found.provenance)["date"] == "articles.toml"


def test_a_text_without_any_of_it_still_works(tmp_path: Path) -> None:
    found, problems = article(tmp_path, f"{LONG}\n\n{LONG}\n")
    assert (found.title, found.authors, found.date) == ("some name", (), None)
    assert not problems


def test_a_date_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    found, problems = article(tmp_path, f"---\ntitle: T\ndate: last week\n---\n\n{LONG}")
    assert found.date is None
    assert [(problem.line, problem.key) for problem in problems] == [(3, "date")]


def test_hostile_values_are_cleaned(tmp_path: Path) -> None:
    found, _ = article(
        tmp_path, LONG, {"title": "A\x1b]0;x\x07\nB", "marking": "(U)\u202e", "tags": ["a\x07"]}
    )
    assert (found.title, found.marking, found.tags) == ("A B", "(U)", ("a",))


def test_the_five_articles_say_what_they_say(seeds: Path) -> None:
    declared, problems = read_declared(seeds)
    assert not problems
    for path in sorted(seeds.glob("*.txt")):
        read, told = read_article(path, path.name, declared[path.name])
        assert read.article.id == path.name[:3]
        assert read.article.date
        assert not told


def test_mistakes_in_articles_toml_are_told_with_line_and_key(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "articles.toml").write_text(
        'note = "x"\n["a.txt"]\ntitel = "A"\ndate = "soon"\nauthors = 3\ntitle = ["x"]\n["gone.txt"]\n'
    )
    declared, problems = read_declared(tmp_path)
    assert "a.txt" in declared
    assert [(problem.line, problem.key) for problem in problems] == [
        (1, "note"), (3, "a.txt.titel"), (4, "a.txt.date"), (5, "a.txt.authors"),
        (6, "a.txt.title"), (7, "gone.txt"),
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"[a\n", b"\xff\xfe\x00", b"a = 1\na = 2\n", b"x = " + b"[" * 5000])
def test_a_broken_articles_toml_costs_a_warning(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "articles.toml").write_bytes(content)
    declared, problems = read_declared(tmp_path)
    assert declared == {}
    assert len(problems) == 1


def test_a_corpus_needs_no_articles_toml(tmp_path: Path) -> None:
    assert read_declared(tmp_path) == ({}, ())


def test_a_mistake_among_very_many_articles_is_told_with_its_line(tmp_path: Path) -> None:
    names = [f"{number:05}.txt" for number in range(20_000)]
    for name in ("00000.txt", "a=b].txt"):
        (tmp_path / name).touch()
    entries = "".join(f'["{name}"]\ntitle = "T"\ndate = "2016"\n' for name in names)
    (tmp_path / "articles.toml").write_text(f'["a=b].txt"]\n{entries}["00000.TXT"]\ncolour = 1\n')
    declared, problems = read_declared(tmp_path)
    assert len(declared) == 20_002
    assert problems[0] == Problem("articles.toml", "there is no such file in the corpus", 5, key="00001.txt")
    assert [(each.line, each.key) for each in problems[-2:]] == [
        (60_003, "00000.TXT.colour"),
        (60_002, "00000.TXT"),
    ]

from __future__ import annotations

import csv
import html
import io
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from index import Corpus, Topic, compare, matrix, similar
from index.export import comparison as comparison_export
from index.export import matrix as matrix_export
from index.export import similar as similar_export
from index.export.citation import citation, quoted
from index.export.escape import csv_lines, markdown, markup
from index.export.wrap import cells

FORMATS = ("plain", "markdown", "csv", "html", "json")
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.open()


def export(corpus: Corpus, form: str, topic: str = "sanctions", width: int = 80) -> str:
    return comparison_export.render(compare(corpus, corpus.topic(topic)), corpus, form, width, DAY)


def with_banner(tmp_path: Path, seeds: Path, banner: str) -> Corpus:
    for file in seeds.glob("*.t*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    topics = tmp_path / "topics.toml"
    topics.write_text(topics.read_text().replace('banner = ""', f'banner = "{banner}"'))
    return Corpus.open(tmp_path)


@pytest.mark.parametrize("form", ["plain", "markdown", "csv", "html"])
def test_every_export_carries_its_receipt(corpus: Corpus, form: str) -> None:
    text = export(corpus, form).replace("\\", "")
    assert "Topic: Sanctions; read as: Sanctions OR embargo" in " ".join(text.replace("&quot;", '"').split())
    assert re.search(r"Corpus: seeds, 5 articles,\s+sha256 [0-9a-f]{16}", text)
    assert re.search(r"Topics: topics\.toml, sha256 [0-9a-f]{16}", text)
    assert re.search(r"Made with briefing \S+ on 2026-11-23", text)


@pytest.mark.parametrize("form", ["plain", "markdown", "csv"])
def test_the_banner_stands_first_and_last(tmp_path: Path, seeds: Path, form: str) -> None:
    text = export(with_banner(tmp_path, seeds, "UNCLASSIFIED"), form)
    lines = text.strip().splitlines()
    assert lines[0].startswith("UNCLASSIFIED")
    assert lines[-1].startswith("UNCLASSIFIED")


def test_the_page_bears_the_banner_first_and_last(tmp_path: Path, seeds: Path) -> None:
    body = export(with_banner(tmp_path, seeds, "A & B"), "html").split("<body>")[1]
    assert body.split("</body>")[0].strip().startswith('<p class="banner">A &amp; B</p>')
    assert body.split("</body>")[0].strip().endswith('<p class="banner">A &amp; B</p>')


def test_json_keeps_to_the_keys_of_the_contract(corpus: Corpus) -> None:
    answer = json.loads(export(corpus, "json"))
    assert set(answer) == {"schema", "topic", "articles", "rows"}
    assert set(answer["topic"]) == {"id", "label", "read_as"}
    assert {frozenset(each) for each in answer["articles"]} == {
        frozenset({"id", "title", "date", "state", "passages", "reason"})
    }
    for row in answer["rows"]:
        assert set(row) == {"label", "origin", "shared", "cells"}
        for found in row["cells"].values():
            for cell in found:
                assert set(cell) == {"n", "kind", "lines", "text", "spans", "strength", "why"}
                assert all(cell["text"][start:end] for start, end in cell["spans"])
    grid = json.loads(matrix_export.render(matrix(corpus), corpus, "json"))
    assert set(grid) == {"schema", "topics", "articles", "cells"}
    assert {frozenset(each) for each in grid["cells"]} == {
        frozenset({"topic", "article", "passages", "words", "state"})
    }
    alike = json.loads(similar_export.render(similar(corpus, "003", 21), corpus, "json"))
    assert set(alike) == {"schema", "of", "hits"}
    assert set(alike["hits"][0]) == {"article", "n", "kind", "section", "lines", "text", "shared"}


def test_no_form_passes_over_the_silent_of_a_large_corpus(tmp_path: Path) -> None:
    for number in range(14):
        words = "The tariffs rose twice." if number == 3 else "The quiet council met again in the old hall."
        (tmp_path / f"n{number:02d}.txt").write_text(f"On number {number}\n\n{words} It was so before.\n")
    (tmp_path / "topics.toml").write_text('[[topic]]\nid = "t"\nlabel = "Tariffs"\n')
    corpus = Corpus.open(tmp_path)
    silent = {f"n{number:02d}" for number in range(14) if number != 3}
    for form in ("plain", "markdown", "html"):
        text = " ".join(export(corpus, form, "t").split())
        assert "Silent on the whole topic: n00" in text
        assert all(f"{ident} " in text.split("Silent on the whole topic")[1] for ident in silent)
    records = list(csv.DictReader(io.StringIO(export(corpus, "csv", "t"), newline="")))
    assert {each["article"] for each in records if each["record"] == "silent"} == silent
    told = json.loads(export(corpus, "json", "t"))["articles"]
    assert {each["id"] for each in told if each["state"] == "silent"} == silent


def test_plain_text_keeps_to_the_width(corpus: Corpus) -> None:
    for width in (40, 80):
        lines = export(corpus, "plain", width=width).splitlines()
        assert all(cells(line) <= width or " " not in line.strip() for line in lines)


def test_citations_are_right_to_the_line(corpus: Corpus) -> None:
    articles = {article.id: article for article in corpus.articles()}
    for row in compare(corpus, corpus.topic("sanctions")).rows:
        for ident, found in row.cells.items():
            raw = (corpus.root / articles[ident].file).read_text(encoding="utf-8").split("\n")
            for cell in found:
                told = citation(articles[ident], cell.passage)
                first, last = cell.passage.lines
                assert f"{articles[ident].file}, line" in told
                assert articles[ident].digest[:12] in told
                assert cell.passage.text.split()[0] in "\n".join(raw[first - 1 : last])


def test_a_citation_carries_marking_and_descriptor(corpus: Corpus) -> None:
    article = replace(corpus.article("004"), marking="(U)", descriptor="a think tank's letter")
    passage = next(corpus.index().passages("004"))
    told = citation(article, passage)
    assert told.startswith("(U) Andrei Cazacu, “")
    assert told.endswith("[a think tank's letter]")
    assert "2015-09~ (about September 2015)" in told
    assert quoted(article, passage).startswith(f"{passage.text}\n— (U) Andrei")


def test_markdown_has_a_heading_a_row_and_a_line_for_the_silent(corpus: Corpus) -> None:
    text = export(corpus, "markdown")
    rows = compare(corpus, corpus.topic("sanctions")).rows
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [markdown(row.label) for row in rows]
    assert text.count(": silent: 0 of 6 passages; dated 2014-02\\~, before 2014-03") == 1
    gaps = re.findall(r"^- Nothing here · (.*)$", text, re.MULTILINE)
    assert len(gaps) == len(rows)
    assert all(gap.endswith("silent: 002") for gap in gaps)
    assert "on the topic, not in this row: 004, 003; silent: 002" in gaps


@pytest.mark.parametrize("form", ["plain", "markdown", "csv", "html", "json"])
def test_a_passage_in_two_rows_names_the_other_row_in_every_form(corpus: Corpus, form: str) -> None:
    text = html.unescape(" ".join(export(corpus, form).split()))
    assert re.search(r"also in (the row )?“what Moscow says of them”", text)


def test_what_a_row_leaves_out_is_in_the_sheet_with_its_citation(corpus: Corpus) -> None:
    result = compare(corpus, corpus.topic("sanctions"))
    left = [(row.label, each) for row in result.rows for passages in row.also.values() for each in passages]
    records = list(csv.DictReader(io.StringIO(export(corpus, "csv"))))
    told = [record for record in records if record["record"] == "left out"]
    assert left
    assert [(record["row"], record["text"]) for record in told] == [
        (label, each.text) for label, each in left
    ]
    assert all(f" {record['first line']}" in record["citation"] for record in told)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_the_page_is_one_table_without_scripts_under_a_strict_policy(corpus: Corpus) -> None:
    reader = Tags()
    reader.feed(export(corpus, "html"))
    tags = [tag for tag, _ in reader.seen]
    assert tags.count("table") == 1
    assert not {"script", "link", "img", "iframe", "object", "form", "a"} & set(tags)
    assert not any(
        name.startswith("on") or name == "style" for _, attributes in reader.seen for name in attributes
    )
    scopes = [attributes.get("scope") for tag, attributes in reader.seen if tag == "th"]
    rows = compare(corpus, corpus.topic("sanctions")).rows
    assert scopes == ["col"] * 6 + ["row"] * len(rows)
    policy = next(a["content"] for tag, a in reader.seen if tag == "meta" and "http-equiv" in a)
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_csv_has_a_passage_a_line_and_empty_columns_for_hypotheses(corpus: Corpus) -> None:
    records = list(csv.DictReader(io.StringIO(export(corpus, "csv"), newline="")))
    passages = [record for record in records if record["record"] == "passage"]
    rows = compare(corpus, corpus.topic("sanctions")).rows
    assert len(passages) == sum(len(found) for row in rows for found in row.cells.values())
    assert {record["H1"] + record["H2"] + record["H3"] for record in records} == {""}
    silent = [record for record in records if record["record"] == "silent"]
    assert [record["article"] for record in silent] == ["002"]


@given(st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=4), min_size=1, max_size=4))
def test_csv_reads_back_as_it_was_and_runs_no_formula(records: list[list[str]]) -> None:
    text = csv_lines(records)
    back = list(csv.reader(io.StringIO(text, newline="")))
    for record, read in zip(records, back, strict=True):
        for cell, shown in zip(record, read, strict=True):
            assert shown in (cell, f"'{cell}")
            assert not shown.lstrip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"])
def test_a_cell_that_would_be_a_formula_is_led_by_an_apostrophe(text: str) -> None:
    assert next(csv.reader(io.StringIO(csv_lines([[text]]), newline=""))) == [f"'{text}"]


@given(st.text(max_size=60))
def test_nothing_in_article_text_becomes_markup(text: str) -> None:
    escaped = markup(text)
    assert not set('<>"') & set(escaped)


def test_article_text_stays_text_in_markdown() -> None:
    for text in (
        "# a",
        "- a",
        "1. a",
        "+ a",
        "> a",
        "*a* _b_ `c` [d](e) <b> ![x](y)",
        "a\n===",
        "~~~",
        "&amp; | x",
    ):
        tokens = MarkdownIt("js-default").parse(markdown(text))
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"], text
        inline = tokens[1].children or []
        assert {child.type for child in inline} <= {"text", "text_special", "softbreak"}, text
        assert "".join("\n" if child.type == "softbreak" else child.content for child in inline) == text


def test_an_export_of_a_file_with_hostile_text_is_inert(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(
        "A title\n\n<script>alert(1)</script> The tariffs \x1b]0;owned\x07 rose [x](javascript:1) here.\n"
    )
    (tmp_path / "topics.toml").write_text(
        '[[topic]]\nid = "t"\nlabel = "<b>Tariffs</b>"\nalt = ["tariffs"]\n'
    )
    corpus = Corpus.open(tmp_path)
    for form in FORMATS:
        text = export(corpus, form, "t")
        assert "\x1b" not in text
        assert "\x07" not in text
    assert "<script>" not in export(corpus, "html", "t")
    assert "<b>" not in export(corpus, "html", "t")


@pytest.mark.parametrize("form", FORMATS)
def test_a_matrix_is_taken_away_in_every_format(corpus: Corpus, form: str) -> None:
    text = matrix_export.render(matrix(corpus), corpus, form, 80, DAY)
    assert "Arms transfers" in text
    assert "silent" in text


def test_a_plain_matrix_tells_who_speaks_and_then_who_is_silent(corpus: Corpus) -> None:
    text = matrix_export.render(matrix(corpus), corpus, "plain", 80, DAY)
    line = next(part for part in text.split("\n\n") if part.startswith("Arms transfers: "))
    assert " ".join(line.split()).endswith("; silent: 002, 000, 003")


@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_what_others_say_is_taken_away_with_its_reason(corpus: Corpus, form: str) -> None:
    found = similar(corpus, "003", 21)
    text = similar_export.render(found, corpus, form, 80, DAY)
    assert all(hit.shared[0] in text for hit in found.hits)
    few = similar_export.render(replace(found, hits=found.hits[:1]), corpus, form, 80, DAY)
    speaking = found.hits[0].passage.article
    others = [ident for ident in ("000", "001", "002", "004") if ident != speaking]
    assert f"Nothing close in: {', '.join(others)}." in few
    assert "Nothing close" in similar_export.render(replace(found, hits=()), corpus, form, 80, DAY)


def test_a_file_that_could_not_be_read_is_named_once_and_has_its_own_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A title\n\nThe tariffs rose, and tariffs fell.\n")
    (tmp_path / "bad.pdf").write_bytes(b"no pdf")
    (tmp_path / "topics.toml").write_text('[[topic]]\nid = "t"\nlabel = "Tariffs"\n')
    text = export(Corpus.open(tmp_path), "plain", "t")
    assert "\nbad.pdf · no date: could not be read: " in text
    assert "Nothing here · could not be read: bad.pdf\n" in text


def test_of_very_many_silent_articles_some_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    for number in range(130):
        (tmp_path / f"n{number:03}.txt").write_text("A title\n\nNothing of the kind is told in this one.\n")
    result = matrix(Corpus.open(tmp_path), [Topic("t", "tariffs")])
    text = " ".join(matrix_export.render(result, Corpus.open(tmp_path), "plain", 80, DAY).split())
    assert "n099, and 30 more" in text
    assert "tariffs: silent: n000, n001" in text

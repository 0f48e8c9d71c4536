"""What a person said on a passage goes out beside it, in every form that is read."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from index import Comparison, Corpus, Judgement, Verdict, compare, judge, path_of, render, user_file
from tests.index.align.corpora import corpus_of

TOPICS = """
[[topic]]
id = "tariffs"
label = "Tariffs"
[[topic.row]]
id = "steel"
label = "on steel"
any = ["steel"]
"""
TOLD = {
    "a": ["Tariffs on steel rose in May.", "Nobody had asked for tariffs on wheat."],
    "b": ["The tariffs hurt steel more than they hurt coal."],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    corpus_of(tmp_path / "corpus", TOLD)
    (tmp_path / "corpus" / "topics.toml").write_text(TOPICS, encoding="utf-8")
    return Corpus.open(tmp_path / "corpus")


def compared(corpus: Corpus) -> Comparison:
    return compare(corpus, corpus.topic("tariffs"))


def say(corpus: Corpus, verdict: Verdict, article: str, topic: str = "tariffs", line: int = 3) -> None:
    digest = corpus.article(article).digest[:12]
    file = path_of(corpus.root, corpus.article(article))
    judge(user_file(), Judgement(topic, article, digest, (line, line), verdict, date(2026, 11, 20), file))


@pytest.mark.parametrize("form", ["plain", "markdown", "html"])
def test_a_rejected_passage_bears_the_word_and_its_date_with_its_citation(corpus: Corpus, form: str) -> None:
    say(corpus, "reject", "a")
    say(corpus, "accept", "b")
    say(corpus, "reject", "b", topic="another")
    text = " ".join(render(compared(corpus), corpus, form).split())
    assert text.count("rejected 2026-11-20") == 1
    assert text.count("accepted 2026-11-20") == 1
    between = text.split("rejected 2026-11-20")[1 if form == "plain" else 0]
    assert "Tariffs on" in between.replace("<mark>", "").replace("</mark>", "")
    assert text.index("rejected") < text.index("accepted")


def test_the_sheet_has_a_column_for_it(corpus: Corpus) -> None:
    say(corpus, "reject", "a")
    records = list(csv.DictReader(io.StringIO(render(compared(corpus), corpus, "csv"), newline="")))
    told = {each["text"]: each["judgement"] for each in records if each["record"] == "passage"}
    assert told == {TOLD["a"][0]: "rejected 2026-11-20", TOLD["a"][1]: "", TOLD["b"][0]: ""}
    assert {None} & set().union(*records) == set()


def test_the_json_keeps_to_its_contract(corpus: Corpus) -> None:
    before = json.loads(render(compared(corpus), corpus, "json"))
    say(corpus, "reject", "a")
    assert json.loads(render(compared(corpus), corpus, "json")) == before


@pytest.mark.parametrize("form", ["plain", "markdown", "html", "csv"])
def test_words_on_an_earlier_version_of_the_file_are_counted_in_the_receipt_alone(
    corpus: Corpus, form: str
) -> None:
    say(corpus, "reject", "a")
    say(corpus, "accept", "a")
    say(corpus, "accept", "a", line=5)
    say(corpus, "accept", "a", topic="another", line=7)
    say(corpus, "accept", "b")
    assert "earlier" not in render(compared(corpus), corpus, form)
    file = corpus.root / "a.txt"
    file.write_text(file.read_text() + "\nOne paragraph more was written.\n")
    changed = Corpus.open(corpus.root)
    text = " ".join(render(compared(changed), changed, form).replace("\\", "").split())
    assert "rejected" not in text
    assert "Not shown: judgements on an earlier version of the file: a (2)" in text


def test_words_on_a_file_of_that_name_in_another_folder_are_none_on_an_earlier_version(
    corpus: Corpus, tmp_path: Path
) -> None:
    say(corpus, "reject", "a")
    corpus_of(tmp_path / "other", {"a": ["Tariffs fell."]})
    (tmp_path / "other" / "topics.toml").write_text(TOPICS, encoding="utf-8")
    other = Corpus.open(tmp_path / "other")
    assert "earlier" not in render(compared(other), other, "plain")


def test_a_word_on_a_passage_that_a_row_leaves_out_is_told_where_it_is_named(tmp_path: Path) -> None:
    told = [f"Tariffs on steel angered the {each} of the town." for each in ("mayor", "cook", "smelters")]
    corpus_of(tmp_path / "corpus", {"a": told, "b": ["Tariffs on steel angered the mayor and the cook."]})
    (tmp_path / "corpus" / "topics.toml").write_text(TOPICS, encoding="utf-8")
    corpus = Corpus.open(tmp_path / "corpus")
    digest = corpus.article("a").digest[:12]
    judge(user_file(), Judgement("tariffs", "a", digest, (7, 7), "reject", date(2026, 11, 20)))
    text = render(compared(corpus), corpus, "plain")
    assert "Also on this, less like the others: a, line 7 (rejected 2026-11-20)" in text
    records = list(csv.DictReader(io.StringIO(render(compared(corpus), corpus, "csv"), newline="")))
    assert [each["judgement"] for each in records if each["record"] == "left out"] == ["rejected 2026-11-20"]


MISSED = "Duties at the border rose too.", "A levy was put on coal."


@pytest.fixture
def with_missed(tmp_path: Path) -> Corpus:
    corpus_of(tmp_path / "corpus", {"a": [TOLD["a"][0], *MISSED], "b": [MISSED[0]]})
    (tmp_path / "corpus" / "topics.toml").write_text(TOPICS, encoding="utf-8")
    return Corpus.open(tmp_path / "corpus")


@pytest.mark.parametrize("form", ["plain", "markdown", "html"])
def test_what_a_person_alone_put_on_the_topic_stands_under_a_heading_of_its_own(
    with_missed: Corpus, form: str
) -> None:
    before = render(compared(with_missed), with_missed, form)
    say(with_missed, "accept", "a", line=7)
    say(with_missed, "reject", "a", line=5)
    say(with_missed, "accept", "b")
    rows, _, under = render(compared(with_missed), with_missed, form).partition("Accepted by the reader")
    assert "Accepted by the reader" not in before
    assert MISSED[0] not in rows
    assert MISSED[1] not in rows
    told = " ".join(under.split())
    assert told.index(MISSED[1]) < told.index("a.txt, line 7") < told.index(MISSED[0])
    assert told.count("accepted 2026-11-20") == 2
    assert told.count(MISSED[0]) == 1
    assert "rejected" not in told


def test_counts_states_and_json_stay_what_the_program_found(with_missed: Corpus) -> None:
    before = render(compared(with_missed), with_missed, "json")
    say(with_missed, "accept", "b")
    assert render(compared(with_missed), with_missed, "json") == before
    assert "silent: 0 of 1 passage" in render(compared(with_missed), with_missed, "plain")


def test_in_the_sheet_it_is_a_record_of_its_own_kind(with_missed: Corpus) -> None:
    say(with_missed, "accept", "b")
    sheet = io.StringIO(render(compared(with_missed), with_missed, "csv"), newline="")
    (record,) = [each for each in csv.DictReader(sheet) if each["record"] == "accepted"]
    assert (record["article"], record["first line"], record["row"]) == ("b", "3", "")
    assert (record["text"], record["judgement"]) == (MISSED[0], "accepted 2026-11-20")
    assert record["why"] == "Accepted by the reader, not found by the program"
    assert record["citation"].endswith(with_missed.article("b").digest[:12])

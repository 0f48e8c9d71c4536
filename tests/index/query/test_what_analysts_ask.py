"""Queries that an analyst puts to the five articles, and what must come first."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Corpus, SearchResult, search

ALL = {"000", "001", "002", "003", "004"}


def first(result: SearchResult) -> str:
    return result.hits[0].passage.text


def marked(result: SearchResult, number: int = 0) -> list[str]:
    hit = result.hits[number]
    return [hit.passage.text[start:end] for start, end in hit.spans]


def test_sanctions(corpus: Corpus) -> None:
    result = search(corpus, "sanctions")
    assert set(result.counts) == ALL - {"002"}
    assert result.without == ("002",)
    assert "sanctions" in first(result)
    assert result.notes == 1
    assert all(hit.passage.kind != "note" for hit in result.hits)


@pytest.mark.parametrize("spelling", ["Kurile", "kuril", "Kurils", "KURILES", "kurile"])
def test_the_kurils_in_any_spelling_are_in_all_five(corpus: Corpus, spelling: str) -> None:
    result = search(corpus, spelling)
    assert set(result.counts) == ALL
    assert {form.lower() for form, _ in result.spellings} >= {"kuril", "kurile"}


def test_a_name_in_quotes(corpus: Corpus) -> None:
    result = search(corpus, '"Northern Territories"')
    assert {word.lower() for word in marked(result)} == {"northern territories"}
    assert set(result.counts) == ALL - {"002"}


def test_a_name_without_its_accent_and_with_it(corpus: Corpus) -> None:
    with_accent, without = search(corpus, "Shinzō Abe"), search(corpus, "shinzo abe")
    assert [hit.passage for hit in with_accent.hits] == [hit.passage for hit in without.hits]
    assert with_accent.hits[0].whole
    assert any("Shinzō" in hit.matched for hit in without.hits)
    assert any("Shinzo" in hit.matched for hit in with_accent.hits)


@pytest.mark.parametrize("spelling", ["S400", "S-400", "s 400", "s-400", "S-400s", "s400s", "S 400s"])
def test_a_weapon_with_hyphen_blank_or_nothing(corpus: Corpus, spelling: str) -> None:
    result = search(corpus, spelling)
    assert set(result.counts) == {"001"}
    assert marked(result)[0] == "S-400"


def test_a_word_that_stands_once(corpus: Corpus) -> None:
    result = search(corpus, "hikiwake")
    assert (result.total, marked(result)) == (1, ["hikiwake"])


def test_a_name_after_a_slash_and_in_brackets(corpus: Corpus) -> None:
    assert set(search(corpus, "Diaoyu").counts) == {"001", "003"}


def test_some_of_the_words_when_no_passage_has_all(corpus: Corpus) -> None:
    result = search(corpus, "1956 declaration two islands")
    assert not result.hits[0].whole
    assert "1956" in first(result)
    assert "1956" in result.hits[1].passage.text


def test_a_prefix_and_what_must_not_be_there(corpus: Corpus) -> None:
    result = search(corpus, "Kuril* NOT Senkaku*", limit=100)
    assert result.total > 5
    for hit in result.hits:
        assert "senkaku" not in hit.passage.text.lower()
        assert all(word.lower().startswith("kuril") for word in hit.matched)


def test_a_word_with_a_letter_of_another_alphabet(corpus: Corpus) -> None:
    result = search(corpus, "Cold War")
    assert "003" in result.counts
    assert {"Сold", "War"} <= {
        word for hit in result.hits if hit.passage.article == "003" for word in hit.matched
    }
    assert "003" in search(corpus, '"cold war"').counts


@pytest.mark.parametrize("query", ['"Tokyo\'s hedging policy"', "“Tokyo’s hedging policy”"])
def test_a_phrase_across_a_broken_paragraph(corpus: Corpus, query: str) -> None:
    result = search(corpus, query)
    assert (result.total, result.hits[0].passage.article) == (1, "003")
    assert marked(result) == ["Tokyo’s hedging policy"]


def test_a_phrase_goes_over_the_end_of_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("He spoke of the islands. Japan was silent about that for years.\n")
    hit = search(Corpus.open(tmp_path, cache=tmp_path / "cache"), '"islands japan"').hits[0]
    assert [hit.passage.text[slice(*span)] for span in hit.spans] == ["islands. Japan"]


def test_other_words_than_those_of_the_text(corpus: Corpus) -> None:
    result = search(corpus, "weapons exports to Beijing")
    assert result.hits[0].passage.article == "001"
    assert "Russia was providing" in first(result)
    assert "topic:arms-transfers" in result.read_as


def test_a_quote_that_is_not_closed_still_answers(corpus: Corpus) -> None:
    result = search(corpus, '"peace trea')
    (problem,) = result.problems
    assert (problem.start, problem.end) == (0, 11)
    assert "not closed" in problem.message
    assert set(marked(result)) == {"peace treaty"}


def test_a_finished_word_leaves_first_what_was_first_while_it_was_typed(corpus: Corpus) -> None:
    for word in ("Japan", "Russia", "Kuril", "sanction", "treaty"):
        typed, finished = search(corpus, word, complete=True, limit=99), search(corpus, word, limit=99)
        whole = {hit.passage for hit in finished.hits}
        assert [hit.passage for hit in typed.hits if hit.passage in whole] == [
            hit.passage for hit in finished.hits
        ]


def test_notes_are_counted_or_shown(corpus: Corpus) -> None:
    without, with_notes = search(corpus, "S-400", limit=50), search(corpus, "S-400", limit=50, notes=True)
    assert without.notes > 0
    assert with_notes.notes == 0
    assert with_notes.total == without.total + without.notes


def test_words_only_in_a_title_or_heading_are_found_once(corpus: Corpus) -> None:
    result = search(corpus, "skeptical")
    assert result.counts == {"003": 1}
    assert (result.hits[0].spans, result.hits[0].matched) == ((), ("Skeptical",))
    assert result.spellings == (("Skeptical", 1),)


@pytest.mark.parametrize(
    ("typed", "article"), [("hiki", "001"), ("senk", "003"), ("streltsov", None), ("rappr", "001")]
)
def test_a_word_is_completed_while_it_is_typed(corpus: Corpus, typed: str, article: str | None) -> None:
    result = search(corpus, typed, complete=True)
    if article is None:
        assert result.total == 0
    else:
        assert article in result.counts
        assert result.hits[0].spans


def test_a_pasted_sentence_finds_where_it_came_from(corpus: Corpus) -> None:
    for article in corpus.articles():
        bodies = [block for block in corpus.text(article.id).blocks if block.kind == "body"]
        longest = max(bodies, key=lambda block: len(block.text))
        sentence = " ".join(longest.text.split()[:30])
        result = search(corpus, sentence)
        assert result.hits[0].passage.n == longest.n
        assert result.hits[0].passage.article == article.id


def test_articles_come_in_the_order_asked_for(corpus: Corpus) -> None:
    def order(by: str) -> list[str]:
        groups = search(corpus, "islands", limit=100, order=by).articles  # type: ignore[arg-type]
        return [group.article.id for group in groups]

    counts = search(corpus, "islands").counts
    assert order("date") == ["002", "004", "001", "000", "003"]
    assert [counts[one] for one in order("count")] == sorted(counts.values(), reverse=True)
    assert sorted(order("best")) == sorted(order("title"))


def test_articles_are_ranked_as_wholes(corpus: Corpus) -> None:
    result = search(corpus, "hikiwake judo compromise", by_article=True, limit=3)
    assert result.articles[0].article.id == "001"
    assert [group.score for group in result.articles] == sorted(
        (group.score for group in result.articles), reverse=True
    )


def test_spans_are_in_order_apart_and_within_the_text(corpus: Corpus) -> None:
    for query in (
        "japan russia",
        '"peace treaty"',
        '"islands kuril"~4',
        "sanct*",
        "rusia~",
        "topic:kurils",
        "s400",
    ):
        for hit in search(corpus, query, limit=200, notes=True).hits:
            last = 0
            for start, end in hit.spans:
                assert last <= start < end <= len(hit.passage.text)
                last = end
            start, end = hit.snippet
            assert 0 <= start < end <= len(hit.passage.text)
            if hit.spans:
                assert any(start <= left and right <= end for left, right in hit.spans), (query, hit)


@pytest.mark.parametrize("spelling", ["S-400", "S400", "U.S."])
def test_a_name_in_pieces_is_found_in_quotes_as_without_them(corpus: Corpus, spelling: str) -> None:
    quoted, plain = search(corpus, f'"{spelling}"', limit=50), search(corpus, spelling, limit=50)
    assert plain.total
    assert [hit.passage for hit in quoted.hits] == [hit.passage for hit in plain.hits]
    assert [hit.spans for hit in quoted.hits] == [hit.spans for hit in plain.hits]
    beside = search(corpus, f'"{spelling}" Putin', limit=50)
    assert {hit.passage for hit in beside.hits} <= {hit.passage for hit in plain.hits}

"""Fields, facts and topics narrow what words find in the five articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Corpus, search

ALL = {"000", "001", "002", "003", "004"}


def test_topics_by_name(corpus: Corpus) -> None:
    result = search(corpus, "topic:kurils", limit=50)
    assert set(result.counts) == ALL
    assert "topic:kurils" in result.read_as
    assert dict(result.facets)["topic"][0] == ("kurils", result.total)


def test_what_only_narrows_is_not_marked_beside_words(corpus: Corpus) -> None:
    result = search(corpus, "topic:kurils putin")
    assert {surface.casefold() for hit in result.hits for surface in hit.matched} == {"putin"}
    assert [word.casefold() for word, _ in result.spellings] == ["putin"]


@pytest.mark.parametrize("query", ["source:jamestown japan", "author:streltsof", "section:xyz"])
def test_a_field_that_has_no_such_word_is_told(corpus: Corpus, query: str) -> None:
    assert search(corpus, query).total == 0
    assert query.partition(":")[0] in search(corpus, query).problems[0].message


def test_a_topic_narrows_what_other_words_find(corpus: Corpus) -> None:
    asked, narrowed = (
        search(corpus, "sanctions", limit=99),
        search(corpus, "sanctions topic:kurils", limit=99),
    )
    on_topic = {hit.passage for hit in search(corpus, "topic:kurils", limit=99).hits}
    assert {hit.passage for hit in narrowed.hits} == {hit.passage for hit in asked.hits} & on_topic
    assert dict(asked.facets)["topic"] == tuple(
        (name, search(corpus, f"sanctions topic:{name}").total) for name, _ in dict(asked.facets)["topic"]
    )


def test_an_author_s_words_on_something(corpus: Corpus) -> None:
    result = search(corpus, "author:streltsov gas")
    assert set(result.counts) == {"003"}
    assert "gas" in result.hits[0].matched


def test_what_was_written_until_a_year(corpus: Corpus) -> None:
    result = search(corpus, "date:..2014 islands")
    assert set(result.counts) == {"002"}
    assert "Islands" in result.hits[0].matched


def test_an_article_a_kind_and_a_span_of_time(corpus: Corpus) -> None:
    assert set(search(corpus, "article:001 islands").counts) == {"001"}
    notes = search(corpus, "kind:note sanctions")
    assert {hit.passage.kind for hit in notes.hits} == {"note"}
    assert notes.notes == 0
    assert set(search(corpus, "date:>2016-01 russia").counts) <= {"000", "003"}


def test_either_of_two_values_that_no_passage_can_have_both(corpus: Corpus) -> None:
    assert set(search(corpus, "article:001 islands article:003").counts) == {"001", "003"}
    assert search(corpus, "kind:note kind:body islands").counts["001"] > 0
    both = search(corpus, "date:2014 date:2016 islands").counts
    assert both == search(corpus, "date:2014 islands").counts | search(corpus, "date:2016 islands").counts
    between = search(corpus, "date:>2014 date:<2016 islands").counts
    assert between == search(corpus, "date:2015 islands").counts


@pytest.mark.parametrize(
    ("words", "facet", "filters"),
    [
        ("sanctions ", "article", ("article:001",)),
        ("sanctions ", "article", ("article:001", "article:003")),
        ("islands -topic:senkakus ", "year", ("date:2015",)),
        ('"peace treaty" ', "source", ("source:PacNet",)),
        ("article:001 islands ", "section", ("section:Conclusion",)),
        ("", "article", ("article:001",)),
        ("", "year", ("date:2015..2016",)),
        ("japan ", "kind", ("kind:quote",)),
    ],
)
@pytest.mark.parametrize("typing", [True, False])
def test_a_facet_offers_the_values_that_its_own_filters_leave_out(
    corpus: Corpus, words: str, facet: str, filters: tuple[str, ...], typing: bool
) -> None:
    found = search(corpus, words + " ".join(filters), complete=typing)
    values = dict(found.facets).get(facet, ())
    if typing and facet in ("section", "kind"):
        assert not values
        return
    assert len(values) > 1 or facet == "source"
    field = "date" if facet == "year" else facet
    for value, count in values:
        assert search(corpus, f'{words}{field}:"{value}"').total == count


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('harbour section:"Fixes since v2.9"', {"a": 1, "b": 0}),
        ('harbour section:"Fixes since v2.9.2"', {"a": 0, "b": 1}),
        ("harbour section:(Fixes since v2.9)", {"a": 1, "b": 1}),
        ('harbour section:"fixes since v2.9"', {"a": 1, "b": 1}),
        ('harbour section:"AND"', {"a": 1, "b": 0}),
        ('harbour section:"The new wing"', {"a": 0, "b": 1}),
        ('harbour -section:"AND"', {"a": 1, "b": 2}),
        ('harbour source:"The Paper"', {"a": 2, "b": 0}),
        ('harbour source:"Paper"', {"a": 2, "b": 2}),
    ],
)
def test_a_whole_name_in_quotes_is_that_name_alone(tmp_path: Path, query: str, found: dict[str, int]) -> None:
    told = "The harbour was closed for a week, as the town had asked for it to be since the spring.\n"
    texts = {
        "a": ("The Paper", "Fixes since v2.9", "AND"),
        "b": ("The Paper Weekly", "Fixes since v2.9.2", "The “new” wing"),
    }
    for name, (source, *sections) in texts.items():
        text = "\n".join(f"## {section}\n\n{told}" for section in sections)
        (tmp_path / f"{name}.md").write_text(f"---\nsource: {source}\n---\n\n# A report\n\n{text}")
    result = search(Corpus.open(tmp_path, cache=tmp_path / "cache"), query)
    assert {name: result.counts.get(name, 0) for name in texts} == found
    assert not result.problems


def test_languages_and_kinds_are_offered_where_there_are_several(tmp_path: Path, corpus: Corpus) -> None:
    (tmp_path / "a.md").write_text(
        "---\nlang: en\n---\n\nThe islands lie north of the strait, as all maps say.\n"
    )
    (tmp_path / "b.md").write_text(
        "---\nlang: fr\n---\n\nLes islands sont au nord, dit la carte des marins.\n"
    )
    both = Corpus.open(tmp_path, cache=tmp_path / "cache")
    for query in ("islands", "islands lang:fr"):
        facets = dict(search(both, query).facets)
        assert (set(facets["lang"]), "kind" in facets) == ({("en", 1), ("fr", 1)}, False)
    facets = dict(search(corpus, "islands").facets)
    assert ([kind for kind, _ in facets["kind"]], "lang" in facets) == (["body", "quote"], False)


def test_other_facets_stay_as_narrow_as_the_result(corpus: Corpus) -> None:
    found = search(corpus, "sanctions article:003")
    assert dict(found.facets)["year"] == (("2016", found.total),)
    assert sum(count for _, count in dict(found.facets)["section"]) <= found.total


def test_what_is_left_out_or_joined_by_an_operator_is_no_choice_of_several(corpus: Corpus) -> None:
    for query in ("sanctions -article:001", "sanctions AND article:003"):
        found = search(corpus, query)
        assert dict(dict(found.facets)["article"]) == found.counts

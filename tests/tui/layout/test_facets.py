import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import search
from tests.tui.making import result
from tests.tui.opened import five_articles
from tui.layout.facets import filter_word, filters_in, filters_of, with_filter, without_filter
from tui.layout.filters import filter_choices


def test_filter_words_are_read_out_of_a_query() -> None:
    assert filters_of('gas article:001 -kind:note source:"The Paper"') == (
        "article:001", "-kind:note", 'source:"The Paper"',
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("date:20155 islands", ()),
        ("date:20155 islands date:2015", ("date:2015",)),
        ("islands -date:20155 -article:003", ("-article:003",)),
        ("islands topic:none year:2015 kind:poem", ()),
        ("islands topic:kur kind:notes", ("topic:kur", "kind:notes")),
        ('islands article:nobody source:"The Paper"', ("article:nobody", 'source:"The Paper"')),
        ('islands author:"--"', ()),
    ],
)
@pytest.mark.parametrize("typing", [True, False])
def test_what_could_not_be_searched_is_no_filter(query: str, filters: tuple[str, ...], typing: bool) -> None:
    assert filters_in(search(five_articles(), query, complete=typing)) == filters


def test_what_stands_in_a_phrase_is_no_filter() -> None:
    assert filters_of('"gas article:001" oil') == ()
    assert filters_of('"gas article:001') == ()


@pytest.mark.parametrize(
    "query",
    [
        "putin NOT article:001",
        "title:(skeptical OR future) islands",
        "putin (article:001 OR article:003)",
        "author:streltsov OR putin",
        "putin AND author:streltsov",
    ],
)
def test_what_an_operator_or_bracket_takes_is_no_filter_that_could_be_taken_out(query: str) -> None:
    assert filters_of(query) == ()


@pytest.mark.parametrize(
    ("query", "narrowed"),
    [
        ('"peace trea', '"peace trea" article:003'),
        ("putin NOT", "putin article:003"),
        ("putin OR ", "putin article:003"),
        ("putin -", "putin article:003"),
        ("ANDOR", "ANDOR article:003"),
    ],
)
def test_a_query_that_is_not_finished_is_ended_before_a_filter(query: str, narrowed: str) -> None:
    assert with_filter(query, "article:003") == narrowed


def test_a_filter_is_put_in_once_and_taken_out_whole() -> None:
    query = with_filter("gas", "article:001")
    assert query == "gas article:001"
    assert with_filter(query, "article:001") == query
    assert without_filter(query, "article:001") == "gas"


def test_a_filter_replaces_its_opposite() -> None:
    assert with_filter("gas article:001", "-article:001") == "gas -article:001"


def test_values_are_quoted_where_they_must_be_and_a_year_is_a_date() -> None:
    assert filter_word("source", "The Paper") == 'source:"The Paper"'
    assert filter_word("article", "001") == "article:001"
    assert filter_word("year", "2015") == "date:2015"
    assert filter_word("section", "AND") == 'section:"AND"'
    assert filter_word("section", "Notes") == 'section:"Notes"'
    assert filter_word("section", "The “new” wing (a*)") == 'section:"The new wing (a*)"'
    assert [filter_word("article", value) for value in ("OR", "a*", "-b", "/c", "v2.9-e")] == [
        'article:"OR"', 'article:"a*"', 'article:"-b"', 'article:"/c"', "article:v2.9-e",
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["russia", "islands", "the treaty"])
def test_each_filter_finds_what_is_counted_beside_it(query: str) -> None:
    corpus = five_articles()
    for choice in filter_choices(search(corpus, query), {}):
        if choice.mark is not None:
            found = search(corpus, with_filter(query, choice.value))
            assert (choice.value, str(found.total), found.problems) == (choice.value, choice.note, ())


def test_a_section_named_by_signs_alone_is_no_filter() -> None:
    found = result([], facets=(("section", (("*", 3), ("AND", 2))),))
    assert [choice.value for choice in filter_choices(found, {})] == ['section:"AND"']


@given(st.text(max_size=30), st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20))
def test_a_filter_that_was_added_can_be_removed(query: str, value: str) -> None:
    word = filter_word("source", value)
    added = with_filter(query, word)
    if word in filters_of(added) and word not in filters_of(query):
        assert word not in filters_of(without_filter(added, word))

"""Front matter is read with string values only, and a broken one costs a warning, not the article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.formats.frontmatter import read_front_matter


def fields(text: str) -> dict[str, object]:
    return {name: value for name, (value, _) in read_front_matter(text.split("\n")).fields.items()}


def test_yaml_values_stay_what_was_typed() -> None:
    text = (
        "---\nid: 003\nlang: no\ndate: 2016-09-19\nauthor: Ann Writer\n"
        "keywords: [gas, oil]\ncontainer-title: PacNet\n---\nText"
    )
    assert fields(text) == {
        "id": "003",
        "language": "no",
        "date": "2016-09-19",
        "authors": "Ann Writer",
        "tags": ["gas", "oil"],
        "source": "PacNet",
    }


def test_authors_may_be_maps() -> None:
    text = "---\nauthor:\n  - name: Ann Writer\n  - {given: Bob, family: Reader}\n---"
    assert fields(text)["authors"] == ["Ann Writer", "Bob Reader"]


def test_toml() -> None:
    assert fields('+++\ntitle = "A: B"\ndate = 2016-09-19\ntags = ["a"]\n+++\n') == {
        "title": "A: B",
        "date": "2016-09-19",
        "tags": ["a"],
    }


def test_each_field_knows_its_line() -> None:
    front = read_front_matter(["---", "title: A", "date: 2016", "---"])
    assert front.fields == {"title": ("A", 2), "date": ("2016", 3)}
    assert front.lines == 4


def test_a_title_with_a_colon_is_read_and_warned_of() -> None:
    front = read_front_matter(["---", "lang: en", "title: Relations: a view", "---", "Text"])
    assert front.fields["title"] == ("Relations: a view", 3)
    assert [line for line, _ in front.problems] == [3]


def test_broken_toml_names_its_line() -> None:
    front = read_front_matter(["+++", 'title = "A"', "date = ", "+++"])
    assert not front.fields
    assert [line for line, _ in front.problems] == [3]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    for lines in (["---", "A paragraph of text.", "---"], ["---", "no end: here"], ["Text"], []):
        assert read_front_matter(lines).lines == 0


def test_aliases_that_would_grow_without_end_cost_nothing() -> None:
    bomb = ["---", "a: &a [x,x,x,x,x,x,x,x,x]"]
    bomb += [
        f"{name}: &{name} [{','.join(['*' + before] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    front = read_front_matter([*bomb, "tags: *i", "---"])
    assert front.lines == len(bomb) + 2
    assert read_front_matter(["---", "tags: " + "[" * 5000, "---"]).fields == {}


@given(st.lists(st.text("abt:-[]{}&*!|>'\"#, \t", max_size=20), max_size=8), st.sampled_from(["---", "+++"]))
def test_any_front_matter_is_read_or_not(lines: list[str], fence: str) -> None:
    front = read_front_matter([fence, *lines, fence])
    assert 0 <= front.lines <= len(lines) + 2

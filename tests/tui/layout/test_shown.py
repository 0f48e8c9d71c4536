"""What is put into a text for the eye never moves a place in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index import Block, Span
from tui.layout.shown import shown


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text = draw(st.text(alphabet="ab cé漢字\u0301", max_size=40))
    places = st.integers(0, len(text))
    markers = sorted(draw(st.lists(places, max_size=5)))
    refs = [Span(at, at, "ref", str(n)) for n, at in enumerate(markers, 1)]
    begin, end = sorted((draw(places), draw(places)))
    link = Span(begin, end, "link", draw(st.sampled_from(["", "http://x.org/", text[begin:end]])))
    return Block(1, "body", 1, 1, text, spans=(*refs, link))


@given(blocks(), st.booleans())
def test_every_character_of_the_text_is_shown_at_its_place(block: Block, raised: bool) -> None:
    what = shown(block, raised=raised)
    assert all(what.text[what.from_text(at)] == char for at, char in enumerate(block.text))


@given(blocks())
def test_every_place_that_is_shown_leads_back_into_the_text(block: Block) -> None:
    what = shown(block)
    offsets = [what.to_text(at) for at in range(len(what.text) + 1)]
    assert offsets == sorted(offsets)
    assert all(what.to_text(what.from_text(at)) == at for at in range(len(block.text)))


def test_a_note_marker_is_raised_or_in_brackets() -> None:
    block = Block(1, "body", 1, 1, "Islands?", spans=(Span(8, 8, "ref", "12"),))
    assert shown(block).text == "Islands?¹²"
    assert shown(block, raised=False).text == "Islands?[12]"


def test_a_link_shows_where_it_leads_unless_its_text_says_so_or_it_leads_nowhere() -> None:
    def told(value: str) -> str:
        return shown(Block(1, "body", 1, 1, "x.org", spans=(Span(0, 5, "link", value),))).text

    assert told("http://y.org") == "x.org <http://y.org>"
    assert told("x.org") == "x.org"
    assert told("") == "x.org"


def test_a_span_ends_before_what_was_put_in_behind_it() -> None:
    block = Block(1, "body", 1, 1, "bases (PLAN)", spans=(Span(5, 5, "ref", "3"), Span(12, 12, "ref", "4")))
    what = shown(block)
    assert [what.text[slice(*what.span(0, 5))], what.text[slice(*what.span(6, 12))]] == ["bases", "(PLAN)"]

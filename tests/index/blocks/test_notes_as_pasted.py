"""Notes as they come from a printer are tied to the markers that the text has."""

from __future__ import annotations

from tests.index.blocks.pieces import LONG, blocks_of, kinds, texts


def test_two_notes_at_the_end_are_tied_where_both_have_markers() -> None:
    blocks = blocks_of(
        f"A title\n\n{LONG}\n\nHe had “never seen a line; only ink.”12 The minutes record laughter, and "
        "they sat down again.\n\nEach side published its own account of that afternoon.13 They agree.\n\n"
        "12 Minutes of the Fourth Session, 1920, p. 9.\n13 Compare Curzon to Norman, 3 March 1920."
    )
    assert [block.note_refs for block in blocks if block.note_refs] == [(12,), (13,)]
    assert [block.note for block in blocks if block.kind == "note"] == [12, 13]


def test_the_heading_of_notes_is_a_heading() -> None:
    notes = "Notes\n\n¹ Annual Traffic, 2014.\n² Ibid., 5."
    text = f"A title of it\n\n{LONG} One more.¹\n\n{LONG} And two.²\n\n{notes}"
    assert texts(blocks_of(text), "heading") == ["Notes"]


def test_a_numbered_text_is_not_its_own_notes() -> None:
    said = "He said in 2012 that they had “waited longer than the fish,” and that it had not been asked."
    blocks = blocks_of(f"Talks resume\n\n1. (U) {said}\n\n2. (U) {said}\n\n3. (SBU) {said}")
    assert kinds(blocks) == ["title", "body", "body", "body"]


def test_round_brackets_after_a_full_stop_mark_notes_that_are_there() -> None:
    blocks = blocks_of(
        f"The Question\n\n{LONG} It can be left alone.(1)\n\n{LONG} They do not freeze.(2)\n\nNOTES\n\n"
        "(1) The term is Stephan's; see The Islands (1974).\n\n(2) On the straits see the review of 1989."
    )
    assert [block.note_refs for block in blocks if block.note_refs] == [(1,), (2,)]
    assert not any(block.note_refs for block in blocks_of(f"The Question\n\n{LONG} It is so.(1)\n\n{LONG}"))


def test_a_roman_number_in_brackets_marks_a_note_that_is_there() -> None:
    text = (
        f"The Question\n\n{LONG}[i] One more.\n\n{LONG} It is blunt.[ii]\n\n"
        "[i] V. Larin, “Window,” Politika, 2013.\n\n[ii] G. Rozman, “Thinking,” Problems, 2008."
    )
    blocks = blocks_of(text)
    assert [block.note_refs for block in blocks if block.note_refs] == [(1,), (2,)]
    assert [block.note for block in blocks if block.kind == "note"] == [1, 2]
    assert not any(block.note_refs for block in blocks_of(f"The Question\n\n{LONG}[i] One more.\n\n{LONG}"))


def test_the_words_of_a_letter_with_a_marker_at_their_end_are_a_quotation() -> None:
    said = "The islands will be handed over only if all foreign troops are withdrawn from its territory.1"
    note = "In the famous note of January 1960:"
    blocks = blocks_of(
        f"The Question\n\n{LONG}\n\n{note}\n\n{said}\n\n{LONG} It was so.2\n\n{LONG}\n\n"
        "1 Izvestiia, 29 January 1960.\n2 Yomiuri shimbun, 17 April 1991."
    )
    assert texts(blocks, "quote") == [said.removesuffix("1")]

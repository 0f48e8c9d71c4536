"""Notes and their markers find each other; what only looks like a marker is left alone."""

from __future__ import annotations

import pytest

from index.blocks import candidates
from index.model import Block
from tests.index.blocks.pieces import LONG, blocks_of, texts


def with_notes(sentence: str, notes: int = 3) -> list[Block]:
    listed = "\n\n".join(
        f"{n}. Ann Writer, “A Title,” The Paper, March {n}, 2015." for n in range(1, notes + 1)
    )
    return blocks_of(f"A title\n\n{sentence} {LONG}\n\n{LONG}\n\n{listed}")


@pytest.mark.parametrize(
    ("sentence", "text", "refs"),
    [
        ("The Islands?1 Its bases3 are many.", "The Islands? Its bases are many.", (1, 3)),
        (
            "So he said.”1 In 2017),2 it was (PLAN).3 Then",
            "So he said.” In 2017), it was (PLAN). Then",
            (1, 2, 3),
        ),
        (
            "It rose.1 It is so since 2005.2 Now it falls.3 Then",
            "It rose. It is so since 2005. Now it falls. Then",
            (1, 2, 3),
        ),
        ("It rose.1\u00a0 Then it fell,2 and ended.3", "It rose. Then it fell, and ended.", (1, 2, 3)),
        ("It rose¹ and fell² to the end.³", "It rose and fell to the end.", (1, 2, 3)),
        ("It rose[1] and fell.[2][3] And again.[1]", "It rose and fell. And again.", (1, 2, 3, 1)),
        ("It rose.1,2 Then it fell.3", "It rose. Then it fell.", (1, 2, 3)),
    ],
)
def test_markers_become_references(sentence: str, text: str, refs: tuple[int, ...]) -> None:
    body = with_notes(sentence)[1]
    assert body.text == f"{text} {LONG}"
    assert body.note_refs == refs


@pytest.mark.parametrize(
    "sentence",
    [
        "The S-400, the 40N6, the YJ-12 and the Su-35 are no markers, nor is the G7 of 2015.",
        "H2O, CO2 and m2 are none, nor are m², km² and 10².",
        "Nor are 2.2 and 1,000 and 10:30 and v1.2 and no.5 and p.12 and fig.3 and the 12th.",
        "In 2014 it was 3.9% and in 2015-16 it was 1.5%.",
        "The F16 and the MiG29 flew with Apollo11 and python3.",
    ],
)
def test_what_looks_like_a_marker_is_left_alone(sentence: str) -> None:
    for blocks in (with_notes(sentence, 60), blocks_of(f"A title\n\n{sentence} {LONG}")):
        assert blocks[1].text == f"{sentence} {LONG}"
        assert blocks[1].note_refs == ()


def test_notes_lose_their_number_and_keep_their_text() -> None:
    notes = [block for block in with_notes("It rose.1 It fell.2 It ended.3") if block.kind == "note"]
    assert [note.note for note in notes] == [1, 2, 3]
    assert notes[0].text == "Ann Writer, “A Title,” The Paper, March 1, 2015."
    assert notes[0].repairs[0].kind == "note number"


def test_a_numbered_list_is_no_list_of_notes() -> None:
    blocks = blocks_of(
        f"A title\n\n{LONG}\n\n1. Take the first.\n2. Take the second.\n3. Take the third.\n\n{LONG}"
    )
    assert not texts(blocks, "note")


def test_notes_under_a_heading_need_no_markers() -> None:
    blocks = blocks_of(f"A title\n\n{LONG}\n\nNotes\n\n1. The first.\n\n2. The second.")
    assert texts(blocks, "note") == ["The first.", "The second."]


def test_references_without_numbers_are_notes_when_they_cite() -> None:
    blocks = blocks_of(
        f"A title\n\n{LONG}\n\nReferences\n\nWriter, A. (2014). A title. The Paper.\n\nReader, B. "
        f"(2015). Another. The Paper."
    )
    assert len(texts(blocks, "note")) == 2


def test_notes_at_the_foot_of_pages_are_found_among_the_text() -> None:
    blocks = blocks_of(
        f"A title\n\nIt rose in spring.1 {LONG}\n\n1 Ann Writer, “A Title,” The Paper, 2015.\n\n"
        f"It fell in autumn.2 {LONG}\n\n2 See the same, p. 12.\n\n{LONG}"
    )
    assert [(block.note, block.text) for block in blocks if block.kind == "note"] == [
        (1, "Ann Writer, “A Title,” The Paper, 2015."),
        (2, "See the same, p. 12."),
    ]
    assert [block.note_refs for block in blocks if block.note_refs] == [(1,), (2,)]


def test_a_marker_without_notes_is_believed_where_it_can_be_nothing_else() -> None:
    blocks = blocks_of(
        f"A title\n\n{LONG} It was a result.\n\nThe talks brought no result2. The minister said so."
    )
    assert blocks[2].text == "The talks brought no result. The minister said so."
    assert blocks[2].note_refs == (2,)


def test_markers_that_count_up_need_no_notes() -> None:
    blocks = blocks_of(
        f"A title\n\nIt rose in the South China Sea.1 It fell there in 2005.2 It rose again.3 {LONG}"
    )
    assert blocks[1].note_refs == (1, 2, 3)


def test_markdown_notes_with_names() -> None:
    blocks = blocks_of(f"# A title\n\nIt rose.[^why] {LONG}\n\n[^why]: Because.", form="markdown")
    note = next(block for block in blocks if block.kind == "note")
    assert blocks[1].note_refs == (note.note,)
    assert note.text == "Because."


def test_more_markers_than_any_text_has_are_left_as_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "_MOST", 2)
    blocks = blocks_of(
        f"A title of it\n\n{LONG}1 One.2 Two.3 Three.\n\n{LONG}\n\n1. See there.\n\n2. Ibid.\n\n3. See here."
    )
    assert blocks[1].note_refs == (1, 2)
    assert "Two.3" in blocks[1].text

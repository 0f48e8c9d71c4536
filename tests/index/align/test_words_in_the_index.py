from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from index import Corpus, Topic, compare, matrix
from index.align.finding import find
from index.align.reading import Reading, beginnings, sentences
from index.align.terms import count, settle, term
from index.model import Passage
from index.store.schema import mask_of, places
from tests.index.align.corpora import corpus_of

WORDS = st.sampled_from(
    [
        "arms",
        "race",
        "control",
        "sale",
        "of",
        "the",
        "Sino-Russian",
        "build-up",
        "buildup",
        "S-400",
        "sold",
        "sale. Arms",
    ]
)
TEXT = st.lists(WORDS, min_size=12, max_size=30).map(lambda words: " ".join(words).capitalize() + ".")
PHRASE = st.lists(WORDS.filter(lambda word: "." not in word), min_size=1, max_size=3).map(" ".join)
PHRASES = st.lists(PHRASE, min_size=1, max_size=4)


@settings(max_examples=25)
@given(
    st.lists(TEXT, min_size=1, max_size=5),
    st.lists(PHRASE, min_size=1, max_size=4),
    st.lists(PHRASE, max_size=2),
)
def test_the_index_counts_what_a_passage_shows(texts: list[str], asked: list[str], barred: list[str]) -> None:
    topic = Topic("t", asked[0], alt=tuple(asked[1:]), exclude=tuple(barred))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_text("\n\n".join(["A title", *texts]) + "\n")
        corpus = Corpus.open(Path(folder), cache=Path(folder) / "cache")
        index = corpus.index()
        found = find(corpus, index, topic)
        for document in index.documents(index.articles[0].id):
            places = found.places(Reading(index.passage(document)))
            assert len(places) == found.counts.get(document, 0)


def test_a_barred_word_keeps_out_each_way_of_writing_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A title\n\nThe arms came in the long buildup of that very slow year.\n")
    corpus = Corpus.open(tmp_path, cache=tmp_path / "cache")
    topic = Topic("t", "arms", exclude=("build-up",))
    assert find(corpus, corpus.index(), topic).counts == {}


RUNS = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 255)), max_size=5)


@given(RUNS, RUNS)
def test_settled_runs_never_overlap_and_were_asked_for(
    asked: list[tuple[int, int]], barred: list[tuple[int, int]]
) -> None:
    settled = settle(asked, barred)
    covered = [at + step for length, starts in settled for at in places(starts) for step in range(length)]
    assert len(covered) == len(set(covered))
    assert count(settled) == sum(1 for _, starts in settled for _ in places(starts))
    for length, starts in settled:
        assert starts & ~sum_of(asked, length) == 0


def sum_of(runs: list[tuple[int, int]], length: int) -> int:
    mask = 0
    for each, starts in runs:
        if each == length:
            mask |= starts
    return mask


@given(st.text(max_size=300))
def test_sentences_leave_nothing_out(text: str) -> None:
    assert "".join(text[start:end] for start, end in sentences(text)) == text


def test_sentences_do_not_end_at_abbreviations() -> None:
    text = "The U.S. view, as Mr. Abe put it, held. It did not last. Dr. S. Blank agreed."
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        "The U.S. view, as Mr. Abe put it, held.",
        "It did not last.",
        "Dr. S. Blank agreed.",
    ]


def test_a_word_without_letters_is_nothing_to_look_for() -> None:
    assert term("…") is None
    near = term("military technology ~3")
    assert near is not None
    assert near.slop == 3


def test_words_near_one_another_are_found_in_one_pass_over_a_text_of_megabytes() -> None:
    # Comparing each window with each other would take hours.
    near = term("arms race ~3")
    assert near is not None
    starts = range(0, 1_000_000, 10)
    masks = [mask_of(starts), mask_of([start + 2 for start in starts])]
    assert near.find(dict(zip(near.stems, masks, strict=True)).__getitem__) == [(3, masks[0])]


def test_a_phrase_does_not_go_on_over_the_end_of_a_sentence(tmp_path: Path) -> None:
    over = "They hoped for peace. Treaty law was no help, and the U.S. Navy sailed."
    within = "They hoped for a peace treaty with the U.S. Navy. It is told."
    corpus = corpus_of(tmp_path, {"a": [over, within]})
    for phrase, found in (("peace treaty", 1), ("treaty peace ~4", 1), ("U.S. Navy", 2), ("S-400 is", 0)):
        topic = Topic("t", phrase)
        assert matrix(corpus, [topic]).cells[0].passages == found, phrase
        told = compare(corpus, topic)
        assert sum(len(cells) for row in told.rows for cells in row.cells.values()) == found, phrase


def test_a_phrase_over_the_end_of_a_sentence_keeps_nothing_out(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, {"a": ["We saw the islands. Chain stores were open on the islands."]})
    assert matrix(corpus, [Topic("t", "islands", exclude=("islands chain",))]).cells[0].words == 2


@given(
    st.lists(
        st.sampled_from(["one", "two-three", "U.S.", "4.5", "“six", "Seven.”", "(eight)", "nine!", "Ten?"])
    )
)
def test_beginnings_of_sentences_are_those_of_the_words(parts: list[str]) -> None:
    text = " ".join(parts)
    reading = Reading(Passage("a", 1, "body", None, 1, 1, text))
    numbers = [reading.sentence_of(at) for at in range(len(reading.words))]
    begun = [at for at in range(1, len(numbers)) if numbers[at] != numbers[at - 1]]
    assert list(places(beginnings(text))) == begun

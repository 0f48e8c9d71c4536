from __future__ import annotations

from index.store.vocabulary import Vocabulary, merge_vocabularies, read_vocabulary, write_vocabulary


def vocabulary(**counts: int) -> Vocabulary:
    return read_vocabulary(write_vocabulary(sorted(counts.items())))


def test_a_vocabulary_comes_back_as_it_was_written() -> None:
    found = vocabulary(kurile=5, kuril=14)
    assert (found.words, found.counts, found.stems) == (("kuril", "kurile"), (14, 5), ("kuril", "kuril"))


def test_an_empty_vocabulary_comes_back_empty() -> None:
    assert vocabulary().words == ()


def test_words_are_found_by_their_beginning_and_stem() -> None:
    found = vocabulary(kuril=1, kurile=2, kyoto=3, kurds=4)
    assert [found.words[place] for place in found.starting("kur")] == ["kurds", "kuril", "kurile"]
    assert found.forms["kuril"] == ["kuril", "kurile"]
    assert found.count("kyoto") == 3
    assert found.count("ky") == 0


def test_merging_adds_counts() -> None:
    found = merge_vocabularies([vocabulary(abe=1, putin=2), vocabulary(abe=3)])
    assert dict(zip(found.words, found.counts, strict=True)) == {"abe": 4, "putin": 2}

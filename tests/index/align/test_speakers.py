from __future__ import annotations

import pytest

from index import Corpus
from index.align.cited import author_cited
from index.align.speaker import speaker_of
from index.model import Article, ArticleText, Block, Passage


def passage(text: str, kind: str = "body", n: int = 2) -> Passage:
    return Passage("a", n, "quote" if kind == "quote" else "body", None, n, n, text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Foreign Minister Sergey Lavrov noted that: “We view this as unfriendly.”", "Sergey Lavrov"),
        ("According to Hiroshi Kimura, “nothing will come of it.”", "Hiroshi Kimura"),
        ("“Nothing will come of it,” said analyst Hiroshi Kimura.", "Hiroshi Kimura"),
        ("‘Nothing at all will come of it,’ said analyst Hiroshi Kimura.", "Hiroshi Kimura"),
        ("Anna Berg of the Baltic Institute (Lund) has also warned: “It will not last.”", "Anna Berg"),
        ("Anna Berg, long a critic, has once said “it will not last”.", "Anna Berg"),
        ("In the words of Anna Berg, “it will not last”.", "Anna Berg"),
        ("Anna Berg came. Later Berg said that “it will not last”.", "Anna Berg"),
        ("Moscow said that “nothing at all” would come of it.", ""),
        ("Anna Berg said “yes, by all means”. Carl Dahl said “no, not ever”.", ""),
        ("Anna Berg said that nothing would come of it.", ""),
        ("Anna Berg called it a “draw”.", ""),
        ("It was a “draw for both sides”. Anna Berg said that it would not last.", ""),
        ("The Liberal Democratic Party announced that “all is well”.", ""),
    ],
)
def test_a_speaker_is_named_where_one_person_is_quoted(text: str, speaker: str) -> None:
    assert speaker_of(passage(text), ()) == speaker


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        (
            "Much was said. In a recent article, Valery Kistanov showed how far off that is.",
            "Valery Kistanov",
        ),
        ("Much was said. Lavrov stated:", "Lavrov"),
        ("Sergei Lavrov spoke too. Then Lavrov went on:", "Sergei Lavrov"),
        ("Sergei Lavrov and Boris Lavrov spoke too. Then Lavrov went on:", "Lavrov"),
        ("As Anna Berg puts it:", "Anna Berg"),
        ("Anna Berg told reporters much. She added:", "Anna Berg"),
        ("Here is Anna Berg on the matter:", "Anna Berg"),
        ("Anna Berg met Carl Dahl that day:", ""),
        ("Anna Berg stayed at home. One analyst observes:", ""),
    ],
)
def test_a_quote_is_spoken_by_whoever_leads_it_in(lead: str, speaker: str) -> None:
    assert speaker_of(passage("The analysts believe it.", "quote"), [passage(lead, n=1)]) == speaker


def test_a_quote_that_follows_a_quote_has_the_same_lead() -> None:
    before = [passage("Carl Dahl writes:", n=1), passage("It began well.", "quote", n=2)]
    assert speaker_of(passage("It ended badly.", "quote", n=3), before) == "Carl Dahl"


def test_whom_a_quote_quotes_is_told_in_brackets() -> None:
    text = "It began well. Anna Berg points out that “it ended badly for all”."
    assert speaker_of(passage(text, "quote"), [passage("Carl Dahl writes:", n=1)]) == (
        "Carl Dahl (quoting Anna Berg)"
    )
    assert speaker_of(passage(text, "quote"), [passage("One reads:", n=1)]) == "Anna Berg"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.open()


def test_the_quotes_of_the_built_in_articles_have_their_speakers(corpus: Corpus) -> None:
    found = {}
    for article in corpus.articles():
        passages = list(corpus.index().passages(article.id))
        for number, each in enumerate(passages):
            if each.kind == "quote":
                told = speaker_of(each, passages[:number], corpus.text(article.id))
                found[article.id, each.first] = told
    assert found == {
        ("001", 29): "Valery Kistanov",
        ("001", 91): "Paul Schwartz",
        ("001", 101): "Franz-Stefan Gady (quoting J. Michael Cole)",
        ("001", 107): "Abhijit Singh",
        ("001", 119): "Sergei Lavrov",
    }


def test_a_note_names_its_author_through_short_forms() -> None:
    told = [
        "Anna Berg, “On Ferries,” The Harbour, May 3, 2011, 12-14.",
        "Ibid., 13.",
        "Ibid.; see also Carl Dahl, “On Ships,” The Harbour, May 4, 2011, 2.",
        "For more, see Carl Dahl, Ships and Harbours (Lund: Gleerup, 2011), 41.",
        "Berg, “On Ferries,” 14.",
        "“On Ferries,” The Harbour, May 3, 2011, 12-14.",
        "Ibid., 15.",
    ]
    notes = [Block(n, "note", n, n, text, note=n) for n, text in enumerate(told, 1)]
    text = ArticleText(Article("a", "a.txt", "On a"), (), tuple(notes))
    cited = [author_cited(text, number) for number in range(9)]
    assert cited == ["", "Anna Berg", "Anna Berg", "", "Carl Dahl", "Anna Berg", "", "", ""]


@pytest.mark.parametrize("part", ["A-", "Aa ", "“Aa said ", "‘a’", "Aa of Aa Aa ("])
def test_the_search_for_the_speaker_ends_whatever_the_text(part: str) -> None:
    text = part * 80_000
    speaker_of(passage("“" + text), ())
    speaker_of(passage(text, "quote"), [passage(text, n=1)])

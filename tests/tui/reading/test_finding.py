"""Finding in an article, and walking what is marked in it."""

from __future__ import annotations

from index import Corpus
from tests.tui.reading.session import Open, Session
from tui.find import Finder
from tui.hits import Words
from tui.messages import OpenArticle, Spans


async def test_finding_walking_and_leaving_what_was_found(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("slash")
        await session.type("hikiwake")
        assert "1/1 hikiwake" in session.bar("status")
        assert "hikiwake" in session.text
        await session.press("enter", "n")
        assert "again" in session.bar("status")
        await session.press("escape")
        assert "hikiwake" not in session.bar("status")
        assert session.screen == "reader"


async def test_esc_while_finding_goes_back_to_where_it_began(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("space")
        before = session.lines[1:-2]
        await session.press("slash")
        await session.type("xinjiang")
        await session.press("escape")
        assert session.lines[1:-2] == before


async def test_words_in_quotes_are_found_without_them(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("slash")
        await session.type('"peace treaty"')
        await session.press("enter")
        assert '1/5 "peace treaty"' in session.bar("status")
        await session.press("n")
        assert '2/5 "peace treaty"' in session.bar("status")


async def test_what_is_not_in_the_article_is_said(briefing: Open) -> None:
    async with briefing("000") as session:
        await session.press("slash")
        await session.type("zebra")
        await session.press("enter")
        assert "not in this article: zebra" in session.bar("status")
        await session.press("n")
        assert "nothing is marked" in session.bar("status")


async def test_marked_words_of_a_search_are_walked_through_articles(briefing: Open, corpus: Corpus) -> None:
    spans = {
        about.id: {
            block.n: ((block.text.index("Kuril"), block.text.index("Kuril") + 5),)
            for block in corpus.text(about.id).blocks
            if "Kuril" in block.text and block.kind == "body"
        }
        for about in corpus.articles()
    }
    marks = {article: found for article, found in spans.items() if found and article in ("000", "004")}
    line = corpus.text("000").blocks[next(iter(marks["000"])) - 1].first
    async with briefing() as session:
        session.app.screen.post_message(OpenArticle("000", line, marks, "Kuril"))
        await session.pilot.pause()
        await session.pilot.pause()
        assert f"1/{len(marks['000'])} Kuril" in session.bar("status")
        for _ in marks["000"]:
            await session.press("n")
        assert session.reader.article_id == "004"
        assert "1/" in session.bar("status")
        await session.press("N")
        assert session.reader.article_id == "000"
        await session.press("J")
        assert session.reader.article_id == "004"
        await session.press("J")
        assert "last article with hits" in session.bar("status")
        await session.press("escape")
        assert session.screen == "library"


def marked(corpus: Corpus, article: str, words: str) -> dict[str, dict[int, Spans]]:
    """The marks of a search for these words in one article."""
    return {article: Finder(corpus.text(article).blocks).find(words)}


def seen_hits(session: Session) -> list[Words]:
    """The marked words of which the beginning is on the screen."""
    rows = [(spot.block, row) for spot, row in session.reader.pane.seen() if row.of_text]
    return [
        (block, span)
        for block, span in session.reader.hits.all
        if any(at == block and row.start <= span[0] < row.end for at, row in rows)
    ]


async def test_esc_while_finding_goes_back_to_the_hit_of_the_search(briefing: Open, corpus: Corpus) -> None:
    async with briefing() as session:
        session.app.screen.post_message(
            OpenArticle("001", 113, marked(corpus, "001", "sanctions"), "sanctions")
        )
        await session.pilot.pause()
        await session.pilot.pause()
        await session.press("n", "n")
        before = session.text
        at = int(session.bar("status").split("/18 sanctions")[0].split()[-1])
        for typed in ("", "zebra", "Ukraine", "a"):
            await session.press("slash")
            await session.type(typed)
            if typed == "a":
                await session.press("backspace")
            await session.press("escape")
            assert session.text == before
        await session.press("n")
        assert f"{at + 1}/18 sanctions" in session.bar("status")
        await session.press("slash")
        await session.type("abe")
        await session.press("enter", "escape")
        assert f"{at + 1}/18 sanctions" in session.bar("status")


async def test_esc_while_finding_goes_back_to_what_was_found_before(briefing: Open) -> None:
    async with briefing("003") as session:
        await session.press("slash")
        await session.type("abe")
        await session.press("enter", "n")
        before = session.text
        assert "2/3 abe" in before
        await session.press("slash")
        await session.type("putin")
        await session.press("escape")
        assert session.text == before


async def test_without_a_hit_gone_to_we_are_at_the_first_from_the_screen_on(
    briefing: Open, corpus: Corpus
) -> None:
    async with briefing("001", 129) as session:
        await session.press("m", "a", "g", "escape")
        marks = marked(corpus, "001", "sanctions") | marked(corpus, "003", "sanctions")
        session.app.screen.post_message(OpenArticle("003", 5, marks, "sanctions"))
        await session.pilot.pause()
        await session.pilot.pause()
        await session.press("apostrophe", "a")
        assert session.reader.article_id == "001"
        here = session.reader.hits.here
        assert here is not None
        assert " 0/18" not in session.bar("status")
        assert here[0] >= session.reader.pane.place.block


async def test_what_is_said_of_the_words_is_true_of_what_is_typed_now(briefing: Open) -> None:
    async with briefing("003") as session:
        await session.press("slash")
        await session.type("regex:[0-9]{4")
        assert "not in this article" in session.bar("status")
        await session.type("}")
        assert "1/12 regex:[0-9]{4}" in session.bar("status")
        assert "not in this article" not in session.bar("status")
        await session.press(*["backspace"] * len("[0-9]{4}"))
        assert "not in this article" not in session.bar("status")
        await session.type("(")
        assert "not a pattern" in session.bar("status")
        await session.press("backspace", "a", "b", "e")
        assert "regex:abe" in session.bar("status")
        assert "not a" not in session.bar("status")
        await session.press("enter", "slash")
        await session.type("regex:")
        await session.press("enter")
        assert "1/3 regex:abe" in session.bar("status")


async def test_the_next_hit_is_looked_for_from_the_screen(briefing: Open) -> None:
    async with briefing("003") as session:
        await session.press("slash")
        await session.type("abe")
        await session.press("enter", "G", "n")
        assert "from the top again" in session.bar("status")
        assert "1/3 abe" in session.bar("status")
        await session.press("n", "G", "N")
        assert "3/3 abe" in session.bar("status")
        assert "again" not in session.bar("status")
        await session.press("g", "N")
        assert "from the end again" in session.bar("status")
        assert "3/3 abe" in session.bar("status")
        await session.press("g", "2", "n")
        assert "2/3 abe" in session.bar("status")
        assert "again" not in session.bar("status")


async def test_the_next_hit_is_counted_from_one_that_is_still_on_the_screen(briefing: Open) -> None:
    async with briefing("003") as session:
        await session.press("slash")
        await session.type("the")
        await session.press("enter", "n", "n", "n", "j")
        await session.press("n")
        assert "5/214 the" in session.bar("status")
        await session.press("k", "N")
        assert "4/214 the" in session.bar("status")


async def test_no_hit_on_the_screen_is_passed_over(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("slash")
        await session.type("the")
        await session.press("enter")
        for there, step in ("3 space", "n"), ("9 space", "N"), ("3 b", "N"), ("6 b", "n"):
            await session.press(*there.split())
            seen = seen_hits(session)
            assert len(seen) > 1
            assert session.reader.hits.here not in seen
            await session.press(step)
            assert session.reader.hits.here == (seen[0] if step == "n" else seen[-1])


async def test_the_next_hit_of_a_search_is_looked_for_from_the_screen(briefing: Open, corpus: Corpus) -> None:
    marks = marked(corpus, "001", "sanctions") | marked(corpus, "003", "sanctions")
    async with briefing() as session:
        session.app.screen.post_message(OpenArticle("001", 5, marks, "sanctions"))
        await session.pilot.pause()
        await session.pilot.pause()
        assert "1/18 sanctions" in session.bar("status")
        await session.press("G", "N")
        assert "18/18 sanctions" in session.bar("status")
        await session.press("g", "n")
        assert "1/18 sanctions" in session.bar("status")
        await session.press("G", "n")
        assert session.reader.article_id == "003"
        assert "next article with hits" in session.bar("status")
        assert "1/8 sanctions" in session.bar("status")
        await session.press("g", "N")
        assert session.reader.article_id == "001"
        assert "18/18 sanctions" in session.bar("status")

"""An article in rows: nothing is lost, nothing is too wide, and a place survives any width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from index import Article as About
from index import ArticleText, Block, Corpus
from tui.layout.article import Anchor, Article, Spot
from tui.layout.block_rows import Setting

KINDS = st.sampled_from(["title", "heading", "body", "quote", "note", "byline", "caption", "boilerplate"])


@st.composite
def texts(draw: st.DrawFn) -> ArticleText:
    blocks: list[Block] = []
    lines: list[str] = []
    for n in range(1, draw(st.integers(1, 8)) + 1):
        kind = draw(KINDS)
        text = draw(st.text(alphabet="ab. —漢e\u0301\t", min_size=0, max_size=120))
        lines.append(text)
        note = n if kind == "note" else None
        blocks.append(Block(n, kind, n, n, text, level=1 if kind == "heading" else 0, note=note))
    return ArticleText(About("x", "x.txt", "x"), tuple(lines), tuple(blocks))


def all_spots(article: Article) -> list[Spot]:
    blocks = range(len(article.blocks))
    return [Spot(block, row) for block in blocks for row in range(len(article.rows(block)))]


@given(texts(), st.integers(20, 60), st.booleans())
def test_every_word_is_shown_and_no_row_is_too_wide(text: ArticleText, width: int, raw: bool) -> None:
    article = Article(text, Setting(width=width, margins=True, raw=raw))
    for index, block in enumerate(text.blocks):
        rows = article.rows(index)
        own = "".join(row.text for row in rows if row.of_text)
        if block.text.strip():
            assert "".join(own.split()) == "".join(block.text.split())
        assert all(cell_len(row.prefix) + cell_len(row.text) <= width for row in rows)


@given(texts(), st.integers(-30, 30))
def test_a_step_goes_as_many_rows_as_it_says(text: ArticleText, by: int) -> None:
    article = Article(text, Setting(width=24))
    spots = all_spots(article)
    for at, spot in enumerate(spots):
        to = min(max(at + by, 0), len(spots) - 1)
        assert article.step(spot, by) == (spots[to], to - at)
        assert article.rows_between(min(spot, spots[to]), max(spot, spots[to])) == abs(to - at)


@given(texts(), st.integers(1, 12))
def test_the_window_shows_the_rows_from_the_top_on(text: ArticleText, height: int) -> None:
    article = Article(text, Setting(width=24))
    spots = all_spots(article)
    for at, spot in enumerate(spots):
        assert [seen for seen, _ in article.window(spot, height)] == spots[at : at + height]
    if spots:
        assert article.last_top(height) == spots[max(len(spots) - height, 0)]


@given(texts(), st.integers(20, 60))
def test_a_place_is_found_again_at_any_width(text: ArticleText, width: int) -> None:
    article = Article(text, Setting(width=30))
    for spot in all_spots(article):
        anchor = article.anchor(spot)
        other = Article(text, Setting(width=width))
        row = other.row(other.spot(anchor))
        assert other.spot(anchor).block == spot.block
        if anchor.offset > 0 and row.of_text:
            following = other.row(other.step(other.spot(anchor), 1)[0])
            assert row.start <= anchor.offset
            assert following.line != row.line or following.start >= anchor.offset or following == row
        assert article.row(article.spot(anchor)).start == article.row(spot).start


def test_an_article_without_text_has_no_rows() -> None:
    article = Article(ArticleText(About("x", "x.txt", "x"), (), ()))
    assert article.empty
    assert article.spot(Anchor(0, 0)) == Spot(0, 0)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.open()


def test_rows_of_the_five_articles_name_the_source_line_that_they_begin_on(corpus: Corpus) -> None:
    for about in corpus.articles():
        text = corpus.text(about.id)
        article = Article(text, Setting(raised=False))
        for index, block in enumerate(text.blocks):
            if block.kind == "boilerplate":
                continue
            for row in article.rows(index):
                if row.of_text and row.text.strip():
                    assert block.first <= row.line <= block.last
                    word = row.text.split("[")[0].split()[:1]
                    if word and word[0].isalpha():
                        assert word[0] in text.lines[row.line - 1]


@given(texts(), st.integers(20, 60), st.booleans())
def test_the_part_that_was_read_grows_from_row_to_row_and_ends_at_all(
    text: ArticleText, width: int, raw: bool
) -> None:
    article = Article(text, Setting(width=width, margins=True, raw=raw))
    parts = [article.passed(spot, end=True) for spot in all_spots(article)]
    assert parts == sorted(parts)
    assert parts[-1:] in ([], [1.0])

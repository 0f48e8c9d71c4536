"""No text, however odd, loses a line or a word by being cut into blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import read_article
from index.blocks import build_blocks
from index.formats.source import Source
from index.hygiene import clean, split_lines
from tests.index.blocks.holds import assert_nothing_lost

# Lines that set off rules, so that their meeting is tried: furniture in a broken sentence, notes in lists.
LINES = st.sampled_from(
    """
    Back|EMAIL|« Back|12|- 3 -|Page 4 of 9|Notes|References|Conclusion|A Skeptical View|***|----|====|```|~~~
    A Skeptical View: of the Matter|A Skeptical View: of the Matter by Ann Writer|By Ann Writer
    19.09.2016 10:56|1. Ann Writer, “A title,” The Paper, 2015.|2. Ibid.|3. See http://example.org/a_b_(c).
    [^1]: A note.|4 Bare
    The text goes on and on until it is broken in the|middle of a sentence, which is then joined again.
    It is a long sentence that ends as it should, with a marker.3 Another follows it,4 and “ends here.”12
    inter-|national relations are hyphen-|* an item|- another item|(a) lettered|1) numbered|10. Tenth|> quoted
    # Heading|## Deeper ##|Underlined|_emphasis_ and *more* of __it__
    [a link](#) and [half a|link](http://x.org)
    He said:|“A quotation that stands alone and is long enough to be one, in quotation marks.”
    (Source:|Figure 3. A
        indented = code();|\tcolumn\tcolumn\tcolumn|a   b   c|| a | b |||---|---|
    \u00a0|\u3000| |Russia’spartners
    Ja-A Skeptical View pan is a word|term12|H2O and CO2 and m²|word² and word³
    [12] and word.[13]|日本語の|文章です
    """.replace("\n", "|").split("|")
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.text("ab. \n\t-#*_[]()>|`~:1239,”“'\u00a0\u00ad\u200b\x1b", max_size=300),
    st.lists(LINES, max_size=40).map("\n".join),
    st.lists(LINES, max_size=20).map("\n\n".join),
)


@given(TEXTS, st.sampled_from(["text", "markdown"]), st.booleans())
def test_every_line_is_in_one_block_and_repairs_explain_the_text(text: str, form: str, paged: bool) -> None:
    lines = tuple(split_lines(clean(text)[0]))
    pages = tuple((line, f"p. {line}") for line in range(1, len(lines), 5)) if paged else ()
    built = build_blocks(Source(form, lines, pages=pages))
    assert_nothing_lost(lines, built.blocks)


@pytest.mark.parametrize("number", range(5))
def test_the_five_articles_lose_nothing(seeds: Path, number: int) -> None:
    path = sorted(seeds.glob("*.txt"))[number]
    article, _ = read_article(path, path.name, {})
    raw = path.read_text(encoding="utf-8").split("\n")
    assert list(article.lines) == raw[: len(article.lines)]
    assert_nothing_lost(article.lines, article.blocks)

"""How a text was typed: one line a paragraph, or wrapped at a width; how far in, how far apart.

The same short line is a heading in one file and the end of a paragraph in another; these few numbers tell
the files apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.blocks.words import FIRST_WORD, HYPHENS

# A line this long was not wrapped by a person or a mailer: it is a paragraph.
PARAGRAPH_LINE = 160
_SAMPLE = 20_000
# So much of a text that is not wrapped stands in such lines; the rest are headings, lists and notes.
_MOSTLY = 0.7
# Where the scripts begin that put no space between words and take two columns a letter.
_WIDE = "\u2e80"


@dataclass(frozen=True, slots=True)
class Layout:
    """The width at which lines were wrapped (0: they were not), and the usual indent of wrapped lines.

    `by_line` tells that a line is a paragraph even where no blank line follows; `by_sentence` that lines
    end where sentences do.
    """

    width: int = 0
    indent: int = 0
    by_line: bool = False
    by_sentence: bool = False


def measure(lines: Sequence[str]) -> Layout:
    """The layout of a text, judged by its first 20,000 lines that have another line of text after them."""
    sample = list(map(len, lines[:_SAMPLE]))
    if sum(size for size in sample if size > PARAGRAPH_LINE) > _MOSTLY * sum(sample):
        return Layout(by_line=True)
    lengths: list[int] = []
    indents: Counter[int] = Counter()
    ended = 0
    for line, after in pairwise(lines[: _SAMPLE + 1]):
        if not after.strip():
            continue
        shown = line.strip()
        if not shown:
            continue
        lengths.append(len(line.rstrip()))
        indents[len(line) - len(line.lstrip())] += len(shown)
        ended += shown[-1] in ".!?"
    if not lengths:
        return Layout()
    lengths.sort()
    median = lengths[len(lengths) // 2]
    if median > PARAGRAPH_LINE:
        return Layout(by_line=True)
    width = lengths[int(len(lengths) * 0.95)]
    return Layout(
        width=width if 30 <= width <= PARAGRAPH_LINE and len(lengths) >= 3 else 0,
        indent=indents.most_common(1)[0][0],
        by_sentence=len(lengths) >= 6 and ended > 0.6 * len(lengths),
    )


def is_full(line: str, after: str, width: int) -> bool:
    """Whether a line ends because the next line's first word did not fit into the width.

    A sixth of the width is left for ragged wrapping; a broken word needs no proof.
    """
    shown = line.rstrip()
    start = after.lstrip()[:1]
    if shown.endswith(HYPHENS) and shown[-2:-1].isalnum() and start.isalnum():
        return True
    if shown[-1:] >= _WIDE and start >= _WIDE:
        return True
    word = FIRST_WORD.search(after)
    return len(line.rstrip()) + 1 + (len(word[0]) if word else 0) > width * 5 / 6

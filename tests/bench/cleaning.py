"""How long cleaning takes against plain parsing of the same text by markdown-it-py: a table of ratios.

    python -m tests.bench.cleaning [FILE…]

Without files it takes the five articles and texts made of them. Times are processor times, taken in turn.
"""

from __future__ import annotations

import sys
import textwrap
from functools import partial
from pathlib import Path

from markdown_it import MarkdownIt

from index.blocks import build_blocks
from index.formats.text import read_text
from tests.bench.in_turn import seconds

SEEDS = Path(__file__).parents[2] / "seeds"
SIZE = 2_000_000


def texts() -> dict[str, str]:
    """The texts to measure on, by what they are like."""
    articles = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    whole = "\n\n".join(articles)
    wrapped = "\n\n".join(textwrap.fill(part, 72) for part in whole.split("\n\n"))
    return {
        "the five articles": whole,
        "long, one line a paragraph": whole * (SIZE // len(whole)),
        "long, wrapped at 72": wrapped * (SIZE // len(wrapped)),
        "lists and headings": "# Head\n\n- one\n- two\n\nText *here* and [there](http://x.org).\n\n" * 20_000,
        "one line": "word " * (SIZE // 5),
        "short lines": "A short line\n\n" * (SIZE // 14),
    }


def _parse(text: str) -> object:
    return MarkdownIt().parse(text)


def _clean(data: bytes) -> object:
    return build_blocks(read_text(data))


def main(files: list[str]) -> None:
    """Print the table."""
    measured = {name: Path(name).read_text(encoding="utf-8", errors="replace") for name in files} or texts()
    print(f"{'text':40} {'MB':>6} {'markdown-it':>12} {'cleaning':>10} {'MB/s':>6} {'ratio':>6}")
    for name, text in measured.items():
        data = text.encode()
        plain, ours = seconds(partial(_parse, text), partial(_clean, data))
        size = len(data) / 1e6
        print(
            f"{name[-40:]:40} {size:6.2f} {plain:11.3f}s {ours:9.3f}s {size / ours:6.1f} {ours / plain:6.2f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])

"""How long HTML and PDF take against the bare libraries on the same files: a table of ratios.

    python -m tests.bench.formats [FILE…]

Without files it takes those of tests/index/formats and a long page made of one. Each row compares with one
baseline; times are processor times, taken in turn. The baselines: for PDF the text of every page by
pypdfium2, and the same with the place of each character, which some files need to tell words apart; for
HTML the article by trafilatura, where it is installed (`pip install trafilatura`), and the mere parsing and
joining of all text by lxml.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2
from lxml import etree

from index.formats.html import read_html
from index.formats.pdf import read_pdf
from tests.bench.in_turn import seconds

FILES = Path(__file__).parents[1] / "index" / "formats" / "files"


def samples() -> list[tuple[str, bytes]]:
    """The kept documents, and a long page made of one."""
    kept = [path for path in sorted(FILES.iterdir()) if path.suffix in (".pdf", ".html")]
    found = [(path.name, path.read_bytes()) for path in kept if path.name != "encrypted.pdf"]
    head, _, rest = (FILES / "pandoc.html").read_bytes().partition(b"<body>")
    body, foot, _ = rest.partition(b"</body>")
    long = head + b"<body>" + b"".join(body.replace(b"fn", b"fn%d-" % n) for n in range(60)) + foot
    return [*found, ("long page.html", long)]


def pdf_text(data: bytes) -> int:
    """The text of all pages by pypdfium2 alone."""
    document = pypdfium2.PdfDocument(data)
    size = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        size += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return size


def pdf_places(data: bytes) -> int:
    """The text of all pages with the place of each character, by pypdfium2 alone."""
    document = pypdfium2.PdfDocument(data)
    size = 0
    for number in range(len(document)):
        text = document[number].get_textpage()
        size += len(text.get_text_range())
        size += len([text.get_charbox(at, loose=True) for at in range(text.count_chars())])
    document.close()
    return size


def html_text(data: bytes) -> int:
    """All text of a page by lxml alone."""
    root = etree.fromstring(data, etree.HTMLParser(remove_comments=True))
    return len("".join(root.itertext()))


def html_article(data: bytes) -> object:
    """The article of a page with its metadata, by trafilatura."""
    import trafilatura

    return trafilatura.bare_extraction(data, with_metadata=True, include_links=True, include_formatting=True)


def main(names: list[str]) -> None:
    """Print the table."""
    files = [(Path(name).name, Path(name).read_bytes()) for name in names] or samples()
    has_trafilatura = importlib.util.find_spec("trafilatura") is not None
    print(f"{'file':32} {'KB':>7}  {'baseline':12} {'its ms':>8} {'our ms':>8} {'ratio':>6}")
    for name, data in files:
        baselines: list[tuple[str, Callable[[bytes], object]]] = [
            ("text alone", pdf_text),
            ("and places", pdf_places),
        ]
        ours: Callable[[bytes], object] = read_pdf
        if not data.startswith(b"%PDF"):
            ours = read_html
            baselines = [("lxml, parsing", html_text)]
            if has_trafilatura:
                baselines.insert(0, ("trafilatura", html_article))
        for called, baseline in baselines:
            theirs, mine = seconds(partial(baseline, data), partial(ours, data))
            print(
                f"{name[:32]:32} {len(data) / 1000:7.0f}  {called:12} {theirs * 1000:8.2f} "
                f"{mine * 1000:8.2f} {mine / theirs:6.2f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])

"""The beginning of a long file, by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Article, ArticleText, Corpus
from index.article import read_article
from index.beginning import read_beginning

_WORDS = "The islands were never mentioned in the talks, the minister said, and would not be drawn on it. "


def long_text(paragraphs: int = 6000) -> str:
    """A text of over a megabyte."""
    return "A Long Report\n\n" + "\n\n".join(f"Paragraph {n}. {_WORDS * 2}" for n in range(1, paragraphs + 1))


def whole_of(path: Path) -> ArticleText:
    return read_article(path, path.name, {})[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_beginning_of_a_long_text_has_the_first_blocks_of_the_whole(
    tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "long.txt").write_bytes(long_text().encode(encoding))
    whole = whole_of(tmp_path / "long.txt")
    beginning = read_beginning(tmp_path / "long.txt", whole.article, {})
    assert beginning is not None
    assert 50 < len(beginning.blocks) < len(whole.blocks)
    assert beginning.blocks == whole.blocks[: len(beginning.blocks)]
    assert beginning.article == whole.article


def test_a_text_that_was_read_needs_no_beginning(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(long_text(), encoding="utf-8")
    corpus = Corpus.open(tmp_path)
    corpus.text("long")
    assert corpus.beginning("long") is None


def test_a_short_text_is_read_whole(seeds: Path) -> None:
    assert Corpus.open(seeds).beginning("001") is None


def test_one_line_without_end_has_a_beginning(tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text(_WORDS * 20_000, encoding="utf-8")
    beginning = read_beginning(tmp_path / "line.txt", Article("line", "line.txt", "Line"), {})
    assert beginning is not None
    assert beginning.blocks[0].text.startswith("The islands")


def test_a_long_page_has_no_part_before_the_whole(tmp_path: Path) -> None:
    rows = "".join(f"<p>Paragraph {n}. {_WORDS * 2}</p>" for n in range(6000))
    (tmp_path / "page.html").write_text(f"<html><body><article>{rows}</article></body></html>")
    beginning = read_beginning(tmp_path / "page.html", Article("page", "page.html", "Page"), {})
    assert beginning is not None
    assert beginning.blocks == ()


def long_pdf(pages: int = 80) -> bytes:
    """A PDF of over 200 kB, a page of 40 lines after another."""
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    ]
    for page in range(pages):
        lines = (f"(Line {line} of sheet {page + 1}: {_WORDS[:70]}) Tj T*" for line in range(40))
        drawn = f"BT /F1 10 Tf 14 TL 72 720 Td {' '.join(lines)} ET"
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * page} 0 R>>"
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    written = "%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return f"{written}{tail}startxref\n{len(written)}\n%%EOF".encode()


def test_the_beginning_of_a_long_pdf_has_its_first_pages(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    (tmp_path / "long.pdf").write_bytes(long_pdf())
    beginning = read_beginning(tmp_path / "long.pdf", Article("long", "long.pdf", "Long"), {})
    assert beginning is not None
    text = " ".join(block.text for block in beginning.blocks)
    assert "of sheet 1:" in text
    assert "of sheet 10:" in text
    assert "of sheet 80:" not in text


def test_articles_are_known_as_they_are_read_the_longest_last(tmp_path: Path) -> None:
    (tmp_path / "a-long.txt").write_text(long_text(), encoding="utf-8")
    (tmp_path / "b-short.txt").write_text(f"A Short Report\n\n{_WORDS}\n", encoding="utf-8")
    corpus = Corpus.open(tmp_path)
    known: dict[str, list[str]] = {}

    def progress(done: int, total: int, name: str) -> None:
        known.setdefault(name, [article.id for article in corpus.listed()])

    corpus.refresh(progress=progress)
    assert known["b-short.txt"] == []
    assert known["a-long.txt"] == ["b-short"]
    assert [article.id for article in corpus.listed()] == ["a-long", "b-short"]

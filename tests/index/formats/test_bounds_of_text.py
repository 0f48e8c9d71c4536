"""A text at its bounds is read in bounded time; over them it is refused in a line that says what to do."""

from __future__ import annotations

import pytest

from index.formats import limits
from index.formats.read import read_source
from index.model import BriefingError


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(BriefingError) as caught:
        read_source(data, name)
    return str(caught.value)


def test_empty_lines_do_not_count_as_lines_of_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINES", 3)
    assert len(read_source(b"a\n\n\n\n\nb\n\n\nc", "a.txt").lines) == 9
    assert "more than 3 lines of text" in refusal(b"a\nb\nc\nd", "a.txt")
    assert "more than 3 lines of text" in refusal(b"<p>a<p>b<p>c<p>d", "a.html")
    assert "more than 3 lines of text" in refusal(b"Subject: x\n\na\nb\nc\nd", "a.eml")


def test_text_of_every_format_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_BYTES", limits.MEGABYTE)
    words = b"Japan spoke. " * 90_000
    for data, name in (
        (words, "a.txt"),
        (words, "a.md"),
        (b"<p>" + words, "a.html"),
        (b"Subject: x\n\n" + words, "a.eml"),
    ):
        assert "is larger than 1 MB; split it into smaller files, or raise text_mb" in refusal(data, name)


def test_signs_of_markdown_are_bounded() -> None:
    many = b"*a* " * (limits.MARKDOWN_SIGNS // 2 + 1)
    assert "more than 1,000,000 signs of Markdown" in refusal(many, "a.md")
    assert read_source(many, "a.txt").lines


def test_a_plain_text_with_too_many_signs_keeps_them_as_they_stand() -> None:
    few, many = (read_source(b"*a* " * count, "a.txt") for count in (10, 500_001))
    assert few.markup
    assert not many.markup

"""Any file is an article or costs one clear line."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.article import read_article
from index.model import BriefingError
from tests.index.blocks.holds import assert_nothing_lost


def test_an_article_knows_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("A title\n\nOne\u200b body paragraph of caf\u00e9 words.\n".encode())
    read, _ = read_article(path, "sub/a.txt", {})
    article = read.article
    assert (article.file, article.id, article.removed, article.encoding) == ("sub/a.txt", "sub-a", 1, "utf-8")
    assert article.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (article.words, article.passages, article.notes) == (6, 1, 0)


def test_an_empty_file_is_an_article_without_blocks(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    for content in (b"", b"\n\n", "\u00a0\n".encode(), b"\xef\xbb\xbf"):
        path.write_bytes(content)
        read, _ = read_article(path, path.name, {})
        assert read.blocks == ()
        assert read.article.title == "empty"


def test_what_could_not_be_decoded_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Caf\xe9 and \x81 here.\n")
    _, problems = read_article(path, path.name, {})
    assert "1 character" in problems[0].message


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"):
        read_article(tmp_path / "none.txt", "none.txt", {})


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ".docx", ".epub", ".eml"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(
        st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
    )
)
def test_any_bytes_are_an_article_or_one_line(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    told = ""
    try:
        read, _ = read_article(path, path.name, {})
        assert_nothing_lost(read.lines, read.blocks)
    except BriefingError as error:
        told = str(error)
    assert "\n" not in told

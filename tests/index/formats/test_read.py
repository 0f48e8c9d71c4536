"""Files are what their bytes say, whatever their name; what cannot be read is refused in one line."""

from __future__ import annotations

import random
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from index.formats import limits
from index.formats.read import read_source
from index.model import BriefingError
from tests.index.formats.made import docx, epub, paragraph, zipped
from tests.index.formats.reading import FILES

DOCUMENTS = [
    "pandoc.docx", "libreoffice.docx", "pandoc.epub", "libreoffice.epub", "pandoc.html", "libreoffice.pdf",
    "groff.pdf", "chromium.pdf", "mutt.eml",
]  # fmt: skip


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(BriefingError) as caught:
        read_source(data, name)
    told = str(caught.value)
    assert "\n" not in told
    assert len(told) < 200
    return told


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if not name.endswith(".eml")])
def test_a_wrong_name_changes_nothing(name: str) -> None:
    data = (FILES / name).read_bytes()
    right = read_source(data, name)
    for wrong in ("a.txt", "a.md", "a.pdf", "a.docx"):
        assert read_source(data, wrong) == right


def test_what_is_named_a_document_and_is_none_is_refused() -> None:
    assert refusal(b"plain words", "a.pdf") == "is named .pdf but is text; rename it to .txt"
    assert refusal(b"", "a.docx") == "is named .docx but is empty"
    assert refusal(bytes(range(256)), "a.epub") == "is named .epub but is no EPUB file"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word"),
        (b"{\\rtf1 text}", "rich text"),
        (b"\x1f\x8b\x08" + bytes(30), "gzip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(30), "picture"),
        (zipped({"xl/workbook.xml": ""}), "spreadsheet"),
        (zipped({"content.xml": "", "mimetype": ""}), "OpenDocument"),
        (zipped({"a.txt": "x"}), "zip archive"),
    ],
)
def test_other_kinds_of_files_are_named(data: bytes, told: str) -> None:
    for name in ("a.txt", "a.docx", "a.pdf"):
        assert told in refusal(data, name)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_cut_off_or_with_flipped_bits_is_read_or_refused(name: str) -> None:
    data = (FILES / name).read_bytes()
    chance = random.Random(name)
    broken = [data[: len(data) * part // 10] for part in range(1, 10)]
    for _ in range(12):
        flipped = bytearray(data)
        for _ in range(chance.choice((1, 20, 200))):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        broken.append(bytes(flipped))
    for each in broken:
        with suppress(BriefingError):
            read_source(each, name)


def test_a_zip_bomb_is_stopped_at_the_bound() -> None:
    bomb = zipped({"word/document.xml": bytes(limits.MARKUP_BYTES + 1)})
    assert "is larger than 24 MB" in refusal(bomb, "a.docx")


def test_an_archive_that_lies_about_its_sizes_is_stopped_as_well() -> None:
    bomb = bytearray(zipped({"word/document.xml": bytes(limits.MARKUP_BYTES + 1)}))
    size = (limits.MARKUP_BYTES + 1).to_bytes(4, "little")
    assert bomb.count(size) == 2
    refusal(bytes(bomb.replace(size, (100).to_bytes(4, "little"))), "a.docx")


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ZIP_MEMBERS", 5)
    assert "more than 5 parts" in refusal(zipped({f"word/{n}.xml": "" for n in range(6)}), "a.docx")


def test_names_that_climb_out_of_the_archive_stay_within_it() -> None:
    data = zipped(
        {
            "META-INF/container.xml": "<c><rootfile full-path='../../../etc/passwd'/></c>",
            "../../../etc/passwd": "<x/>",
        }
    )
    assert refusal(data, "a.epub") == "has no text in its reading order; save it anew"


@pytest.mark.parametrize("kind", ["docx", "epub"])
def test_entities_are_never_expanded(kind: str) -> None:
    declared = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    )
    if kind == "docx":
        data = zipped({"word/document.xml": declared + "<x>&b;&f;</x>"})
        assert "declares entities" in refusal(data, "a.docx")
    else:
        source = read_source(
            epub({"a.xhtml": "<p>kept</p>", "b.xhtml": f"{declared}<p>&b;&f;</p>"}), "a.epub"
        )
        assert not any("aaaa" in line for line in source.lines if "ENTITY" not in line)


def test_a_document_nested_without_end_is_refused() -> None:
    nested = "<w:sdt><w:sdtContent>" * 5000 + paragraph("x") + "</w:sdtContent></w:sdt>" * 5000
    assert "nested too deep" in refusal(docx(nested), "a.docx")


def test_a_file_over_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 10)
    assert "is larger than" in refusal(b"x" * 11, "a.txt")


def test_pages_over_the_bound_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_PAGES", 1)
    source = read_source((FILES / "libreoffice.pdf").read_bytes(), "a.pdf")
    assert source.problems == ((0, "only the first 1 of 2 pages were read"),)
    assert "After the thaw" not in source.lines


def test_no_document_makes_a_parser_open_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a parser reached for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = (
        b'<!DOCTYPE html SYSTEM "http://x.example/x.dtd"><html><head><link rel="stylesheet" href="http://x.example/">'
        b'<base href="http://x.example/"></head><body><img src="http://x.example/i"><p>Words.</p></body></html>'
    )
    assert read_source(page, "a.html").lines == ("Words.",)
    for name in DOCUMENTS:
        read_source((FILES / name).read_bytes(), name)


_WITHOUT = """
import sys
for name in ("lxml", "pypdfium2"):
    sys.modules[name] = None
from index import Corpus
from pathlib import Path
corpus = Corpus.open(Path(sys.argv[1]), cache=Path(sys.argv[2]))
print(sorted(article.file for article in corpus.articles()))
for unread in corpus.unread():
    print(unread.file, "|", unread.reason)
"""


def test_without_the_libraries_the_rest_of_the_corpus_opens(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("pandoc.docx", "pandoc.epub", "pandoc.html", "groff.pdf", "mutt.eml", "report.md"):
        (folder / name).write_bytes((FILES / name).read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT, str(folder), str(tmp_path / "cache")],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    read, *unread = done.stdout.splitlines()
    assert read == "['mutt.eml', 'report.md']"
    assert unread[0] == "groff.pdf | needs briefing[formats] to read PDF: pip install '.[formats]'"
    assert len(unread) == 4


def test_reading_text_imports_no_library_for_other_formats() -> None:
    told = (
        "import sys; from index.formats.read import read_source; read_source(b'words', 'a.txt'); "
        "print({'lxml', 'pypdfium2', 'email', 'zipfile'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", told],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "set()"

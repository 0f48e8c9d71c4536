"""No byte of an article, a name or a declaration drives the terminal through a command or an export."""

from __future__ import annotations

import csv
import html.parser
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile import corpora
from tests.hostile.payloads import PAYLOADS
from tests.hostile.terminal import WITHIN, on_terminal, plain_leaks

FILLS = (corpora.fill_with_names, corpora.fill_with_things, corpora.fill_with_payloads)
QUERY = "sanctions " + PAYLOADS[0].text
COMMANDS = (
    ("index", "--rebuild"),
    ("list",),
    ("list", "--json"),
    ("list", "--format", "markdown"),
    ("check",),
    ("search", "sanctions"),
    ("search", "sanctions", "--json", "-n", "100"),
    ("search", "sanctions", "--format", "markdown"),
    ("search", "--by", "article", "sanctions"),
    ("search", QUERY),
    ("search", QUERY, "--json"),
    ("search", "nothing" + PAYLOADS[2].text, "--json"),
    ("matrix",),
    *(("matrix", "--format", form) for form in ("json", "markdown", "csv", "html")),
    *(
        ("compare", "--query", "sanctions", "--format", form)
        for form in ("plain", "json", "markdown", "csv", "html")
    ),
    ("compare", "--query", QUERY),
    ("compare", "t0"),
    ("compare", PAYLOADS[3].text),
    ("show", PAYLOADS[4].text),
    ("similar", PAYLOADS[5].text),
    ("similar", "good:5"),
    *(("show", "good", "--format", form) for form in ("plain", "json", "markdown")),
)
EVERY_PAYLOAD = tuple(
    ("show", f"{number:02}", "--format", form)
    for number in range(len(PAYLOADS))
    for form in (("plain", "json", "markdown") if number % 6 == 0 else ("markdown",))
)


def named(fill: Callable[[Path], None]) -> str:
    return fill.__name__.rpartition("_")[2]


@pytest.mark.parametrize("fill", FILLS, ids=named)
def test_no_command_lets_a_danger_through(fill: Callable[[Path], None], tmp_path: Path) -> None:
    fill(tmp_path)
    commands = [(*command, "-C", str(tmp_path)) for command in COMMANDS]
    if fill is corpora.fill_with_payloads:
        commands += [(*command, "-C", str(tmp_path)) for command in EVERY_PAYLOAD]
    leaks = {}
    for command, (status, written) in zip(commands, on_terminal(commands), strict=True):
        assert status in (0, 1, 2)
        assert "Traceback" not in written
        # What a person typed may be told back to them, spelt out; what was read is never shown in part.
        within = () if any("INNEN" in word for word in command) else WITHIN
        if found := plain_leaks(written, within):
            leaks[" ".join(command[:4])] = found[:3]
    assert leaks == {}


def test_the_folder_of_odd_things_reads_what_it_can_and_tells_the_rest(tmp_path: Path) -> None:
    corpora.fill_with_things(tmp_path)
    (_, listed), (_, checked) = on_terminal([("list", "-C", str(tmp_path)), ("check", "-C", str(tmp_path))])
    assert "Good title" in listed
    for name in ("pipe.txt", "ring.txt", "out.txt", "root", "nowhere.txt", "zero.txt"):
        assert name in checked


class _Page(html.parser.HTMLParser):
    """What would run or fetch in a page, and its policy."""

    def __init__(self) -> None:
        super().__init__()
        self.active: list[str] = []
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in ("script", "iframe", "object", "embed", "img", "link", "form", "base", "svg", "a", "video"):
            self.active.append(tag)
        self.active += [
            name for name, _ in attrs if name.startswith("on") or name in ("src", "href", "style")
        ]
        if told.get("http-equiv") == "Content-Security-Policy":
            self.policy = told["content"] or ""


def test_pages_run_nothing_fetch_nothing_and_say_so(tmp_path: Path) -> None:
    corpora.fill_with_payloads(tmp_path)
    evil = (
        "Title <script>alert(1)</script> <img src=x onerror=alert(2)>\n\nBy <b onclick=x>A</b>\n\n"
        "sanctions \"'><svg onload=y>.\n"
    )
    (tmp_path / "page.txt").write_text(evil)
    asked = (("matrix",), ("compare", "--query", "sanctions"), ("compare", "t0"))
    for _, written in on_terminal([(*each, "--format", "html", "-C", str(tmp_path)) for each in asked]):
        page = _Page()
        page.feed(written)
        assert page.active == []
        assert "default-src 'none'" in page.policy
        assert "script-src" not in page.policy


def test_tables_hold_no_formulas(tmp_path: Path) -> None:
    declared = topics = ""
    for number, start in enumerate(("=", "+", "-", "@", "\t=", " =", "＝", "|", "\n=", "\r=", "\u200b=")):
        evil = f"{start}cmd|'/c calc'!A0"
        (tmp_path / f"{number}.txt").write_text(f"Plain title\n\n{evil} sanctions.\n\n{evil}\n")
        told = corpora.toml(evil)
        declared += f'["{number}.txt"]\ntitle = {told}\nauthors = [{told}]\nsource = {told}\nid = {told}\n'
        topics += f'[[topic]]\nid = "t{number}"\nlabel = {told}\nalt = ["sanctions"]\n'
    (tmp_path / "articles.toml").write_text(declared)
    (tmp_path / "topics.toml").write_text(topics)
    asked = (("matrix",), ("compare", "t1"), ("compare", "t6"))
    for _, written in on_terminal([(*each, "--format", "csv", "-C", str(tmp_path)) for each in asked]):
        rows = list(csv.reader(io.StringIO(written.replace("\r\r\n", "\r\n"))))
        assert len(rows) > 10
        assert [cell for row in rows for cell in row if cell.lstrip()[:1] in ("=", "+", "-", "@", "＝")] == []


def test_json_is_json_and_gives_names_back(tmp_path: Path) -> None:
    corpora.fill_with_names(tmp_path)
    ((_, written),) = on_terminal([("list", "--json", "-C", str(tmp_path))])
    assert len(json.loads(written)["articles"]) == len(corpora.NAMES) + 1


SETTINGS = (
    '"\\u001b]0;INNEN\\u0007" = 1\n',
    '[keys]\n"read.\\u001b[7331m" = "x"\n',
    '[limits]\n"\\u001b[7331m" = 1\n',
    'theme = "\\u001b]0;INNEN\\u0007"\n',
    "\x1b]0;INNEN\x07",
)


@pytest.mark.parametrize("text", SETTINGS)
def test_no_setting_drives_the_terminal(text: str, own_home: Path) -> None:
    (own_home / "config" / "briefing").mkdir(parents=True)
    (own_home / "config" / "briefing" / "config.toml").write_text(text)
    for _, written in on_terminal([("check",), ("list",)]):
        assert plain_leaks(written) == []
        assert "Traceback" not in written


@pytest.mark.parametrize("name", ["XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME", "LANG"])
def test_no_variable_drives_the_terminal(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "HOME":
        for other in ("CACHE", "STATE", "CONFIG"):
            monkeypatch.delenv(f"XDG_{other}_HOME")
    monkeypatch.setenv(name, "/dev/null/\x1b]0;INNEN\x07\u202e")
    for status, written in on_terminal([("check",), ("index",), ("search", "sanctions")]):
        assert status in (0, 2)
        assert plain_leaks(written, ()) == []
        assert "Traceback" not in written

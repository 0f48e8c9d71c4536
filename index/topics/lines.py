"""Where each key of a topics file stands, because the TOML reader of Python tells values and no lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\s\"'-]+?)\s*\]\]?")
_KEY = re.compile(r"\s*([\w-]+|\"[^\"]*\"|'[^']*')\s*=")
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' r"'''.*?'''|" r'"(?:\\.|[^"\\\n])*"|' r"'[^'\n]*'|#[^\n]*|[\[\]{}\n]", re.DOTALL
)


def key_lines(source: str) -> dict[Path, int]:
    """The 1-based line of each table and key of a TOML text, by its path.

    A path is as the values are reached: `("topic", 0, "row", 2, "any")`. Only what the source writes as
    tables and keys at the start of a line is found; `line_of` falls back to its table.
    """
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    for number, line in _statements(source):
        header = _HEADER.match(line)
        if header:
            here = _enter(header[2], header[1] == "[[", counts)
            found.setdefault(here, number)
            continue
        key = _KEY.match(line)
        if key:
            found.setdefault((*here, key[1].strip("\"'")), number)
    return found


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of a path, or of the nearest table around it; 0 where there is none."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 0


def _enter(name: str, array: bool, counts: dict[Path, int]) -> Path:
    parts = [part.strip().strip("\"'") for part in name.split(".")]
    path: Path = ()
    for depth, part in enumerate(parts):
        path = (*path, part)
        last = depth == len(parts) - 1
        if last and array:
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = (*path, counts[path] - 1)
    return path


def _statements(source: str) -> Iterator[tuple[int, str]]:
    """Lines that begin a statement: not those inside an array, an inline table or a long string."""
    starts = [True] * (source.count("\n") + 2)
    depth = 0
    number = 1
    at_header = False
    line_start = 0
    for token in _TOKEN.finditer(source):
        text = token[0]
        if text == "\n":
            number += 1
            line_start = token.end()
            at_header = False
            starts[number] = depth == 0
        elif text in "[{":
            if depth == 0 and text == "[" and (at_header or not source[line_start : token.start()].strip()):
                at_header = True
            else:
                depth += 1
        elif text in "]}":
            if not at_header:
                depth = max(0, depth - 1)
        elif "\n" in text and text[:3] in ('"""', "'''"):
            for _ in range(text.count("\n")):
                number += 1
                starts[number] = False
            line_start = token.start() + text.rindex("\n") + 1
    for count, line in enumerate(source.split("\n"), 1):
        if starts[count]:
            yield count, line

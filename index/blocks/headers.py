"""Page headers by their form: a page number and a title that comes back, far apart on one line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

_HEADER = re.compile(r"\s*(?:(\d{1,4})\s{3,}(\S.{2,60}?)|(\S.{2,60}?)\s{3,}(\d{1,4}))\s*")
_LONGEST = 160


def page_headers(lines: Sequence[str]) -> frozenset[int]:
    """The numbers, from 0, of lines that are the same title with rising page numbers.

    A title in capitals needs two such lines, any other three: a row of a table may come back once.
    """
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, line in enumerate(lines):
        if len(line) > _LONGEST or "   " not in line:
            continue
        match = _HEADER.fullmatch(line)
        if match:
            title = (match[2] or match[3]).strip()
            if any(char.isalpha() for char in title) and ". ." not in title and "..." not in title:
                found[title].append((number, int(match[1] or match[4])))
    headers: set[int] = set()
    for title, places in found.items():
        pages = [page for _, page in places]
        if len(places) >= (2 if title.isupper() else 3) and pages == sorted(set(pages)):
            headers.update(number for number, _ in places)
    return frozenset(headers)

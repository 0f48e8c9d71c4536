"""Which part of a page is the article: the element that holds the most text that is not links."""

from __future__ import annotations

from index.formats.elements import Page

# Tuned on 181 labelled news pages (github.com/scrapinghub/article-extraction-benchmark).
_SHARE = 0.6
_ROOMS = frozenset("html body div section article main td center details tbody tr table".split())


def elect(page: Page) -> list[bool]:
    """For each paragraph of a page whether it belongs to the article."""
    noise = [record.noise for record in page.records]
    masses = _masses(page, noise)
    everything = _masses(page, [False] * len(noise))
    if not page.nodes or masses[0] < 0.3 * everything[0]:
        noise = [False] * len(noise)
        masses = everything
    inside = _inside(page, _descend(page, masses))
    return [inside[record.node] and not dropped for record, dropped in zip(page.records, noise, strict=True)]


def _masses(page: Page, noise: list[bool]) -> list[float]:
    """The text under each block element, in characters: links count against it, list items and cells by half."""
    masses = [0.0] * len(page.nodes)
    for record, dropped in zip(page.records, noise, strict=True):
        size = record.paragraph.size
        if dropped or record.kind == "heading":
            continue
        mass = max(0.0, size - 1.5 * record.linked)
        if record.kind == "item" or page.nodes[record.node].tag in ("td", "th", "dt"):
            mass *= 0.5
        if size < 40:
            mass *= 0.5
        masses[record.node] += mass
    for number in range(len(masses) - 1, 0, -1):
        masses[page.nodes[number].parent] += masses[number]
    return masses


def _descend(page: Page, masses: list[float]) -> int:
    """From the page down into whatever holds most of the text of what is around it."""
    children: dict[int, list[int]] = {}
    for number, node in enumerate(page.nodes):
        if node.tag in _ROOMS and number:
            children.setdefault(node.parent, []).append(number)
    here = 0
    while True:
        inner = children.get(here)
        if not inner:
            return here
        best = max(inner, key=lambda number: masses[number])
        if masses[best] < _SHARE * masses[here] or not masses[best]:
            return here
        here = best


def _inside(page: Page, root: int) -> list[bool]:
    inside = [False] * len(page.nodes)
    for number, node in enumerate(page.nodes):
        inside[number] = number == root or (node.parent >= 0 and inside[node.parent])
    return inside

"""Which part of a page is the article: the element that holds the most text that is not links.

Nothing is dropped for it: what is not elected is boilerplate, and stays in its place.
"""

from __future__ import annotations

from index.formats.page import Page

# Tuned on 181 labelled pages (github.com/scrapinghub/article-extraction-benchmark, 2020).
_SHARE = 0.6
_TOO_MUCH = 0.4
_DECAY = 0.4
_MAIN = 0.5
_LEAST = 0.15
_NEARLY_ALL = 0.8
_ROOMS = frozenset({
    "html", "body", "div", "section", "article", "main", "td", "center", "details", "tbody", "tr", "table",
    "blockquote",
})  # fmt: skip


def elect(page: Page, title: int = -1) -> list[bool]:
    """For each paragraph of a page whether it belongs to the article.

    `title` is the element that holds the title's heading, where it is known.
    """
    if not page.nodes:
        return [True] * len(page.records)
    noise = _noise(page)
    masses = _masses(page, noise, 1.0)
    root = _titled(page, masses, title)
    if root < 0:
        root = _root(page, masses, _masses(page, noise, _DECAY))
    inside = [False] * len(page.nodes)
    for number, node in enumerate(page.nodes):
        inside[number] = number == root or (node.parent >= 0 and inside[node.parent])
    return [inside[record.node] and not noise[record.node] for record in page.records]


def _noise(page: Page) -> list[bool]:
    """For each block element whether it is no part of an article, by what it and those around it say.

    What only sounds so but holds much of the page does not count.
    """
    noise = [False] * len(page.nodes)
    for number, node in enumerate(page.nodes):
        noise[number] = node.noise or (node.parent >= 0 and noise[node.parent])
    shares = _masses(page, noise, 1.0)
    most = _TOO_MUCH * shares[0]
    for number, node in enumerate(page.nodes):
        noise[number] |= (node.suspect and shares[number] < most) or (node.parent >= 0 and noise[node.parent])
    if _masses(page, noise, 1.0)[0] == 0:
        return [False] * len(page.nodes)
    return noise


def _masses(page: Page, noise: list[bool], decay: float) -> list[float]:
    """The text under each block element in characters, lessened by `decay` at every element between.

    Links count against it, list items and short paragraphs by half.
    """
    masses = [0.0] * len(page.nodes)
    for record in page.records:
        size = record.paragraph.size
        if noise[record.node] or record.kind == "heading":
            continue
        mass = max(0.0, size - 1.5 * record.linked)
        if record.kind == "item" or page.nodes[record.node].tag in ("td", "th", "dt"):
            mass *= 0.5
        if size < 40:
            mass *= 0.5
        masses[record.node] += mass
    for number in range(len(masses) - 1, 0, -1):
        masses[page.nodes[number].parent] += masses[number] * decay
    return masses


def _titled(page: Page, masses: list[float], title: int) -> int:
    """The element that says it is an article and has the title in it, -1 where none has much text."""
    for number in _around(page, title):
        if page.nodes[number].tag == "article" and masses[number] > _LEAST * masses[0]:
            return _descend(page, masses, number, _NEARLY_ALL)
    return -1


def _root(page: Page, masses: list[float], near: list[float]) -> int:
    """The element that is the article.

    From the page down into whatever holds most of the text around it; but where text stands densest
    elsewhere, or in an element that says it is an article, that wins.
    """
    wide = _descend(page, masses, 0)
    dense = max(
        (number for number, node in enumerate(page.nodes) if node.tag in _ROOMS),
        key=lambda number: near[number],
        default=0,
    )
    around = _around(page, dense)
    said = [number for number in around if page.nodes[number].article]
    if wide not in around:
        if said:
            return _widest(said, masses)
        return _climb(page, masses, dense)
    inner = [number for number in said if number > wide and masses[number] >= _TOO_MUCH * masses[wide]]
    if inner:
        return _widest(inner, masses)
    narrow = _climb(page, masses, dense)
    inside = around.index(narrow) < around.index(wide)
    return narrow if inside and not said and masses[narrow] > _MAIN * masses[wide] else wide


def _widest(said: list[int], masses: list[float]) -> int:
    """Of elements in one another that say they are the article, the outermost that is not many in one."""
    here = said[0]
    for number in said[1:]:
        if masses[here] < 0.5 * masses[number]:
            break
        here = number
    return here


def _descend(page: Page, masses: list[float], start: int, share: float = _SHARE) -> int:
    best: dict[int, int] = {}
    for number, node in enumerate(page.nodes):
        known = best.get(node.parent)
        if node.tag in _ROOMS and number and (known is None or masses[number] > masses[known]):
            best[node.parent] = number
    here = start
    while here in best and masses[best[here]] > share * masses[here]:
        here = best[here]
    return here


def _climb(page: Page, masses: list[float], start: int) -> int:
    here = start
    while page.nodes[here].parent >= 0 and masses[here] >= _SHARE * masses[page.nodes[here].parent]:
        here = page.nodes[here].parent
    return here


def _around(page: Page, number: int) -> list[int]:
    """An element and those around it, from the inside out."""
    found = []
    while number >= 0:
        found.append(number)
        number = page.nodes[number].parent
    return found

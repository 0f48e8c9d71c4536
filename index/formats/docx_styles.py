"""Styles and list numbers of a Word document: what a paragraph is by the name of its style."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from index.formats.docx_names import VAL, W, is_on, value, whole
from index.formats.source import MarkKind

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|заголовок|kop|rubrik)\s*(\d)")
_KINDS: tuple[tuple[str, MarkKind], ...] = (
    ("subtitle", "heading"), ("title", "title"), ("intense quote", "quote"), ("quote", "quote"),
    ("quotations", "quote"), ("block text", "quote"), ("caption", "caption"), ("image caption", "caption"),
    ("table caption", "caption"), ("author", "byline"), ("date", "byline"), ("signature", "byline"),
    ("source code", "code"), ("preformatted text", "code"), ("html preformatted", "code"),
)  # fmt: skip
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of a paragraph or run; `numbering` and `depth` where it makes an item of a list."""

    kind: MarkKind = "body"
    level: int = 0
    numbering: str = ""
    depth: int = 0
    emphasis: bool = False
    strong: bool = False


class Styles:
    """The styles of a document by id."""

    def __init__(self, part: tuple[str, Element | None]) -> None:
        root = part[1]
        styles = root.iter(W + "style") if root is not None else ()
        self._elements = {style.get(W + "styleId") or "": style for style in styles}
        self._found: dict[str, Style] = {}

    def get(self, name: str) -> Style:
        """A style by id, with what it takes over from the styles that it is based on."""
        if name not in self._found:
            self._found[name] = self._judge(name)
        return self._found[name]

    def _judge(self, name: str) -> Style:
        kind: MarkKind = "body"
        level = 0
        numbering, depth = "", 0
        emphasis = strong = False
        at = name
        for _ in range(_DEEPEST):
            element = self._elements.get(at)
            named = (value(element, "name") or at).lower()
            if kind == "body":
                kind, level = _by_name(named)
            properties = element.find(W + "pPr") if element is not None else None
            if kind == "body" and (outline := value(properties, "outlineLvl")):
                level = whole(outline, 9) + 1
                kind = "heading" if level <= 6 else "body"
            listed = properties.find(W + "numPr") if properties is not None else None
            if listed is not None and not numbering:
                numbering, depth = value(listed, "numId"), whole(value(listed, "ilvl"))
            run = element.find(W + "rPr") if element is not None else None
            emphasis, strong = emphasis or is_on(run, "i"), strong or is_on(run, "b")
            at = value(element, "basedOn")
            if not at:
                break
        return Style(kind, level if kind == "heading" else 0, numbering, depth, emphasis, strong)


def _by_name(name: str) -> tuple[MarkKind, int]:
    heading = _HEADING.match(name)
    if heading:
        return "heading", min(int(heading[1]) or 1, 6)
    for known, kind in _KINDS:
        if name == known:
            return kind, 2 if kind == "heading" else 0
    return "body", 0


class Numbering:
    """The lists of a document: gives each item its number as it comes."""

    def __init__(self, part: tuple[str, Element | None]) -> None:
        self._formats: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._abstract: dict[str, str] = {}
        root = part[1]
        if root is None:
            return
        levels = {
            abstract.get(W + "abstractNumId") or "": {
                whole(level.get(W + "ilvl")): (
                    value(level, "numFmt"), value(level, "lvlText"), whole(value(level, "start"), 1),
                )
                for level in abstract.iter(W + "lvl")
            }
            for abstract in root.iter(W + "abstractNum")
        }  # fmt: skip
        for number in root.iter(W + "num"):
            key = number.get(W + "numId") or ""
            self._abstract[key] = value(number, "abstractNumId")
            formats = dict(levels.get(self._abstract[key], {}))
            for override in number.iter(W + "lvlOverride"):
                depth = whole(override.get(W + "ilvl"))
                start = override.find(W + "startOverride")
                if start is not None and depth in formats:
                    formats[depth] = (*formats[depth][:2], whole(start.get(VAL), 1))
                    self._abstract[key] = f"{self._abstract[key]}/{key}"
            self._formats[key] = formats

    def lead(self, key: str, depth: int) -> str:
        """What stands before the next item of a list: a bullet or its number; empty for none."""
        formats = self._formats.get(key)
        if formats is None:
            return "• "
        kind, text, start = formats.get(depth, ("bullet", "", 1))
        if kind == "none":
            return ""
        if kind in ("bullet", ""):
            return "• "
        shared = self._abstract[key]
        count = self._counts.get((shared, depth), start - 1) + 1
        self._counts[shared, depth] = count
        for deeper in range(depth + 1, 9):
            self._counts.pop((shared, deeper), None)
        shown = re.sub(r"%([1-9])", lambda match: self._number(shared, formats, int(match[1]) - 1), text[:40])
        return (shown or f"{count}.") + " "

    def _number(self, shared: str, formats: dict[int, tuple[str, str, int]], depth: int) -> str:
        kind, _, start = formats.get(depth, ("decimal", "", 1))
        return in_format(self._counts.get((shared, depth), start), kind)


def in_format(number: int, kind: str) -> str:
    """A number as a list writes it."""
    if kind in ("lowerLetter", "upperLetter") and 0 < number < 703:
        letters = chr(96 + (number - 1) % 26 + 1) * ((number - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = ""
        left = number
        for size, sign in _ROMAN:
            roman += sign * (left // size)
            left %= size
        return roman if kind == "lowerRoman" else roman.upper()
    return str(number)


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

"""Too much of something: lines, headings, nesting, and what is known to be slow in readers of Markdown."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.hostile.inputs.model import Scale, hostile

_WORDS = "Japan and Russia spoke about sanctions on the Kuril islands at their summit. "


@hostile("long lines", "one line.txt")
def one_line(scale: Scale, chance: random.Random) -> bytes:
    return (_WORDS * (scale.line_bytes // len(_WORDS))).encode()


@hostile("long lines", "one word.txt")
def one_word(scale: Scale, chance: random.Random) -> bytes:
    return b"a" * scale.line_bytes


@hostile("long lines", "one line.md")
def one_line_md(scale: Scale, chance: random.Random) -> bytes:
    return (_WORDS * (scale.line_bytes // len(_WORDS))).encode()


@hostile("long lines", "digits.txt")
def digits(scale: Scale, chance: random.Random) -> bytes:
    return b"1234567890" * (scale.line_bytes // 10)


@hostile("long lines", "dots and dashes.txt")
def dots(scale: Scale, chance: random.Random) -> bytes:
    return b". . . . - - - ---- ... " * (scale.line_bytes // 23)


@hostile("long lines", "blanks.txt")
def blanks(scale: Scale, chance: random.Random) -> bytes:
    return b"a" + b" " * scale.line_bytes + b"b"


@hostile("long lines", "spaces and tabs.md")
def tabs(scale: Scale, chance: random.Random) -> bytes:
    return b"a" + b" \t" * (scale.line_bytes // 2) + b"b"


@hostile("long lines", "escapes.txt")
def escapes(scale: Scale, chance: random.Random) -> bytes:
    return b"\x1b]" * (scale.line_bytes // 8)


@hostile("long lines", "parameters.txt")
def parameters(scale: Scale, chance: random.Random) -> bytes:
    return b"\x1b[" + b"1;" * (scale.line_bytes // 8)


@hostile("long lines", "combining.txt")
def combining(scale: Scale, chance: random.Random) -> bytes:
    return ("a" + "\u0301\u0327" * (scale.line_bytes // 16)).encode()


@hostile("long lines", "one paragraph.html")
def one_paragraph(scale: Scale, chance: random.Random) -> bytes:
    return b"<p>" + (_WORDS * (scale.line_bytes // 2 // len(_WORDS))).encode()


def _many(line: str, share: float = 1.0) -> Callable[[Scale, random.Random], bytes]:
    return lambda scale, _: (line * int(scale.many * share)).encode()


for name, made in {
    "empty lines.txt": _many("\n"),
    "empty lines.md": _many("\n"),
    "headings.md": _many("# a\n"),
    "headings with text.md": _many("# Part\n\nJapan spoke.\n\n", 0.25),
    "upper case headings.txt": _many("PART ONE\n\n", 0.5),
    "underlined headings.md": _many("a\n=\n", 0.5),
    "one letter lines.txt": _many("a\n"),
    "one letter paragraphs.txt": _many("a\n\n", 0.5),
    "numbered lines.txt": lambda scale, _: "".join(
        f"{n} Note {n}, 2014.\n" for n in range(1, scale.many // 4)
    ).encode(),
    "glued markers.txt": lambda scale, _: "".join(
        f"word{n} and.{n}\n\n" for n in range(1, scale.many // 8)
    ).encode(),
    "list items.md": _many("- a\n"),
    "numbered items.md": _many("1. a\n"),
    "quotes.md": _many("> a\n"),
    "rules.md": _many("---\n"),
    "definitions.md": lambda scale, _: "".join(f"[{n}]: /{n}\n" for n in range(scale.many // 4)).encode(),
    "footnotes.md": lambda scale, _: "".join(
        f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(scale.many // 16)
    ).encode(),
    "half sentences.txt": _many("and then the\n\n", 0.25),
    "hyphenated lines.txt": _many("a sanc-\ntion ", 0.25),
    "page numbers.txt": lambda scale, _: "".join(
        f"Text of page.\n\x0c\n{n}\n" for n in range(scale.many // 8)
    ).encode(),
    "dates.txt": _many("Published 19 September 2016\n", 0.1),
    "addresses.txt": _many("https://x.example/a_(b)?c=d,\n", 0.25),
    "same line.txt": _many("Copyright 2014 by the Journal\n\n", 0.25),
    "carriage returns.txt": _many("Japan spoke.\r"),
    "mixed line ends.txt": _many("Japan spoke.\r\r\n\n\r"),
}.items():
    hostile("many lines", name)(made)


def _nested(opening: str, closing: str = "", inner: str = "a") -> Callable[[Scale, random.Random], bytes]:
    return lambda scale, _: (opening * scale.deep + inner + closing * scale.deep).encode()


# Markdown's bad cases as the CommonMark implementations keep them in their own tests ("pathological").
for name, made in {
    "nested quotes.md": _nested(">", inner=" a"),
    "nested quotes with blanks.md": _nested("> ", inner="a\n\nb"),
    "nested lists.md": lambda scale, _: "".join(
        "  " * (n % 3_000) + "- a\n" for n in range(scale.deep // 4)
    ).encode(),
    "nested items on a line.md": _nested("- "),
    "nested strong.md": _nested("*a **a ", "b** b*"),
    "openers of emphasis.md": _nested("_a "),
    "closers of emphasis.md": _nested("a_ "),
    "openers and closers.md": _nested("a**b" + "c* "),
    "long emphasis.md": _nested("*", "*"),
    "mixed emphasis.md": _nested("*_", "_*"),
    "nested brackets.md": _nested("[", "]"),
    "open brackets.md": _nested("["),
    "open links.md": _nested("[a]("),
    "open images.md": _nested("![]("),
    "link and open brackets.md": _nested("[](", "", "a"),
    "bracketed links.md": lambda scale, _: ("[[]()]" * scale.deep).encode(),
    "nested references.md": _nested("[a", "][b]"),
    "backticks.md": lambda scale, _: "".join(
        "e" + "`" * n for n in range(1, int((scale.deep * 8) ** 0.5))
    ).encode(),
    "backslashes.md": _nested("\\"),
    "open tags.md": _nested("<a "),
    "open tags and quotes.md": _nested('<a href="'),
    "open comments.md": _nested("<!-- "),
    "open instructions.md": _nested("<?"),
    "open declarations.md": _nested("<!A "),
    "open cdata.md": _nested("<![CDATA["),
    "entities.md": _nested("&amp;&#0;&#x1b;&#x202e;&nosuch;"),
    "tabs and lists.md": _nested("\t- "),
    "fences.md": _nested("```\n"),
    "open fences.md": _nested("~~~~\n> "),
    "pipes.md": _nested("|", inner="\n---\n"),
    "autolinks.md": _nested("<http://a@b.c:"),
    "mail addresses.md": _nested("a@"),
    "strikes.md": _nested("~~a ", " b~"),
    "brackets.txt": _nested("([{", "}])"),
    "quotation marks.txt": _nested("“‘", "’”"),
    "open quotation marks.txt": _nested('"a '),
    "stars.txt": _nested("*", "*"),
    "note brackets.txt": _nested("[1", "]"),
    "parentheses in links.txt": _nested("[a](b(", ")"),
}.items():
    hostile("nesting", name)(made)


@hostile("tables", "columns.md")
def columns(scale: Scale, chance: random.Random) -> bytes:
    row = "|a" * scale.table + "|\n"
    return (row + "|-" * scale.table + "|\n" + row * 200).encode()


@hostile("tables", "rows.md")
def rows(scale: Scale, chance: random.Random) -> bytes:
    return ("|a|b|\n|-|-|\n" + "|c|d|\n" * (scale.many // 4)).encode()


@hostile("tables", "ragged.md")
def ragged(scale: Scale, chance: random.Random) -> bytes:
    head = "|a" * scale.table + "|\n" + "|-" * scale.table + "|\n"
    return (head + "|x\n" * (scale.many // 40)).encode()


@hostile("tables", "many ragged.md")
def many_ragged(scale: Scale, chance: random.Random) -> bytes:
    table = "|a" * 222 + "|\n" + "|-" * 222 + "|\n" + "|x\n" * 295 + "\n"
    return (table * (scale.many // 750)).encode()


@hostile("tables", "columns.html")
def html_columns(scale: Scale, chance: random.Random) -> bytes:
    row = "<tr>" + "<td>a" * scale.table + "</tr>"
    return ("<table>" + row * 200 + "</table>").encode()


@hostile("tables", "spans.html")
def spans(scale: Scale, chance: random.Random) -> bytes:
    cell = '<td colspan="1000000000" rowspan="1000000000">a</td>'
    return ("<table>" + f"<tr>{cell * 5}</tr>" * 20 + "</table>").encode()


@hostile("tables", "nested.html")
def nested_tables(scale: Scale, chance: random.Random) -> bytes:
    return ("<table><tr><td>" * scale.deep + "a").encode()

"""What every written answer has in common: a form, a banner first and last, and a receipt at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from index.corpus import Corpus
from index.export.contract import Json, dumps
from index.export.escape import csv_lines, markdown
from index.export.receipt import Receipt, receipt
from index.export.wrap import wrap

Writer = Callable[[Receipt], str]


def written(
    form: str,
    corpus: Corpus,
    asked: Iterable[str],
    today: date | None,
    json: Callable[[], Json],
    writers: Mapping[str, Writer],
) -> str:
    """An answer in a form: `json` by the contract, else by its writer, by `plain` where it has none for it.

    The receipt says in lines what was `asked` and of which corpus, and bears the date `today`.
    """
    if form == "json":
        return dumps(json()) + "\n"
    return writers.get(form, writers["plain"])(receipt(corpus, asked, today))


def plain_page(made: Receipt, parts: Iterable[str], width: int) -> str:
    """Parts of plain text as a whole, a blank line between those that are not empty."""
    told = "\n".join(wrap(line, width, rest="  ") for line in made.lines)
    return _joined([made.banner, *parts, told, made.banner])


def markdown_page(made: Receipt, parts: Iterable[str]) -> str:
    """Parts of Markdown as a whole, with the receipt below a rule."""
    told = "\n".join(f"- {markdown(line)}" for line in made.lines)
    return _joined([markdown(made.banner), *parts, "---", told, markdown(made.banner)])


def csv_page(
    made: Receipt, head: Sequence[str], records: Iterable[Sequence[str]], told: Iterable[str] = ()
) -> str:
    """Records below their head as a whole, with what else is told and the receipt in lines at the end."""
    blank = [""] * (len(head) - 1)
    banner = [[made.banner, *blank]] if made.banner else []
    lines = [["receipt", line, *blank[1:]] for line in (*told, *made.lines)]
    return csv_lines([*banner, head, *records, *lines, *banner])


def plain_quote(text: str, cited: str, width: int) -> str:
    """A passage in plain text with its citation below it."""
    return f"{wrap(text, width, first='  ')}\n{wrap(cited, width, first='  -- ', rest='     ')}"


def markdown_quote(text: str, cited: str) -> str:
    """A passage as a quote of Markdown that ends with its citation."""
    quote = "\n".join(f"> {line}".rstrip() for line in markdown(text).split("\n"))
    return f"{quote}\n>\n> — {markdown(cited)}"


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"

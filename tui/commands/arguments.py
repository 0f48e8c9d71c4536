"""What may be written after `briefing`, and the help that says so.

A first word that names a command is that command; any other is a corpus to open in the reader. Nothing here
imports the index or the screen.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from index import VERSION

COMMANDS = {
    "list": "the articles and their metadata",
    "show": "one article, cleaned",
    "search": "passages that answer a query, best first",
    "compare": "a topic side by side, silence included",
    "similar": "what the other articles say about one passage",
    "matrix": "topics by articles",
    "index": "build or refresh the index",
    "check": "what is wrong with the corpus, its topics, the index or this terminal",
}
READER = "read"
FORMATS = ("plain", "markdown", "json")
WIDE_FORMATS = (*FORMATS, "csv", "html")
DEFAULT_LIMIT = 20
_TAKES_A_VALUE = ("-C", "--corpus", "--format", "-n", "--limit", "--by", "--open", "--article", "--query")


class UsageError(Exception):
    """A command line that cannot be understood; its text is one line that says what to do."""


class _Parser(argparse.ArgumentParser):
    """An argument parser that tells a mistake in one line and takes no abbreviated options."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see '{self.prog} --help')")


def parse(argv: list[str]) -> tuple[str, argparse.Namespace]:
    """Give the command's name and its arguments; raises UsageError for what it cannot read."""
    at = _command_at(argv)
    if at is None:
        return READER, _reader_parser().parse_args(argv)
    command = argv[at]
    rest = [*argv[:at], *argv[at + 1 :]]
    parser = _command_parser(command)
    if command == "search":
        rest = _keep_exclusions(rest)
    arguments = parser.parse_args(rest)
    if getattr(arguments, "json", False):
        arguments.format = "json"
    return command, arguments


def _command_at(argv: list[str]) -> int | None:
    """The place of the command's name: the first word that is no option and no option's value."""
    at = 0
    while at < len(argv):
        word = argv[at]
        if word in _TAKES_A_VALUE:
            at += 2
        elif word.startswith("-") and word != "--":
            at += 1
        else:
            return at if word in COMMANDS else None
    return None


def _keep_exclusions(words: list[str]) -> list[str]:
    """Mark `-word` in a search as part of the query: argparse would take it for an option.

    A leading blank does that; the query parser does not mind it.
    """
    options = {"-C", "-n", "-h"}
    kept: list[str] = []
    for place, word in enumerate(words):
        if word == "--":
            return [*kept, *words[place:]]
        numbered = word[:2] == "-n" and word[2:].isdigit()
        after_option = place > 0 and words[place - 1] in _TAKES_A_VALUE
        excluded = word.startswith("-") and not word.startswith("--") and word not in options and not numbered
        kept.append(f" {word}" if excluded and not after_option else word)
    return kept


def _reader_parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:<9} {what}" for name, what in COMMANDS.items())
    parser = _Parser(
        "briefing",
        "Read, search and compare articles in a terminal.\n"
        "Without a command it opens the reader, on the built-in five articles if no folder is named.",
        f"commands (briefing COMMAND --help tells more):\n{commands}\n\n"
        "exit status: 0 something found, 1 nothing found, 2 an error",
    )
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS", help="a folder of articles")
    _corpus(parser)
    parser.add_argument("--open", metavar="ARTICLE[:LINE]", help="open at an article, and a line of its file")
    parser.add_argument("--plain-driver", action="store_true", help="let Textual write whole frames")
    parser.add_argument("--mouse", action="store_true", help="let the reader take the mouse")
    parser.add_argument("--no-color", action="store_true", help="use no colours")
    parser.add_argument("--version", action="version", version=f"briefing {VERSION}")
    return parser


def _corpus(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-C", "--corpus", dest="named", type=Path, metavar="DIR", help="a folder of articles")


def _command_parser(command: str) -> argparse.ArgumentParser:
    parser = _Parser(f"briefing {command}", f"{COMMANDS[command][0].upper()}{COMMANDS[command][1:]}.")
    if command in ("index", "check"):
        parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS", help="a folder of articles")
    _corpus(parser)
    if command == "index":
        parser.add_argument("--rebuild", action="store_true", help="start anew, whatever there is")
        return parser
    if command == "check":
        return parser
    formats = WIDE_FORMATS if command in ("compare", "matrix") else FORMATS
    parser.add_argument("--format", choices=formats, default="plain", help="how to print it (default plain)")
    parser.add_argument("--json", action="store_true", help="the same as --format json")
    _ADDITIONS.get(command, lambda _: None)(parser)
    return parser


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="an article's id, or a unique beginning of it")


def _limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-n",
        "--limit",
        type=_count,
        default=DEFAULT_LIMIT,
        metavar="N",
        help=f"at most N ({DEFAULT_LIMIT})",
    )


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help="words, or @name for a saved search")
    parser.add_argument("--by", choices=("passage", "article"), default="passage", help="what is ranked")
    _limit(parser)


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("topic", nargs="?", metavar="TOPIC", help="a topic's id or label")
    parser.add_argument("--query", metavar="Q", help="an ad-hoc topic instead")
    parser.add_argument(
        "--article",
        action="append",
        metavar="ID",
        dest="articles",
        help="only this article (repeatable)",
    )


def _similar(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="ARTICLE:LINE", help="a passage, by a line of its article's file")
    _limit(parser)


_ADDITIONS = {"show": _show, "search": _search, "compare": _compare, "similar": _similar}


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 1 up")
    return int(text)


def on_terminal() -> bool:
    """Whether a person sits at both ends: keys come from a terminal and the screen is one.

    Textual draws on stderr and `briefing` may have its output piped, so all three are asked.
    """
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))

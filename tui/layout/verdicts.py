"""What a person said on the passages of a topic, to be shown with them and with what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from index import Article, Column, Comparison, Judgement, judgement_of
from tui.layout.words import counted

Lines = tuple[int, int]
Said = Mapping[tuple[str, Lines], Judgement]
"""What was said on passages, by article and lines."""

# So many places of passages are told of an article.
_MOST = 6


@dataclass(frozen=True, slots=True)
class Remarks:
    """What a person said: on passages, and on how many of an article's file as it was before, by its id."""

    said: Said = field(default_factory=dict)
    earlier: Mapping[str, int] = field(default_factory=dict)


NO_REMARKS = Remarks()


def verdicts(judgements: tuple[Judgement, ...], topic: str, articles: Iterable[Article]) -> Said:
    """The newest word on each passage of a topic; of files that have changed since, none."""
    digests = {article.id: article.digest for article in articles}
    said: dict[tuple[str, Lines], Judgement] = {}
    own = tuple(each for each in judgements if each.topic == topic)
    for each in own:
        newest = judgement_of(own, topic, digests.get(each.article, ""), each.lines)
        if newest is not None:
            said[(each.article, each.lines)] = newest
    return said


def missed(comparison: Comparison, remarks: Remarks) -> dict[str, list[Lines]]:
    """The lines of passages that were accepted and do not stand in a comparison, by article."""
    found = {
        (article, cell.passage.lines)
        for row in comparison.rows
        for article, cells in row.cells.items()
        for cell in cells
    }
    missed: dict[str, list[Lines]] = {}
    for article, lines in sorted(each for each, said in remarks.said.items() if said.verdict == "accept"):
        if (article, lines) not in found:
            missed.setdefault(article, []).append(lines)
    return missed


def aside(column: Column, accepted: Mapping[str, Iterable[Lines]], remarks: Remarks) -> list[str]:
    """What is told of an article beside what it has on the topic, in parts of a sentence.

    That is where a person alone put it on the topic, by `missed`, and what is said of its file as it was.
    """
    article = column.article.id
    before = remarks.earlier.get(article, 0)
    are = f"{counted(before, 'judgement')} {'is' if before == 1 else 'are'}"
    told = (
        also_accepted(column, accepted.get(article, ())),
        f"{are} on an earlier version of this file" if before else "",
    )
    return [each for each in told if each]


def also_accepted(column: Column, lines: Iterable[Lines]) -> str:
    """What a person alone put on the topic, in words: "you accepted 1 more passage: line 69"; or nothing."""
    places = [str(first) if first == last else f"{first}–{last}" for first, last in lines]
    if not places:
        return ""
    plural = "s" if len(places) > 1 else ""
    told = [*places[:_MOST], f"and {len(places) - _MOST} more"] if len(places) > _MOST else places
    where = f"line{plural or 's' * ('–' in places[0])} {', '.join(told)}"
    more = f"{len(places)} more passage{plural}: " if column.state == "speaks" else ""
    return f"you accepted {more}{where}"

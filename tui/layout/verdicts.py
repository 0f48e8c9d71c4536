"""What a person said on the passages of a topic, to be shown with them and with what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from index import Article, Column, Comparison, Judgement, judgement_of

Remarks = Mapping[tuple[str, tuple[int, int]], Judgement]
"""What was said on passages, by article and lines."""
Lines = tuple[int, int]

# So many places of passages are told of an article.
_MOST = 6


def verdicts(judgements: tuple[Judgement, ...], topic: str, articles: Iterable[Article]) -> Remarks:
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
    for article, lines in sorted(each for each, said in remarks.items() if said.verdict == "accept"):
        if (article, lines) not in found:
            missed.setdefault(article, []).append(lines)
    return missed


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

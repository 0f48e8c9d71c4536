"""One topic side by side: columns of articles, rows of sub-points, silence included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.align.corpora import Speech, gather, weights_of
from index.align.crowd import thinned
from index.align.declared import Spoken, Standing, standing
from index.align.found import group
from index.align.label import label_of
from index.align.likeness import Weights
from index.align.order import in_text_order
from index.align.speaks import strength_of
from index.align.telling import shared_words
from index.align.whole import on_whole_index
from index.align.why import too_far, why
from index.corpus import Corpus
from index.model import Passage
from index.results import Cell, Comparison, Origin, Row
from index.store.index import Index
from index.topics.model import Topic


def compare(corpus: Corpus, topic: Topic, *, articles: Sequence[str] | None = None) -> Comparison:
    """Lay out what each article says on a topic, the declared rows first and then those that are found.

    `articles` are ids of the articles to compare, by default all. Above `MOST_COLUMNS` articles those that
    speak become columns, and the rest are told with their reasons beside them.
    """
    return on_whole_index(corpus, lambda index: _compare(corpus, index, topic, articles))


def _compare(corpus: Corpus, index: Index, topic: Topic, articles: Sequence[str] | None) -> Comparison:
    speech = gather(corpus, index, topic, articles)
    weights = weights_of(index, speech.own)
    order = {each.article.id: place for place, each in enumerate(speech.columns)}
    rows: list[Row] = []
    empty: list[str] = []
    placed: set[tuple[str, int]] = set()
    for asked in topic.rows:
        able, far = standing(asked, speech.spoken)
        if not able:
            empty.append(asked.label)
            continue
        members = thinned(able, weights)
        placed |= {_key(each.spoken) for each in members}
        made = _row(asked.label, "declared", members, speech, weights, order)
        rows.append(replace(made, also=_left_out(able, members), far=_far(far, able)))
    taken = {asked.label for asked in topic.rows}
    left = [each for each in speech.spoken if _key(each) not in placed]
    for row in in_text_order(group(left, weights)):
        members = [Standing(each, ()) for each in row]
        label = label_of(members, weights, taken)
        taken.add(label)
        rows.append(_row(label, "found", members, speech, weights, order))
    return Comparison(
        topic=topic.id,
        label=topic.label,
        read_as=speech.read_as,
        columns=speech.columns,
        rows=tuple(_with_others(rows)),
        empty=tuple(empty),
        more_speaking=speech.more_speaking,
        more_silent=speech.more_silent,
        others=speech.others,
        unchosen=speech.unchosen,
    )


def _left_out(able: Sequence[Standing], members: Sequence[Standing]) -> dict[str, tuple[Passage, ...]]:
    """The passages that could stand in a row and do not, by article."""
    kept = {_key(each.spoken) for each in members}
    found: dict[str, tuple[Passage, ...]] = {}
    for each in able:
        if _key(each.spoken) not in kept:
            found[each.spoken.article] = (*found.get(each.spoken.article, ()), each.spoken.reading.passage)
    return found


def _far(far: Sequence[Standing], able: Sequence[Standing]) -> dict[str, tuple[str, ...]]:
    """Why a row has none of the passages of an article with words of the row, by article, in words."""
    there = {each.spoken.article for each in able}
    found: dict[str, tuple[str, ...]] = {}
    for each in far:
        if each.spoken.article not in there:
            found[each.spoken.article] = (*found.get(each.spoken.article, ()), too_far(each))
    return found


def _with_others(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with each cell told in which other rows its passage stands: one that makes two points."""
    stands: dict[tuple[str, int], list[str]] = {}
    for row in rows:
        for article, cells in row.cells.items():
            for cell in cells:
                stands.setdefault((article, cell.passage.n), []).append(row.label)
    for row in rows:
        told = {
            article: tuple(_with_also(cell, stands[article, cell.passage.n], row) for cell in cells)
            for article, cells in row.cells.items()
        }
        yield replace(row, cells=told)


def _with_also(cell: Cell, labels: Sequence[str], row: Row) -> Cell:
    also = tuple(label for label in labels if label != row.label)
    if not also:
        return cell
    told = ", ".join(f"“{label}”" for label in also)
    return replace(cell, also=also, why=f"{cell.why}; also in the row{'s' * (len(also) > 1)} {told}")


def _key(spoken: Spoken) -> tuple[str, int]:
    return spoken.article, spoken.reading.passage.n


def _row(
    label: str,
    origin: Origin,
    members: Sequence[Standing],
    speech: Speech,
    weights: Weights,
    order: dict[str, int],
) -> Row:
    cells: dict[str, tuple[Cell, ...]] = {}
    ordered = sorted(members, key=lambda each: (order[each.spoken.article], each.spoken.reading.passage.n))
    for each in ordered:
        reading = each.spoken.reading
        cell = Cell(
            passage=reading.passage,
            spans=tuple(reading.span(place) for place in each.spoken.places),
            strength=strength_of(len(each.spoken.places)) or "mentions",
            why=why(each, members, weights),
            speaker=speech.speaker(reading.passage),
            asked=tuple(reading.span(place) for place in each.places),
        )
        cells[each.spoken.article] = (*cells.get(each.spoken.article, ()), cell)
    said = [(each.spoken.reading, each.sentences) for each in ordered]
    return Row(label, origin, shared_words(said, weights), cells)

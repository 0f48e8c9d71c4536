"""What a person said on the passages of a topic, to be shown beside them."""

from __future__ import annotations

from collections.abc import Iterable

from index import Article, Judgement, judgement_of
from tui.layout.synopsis_passages import Remarks


def verdicts(judgements: tuple[Judgement, ...], topic: str, articles: Iterable[Article]) -> Remarks:
    """The newest word on each passage of a topic; of files that have changed since, none."""
    digests = {article.id: article.digest for article in articles}
    said: dict[tuple[str, tuple[int, int]], str] = {}
    for each in judgements:
        newest = judgement_of(judgements, topic, digests.get(each.article, ""), each.lines)
        if each.topic == topic and newest is not None:
            said[(each.article, each.lines)] = newest.says
    return said

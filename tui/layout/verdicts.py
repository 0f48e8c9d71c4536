"""What a person said on the passages of a topic, to be shown beside them."""

from __future__ import annotations

from collections.abc import Iterable

from index import Article, Judgement, judgement_of
from tui.layout.synopsis_passages import Remarks


def verdicts(judgements: tuple[Judgement, ...], topic: str, articles: Iterable[Article]) -> Remarks:
    """The newest word on each passage of a topic; of files that have changed since, none."""
    digests = {article.id: article.digest for article in articles}
    said: dict[tuple[str, tuple[int, int]], str] = {}
    own = tuple(each for each in judgements if each.topic == topic)
    for each in own:
        newest = judgement_of(own, topic, digests.get(each.article, ""), each.lines)
        if newest is not None:
            said[(each.article, each.lines)] = newest.says
    return said

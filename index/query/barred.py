"""Passages that have the words of a topic only where they are part of what is not the topic."""

from __future__ import annotations

from collections.abc import Iterable

from index.query.marking import marker
from index.query.tree import TopicRef
from index.store.index import Index


def off_topic(index: Index, topic: TopicRef, documents: Iterable[int]) -> frozenset[int]:
    """Of passages that have words of a topic and words barred from it, those that are not on the topic.

    A passage is off the topic when all the topic's words in it stand inside barred ones ("Senkaku Islands"),
    or when barred words stand by themselves. Comparison goes by the same rule.
    """
    if topic.barred is None:
        return frozenset()
    asked, barred = marker(topic.asked, {}), marker(topic.barred, {})
    off = set()
    for document in documents:
        text = index.passage(document).text
        found, shut = asked.spans(text), barred.spans(text)
        apart = any(all(end <= first or last <= start for start, end in found) for first, last in shut)
        inside = all(any(first <= start and end <= last for first, last in shut) for start, end in found)
        if found and (apart or inside):
            off.add(document)
    return frozenset(off)

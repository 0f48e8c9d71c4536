"""Words in the own text of passages: the first passage under a heading is credited with its words as well."""

from __future__ import annotations

from index.query.marking import Marker
from index.store.analysis import stem
from index.store.index import Index


def in_own_text(index: Index, word: str) -> set[int]:
    """Find the passages whose own text has a word as it is spelt, whatever their headings have."""
    found = index.postings("word", word)
    root = stem(word)
    head = index.postings("head", root)
    above = dict(zip(head.documents, head.weights, strict=True))
    # What is said more often than the headings have it stands in the text too.
    doubtful = {
        document
        for document, times in zip(found.documents, found.weights, strict=True)
        if above and times <= above.get(document, 0)
    }
    if not doubtful:
        return set(found.documents)
    in_text = doubtful.intersection(index.postings("text", root).documents)
    spelt = Marker(frozenset(), frozenset((word,)), ())
    sure = {document for document in in_text if spelt.spans(index.passage(document).text)}
    return set(found.documents) - (doubtful - sure)

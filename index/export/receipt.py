"""What an export was made from, so that it can be made again and checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from index.corpus import Corpus
from index.hygiene import clean_name
from index.version import VERSION

_HASH = 16


@dataclass(frozen=True, slots=True)
class Receipt:
    """The lines that tell how an export came about, and the banner that stands first and last on it."""

    banner: str
    lines: tuple[str, ...]


def receipt(corpus: Corpus, asked: Iterable[str], today: date | None = None) -> Receipt:
    """The receipt of an answer from a corpus.

    `asked` are lines: the query, topic or passage as it was read, and the articles where some were chosen.
    The corpus' hash is over the names and hashes of its articles; those of the topics files follow. `today`
    is the date it bears.
    """
    articles = corpus.articles()
    topics = corpus.topic_set()
    names = "".join(f"{each.file}\0{each.digest}\n" for each in articles)
    whole = hashlib.sha256(names.encode("utf-8", "replace"))
    lines = [
        *filter(None, asked),
        f"Corpus: {clean_name(corpus.root.name)}, {len(articles)} article{'s' * (len(articles) != 1)}, "
        f"sha256 {whole.hexdigest()[:_HASH]}",
        *(f"Topics: {name}, sha256 {digest[:_HASH]}" for name, digest in topics.digests),
        f"Made with briefing {VERSION} on {(today or date.today()).isoformat()}",
    ]
    return Receipt(topics.banner, tuple(lines))

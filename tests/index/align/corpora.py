"""Small corpora for tests, written article by article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from index import Corpus


def corpus_of(
    folder: Path, articles: Mapping[str, Sequence[str]], dates: Mapping[str, str] | None = None
) -> Corpus:
    """A corpus with an article of each name: a title, then the paragraphs."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, paragraphs in articles.items():
        text = "\n\n".join([f"On {name}", *paragraphs])
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    declared = [f'["{name}.txt"]\nid = "{name}"\ndate = "{date}"\n' for name, date in (dates or {}).items()]
    declared += [f'["{name}.txt"]\nid = "{name}"\n' for name in articles if name not in (dates or {})]
    (folder / "articles.toml").write_text("\n".join(declared), encoding="utf-8")
    return Corpus.open(folder)

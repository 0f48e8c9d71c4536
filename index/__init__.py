"""The corpus and its index: articles, search, topics and comparison, for screens and for scripts.

Names are imported when they are first asked for, so that `import index` costs nothing and a list of
articles never loads Whoosh.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.align.any_word import AnyWord as AnyWord
    from index.align.any_word import any_word as any_word
    from index.align.compare import compare as compare
    from index.align.figures import figures as figures
    from index.align.figures import row_figures as row_figures
    from index.align.matrix import matrix as matrix
    from index.align.similar import similar as similar
    from index.align.speaks import absence as absence
    from index.align.speaks import in_column_order as in_column_order
    from index.align.suggest import suggest as suggest
    from index.corpus import Corpus as Corpus
    from index.corpus import Refreshed as Refreshed
    from index.dates import in_words as in_words
    from index.export.citation import quoted as quoted
    from index.export.contract import dumps as dumps
    from index.export.contract import list_json as list_json
    from index.export.contract import search_json as search_json
    from index.export.render import Answer as Answer
    from index.export.render import render as render
    from index.export.wrap import wrap as wrap
    from index.formats.limits import Limits as Limits
    from index.formats.limits import set_limits as set_limits
    from index.homes import base_folder as base_folder
    from index.hygiene import clean as clean
    from index.model import PASSAGE_KINDS as PASSAGE_KINDS
    from index.model import Article as Article
    from index.model import ArticleText as ArticleText
    from index.model import Block as Block
    from index.model import BriefingError as BriefingError
    from index.model import Kind as Kind
    from index.model import Passage as Passage
    from index.model import Problem as Problem
    from index.model import Repair as Repair
    from index.model import Span as Span
    from index.model import Unread as Unread
    from index.query import search as search
    from index.results import ArticleHits as ArticleHits
    from index.results import Cell as Cell
    from index.results import Column as Column
    from index.results import Comparison as Comparison
    from index.results import Hit as Hit
    from index.results import Likeness as Likeness
    from index.results import Matrix as Matrix
    from index.results import MatrixCell as MatrixCell
    from index.results import QueryProblem as QueryProblem
    from index.results import Row as Row
    from index.results import SearchResult as SearchResult
    from index.results import Similar as Similar
    from index.store.folding import fold as fold
    from index.toml import parse_toml as parse_toml
    from index.toml import read_toml_bytes as read_toml_bytes
    from index.topic_files import user_file as user_file
    from index.topics.judgements import Judgement as Judgement
    from index.topics.judgements import Verdict as Verdict
    from index.topics.judgements import earlier as earlier
    from index.topics.judgements import judge as judge
    from index.topics.judgements import judge_too as judge_too
    from index.topics.judgements import judgement_of as judgement_of
    from index.topics.judgements import path_of as path_of
    from index.topics.judgements import undo as undo
    from index.topics.model import Topic as Topic
    from index.topics.model import TopicRow as TopicRow
    from index.topics.model import slug as slug
    from index.topics.portable import portable as portable
    from index.topics.save import save_topic as save_topic
    from index.version import VERSION as VERSION

_EXPORTS = {
    "index.align.any_word": ("AnyWord", "any_word"),
    "index.align.compare": ("compare",),
    "index.align.figures": ("figures", "row_figures"),
    "index.align.matrix": ("matrix",),
    "index.align.similar": ("similar",),
    "index.align.speaks": ("absence", "in_column_order"),
    "index.align.suggest": ("suggest",),
    "index.corpus": ("Corpus", "Refreshed"),
    "index.dates": ("in_words",),
    "index.export.citation": ("quoted",),
    "index.export.contract": ("dumps", "list_json", "search_json"),
    "index.export.render": ("Answer", "render"),
    "index.export.wrap": ("wrap",),
    "index.formats.limits": ("Limits", "set_limits"),
    "index.homes": ("base_folder",),
    "index.hygiene": ("clean",),
    "index.model": (
        "PASSAGE_KINDS",
        "Article",
        "ArticleText",
        "Block",
        "BriefingError",
        "Kind",
        "Passage",
        "Problem",
        "Repair",
        "Span",
        "Unread",
    ),
    "index.results": (
        "ArticleHits",
        "Cell",
        "Column",
        "Comparison",
        "Hit",
        "Likeness",
        "Matrix",
        "MatrixCell",
        "QueryProblem",
        "Row",
        "SearchResult",
        "Similar",
    ),
    "index.query": ("search",),
    "index.store.folding": ("fold",),
    "index.toml": ("parse_toml", "read_toml_bytes"),
    "index.topic_files": ("user_file",),
    "index.topics.judgements": (
        "Judgement",
        "Verdict",
        "earlier",
        "judge",
        "judge_too",
        "judgement_of",
        "path_of",
        "undo",
    ),
    "index.topics.model": ("Topic", "TopicRow", "slug"),
    "index.topics.portable": ("portable",),
    "index.topics.save": ("save_topic",),
    "index.version": ("VERSION",),
}
_PLACES = {name: module for module, names in _EXPORTS.items() for name in names}


def __getattr__(name: str) -> object:
    """Import an exported name from the module that holds it."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_PLACES[name]), name)
    globals()[name] = found
    return found

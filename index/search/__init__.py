"""Search: our own query language, evaluated over Whoosh's postings, with its findings told in words."""

from index.search.engine import search
from index.search.match import Matches, match
from index.search.parser import parse

__all__ = ["Matches", "match", "parse", "search"]

"""Search: our own query language, evaluated over Whoosh's postings, with its findings told in words."""

from index.query.engine import search
from index.query.match import Matches, match
from index.query.parser import parse

__all__ = ["Matches", "match", "parse", "search"]

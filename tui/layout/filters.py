"""The list of filters: those in the query first, then what its result can be narrowed to, with counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from index import Article, SearchResult
from tui.layout.choices import Choice
from tui.layout.facets import filter_word, filters_in, without_hit

NO_HIT = "articles without a hit: Enter opens one"
"""The group of articles that can be opened and not filtered by."""
MORE = "more"
"""The value of a line that only tells how much is not listed."""

# Values of a field, and articles without a hit, that are listed.
_VALUES = 12
_WITHOUT = 2000
_OUT_OR_ROUND = "Enter takes it out, x turns it round"


def filter_choices(result: SearchResult, articles: Mapping[str, Article]) -> list[Choice]:
    """What a result is and can be narrowed by; `articles` gives the titles."""
    chosen = filters_in(result)
    choices = [Choice(word, word, _OUT_OR_ROUND, True, "in the query") for word in chosen]
    more = dict(result.more)
    for field, values in result.facets:
        for value, count in values[:_VALUES]:
            word = filter_word(field, value)
            # A name of signs alone has no word to ask for.
            if word not in chosen and any(map(str.isalnum, value)):
                name = _named(value, articles) if field == "article" else value
                choices.append(Choice(word, name, str(count), False, field))
        if field in more:
            typed = "date" if field == "year" else field
            choices.append(
                Choice(MORE, f"and {more[field]:,} more: type {typed}:… in the query", "", None, field)
            )
    return [*choices, *_without(result, articles)]


def _without(result: SearchResult, articles: Mapping[str, Article]) -> Iterator[Choice]:
    without = without_hit(result, _VALUES)
    for key in without[:_WITHOUT]:
        yield Choice(key, _named(key, articles), "no hit", None, NO_HIT)
    if left := len(without[_WITHOUT:]):
        yield Choice(MORE, f"and {left:,} more", "", None, NO_HIT)


def _named(key: str, articles: Mapping[str, Article]) -> str:
    return f"{key} {articles[key].title}" if key in articles else key

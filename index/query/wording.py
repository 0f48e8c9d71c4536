"""Saying in words how a query was understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.query.answer import is_stop
from index.query.tree import (
    And,
    Bag,
    Completion,
    Dates,
    Field,
    Fuzzy,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    TopicRef,
    Where,
    Word,
    narrows,
)


def read_as(tree: Node, corrected: Mapping[Node, str], topics: Sequence[TopicRef] = ()) -> str:
    """Write a query as it was understood.

    `corrected` are misspelt words with what they were taken for; `topics` were searched beside it.
    """

    def say(node: Node, inside: bool = False) -> str:
        match node:
            case Word():
                taken = corrected.get(node)
                return f"{node.text} (as {taken})" if taken else node.text
            case Completion(word=word):
                text = word.text if word is not None else node.text
                taken = corrected.get(word) if word is not None else None
                return f"{text} (as {taken})" if taken else f"{text}…"
            case Phrase(text=text, slop=slop):
                shown = f'"{text}…"' if node.prefix else f'"{text}"'
                return shown if slop is None else f"{shown} within {slop} words"
            case Pattern(text=text):
                return text
            case Fuzzy(text=text, edits=edits):
                return f"{text}~{edits}"
            case Field(name=name, asked=asked):
                return f"{name}:{say(asked, True)}"
            case Where(name=name, value=value):
                return f"{name}:{value}"
            case Dates():
                return f"date:{dates(node)}"
            case TopicRef(topic=topic, asked=asked):
                return f"topic:{topic} ({say(asked)})" if not inside else f"topic:{topic}"
            case Not(asked=asked):
                return f"NOT {say(asked, True)}"
            case And(parts=parts):
                text = " AND ".join(say(part, True) for part in parts)
            case Or(parts=parts):
                text = " OR ".join(say(part, True) for part in parts)
            case Bag():
                kept = [word for word in node.words if not is_stop(word)] or list(node.words)
                plain = " ".join(dict.fromkeys(say(word, True) for word in kept))
                demands = [say(part, True) for part in node.required if not narrows(part)]
                filters = [say(part, True) for part in node.required if narrows(part)]
                bars = [f"NOT {say(part, True)}" for part in node.barred]
                if plain and demands:
                    text = f"{' AND '.join([*demands, *filters])}, best with {plain}"
                elif plain and len(kept) > 1 and filters:
                    text = f"({plain}) AND {' AND '.join(filters)}"
                else:
                    text = " AND ".join([*filter(None, [plain]), *demands, *filters])
                text = " ".join([*filter(None, [text]), *bars])
                if len(node.words) + len(node.required) + len(bars) < 2:
                    return text
            case _:
                return ""
        return f"({text})" if inside else text

    beside = "".join(
        f"; no passage has all of it, so topic:{topic.topic} is searched too" for topic in topics
    )
    return say(tree) + beside


def dates(node: Dates) -> str:
    """Write a span of days shortly: whole years as years."""
    first, last = node.first, node.last
    if first.endswith("-01-01") and (not last or last.endswith("-12-31")):
        first, last = first[:4], last[:4]
    elif not first and last.endswith("-12-31"):
        last = last[:4]
    return first if first == last else f"{first}..{last}"

"""Saying how a query was understood, in its own language: what is said can be typed, and asks the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.query.lexer import OPERATORS, QUOTES, is_headline
from index.query.small import counted
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
)

_LETTERS = re.compile(r"[^\W_]+")
_PLAIN = re.compile(rf"[^\s(){QUOTES}]+")


def read_as(
    tree: Node, corrected: Mapping[Node, str], topics: Sequence[TopicRef] = (), *, every: bool = False
) -> str:
    """Write a query as it was understood.

    `corrected` are misspelt words with what they were taken for; `topics` were searched beside it. With
    `every`, plain words side by side had to be there all.
    """
    wording = _Wording(corrected)
    said = wording.side_by_side(tree) if isinstance(tree, Bag) and not every else wording.say(tree)
    if isinstance(tree, TopicRef):
        said = f"{said} ({wording.say(tree.asked)})"
    if is_headline(said):
        said = _LETTERS.sub(lambda word: word[0] if word[0] in OPERATORS else word[0].lower(), said)
    if said.endswith("?") and not isinstance(tree, Pattern):
        # At the end of several words it would ask a question.
        said = f"({said})"
    taken = dict.fromkeys(f"; {word} is taken for {other}" for word, other in wording.taken)
    beside = [f"; no passage has all of it, so topic:{topic.topic} is searched too" for topic in topics]
    return "".join((said, *taken, *beside))


class _Wording:
    """Writes the nodes of a query; `taken` gathers the words that were taken for others."""

    def __init__(self, corrected: Mapping[Node, str]) -> None:
        self.corrected = corrected
        self.taken: list[tuple[str, str]] = []

    def say(self, node: Node) -> str:
        """Write a node under which all words must be there."""
        match node:
            case Word():
                return self._word(node)
            case Completion(text=text, word=word):
                if word is None:
                    return f"{text}…"
                return self._word(word) if word in self.corrected else f"{word.text}…"
            case Phrase(text=text, slop=slop, prefix=prefix):
                within = "" if slop is None else f"~{slop}"
                return f'"{text}{"*" if prefix else ""}"{within}'
            case Pattern(text=text):
                return text
            case Fuzzy(text=text, edits=edits):
                return f"{text}~{edits}"
            case Field(name=name, asked=asked):
                return f"{name}:{self._inside(asked, of_field=True)}"
            case Where(name=name, value=value):
                plain = _PLAIN.fullmatch(value) and value not in OPERATORS
                return f"{name}:{value}" if plain else f'{name}:"{value}"'
            case Dates():
                return f"date:{dates(node)}"
            case TopicRef(topic=topic):
                return f"topic:{topic}"
            case Not(asked=asked):
                return f"NOT {self._inside(asked)}"
            case And() | Bag():
                return " AND ".join(self._demands(node))
            case Or(parts=parts):
                return " OR ".join(map(self._inside, parts))
            case _:
                return ""

    def side_by_side(self, bag: Bag) -> str:
        """Write plain words and what stands beside them as they are typed."""
        return " ".join(self._parts(bag, typed=True))

    def _demands(self, node: Node) -> list[str]:
        match node:
            case And(parts=parts):
                return [said for part in parts for said in self._demands(part)]
            case Bag():
                return list(dict.fromkeys(self._parts(node)))
            case _:
                return [self._inside(node)]

    def _parts(self, bag: Bag, *, typed: bool = False) -> list[str]:
        # A phrase among words that are typed side by side is no demand only because of the small ones.
        pasted = typed and any(isinstance(word, Phrase) for word in bag.words)
        words = bag.words if pasted else counted(bag.words)
        said = [(word.start, self.say(word)) for word in words]
        for part in bag.required:
            # A name in pieces is wanted as it stands where it is in quotes.
            text = f'"{part.text}"' if isinstance(part, Word) else self._inside(part)
            said.append((part.start, text))
        said += [(part.start, f"NOT {self._inside(part)}") for part in bag.barred]
        return [text for _, text in sorted(said, key=lambda one: one[0])]

    def _inside(self, node: Node, *, of_field: bool = False) -> str:
        if not isinstance(node, Bag):
            return f"({self.say(node)})" if isinstance(node, And | Or) else self.say(node)
        parts = self._parts(node, typed=True) if of_field else self._demands(node)
        text = (" " if of_field else " AND ").join(parts)
        # One thing stands by itself, unless it is what must not be there.
        return f"({text})" if len(parts) > 1 or text.startswith("NOT ") else text

    def _word(self, word: Word) -> str:
        taken = self.corrected.get(word)
        if taken is not None:
            self.taken.append((word.text, taken))
            return taken
        return word.text.lower() if word.text in OPERATORS else word.text


def dates(node: Dates) -> str:
    """Write a span of days shortly: whole years as years."""
    first, last = node.first, node.last
    if first.endswith("-01-01") and (not last or last.endswith("-12-31")):
        first, last = first[:4], last[:4]
    elif not first and last.endswith("-12-31"):
        last = last[:4]
    return first if first == last else f"{first}..{last}"

"""The single words, phrases and patterns of a query, each looked up in the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from index.query.answer import Answer, CancelledError, is_stop
from index.query.expansion import completions, edit_distance, fits, matching, may_mean, near
from index.query.own import in_own_text
from index.query.phrases import Masks, adjacent, near_by, starting
from index.query.scoring import Scorer, Weights, union
from index.query.tree import Completion, Fuzzy, Node, Pattern, Phrase, Word
from index.results import QueryProblem
from index.store.analysis import stem
from index.store.folding import fold
from index.store.index import Index

# Completions are guesses: the word as typed comes first.
_GUESS = 0.5
# A word that no passage has is taken for its nearest spelling when it is long enough to be one.
_SHORTEST_SLIP = 5
# What the unfinished last word of a phrase may be.
_ENDINGS = 50


class Leaves:
    """Looks up leaves, and notes in the answer what they stood for.

    While `declared`, words are meant as they are spelt: somebody wrote them into a topic. While `own`, only
    the passages' own text is looked at: the heading above one bars nothing.
    """

    def __init__(self, index: Index, scorer: Scorer, answer: Answer, cancelled: Callable[[], bool]) -> None:
        self.index = index
        self.scorer = scorer
        self.answer = answer
        self.cancelled = cancelled
        self.declared = False
        self.own = False

    def word(self, word: Word, field: str) -> Weights:
        """Weigh the passages that have a word in any of its forms."""
        plain = self._stem if field == "text" else lambda stem: self.scorer.term(field, stem)
        if len(word.pieces) == 1:
            found = plain(word.joined)
            if not found and field == "text":
                return self._slip(word)
            return found
        counts = dict(self.phrase(Phrase(word.start, word.end, word.text, word.pieces), field))
        for document in plain(word.joined) if word.joined else ():
            counts.setdefault(document, 1)
        return self.scorer.group(counts)

    def _slip(self, word: Word) -> Weights:
        """Take a word that nobody wrote for the one word that is a letter away from it."""
        spelt = fold(word.text)
        if self.declared or len(spelt) < _SHORTEST_SLIP or not spelt.isalpha() or is_stop(word):
            return Weights()
        found = [
            other
            for _, other in near(spelt, 1, self.index.vocabulary)
            if other[0] == spelt[0] and other.isalpha() and other != spelt
        ]
        if not found:
            return Weights()
        self.answer.corrected[word] = found[0]
        self.answer.forms[word] = (found[0],)
        return self._stem(stem(found[0]))

    def _stem(self, stem: str) -> Weights:
        return self.scorer.term("text", stem) if self.own else self.scorer.stem(stem)

    def phrase(self, phrase: Phrase, field: str) -> Mapping[int, int]:
        """Count a phrase in the passages that have it; a phrase in the text may stand in a heading."""
        fields = ("text", "head") if field == "text" and not self.own else (field,)
        counts: dict[int, int] = {}
        for one in fields:
            for document, times in self._phrase_in(phrase, one).items():
                counts[document] = counts.get(document, 0) + times
        return counts

    def _phrase_in(self, phrase: Phrase, field: str) -> Mapping[int, int]:
        groups: list[tuple[str, ...]] = [(part,) for part in phrase.stems]
        if phrase.prefix:
            words, _ = matching(phrase.prefix + "*", self.index.vocabulary)
            groups[-1] = tuple(dict.fromkeys((groups[-1][0], *(stem(word) for word in words[:_ENDINGS]))))
        if field in ("author", "source"):
            held = [{one for part in group for one in self.scorer.term(field, part)} for group in groups]
            return dict.fromkeys(set.intersection(*held), 1)
        placed = sorted(
            enumerate(groups),
            key=lambda one: sum(self.index.document_frequency(part, field) for part in one[1]),
        )
        wanted: Set[int] | None = None
        masks: list[Masks] = []
        for offset, group in placed:
            mask = self._masks(field, group, wanted)
            if phrase.slop is None:
                mask = adjacent(masks[0], mask, offset) if masks else starting(mask, offset)
                masks = [mask]
            else:
                masks.append(mask)
            wanted = mask.keys()
            if not wanted:
                return {}
        found = masks[0] if phrase.slop is None else near_by(masks, phrase.slop)
        return {document: mask.bit_count() for document, mask in found.items()}

    def _masks(self, field: str, group: Sequence[str], documents: Set[int] | None) -> Masks:
        masks = self.index.masks(field, group[0], documents)
        if len(group) == 1:
            return masks
        found = dict(masks)
        for part in group[1:]:
            for document, mask in self.index.masks(field, part, documents).items():
                found[document] = found.get(document, 0) | mask
        return found

    def pattern(self, pattern: Pattern, field: str) -> Weights:
        """Weigh the passages that have a word that fits a pattern, all such words taken as one."""
        if field != "text":
            words = [word for word in self.scorer.field_words(field) if fits(pattern.text, word)]
            return self._in_field(pattern, field, words)
        words, total = matching(pattern.text, self.index.vocabulary)
        if len(words) < total:
            self.answer.problems.append(
                QueryProblem(
                    pattern.start,
                    pattern.end,
                    f"{pattern.text} fits {total:,} words; the {len(words):,} commonest are searched",
                )
            )
        self.answer.forms[pattern] = tuple(words)
        return self._words(words)

    def completion(self, asked: Completion, field: str) -> Weights:
        """Weigh the passages that have the word as typed, and less those with what it may become."""
        if field != "text":
            known = self.scorer.field_words(field)
            return self._in_field(asked, field, [word for word in known if word.startswith(asked.text)])
        words = completions(asked.text, self.index.vocabulary)
        exact = Weights()
        if asked.word is not None and not (is_stop(asked) and words):
            exact = self.word(asked.word, field) if not words else self._known(asked.word)
        self.answer.forms[asked] = (asked.text, *words) if exact else tuple(words)
        # Of the last letters of a word most leave it the same words to become.
        kind = "own completion" if self.own else "completion"
        guessed = self.scorer.kept((kind, " ".join(words)), lambda: self._words(words, _GUESS))
        if not exact:
            return guessed
        # What has the word as it stands keeps its order when the word is finished.
        return Weights({**guessed, **exact})

    def _known(self, word: Word) -> Weights:
        if len(word.pieces) > 1:
            return self.word(word, "text")
        # The stem of half a word is the stem of another: only a word that somebody wrote counts as it stands.
        known = self.index.vocabulary.count(fold(word.text)) > 0
        return self._stem(word.joined) if known else Weights()

    def fuzzy(self, fuzzy: Fuzzy, field: str) -> Weights:
        """Weigh the passages that have a word spelt nearly like this one."""
        if field != "text":
            words = [
                word
                for word in self.scorer.field_words(field)
                if edit_distance(fuzzy.text, word, fuzzy.edits) <= fuzzy.edits and may_mean(fuzzy.text, word)
            ]
            return self._in_field(fuzzy, field, words)
        found = near(fuzzy.text, fuzzy.edits, self.index.vocabulary)
        known = {word: distance for distance, word in found if may_mean(fuzzy.text, word)}
        self.answer.forms[fuzzy] = tuple(known)
        return self._nearest_first(self._words(known), known)

    def _nearest_first(self, weights: Weights, known: dict[str, int]) -> Weights:
        """Weigh the passages with a nearer word above all those with farther ones."""
        nearness: dict[int, int] = {}
        farthest = max(known.values(), default=0)
        for word, distance in reversed(known.items()):
            nearness.update(dict.fromkeys(self.index.postings("word", word).documents, farthest - distance))
        peak = weights.peak
        return Weights(
            {
                document: (weight + nearness[document] * peak) / (farthest + 1)
                for document, weight in weights.items()
            }
        )

    def _in_field(self, node: Node, field: str, words: Sequence[str]) -> Weights:
        self.answer.head_forms[node] = tuple(words)
        return union([self.scorer.term(field, stem(word)) for word in words])

    def _words(self, words: Iterable[str], boost: float = 1.0) -> Weights:
        counts: Counter[int] = Counter()
        for word in words:
            if self.cancelled():
                raise CancelledError
            if self.own:
                counts.update(in_own_text(self.index, word))
                continue
            found = self.index.postings("word", word)
            counts.update(found.documents)
            if sum(found.weights) > len(found.weights):
                for document, times in zip(found.documents, found.weights, strict=True):
                    if times > 1:
                        counts[document] += times - 1
        return self.scorer.group(counts, boost=boost)

"""Text into terms, with the place of each in the text to the character.

Search, marking and comparison all read text through this one analyzer, so that what is found is what is
marked. Words are folded, then stemmed; a hyphenated or mixed word gives its pieces and its joined form.
Chinese, Japanese and Korean are written without spaces, or with what belongs to a word joined to it: each
sign is a term, and a word is found as the signs it is written with, side by side.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from index.store.folding import fold

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh.lang.snowball.english import EnglishStemmer
    from whoosh.lang.snowball.russian import RussianStemmer
    from whoosh.lang.stopwords import stoplists

# Hiragana by themselves are particles and endings; the rest are the commonest particles of Chinese.
STOP_WORDS: frozenset[str] = frozenset(stoplists["en"]) | {*map(chr, range(0x3041, 0x3097)), *"的了是在"}

# A letter or digit of any script with the marks that belong to it; soft hyphens and joiners may stand inside.
_MARKS = "\u0300-\u036f\u0610-\u065f\u0900-\u0e4f\u00ad\u200b-\u200d\u2060\u3099\u309a\ufe00-\ufe0f"
_PIECE = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_APOSTROPHES = "'\u2019\u02bc\u2018\u201b`\u00b4"
_JOINERS = "\\-\u2010\u2011" + _APOSTROPHES
_RUN = re.compile(rf"(?:(?<!\w)(?:[^\W\d_]\.){{2,}}(?!\w))|{_PIECE}(?:[{_JOINERS}]{_PIECE})*")
_PIECES = re.compile(_PIECE)
# Signs of Chinese, Japanese and Korean (Unicode blocks of Han, kana, bopomofo and Hangul syllables).
_SIGNS = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_SIGN = re.compile(f"[{_SIGNS}]")
_KINDS = re.compile(rf"\d[\d{_MARKS}]*|[{_SIGNS}][{_MARKS}\uff9e\uff9f]*|[^\d{_SIGNS}]+")

# Longer chains of hyphens or of letters and digits are codes or addresses; their joined form finds nobody.
_MOST_PIECES = 6


class Token(NamedTuple):
    """One term of a text.

    `word` is the folded word, `stem` its stem. `start` and `end` are code-point offsets into the text;
    `position` counts words, so that neighbours differ by one. The joined form of a word in pieces shares
    the position of its first piece and comes after the pieces.
    """

    word: str
    stem: str
    start: int
    end: int
    position: int


def stem(word: str) -> str:
    """Give the stem of a folded word, under which its inflected forms are found.

    Words in Latin letters are taken for English, those in Cyrillic for Russian (Snowball).
    """
    if len(word) > _LONGEST_WORD:
        return word
    known = _STEMS.get(word)
    if known is None:
        known = word if len(word) < 3 or word.isdigit() else _stem(word)
        if len(_STEMS) >= _MOST_STEMS:
            _STEMS.clear()
        _STEMS[word] = known
    return known


def _stem(word: str) -> str:
    if "а" <= word[0] <= "я":
        return str(_RUSSIAN.stem(word))
    found = str(_ENGLISH.stem(word))
    # Snowball keeps the s of virus, and with it that of Hindus; status without it would be a statue.
    return found[:-1] if found.endswith("us") and len(found) >= _PLURAL and found != "status" else found


def learn(words: Iterable[str], stems: Iterable[str]) -> None:
    """Take over stems that were worked out before: the stemmer takes longer than the rest of a search."""
    _STEMS.update(zip(words, stems, strict=True))


_ENGLISH = EnglishStemmer()
_RUSSIAN = RussianStemmer()
# Shorter words in -us are seldom plurals, and without it more often the stem of another.
_PLURAL = 6
# Longer ones are no words: the stemmer would take minutes for a million of one letter.
_LONGEST_WORD = 64
_STEMS: dict[str, str] = {}
_MOST_STEMS = 1_000_000


def pieces(run: str) -> tuple[int, tuple[Token, ...]]:
    """Analyse one run of text without spaces: how many positions it takes, and its terms.

    Offsets and positions count from the start of the run. Only words come again and are held: of sentences
    without spaces a cache would hold any amount.
    """
    return _pieces_of_word(run) if len(run) <= _LONGEST_WORD and not has_signs(run) else _pieces(run)


def _pieces(run: str) -> tuple[int, tuple[Token, ...]]:
    found = [(piece.start(), piece.group()) for piece in _PIECES.finditer(run)]
    if len(found) > 1 and found[-1][1] in "sS" and run[found[-1][0] - 1] in _APOSTROPHES:
        found.pop()
    parts = []
    signs = has_signs(run)
    for start, piece in found:
        kinds = list(_KINDS.finditer(piece))
        if len(kinds) > _MOST_PIECES and not signs:
            parts.append((start, piece))
        else:
            parts.extend((start + kind.start(), kind.group()) for kind in kinds)
    tokens = []
    for position, (start, part) in enumerate(parts):
        word = fold(part)
        tokens.append(Token(word, stem(word), start, start + len(part), position))
    if 1 < len(parts) <= _MOST_PIECES and not signs:
        joined = "".join(token.word for token in tokens)
        tokens.append(Token(joined, stem(joined), tokens[0].start, tokens[-1].end, 0))
    return len(parts), tuple(tokens)


_pieces_of_word = lru_cache(maxsize=131072)(_pieces)


def has_signs(text: str) -> bool:
    """Whether a text has signs of Chinese, Japanese or Korean, which are terms by themselves."""
    return not text.isascii() and _SIGN.search(text) is not None


def runs(text: str) -> Iterator[re.Match[str]]:
    """Find the runs of a text in order: words, hyphenated words and abbreviations, unanalysed."""
    return _RUN.finditer(text)


def tokens(text: str) -> list[Token]:
    """Give all terms of a text in order, with exact offsets into it."""
    found: list[Token] = []
    position = 0
    for run in _RUN.finditer(text):
        count, parts = pieces(run.group())
        start = run.start()
        found.extend(
            [Token(part[0], part[1], start + part[2], start + part[3], position + part[4]) for part in parts]
        )
        position += count
    return found


def stems(text: str) -> list[tuple[str, int, int]]:
    """Give the stems of a text that carry meaning (no stop words), with their offsets."""
    return [(token.stem, token.start, token.end) for token in tokens(text) if token.word not in STOP_WORDS]

"""One spelling for all spellings of a word: case, accents, look-alike letters.

What a reader types and what a file holds seldom agree to the letter; both go through `fold`, and match.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that no Unicode decomposition turns into their plain form.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)

# Cyrillic and Greek letters drawn like Latin ones, after case folding (Unicode confusables, lower case).
_LOOKALIKE = str.maketrans(
    "асеорхуіјѕһԁԛԝвкмнтα" + "οιυνρκτχεγ",
    "aceopxyijshdqwbkmhta" + "oiuvpktxey",
)


# The accents of Latin, Greek and Cyrillic, and what is not seen; the marks of other scripts are part of a
# word, and so is the breve of й, which is a letter by itself.
_ACCENTS = re.compile(
    "(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe00-\ufe0f]"
)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Give the one form under which all spellings of a word are kept.

    Compatibility forms (ligatures, full width), accents, case and soft hyphens are levelled; in a word that
    mixes scripts, letters that look Latin become Latin (`Сold` with a Cyrillic С is `cold`). A word wholly
    in another script keeps its letters.
    """
    if word.isascii():
        return word.lower()
    text = unicodedata.normalize("NFKD", word).casefold()
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).translate(_PLAIN)
    if any("a" <= letter <= "z" for letter in text) and not text.isascii():
        text = text.translate(_LOOKALIKE)
    return unicodedata.normalize("NFC", text)

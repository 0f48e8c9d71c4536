"""How many attributes markup may have, looked at before it is parsed.

libxml2 compares each attribute of an HTML element with all those before it: forty thousand on one element
take ten seconds, and each takes some three hundred bytes of memory.
"""

from __future__ import annotations

import re

from index.formats import limits
from index.model import BriefingError

_TAG = re.compile(r"""<[a-zA-Z](?:[^>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+""")
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
# Shorter than this, markup has not so many attributes in all that they weigh.
_SMALL = 1 << 20


def hold_attributes(text: str, what: str) -> None:
    """Raise BriefingError for markup with too many attributes, in one element or in all; `what` names it."""
    total = 0
    least = 2 * limits.TAG_ATTRIBUTES if len(text) < _SMALL else 0
    for tag in _TAG.finditer(text):
        if tag.end() - tag.start() < least:
            continue
        count = len(_VALUE.sub(" ", tag[0]).replace("/", " ").split())
        total += count
        if count > limits.TAG_ATTRIBUTES or total > limits.MARKUP_ATTRIBUTES:
            raise BriefingError(f"{what} has too many attributes in its tags; save it anew or as text")

"""The comparatives of an adjective and the verb made of it, which stemming leaves apart: mild, milder."""

from __future__ import annotations

from functools import lru_cache

from index.align.terms import Term, term

# Short adjectives of degree, as longer ones are compared with "more". They are listed because cutting off
# every "-er" would make one word of "form" and "former".
_DEGREES = """
big bold brief bright broad cheap clean clear close cold cool costly cruel dark deadly dear deep dense
dull early easy faint fair fast few fierce firm free fresh full grave great hard harsh heavy high hot keen
large late light long loose loud low mean mild narrow near new old plain poor pure quick quiet rare rich
rigid rough safe severe sharp short simple slack slight slow small smooth soft steady steep stern stiff
strict strong swift tense thick thin tight tough vague vast warm weak wealthy wide young
"""
_WITH_VERBS = """
bright broad cheap dark deep fresh hard light loose quick rough sharp short slack soft stiff thick tight
tough weak wide
"""
_ADJECTIVES = frozenset(_DEGREES.split())
_VERBS = frozenset(_WITH_VERBS.split())


@lru_cache(maxsize=4096)
def kin(word: Term) -> tuple[Term, ...]:
    """A word, and where it is a plain adjective its comparative, superlative and verb in "-en" with it."""
    text = word.text.lower()
    if text not in _ADJECTIVES:
        return (word,)
    base = text[:-1] if text.endswith("e") else text[:-1] + "i" if text.endswith("y") else text
    if text in ("big", "hot", "thin"):
        base += text[-1]
    forms = [base + "er", base + "est"]
    if text in _VERBS:
        forms.append((text[:-1] if text.endswith("e") else text) + "en")
    return (word, *(found for form in forms if (found := term(form)) is not None))

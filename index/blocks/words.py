"""The few lists of English words that rules of layout need; everything else goes by form."""

from __future__ import annotations

import re


def word_set(words: str) -> frozenset[str]:
    """The words of a text, as a set; word lists are written as text to be read."""
    return frozenset(words.split())


# Words after which a sentence cannot end: what follows belongs to it, whatever its case.
OPEN_ENDING = word_set(
    """
    a an the and or nor but of to in on at by for from with without into onto upon over under
    between among against toward towards through during before after since until because although
    though while whereas if unless as than that which who whom whose where when what how why is are
    was were be been being am has have had do does did will would shall should can could may might
    must not no its his her their our your my this these those such very more most less both either
    neither each every any some via per amid despite including regarding concerning mr mrs ms dr
    prof gen col lt vs versus
    """
)

# Verbs and phrases with which a sentence hands over to the words of someone else.
_SPEECH = re.compile(
    r"\b(?:according to|sa(?:y|ys|id|ying)|stat(?:es?|ed|ing)|writ(?:es?|ing)|wrote|written|observ(?:es?|ed"
    r"|ing)"
    r"|argu(?:es?|ed|ing)|not(?:es|ed|ing)|conclud(?:es?|ed|ing)|add(?:s|ed|ing)|remark(?:s|ed)|comment(?:s"
    r"|ed)"
    r"|declar(?:es?|ed|ing)|explain(?:s|ed|ing)|testif(?:ies|ied)|warn(?:s|ed)|claim(?:s|ed)|assert(?:s|ed)"
    r"|insist(?:s|ed)|repl(?:ies|ied)|ask(?:s|ed)|recall(?:s|ed)|report(?:s|ed)|announc(?:es|ed)|quot(?:es"
    r"|ed)"
    r"|told|tells|reads?|in (?:his|her|their|its) words|put it|puts it|as follows|emphasi[sz](?:es|ed))\b",
    re.IGNORECASE,
)

_TEXTS = re.compile(
    r"\b(?:note|letter|memo(?:randum)?|telegram|cable|statement|declaration|words|diary|speech|resolution"
    r"|communiqu[eé]|protocol|treaty|article|preamble|passage|memoirs?)\b",
    re.IGNORECASE,
)

# Words that stand at the head of a part of a text, never of a person's name.
HEADING_WORDS = word_set(
    """
    available downloads download related content contents all topics regions experts more read print
    special issue volume page pages figure table map maps
    abstract summary introduction background overview conclusion conclusions discussion results
    methods analysis outlook implications recommendations findings contents preface foreword
    acknowledgements acknowledgments appendix annex references notes bibliography executive key
    points part chapter section about contact news opinion analysis commentary report editorial
    press release update the a an of and in on for to with history early life career works legacy
    description usage options installation examples license copyright version user guide manual
    getting started quick start new old
    """
)

NOTES_HEADING = re.compile(
    r"(?:[#*_\s]*)(?:\d+\.?\s+)?(?:end\s?notes?|foot\s?notes?|notes?|references?(?: and notes?)?"
    r"|notes? and references?"
    r"|citations?|sources?|works cited|bibliography|literature(?: cited)?)[:.*_#\s]*",
    re.IGNORECASE,
)

ROLES = re.compile(
    r"\b(?:professor|fellow|director|analyst|researcher|lecturer|correspondent|reporter|editor|columnist"
    r"|writer"
    r"|author|journalist|scholar|student|graduate|president|chair(?:man|woman)?|head of|expert|specialist"
    r"|ambassador|associate|instructor|economist|historian|consultant|adviser|advisor|scientist|engineer"
    r"|co-?founder|founder|ph\.?d|candidate|senior|special (?:to|for)|research(?:es)?|department"
    r"|university|institute|center"
    r"|centre|college|school of|faculty|speciali[sz](?:es|ed|ing) in|works? (?:at|for)|teaches|follow (?:him"
    r"|her|them))\b",
    re.IGNORECASE,
)

HYPHENS = ("-", "\u2010", "\u00ad")
_LETTERS_AT_END = re.compile(r"[^\W\d_]+$")
FIRST_WORD = re.compile(r"\S+")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def last_word(text: str) -> str:
    """The last word of a text in lower case, empty when it ends with something else."""
    return plain_word(text[-60:].rstrip().rstrip("\"'”’)*_")).lower()


def plain_word(text: str) -> str:
    """The letters that a text ends with, empty when it ends with something else."""
    token = text[-60:].rsplit(None, 1)[-1] if text and not text[-1].isspace() else ""
    if token.isalpha():
        return token
    match = _LETTERS_AT_END.search(token)
    return match[0] if match else ""


def hands_over(text: str) -> bool:
    """Whether the last sentence of a text says that someone else's words come next."""
    tail = text.rstrip()[-400:]
    sentence = re.split(r"(?<=[.!?])[\"”’)]*\d*\s+(?=[\"“‘(]?[A-Z])", tail)[-1]
    return _SPEECH.search(sentence) is not None


def names_text(text: str) -> bool:
    """Whether the last line of a text names a letter, a treaty or the like, whose words may come next."""
    return _TEXTS.search(text.rstrip()[-120:]) is not None

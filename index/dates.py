"""Dates as EDTF (ISO 8601-2, level 1), because an article's date is seldom a plain day.

`2016-01~` is approximate, `2015?` uncertain, `2014-XX` unspecified, `2014/2016` an interval, `2015-21` a
spring. A comparison needs the first and the last day that a date can mean.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

_PLAIN = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:T[\d:.,+\-Z]+)?)?)?"
    r"(?P<mark>[?~%]?)"
)
# ISO 8601-2 numbers the seasons 21 to 24; a winter runs into the next year.
_SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
_SEASON_NUMBER = {name: number for number, (name, _) in _SEASONS.items()} | {"fall": 23}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_OTHER_MONTHS = (
    ("jan", "januar", "janvier", "enero", "gennaio", "января", "январь"),
    ("feb", "februar", "février", "fevrier", "febrero", "febbraio", "февраля", "февраль"),
    ("mar", "märz", "maerz", "mars", "marzo", "марта", "март"),
    ("apr", "avril", "abril", "aprile", "апреля", "апрель"),
    ("mai", "mayo", "maggio", "мая", "май"),
    ("jun", "juni", "juin", "junio", "giugno", "июня", "июнь"),
    ("jul", "juli", "juillet", "julio", "luglio", "июля", "июль"),
    ("aug", "août", "aout", "agosto", "августа", "август"),
    ("sep", "sept", "septembre", "septiembre", "settembre", "сентября", "сентябрь"),
    ("oct", "okt", "oktober", "octobre", "octubre", "ottobre", "октября", "октябрь"),
    ("nov", "novembre", "noviembre", "ноября", "ноябрь"),
    ("dec", "dez", "dezember", "décembre", "decembre", "diciembre", "dicembre", "декабря", "декабрь"),
)
_MONTH_NUMBER = {name.lower(): number for number, name in enumerate(_MONTHS, 1)} | {
    name: number for number, names in enumerate(_OTHER_MONTHS, 1) for name in names
}
_NAME = "(?:" + "|".join(sorted(map(re.escape, _MONTH_NUMBER), key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<{}>(?:1[5-9]|20)\d\d)"
_WRITTEN = "|".join(
    (
        r"\b" + _YEAR.format("y1") + r"-(?P<m1>0[1-9]|1[0-2])(?:-(?P<d1>0[1-9]|[12]\d|3[01]))?(?![\d-])",
        r"\b(?P<d2>[0-3]?\d)\.\s?(?P<m2>[01]?\d)\.\s?" + _YEAR.format("y2") + r"\b",
        r"\b(?P<a3>[0-3]?\d)/(?P<b3>[0-3]?\d)/" + _YEAR.format("y3") + r"\b",
        r"\b" + _YEAR.format("y4") + r"/(?P<m4>0?[1-9]|1[0-2])/(?P<d4>[0-3]?\d)\b",
        r"\b(?P<d5>[0-3]?\d)(?:st|nd|rd|th|er|\.)?(?:\s+(?:of|de))?\s+(?P<m5>"
        + _NAME
        + r"),?(?:\s+de)?\s+"
        + _YEAR.format("y5")
        + r"\b",
        r"\b(?P<m6>" + _NAME + r")\s+(?P<d6>[0-3]?\d)(?:st|nd|rd|th)?,?\s+" + _YEAR.format("y6") + r"\b",
        r"\b(?P<m7>" + _NAME + r"),?(?:\s+de)?\s+" + _YEAR.format("y7") + r"\b",
        _YEAR.format("y8") + r"年\s?(?P<m8>1?\d)月(?:\s?(?P<d8>[0-3]?\d)日)?",
        r"\b(?P<s9>spring|summer|autumn|fall|winter),?\s+(?:of\s+)?" + _YEAR.format("y9") + r"\b",
    )
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date found in a text: its EDTF form and where it stands, in code-point offsets."""

    edtf: str
    start: int
    end: int


def is_edtf(text: str) -> bool:
    """Whether a text is a date that this program understands."""
    try:
        _range(text)
    except ValueError:
        return False
    return True


def earliest(edtf: str) -> date:
    """The first day that a date can mean; raises ValueError for what is no EDTF."""
    return _range(edtf)[0]


def latest(edtf: str) -> date:
    """The last day that a date can mean; raises ValueError for what is no EDTF."""
    return _range(edtf)[1]


def certainty(edtf: str) -> str:
    """How sure a date is, in one word: `approximate`, `uncertain`, or empty for a plain date.

    `%` means both and is told as uncertain.
    """
    if "?" in edtf or "%" in edtf:
        return "uncertain"
    return "approximate" if "~" in edtf else ""


def in_words(edtf: str) -> str:
    """A date as a person says it: "19 September 2016", "about January 2016", "2015 (uncertain)".

    What is no EDTF is given back as it stands.
    """
    if not is_edtf(edtf):
        return edtf
    if "/" in edtf:
        first, last = edtf.split("/")
        if first in ("", ".."):
            return f"until {_say(last)}"
        if last in ("", ".."):
            return f"from {_say(first)}"
        return f"{_say(first)} to {_say(last)}"
    return _say(edtf)


def find_date(text: str) -> Found | None:
    """The first date written in a text with a year and at least a month or season, or None.

    Days and months in figures are read day first where they have dots, and where a number over 12 shows
    it; `03/04/2016` tells only its year surely and is given as `2016-XX`.
    """
    for match in _written().finditer(text):
        edtf = _edtf_of(match)
        if edtf and is_edtf(edtf):
            return Found(edtf, match.start(), match.end())
    return None


@cache
def _written() -> re.Pattern[str]:
    return re.compile(_WRITTEN, re.IGNORECASE)


def _edtf_of(match: re.Match[str]) -> str:
    parts = {key[0]: value for key, value in match.groupdict().items() if value}
    year = parts["y"]
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        if first > 12 >= second:
            return f"{year}-{second:02}-{first:02}"
        if second > 12 >= first or first == second:
            return f"{year}-{first:02}-{second:02}"
        return f"{year}-XX"
    if "s" in parts:
        return f"{year}-{_SEASON_NUMBER[parts['s'].lower()]}"
    named = parts["m"].rstrip(".").lower()
    month = int(named) if named.isdigit() else _MONTH_NUMBER[named]
    return f"{year}-{month:02}-{int(parts['d']):02}" if "d" in parts else f"{year}-{month:02}"


def _range(edtf: str) -> tuple[date, date]:
    if "/" in edtf:
        first, last = edtf.split("/")
        if first in ("", "..") and last in ("", ".."):
            raise ValueError(edtf)
        start = date.min if first in ("", "..") else _range(first)[0]
        end = date.max if last in ("", "..") else _range(last)[1]
        if start > end:
            raise ValueError(edtf)
        return start, end
    match = _PLAIN.fullmatch(edtf)
    if match is None:
        raise ValueError(edtf)
    year, month, day = match["year"], match["month"], match["day"]
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if "X" in year and month not in (None, "XX"):
        raise ValueError(edtf)
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError(edtf)
        return date(max(low, 1), 1, 1), date(high, 12, 31)
    number = int(month)
    if number in _SEASONS and day is None:
        opens = _SEASONS[number][1]
        closes = date(low, opens + 2, monthrange(low, opens + 2)[1]) if opens < 12 else date(low + 1, 2, 28)
        return date(low, opens, 1), closes
    if day is None or day == "XX":
        return date(low, number, 1), date(low, number, monthrange(low, number)[1])
    exact = date(low, number, int(day))
    return exact, exact


def _say(edtf: str) -> str:
    match = _PLAIN.fullmatch(edtf)
    assert match is not None
    year, month, day = match["year"], match["month"], match["day"]
    said = f"{year.replace('X', '0')}s" if "X" in year else year
    if month not in (None, "XX"):
        number = int(month)
        named = _SEASONS[number][0] if number in _SEASONS else _MONTHS[number - 1]
        said = f"{named} {year}" if day in (None, "XX") else f"{int(day)} {named} {year}"
    mark = match["mark"]
    if mark in ("~", "%"):
        said = f"about {said}"
    return f"{said} (uncertain)" if mark in ("?", "%") else said

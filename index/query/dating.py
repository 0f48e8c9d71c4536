"""Dates in a query: `2015`, `2015-06`, `>2015-06`, `2014..2016`, `..2014`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?"
_ONE = re.compile(rf"^{_DAY}$")
_RANGE = re.compile(r"^(.*?)(?:\.\.+|\u2026|\u2013)(.*)$")
_SIDE = re.compile(r"^(<=|>=|<|>|=)(.+)$")


def read_dates(text: str) -> tuple[str, str] | None:
    """Read first and last day, ISO and inclusive, empty where open; None for what is no date.

    A span that runs backwards is turned round.
    """
    text = text.strip().rstrip(".,;") if not text.strip().endswith("..") else text.strip()
    if side := _SIDE.match(text):
        span = _span(side.group(2))
        if span is None:
            return None
        first, last = span
        try:
            return {
                "<": ("", (first - timedelta(days=1)).isoformat()),
                "<=": ("", last.isoformat()),
                ">": ((last + timedelta(days=1)).isoformat(), ""),
                ">=": (first.isoformat(), ""),
                "=": (first.isoformat(), last.isoformat()),
            }[side.group(1)]
        except OverflowError:
            return None
    if both := _RANGE.match(text):
        first_text, last_text = both.group(1).strip(), both.group(2).strip()
        start, end = _span(first_text), _span(last_text)
        if (first_text and start is None) or (last_text and end is None) or not (start or end):
            return None
        if start and end and start[0] > end[1]:
            start, end = end, start
        return (start[0].isoformat() if start else "", end[1].isoformat() if end else "")
    span = _span(text)
    return (span[0].isoformat(), span[1].isoformat()) if span else None


def _span(text: str) -> tuple[date, date] | None:
    found = _ONE.match(text.strip())
    if not found or not found.group(1).isascii():
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        if not day:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None

"""All hostile files, by class; importing this package declares them."""

from __future__ import annotations

from tests.hostile.inputs import archives, broken, mails, markup, oddities, pdfs, sequences, sizes
from tests.hostile.inputs.model import INPUTS, LONG, SCALES, SHORT, Hostile, Scale

__all__ = ["INPUTS", "LONG", "SCALES", "SHORT", "Hostile", "Scale", "families"]

_MODULES = (archives, broken, mails, markup, oddities, pdfs, sequences, sizes)


def families() -> dict[str, list[Hostile]]:
    """The inputs by class."""
    found: dict[str, list[Hostile]] = {}
    for each in INPUTS:
        found.setdefault(each.family, []).append(each)
    return found

from __future__ import annotations

from index.align.figures import figures


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in figures(text)]


def test_numbers_and_dates_come_with_their_units() -> None:
    text = "In 1956, on January 3, 2016 and 5 May 2014, 40 years and $12.5 billion, 15% of 1992-93."
    assert shown(text) == [
        "1956",
        "January 3, 2016",
        "5 May 2014",
        "40 years",
        "$12.5 billion",
        "15%",
        "1992-93",
    ]


def test_names_with_digits_are_no_numbers() -> None:
    assert shown("The S-400, the 40N6, a YJ-12, the G7 and the Group of 7.") == []

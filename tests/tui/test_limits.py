"""Limits that a user sets: they hold for every command, and files that were refused are read anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Corpus, Limits, set_limits
from tui.config import config_file, load
from tui.limits import use_limits


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    yield
    set_limits(Limits())


def limit(**values: int) -> None:
    file = config_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[limits]\n" + "".join(f"{key} = {value}\n" for key, value in values.items()), "utf-8")
    use_limits()


def reasons(root: Path) -> list[str]:
    return [unread.reason for unread in Corpus.open(root).unread()]


def test_limits_are_read_with_the_other_settings() -> None:
    limit(file_mb=8, lines=50)
    settings, problems = load()
    assert (settings.limits, problems) == (Limits(file_mb=8, lines=50), ())


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (
            {"lines": 3},
            "has more than 3 lines of text; split it, or raise lines under [limits] in config.toml",
        ),
        ({"text_mb": 1}, "is larger than 1 MB; split it into smaller files, or raise text_mb"),
        ({"file_mb": 1}, "is larger than 1 MB; split it into smaller files, or raise file_mb"),
    ],
)
def test_a_file_over_a_limit_is_refused_with_the_name_of_the_limit(
    tmp_path: Path, limits: dict[str, int], told: str
) -> None:
    (tmp_path / "a.txt").write_text("Japan and Russia.\n\n" * 60_000)
    limit(**limits)
    (reason,) = reasons(tmp_path)
    assert told in reason


def test_a_file_that_was_refused_is_read_when_the_limit_is_raised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Japan and Russia.\n\n" * 9)
    limit(lines=3)
    corpus = Corpus.open(tmp_path)
    corpus.refresh()
    assert len(corpus.unread()) == 1
    limit(lines=30)
    assert reasons(tmp_path) == []
    set_limits(Limits())
    assert reasons(tmp_path) == []


def test_mistakes_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Japan and Russia.\n")
    for text in ("[limits]\nlines = 0\n", "limits = 3\n", "[limits\n"):
        limit()
        config_file().write_text(text, "utf-8")
        use_limits()
        assert reasons(tmp_path) == []

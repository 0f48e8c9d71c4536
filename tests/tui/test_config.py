"""Settings: what is right holds, and what is wrong is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.config import Config, config_file, load


def written(text: str) -> Path:
    file = config_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_without_a_file_everything_is_as_usual() -> None:
    assert load() == (Config(), ())


def test_settings_are_read() -> None:
    written('theme = "dark"\nwidth = 72\n[keys]\n"read.contents" = ["t", "ctrl+t"]\n"find.find" = "/"\n')
    settings, problems = load()
    assert problems == ()
    assert (settings.theme, settings.width) == ("dark", 72)
    assert settings.keys == {"read.contents": ("t", "ctrl+t"), "find.find": ("slash",)}


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('width = 80\ntheme = "pink"\n', 2, "theme"),
        ("width = 7\n", 1, "width"),
        ("width = true\n", 1, "width"),
        ("colour = 1\n", 1, "colour"),
        ('[keys]\n"read.nothing" = "x"\n', 2, "read.nothing"),
        ('[keys]\n"read.contents" = 5\n', 2, "read.contents"),
        ("keys = 5\n", 1, "keys"),
        ("limits = 5\n", 1, "limits"),
        ("[limits]\nlines = 0\n", 2, "lines"),
        ("[limits]\nfile_mb = true\n", 2, "file_mb"),
        ('[limits]\ntext_mb = "8"\n', 2, "text_mb"),
        ("[limits]\npages = 8\n", 2, "pages"),
        ("theme = \n", 1, ""),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_rest_holds(text: str, line: int, key: str) -> None:
    file = written('borders = "ascii"\n' + text if key else text)
    settings, (problem,) = load()
    assert (problem.file, problem.line, problem.key) == (str(file), line + bool(key), key)
    if key:
        assert settings.borders == "ascii"


def test_a_file_that_cannot_be_read_is_told() -> None:
    file = config_file()
    file.mkdir(parents=True)
    assert "cannot be read" in str(load()[1][0])

"""The settings of a user, `config.toml`: a mistake in it is told with its line, and the rest still holds.

| key | values |
| :- | :- |
| `theme` | `ansi` (the terminal's own colours), `dark`, `light`, `mono` |
| `width` | of the text of an article, in cells |
| `borders` | `auto`, `unicode`, `ascii` |
| `driver` | `thin` (writes only what changed), `plain` (Textual's own) |
| `mouse` | `auto` (not over SSH), `on`, `off` |
| `[limits]` | how much of a file is read (see `tui.limits`): `file_mb`, `text_mb`, `unpacked_mb`, `lines` |
| `[keys]` | an action's id, as the help page (`?`) names it, and its keys: `"read.contents" = ["t", "T"]` |
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index import Limits, Problem, parse_toml, read_toml_bytes
from tui.actions import ACTIONS, textual_name
from tui.limits import read_limits
from tui.state.folders import config_folder

_CHOICES = {
    "theme": ("ansi", "dark", "light", "mono"),
    "borders": ("auto", "unicode", "ascii"),
    "driver": ("thin", "plain"),
    "mouse": ("auto", "on", "off"),
}
_WIDTHS = range(20, 401)


@dataclass(frozen=True)
class Config:
    """What the user has set; `keys` are Textual's names of keys by action id."""

    theme: str = "ansi"
    width: int = 80
    borders: str = "auto"
    driver: str = "thin"
    mouse: str = "auto"
    limits: Limits = field(default_factory=Limits)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def config_file() -> Path:
    """Where the settings are read from."""
    return config_folder() / "config.toml"


def load(file: Path | None = None) -> tuple[Config, tuple[Problem, ...]]:
    """The settings, and what is wrong with them; no file is no mistake."""
    file = file or config_file()
    try:
        text = read_toml_bytes(file).decode("utf-8")
        table = parse_toml(text)
    except FileNotFoundError:
        return Config(), ()
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        return Config(), (Problem(str(file), f"not TOML: {error}", int(line[1]) if line else 0),)
    except (OSError, UnicodeDecodeError) as error:
        return Config(), (Problem(str(file), f"cannot be read: {error}"),)
    return _check(table, text, str(file))


def _check(table: Mapping[str, object], text: str, file: str) -> tuple[Config, tuple[Problem, ...]]:
    problems: list[Problem] = []
    good: dict[str, object] = {}

    def wrong(key: str, message: str) -> None:
        problems.append(Problem(file, message, _line(text, key), key=key))

    for key, value in table.items():
        if key == "keys":
            good["keys"] = _keys(value, wrong)
        elif key == "limits":
            good["limits"] = read_limits(value, wrong)
        elif key == "width":
            if isinstance(value, int) and value in _WIDTHS:
                good[key] = value
            else:
                wrong(key, f"a number from {_WIDTHS.start} to {_WIDTHS.stop - 1} is wanted")
        elif key in _CHOICES:
            if value in _CHOICES[key]:
                good[key] = value
            else:
                wrong(key, f"one of {', '.join(_CHOICES[key])} is wanted")
        else:
            wrong(key, f"no such setting; there are {', '.join((*_CHOICES, 'width', 'limits', 'keys'))}")
    return Config(**good), tuple(problems)  # type: ignore[arg-type]


def _keys(value: object, wrong: object) -> dict[str, tuple[str, ...]]:
    assert callable(wrong)
    if not isinstance(value, dict):
        wrong("keys", "a table of action ids with their keys is wanted")
        return {}
    known = {action.id: action for action in ACTIONS}
    keys: dict[str, tuple[str, ...]] = {}
    for name, given in value.items():
        wanted = [given] if isinstance(given, str) else given
        if name not in known:
            wrong(name, "no such action; the help page (?) and the README list them")
        elif not isinstance(wanted, list) or not all(isinstance(key, str) and key.strip() for key in wanted):
            wrong(name, 'a key ("t") or a list of keys (["t", "ctrl+t"]) is wanted')
        else:
            keys[name] = tuple(textual_name(key.strip()) for key in wanted)
    return keys


def _line(text: str, key: str) -> int:
    found = re.search(rf"^[ \t]*\[?[\"']?{re.escape(key)}[\"']?\s*[=\]]", text, re.MULTILINE)
    return text.count("\n", 0, found.end()) + 1 if found else 0

"""The bounds of what is read that a user has set: `[limits]` in `config.toml`.

They are read apart from the other settings, which need the table of actions, so that a plain command starts
at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import asdict

from index import Limits, parse_toml, read_toml_bytes, set_limits
from tui.state.folders import config_folder

_MOST = 1_000_000_000


def read_limits(value: object, wrong: Callable[[str, str], None]) -> Limits:
    """The bounds in the table `limits`; `wrong` is told a key and what is wrong there; the rest holds."""
    known = asdict(Limits())
    if not isinstance(value, dict):
        wrong("limits", f"a table of {', '.join(known)} is wanted")
        return Limits()
    good: dict[str, int] = {}
    for key, given in value.items():
        if key not in known:
            wrong(key, f"no such limit; there are {', '.join(known)}")
        elif type(given) is not int or not 1 <= given <= _MOST:
            wrong(key, f"a whole number from 1 is wanted; it is {known[key]:,} where none is given")
        else:
            good[key] = given
    return Limits(**good)


def use_limits() -> None:
    """Let the bounds of the user hold; the reader and `briefing check` tell mistakes in them."""
    try:
        table = parse_toml(read_toml_bytes(config_folder() / "config.toml").decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        table = {}
    set_limits(read_limits(table.get("limits", {}), lambda _key, _message: None))

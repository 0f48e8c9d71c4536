"""Where settings and state are kept, by the XDG rules."""

from __future__ import annotations

import os
from pathlib import Path


def state_folder() -> Path:
    """The folder of what is remembered: `$XDG_STATE_HOME/briefing`, by default under `~/.local/state`."""
    return _base("XDG_STATE_HOME", ".local/state") / "briefing"


def config_folder() -> Path:
    """The folder of the settings: `$XDG_CONFIG_HOME/briefing`, by default under `~/.config`."""
    return _base("XDG_CONFIG_HOME", ".config") / "briefing"


def private(folder: Path) -> Path:
    """Make the folder, for this user alone, if it is not there; raises OSError where that cannot be."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _base(variable: str, otherwise: str) -> Path:
    # The XDG rules say that a relative path is to be passed over.
    given = os.environ.get(variable, "")
    if given.startswith("/"):
        return Path(given)
    return Path(os.path.expanduser("~")) / otherwise  # noqa: PTH111 (Path.home raises where there is no home)

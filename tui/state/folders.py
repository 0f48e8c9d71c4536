"""Where settings and state are kept, by the XDG rules."""

from __future__ import annotations

from pathlib import Path

from index import base_folder


def state_folder() -> Path:
    """The folder of what is remembered: `$XDG_STATE_HOME/briefing`, by default under `~/.local/state`."""
    return base_folder("XDG_STATE_HOME", ".local/state") / "briefing"


def config_folder() -> Path:
    """The folder of the settings: `$XDG_CONFIG_HOME/briefing`, by default under `~/.config`."""
    return base_folder("XDG_CONFIG_HOME", ".config") / "briefing"


def private(folder: Path) -> Path:
    """Make the folder, for this user alone, if it is not there; raises OSError where that cannot be."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder

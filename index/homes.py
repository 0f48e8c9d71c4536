"""Where the user's own folders lie, by the XDG rules, also where the environment tells nothing."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

# Debian's name for the home of those who have none: it is not there, and nobody can make it.
_NO_HOME = "/nonexistent"


def base_folder(variable: str, otherwise: str) -> Path:
    """The folder that a variable (`XDG_CACHE_HOME`) names, or `otherwise` within the home.

    A relative path is passed over, as the rules have it, also one in HOME: it would name another folder
    wherever the program is started. Nothing is made, and nothing is raised.
    """
    given = os.environ.get(variable, "")
    if given.startswith("/"):
        return Path(given)
    home = os.environ.get("HOME", "")
    if not home.startswith("/"):
        try:
            home = pwd.getpwuid(os.geteuid()).pw_dir
        except KeyError:
            home = _NO_HOME
    return Path(home) / otherwise

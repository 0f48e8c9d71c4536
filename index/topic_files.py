"""Where topics are declared, apart from what reads them, which a start without a banner need not load."""

from __future__ import annotations

from pathlib import Path

from index.homes import base_folder
from index.toml import read_toml_bytes

FILE = "topics.toml"


def user_file() -> Path:
    """The user's own topics file, which holds their topics and judgements for every corpus."""
    return base_folder("XDG_CONFIG_HOME", ".config") / "briefing" / FILE


def may_have_banner(file: Path) -> bool:
    """Whether a topics file can declare a banner that is not empty; a backslash may spell any key."""
    try:
        data = read_toml_bytes(file)
    except OSError:
        return False
    lines = (line for line in data.splitlines() if b"banner" in line or b"\\" in line)
    return any(b"".join(line.split()) != b'banner=""' for line in lines)

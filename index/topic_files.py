"""Where topics are declared, apart from what reads them, which a start without a banner need not load."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from index.toml import read_toml_bytes

FILE = "topics.toml"


def user_file(environ: Mapping[str, str] | None = None) -> Path:
    """The user's own topics file, which holds their topics and judgements for every corpus."""
    env = os.environ if environ is None else environ
    base = Path(env.get("XDG_CONFIG_HOME", ""))
    if not base.is_absolute():
        base = Path(env.get("HOME") or Path.home()) / ".config"
    return base / "briefing" / FILE


def may_have_banner(file: Path) -> bool:
    """Whether a topics file can declare a banner that is not empty; a backslash may spell any key."""
    try:
        data = read_toml_bytes(file)
    except OSError:
        return False
    lines = (line for line in data.splitlines() if b"banner" in line or b"\\" in line)
    return any(b"".join(line.split()) != b'banner=""' for line in lines)

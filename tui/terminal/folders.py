"""Files for what must outlive the screen: a copied text, a report of a fault."""

from __future__ import annotations

import os
from pathlib import Path

from tui.state.folders import state_folder


def write_privately(name: str, text: str, folder: Path | None = None) -> Path | None:
    """Write a whole file that only its owner can read; None where it cannot be written."""
    folder = folder or state_folder()
    partial = folder / f".{name}.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as stream:
            stream.write(text)
        partial.replace(folder / name)
    except OSError:
        return None
    return folder / name

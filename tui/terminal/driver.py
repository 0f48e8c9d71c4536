"""The driver between Textual and the terminal."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver


class ThinDriver(LinuxDriver):
    """Writes to the terminal what Textual draws."""

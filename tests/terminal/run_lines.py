"""Runs the app of lines: `run_lines.py [--plain | --textual] [FILE]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.terminal import driver_class, prepare_environment, run_app


def main() -> int:
    """Run the app with the driver that the arguments ask for; gives its exit status."""
    prepare_environment()
    from textual.drivers.linux_driver import LinuxDriver

    from tests.terminal.line_app import SEED, LineApp, wrapped

    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    lines = wrapped(Path(words[0] if words else SEED).read_text("utf-8"))
    alone = "--textual" in sys.argv
    app = LineApp(lines, driver_class=LinuxDriver if alone else driver_class(plain="--plain" in sys.argv))
    if alone:
        app.run(mouse=False)
        return 0
    return run_app(app, mouse=False)


if __name__ == "__main__":
    sys.exit(main())

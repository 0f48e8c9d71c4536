"""Running an app so that every end of it leaves the terminal as it was, and a fault leaves a report."""

from __future__ import annotations

import os
import platform
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any

from tui.terminal.exits import install_exit_handlers
from tui.terminal.folders import write_privately

FAULT = 2
"""Exit status after a fault: an error, as for every command."""
# Seconds that threads have to end after the screen is gone.
_MOMENT = 0.2


def run_app(app: Any, *, mouse: bool) -> int:
    """Run a Textual app and give its exit status; hang-up and SIGTERM end it cleanly (see `exits`).

    After a fault the terminal is restored, one line goes to stderr and the traceback to a report file;
    Textual alone would print pages of it, with the values of local variables.
    """
    leaving = install_exit_handlers(app)
    app._print_error_renderables = app._exit_renderables.clear
    _run(app, mouse)
    if app._exception is not None and leaving.code is None:
        print(_told(app._exception), file=sys.__stderr__)
        status = FAULT
    else:
        status = int(leaving.code or app.return_code or app.return_value or 0)
    _leave_threads(status)
    return status


def _run(app: Any, mouse: bool) -> None:
    """Run the app in a loop of its own: asyncio's waits at the end for every thread that is at work."""
    # Not before `start_quickly`, which says what asyncio need not load.
    import asyncio

    loop = asyncio.new_event_loop()
    try:
        app.run(mouse=mouse, loop=loop)
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(asyncio.wait(left))
        loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        loop.close()


def _leave_threads(status: int) -> None:
    """End the process where a thread still works on an answer that nobody waits for any more."""
    end = time.monotonic() + _MOMENT
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(max(0.0, end - time.monotonic()))
            if thread.is_alive():
                os._exit(status)


def redraw(app: Any) -> None:
    """Draw every cell of the app's screen again: for ctrl+l, after something else wrote to the terminal."""
    draw = getattr(app._driver, "redraw", None)
    app.screen.refresh(layout=True)
    if draw is not None:
        draw()


def _told(error: BaseException) -> str:
    file = write_privately(f"fault-{time.strftime('%Y%m%d-%H%M%S')}.txt", _report(error))
    where = f"the report is {file}" if file else "no report could be written"
    return f"briefing: ended by a fault of its own ({type(error).__name__}); {where}; start it again to go on"


def _report(error: BaseException) -> str:
    from importlib.metadata import version

    facts = [
        f"briefing {version('briefing')}" if _is_installed() else "briefing, from its source folder",
        f"Python {platform.python_version()} on {platform.platform()}, Textual {version('textual')}",
        f"TERM={os.environ.get('TERM', '')} argv={[Path(word).name for word in sys.argv]}",
    ]
    return "\n".join([*facts, "", *traceback.format_exception(error)])


def _is_installed() -> bool:
    from importlib.metadata import PackageNotFoundError, version

    try:
        version("briefing")
    except PackageNotFoundError:
        return False
    return True

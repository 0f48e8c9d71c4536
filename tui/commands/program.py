"""The `briefing` command: reads its arguments, calls one command, turns every outcome into an exit status.

Each command is a module with one function `run`; it is imported only when it is asked for, so that `--help`
and `--version` answer at once and a plain command loads nothing of the screen.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module

from index import BriefingError
from tui.commands.arguments import UsageError, parse
from tui.commands.status import ERROR


def main(argv: Sequence[str] | None = None) -> int:
    """Run `briefing` and give its exit status: 0 something found, 1 nothing found, 2 an error.

    An error that a person can mend is told in one line on stderr, never by a traceback.
    """
    _behave_in_pipes()
    if sys.stdout is None:
        # Python gives no stream for a descriptor that is closed (`briefing list >&-`).
        return _tell("there is nowhere to print to: standard output is closed")
    try:
        command, arguments = parse(list(sys.argv[1:] if argv is None else argv))
        status: int = import_module(f"tui.commands.{command}").run(arguments)
        sys.stdout.flush()
    except (UsageError, BriefingError) as error:
        return _tell(str(error))
    except BrokenPipeError:
        # The reader of our output has gone (`briefing list | head`): there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except OSError as error:
        return _tell(f"{error.filename or 'the system'}: {error.strerror or error}")
    return status


def _tell(message: str) -> int:
    from index import clean

    line = " ".join(clean(message)[0].split())
    print(f"briefing: {line}", file=sys.stderr)
    return ERROR


def _behave_in_pipes() -> None:
    """Let no locale make printing fail: what the terminal's encoding lacks is shown as `?`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")

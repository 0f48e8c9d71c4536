"""A random walk of keys, mouse, resizes and pastes over all screens.

`python -m tests.hostile.walk STEPS SEED` prints one JSON object. The corpus is the five articles with hostile
ones among them; what the walk writes goes to a folder of its own. Every so often Esc must lead back to the
library, and at the end q must lead out.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import random
import resource
import shutil
import sys
import tempfile
import traceback
import warnings
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import Worker, WorkerState

import tui.app
from index import Corpus
from tests.hostile.corpora import fill_with_payloads
from tests.hostile.payloads import PAYLOADS
from tests.hostile.queries import PIECES, long_queries
from tui.actions import ACTIONS
from tui.app import BriefingApp

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
SIZES = ((80, 24), (120, 40), (200, 60), (40, 10), (20, 4), (7, 3), (1, 1), (300, 20), (60, 100))
# Everything that a key can be bound to, and much that is not; what ends the program is pressed at the end.
_ENDS = {"q", "Q", "ctrl+c", "ctrl+q"}
_NAMED = (
    *(
        "enter",
        "escape",
        "tab",
        "shift+tab",
        "space",
        "backspace",
        "delete",
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
    ),
    *(
        "pageup",
        "pagedown",
        "ctrl+l",
        "ctrl+p",
        "ctrl+z",
        "ctrl+u",
        "ctrl+k",
        "ctrl+w",
        "ctrl+home",
        "ctrl+end",
        "f1",
        "insert",
    ),
)
_PLAIN = (
    *"abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789",
    *("slash", "question_mark", "colon", "minus", "plus", "equals_sign", "asterisk", "quotation_mark", "at"),
    *("left_parenthesis", "right_parenthesis", "apostrophe", "left_square_bracket", "right_square_bracket"),
    *("tilde", "full_stop", "comma"),
)
_WAYS = (
    ("c", "enter"),
    ("c", "j", "j", "enter", "enter"),
    ("s", *"sanctions", "enter"),
    ("s", *"kuril", "down", "down", "enter"),
    ("enter", "t"),
    ("enter", "p"),
    ("enter", "slash", *"the", "enter"),
    ("ctrl+p", *"topic", "enter"),
    ("colon", *"kurils", "enter"),
)
"""What people do, which a random walk alone would seldom find."""
_BACK = 150
"""Steps between two times that Esc is asked to lead back."""
_DEEPEST = 60
"""Times that Esc may be needed: screens and what lies over them."""


class Walked(BriefingApp):
    """The reader, which also tells of faults in its workers."""

    CSS_PATH = Path(tui.app.__file__).with_name("app.tcss")
    faults: list[str]
    may_leave = False

    def exit(self, *result: Any, **options: Any) -> None:
        """Leave only at the end of the walk: before that, what chose quit among the commands goes on."""
        if self.may_leave:
            super().exit(*result, **options)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            assert error is not None
            self.faults.append("worker: " + "".join(traceback.format_exception(error))[-900:])


async def walk(app: Walked, steps: int, chance: random.Random) -> dict[str, object]:
    """Take so many steps; gives what was wrong and what memory was held."""
    app.faults = []
    seen: dict[str, int] = {}
    held: list[float] = []
    async with app.run_test(size=(80, 24)) as pilot:
        for step in range(steps):
            await asyncio.wait_for(_step(app, pilot, chance), 60)
            if app._exception is not None or not app.is_running:
                app.faults.append(f"step {step}: the program ended")
                break
            name = type(app.screen).__name__
            seen[name] = seen.get(name, 0) + 1
            if step % _BACK == _BACK - 1:
                await _lead_back(app, pilot, f"step {step}")
                held.append(_megabytes())
        else:
            await _lead_back(app, pilot, "at the end")
            gc.collect()
            screens = sum(isinstance(each, Screen) for each in gc.get_objects())
            app.may_leave = True
            await pilot.press("q")
            await pilot.pause()
            if app.is_running and app._exit is False:
                app.faults.append("q does not lead out")
            if screens > 12:
                app.faults.append(f"{screens} screens are still held")
    growth = round(held[-1] - held[len(held) // 3], 1) if len(held) > 3 else 0.0
    return {
        "steps": steps,
        "screens": seen,
        "wrong": app.faults,
        "megabytes": held[-1:] or [_megabytes()],
        "growth": growth,
    }


async def _step(app: Walked, pilot: Pilot[int], chance: random.Random) -> None:
    kinds = {
        "bound": 40,
        "way": 8,
        "key": 12,
        "type": 10,
        "mouse": 10,
        "wheel": 6,
        "resize": 4,
        "paste": 4,
        "wait": 6,
    }
    match chance.choices(list(kinds), list(kinds.values()))[0]:
        case "way":
            await pilot.press(*chance.choice(_WAYS))
        case "bound":
            keys = [key for action in ACTIONS for key in action.keys if key not in _ENDS]
            await pilot.press(chance.choice(keys))
        case "key":
            await pilot.press(chance.choice(_NAMED))
        case "type":
            await pilot.press(*chance.choices(_PLAIN, k=chance.randint(1, 6)))
        case "mouse":
            place = (chance.randrange(max(1, app.size.width)), chance.randrange(max(1, app.size.height)))
            await pilot.click(offset=place, times=chance.randint(1, 3), shift=chance.random() < 0.1)
        case "wheel":
            kind = chance.choice((events.MouseScrollDown, events.MouseScrollUp))
            x, y = (chance.randrange(max(1, size)) for size in app.size)
            app.screen._forward_event(kind(None, x, y, 0, 0, 0, False, False, False, x, y))
        case "resize":
            await pilot.resize_terminal(*chance.choice(SIZES))
        case "paste":
            app.post_message(events.Paste(_paste(chance)))
        case _:
            await app.workers.wait_for_complete()
    await pilot.pause()


def _paste(chance: random.Random) -> str:
    match chance.randrange(3):
        case 0:
            return chance.choice(PAYLOADS).text
        case 1:
            return " ".join(chance.choices(PIECES, k=chance.randint(1, 9)))
        case _:
            return chance.choice(list(long_queries().values()))[:200_000]


async def _lead_back(app: Walked, pilot: Pilot[int], when: str) -> None:
    await pilot.resize_terminal(80, 24)
    for _ in range(_DEEPEST):
        typing = getattr(app.screen, "typing", False)
        if len(app.screen_stack) == 1 and getattr(app.screen, "NAME", "") == "library" and not typing:
            return
        await pilot.press("escape")
        await pilot.pause()
    stack = [type(each).__name__ for each in app.screen_stack]
    app.faults.append(f"{when}: Esc does not lead back from {stack}; the focus is on {app.focused!r}")


def _megabytes() -> float:
    with Path("/proc/self/statm").open() as file:
        return round(int(file.read().split()[1]) * resource.getpagesize() / (1 << 20), 1)


def main() -> int:
    """Walk and print what came of it."""
    steps, seed = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        corpus = home / "corpus"
        corpus.mkdir()
        fill_with_payloads(corpus)
        for path in SEEDS.glob("*.txt"):
            shutil.copy(path, corpus)
        (corpus / "topics.toml").write_text(
            (corpus / "topics.toml").read_text() + (SEEDS / "topics.toml").read_text()
        )
        os.environ["HOME"] = name
        for kind in ("CACHE", "STATE", "CONFIG", "DATA"):
            os.environ[f"XDG_{kind}_HOME"] = str(home / kind.lower())
        os.chdir(home)
        # Textual leaves what watches a screen that is gone unawaited.
        warnings.filterwarnings("ignore", "coroutine 'Screen._watch_selections'", RuntimeWarning)
        before = {path.name: path.read_bytes() for path in corpus.iterdir()}
        told = asyncio.run(walk(Walked(Corpus.open(corpus)), steps, random.Random(seed)))
        wrong = told["wrong"]
        assert isinstance(wrong, list)
        if {path.name: path.read_bytes() for path in corpus.iterdir()} != before:
            wrong.append("the corpus was written to")
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Settings that Textual reads from the environment at its import.

Setting them later does nothing, so the entry point calls this first.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping

from tui.terminal.capabilities import TRUE_COLOUR, Terminal

_SYSTEMS = {0: "standard", 16: "standard", 256: "256", TRUE_COLOUR: "truecolor"}


def prepare_environment(*, colour: bool = True, environment: MutableMapping[str, str] | None = None) -> None:
    """Set what makes Textual quiet on the wire: no animation, no key protocol to undo, right colours.

    `colour=False` is `--no-color`. A terminal without colours is treated like NO_COLOR.
    """
    environment = os.environ if environment is None else environment
    colours = Terminal(dict(environment)).colours if colour else 0
    environment["TEXTUAL_ANIMATIONS"] = "none"
    environment["TEXTUAL_SMOOTH_SCROLL"] = "0"
    # Textual draws at its next beat; a key need not wait for one of sixty a second.
    environment["TEXTUAL_FPS"] = "250"
    # A killed program would leave a shell whose keys are all escape sequences.
    environment["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    environment["TEXTUAL_COLOR_SYSTEM"] = _SYSTEMS[colours]
    if colours == 0:
        environment["NO_COLOR"] = "1"

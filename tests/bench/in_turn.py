"""Two programs' times on the same work, taken in turn in one process, so that both meet the same machine."""

from __future__ import annotations

import time
from collections.abc import Callable

# Short work is run more often: the best of many is steadier.
_LEAST, _MOST = 3, 60
_ENOUGH = 2.0


def seconds(theirs: Callable[[], object], ours: Callable[[], object]) -> tuple[float, float]:
    """The best processor time of each, in seconds."""
    best = [float("inf"), float("inf")]
    spent = 0.0
    for run in range(_MOST):
        if run >= _LEAST and spent > _ENOUGH:
            break
        for number, work in enumerate((theirs, ours)):
            start = time.process_time()
            work()
            took = time.process_time() - start
            best[number] = min(best[number], took)
            spent += took
    return best[0], best[1]

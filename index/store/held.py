"""Values that are held because they are asked for again, within bounds of memory."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Generic, TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Held(Generic[_Key, _Value]):
    """The values that were asked for last, by key, as many as fit; a cache by count would bound no memory.

    Sizes are in any one unit; what is larger than `most` by itself is held alone. Safe for threads.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._values: OrderedDict[_Key, tuple[_Value, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: _Key) -> _Value | None:
        """Give the value of a key, or None where none is held."""
        with self._lock:
            found = self._values.get(key)
            if found is None:
                return None
            self._values.move_to_end(key)
            return found[0]

    def hold(self, key: _Key, value: _Value, size: int) -> _Value:
        """Hold a value and give it; where another thread was sooner, its value stays and is given."""
        with self._lock:
            if key in self._values:
                return self._values[key][0]
            self._values[key] = (value, size)
            self._size += size
            while self._size > self._most and len(self._values) > 1:
                _, (_, dropped) = self._values.popitem(last=False)
                self._size -= dropped
            return value

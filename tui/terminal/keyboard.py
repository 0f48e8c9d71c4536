"""Keys and answers from the terminal, read in the event loop: no thread, no polling, no load when idle."""

from __future__ import annotations

import asyncio
import os
import re
import select
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator

from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.events import Paste
from textual.message import Message

from tui.terminal.flow import ANSWER, Flow

_CHUNK = 4096
_PART_OF_ANSWER = re.compile(r"\x1b\[0?$")
# Right behind Esc these begin what one key or the terminal sends, or are Alt with Backspace; anything else is
# a key by itself, which Textual would take for the same key with Alt, or for another.
_BEHIND_ESCAPE = re.compile(r"(?<=\x1b)(?=[^\x1b\[\]\\OP^_\x08\x7f])")
# What ends a paste whose own end has not come after so many seconds.
_WAY_OUT = ("\x1b", "\x03")
_PATIENCE = 2.0
_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
_TICK = 0.02
"""Seconds after its own limit that an unfinished sequence is looked at again."""


class Keyboard:
    """Watches the input `fd`: what a person does goes to `on_message`, status answers to `flow`.

    `on_answer` is called after an answer; `on_end` once, when the input ends or fails: the terminal is gone.
    `clock` gives seconds.
    """

    def __init__(
        self,
        fd: int,
        loop: asyncio.AbstractEventLoop,
        flow: Flow,
        on_message: Callable[[Message], None],
        on_answer: Callable[[], None],
        on_end: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fd = fd
        self._loop = loop
        self._flow = flow
        self._on_message = on_message
        self._on_answer = on_answer
        self._on_end = on_end
        self._parser = XTermParser()
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._held = ""
        self._escaped = False
        self._pasted: list[str] | None = None
        self._clock = clock
        self._pasted_at = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._expected: tuple[re.Pattern[str], Callable[[re.Match[str]], None]] | None = None
        loop.add_reader(fd, self._readable)

    def expect(self, answer: re.Pattern[str], take: Callable[[re.Match[str]], None]) -> None:
        """Give the next input that matches to `take` rather than to the app."""
        self._expected = (answer, take)

    def stop(self) -> None:
        """Read no more."""
        self._loop.remove_reader(self._fd)
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def wait_for_answers(self, seconds: float) -> None:
        """Take what is still to be answered, so that it does not end up in the shell; keys are dropped."""
        end = time.monotonic() + seconds
        while (self._flow.waiting or self._expected) and (left := end - time.monotonic()) > 0:
            if not select.select([self._fd], [], [], left)[0]:
                return
            try:
                data = os.read(self._fd, _CHUNK)
            except OSError:
                return
            if not data:
                return
            self._without_answers(self._decode(data))

    def _readable(self) -> None:
        try:
            data = os.read(self._fd, _CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.stop()
            self._on_end()
            return
        text = self._without_answers(self._decode(data))
        if text:
            self._take(text)
            self._look_again()

    def _take(self, text: str) -> None:
        """Give what was typed and what was pasted, in order; nothing in a paste is a key."""
        silent = self._clock() - self._pasted_at > _PATIENCE
        self._pasted_at = self._clock()
        if self._pasted is not None and silent and text in _WAY_OUT:
            # The end of the paste was lost on the way: who wants out gets out.
            self._on_message(Paste("".join(self._pasted)))
            self._pasted = None
        while text:
            if self._pasted is None:
                typed, begins, text = text.partition(_PASTE)
                for part in self._apart(typed) if typed else ():
                    if part is not None:
                        self._give(self._parser.feed(part))
                    else:
                        self._flush()
                if begins:
                    self._flush()
                    self._pasted = []
                continue
            # The end may come in several reads.
            tail = "".join(self._pasted[1 - len(_PASTED) :])[1 - len(_PASTED) :]
            self._pasted.append(text)
            if _PASTED not in tail + text:
                return
            pasted, _, text = "".join(self._pasted).partition(_PASTED)
            self._pasted = None
            self._on_message(Paste(pasted))

    def _apart(self, text: str) -> Iterator[str | None]:
        """Cut a text behind each Esc that is a key by itself, told by None."""
        waiting = "\x1b" if self._escaped and self._parser._timeout_time is not None else ""
        self._escaped = text.endswith("\x1b")
        first, *others = _BEHIND_ESCAPE.split(waiting + text)
        if first := first.removeprefix(waiting):
            yield first
        for other in others:
            yield None
            yield other

    def _flush(self) -> None:
        """Take an Esc that waits for what may follow it for a key by itself."""
        if self._parser._timeout_time is not None:
            self._parser._timeout_time = 0.0
            self._give(self._parser.tick())

    def _give(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self._on_message(message)

    def _without_answers(self, text: str) -> str:
        text, self._held = self._held + text, ""
        if "\x1b[" not in text:
            return text
        if self._expected is not None and (match := self._expected[0].search(text)):
            take, self._expected = self._expected[1], None
            text = text[: match.start()] + text[match.end() :]
            take(match)
        text, answers = ANSWER.subn("", text)
        for _ in range(answers):
            self._flow.answered()
        if answers:
            self._on_answer()
        if self._flow.waiting and (part := _PART_OF_ANSWER.search(text)):
            text, self._held = text[: part.start()], part.group()
        return text

    def _look_again(self) -> None:
        """An unfinished sequence, such as a lone Esc, is a key of its own when nothing follows."""
        limit = self._parser._timeout_time
        if limit is not None and self._timer is None:
            self._timer = self._loop.call_later(max(0.0, limit - get_time()) + _TICK, self._tick)

    def _tick(self) -> None:
        self._timer = None
        self._give(self._parser.tick())
        self._look_again()

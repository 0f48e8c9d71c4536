"""Pieces of text that would drive a terminal, each with what must be gone of it and what must stay.

To add one: a name, the text, the words that lie inside the sequence (they go with it), the words that a
person would have seen (they stay). Every payload is put into titles, headings, notes, links, names and cells.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Payload:
    """A hostile text. `gone` are words within a sequence, `stays` are words of the text itself."""

    name: str
    text: str
    gone: tuple[str, ...] = ()
    stays: tuple[str, ...] = ("Vorher", "Nachher")


def _whole(name: str, sequence: str) -> Payload:
    return Payload(name, f"Vorher {sequence}Nachher", ("INNEN", "7331"))


PAYLOADS: tuple[Payload, ...] = (
    _whole("window title", "\x1b]0;INNEN\x07"),
    _whole("window title, string terminator", "\x1b]2;INNEN\x1b\\"),
    _whole("window title, eight bits", "\x9d0;INNEN\x9c"),
    _whole("clipboard", "\x1b]52;c;SU5ORU4=INNEN\x07"),
    _whole("hyperlink", "\x1b]8;;http://INNEN.example/\x1b\\"),
    _whole("file transfer", "\x1b]1337;File=name=INNEN:AAAA\x07"),
    _whole("notification", "\x1b]9;INNEN\x07"),
    _whole("palette", "\x1b]4;1;rgb:00/00/00INNEN\x07"),
    _whole("device control", "\x1bPINNEN\x1b\\"),
    _whole("device control, eight bits", "\x90INNEN\x9c"),
    _whole("tmux passthrough", "\x1bPtmux;\x1b\x1b]52;c;INNEN\x07\x1b\\"),
    _whole("screen title", "\x1bkINNEN\x1b\\"),
    _whole("application command", "\x1b_GINNEN\x1b\\"),
    _whole("privacy message", "\x1b^INNEN\x1b\\"),
    _whole("start of string", "\x1bXINNEN\x1b\\"),
    _whole("colour", "\x1b[7331;31m"),
    _whole("colour, eight bits", "\x9b7331m"),
    _whole("colour with colons", "\x1b[38:7331:1m"),
    _whole("clear", "\x1b[2J\x1b[7331;7331H"),
    _whole("report", "\x1b[6n\x1b[c\x1b[>c\x1b[7331n"),
    _whole("alternate screen", "\x1b[?7331h\x1b[?1049l"),
    _whole("soft reset", '\x1b[!p\x1b[7331"q'),
    _whole("full reset", "\x1bc"),
    _whole("character set", "\x1b(0\x1b)B\x1b%G"),
    _whole("shift out", "\x0e"),
    _whole("shift in, bell, enquiry", "\x0f\x07\x05"),
    _whole("flow control", "\x11\x13"),
    _whole("backspace", "\x08\x08\x08\x7f\x7f"),
    _whole("nul", "\0\0"),
    _whole("vertical tab and form feed", "\x0b\x0c"),
    _whole("index and reverse index", "\x84\x85\x8d"),
    _whole("cancel in a sequence", "\x1b[31\x18\x1a"),
    _whole("escape in a sequence", "\x1b[\x1b[7331m"),
    _whole("bidi override", "\u202e\u202d"),
    _whole("bidi embedding", "\u202a\u202b\u202c"),
    _whole("bidi isolate", "\u2066\u2067\u2068\u2069"),
    _whole("bidi mark", "\u200e\u200f\u061c"),
    _whole("zero width", "\u200b\u2060\ufeff\u180e"),
    _whole("loose joiners", "\u200c\u200d"),
    _whole("invisible operators", "\u2061\u2062\u2063\u2064\u206a\u206f"),
    _whole("tag characters", "".join(chr(0xE0000 + ord(char)) for char in "hidden") + "\U000e007f"),
    _whole("variation selectors", "\ufe00\ufe0f\U000e0100\U000e01ef"),
    _whole("fillers", "\u3164\u115f\u1160\uffa0"),
    _whole("grapheme joiner", "\u034f"),
    _whole("music and shorthand controls", "\U0001d173\U0001d17a\U0001bca0\U0001bca3"),
    _whole("line and paragraph separators", "\u2028\u2029"),
    _whole("interlinear annotation", "\ufff9\ufffa\ufffb"),
    _whole("not characters", "\ufdd0\ufffe\uffff\U0010ffff"),
    Payload("joiners between digits", "Vorher 2\u200d0\u200c14 Nachher", (), ("Vorher", "2014", "Nachher")),
    Payload("joiners in a word", "Vorher sanc\u200dtions Nachher", (), ("sanctions",)),
    Payload("selector after a digit", "Vorher 20\ufe0f14 Nachher", (), ("2014",)),
    Payload("unterminated title", "Vorher \x1b]0;Nachher"),
    Payload("unterminated device control", "Vorher \x1bPNachher"),
    Payload("unterminated, eight bits", "Vorher \x9dNachher"),
    Payload("unterminated at the end", "Vorher Nachher \x1b["),
    Payload("escape at the end", "Vorher Nachher \x1b"),
    Payload("carriage return", "Vorher ganz \rNachher"),
    Payload(
        "textual markup",
        "Vorher [bold]fett[/bold] [@click=app.exit]hier[/] [/x] Nachher",
        (),
        ("[bold]fett", "[/x]"),
    ),
    Payload("rich markup", "Vorher [link=http://x.example]y[/link] [red]z Nachher", (), ("[red]z",)),
    Payload("emoji code", "Vorher :smile: Nachher", (), (":smile:",)),
)

"""The four looks: the terminal's own colours, dark, light, and none.

The terminal's own is the default: it is right on a light and a dark ground, and costs the fewest bytes. In it
and in `mono` only the default colours are used for text, and pairs of both colours for marks, so that
contrast never hangs on a palette that we do not know; bold is no part of such a pair, as consoles show bold
black as grey. In `dark` and `light` every pair has at least 4.5:1.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

# Names of the colours that the style sheet uses, and of no others.
_DARK = {
    "page": "#16181d",
    "ink": "#d8dade",
    "faint": "#9aa0aa",
    "accent-ink": "#8ab4f8",
    "bar": "#2a2f3a",
    "bar-ink": "#e6e8ec",
    "hit": "#5c4a00",
    "hit-ink": "#fff3c4",
    "here": "#ffd54a",
    "here-ink": "#16181d",
    "warn-ink": "#ffb4a8",
    "cursor": "#33507a",
    "cursor-ink": "#ffffff",
}
_LIGHT = {
    "page": "#fbfaf7",
    "ink": "#24262b",
    "faint": "#5f6570",
    "accent-ink": "#1a56b0",
    "bar": "#e2e4ea",
    "bar-ink": "#1c1e22",
    "hit": "#ffe99a",
    "hit-ink": "#2b2400",
    "here": "#7a4b00",
    "here-ink": "#ffffff",
    "warn-ink": "#a3261b",
    "cursor": "#1a56b0",
    "cursor-ink": "#ffffff",
}
_ANSI = {
    "page": "ansi_default",
    "ink": "ansi_default",
    "faint": "ansi_default",
    "accent-ink": "ansi_default",
    "bar": "ansi_default",
    "bar-ink": "ansi_default",
    "hit": "ansi_cyan",
    "hit-ink": "ansi_black",
    "here": "ansi_yellow",
    "here-ink": "ansi_black",
    "warn-ink": "ansi_default",
    "cursor": "ansi_default",
    "cursor-ink": "ansi_default",
}
_MONO = dict.fromkeys(_ANSI, "ansi_default")

PALETTES: Mapping[str, Mapping[str, str]] = {"ansi": _ANSI, "dark": _DARK, "light": _LIGHT, "mono": _MONO}


def themes() -> list[Theme]:
    """The looks as Textual's themes, named `briefing-ansi` and so on."""
    return [_theme(name, palette) for name, palette in PALETTES.items()]


def is_ansi(name: str) -> bool:
    """Whether a look leaves the colours to the terminal."""
    return name in ("ansi", "mono")


def _theme(name: str, palette: Mapping[str, str]) -> Theme:
    ansi = is_ansi(name)
    return Theme(
        name=f"briefing-{name}",
        ansi=ansi,
        dark=name != "light",
        primary=palette["accent-ink"],
        foreground=palette["ink"],
        background=palette["page"],
        surface=palette["page"],
        panel=palette["bar"],
        boost=palette["page"],
        variables={
            **palette,
            "hit-style": "underline" if name == "ansi" else "bold underline",
            "here-style": {"ansi": "none", "mono": "bold reverse"}.get(name, "bold"),
            "ansi-background": palette["page"],
            "ansi-foreground": palette["ink"],
            "block-cursor-background": palette["cursor"],
            "block-cursor-foreground": palette["cursor-ink"],
            "block-cursor-text-style": "bold reverse" if ansi else "bold",
            "block-cursor-blurred-background": palette["bar"],
            "block-cursor-blurred-foreground": palette["bar-ink"],
            "block-cursor-blurred-text-style": "reverse" if ansi else "none",
            "input-cursor-background": palette["ink"],
            "input-cursor-foreground": palette["page"],
            "input-cursor-text-style": "reverse" if ansi else "none",
            "screen-selection-background": palette["hit"],
            "screen-selection-foreground": palette["hit-ink"],
        },
    )

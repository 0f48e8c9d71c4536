"""One HTML file that needs nothing beside it: no script, no address, one style that its policy names."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from index.export.escape import markup
from index.export.receipt import Receipt

_STYLE = """
body { font-family: serif; line-height: 1.4; margin: 1.5em; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
caption, .banner { font-weight: bold; text-align: center; padding: 0.5em; }
th, td { border: 1px solid #888; padding: 0.5em; text-align: left; vertical-align: top; }
th, td { overflow-wrap: anywhere; }
blockquote { margin: 0 0 1em 0; }
blockquote p { margin: 0; white-space: pre-line; }
footer, small, .receipt { font-size: 80%; }
.none { font-style: italic; }
@media print { body { margin: 0; }
  thead { display: table-header-group; } blockquote { break-inside: avoid; } }
"""
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def page(title: str, body: str, made: Receipt) -> str:
    """A whole page around a body of HTML, with the receipt below it and the banner first and last."""
    banner = f'<p class="banner">{markup(made.banner)}</p>\n' if made.banner else ""
    lines = "".join(f"<li>{markup(line)}</li>" for line in made.lines)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{markup(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'{banner}{body}\n<ul class="receipt">{lines}</ul>\n{banner}</body>\n</html>\n'
    )


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text as HTML with spans of it marked; they are code-point offsets in order and apart."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += [markup(text[at:start]), f"<mark>{markup(text[start:end])}</mark>"]
        at = end
    return "".join([*pieces, markup(text[at:])])

"""Sound files of each format, cut short, with bits turned and parts moved, from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.hostile.inputs.archives import book, document, paragraph
from tests.hostile.inputs.model import INPUTS, Hostile, Scale
from tests.hostile.inputs.pdfs import PLAIN
from tests.hostile.inputs.sequences import mail_of, page_of
from tests.hostile.payloads import PAYLOADS

_SEEDS = Path(__file__).resolve().parents[3] / "seeds"
_MUTANTS = 60
_TEXT = (_SEEDS / "003_b36bd9c4032577d6.txt").read_bytes()

SOUND: dict[str, bytes] = {
    "txt": _TEXT,
    "md": b"---\ntitle: Japan\nauthor: [A, B]\ndate: 2016-09-19\n---\n\n# Japan\n\n"
    + _TEXT[:4000]
    + b"\n| a | b |\n|-|-|\n| c | d |\n",
    "html": page_of(PAYLOADS[0]).encode() * 2,
    "eml": mail_of(PAYLOADS[0]),
    "docx": document(paragraph("Japan spoke about sanctions. ") * 30),
    "epub": book(
        b"<html xmlns='http://www.w3.org/1999/xhtml'><body>" + b"<p>Japan spoke.</p>" * 50 + b"</body></html>"
    ),
    "pdf": PLAIN,
}


def mutate(data: bytes, chance: random.Random) -> bytes:
    """The bytes cut, flipped, doubled, moved or filled at random places."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if not changed:
            break
        start = chance.randrange(len(changed))
        end = min(len(changed), start + chance.choice((1, 2, 16, 300, 3000)))
        match chance.randrange(6):
            case 0:
                del changed[start:end]
            case 1:
                changed[start] ^= 1 << chance.randrange(8)
            case 2:
                changed[start:start] = changed[start:end] * chance.randint(1, 20)
            case 3:
                changed[start:end] = chance.randbytes(end - start)
            case 4:
                del changed[chance.randrange(len(changed) // 2, len(changed)) :]
            case _:
                changed[start:end] = chance.choice(
                    (b"\0", b"\xff", b"\x1b]0;INNEN\x07", b"9" * 40, b"<", b"\n\n")
                )
    return bytes(changed)


def _maker(suffix: str, number: int) -> Callable[[Scale, random.Random], bytes]:
    def make(scale: Scale, chance: random.Random) -> bytes:
        return mutate(SOUND[suffix], chance) if number < scale.mutants else SOUND[suffix][:number]

    return make


for suffix in SOUND:
    for number in range(_MUTANTS):
        INPUTS.append(Hostile("broken files", f"mutant {number:02}.{suffix}", _maker(suffix, number)))

"""Folders that are hostile as a whole: odd names, things that are no files, links, and declarations."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path

from tests.hostile.inputs.sequences import text_of
from tests.hostile.payloads import PAYLOADS

GOOD = "Good title\n\nBy A. Author\n\nJapan and Russia spoke about sanctions and hikiwake at their summit.\n"
NAMES = (
    b"new\nline.txt",
    b"escape\x1b]0;INNEN\x07.txt",
    b"csi\x1b[7331mred.txt",
    b"c1 \xc2\x9b7331m.txt",
    b"tab\there.txt",
    b"return\rhere.txt",
    b"not utf-8 \xff\xfe\x80.txt",
    b"surrogate \xed\xa0\x80.txt",
    "override \u202etxt.exe.txt".encode(),
    "invisible \u200b\u2060\ufeff.txt".encode(),
    "separator \u2028.txt".encode(),
    b"-n.txt",
    b"--help.txt",
    b" .txt",
    b"[bold]x[@click=app.exit].txt",
    b"[sic].txt",
    b"%s %d {0}.txt",
    b"a:1.txt",
    b"=cmd|'x'!A0.txt",
    b"<script>alert(1)<script>.txt",
    b"quote\"'`.txt",
    b"back\\slash.txt",
    b"x" * 251 + b".txt",
    "é".encode() * 125 + b".txt",
    b"two.txt.txt",
    b"UPPER.TXT",
)


def fill_with_names(root: Path) -> None:
    """A good article under every odd name, one more under a good one."""
    for name in NAMES:
        _write(os.fsencode(root) + b"/" + name, GOOD.encode())
    (root / "good.txt").write_text(GOOD)


def fill_with_things(root: Path) -> None:
    """FIFOs, sockets, devices, rings, links out, folders with names of files, and one good article."""
    (root / "good.txt").write_text(GOOD)
    os.mkfifo(root / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server, suppress(OSError):
        server.bind(str(root / "socket.txt"))
    with suppress(OSError):
        os.mknod(root / "device.txt", 0o20666, os.makedev(1, 5))
    for name, target in {
        "ring.txt": "ring.txt",
        "ring one.txt": "ring two.txt",
        "ring two.txt": "ring one.txt",
        "out.txt": "/etc/passwd",
        "zero.txt": "/dev/zero",
        "stdin.txt": "/dev/stdin",
        "self": ".",
        "up": "..",
        "root": "/",
        "nowhere.txt": "no such file",
        "twice.txt": "good.txt",
    }.items():
        (root / name).symlink_to(target)
    (root / "folder.txt").mkdir()
    (root / "folder.txt" / "inner.txt").write_text(GOOD)
    (root / "folder.txt" / "back").symlink_to("..")
    closed = root / "closed.txt"
    closed.write_text(GOOD)
    closed.chmod(0)
    (root / "closed").mkdir(mode=0)
    deep = root
    for _ in range(60):
        deep = deep / "d"
        deep.mkdir()
    (deep / "deep.txt").write_text(GOOD)
    (root / "articles.toml").write_text('["good.txt"]\nid = "good"\n')


def fill_with_payloads(root: Path) -> None:
    """An article for every payload; all speak of sanctions, so that they are found and compared."""
    for number, payload in enumerate(PAYLOADS):
        text = text_of(payload).encode("utf-8", "surrogatepass")
        (root / f"{number:02}.txt").write_bytes(text)
    told = [_declared(number, payload.text) for number, payload in enumerate(PAYLOADS)]
    (root / "articles.toml").write_text("\n".join(told), "utf-8")
    (root / "topics.toml").write_text(
        "\n".join(_topic(number, each.text) for number, each in enumerate(PAYLOADS[:12])), "utf-8"
    )


def toml(text: str) -> str:
    """A text as a TOML string that spells out what TOML does not take as it is."""
    return '"' + "".join(_spelt(char) for char in text) + '"'


def _spelt(char: str) -> str:
    if "\ud800" <= char <= "\udfff":
        return " "
    return char if char.isalnum() or char in " .,:;()/[]=@" else f"\\U{ord(char):08x}"


def _declared(number: int, evil: str) -> str:
    told = toml(evil)
    fields = ("title", "date_note", "source", "descriptor", "marking", "url", told)
    lines = [f'["{number:02}.txt"]', f'date = "2016-09-{number % 28 + 1:02}"']
    lines += [f"{field} = {told}" for field in fields]
    lines += [f"{field} = [{told}]" for field in ("authors", "tags")]
    return "\n".join(lines) + "\n"


def _topic(number: int, evil: str) -> str:
    told = toml(evil)
    return (
        f'[[topic]]\nid = "t{number}"\nlabel = {told}\nalt = ["sanctions", {told}]\nnote = {told}\n'
        f'[[topic.row]]\nid = "r"\nlabel = {told}\nany = ["Kuril", {told}]\n'
    )


def _write(path: bytes, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o644)
    try:
        os.write(handle, data)
    finally:
        os.close(handle)

"""HTML that is deep, wide, recursive, or asks for something from elsewhere; YAML and TOML that expand."""

# ruff: noqa: E501 (lines of data)
from __future__ import annotations

import random
from collections.abc import Callable

from tests.hostile.inputs.model import Scale, declare, hostile

_WORDS = b"<p>Japan and Russia spoke about sanctions on the Kuril islands at their summit.</p>"
# Nothing listens here (RFC 5737): a parser that asks is seen by the test of sockets.
ELSEWHERE = b"http://192.0.2.1/x"


def _deep(opening: bytes, closing: bytes = b"", times: int = 3) -> Callable[[Scale, random.Random], bytes]:
    return lambda scale, _: (
        b"<body>" + opening * (scale.deep * times) + _WORDS + closing * (scale.deep * times)
    )


for name, made in {
    "open divs.html": _deep(b"<div>"),
    "open and closed divs.html": _deep(b"<div>", b"</div>"),
    "open quotes.html": _deep(b"<blockquote>"),
    "open lists.html": _deep(b"<ul><li>"),
    "open emphasis.html": _deep(b"<b><i>"),
    "open links.html": _deep(b'<a href="/x">'),
    "open fonts.html": _deep(b"<font color=red>"),
    "open headings.html": _deep(b"<h1>"),
    "open tables.html": _deep(b"<table><td>"),
    "open forms.html": _deep(b"<form><select><option>"),
    "open svg.html": _deep(b"<svg><math>"),
    "open templates.html": _deep(b"<template>"),
    "misnested.html": _deep(b"<p><b></p><i></b></i>", b""),
    "closing only.html": _deep(b"</div></p></b>"),
    "attributes.html": lambda scale, _: (
        b"<p " + b" ".join(b"a%d=b" % n for n in range(scale.deep)) + b">" + _WORDS
    ),
    "long attribute.html": lambda scale, _: b'<p title="' + b"a" * scale.line_bytes + b'">' + _WORDS,
    "open comment.html": lambda scale, _: _WORDS + b"<!--" + b"-" * scale.line_bytes,
    "less than.html": lambda scale, _: b"<" * (scale.line_bytes // 4) + _WORDS,
    "ampersands.html": lambda scale, _: b"&" * (scale.line_bytes // 4) + _WORDS,
    "empty paragraphs.html": lambda scale, _: b"<p></p>" * (scale.many // 4) + _WORDS,
    "breaks.html": lambda scale, _: b"<p>a" + b"<br>" * scale.many + b"b",
    "paragraphs.html": lambda scale, _: b"<p>a" * (scale.many // 4),
    "meta.html": lambda scale, _: b'<meta name="author" content="a">' * (scale.many // 8) + _WORDS,
    "linked data.html": lambda scale, _: (
        b'<script type="application/ld+json">' + b"[" * (scale.deep * 10) + b"</script>" + _WORDS
    ),
    "linked data objects.html": lambda scale, _: (
        b'<script type="application/ld+json">'
        + b'{"a":' * (scale.deep * 10)
        + b"1"
        + b"}" * (scale.deep * 10)
        + b"</script>"
        + _WORDS
    ),
    "footnotes.html": lambda scale, _: b"".join(
        b'<p>a<a href="#n%d" id="r%d">%d</a></p><p id="n%d"><a href="#r%d">%d</a> note</p>'
        % (n, n, n, n, n, n)
        for n in range(scale.many // 40)
    ),
    "long class.html": lambda scale, _: (
        b'<div class="' + b"byline author " * (scale.many // 4) + b'">' + _WORDS
    ),
}.items():
    hostile("deep markup", name)(made)

_LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, (b"&l%d;" % (n - 1)) * 10) for n in range(1, 10))
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">'
    + _LAUGHS
    + b"]><html><body><p>&l9;</p></body></html>"
)
QUADRATIC = (
    b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "'
    + b"a" * 50_000
    + b'">]><html><body><p>'
    + b"&a;" * 20_000
    + b"</p></body></html>"
)
EXTERNAL = (
    b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "'
    + ELSEWHERE
    + b'"><!ENTITY % z SYSTEM "'
    + ELSEWHERE
    + b'">%z;]><html><body><p>Vorher &x; &y; Nachher</p></body></html>'
)

declare("bombs and entities", "laughs.html", LAUGHS)
declare("bombs and entities", "quadratic.html", QUADRATIC)
declare("bombs and entities", "external.html", EXTERNAL)
declare(
    "bombs and entities",
    "fetching.html",
    b'<html manifest="'
    + ELSEWHERE
    + b'"><head><base href="'
    + ELSEWHERE
    + b'"><link rel="stylesheet" href="'
    + ELSEWHERE
    + b'"><script src="'
    + ELSEWHERE
    + b'"></script><meta http-equiv="refresh" content="0;url='
    + ELSEWHERE
    + b'"></head><body>'
    + b'<img src="'
    + ELSEWHERE
    + b'"><iframe src="'
    + ELSEWHERE
    + b'"></iframe><object data="'
    + ELSEWHERE
    + b'"></object>'
    + b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    + _WORDS * 5
    + b"</body></html>",
)

_ALIASES = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (97 + n, 97 + n, b",".join([b"*%c" % (96 + n)] * 9)) for n in range(1, 12)
)
for name, front in {
    "yaml laughs.md": _ALIASES,
    "yaml ring.md": b"title: &a [*a]\nauthor: *a\n",
    "yaml merge.md": b"a: &a {b: c}\nd: {<<: *a, <<: *a}\n",
    "yaml object.md": b'title: !!python/object/apply:os.system ["touch /tmp/owned-by-yaml"]\n',
    "yaml object new.md": b"title: !!python/name:os.system\nauthor: !!python/object/new:type {args: [z, [], {}]}\n",
    "yaml tags.md": b"title: !!binary aGk=\ndate: !!timestamp 2016-09-19\nauthor: !!set {a, b}\n",
    "yaml types.md": b"title: no\nid: 003\ndate: 2016-09-19\nauthor: 1e999\ntags: .nan\nsource: 0o17\n",
    "yaml many documents.md": b"title: a\n--- \ntitle: b\n...\n",
    "yaml keys.md": b"? [a, b]\n: c\n? {d: e}\n: f\n",
    "yaml tab.md": b"title:\ta\n\tauthor: b\n",
    "yaml colon.md": b"title: Japan: a: b: c\nauthor: *x\n",
}.items():
    declare("bombs and entities", name, b"---\n" + front + b"---\n\n# Title\n\nJapan spoke.\n")


@hostile("bombs and entities", "yaml deep.md")
def yaml_deep(scale: Scale, chance: random.Random) -> bytes:
    return b"---\ntitle: " + b"[" * (scale.deep * 4) + b"\n---\n\nJapan spoke.\n"


@hostile("bombs and entities", "yaml braces.md")
def yaml_braces(scale: Scale, chance: random.Random) -> bytes:
    return b"---\ntitle: " + b"{a: " * scale.deep + b"}" * scale.deep + b"\n---\n\nJapan spoke.\n"


@hostile("bombs and entities", "yaml many keys.md")
def yaml_many(scale: Scale, chance: random.Random) -> bytes:
    return b"---\n" + b"".join(b"k%d: v\n" % n for n in range(scale.many // 4)) + b"---\n\nJapan spoke.\n"


@hostile("bombs and entities", "yaml without end.md")
def yaml_endless(scale: Scale, chance: random.Random) -> bytes:
    return b"---\n" + b"k: v\n" * scale.many

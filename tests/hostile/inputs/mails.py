"""Messages of too many parts, in one another, and with fields that are not what they say."""

# ruff: noqa: E501 (lines of data)
from __future__ import annotations

import random

from tests.hostile.inputs.model import Scale, declare, hostile

FAMILY = "mail"
_HEAD = (
    b"From: a@x.example\r\nSubject: Japan\r\nDate: Mon, 19 Sep 2016 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
)
_BODY = b"Japan and Russia spoke about sanctions.\r\n"


@hostile(FAMILY, "a thousand parts.eml")
def parts(scale: Scale, chance: random.Random) -> bytes:
    part = b"--b\r\nContent-Type: text/plain\r\n\r\n" + _BODY
    return (
        _HEAD
        + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        + part * (scale.deep // 3)
        + b"--b--\r\n"
    )


@hostile(FAMILY, "parts in parts.eml")
def nested(scale: Scale, chance: random.Random) -> bytes:
    deep = min(scale.deep // 10, 3_000)
    opened = b"".join(
        b'--b%d\r\nContent-Type: multipart/mixed; boundary="b%d"\r\n\r\n' % (n, n + 1) for n in range(deep)
    )
    return (
        _HEAD
        + b'Content-Type: multipart/mixed; boundary="b0"\r\n\r\n'
        + opened
        + b"--b%d\r\n\r\n" % deep
        + _BODY
    )


@hostile(FAMILY, "messages in messages.eml")
def messages(scale: Scale, chance: random.Random) -> bytes:
    return (_HEAD + b"Content-Type: message/rfc822\r\n\r\n") * (scale.deep // 10) + _HEAD + b"\r\n" + _BODY


@hostile(FAMILY, "fields.eml")
def fields(scale: Scale, chance: random.Random) -> bytes:
    return b"".join(b"X-%d: a\r\n" % n for n in range(scale.many // 4)) + _HEAD + b"\r\n" + _BODY


@hostile(FAMILY, "long field.eml")
def long_field(scale: Scale, chance: random.Random) -> bytes:
    return b"Subject: " + b"=?utf-8?q?a?= " * (scale.line_bytes // 64) + b"\r\n" + _HEAD + b"\r\n" + _BODY


@hostile(FAMILY, "folded field.eml")
def folded(scale: Scale, chance: random.Random) -> bytes:
    return b"Subject: a\r\n" + b" b\r\n" * (scale.many // 8) + _HEAD + b"\r\n" + _BODY


@hostile(FAMILY, "addresses.eml")
def addresses(scale: Scale, chance: random.Random) -> bytes:
    return (
        b"From: "
        + b"(" * (scale.deep // 2)
        + b'"a" <a@b.c>, ' * (scale.deep // 2)
        + b"\r\nSubject: a\r\n\r\n"
        + _BODY
    )


@hostile(FAMILY, "quoted lines.eml")
def quoted(scale: Scale, chance: random.Random) -> bytes:
    return _HEAD + b"\r\n" + b"".join(b">" * (n % 200) + b" a\r\n" for n in range(scale.many // 8))


@hostile(FAMILY, "base64.eml")
def base64(scale: Scale, chance: random.Random) -> bytes:
    return _HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n" + b"YQ=\r\n=" * (scale.many // 4)


for name, rest in {
    "no body.eml": b"",
    "no fields.eml": None,
    "unknown charset.eml": b"Content-Type: text/plain; charset=x-klingon\r\n\r\n" + _BODY,
    "charset of a codec.eml": b"Content-Type: text/plain; charset=rot13\r\n\r\n" + _BODY,
    "charset of bytes.eml": b"Content-Type: text/plain; charset=zlib\r\n\r\n" + _BODY,
    "charset with nul.eml": b'Content-Type: text/plain; charset="\0"\r\n\r\n' + _BODY,
    "no boundary.eml": b"Content-Type: multipart/mixed\r\n\r\n" + _BODY,
    "empty boundary.eml": b'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n' + _BODY,
    "boundary never met.eml": b'Content-Type: multipart/mixed; boundary="q"\r\n\r\n' + _BODY,
    "uuencoded.eml": b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 ../../x\r\n#####\r\n`\r\nend\r\n",
    "no such encoding.eml": b"Content-Transfer-Encoding: 9bit\r\n\r\n" + _BODY,
    "html only.eml": b"Content-Type: text/html\r\n\r\n<p>Japan spoke.</p><script>x</script>\r\n",
    "external body.eml": b'Content-Type: message/external-body; access-type=URL; URL="http://192.0.2.1/x"\r\n\r\n\r\n',
    "partial.eml": b'Content-Type: message/partial; id="a"; number=1; total=3\r\n\r\n' + _BODY,
    "delivery status.eml": b"Content-Type: message/delivery-status\r\n\r\n" + _BODY,
}.items():
    declare(FAMILY, name, _BODY if rest is None else _HEAD + rest)
for name, line in {
    "date without end.eml": b"Date: " + b"9" * 5000 + b"\r\n",
    "date of no year.eml": b"Date: Mon, 99 Foo 99999 99:99:99 +9999\r\n",
    "two of each.eml": _HEAD,
    "encoded words.eml": b"Subject: =?x-klingon?q?a?= =?utf-8?b?%%%?= =?utf-8?z?a?= =?utf-8?q?=1b]0;x=07?=\r\n",
    "broken address.eml": b'From: <<>>,,;:"\\\r\n',
}.items():
    declare(FAMILY, name, line + b"Subject: Japan\r\n\r\n" + _BODY)

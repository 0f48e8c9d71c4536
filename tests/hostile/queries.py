"""Queries that were typed by nobody: broken, endless, nested, and pasted from anywhere."""

# ruff: noqa: E501 (lines of data)

from __future__ import annotations

import random

from hypothesis import strategies as st

from tests.hostile.payloads import PAYLOADS

PIECES = (
    *(
        "AND",
        "OR",
        "NOT",
        "NEAR",
        "ANDNOT",
        "REQUIRE",
        "TO",
        "(",
        ")",
        "((",
        "))",
        '"',
        "'",
        "“",
        "”",
        "[",
        "]",
        "{",
        "}",
    ),
    *(
        "-",
        "+",
        "~",
        "~2",
        "~99",
        "*",
        "?",
        "a*",
        "*a",
        "*a*",
        "**",
        "?*?",
        "<",
        ">",
        ":",
        "::",
        "\\",
        "/",
        "/(a+)+$/",
        "^9",
        "@",
    ),
    *(
        "title:",
        "author:",
        "article:",
        "kind:",
        "kind:note",
        "date:",
        "date:2014..",
        "date:..",
        "date:9999-99-99",
        "lang:",
        "topic:",
    ),
    *(
        "sanctions",
        "Kurile",
        "S-400",
        "Сold",
        "war",
        "the",
        "of",
        "Shinzō",
        "Japan's",
        "hikiwake",
        "Ⅷ",
        "ﬁ",
        "ß",
        "İ",
        "日本",
        "हिन्दी",
    ),
    *(
        "\u0301",
        "\u200d",
        "\x00",
        "\x1b",
        "\ud800",
        "\U0010ffff",
        "\n",
        "\t",
        "\u2028",
        "\u202e",
        " ",
        "  ",
        "1e9",
        "-1",
        "0x",
        "NaN",
    ),
)
queries = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.text(max_size=60),
)
"""Any query at all, mostly of pieces that mean something."""


def long_queries() -> dict[str, str]:
    """Queries that are too much, by name."""
    chance = random.Random(7)
    return {
        "brackets": "(" * 5_000 + "a" + ")" * 5_000,
        "open brackets": "(" * 20_000,
        "closing brackets": ")" * 20_000,
        "nots": "NOT " * 5_000 + "a",
        "minuses": "-" * 20_000 + "a",
        "quotes": '"' * 20_001,
        "ors": " OR ".join(["japan"] * 5_000),
        "ands": " AND ".join(["japan"] * 5_000),
        "a long word": "a" * 200_000,
        "many words": " ".join(f"w{n}" for n in range(50_000)),
        "stars": "*" * 10_000,
        "star words": "a* " * 5_000,
        "inner stars": "*a*b*c*d*e*f*g*h* " * 500,
        "question marks": "?" * 10_000,
        "fuzzy": "sanctoins~2 " * 2_000,
        "one letter fuzzy": "a~2 " * 2_000,
        "phrases": '"of the" ' * 3_000,
        "a long phrase": '"' + "the of and to in " * 3_000 + '"',
        "near": '"a b"~1000000000 ' * 100,
        "fields": "title:" * 5_000,
        "dates": "date:2014..2016 " * 3_000,
        "topics": "topic:sanctions " * 1_000,
        "combining": "a" + "\u0301" * 100_000,
        "a paste": "\n".join(
            "> " + "".join(chance.choice("abc \t\x1b[;") for _ in range(80)) for _ in range(2_000)
        ),
        "payloads": " ".join(payload.text for payload in PAYLOADS) * 20,
        "a regular expression": "(a+)+$" * 2_000,
        "one million blanks": " " * 1_000_000,
    }


HOSTILE_TOML = {
    "empty": b"",
    "nul": b"\0" * 100,
    "not utf-8": b'banner = "\xff\xfe"\n',
    "utf-16": "schema = 1\n".encode("utf-16"),
    "cut": b'schema = 1\n[[topic]]\nid = "a',
    "no schema": b'[[topic]]\nid = "a"\nlabel = "A"\n',
    "another schema": b'schema = 99\n[[topic]]\nid = "a"\nlabel = "A"\n',
    "schema of another kind": b"schema = {a = [1]}\n",
    "topic is a number": b"topic = 3\n",
    "topic is a table": b"[topic]\nid = 'a'\n",
    "topics are numbers": b"topic = [1, 2, 3]\n",
    "labels are numbers": b"[[topic]]\nid = 1\nlabel = 2.5\nalt = [1, true]\nnot = 1979-05-27\n",
    "rows are numbers": b"[[topic]]\nid = 'a'\nlabel = 'A'\nrow = 1\n",
    "rows of rows": b"[[topic]]\nid = 'a'\nlabel = 'A'\n[[topic.row]]\nid = 'r'\nlabel = 'R'\nany = [['a']]\n[[topic.row.row]]\n",
    "ids twice": b"[[topic]]\nid = 'a'\nlabel = 'A'\n" * 50,
    "ids are paths": b"[[topic]]\nid = '../../etc/passwd'\nlabel = 'A'\n",
    "ids are empty": b"[[topic]]\nid = ''\nlabel = ''\nalt = ['']\n",
    "since is nonsense": b"[[topic]]\nid = 'a'\nlabel = 'A'\nsince = 'soon'\n[[topic]]\nid='b'\nlabel='B'\nsince = '9999-99'\n",
    "query is nonsense": b"[[topic]]\nid = 'a'\nlabel = 'A'\nquery = '((( NOT OR \"'\n",
    "query names itself": b"[[topic]]\nid = 'a'\nlabel = 'A'\nquery = 'topic:a'\n",
    "queries name each other": b"[[topic]]\nid = 'a'\nlabel = 'A'\nquery = 'topic:b'\n[[topic]]\nid = 'b'\nlabel = 'B'\nquery = 'topic:a topic:a'\n",
    "label of stops": b"[[topic]]\nid = 'a'\nlabel = 'of the'\nalt = ['to', 'and', '...', '*', '']\n",
    "deep": b"a = " + b"[" * 20_000 + b"]" * 20_000,
    "deep tables": b"a = " + b"{a = " * 20_000 + b"1" + b"}" * 20_000,
    "deep keys": b".".join([b"a"] * 20_000) + b" = 1\n",
    "large number": b"schema = " + b"9" * 20_000 + b"\n",
    "wide": b"[[topic]]\nid = 'a'\nlabel = 'A'\nalt = [" + b"'word', " * 50_000 + b"]\n",
    "many topics": b"".join(b"[[topic]]\nid = 't%d'\nlabel = 'T %d'\n" % (n, n) for n in range(2_000)),
    "many rows": b"[[topic]]\nid = 'a'\nlabel = 'A'\n"
    + b"".join(b"[[topic.row]]\nid = 'r%d'\nlabel = 'R'\n" % n for n in range(2_000)),
    "many mistakes": b"[[topic]]\nid = 'a'\nlabel = 3\nfoo = 1\n" * 2_000,
    "escapes": b'[[topic]]\nid = "a\\u001b]0;INNEN\\u0007"\nlabel = "Vorher \\u001b[7331mNachher\\u202e"\nalt = ["\\u200b"]\n"\\u001b[7331m" = 1\n',
}
"""Files in the place of topics.toml and articles.toml, by name."""

"""What is known of an article, from the strongest source down: articles.toml, front matter, text, file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from index.model import Problem

DECLARED_FILE = "articles.toml"


def read_declared(root: Path) -> tuple[dict[str, dict[str, object]], tuple[Problem, ...]]:
    """What the corpus folder's `articles.toml` says of each file, by file name, and what is wrong with it.

    A corpus without the file has nothing declared; one with a broken file keeps opening.
    """
    path = root / DECLARED_FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}, ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return {}, (Problem(DECLARED_FILE, f"cannot be read ({error}); mend or remove it"),)
    declared: dict[str, dict[str, object]] = {}
    problems: list[Problem] = []
    for name, entry in table.items():
        if isinstance(entry, Mapping):
            declared[name] = dict(entry)
        else:
            problems.append(Problem(DECLARED_FILE, 'should be a table: ["file name"]', key=name))
    return declared, tuple(problems)

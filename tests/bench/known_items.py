"""A test collection made of the documentation of the running Python: each question has one known answer.

The question is the first sentence of a docstring, the document is the rest of it under its name: what was
asked for is never in the document word for word.
"""

from __future__ import annotations

import ast
import sysconfig
from collections.abc import Iterator
from pathlib import Path

_SHORTEST = 300


def docstrings() -> Iterator[tuple[str, str]]:
    """Give every long docstring of the standard library and of what is installed, with its name."""
    paths = sysconfig.get_paths()
    for root in dict.fromkeys((paths["stdlib"], paths["purelib"])):
        for path in sorted(Path(root).rglob("*.py")):
            if "test" in path.parts or "tests" in path.parts:
                continue
            try:
                tree = ast.parse(path.read_bytes())
            except (SyntaxError, ValueError, OSError, RecursionError):
                continue
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
                    text = ast.get_docstring(node)
                    if text and len(text) > _SHORTEST:
                        yield f"{path.stem} {node.name}", text


def write_collection(folder: Path, most: int = 4_000) -> list[Path]:
    """Write documents, queries and answers; give the three paths."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    queries, qrels, seen = [], [], set()
    for name, text in docstrings():
        question, _, answer = text.partition("\n\n")
        question = " ".join(question.split())
        if not 25 < len(question) < 200 or len(answer) < _SHORTEST or answer in seen or len(queries) >= most:
            continue
        seen.add(answer)
        number = f"d{len(queries):05d}"
        (documents / f"{number}.txt").write_text(f"{name}\n\n{answer}\n", encoding="utf-8")
        queries.append(f"q{number}\t{question}")
        qrels.append(f"q{number}\t{number}\t1")
    paths = [documents, folder / "queries.tsv", folder / "qrels.tsv"]
    paths[1].write_text("\n".join(queries) + "\n", encoding="utf-8")
    paths[2].write_text("\n".join(qrels) + "\n", encoding="utf-8")
    return paths

"""What the program is built on: declared, bounded, written down as tested, without a way to the network."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
import warnings
from collections.abc import Iterable, Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
RUNTIME = [Requirement(each) for each in (*PROJECT["dependencies"], *EXTRAS["formats"])]
EVERY = [*RUNTIME, *(Requirement(each) for name in ("test", "bench") for each in EXTRAS[name])]
OWN = {"index", "tui", "seeds"}
_NETWORK = {
    "socket", "ssl", "socketserver", "http.client", "http.server", "urllib.request", "ftplib", "smtplib",
    "poplib", "imaplib", "telnetlib", "xmlrpc.client", "webbrowser", "requests", "urllib3", "httpx",
    "aiohttp",
}  # fmt: skip
KNOWN = {
    # Names of two Pythons under one: `whoosh.compat` takes `urlretrieve` along, and nothing calls it.
    ("whoosh.compat", "urllib.request"),
}

# Loads all that the program may load, and tells the modules with their files.
_LOAD = """
import importlib, json, sys
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
print(json.dumps({name: module.__file__ for name, module in list(sys.modules.items())
                  if (getattr(module, "__file__", None) or "").endswith(".py")}))
"""


def imported(nodes: Iterable[ast.AST], *, everywhere: bool) -> Iterator[str]:
    """The modules that some code imports: when it is loaded, or `everywhere` in it."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)
        elif everywhere or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from imported(ast.iter_child_nodes(node), everywhere=everywhere)


def imports_of(path: Path, *, everywhere: bool = True) -> set[str]:
    with warnings.catch_warnings():
        # Whoosh has escapes in strings that are none.
        warnings.simplefilter("ignore")
        return set(imported([ast.parse(path.read_bytes())], everywhere=everywhere))


def foreign_imports() -> set[str]:
    """The modules that the program imports and that are neither its own nor Python's."""
    files = [path for name in ("index", "tui") for path in (ROOT / name).rglob("*.py")]
    names = {name for path in files for name in imports_of(path)}
    return {
        name for name in names if name.partition(".")[0] not in {*OWN, *sys.stdlib_module_names, "__future__"}
    }


@pytest.mark.parametrize("requirement", EVERY, ids=str)
def test_every_dependency_is_bounded_above(requirement: Requirement) -> None:
    assert {each.operator for each in requirement.specifier} & {"<", "<=", "==", "~="}


def test_textual_is_exact() -> None:
    (textual,) = [each for each in RUNTIME if each.name == "textual"]
    assert [each.operator for each in textual.specifier] == ["=="]


def test_what_the_program_imports_is_declared() -> None:
    declared = {canonicalize_name(each.name) for each in RUNTIME}
    holders = metadata.packages_distributions()
    for name in sorted({name.partition(".")[0] for name in foreign_imports()}):
        names = {canonicalize_name(each) for each in holders[name]}
        assert names & declared, f"{name} is imported and not declared"


def test_what_is_tested_with_is_written_down() -> None:
    lines = (ROOT / ".ci" / "constraints.txt").read_text().splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"==[^*]+", str(each.specifier)) for each in pins)
    pinned = {canonicalize_name(each.name): str(each.specifier)[2:] for each in pins}
    for each in (*RUNTIME, *(Requirement(each) for each in EXTRAS["test"])):
        assert each.specifier.contains(pinned[canonicalize_name(each.name)]), each


def test_nothing_that_is_loaded_brings_the_network_along() -> None:
    holders = metadata.packages_distributions()
    whole = sorted({".".join(name.split(".")[:2]) for name in foreign_imports()} & importable())
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, json.dumps(whole)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    files = {
        name: Path(file)
        for name, file in json.loads(done.stdout).items()
        if name.partition(".")[0] in holders.keys() - OWN
    }
    assert {name.partition(".")[0] for name in files} >= {"textual", "rich", "whoosh", "yaml", "pypdfium2"}
    found = {
        (name, module)
        for name, file in files.items()
        for module in imports_of(file, everywhere=False) & _NETWORK
    }
    assert found <= KNOWN


def importable() -> set[str]:
    """The modules, two names deep, that are modules and no names in one."""
    return {name for name in map(_module, foreign_imports()) if name}


def _module(name: str) -> str:
    short = ".".join(name.split(".")[:2])
    try:
        return short if find_spec(short) else ""
    except ModuleNotFoundError:
        return ""

"""What each part may load: the index knows no screen, and a plain command loads no more than it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest


def loaded_after(code: str) -> set[str]:
    """The top-level packages that a fresh interpreter has loaded after running some code."""
    probe = f"import sys\n{code}\nprint('\\n' + ' '.join({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return set(done.stdout.rsplit("\n", 2)[-2].split())


def after_command(*arguments: str) -> set[str]:
    return loaded_after(
        f"""
from tui.commands.program import main
try:
    main({list(arguments)!r})
except SystemExit:
    pass
"""
    )


def test_the_index_loads_no_screen_even_when_it_searches_and_compares() -> None:
    loaded = loaded_after(
        """
import pkgutil, importlib, index
for module in pkgutil.walk_packages(index.__path__, 'index.'):
    importlib.import_module(module.name)
corpus = index.Corpus.open()
index.search(corpus, 'sanctions')
index.compare(corpus, corpus.topic('sanctions'))
index.matrix(corpus)
"""
    )
    assert "whoosh" in loaded
    assert loaded.isdisjoint({"tui", "textual", "rich"})


def test_importing_the_index_loads_no_whoosh() -> None:
    assert "whoosh" not in loaded_after("import index")


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("search", "--help")])
def test_help_and_version_load_neither_textual_nor_whoosh(arguments: tuple[str, ...]) -> None:
    assert after_command(*arguments).isdisjoint({"textual", "whoosh", "rich", "markdown_it"})


@pytest.mark.parametrize("arguments", [("list",), ("show", "001"), ("list", "--json")])
def test_list_and_show_load_no_textual(arguments: tuple[str, ...]) -> None:
    assert after_command(*arguments).isdisjoint({"textual", "rich"})


@pytest.mark.parametrize("arguments", [("search", "sanctions"), ("compare", "sanctions"), ("matrix",)])
def test_searching_and_comparing_load_no_textual(arguments: tuple[str, ...]) -> None:
    assert after_command(*arguments).isdisjoint({"textual", "rich"})

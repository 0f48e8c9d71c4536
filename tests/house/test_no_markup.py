"""No text from outside is ever read as markup, whatever screen or widget is added."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.markup_readers import markup_readers

TUI = Path(__file__).parents[2] / "tui"


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda path: str(path.relative_to(TUI)))
def test_no_code_of_the_screen_reads_markup(path: Path) -> None:
    assert markup_readers(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        'yield Static(title)',
        'yield Static(f"{title}")',
        'yield Static("a", markup=True)',
        'yield Label("[b]a")',
        'from textual.widgets import Markdown',
        'from textual.widgets import Input, DataTable',
        'from textual.widgets.option_list import Option',
        'from textual import widgets',
        'import textual.widgets',
        'import textual.widgets.markdown',
        'from textual.command import Provider',
        'from rich import print',
        'from rich.text import Text',
        'from rich.markup import escape',
        'import rich.console',
        'self.notify(str(error))',
        'app.notify(message, title="a")',
        'Content.from_markup(title)',
        'Content.from_markup(f"[b]{title}")',
        'self.border_title = article.title',
        'self.tooltip = f"{title}"',
        'view.border_subtitle: str = title',
        'Input(placeholder=article.title)',
        'BORDER_TITLE = make()',
        'self.app.open_url(link)',
        'import webbrowser',
        'class A:\n    def render(self):\n        return self.title',
        'class A:\n    def render(self) -> str:\n        return self.title',
        'class A:\n    def render(self) -> RenderResult:\n        return self.title',
    ],
)  # fmt: skip
def test_what_would_read_markup_is_found(source: str) -> None:
    assert markup_readers(source)


@pytest.mark.parametrize(
    "source",
    [
        'yield Static(Content(title), markup=False)',
        'self.notify(message, markup=False)',
        'Content.from_markup("[b]$title[/b]", title=title)',
        'self.border_title = Content(title)',
        'self.border_title = "Articles"',
        'from textual.widgets import Input, Static',
        'from rich.segment import Segment\nfrom rich.style import Style',
        'class A:\n    def render(self) -> Content:\n        return Content(self.title)',
    ],
)  # fmt: skip
def test_what_shows_text_as_it_is_is_allowed(source: str) -> None:
    assert markup_readers(source) == []

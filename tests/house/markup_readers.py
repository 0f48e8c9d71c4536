"""Finds code by which text from outside could be read as Textual's or Rich's markup.

`[sic]` would vanish, `[/x]` end the program and `[@click=…]` run an action. What is allowed is listed, so
that a new widget is looked at before it is used.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

WIDGETS = {"Input", "Static"}
"""Of Textual's own widgets: an Input shows a str as it is; a Static is looked at below. All others that show
a title, an option, a cell or a label read a str as markup."""

FORBIDDEN_MODULES = (
    "textual.command", "textual.markup", "textual.widgets.", "textual.fuzzy", "rich.markup", "rich.markdown",
    "rich.console", "rich.text", "rich.table", "rich.panel", "rich.prompt", "rich.pretty", "rich.traceback",
    "rich.emoji", "rich.logging", "webbrowser",
)  # fmt: skip
"""The palette reads its hits as markup, a rich Console and all that it prints read strings as markup, and a
browser on the SSH host is nobody's wish."""

SHOWN_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "placeholder", "suggester"}
READING_CALLS = {
    "from_markup",
    "to_content",
    "visualize",
    "render_markup",
    "open_url",
    "deliver_text",
    "bell_text",
}


def markup_readers(source: str) -> list[str]:
    """Each place where a source may read markup, as `line: what`."""
    tree = ast.parse(source)
    return [f"{line}: {what}" for line, what in sorted(set(_found(tree)))]


def _found(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                for name in names:
                    yield from _module(node.lineno, name.name)
            case ast.ImportFrom(module=str(module), names=names):
                if module != "textual.widgets":
                    yield from _module(node.lineno, module)
                yield from _imported(node.lineno, module, [name.name for name in names])
            case ast.Call():
                yield from _called(node)
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _assigned(target, value)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                yield from _assigned(target, value)
            case ast.FunctionDef(name="render" | "render_str"):
                yield from _rendered(node)
            case _:
                pass


def _module(line: int, module: str) -> Iterator[tuple[int, str]]:
    if module == "rich" or f"{module}.".startswith(FORBIDDEN_MODULES):
        yield line, f"import of {module}"


def _imported(line: int, module: str, names: list[str]) -> Iterator[tuple[int, str]]:
    if module == "textual.widgets":
        yield from ((line, f"import of the widget {name}") for name in names if name not in WIDGETS)
    if module in ("textual", "rich"):
        for name in names:
            yield from _module(line, f"{module}.{name}")
            if name in ("widgets", "print", "inspect"):
                yield line, f"import of {module}.{name}"


def _called(call: ast.Call) -> Iterator[tuple[int, str]]:
    name = (
        call.func.attr
        if isinstance(call.func, ast.Attribute)
        else call.func.id
        if isinstance(call.func, ast.Name)
        else ""
    )
    options = {option.arg: option.value for option in call.keywords}
    if name in ("Static", "Label", "notify") and not _is_false(options.get("markup")):
        yield call.lineno, f"{name}() without markup=False"
    if name == "from_markup" and call.args and not isinstance(call.args[0], ast.Constant):
        yield call.lineno, "from_markup() of what is not written here"
    elif name in READING_CALLS and name != "from_markup":
        yield call.lineno, f"{name}()"
    for option in SHOWN_ATTRIBUTES & options.keys():
        if not _is_harmless(options[option]):
            yield call.lineno, f"{option}= of a str"


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[tuple[int, str]]:
    name = (
        target.attr
        if isinstance(target, ast.Attribute)
        else target.id
        if isinstance(target, ast.Name)
        else ""
    )
    if name.lower() in SHOWN_ATTRIBUTES and not _is_harmless(value):
        yield target.lineno, f"{name} of a str"


def _rendered(function: ast.FunctionDef) -> Iterator[tuple[int, str]]:
    """A widget's `render` may give a Content or a Strip; a str that it gives is read as markup."""
    told = ast.unparse(function.returns) if function.returns else ""
    if told not in ("Content", "Visual", "Strip"):
        yield function.lineno, f"render() gives {told or 'anything'}, not Content"


def _is_false(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is False


def _is_harmless(value: ast.expr) -> bool:
    match value:
        case ast.Constant(value=str(text)):
            return "[" not in text
        case ast.Constant(value=None):
            return True
        case ast.Call(func=ast.Name(id="Content")):
            return True
        case _:
            return False

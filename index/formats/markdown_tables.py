"""Tables of Markdown by their lines alone.

The parser's own rule makes three tokens for each cell, also for cells that a row leaves out: two kilobytes of
such rows stand for two hundred thousand tokens, and a file may hold a thousand such tables.
"""

from __future__ import annotations

from markdown_it.rules_block import StateBlock, table


def table_lines(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Take a table that begins at a line as one token: a rule of the parser in the place of its own."""
    if not table(state, first, end, True):
        return False
    if silent:
        return True
    before, state.parentType = state.parentType, "table"
    ends = state.md.block.ruler.getRules("blockquote")
    line = first + 2
    while (
        line < end
        and state.sCount[line] >= state.blkIndent
        and not state.isEmpty(line)
        and not state.is_code_block(line)
        and not any(rule(state, line, end, True) for rule in ends)
    ):
        line += 1
    state.push("table_open", "table", 1).map = [first, line]
    state.push("table_close", "table", -1)
    state.parentType, state.line = before, line
    return True

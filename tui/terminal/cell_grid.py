"""A screen as rows of cells that pieces are drawn on."""

from __future__ import annotations

from collections.abc import Iterable

from tui.terminal.cells import BLANK, Cell, Row, blank_row, glyphs_of
from tui.terminal.frames import Piece


class CellGrid:
    """Rows of cells of one size; rows are replaced, never changed, so two grids can share them."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.rows: list[Row] = [blank_row(width)] * height

    def draw(self, pieces: Iterable[Piece]) -> None:
        """Draw pieces in order; what lies outside of the screen is cut off."""
        for piece in pieces:
            if 0 <= piece.row < self.height and piece.column < self.width:
                self.rows[piece.row] = self._drawn(self.rows[piece.row], piece.column, piece.cells)

    def resized(self, width: int, height: int) -> CellGrid:
        """The same content on another size, cut or padded with blanks."""
        grid = CellGrid(width, height)
        grid.draw(Piece(number, 0, row) for number, row in enumerate(self.rows))
        return grid

    def scrolled(self, top: int, bottom: int, lines: int) -> CellGrid:
        """The grid after rows `top` to `bottom` (inclusive) moved up by `lines`, or down when negative."""
        grid = CellGrid(self.width, self.height)
        region, empty = self.rows[top : bottom + 1], [blank_row(self.width)] * abs(lines)
        moved = region[lines:] + empty if lines > 0 else empty + region[:lines]
        grid.rows = self.rows[:top] + moved + self.rows[bottom + 1 :]
        return grid

    def _drawn(self, row: Row, column: int, cells: Row) -> Row:
        end = column + len(cells)
        if column == 0 and end == self.width:
            return cells
        drawn = row[:column] + cells + row[end:]
        if end > self.width:
            drawn = drawn[: self.width]
            end = self.width
        return _mended(drawn, (column, end))


def _mended(row: Row, seams: tuple[int, int]) -> Row:
    """Blank the halves of wide cells that were cut apart at the seams, as terminals do."""
    for seam in seams:
        left = row[seam - 1] if seam else BLANK
        right = row[seam] if seam < len(row) else BLANK
        if left.width == 2 and right.width != 0:
            row = (*row[: seam - 1], _space(left), *row[seam:])
        elif right.width == 0 and left.width != 2:
            row = (*row[:seam], _space(right), *row[seam + 1 :])
    return row


def _space(cell: Cell) -> Cell:
    return glyphs_of(cell.style)[" "]

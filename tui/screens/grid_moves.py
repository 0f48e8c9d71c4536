"""Moving from cell to cell in the matrix."""

from __future__ import annotations

from tui.screens.finding import FindingScreen
from tui.widgets.matrix_grid import MatrixGrid


class GridMoves(FindingScreen):
    """The keys that move in a grid of topics by articles."""

    @property
    def grid(self) -> MatrixGrid:
        """The grid."""
        raise NotImplementedError

    def action_line_down(self) -> None:
        """The topic below."""
        self.grid.move(down=self.times())

    def action_line_up(self) -> None:
        """The topic above."""
        self.grid.move(down=-self.times())

    def action_page_down(self) -> None:
        """A page of topics down."""
        self.grid.move(down=max(self.grid.visible_height - 1, 1))

    def action_page_up(self) -> None:
        """A page of topics up."""
        self.grid.move(down=-max(self.grid.visible_height - 1, 1))

    def action_half_down(self) -> None:
        """Half a page of topics down."""
        self.grid.move(down=max(self.grid.visible_height // 2, 1))

    def action_half_up(self) -> None:
        """Half a page of topics up."""
        self.grid.move(down=-max(self.grid.visible_height // 2, 1))

    def action_top(self) -> None:
        """The first topic."""
        self.grid.move(down=-1_000_000)

    def action_bottom(self) -> None:
        """The last topic."""
        self.grid.move(down=1_000_000)

    def action_left(self) -> None:
        """The article to the left."""
        self.grid.move(right=-1)

    def action_right(self) -> None:
        """The article to the right."""
        self.grid.move(right=1)

    def action_later(self) -> None:
        """The next articles."""
        self.grid.page_columns(1)

    def action_earlier(self) -> None:
        """The articles before."""
        self.grid.page_columns(-1)

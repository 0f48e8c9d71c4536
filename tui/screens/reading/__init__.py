"""The parts of the reader, one concern a file; `tui.screens.reader` puts them together.

`opened` holds the article and the place; `moves`, `finds`, `notes`, `marks`, `paned` and `judged` are
mixed in over it.
"""

"""Taking a passage or a whole view away: to the clipboard with its citation, or to a file."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from index import Article, BriefingError, Passage
from tui.screens.base import BriefingScreen
from tui.terminal.clipboard import copy

FORMATS = {".md": "markdown", ".html": "html", ".csv": "csv", ".json": "json", ".txt": "plain"}
_NOTHING = "no passage here to copy"


class Giving(BriefingScreen):
    """The keys `y`, `Y` and `e`."""

    @property
    def passage(self) -> Passage | None:
        """The passage that the cursor is on."""
        raise NotImplementedError

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The corpus' articles by id, in the order of lists."""
        return {article.id: article for article in self.corpus.articles()}

    def corpus_changed(self) -> None:
        """Take in a new index."""
        self.__dict__.pop("articles", None)

    @property
    def export_name(self) -> str:
        """The name, without ending, of the file that is offered."""
        return "briefing"

    def export_text(self, form: str) -> str:
        """What is shown in a format (a value of `FORMATS`); BriefingError where there is nothing to write."""
        raise BriefingError(f"there is nothing here to export as {form}")

    def export_formats(self) -> dict[str, str]:
        """The formats by file ending, the one that is offered first."""
        return FORMATS

    def action_cite(self) -> None:
        """Copy the passage with its citation."""
        passage = self.passage
        if passage is None:
            self.tell(_NOTHING)
            return
        from index import quoted

        self._copy(quoted(self.articles[passage.article], passage))

    def action_copy(self) -> None:
        """Copy the passage without its citation."""
        if self.passage is None:
            self.tell(_NOTHING)
        else:
            self._copy(self.passage.text)

    def _copy(self, text: str) -> None:
        driver = self.app._driver
        self.tell(copy(text, driver.write if driver is not None else lambda _: None).told)

    def action_export(self) -> None:
        """Ask for a file to write to."""
        endings = self.export_formats()
        first = next(iter(endings))
        self.ask("export", f"write to ({' '.join(endings)}): ", f"{self.export_name}{first}")

    def answered(self, purpose: str, value: str) -> None:
        """Take what was typed in the prompt."""
        if purpose == "export" and value.strip():
            try:
                self.tell(f"written: {self._write(Path(value.strip()).expanduser())}")
            except BriefingError as error:
                self.tell(str(error))
            except (OSError, RuntimeError) as error:
                self.tell(f"{value.strip()} could not be written: {error}")

    def _write(self, file: Path) -> Path:
        form = self.export_formats().get(file.suffix.lower())
        if form is None:
            raise BriefingError(
                f"end the name in {', '.join(self.export_formats())}: that chooses the format"
            )
        whole = file.absolute()
        if whole.parent.resolve().is_relative_to(self.corpus.root.resolve()):
            raise BriefingError("the corpus is never written to: name a file outside its folder")
        text = self.export_text(form)
        try:
            with whole.open("x", encoding="utf-8", newline="") as stream:
                stream.write(text)
        except FileExistsError:
            raise BriefingError(f"{whole} is there already: name another file") from None
        return whole

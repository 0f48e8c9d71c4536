"""Writing what a screen shows to a file, in the format that the file's name ends in."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import ClassVar

from textual import on

from index import BriefingError
from tui.screens.base import BriefingScreen
from tui.widgets.prompt import Prompt

FORMATS = {".md": "markdown", ".html": "html", ".csv": "csv", ".json": "json", ".txt": "plain"}
# Without tables there is no CSV or HTML.
TEXT_FORMATS = {ending: form for ending, form in FORMATS.items() if form not in ("csv", "html")}
_PURPOSE = "export"


class Exporting(BriefingScreen):
    """The key `e`; `EXPORTS` are the formats by file ending, the one that is offered first."""

    EXPORTS: ClassVar[dict[str, str]] = FORMATS

    @property
    @abstractmethod
    def export_name(self) -> str:
        """The name, without ending, of the file that is offered."""

    @abstractmethod
    def export_text(self, form: str) -> str:
        """What is shown in a format (a value of `EXPORTS`); BriefingError where there is nothing to write."""

    def action_export(self) -> None:
        """Ask for a file to write to."""
        first = next(iter(self.EXPORTS))
        self._ask_file(f"{self.export_name}{first}")

    def _ask_file(self, offered: str) -> None:
        self.ask(_PURPOSE, f"write to ({' '.join(self.EXPORTS)}): ", offered)

    @on(Prompt.Submitted)
    def _prompt_answered(self, message: Prompt.Submitted) -> None:
        self.close_prompt()
        self.answered(message.purpose, message.value)

    def answered(self, purpose: str, value: str) -> None:
        """Take what was typed in the prompt; a name that cannot be written to stays, to be mended."""
        name = value.strip()
        if purpose != _PURPOSE or not name:
            return
        try:
            self.tell(f"written: {self._write(Path(name).expanduser())}")
            return
        except BriefingError as error:
            why = str(error)
        except (OSError, RuntimeError, ValueError) as error:
            # The reason first: a long name would leave no room for it.
            why = f"could not be written: {getattr(error, 'strerror', None) or error}: {name}"
        self._ask_file(name)
        self.tell(why)

    def _write(self, file: Path) -> Path:
        form = self.EXPORTS.get(file.suffix.lower())
        if form is None:
            raise BriefingError(f"end the name in {', '.join(self.EXPORTS)}: that chooses the format")
        whole = file.absolute()
        if whole.parent.resolve().is_relative_to(self.corpus.root.resolve()):
            raise BriefingError("the corpus is never written to: name a file outside its folder")
        text = self.export_text(form)
        try:
            stream = whole.open("x", encoding="utf-8", newline="")
        except FileExistsError:
            raise BriefingError(f"{whole} is there already: name another file") from None
        try:
            with stream:
                stream.write(text)
        except OSError:
            # Half of it would look like all of it, and stand in the way of the next try.
            whole.unlink()
            raise
        return whole

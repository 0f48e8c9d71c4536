"""What an action is, apart from the tables that list them."""

from __future__ import annotations

from dataclasses import dataclass

EVERYWHERE = "*"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do, and all that is told of it.

    `id` is stable and used in the config ("read.page-down"); its last part names the method. `hint` is the
    place in the hint line, 0 for none; lower numbers come first and stay longest when the line is narrow.
    `always` holds also while text is typed (control keys only).
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    screens: tuple[str, ...]
    hint: int = 0
    always: bool = False
    palette: bool = True

    @property
    def method(self) -> str:
        """The name of the method without its `action_`: `read.page-down` is `page_down`."""
        return self.id.rsplit(".", 1)[-1].replace("-", "_")

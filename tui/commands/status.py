"""Exit statuses, ripgrep's: scripts can tell "nothing found" from "it did not work"."""

FOUND = 0
NOTHING = 1
ERROR = 2

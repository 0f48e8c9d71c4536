"""Everything a person at a terminal touches: the `briefing` command and the reader on the screen."""

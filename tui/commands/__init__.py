"""The `briefing` command line: `program` is its entry, the others are commands and what they share."""

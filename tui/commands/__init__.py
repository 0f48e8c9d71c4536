"""The `briefing` command line: `program` is its entry, and every other module is one command or what they share."""

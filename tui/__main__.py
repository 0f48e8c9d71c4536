"""`python -m tui` is the same program as `briefing`."""

import sys

from tui.commands.program import main

sys.exit(main())

"""Prints how the installed versions differ from those the tests were last run with; it never fails for it."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path


def main() -> None:
    """Compare every line of the constraints with what is installed."""
    lines = Path(sys.argv[1]).read_text().splitlines()
    tested = dict(line.split("==") for line in lines if "==" in line and not line.startswith("#"))
    installed = {dist.name.lower().replace("_", "-"): dist.version for dist in metadata.distributions()}
    differ = [
        f"  {name}: tested with {version}, installed is {installed[name]}"
        for name, version in tested.items()
        if name in installed and installed[name] != version
    ]
    unknown = sorted(installed.keys() - tested.keys() - {"briefing", "pip", "setuptools", "wheel"})
    print(
        "\n".join(["other versions than .ci/constraints.txt:", *differ] if differ else ["versions as tested"])
    )
    if unknown:
        print(f"not in .ci/constraints.txt: {', '.join(unknown)}")


if __name__ == "__main__":
    main()

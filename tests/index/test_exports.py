import subprocess
import sys

import pytest


@pytest.mark.parametrize("before", ["index.align.compare", "index.query.engine", "index.corpus"])
def test_search_is_the_function_whatever_was_imported_before(before: str) -> None:
    code = f"import {before}; from index import search; assert callable(search), search"
    subprocess.run([sys.executable, "-c", code], check=True)

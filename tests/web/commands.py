"""``daybreak serve`` in a process of its own, as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.cli.running import HERE


@contextmanager
def serving(
    *words: str | Path,
) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    """Run the command; give its process and the JSON that it prints."""
    made = subprocess.Popen(
        [*HERE, "serve", *map(str, words), "--no-browser", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert made.stdout is not None
    try:
        lines = ""
        while not lines.rstrip().endswith("}"):
            line = made.stdout.readline()
            if not line:
                break
            lines += line
        yield made, json.loads(lines) if lines else {}
    finally:
        made.kill()
        made.communicate()

"""Run commands in this process, and in real ones as a user does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from daybreak.cli.app import app
from daybreak.model.files import write
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule

HERE = [sys.executable, "-c", "from daybreak.cli import main; main()"]
SECONDS_MOST = 120


def run(*words: str | Path, stdin: str | None = None) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


def run_json(*words: str | Path) -> dict[str, Any]:
    """Run a command with ``--json`` and give its one object."""
    done = run(*words, "--json")
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def real(
    *words: str | Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [*HERE, *map(str, words)],
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=SECONDS_MOST,
        check=False,
    )


def files(folder: Path, pair: tuple[Production, Schedule]) -> tuple[Path, Path]:
    """Write a production and a schedule; give their paths."""
    paths = folder / "production.json", folder / "schedule.json"
    for document, path in zip(pair, paths, strict=True):
        write(document, path)
    return paths

"""The one script that runs every check does what README and CONTRIBUTING promise."""

from __future__ import annotations

import os
import re
import subprocess

from tests.docs.pages import README, blocks_of, text_of
from tests.reference import ROOT

SCRIPT = ROOT / ".ci" / "run"
FUNCTION = re.compile(r"^test_command\(\) \{.*?^\}$", re.MULTILINE | re.DOTALL)


def test_it_can_be_run_and_reads_as_bash() -> None:
    assert os.access(SCRIPT, os.X_OK)
    assert text_of(SCRIPT).startswith("#!/usr/bin/env bash\n")
    done = subprocess.run(["bash", "-n", str(SCRIPT)], check=False)
    assert done.returncode == 0


def test_it_runs_the_test_command_of_readme_to_the_letter() -> None:
    [function] = FUNCTION.findall(text_of(SCRIPT))
    done = subprocess.run(
        ["bash", "-c", f"{function}\ntest_command"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == blocks_of(README, "sh")[1]


def test_it_runs_every_check_that_contributing_names() -> None:
    stages = re.findall(r"^\.venv/bin/(.+)$", text_of(SCRIPT), re.MULTILINE)
    assert stages == [
        "ruff check .",
        "ruff format --check .",
        "mypy --strict",
        "lint-imports",
    ]


def test_it_stops_at_the_first_fault_and_reads_no_input() -> None:
    lines = text_of(SCRIPT).splitlines()
    assert "set -euo pipefail" in lines
    assert "exec </dev/null" in lines

"""Reading in a child process: the same answer, and no way for it to hurt us."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from daybreak.importers.limits import LIMITS
from daybreak.importers.sandbox import read_in_child
from daybreak.importers.scripts import read_script
from daybreak.model.errors import ImportProblem

FAILING = "tests.importers.failing_reader"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "storm.fountain"
    path.write_text("INT. A - DAY\n\nANN\nHé.\n\nOne.\nEXT. B - DAY\n\nHi.\n", "utf-8")
    return path


def test_a_child_reads_what_we_read(script: Path) -> None:
    assert read_in_child(script) == read_script(script)
    assert read_in_child(str(script)).remarks != ()


def test_a_refusal_in_the_child_is_the_same_here(tmp_path: Path) -> None:
    path = tmp_path / "a.fdx"
    path.write_text("<FinalDraft>", "utf-8")
    with pytest.raises(ImportProblem) as here:
        read_script(path)
    with pytest.raises(ImportProblem) as there:
        read_in_child(path)
    assert there.value.remark == here.value.remark


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("crash", "SCR-E10 the reader was stopped by signal 6"),
        ("sleep", "SCR-E08 reading the file took longer than 2 seconds"),
        ("spin", "SCR-E08 reading the file took longer than 1 seconds of computing"),
        ("memory", "SCR-E09 reading the file needs more than 512 MB"),
        ("exit", "SCR-E10 the reader ended with code 7"),
        ("nonsense", "SCR-E10 the reader gave no answer"),
        ("half", "SCR-E10 the reader gave no answer"),
    ],
)
def test_a_failing_child_is_a_message(
    way: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RELIABILITY C4."""
    if way == "memory" and sys.platform == "darwin":
        return  # that system does not limit memory
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    wall = 2.0 if way == "sleep" else 30.0
    limits = replace(LIMITS, wall_seconds=wall, cpu_seconds=1)
    started = time.monotonic()
    with pytest.raises(ImportProblem) as caught:
        read_in_child(f"/nowhere/{way}", limits=limits, module=FAILING)
    assert str(caught.value).startswith(f"{way}:1: {said} — ")
    assert time.monotonic() - started < 25


def test_a_child_writes_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "target"
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("DAYBREAK_TEST_TARGET", str(target))
    with pytest.raises(ImportProblem):
        read_in_child("/nowhere/write", module=FAILING)
    assert not target.exists() or target.read_bytes() == b""


def test_a_child_starts_light() -> None:
    code = (
        "import sys, daybreak.importers.child as child\n"
        "heavy = {'numba', 'numpy', 'rich', 'typer', 'holidays', 'astral'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"

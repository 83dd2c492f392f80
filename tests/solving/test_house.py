"""What the planner may import, and what it never does."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import daybreak.solving
from tests.checking.test_house import imported
from tests.reference import ROOT

SOLVING = ROOT / "src" / "daybreak" / "solving"
ENGINES = SOLVING / "engines"
NEVER_CALLED = {"eval", "exec", "compile", "__import__", "system", "popen"}
NEVER_IMPORTED = {"pickle", "marshal", "shelve", "dill", "multiprocessing"}


def calls(source: str) -> set[str]:
    """Give the names that a source calls."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func
            if isinstance(name, ast.Name):
                found.add(name.id)
            elif isinstance(name, ast.Attribute):
                found.add(name.attr)
            found |= {
                "shell"
                for keyword in node.keywords
                if keyword.arg == "shell"
                and not (
                    isinstance(keyword.value, ast.Constant) and not keyword.value.value
                )
            }
    return found


def modules(source: str) -> set[str]:
    """Give the first names of the modules that a source imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def strays(folder: Path) -> list[str]:
    """Give what the engines of a folder import from elsewhere in the house."""
    return [
        f"{path.name}: {module}"
        for path in sorted(folder.rglob("*.py"))
        for module in sorted(imported(path.read_text(encoding="utf-8")))
        if not module.startswith("daybreak.solving.engines")
    ]


def dangers(folder: Path) -> list[str]:
    """Give what the files of a folder call or import that could run a stranger."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        wrong = calls(source) & (NEVER_CALLED | {"shell"})
        wrong |= modules(source) & NEVER_IMPORTED
        found += [f"{path.name}: {name}" for name in sorted(wrong)]
    return found


def test_engines_import_nothing_but_engines() -> None:
    """RELIABILITY B1: two minds; neither documents nor the rule book are read there."""
    assert len(list(ENGINES.glob("*.py"))) >= 8
    assert strays(ENGINES) == []


def test_nothing_of_solving_runs_what_a_file_says() -> None:
    """RELIABILITY D19, for the planner: no eval, exec, pickle or shell."""
    assert len(list(SOLVING.rglob("*.py"))) >= 18
    assert dangers(SOLVING) == []


@pytest.mark.twin
@pytest.mark.parametrize(
    "line",
    [
        "from daybreak.checking import check",
        "import daybreak.model.production",
        "from daybreak import solving",
    ],
)
def test_an_engine_that_reads_the_rule_book_is_caught(
    line: str, tmp_path: Path
) -> None:
    (tmp_path / "engine.py").write_text(f"def f():\n    {line}\n", encoding="utf-8")
    assert len(strays(tmp_path)) > 0


@pytest.mark.twin
@pytest.mark.parametrize(
    "line",
    ["eval('1')", "import pickle", "from marshal import loads", "run('x', shell=True)"],
)
def test_dangers_are_caught(line: str, tmp_path: Path) -> None:
    (tmp_path / "engine.py").write_text(f"def f():\n    {line}\n", encoding="utf-8")
    assert len(dangers(tmp_path)) == 1


def test_worker_runs_no_module_of_the_folder_it_is_called_in(tmp_path: Path) -> None:
    """A production may lie beside anything, also beside a `numpy.py`."""
    (tmp_path / "numpy.py").write_text("raise SystemExit('strange')", encoding="utf-8")
    script = (
        "import sys; sys.path = [p for p in sys.path if p]\n"
        "from daybreak.solving import solve\n"
        "from daybreak.solving.tiny import tiny_production\n"
        "print(solve(tiny_production(), iterations=50, workers=1).cost)\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.returncode) == ("1000", 0), done.stderr


def test_the_doors_of_the_planner() -> None:
    assert daybreak.solving.__all__ == [
        *("Alternative", "Change", "Conflict", "Explanation", "Fact", "Progress"),
        *("Replanned", "Result", "WayOut", "explain", "least_cost", "replan", "solve"),
        *("warm_up", "with_the_past_pinned"),
    ]
    for name in daybreak.solving.__all__:
        assert getattr(daybreak.solving, name).__doc__

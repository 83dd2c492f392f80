"""The rule book reads the two documents alone, and its doors are these."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import daybreak.checking
from tests.reference import ROOT

CHECKING = ROOT / "src" / "daybreak" / "checking"
ALLOWED = ("daybreak.checking", "daybreak.model")


def imported(source: str) -> set[str]:
    """Give the modules that a source names in its imports, wherever they stand."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            found.add("." * node.level + module)
            found |= {f"{module}.{name.name}" for name in node.names}
    return {one for one in found if one.startswith(("daybreak", "."))}


def strays(folder: Path) -> list[str]:
    """Give what the files of a folder import from other rooms of the house."""
    return [
        f"{path.name}: {module}"
        for path in sorted(folder.rglob("*.py"))
        for module in sorted(imported(path.read_text(encoding="utf-8")))
        if not module.startswith(ALLOWED)
    ]


def test_checking_imports_nothing_but_itself_and_the_model() -> None:
    """RELIABILITY B1: an AST test forbids any import of solving."""
    assert len(list(CHECKING.rglob("*.py"))) > 10
    assert strays(CHECKING) == []


@pytest.mark.twin
@pytest.mark.parametrize(
    "line",
    [
        "import daybreak.solving",
        "from daybreak.solving.engines import annealing",
        "from daybreak import solving",
        "from .. import solving",
    ],
)
def test_a_checker_that_reads_the_solver_is_caught(line: str, tmp_path: Path) -> None:
    (tmp_path / "rule.py").write_text(f"def f():\n    {line}\n", encoding="utf-8")
    assert len(strays(tmp_path)) > 0


def test_the_doors_of_the_rule_book() -> None:
    assert daybreak.checking.__all__ == [
        "CostItem",
        "Costs",
        "DealGaps",
        "Gap",
        "Violation",
        "Where",
        "check",
        "costed",
        "count_costs",
        "hold_gaps",
        "is_valid",
    ]
    for name in daybreak.checking.__all__:
        assert getattr(daybreak.checking, name).__doc__

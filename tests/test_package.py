"""The Python door: what ``import daybreak`` offers, and that it stays light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import daybreak as db
from tests.reports.made_up import harbor

PUBLIC = [
    "Alternative",
    "Comparison",
    "CostItem",
    "Costs",
    "DaybreakError",
    "DocumentError",
    "Explanation",
    "ImportProblem",
    "Production",
    "Replanned",
    "Result",
    "Schedule",
    "Shot",
    "SolverError",
    "StoreError",
    "UsageError",
    "Violation",
    "Where",
    "__version__",
    "check",
    "compare",
    "costed",
    "count_costs",
    "explain",
    "import_scripts",
    "is_valid",
    "read",
    "read_schedule",
    "read_shot",
    "replan",
    "solve",
    "write",
]
STUB = Path(db.__file__).with_suffix(".pyi")


def test_public_names_are_these_and_no_others() -> None:
    assert db.__all__ == PUBLIC
    assert dir(db) == sorted(PUBLIC)


@pytest.mark.parametrize("name", PUBLIC)
def test_public_name_is_there_and_told(name: str) -> None:
    found = getattr(db, name)
    assert isinstance(found, str) or found.__doc__


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(STUB.read_text(encoding="utf-8"))
    lists = [one for one in tree.body if isinstance(one, ast.Assign)]
    assert ast.literal_eval(lists[0].value) == PUBLIC
    imported = {
        alias.asname or alias.name: (one.module, alias.name)
        for one in tree.body
        if isinstance(one, ast.ImportFrom)
        for alias in one.names
    }
    assert sorted([*imported, "__version__"]) == sorted(PUBLIC)
    for name, (module, there) in imported.items():
        home = __import__(module or "", fromlist=[there])
        assert getattr(home, there) is getattr(db, name)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="popcorn"):
        db.popcorn  # noqa: B018 - the look-up is the test


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = (
        "import sys, daybreak, daybreak.cli.app\n"
        "heavy = {'numpy', 'numba', 'rich', 'astral', 'holidays'} & set(sys.modules)\n"
        "sys.exit(' '.join(sorted(heavy)) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_documents_go_to_files_and_back(tmp_path: Path) -> None:
    production, schedule = harbor()
    db.write(production, tmp_path / "p.json")
    db.write(schedule, tmp_path / "s.json")
    assert db.read(tmp_path / "p.json") == production
    assert db.read_schedule(tmp_path / "s.json") == schedule
    assert db.check(production, schedule) == ()
    assert db.count_costs(production, schedule).lines == schedule.cost

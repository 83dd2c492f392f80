"""What the ground gives to other rooms, and how lightly it is imported."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import daybreak.model as model

LIGHT = """
import sys
import daybreak.model
print(sorted(name for name in sys.modules if name.startswith("daybreak.model.")))
"""


@pytest.mark.parametrize("name", model.__all__)
def test_every_public_name_is_told_and_documented(name: str) -> None:
    found = getattr(model, name)
    assert found.__doc__
    assert f"`{name}`" in (model.__doc__ or "") or issubclass(
        found, model.DaybreakError
    )


def test_public_names_are_the_ones_typed() -> None:
    """The names for type checkers and those looked up at run time are the same."""
    tree = ast.parse(Path(model.__file__).read_text(encoding="utf-8"))
    typed = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module != "importlib"
        for alias in node.names
        if (node.module or "").startswith("daybreak.model.")
    }
    assert sorted(typed) == model.__all__ == dir(model)
    for name, home in typed.items():
        assert getattr(import_module(home or ""), name) is getattr(model, name)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Weather'"):
        model.Weather  # noqa: B018 - the access is the test


def test_importing_it_reads_nothing() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LIGHT], check=True, capture_output=True, text=True
    )
    assert run.stdout == "[]\n"

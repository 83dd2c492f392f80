"""The examples in docstrings run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import daybreak.importers

MODULES = [module.name for module in pkgutil.iter_modules(daybreak.importers.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    module = importlib.import_module(f"daybreak.importers.{name}")
    assert doctest.testmod(module).failed == 0


def test_examples_are_found() -> None:
    found = [
        doctest.testmod(importlib.import_module(f"daybreak.importers.{name}")).attempted
        for name in MODULES
    ]
    assert sum(found) >= 10

"""Where compiled kernels are kept: a folder of their own for each text and place."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from typing import Any

import pytest

from daybreak.solving.engines import cache


def loaded_from(folder: Path) -> Any:
    """Load the module anew from a folder that stands for an installation."""
    folder.mkdir(exist_ok=True)
    if not (folder / "cache.py").exists():
        shutil.copy2(str(cache.__file__), folder)
    spec = importlib.util.spec_from_file_location(
        "cache_elsewhere", folder / "cache.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def _kept_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.delenv("NUMBA_DISABLE_JIT", raising=False)


def test_kernels_are_ready_once_that_is_noted(tmp_path: Path) -> None:
    module = loaded_from(tmp_path / "one")
    assert not module.is_ready()
    module.note_ready()
    assert module.is_ready()
    assert loaded_from(tmp_path / "one").is_ready()
    assert module.cache_folder().parent == tmp_path / "kept"


def test_another_text_or_place_has_kernels_of_its_own(tmp_path: Path) -> None:
    loaded_from(tmp_path / "one").note_ready()
    assert not loaded_from(tmp_path / "other").is_ready()
    (tmp_path / "one" / "kernel.py").write_text("x = 1\n", encoding="utf-8")
    assert not loaded_from(tmp_path / "one").is_ready()


def test_uncompiled_engines_are_always_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")
    assert loaded_from(tmp_path / "one").is_ready()


def test_kernels_are_kept_elsewhere_where_no_folder_can_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "taken"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    folder = loaded_from(tmp_path / "one").cache_folder()
    assert folder.is_dir()
    assert folder.name.startswith("daybreak-kernels-")
    folder.rmdir()

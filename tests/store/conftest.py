"""What the tests of documents share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def swift_folder(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where there is one.

    A killed process, and a recorded disk, need no real disk.
    """
    shared = Path("/dev/shm")
    if not os.access(shared, os.W_OK):
        yield tmp_path
        return
    made = shared / f"daybreak-{os.getpid()}-{tmp_path.name}"
    made.mkdir()
    yield made
    shutil.rmtree(made)

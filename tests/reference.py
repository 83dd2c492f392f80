"""Where the reference material lies that the tests may read but not contain.

Real screenplays and schedules have licenses that keep them out of this
repository. Where the folder is absent, a test that needs it says so and passes.
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def reference_folder() -> Path | None:
    """Give the folder of reference material, or None where there is none."""
    named = os.environ.get("DAYBREAK_REFERENCE")
    folder = Path(named) if named else ROOT.parent / "shared"
    return folder if folder.is_dir() else None


def reference_file(*parts: str) -> Path | None:
    """Give one reference file, or None - said aloud - where it is absent."""
    folder = reference_folder()
    path = folder.joinpath(*parts) if folder else None
    if path is None or not path.exists():
        print(f"reference {'/'.join(parts)} is absent: nothing compared")
        return None
    return path

"""Whether the kernels that order sequences have been compiled and kept."""

from __future__ import annotations

import os

from daybreak.solving.engines.cache import cache_folder

READY = "ready-sequences"


def are_sequences_ready() -> bool:
    """Tell whether these kernels need not be compiled: they are kept, or stay Python.

    They are kept in the folder of all kernels, which another version never meets.
    """
    no_jit = os.environ.get("NUMBA_DISABLE_JIT", "0") not in ("", "0")
    return no_jit or (cache_folder() / READY).exists()


def note_sequences_ready() -> None:
    """Note that these kernels have been compiled and kept."""
    (cache_folder() / READY).touch()

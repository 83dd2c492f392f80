"""Where compiled kernels are kept, and whether they are there already.

Numba looks for changes only in the file of the kernel itself, not in those of the
kernels that it calls. So the cache is a folder named by the text of all engines: a
change of any of them begins a fresh one. Where they stand and since when is part of
the name, since Numba takes no kernel of another installation. Nothing here imports
Numba, so that a parent process can ask without waiting for it.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path

import platformdirs

READY = "ready"


@cache
def cache_folder() -> Path:
    """Give the folder of this version's compiled kernels; it is there and writable.

    ``NUMBA_CACHE_DIR``, where a user set it, is kept to. Where no folder can be made,
    a fresh one is: then the kernels are compiled anew by each process.
    """
    text = hashlib.sha256(version("numba").encode())
    here = Path(__file__).parent
    kernels = [*here.glob("*.py"), *here.parent.glob("sequences/kernels/*.py")]
    for source in sorted(kernels):
        text.update(f"{source} {source.stat().st_mtime_ns}".encode())
        text.update(source.read_bytes())
    named = os.environ.get("NUMBA_CACHE_DIR")
    kept = Path(named) if named else platformdirs.user_cache_path("daybreak", False)
    folder = kept / f"kernels-{text.hexdigest()[:16]}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="daybreak-kernels-"))
    if not os.access(folder, os.W_OK):
        return Path(tempfile.mkdtemp(prefix="daybreak-kernels-"))
    return folder


def is_ready() -> bool:
    """Tell whether the kernels need not be compiled: they are kept, or stay Python."""
    no_jit = os.environ.get("NUMBA_DISABLE_JIT", "0") not in ("", "0")
    return no_jit or (cache_folder() / READY).exists()


def note_ready() -> None:
    """Note that every kernel has been compiled and kept."""
    (cache_folder() / READY).touch()

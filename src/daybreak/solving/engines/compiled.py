"""How kernels are compiled: once, kept on disk, without checks that cost time.

Numba looks for changes only in the file of the kernel itself, not in those of the
kernels that it calls. So the cache is a folder named by the text of all engines: a
change of any of them begins a fresh one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
import platformdirs

Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def cache_folder() -> Path:
    """Give the folder in which the compiled kernels of this version are kept."""
    text = hashlib.sha256(numba.__version__.encode())
    for source in sorted(Path(__file__).parent.glob("*.py")):
        text.update(source.read_bytes())
    kept = platformdirs.user_cache_path("daybreak", appauthor=False)
    return kept / "kernels" / text.hexdigest()[:16]


if not numba.config.CACHE_DIR:  # NUMBA_CACHE_DIR, where a user set it, is kept to
    numba.config.CACHE_DIR = str(cache_folder())


def compiled(kernel: Kernel) -> Kernel:
    """Compile a kernel for plain arrays; ``NUMBA_DISABLE_JIT=1`` leaves it Python."""
    return cast(Kernel, numba.njit(cache=True, error_model="numpy", _nrt=False)(kernel))


def inlined(kernel: Kernel) -> Kernel:
    """Compile a kernel into its callers: for those called in the innermost loops.

    Handing the groups of arrays to a function that is not inlined costs more than
    most of these functions do.
    """
    made = numba.njit(cache=True, error_model="numpy", _nrt=False, forceinline=True)(
        kernel
    )
    return cast(Kernel, made)

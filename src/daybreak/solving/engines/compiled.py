"""How kernels are compiled: once, kept on disk, without what costs time.

``_nrt=False`` leaves out the counting of references to arrays: kernels make none, and
the counting took nine tenths of the time. It is an option of Numba's own tests, which
is why Numba is pinned and every kernel is tried by the tests with and without it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numba
from numba.core import config

from daybreak.solving.engines.cache import cache_folder

Kernel = TypeVar("Kernel", bound=Callable[..., Any])
HOW: dict[str, Any] = {"cache": True, "error_model": "numpy", "_nrt": False}

vars(config)["CACHE_DIR"] = str(
    cache_folder()
)  # read by Numba when a kernel is decorated


def compiled(kernel: Kernel) -> Kernel:
    """Compile a kernel for plain arrays; ``NUMBA_DISABLE_JIT=1`` leaves it Python."""
    made: Any = numba.njit(**HOW)(kernel)
    return made


def inlined(kernel: Kernel) -> Kernel:
    """Compile a kernel into its callers: for those called in the innermost loops.

    Handing the groups of arrays to a function that is not inlined costs more than
    many of these functions do.
    """
    made: Any = numba.njit(forceinline=True, **HOW)(kernel)
    return made

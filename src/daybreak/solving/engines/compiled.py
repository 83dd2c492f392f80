"""How kernels are compiled: once, kept on disk, without what costs time.

One kernel, the search itself, is called from Python and compiled; the rest are its
parts. A part stays a Python function for Python: to compile it by itself, too, with a
way in from Python, took longer than all else.

``_nrt=False`` leaves out the counting of references to arrays: kernels make none, and
the counting took nine tenths of the time. It is an option of Numba's own tests, which
is why Numba is pinned and every kernel is tried by the tests with and without it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numba
from numba.core import config
from numba.extending import register_jitable

import daybreak.solving.engines.pointers  # noqa: F401 - tells Numba what a group is
from daybreak.solving.engines.cache import cache_folder

Kernel = TypeVar("Kernel", bound=Callable[..., Any])
HOW: dict[str, Any] = {
    "error_model": "numpy",
    "_nrt": False,
    "no_cfunc_wrapper": True,
}

vars(config)["CACHE_DIR"] = str(
    cache_folder()
)  # read by Numba when a kernel is decorated


def compiled(kernel: Kernel) -> Kernel:
    """Compile a kernel for groups; ``NUMBA_DISABLE_JIT=1`` leaves it Python.

    It calls no part that other parts call, too: Numba compiles such a part twice.
    Each level of parts above much code costs half a second: all below is written
    into it again.
    """
    made: Any = numba.njit(cache=True, **HOW)(kernel)
    return made


def part(function: Kernel) -> Kernel:
    """Let kernels and other parts call a function; from Python it is just Python."""
    made: Any = register_jitable(**HOW)(function)
    return made


def inlined(function: Kernel) -> Kernel:
    """Make a part a piece of its callers: in the innermost loops a call costs much."""
    made: Any = register_jitable(forceinline=True, **HOW)(function)
    return made

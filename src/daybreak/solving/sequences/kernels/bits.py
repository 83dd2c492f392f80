"""Sets as bits of a 64-bit word: their first member, and what they weigh."""

# What Numba offers for this is half typed:
# mypy: disable-error-code="no-untyped-call,untyped-decorator,call-arg,no-any-return"

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numba
import numpy as np
from numba.core import types
from numba.extending import intrinsic, overload

from daybreak.solving.engines.arrays import Ints
from daybreak.solving.engines.compiled import HOW, inlined

WORD = 64
BYTES = 8
VALUES = 256
ONE: Any = np.int64(1)  # shifts of it stay 64 bits wide
Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def threaded(kernel: Kernel) -> Kernel:
    """Compile a kernel that lets other threads of Python run beside it."""
    made: Any = numba.njit(cache=True, nogil=True, **HOW)(kernel)
    return made


def first_bit(members: int) -> int:
    """Give the number of the lowest bit that is set; the word is not 0."""
    whole = int(members)
    return (whole & -whole).bit_length() - 1


@intrinsic
def _count_zeros(_: Any, word: Any) -> Any:
    """Count the zeros below the lowest bit: one instruction of the machine."""

    def write(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        no = context.get_constant(types.boolean, False)
        return builder.cttz(given[0], no)

    return types.int64(types.int64), write


@overload(first_bit, inline="always")
def _first_bit_compiled(members: Any) -> Any:
    def first(members: Any) -> Any:
        return _count_zeros(members)

    return first


@inlined
def weight_of(members: int, weights: Ints) -> int:
    """Add up the weights of a set's members; ``weights`` as `weight_table` has them."""
    total = 0
    for byte in range(weights.shape[0]):
        total += weights[byte, (members >> (BYTES * byte)) & (VALUES - 1)]
    return total


def weight_table(weights: Sequence[int]) -> Ints:
    """Give what each value of each byte weighs, shape (bytes of the word, 256).

    Parameters
    ----------
    weights
        The weight of each member, at most 64.
    """
    used = max((len(weights) + BYTES - 1) // BYTES, 1)
    table = np.zeros((used, VALUES), dtype=np.int64)
    for member, weight in enumerate(weights):
        byte, bit = divmod(member, BYTES)
        has = (np.arange(VALUES) >> bit) & 1 == 1
        table[byte, has] += weight
    return table


def word_of(members: Sequence[int]) -> int:
    """Give a set of numbers below 64 as a signed 64-bit word."""
    word = sum(1 << member for member in members)
    return word - (1 << WORD) if word >= 1 << (WORD - 1) else word

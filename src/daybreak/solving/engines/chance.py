"""Random numbers for the kernels: small, quick, the same everywhere.

A sum of a linear congruential and a three-shift generator (Marsaglia's KISS family,
Marsaglia 1999), held in 32 bits each inside int64 so that nothing overflows, with
and without compilation.
"""

from __future__ import annotations

import numpy as np

from daybreak.solving.engines.arrays import Ints
from daybreak.solving.engines.compiled import part

BITS = (1 << 32) - 1


def seeded(seed: int) -> Ints:
    """Give the state of a generator, shape (2), from any whole number."""
    words = np.random.SeedSequence(abs(seed)).generate_state(2)
    return np.array([int(words[0]), int(words[1]) or 1], dtype=np.int64)


@part
def fraction(state: Ints) -> float:
    """Give the next number from 0 up to, not including, 1."""
    line = (69069 * state[0] + 1234567) & BITS
    shift = state[1]
    shift ^= (shift << 13) & BITS
    shift ^= shift >> 17
    shift ^= (shift << 5) & BITS
    state[0] = line
    state[1] = shift
    return float((line + shift) & BITS) / 4294967296.0


@part
def below(state: Ints, most: int) -> int:
    """Give the next whole number from 0 up to, not including, ``most``."""
    return int(fraction(state) * most)

"""A group of arrays that kernels hand around by one address.

A kernel that gets arrays gets seven to eleven words for each of them, and takes them
apart and together again at every call: that made compiling them take most of a
minute. A `Group` is one word: where a list of its arrays' places and shapes stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, kw_only=True, eq=False)
class Group:
    """Arrays under names; each one whole and in row order, none ever exchanged."""

    def arrays(self) -> Iterator[tuple[str, NDArray[np.generic]]]:
        """Give the name of each array and the array, in the order of the class."""
        for field in fields(self):
            yield field.name, getattr(self, field.name)

    @cached_property
    def words(self) -> NDArray[np.int64]:
        """Where each array's items begin in memory, then its shape, one behind other.

        Raises
        ------
        ValueError
            When an array is a view with gaps.
        """
        words: list[int] = []
        for name, array in self.arrays():
            if not array.flags.c_contiguous:
                raise ValueError(f"Array {name} is not whole and in row order.")
            words += [array.ctypes.data, *array.shape]
        return np.array(words, dtype=np.int64)

    @property
    def address(self) -> int:
        """Where `words` stand in memory, as long as the group is there."""
        return self.words.ctypes.data

    def __getstate__(self) -> dict[str, NDArray[np.generic]]:
        """Leave `words` out of a copy: its arrays stand somewhere else."""
        return dict(self.arrays())

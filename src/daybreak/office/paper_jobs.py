"""Many papers at once: shared out over processes that end before they grow large.

What sets a PDF keeps what it has worked out, some tens of kilobytes for each row, and
only gives it back when its process ends. A small shoot needs none of this.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, TypeVar

from daybreak.reports.papers.shown import Wanted

Answer = TypeVar("Answer")
SMALL, LARGE = 120, 600
"""Scenes up to which one process does it all, and from which each paper of the whole
shoot gets one of its own, one after the other."""
EACH_MOST, LIGHT_MOST = 3, 24
"""Papers of a process: of the whole shoot, and of one person or day."""
WORKERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One paper to be made: its kind, its part of a file name, what it shows."""

    kind: str
    part: str
    wanted: Wanted

    @property
    def is_light(self) -> bool:
        """Whether it shows one person or one day alone."""
        return self.wanted.person is not None or self.wanted.day is not None


def written_by(
    write: Callable[[Job], Answer], jobs: Sequence[Job], *, scenes: int
) -> Iterator[Answer]:
    """Yield what ``write`` gives for each job: whole papers first, then the light ones.

    Parameters
    ----------
    write
        What a worker does with a job; it is handed to each worker once.
    scenes
        How large the shoot is.
    """
    heavy = [one for one in jobs if not one.is_light]
    light = [one for one in jobs if one.is_light]
    if scenes <= SMALL:
        yield from map(write, [*heavy, *light])
        return
    cores = min(WORKERS, os.cpu_count() or 1)
    if scenes > LARGE:
        yield from _shared(write, heavy, workers=1, most=1)
    else:
        yield from _shared(write, heavy, workers=cores, most=EACH_MOST)
    yield from _shared(write, light, workers=cores, most=LIGHT_MOST)


def _shared(
    write: Callable[[Job], Answer], jobs: Sequence[Job], *, workers: int, most: int
) -> Iterator[Answer]:
    """Yield answers in the order of the jobs; a process ends after about ``most``."""
    at_once = workers * most
    for first in range(0, len(jobs), at_once):
        # A pool that renews its own workers may wait for ever: a fault of Python 3.11.
        with ProcessPoolExecutor(
            workers,
            mp_context=get_context("spawn"),
            initializer=_begin,
            initargs=(write,),
        ) as pool:
            yield from pool.map(_carry_out, jobs[first : first + at_once])


_AT_WORK: list[Callable[[Job], Any]] = []
"""In a worker alone: what it does, so that a shoot is handed over only once."""


def _begin(write: Callable[[Job], Any]) -> None:
    _AT_WORK[:] = [write]


def _carry_out(job: Job) -> Any:
    return _AT_WORK[0](job)

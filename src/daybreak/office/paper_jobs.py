"""Many papers at once: shared out over processes that end before they grow large.

What sets a PDF keeps what it has worked out, some kilobytes for each word, and only
gives it back when its process ends. A small shoot needs none of this.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from threading import Thread
from typing import Any, Generic, TypeVar

from daybreak.reports.papers.shown import Wanted

Answer = TypeVar("Answer")
SMALL, LARGE = 120, 600
"""Scenes up to which one process does it all, and from which each paper of the whole
shoot gets a process of its own."""
EACH_MOST, LIGHT_MOST = 3, 24
"""Papers of a process: of the whole shoot, and of one person or day."""
WORKERS = 2
RUBBISH_MOST = 200_000
"""New things after which a worker looks for rubbish: it ends before there is much."""
LOADED = (
    "daybreak.office.reporting",
    "daybreak.reports.formats.ics",
    "daybreak.reports.formats.pdf",
    "daybreak.reports.formats.xlsx",
)
"""What every worker needs: read once, where the system lets workers share it."""


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
    each = 1 if scenes > LARGE else EACH_MOST
    shares = [*_shares(heavy, each), *_shares(light, LIGHT_MOST)]
    for share in _Shared(write, shares).carried_out(min(WORKERS, os.cpu_count() or 1)):
        yield from share


def _shares(jobs: Sequence[Job], most: int) -> Iterator[Sequence[Job]]:
    for first in range(0, len(jobs), most):
        yield jobs[first : first + most]


class _Shared(Generic[Answer]):
    """Shares of jobs, each carried out by a process of its own, two at a time.

    One lane begins with the first share, the other one with the last: large papers
    stand in front, so two of them are seldom in memory together.
    """

    def __init__(
        self, write: Callable[[Job], Answer], shares: Sequence[Sequence[Job]]
    ) -> None:
        self.write = write
        self.found: list[Future[list[Answer]]] = [Future() for _ in shares]
        self.waiting = deque(zip(shares, self.found, strict=True))

    def carried_out(self, lanes: int) -> Iterator[list[Answer]]:
        """Yield the answers to each share, in order; nothing more begins after that."""
        ends = (self.waiting.popleft, self.waiting.pop)
        threads = [Thread(target=self._lane, args=(end,)) for end in ends[:lanes]]
        for thread in threads:
            thread.start()
        try:
            for one in self.found:
                yield one.result()
        finally:
            self.waiting.clear()
            for thread in threads:
                thread.join()

    def _lane(
        self, next_one: Callable[[], tuple[Sequence[Job], Future[list[Answer]]]]
    ) -> None:
        while True:
            try:
                share, found = next_one()
            except IndexError:  # the other lane took the last one
                return
            try:
                found.set_result(self._alone(share))
            except BaseException as error:  # raised again by who waits
                found.set_exception(error)

    def _alone(self, share: Sequence[Job]) -> list[Answer]:
        """Carry a share out in a process that ends with it."""
        # A pool that renews its own workers may wait for ever: a fault of Python 3.11.
        with ProcessPoolExecutor(
            1, mp_context=_context(), initializer=_begin, initargs=(self.write,)
        ) as pool:
            return list(pool.map(_carry_out, share))


@cache
def _context() -> BaseContext:
    """Give how processes begin: as copies of one that has read all code, or anew."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    made = get_context("forkserver")
    made.set_forkserver_preload(["__main__", *LOADED])
    return made


_AT_WORK: list[Callable[[Job], Any]] = []
"""In a worker alone: what it does, so that a shoot is handed over only once."""


def _begin(write: Callable[[Job], Any]) -> None:
    gc.set_threshold(RUBBISH_MOST)
    _AT_WORK[:] = [write]


def _carry_out(job: Job) -> Any:
    return _AT_WORK[0](job)

"""The order of a journal is that of its numbers, whatever clocks say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybreak.store.entry import Entry
from daybreak.store.undoing import counting, undo
from tests.store.making import START, an_entry, memory

JUMPS = st.lists(
    st.sampled_from(
        [
            timedelta(days=-1),
            timedelta(hours=1),
            timedelta(hours=-1),
            timedelta(seconds=1),
        ]
    ),
    min_size=2,
    max_size=20,
)


def written(jumps: Sequence[timedelta]) -> tuple[Entry, ...]:
    """Give entries that were made by a clock that jumps."""
    _, journal = memory()
    moment = START
    for number, jump in enumerate(jumps):
        moment += jump
        journal.append([an_entry("extra/note", f"{number}", entered_at=moment)])
    return tuple(journal.entries())


@given(JUMPS)
def test_clock_that_jumps_reorders_nothing(jumps: list[timedelta]) -> None:
    """RELIABILITY A17: back a day, an hour on, an hour back as in autumn."""
    entries = written(jumps)
    values = [one.value for one in counting(entries)]
    assert values == [f"{number}" for number in range(len(jumps))]
    taken = undo(entries, by="anna", at=START - timedelta(days=99))
    assert [one.undoes for one in taken] == [len(jumps)]


@pytest.mark.twin
def test_order_by_the_clock_is_caught() -> None:
    """RELIABILITY A17, broken: sorted by time, a later entry comes first."""
    entries = written([timedelta(hours=1), timedelta(days=-1)])
    by_clock = sorted(entries, key=lambda one: one.entered_at)
    assert [one.seq for one in by_clock] == [2, 1]

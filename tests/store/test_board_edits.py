"""Edits of a board: days, locks and banners as entries of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.errors import DocumentError, UsageError
from daybreak.model.schedule import Schedule
from daybreak.store.board_edits import BANNERS, LOCKED
from daybreak.store.boards import board_named, boards, edited, history, saved
from daybreak.store.journal import StoredJournal
from daybreak.store.loading import checked_all
from daybreak.store.undoing import redo, undo
from tests.reports.made_up import harbor
from tests.store.making import START, an_entry, founded, memory


def with_board() -> StoredJournal:
    """Give a journal with the harbor's board."""
    production, schedule = harbor()
    _, journal = memory(founded(production))
    journal.append([saved(journal.entries(), "first", schedule, by="anna", at=START)])
    return journal


def edit(
    journal: StoredJournal, edits: Mapping[str, Any], *, by: str = "anna"
) -> Schedule:
    """Edit the board in one wish; give it as it stands then."""
    entries = journal.entries()
    made = edited(
        entries, "first", edits, by=by, at=START, batch=f"edit {len(entries)}"
    )
    journal.append(made)
    return board_named(journal.entries(), "first").schedule


def days_of(schedule: Schedule) -> dict[str, tuple[str, ...]]:
    return {
        f"day/{one.unit}/{one.date.isoformat()}": one.strips for one in schedule.days
    }


def as_days(days: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    return {
        path: {"shift": "day", "strips": list(strips)} if strips else None
        for path, strips in days.items()
    }


def test_strip_moves_from_one_day_to_another_and_back() -> None:
    journal = with_board()
    before = board_named(journal.entries(), "first").schedule
    days = days_of(before)
    one, other = list(days)[:2]
    moved = days[one][0]
    after = edit(
        journal,
        as_days({one: days[one][1:], other: (*days[other], moved)}),
    )
    assert days_of(after)[other][-1] == moved
    assert moved not in days_of(after).get(one, ())
    assert after.cost == {}
    assert after.bound is None
    journal.append(undo(journal.entries(), by="anna", at=START))
    assert board_named(journal.entries(), "first").schedule == before
    journal.append(redo(journal.entries(), by="anna", at=START))
    assert board_named(journal.entries(), "first").schedule == after


def test_strips_of_a_day_that_goes_lie_in_the_boneyard_behind_the_others() -> None:
    journal = with_board()
    before = board_named(journal.entries(), "first").schedule
    path, strips = next(iter(days_of(before).items()))
    after = edit(journal, {path: None})
    assert path not in days_of(after)
    assert after.boneyard == (*before.boneyard, *strips)


def test_saving_a_whole_board_replaces_every_edit() -> None:
    journal = with_board()
    path = next(iter(days_of(harbor()[1])))
    edit(journal, {path: None})
    again = saved(
        journal.entries(), "first", harbor()[1], by="ben", at=START, replaces=True
    )
    journal.append([again])
    assert board_named(journal.entries(), "first").schedule == harbor()[1]
    assert [one.entered_by for one in history(journal.entries(), "first")] == [
        *("anna", "anna", "ben")
    ]


def test_locks_and_banners_are_kept_in_the_extra_of_the_board() -> None:
    journal = with_board()
    path = next(iter(days_of(harbor()[1])))
    _, unit, day = path.split("/")
    banner = {"unit": unit, "date": day, "kind": "meal", "text": "Lunch", "minutes": 60}
    made = edit(
        journal,
        {
            "locked-strip/s1": True,
            f"locked-day/{unit}/{day}": True,
            "banner/b1": banner,
        },
    )
    assert made.extra[LOCKED] == {"strips": ["s1"], "days": [[unit, day]]}
    assert made.extra[BANNERS] == {"b1": banner}
    gone = edit(
        journal,
        {"locked-strip/s1": None, f"locked-day/{unit}/{day}": None, "banner/b1": None},
    )
    assert gone.extra == harbor()[1].extra


def test_edit_of_a_day_that_somebody_else_changed_cannot_be_undone() -> None:
    journal = with_board()
    path = next(iter(days_of(harbor()[1])))
    edit(journal, {path: None}, by="anna")
    edit(journal, {path: {"shift": "night", "strips": ["s1"]}}, by="ben")
    with pytest.raises(UsageError, match="ben changed board/first/day"):
        undo(journal.entries(), by="anna", at=START)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("day/main/2027-02-30", None, "is no date"),
        ("day/main", None, "is no part of a board"),
        ("nights/main/2027-02-03", None, "is no part of a board"),
        ("day/main/2027-02-03", {"shift": "day", "strips": []}, "each once"),
        ("day/main/2027-02-03", {"shift": "day", "strips": ["a", "a"]}, "each once"),
        ("day/main/2027-02-03", {"shift": "dusk", "strips": ["a"]}, "each once"),
        ("locked-strip/s1", 1, "A lock is set as true"),
        ("banner/b", {"text": "Lunch"}, "A banner has a unit"),
        ("banner/a b", None, "is no name"),
    ],
)
def test_edit_that_is_none_is_refused(path: str, value: Any, said: str) -> None:
    journal = with_board()
    with pytest.raises(UsageError, match=said):
        edited(journal.entries(), "first", {path: value}, by="anna", at=START)
    if value is not None:
        with pytest.raises(DocumentError, match=said):
            checked_all([an_entry(f"board/first/{path}", value)])


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)), max_size=12))
@settings(max_examples=40)
def test_no_strip_is_lost_whatever_is_dragged_where(
    moves: list[tuple[int, int]],
) -> None:
    """RELIABILITY A18: edits keep every scene on the board or in its boneyard."""
    journal = with_board()
    now = board_named(journal.entries(), "first").schedule
    every = {one for day in now.days for one in day.strips} | {*now.boneyard}
    paths = [*days_of(now), "day/main/2027-12-30", ""]
    for which, where in moves:
        strip = sorted(every)[which % len(every)]
        target = paths[where % len(paths)]
        days = {
            path: tuple(one for one in strips if one != strip)
            for path, strips in days_of(now).items()
        }
        if target:
            days[target] = (*days.get(target, ()), strip)
        changed = {
            path: strips
            for path, strips in days.items()
            if days_of(now).get(path, ()) != strips
        }
        if changed:
            now = edit(journal, as_days(changed))
        stands = [one for day in now.days for one in day.strips]
        assert sorted([*stands, *now.boneyard]) == sorted(every)
    assert list(boards(journal.entries())) == ["first"]

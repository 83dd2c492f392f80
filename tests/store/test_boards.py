"""Boards, revisions and their colors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.store import revisions
from daybreak.store.boards import (
    board_named,
    boards,
    fitted,
    history,
    removed,
    saved,
)
from daybreak.store.entry import Entry
from daybreak.store.journal import StoredJournal
from daybreak.store.own_paths import REVISION, under
from daybreak.store.revisions import color_of, colored, frozen, named
from daybreak.store.undoing import undo
from tests.reports.made_up import harbor
from tests.store.making import START, founded, memory

DAY = date(2027, 1, 4)


def with_board(name: str = "first") -> StoredJournal:
    """Give a journal with the harbor's board."""
    production, schedule = harbor()
    _, journal = memory(founded(production))
    journal.append([saved(journal.entries(), name, schedule, by="anna", at=START)])
    return journal


def freeze(journal: StoredJournal, by: str = "anna") -> Entry:
    """Freeze the first board."""
    entry = frozen(journal.entries(), "first", day=DAY, by=by, at=START, note="n")
    return journal.append([entry])[0]


def test_board_comes_back_as_it_was_saved() -> None:
    entries = with_board().entries()
    assert board_named(entries, "first").schedule == harbor()[1]


def test_two_boards_of_one_name_are_refused() -> None:
    journal = with_board()
    with pytest.raises(UsageError, match='There is a board "first" already; nothing'):
        saved(journal.entries(), "first", harbor()[1], by="ben", at=START)
    with pytest.raises(UsageError, match="is no name of a board"):
        saved(journal.entries(), "my board", harbor()[1], by="ben", at=START)
    with pytest.raises(UsageError, match="Maybe one of these: first"):
        board_named(journal.entries(), "frist")


def test_history_of_a_board_keeps_what_was_replaced_and_removed() -> None:
    journal = with_board()
    again = saved(
        journal.entries(), "first", harbor()[1], by="ben", at=START, replaces=True
    )
    journal.append([again])
    journal.append([removed(journal.entries(), "first", by="anna", at=START)])
    assert boards(journal.entries()) == {}
    found = [
        (one.action, one.entered_by) for one in history(journal.entries(), "first")
    ]
    assert found == [("set", "anna"), ("set", "ben"), ("remove", "anna")]


def test_colors_follow_each_other_in_rounds() -> None:
    names = revisions.STANDARD_COLORS
    assert [color_of(number, names) for number in (0, 1, 8, 9, 18, 27)] == [
        *("white", "blue", "cherry"),
        *("2nd white", "3rd white", "4th white"),
    ]
    assert color_of(11, ("white",)) == "12th white"


def test_frozen_board_stays_whatever_becomes_of_its_board() -> None:
    journal = with_board()
    freeze(journal)
    journal.append([removed(journal.entries(), "first", by="anna", at=START)])
    found = named(journal.entries(), "White")
    assert found is not None
    assert (found.color, found.date, found.note) == ("white", DAY, "n")
    assert found.schedule == harbor()[1]


def test_colors_of_a_document_can_be_its_own() -> None:
    journal = with_board()
    freeze(journal)
    journal.append([colored(["mauve", "teal"], by="anna", at=START)])
    freeze(journal)
    freeze(journal)
    found = [one.color for one in revisions.revisions(journal.entries())]
    assert found == ["white", "teal", "2nd mauve"]
    for wrong in (["white", "white"], [], ["light blue"]):
        with pytest.raises(UsageError):
            colored(wrong, by="anna", at=START)


def numbers_given(journal: StoredJournal) -> list[str]:
    """Give the paths of all revisions that were ever made, undone ones too."""
    return [o.path for o in under(journal.entries(), REVISION) if o.undoes is None]


def freeze_and_undo(journal: StoredJournal, chances: Sequence[bool]) -> None:
    for is_undo in chances:
        try:
            if is_undo:
                journal.append(undo(journal.entries(), by="anna", at=START))
            else:
                freeze(journal)
        except UsageError:
            continue


CHANCES = st.lists(st.booleans(), max_size=30)


@given(CHANCES)
@settings(max_examples=25)
def test_no_number_is_given_twice(chances: list[bool]) -> None:
    """RELIABILITY A18: numbers of entries and revisions are never used again."""
    journal = with_board()
    freeze_and_undo(journal, chances)
    given_numbers = numbers_given(journal)
    assert len(given_numbers) == len(set(given_numbers))
    seqs = [one.seq for one in journal.entries()]
    assert seqs == list(range(1, len(seqs) + 1))


@pytest.mark.twin
def test_a_number_that_counts_what_stands_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """RELIABILITY A18, broken: after an undo the number would come again."""

    def standing(entries: Sequence[Entry], *more: object, **how: object) -> Entry:
        made = revisions.frozen(entries, *more, **how)  # type: ignore[arg-type]
        number = len(revisions.revisions(entries)) + 1
        return replace(made, path=f"{REVISION}/{number}")

    journal = with_board()
    monkeypatch.setattr(f"{__name__}.frozen", standing)
    freeze_and_undo(journal, [False, True, False])
    given_numbers = numbers_given(journal)
    assert len(given_numbers) > len(set(given_numbers))


def scenes_of(schedule: Schedule) -> list[str]:
    """Give the ids of every strip of a schedule."""
    found = [one for day in schedule.days for one in day.strips]
    return sorted([*found, *schedule.boneyard])


@given(st.data())
@settings(max_examples=40)
def test_old_board_shows_its_scenes_or_says_which_are_gone(data: st.DataObject) -> None:
    """RELIABILITY A18: whatever scenes were deleted or renumbered since."""
    production, schedule = harbor()
    ids = [one.id for one in production.scenes]
    left = data.draw(st.sets(st.sampled_from(ids)))
    now = without(production, left)
    found = fitted(schedule, now)
    gone = set(ids) - left
    assert sorted([*scenes_of(found.schedule), *found.gone]) == sorted(ids)
    assert set(found.gone) == gone


def without(production: Production, left: set[str]) -> Production:
    """Give a production with some scenes alone, each with another number."""
    scenes = tuple(
        replace(one, number=f"{number}X", pin=None, part_of=None)
        for number, one in enumerate(production.scenes)
        if one.id in left
    )
    orders = tuple(
        one for one in production.orders if one.before in left and one.after in left
    )
    return replace(production, scenes=scenes, orders=orders)


def test_strips_of_a_unit_that_is_no_more_go_to_the_boneyard() -> None:
    production, schedule = harbor()
    days = tuple(replace(day, unit="second") for day in schedule.days)
    found = fitted(replace(schedule, days=days), production)
    assert (found.schedule.days, found.gone) == ((), ())
    assert scenes_of(found.schedule) == scenes_of(schedule)

"""The history of a fact, dates that follow, and what changed between two days."""

from __future__ import annotations

from datetime import date

import pytest

from daybreak.store.changes import changes
from daybreak.store.derived import derived_dates
from daybreak.store.history import history
from daybreak.store.state import state_of
from tests.store.made_entries import decided, journal, known, said
from tests.store.test_standing import RELEASE, ROWS_2_TO_6


def told(entries: list, path: str = RELEASE, **more) -> list[tuple]:
    """Give outlet, fate and whether it settled, entry by entry."""
    found = history(path, state_of(entries), {one.seq: one for one in entries}, **more)
    return [
        (one.entry.source.outlet if one.entry.source else "", one.role, one.settles)
        for one in found.told
    ]


def test_every_row_of_the_founding_case_comes_back_with_what_became_of_it():
    assert told(journal(*ROWS_2_TO_6)) == [
        ("A", "replaced", False),
        ("B", "stands", False),
        ("C", "replaced", False),
        ("D", "agrees", True),
        ("E", "agrees", False),
    ]


def test_on_an_earlier_day_later_words_are_not_known_and_the_dispute_is_open():
    assert told(journal(*ROWS_2_TO_6), as_of=date(2020, 10, 2)) == [
        ("A", "replaced", False),
        ("B", "disputed", False),
        ("C", "stands", False),
        ("D", "later", False),
        ("E", "later", False),
    ]


def test_what_is_less_sure_taken_back_or_undone_is_told_as_such():
    rumor = said(RELEASE, "2022-07-01", "2020-07-08", outlet="R", status="rumored")
    wrong = said(RELEASE, "2019-01-01", "2020-07-09", outlet="W")
    denial = said(RELEASE, "2021-11-19", "2020-07-10", outlet="S", status="denied")
    entries = journal(*ROWS_2_TO_6[:2], rumor, wrong, denial)
    undo = decided(RELEASE, wrong.value, "2020-07-09", undoes=len(entries) - 1)
    assert told(journal(*ROWS_2_TO_6[:2], rumor, wrong, denial, undo)) == [
        ("A", "stands", False),
        ("B", "ended", False),
        ("R", "below", False),
        ("W", "undone", False),
        ("S", "ends", False),
    ]


def test_streaming_follows_the_release():
    after = said("picture/m7/streaming_after_days", 45, "2021-02-25", outlet="D")
    entries = journal(*ROWS_2_TO_6, after)
    days = {
        day: {
            one.path: one.day
            for one in derived_dates(known(entries, day), "picture/m7")
        }
        for day in ("2020-07-06", "2020-10-02", "2021-02-25")
    }
    # 2020-07-06: the release is July 2021, which means its last day
    assert days == {
        "2020-07-06": {
            "picture/m7/delivery": date(2021, 7, 31),
            "picture/m7/wrap": date(2021, 4, 22),
        },
        "2020-10-02": {
            "picture/m7/delivery": date(2021, 7, 23),
            "picture/m7/wrap": date(2021, 4, 14),
        },
        "2021-02-25": {
            "picture/m7/delivery": date(2021, 11, 19),
            "picture/m7/wrap": date(2021, 8, 11),
            "picture/m7/streaming": date(2022, 1, 3),
        },
    }


def changed(entries: list, first: str, last: str, **more) -> list[tuple]:
    """Give path, sort, before and after of every change."""
    days = date.fromisoformat(first), date.fromisoformat(last)
    found = changes(state_of(entries), *days, **more)
    return [(one.path, one.sort, one.before, one.after) for one in found]


def test_a_change_names_the_entry_that_brought_it():
    entries = journal(*ROWS_2_TO_6)
    denied = journal(
        *ROWS_2_TO_6[:2], said(RELEASE, None, "2020-08-01", status="denied")
    )
    found = changes(state_of(entries), date(2020, 10, 2), date(2021, 2, 25))
    assert found[0].by == entries[-2].seq  # D agrees with B, and settles it
    (back, *_) = changes(state_of(denied), date(2020, 7, 7), date(2020, 8, 1))
    assert (back.after, back.by) == ("2021-07", denied[-1].seq)


def test_a_moved_release_moves_what_follows():
    entries = journal(*ROWS_2_TO_6)
    assert changed(entries, "2020-03-01", "2020-07-07") == [
        (RELEASE, "changed", "2021-07", "2021-11-19"),
        ("picture/m7/delivery", "derived", "2021-07-31", "2021-11-19"),
        ("picture/m7/wrap", "derived", "2021-04-22", "2021-08-11"),
    ]


def test_a_dispute_is_a_change_though_the_value_comes_back():
    rows = (*ROWS_2_TO_6[1:3], said(RELEASE, "2021-11-19", "2020-10-05", outlet="D"))
    entries = journal(*rows)
    assert changed(entries, "2020-07-07", "2020-10-05") == []
    assert changed(entries, "2020-10-02", "2020-10-05")[0] == (
        RELEASE,
        "changed",
        "2021-07-23",
        "2021-11-19",
    )


def test_a_dispute_that_a_decision_settles_for_the_same_value_is_told():
    entries = journal(*ROWS_2_TO_6[1:3], decided(RELEASE, "2021-07-23", "2020-10-05"))
    assert changed(entries, "2020-10-02", "2020-10-05") == [
        (RELEASE, "settled", "2021-07-23", "2021-07-23")
    ]


def test_a_status_that_rises_is_a_change():
    path = "casting/m7/widow"
    entries = journal(
        said(path, "guest", "2020-07-07", status="rumored"),
        said(path, "guest", "2021-02-25"),
    )
    days = ("2020-07-07", "2021-02-25")
    assert changed(entries, *days) == [(path, "new", None, "guest")]
    assert changed(entries, *days, at_least="rumored") == [
        (path, "status", "guest", "guest")
    ]


def test_a_name_that_a_cast_list_lost_without_a_word_is_a_change():
    entries = journal(
        said("cast/m7", ["Atwell", "Klementieff", "Hoult"], "2020-07-07", outlet="B"),
        said("cast/m7", ["Atwell", "Klementieff", "Morales"], "2021-02-25", outlet="D"),
    )
    (found,) = changes(state_of(entries), date(2020, 7, 7), date(2021, 2, 25))
    assert (found.path, found.sort) == ("cast/m7", "names")
    assert (found.lost, found.gained) == (("Hoult",), ("Morales",))


def test_nothing_changes_between_a_day_and_itself():
    assert changed(journal(*ROWS_2_TO_6), "2020-07-07", "2020-07-07") == []


def test_things_that_come_and_go_are_changes():
    path = "hiatus/shutdown"
    value = {"from": "2020-03-15", "to": "2020-09-06"}
    entries = journal(
        said(path, value, "2020-03-15"),
        said(path, None, "2020-09-10", action="remove"),
    )
    assert changed(entries, "2020-03-14", "2020-03-15") == [(path, "new", None, value)]
    assert changed(entries, "2020-09-09", "2020-09-10") == [(path, "gone", value, None)]


@pytest.mark.twin
def test_twin_a_longer_list_loses_no_name():
    entries = journal(
        said("cast/m7", ["Atwell"], "2020-07-07", outlet="B"),
        said("cast/m7", ["Atwell", "Hoult"], "2021-02-25", outlet="D"),
    )
    (found,) = changes(state_of(entries), date(2020, 7, 7), date(2021, 2, 25))
    assert found.lost == ()

"""What happened becomes facts, and what was shot."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from daybreak.model.errors import DocumentError, UsageError
from daybreak.office.live.happening import (
    KINDS,
    entries_of,
    facts_of,
    production_of,
    read_happening,
    shot_of,
)
from daybreak.store.known import Known
from tests.office.live.sessions import session
from tests.reports.made_up import harbor


def happened(what: str, **more: Any) -> dict[str, Any]:
    return {"what": what, "from": "2027-03-08", **more}


def after(folder: Path, data: dict[str, Any]) -> Any:
    """Give the production with what happened."""
    with session(folder) as shoot:
        state = shoot.document.own_state()
        facts = facts_of(read_happening(data), shoot.production(), Known(state))
        entries_of(facts, state, by="anna", at=shoot.now(), head=shoot.head)
        return production_of(state), facts


def test_person_is_away_with_source_and_reason(tmp_path: Path) -> None:
    made, facts = after(
        tmp_path,
        happened(
            "person",
            about="ben",
            to="2027-03-12",
            reason="injured",
            source={"speaker": "his doctor"},
            said_on="2027-03-01",
            status="expected",
        ),
    )
    ben = next(one for one in made.people if one.id == "ben")
    assert [str(one.first) for one in ben.unavailable] == ["2027-03-03", "2027-03-08"]
    assert ben.unavailable[1].reason == "injured"
    assert facts[0].source.speaker == "his doctor"
    assert (facts[0].status, facts[0].said_on) == ("expected", "2027-03-01")


def test_lost_location_keeps_the_dates_around(tmp_path: Path) -> None:
    made, _ = after(tmp_path, happened("location", about="quay", to="2027-03-10"))
    quay = next(one for one in made.locations if one.id == "quay")
    assert date(2027, 3, 7) in quay.windows[0]
    assert not any(date(2027, 3, 9) in one for one in quay.windows)
    assert date(2027, 3, 11) in quay.windows[-1]


def test_location_lost_for_the_whole_shoot_is_open_on_no_date_of_it(
    tmp_path: Path,
) -> None:
    made, _ = after(
        tmp_path,
        {"what": "location", "about": "quay", "from": "2020-01-01", "to": "2030-01-01"},
    )
    quay = next(one for one in made.locations if one.id == "quay")
    first, last = made.units[0].start, made.units[0].end
    assert quay.windows
    assert not any(one.first <= last and one.last >= first for one in quay.windows)


def test_rain_day_is_a_hiatus_of_that_unit_alone(tmp_path: Path) -> None:
    made, _ = after(tmp_path, happened("rain", about="main"))
    assert [(one.first, one.last, one.units) for one in made.hiatuses] == [
        (date(2027, 3, 8), date(2027, 3, 8), ("main",))
    ]


def test_shutdown_without_a_unit_is_for_all(tmp_path: Path) -> None:
    made, _ = after(tmp_path, happened("shutdown", to="2027-03-09", reason="strike"))
    assert (made.hiatuses[0].units, made.hiatuses[0].reason) == (None, "strike")


def test_release_moves(tmp_path: Path) -> None:
    made, _ = after(tmp_path, happened("release", about="harbor"))
    assert made.pictures[0].release == date(2027, 3, 8)


def test_same_thing_twice_gets_two_keys(tmp_path: Path) -> None:
    with session(tmp_path) as shoot:
        state = shoot.document.own_state()
        told = read_happening(happened("rain", about="main"))
        paths = []
        for _ in range(2):
            facts = facts_of(told, shoot.production(), Known(state))
            entries_of(facts, state, by="anna", at=shoot.now(), head=shoot.head)
            paths += [one.path for one in facts]
    assert len(set(paths)) == 2


def test_day_not_finished_says_what_was_shot() -> None:
    production, board = harbor()
    told = read_happening(
        {"what": "unfinished", "from": "2027-03-01", "about": "main"}
        | {"left": {"s1": 4, "s2": 6}}
    )
    shot = shot_of(told, production, board, date(2027, 3, 2))
    assert shot is not None
    day = shot.shot[0]
    assert day.strips == ("s1", "s4")  # all of s2 is left: it was not begun
    assert day.unfinished == {"s1": 4}


def test_day_to_come_cannot_be_unfinished() -> None:
    production, board = harbor()
    told = read_happening({"what": "unfinished", "from": "2027-03-02", "left": {}})
    with pytest.raises(UsageError, match="only when it is past"):
        shot_of(told, production, board, date(2027, 3, 2))


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"what": "magic", "from": "2027-03-08"},
        {"what": "rain", "from": "soon"},
        {"what": "person", "from": "2027-03-08", "to": "2027-03-01"},
        {"what": "unfinished", "from": "2027-03-08", "left": {"s1": -1}},
        {"what": "rain", "from": "2027-03-08", "surprise": 1},
    ],
)
def test_what_cannot_have_happened_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises((DocumentError, UsageError)):
        read_happening(data)


def test_unknown_people_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='no person "nobody"'):
        after(tmp_path, happened("person", about="nobody"))


def test_every_kind_can_be_read() -> None:
    assert {read_happening(happened(one)).what for one in KINDS} == {*KINDS}

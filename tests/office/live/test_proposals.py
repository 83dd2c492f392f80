"""Proposals taken into boards that moved on: people's edits are never lost (B13)."""

from __future__ import annotations

import random

import pytest

from daybreak.office.live.arranging import Arranged
from daybreak.office.live.proposals import edits_between, homes, merged

Days = dict[tuple[str, str], dict[str, object]]
KEYS = [("main", f"2027-03-{day:02d}") for day in range(1, 11)]


def days(*lists: str) -> Days:
    return {
        key: {"shift": "day", "strips": list(strips)}
        for key, strips in zip(KEYS, lists, strict=False)
        if strips
    }


def strips(found: Days) -> list[str]:
    return ["".join(found[key]["strips"]) if key in found else "" for key in KEYS]  # type: ignore[arg-type]


def dealt(rng: random.Random, names: str) -> Days:
    lists: list[str] = [""] * len(KEYS)
    for one in rng.sample(names, len(names)):
        lists[rng.randrange(len(KEYS))] += one
    return days(*lists)


def test_proposal_is_taken_whole_where_nobody_edited() -> None:
    base, wanted = days("abc", "de"), days("cd", "eab")
    found = merged(Arranged(days=base), base, wanted)
    assert (found.days, found.stale) == (wanted, ())


def test_strip_that_somebody_moved_stays_and_is_named() -> None:
    base, wanted = days("abc", "de"), days("bc", "ade")
    now = days("bc", "de", "a")
    found = merged(Arranged(days=now), base, wanted)
    assert strips(found.days)[:3] == ["bc", "de", "a"]
    assert found.stale == ("a",)


def test_own_order_of_a_day_stays() -> None:
    base, wanted, now = days("abc", "d"), days("abcd"), days("cba", "d")
    found = merged(Arranged(days=now), base, wanted)
    assert strips(found.days)[:2] == ["cbad", ""]
    assert found.stale == ()


def test_strip_locked_meanwhile_stays() -> None:
    base, wanted = days("ab", "cd"), days("cd", "ab")
    now = Arranged(days=base, locked_strips=frozenset("a"))
    found = merged(now, base, wanted)
    assert "a" in strips(found.days)[0]
    assert found.stale == ("a",)


def test_day_locked_meanwhile_stays_as_it_is() -> None:
    base, wanted = days("ab", "cd"), days("cd", "ab")
    now = Arranged(days=base, locked_days=frozenset({KEYS[0]}))
    found = merged(now, base, wanted)
    assert strips(found.days)[:2] == ["ab", "cd"]


def test_of_some_dates_only_those_change() -> None:
    base, wanted = days("ab", "cd", "e"), days("cb", "ad", "e")
    found = merged(Arranged(days=base), base, wanted, [KEYS[0][1]])
    assert strips(found.days)[:3] == ["cb", "d", "e"]


@pytest.mark.parametrize("seed", range(60))
def test_no_edit_of_fifty_is_lost(seed: int) -> None:
    """RELIABILITY B13: 50 strips are moved while a plan is made; all stay moved."""
    rng = random.Random(seed)
    names = "".join(chr(0x4E00 + number) for number in range(120))
    base, wanted = dealt(rng, names), dealt(rng, names)
    lists = strips(base)
    moved = rng.sample(names, 50)
    for one in moved:
        lists = [text.replace(one, "") for text in lists]
        lists[rng.randrange(len(KEYS))] += one
    now = days(*lists)
    found = merged(Arranged(days=now), base, wanted)
    stood, stands, stand = homes(base), homes(now), homes(found.days)
    edited = [one for one in moved if stands[one] != stood[one]]
    assert len(edited) > 30
    assert all(stand[one] == stands[one] for one in edited)
    goes = homes(wanted)
    assert {*found.stale} == {one for one in edited if goes[one] != stands[one]}
    others = [one for one in names if one not in edited]
    assert all(stand[one] == goes[one] for one in others)
    placed = [one for day in found.days.values() for one in day["strips"]]
    assert sorted(placed) == sorted(names)


@pytest.mark.twin
def test_a_proposal_taken_blindly_loses_edits() -> None:
    """The broken twin of B13: the days as proposed, whatever people did."""
    wanted, now = days("bc", "ade"), days("bc", "de", "a")
    edits = edits_between(now, wanted)
    assert edits["day/main/2027-03-03"] is None  # where somebody had put strip a

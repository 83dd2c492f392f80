"""What holds of any claims: order of entering, growing time, taking back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.store.entry import Entry
from daybreak.store.known import Known
from daybreak.store.standing import Standing
from daybreak.store.state import State, state_of
from tests.store.made_entries import decided, numbered, said

PATH = "picture/m7/release"
VALUES = ("2021-07", "2021-07-23", "2021-11-19", "2021", "2022-05-27")
DAYS = [f"2020-{month:02d}-{day:02d}" for month in (1, 2, 7, 10) for day in (1, 9, 28)]


@st.composite
def claims(draw: Any, *, size: int = 7) -> list[Entry]:
    """Draw entries about one release, each known on a day of its own."""
    days = draw(st.lists(st.sampled_from(DAYS), max_size=size, unique=True))
    return numbered(draw(_claim(day)) for day in days)


@st.composite
def _claim(draw: Any, day: str) -> Entry:
    value = draw(st.sampled_from(VALUES))
    if draw(st.integers(0, 4)) == 4:
        return decided(PATH, value, day)
    sure = ("confirmed", "confirmed", "expected", "rumored", "denied", "withdrawn")
    status = draw(st.sampled_from(sure))
    outlet = draw(st.sampled_from("ABC"))
    nothing = status in ("denied", "withdrawn") and draw(st.booleans())
    settles = draw(st.integers(0, 9)) == 9
    made = said(PATH, None if nothing else value, day, outlet=outlet, status=status)
    return replace(made, settles=settles)


def stands(entries: list[Entry], day: str | None = None, **more: Any) -> Any:
    """Give what stands, by the days on which its claims were said."""
    as_of = None if day is None else date.fromisoformat(day)
    return shape(Known(state_of(entries), as_of=as_of, **more).standing(PATH))


def shape(found: Standing | None) -> Any:
    """Give what stands without the numbers of entries."""
    if found is None:
        return None
    sides = [found.together, *found.against]
    return (found.claim.text, [[(c.known, c.text) for c in side] for side in sides])


LEVELS = st.sampled_from(["confirmed", "expected", "rumored"])


@settings(max_examples=40, deadline=None)
@given(made=claims(), order=st.randoms(), level=LEVELS)
def test_the_order_of_entering_changes_nothing(made, order, level):
    shuffled = list(made)
    order.shuffle(shuffled)
    assert stands(numbered(shuffled), at_least=level) == stands(made, at_least=level)


@settings(max_examples=40, deadline=None)
@given(made=claims(), day=st.sampled_from(DAYS), level=LEVELS)
def test_as_of_a_day_is_what_its_entries_alone_say(made, day, level):
    then = [one for one in made if one.known_from <= date.fromisoformat(day)]
    assert stands(made, day, at_least=level) == stands(then, at_least=level)


@settings(max_examples=40, deadline=None)
@given(made=claims(), level=LEVELS)
def test_what_stands_is_one_of_the_claims_that_are_sure_enough(made, level):
    found = Known(state_of(made), at_least=level).standing(PATH)
    ranks = ("rumored", "expected", "confirmed")
    enough = {
        one.seq
        for one in made
        if one.status in ranks and ranks.index(one.status) >= ranks.index(level)
    }
    if found is not None:
        everyone = [*found.together, *(one for side in found.against for one in side)]
        assert {one.seq for one in everyone} <= enough
        assert found.claim in found.together


@settings(max_examples=40, deadline=None)
@given(
    made=claims(),
    value=st.sampled_from(VALUES),
    status=st.sampled_from(("denied", "withdrawn")),
)
def test_taking_back_a_fresh_claim_restores_what_stood(made, value, status):
    fresh = f"2019-{VALUES.index(value) + 1:02d}-01"  # a value that nobody else named
    claim = said(PATH, fresh, "2020-11-01", outlet="Z")
    back = replace(claim, said_on="2020-11-02", status=status)
    assert stands(numbered([*made, claim, back])) == stands(made)


@settings(max_examples=40, deadline=None)
@given(made=claims(), data=st.data())
def test_undoing_any_entry_is_as_if_it_never_was(made, data):
    if not made:
        return
    gone = data.draw(st.sampled_from(made))
    undo = decided(PATH, gone.value, "2020-12-01", undoes=gone.seq)
    redo = replace(undo, undoes=len(made) + 1)
    without = [one for one in made if one is not gone]
    assert stands(numbered([*made, undo])) == stands(without)
    assert stands(numbered([*made, undo, redo])) == stands(made)


@settings(max_examples=40, deadline=None)
@given(made=claims(), cut=st.integers(0, 7))
def test_a_state_goes_through_json_and_grows_as_if_it_had_not(made, cut):
    kept = State.from_data(state_of(made[:cut]).to_data())
    for one in made[cut:]:
        kept.apply(one)
    assert kept.claims == state_of(made).claims


@pytest.mark.twin
def test_twin_a_rule_by_number_alone_depends_on_the_order_of_entering():
    made = numbered(
        [
            said(PATH, "2021-07-23", "2020-07-01"),
            decided(PATH, "2022-05-27", "2020-01-01"),
        ]
    )
    by_number = max(made, key=lambda one: one.seq).value
    assert by_number != Known(state_of(made)).standing(PATH).claim.value

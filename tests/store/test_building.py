"""The production of a day: what it is built of, and what a planner has to know."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from daybreak.model.errors import DocumentError
from daybreak.model.files import to_json
from daybreak.model.production import Production
from daybreak.store.building import build
from daybreak.store.known import Known
from daybreak.store.spreading import founding
from daybreak.store.state import State, state_of
from tests.store.made_entries import (
    ENTERED,
    built,
    decided,
    journal,
    numbered,
    said,
    small,
    state,
)
from tests.strategies import productions


def loaded(made: Production) -> list:
    """Give a production as the entries of a document."""
    return numbered(founding(made, entered_by="ann", entered_at=ENTERED))


@settings(max_examples=25, deadline=None)
@given(made=productions())
def test_a_loaded_production_builds_itself_again(made):
    once = build(Known(state_of(loaded(made)))).production
    assert once.scenes == made.scenes
    assert (once.people, once.units, once.locations) == (
        made.people,
        made.units,
        made.locations,
    )
    assert to_json(build(Known(state_of(loaded(once)))).production) == to_json(once)


def test_the_small_production_builds_itself_to_the_letter():
    assert built(journal()).production == small()


@pytest.mark.twin
def test_twin_a_lost_entry_builds_another():
    assert built(
        [one for one in journal() if one.path != "order/s1/s2"]
    ).production != (small())


def test_a_snapshot_builds_the_same_as_its_journal():
    entries = journal(
        said("picture/m7/release", "2021-07", "2020-07", status="expected"),
        decided("scene/s1/eighths", 3, "2020-08-01"),
        decided("scene/s1/eighths", 5, "2020-09-01"),
    )
    half = len(entries) - 1
    kept = json.loads(json.dumps(state(entries[:half]).to_data()))
    grown = State.from_data(kept)
    for one in entries[half:]:
        grown.apply(one)
    assert grown.claims == state(entries).claims
    for day in (date(2020, 7, 30), date(2020, 8, 1), date(2020, 9, 1), None):
        known = [Known(one, as_of=day) for one in (grown, state(entries))]
        assert build(known[0]).production == build(known[1]).production


def test_a_month_means_its_last_day_and_a_beginning_its_first():
    made = built(
        journal(
            decided("picture/m7/release", "2021-02", "2020-07-07"),
            decided("hiatus/x", {"from": "2020-03", "to": "2020-08"}, "2020-07-07"),
            decided("location/cliff/window/1", ["2020-06", "2021"], "2020-07-07"),
        )
    ).production
    assert made.pictures[0].release == date(2021, 2, 28)
    hiatus = made.hiatuses[0]
    assert (hiatus.first, hiatus.last) == (date(2020, 3, 1), date(2020, 8, 31))
    window = made.locations[1].windows[0]
    assert (window.first, window.last) == (date(2020, 6, 1), date(2021, 12, 31))


def test_what_was_not_said_yet_is_not_planned_on():
    entries = journal(decided("unit/main/day_minutes", 660, "2020-07-07"))
    assert built(entries, "2020-07-06").production.units[0].day_minutes == 600
    assert built(entries, "2020-07-07").production.units[0].day_minutes == 660


def test_rumors_are_planned_on_only_when_asked_and_then_told():
    tour = {"from": "2021-06-01", "to": "2021-08-31"}
    path = "person/star/unavailable/press"
    entries = journal(said(path, tour, "2021-02-25", status="rumored"))
    usual = built(entries)
    assert (usual.production.people[0].unavailable, dict(usual.unsure)) == ((), {})
    asked = built(entries, at_least="rumored")
    assert len(asked.production.people[0].unavailable) == 1
    assert {one.claim.seq for one in asked.unsure.values()} == {len(entries)}


def test_expected_facts_are_planned_on_and_told():
    entries = journal(
        said("picture/m7/release", "2021-07", "2020-07", status="expected")
    )
    asked = built(entries)
    assert asked.production.pictures[0].release == date(2021, 7, 31)
    assert list(asked.unsure) == ["picture/m7/release"]
    assert built(entries, at_least="confirmed").production.pictures[0].release is None


def test_what_is_kept_beside_is_not_planned_on():
    entries = journal(
        said("picture/m7/extra/hoped", "2021-05", "2020-07", status="expected"),
        said("scene/s1/characters", ["villain"], "2020-07", status="expected"),
    )
    assert list(built(entries).unsure) == ["scene/s1/extra/characters"]


def test_a_dispute_is_told_with_the_later_report_planned_on():
    found = built(
        journal(
            said("picture/m7/release", "2021-11-19", "2020-07-07", outlet="B"),
            said("picture/m7/release", "2021-07-23", "2020-10-02", outlet="C"),
        )
    )
    assert found.production.pictures[0].release == date(2021, 7, 23)
    assert list(found.disputed) == ["picture/m7/release"]


SECOND = {"kind": "none", "rate": 0, "pictures": ["m7"]}


def test_faults_are_told_by_the_path_of_the_entry():
    with pytest.raises(DocumentError) as error:
        built(
            journal(
                decided("scene/s2/location", "nowhere", "2020-07-07"),
                decided("scene/s2/window", ["2020-07-07", "2020-07-01"], "2020-07-07"),
                decided("person/star/deal/2", SECOND, "2020-07-07"),
            )
        )
    assert [one.path for one in error.value.faults] == [
        "scene/s2/location",
        "scene/s2/window[1]",
        "person/star/deal/2/pictures",
    ]


def test_a_removed_thing_is_not_built_and_keeps_its_place_when_it_returns():
    gone = decided("order/s1/s2", None, "2020-07-07", action="remove")
    entries = journal(gone)
    assert built(entries).production.orders == ()
    back = journal(gone, replace(gone, action="set", value=None, undoes=len(entries)))
    assert built(back).production == small()


def test_names_that_no_path_can_spell_are_kept():
    odd = replace(small(), extra={"two words": 1, "plain": {"a": [1, None]}})
    assert build(Known(state_of(loaded(odd)))).production == odd


# --- casting ------------------------------------------------------------------------


VILLAIN = "casting/m7/villain"


def cast_of(entries: list, scene: str, as_of: str | None = None, **more) -> tuple:
    """Give the cast of a scene."""
    found = built(entries, as_of, **more).production.scenes
    return next((one.cast for one in found if one.id == scene), ("no scene",))


def test_recasting_moves_what_scenes_demand():
    entries = journal(
        decided("scene/s1/characters", ["villain"], "2020-03-01"),
        said(VILLAIN, "guest", "2020-07-07", status="rumored"),
        said(VILLAIN, "other", "2021-02-25"),
    )
    assert cast_of(entries, "s1", "2020-07-07") == ("star",)
    assert cast_of(entries, "s1", "2020-07-07", at_least="rumored") == ("star", "guest")
    assert cast_of(entries, "s1") == ("star", "other")
    uncast = built(entries, "2020-07-07").uncast
    assert [(one.scene, one.character) for one in uncast] == [("s1", "villain")]


def test_a_scene_exists_only_while_its_casting_does():
    path = "casting/m7/walker"
    entries = journal(
        decided("scene/s2/only_if", [path], "2020-03-01"),
        decided("scene/s2/characters", ["walker"], "2020-03-01"),
        said(path, "guest", "2020-07-07", status="rumored"),
        said(path, "guest", "2021-02-25"),
        said(path, "guest", "2021-04-01", status="denied"),
    )
    assert cast_of(entries, "s2", "2020-02-29") == ("star",)
    assert cast_of(entries, "s2", "2020-07-07") == ("no scene",)
    assert cast_of(entries, "s2", "2020-07-07", at_least="rumored") == ("star", "guest")
    assert cast_of(entries, "s2", "2021-02-25") == ("star", "guest")
    assert cast_of(entries, "s2", "2021-04-01") == ("no scene",)
    without = built(entries, "2020-07-07")
    assert without.left_out == ("s2",)
    assert without.production.orders == ()  # what named the scene goes with it


def test_a_stranger_who_is_cast_is_refused_by_the_path_of_the_casting():
    with pytest.raises(DocumentError) as error:
        built(
            journal(
                decided("scene/s1/characters", ["villain"], "2020-03-01"),
                decided(VILLAIN, "gest", "2020-03-01"),
            )
        )
    fault = error.value.faults[0]
    assert (fault.path, fault.what) == (VILLAIN, 'there is no person "gest"')
    assert 'did you mean "guest"?' in fault.todo

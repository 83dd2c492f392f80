"""Papers of one performer: all of their days, and nothing of anybody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.errors import UsageError
from daybreak.model.production import Event, Person, Production, Unavailability
from daybreak.reports.papers.calendars import cast_calendar
from daybreak.reports.papers.paper import Paper, Value
from daybreak.reports.papers.personal import personal
from daybreak.reports.papers.shown import Shown
from tests.conftest import Compare
from tests.reports.made_up import harbor
from tests.reports.papers.people_cases import Case, asked, drawn, never_dropped
from tests.reports.papers.shown import records, table_of, text_of

PRIVATE = "zzprivate"
RATE = 7_654_321


def test_a_performers_days_look_as_agreed(golden: Compare) -> None:
    golden("paper-person-nora.txt", text_of(personal(asked(harbor(), person="nora"))))


def test_a_performers_months_look_as_agreed(golden: Compare) -> None:
    paper = cast_calendar(asked(never_dropped(), person="nora"))
    golden("paper-cast-calendar-nora.txt", text_of(paper))


def test_work_holds_and_events_stand_in_order_of_their_dates() -> None:
    days = list(
        records(table_of(personal(asked(never_dropped(), person="nora")), "days"))
    )
    assert [(str(one["date"]), str(one["to"]), one["what"]) for one in days] == [
        ("2027-02-25", "None", "Fitting"),
        ("2027-03-01", "None", "Work"),
        ("2027-03-02", "2027-03-17", "Held"),
        ("2027-03-17", "None", "Travel"),
        ("2027-03-18", "None", "Work"),
    ]


def test_nobody_named_and_nobody_known_are_refused_with_those_who_are() -> None:
    with pytest.raises(
        UsageError, match=r"Whose days are wanted\?\nMaybe one of: nora"
    ):
        personal(asked(harbor()))
    with pytest.raises(UsageError, match="There is no 'zoe'"):
        personal(asked(harbor(), person="zoe"))


def test_an_event_without_end_is_shown_about_the_work_alone() -> None:
    production, schedule = harbor()
    ages = Event(kind="training", first=date(1, 1, 1), last=date(9999, 12, 31))
    nora = replace(production.people[0], events=(ages,))
    people = (nora, *production.people[1:])
    case = replace(production, people=people), schedule
    months = cast_calendar(asked(case, person="nora")).sections
    assert [one.title for one in months] == [
        "January 2027",
        "February 2027",
        "March 2027",
        "April 2027",
    ]


# --- nothing of anybody else ---------------------------------------------------------


def with_secrets(case: Case) -> Case:
    """Give a case full of what a performer's paper must not tell."""
    production, schedule = case
    people = tuple(
        map(_secret_person, range(len(production.people)), production.people)
    )
    scenes = tuple(
        replace(one, notes=f"{PRIVATE} note", synopsis=f"{PRIVATE} synopsis")
        for one in production.scenes
    )
    units = tuple(
        replace(one, day_cost=RATE, extra={"phone": PRIVATE})
        for one in production.units
    )
    return replace(production, people=people, scenes=scenes, units=units), schedule


def _secret_person(place: int, one: Person) -> Person:
    deals = tuple(replace(deal, rate=RATE + place) for deal in one.deals)
    day = date(2027, 3, 1)
    return replace(
        one,
        name=f"Person-{place}-name",
        characters=(f"Person-{place}-part",),
        number=9000 + place,
        deals=deals,
        unavailable=tuple(
            Unavailability(first=away.first, last=away.last, reason=PRIVATE)
            for away in one.unavailable
        ),
        events=(Event(kind="fitting", first=day, last=day, note=PRIVATE),),
        extra={"phone": PRIVATE, "address": PRIVATE},
    )


def words_of(thing: object) -> str:
    """Give everything that a paper holds, whatever its format shows of it."""
    if is_dataclass(thing):
        parts = (getattr(thing, one.name) for one in fields(thing))
        return "\n".join(map(words_of, parts))
    if isinstance(thing, tuple):
        return "\n".join(map(words_of, thing))
    return str(thing)


def leaks(paper: Paper, production: Production, person: str) -> list[str]:
    """Say what a paper tells that is not the person's own."""
    words = words_of(paper)
    secrets = [PRIVATE, str(RATE)[:5]]
    for one in production.people:
        if one.id != person:
            secrets += [one.name, *one.characters, str(one.number)]
    return [one for one in secrets if one in words]


PAPERS: list[Callable[[Shown], Paper]] = [personal, cast_calendar]


@pytest.mark.parametrize("make", PAPERS)
@settings(max_examples=40)
@given(seed=st.integers(1, 100_000), which=st.integers(0, 20))
def test_a_performers_paper_tells_of_nobody_else(
    make: Callable[[Shown], Paper], seed: int, which: int
) -> None:
    """E14: no rates, no notes, no phones, no other people."""
    production, schedule = with_secrets(drawn(seed))
    if production.people:
        person = production.people[which % len(production.people)].id
        paper = make(asked((production, schedule), person=person))
        assert leaks(paper, production, person) == []


@pytest.mark.twin
def test_a_paper_of_all_the_cast_is_seen_to_tell_of_others() -> None:
    """E14, its twin: the search for leaks finds them where they are."""
    production, schedule = with_secrets(harbor())
    paper = cast_calendar(asked((production, schedule)))
    assert set(leaks(paper, production, "nora")) == {
        *("Person-1-name", "Person-1-part", "9001"),
        *("Person-2-name", "Person-2-part", "9002"),
    }


@settings(max_examples=40)
@given(seed=st.integers(1, 100_000))
def test_every_day_of_work_and_every_scene_is_told(seed: int) -> None:
    """E11: a performer's days are those of the strips."""
    production, schedule = drawn(seed)
    scenes = {scene.id: scene for scene in production.scenes}
    for person in production.people:
        wanted: set[tuple[Value, str]] = {
            (day.date, scenes[strip].number)
            for day in schedule.days
            for strip in day.strips
            if person.id in scenes[strip].cast
        }
        paper = personal(asked((production, schedule), person=person.id))
        told = records(table_of(paper, "scenes"))
        assert {(one["date"], str(one["scene"])) for one in told} == wanted
        days = records(table_of(paper, "days"))
        worked = {one["date"] for one in days if one["what"] == "Work"}
        assert worked == {day for day, _ in wanted}

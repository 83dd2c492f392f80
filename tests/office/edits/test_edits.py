"""Edits of a breakdown: spellings merged, elements tagged, cast, minors, holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from daybreak.model.errors import UsageError
from daybreak.model.production import Element, Production
from daybreak.office.edits.casting import minor, number
from daybreak.office.edits.holidays import add_holidays
from daybreak.office.edits.merging import merge
from daybreak.office.edits.tagging import tag
from tests.reports.made_up import harbor


@pytest.fixture
def shoot() -> Production:
    """Give the harbor."""
    return harbor()[0]


def casts(production: Production) -> dict[str, tuple[str, ...]]:
    return {one.number: one.cast for one in production.scenes}


def test_a_merged_person_is_in_no_scene_and_no_list(shoot: Production) -> None:
    edit = merge(shoot, "BEN", "nora")
    assert {one.id for one in edit.production.people} == {"nora", "kid"}
    assert casts(edit.production)["1"] == ("nora",)
    assert casts(edit.production)["2"] == ("nora", "kid")
    nora = edit.production.people[0]
    assert (nora.characters, len(nora.unavailable)) == (("NORA", "BEN"), 1)
    assert edit.said[1] == "Cast number 2 is free now."


def test_a_merge_leaves_everything_else_as_it_was(shoot: Production) -> None:
    made = merge(shoot, "quay", "house").production
    assert {one.location for one in made.scenes} == {"house"}
    assert [one.id for one in made.locations if one.id == "quay"] == []
    scenes = tuple(
        replace(now, location=was.location)
        for was, now in zip(shoot.scenes, made.scenes, strict=True)
    )
    assert replace(made, scenes=scenes, locations=shoot.locations) == shoot


def test_a_place_and_a_thing_of_one_id_are_kept_apart(shoot: Production) -> None:
    twin = Element(id="quay", name="Quay planks", category="props")
    both = replace(shoot, elements=(*shoot.elements, twin))
    with pytest.raises(UsageError, match="write location/quay or element/quay"):
        merge(both, "quay", "house")
    tagged = tag(both, "quay", scenes=("1",)).production
    made = merge(tagged, "location/quay", "house").production
    assert made.scenes[0].elements == (*shoot.scenes[0].elements, "quay")


@pytest.mark.parametrize(
    ("gone", "kept", "told"),
    [
        ("bem", "nora", 'bem: no person, location or element is called that.\nMaybe "'),
        ("ben", "quay", "quay: no person is called that."),
        ("ben", "BEN", "ben and BEN are one already."),
    ],
)
def test_a_merge_that_cannot_be_is_refused_in_words(
    shoot: Production, gone: str, kept: str, told: str
) -> None:
    with pytest.raises(UsageError) as caught:
        merge(shoot, gone, kept)
    assert str(caught.value).startswith(told)


def test_a_teacher_joins_every_scene_of_the_minor_once(shoot: Production) -> None:
    def asked(production: Production) -> Production:
        return tag(
            production, "Studio teacher", category="labor", anchors=("PIM",)
        ).production

    made = asked(shoot)
    assert made.elements[-1] == Element(
        id="studio-teacher", name="Studio teacher", category="labor"
    )
    assert [one.number for one in made.scenes if "studio-teacher" in one.elements] == [
        one.number for one in shoot.scenes if "kid" in one.cast
    ]
    assert asked(made) == made


def test_a_new_element_needs_a_category_and_a_scene(shoot: Production) -> None:
    with pytest.raises(UsageError, match="--category"):
        tag(shoot, "Red Porsche", scenes=("1",))
    with pytest.raises(UsageError, match="no scene is named"):
        tag(shoot, "Red Porsche", category="vehicles")
    with pytest.raises(UsageError, match="There is no scene 77"):
        tag(shoot, "Red Porsche", category="vehicles", scenes=("1,77",))


def test_the_cast_is_numbered_by_work(shoot: Production) -> None:
    made = number(shoot).production
    work = {
        one.id: sum(s.eighths for s in shoot.scenes if one.id in s.cast)
        for one in shoot.people
    }
    numbers = {one.number: work[one.id] for one in made.people}
    assert sorted(numbers) == [1, 2, 3]
    assert [numbers[at] for at in (1, 2, 3)] == sorted(work.values(), reverse=True)


@pytest.mark.parametrize(
    ("age", "school", "minutes"),
    [(1, True, 120), (5, True, 180), (8, True, 240), (8, False, 360), (15, True, 300),
     (15, False, 420), (17, True, 360), (17, False, 480)],
)  # fmt: skip
def test_a_minor_works_as_long_as_the_age_allows(
    shoot: Production, age: int, school: bool, minutes: int
) -> None:
    made = minor(shoot, "Lee Tam", age, school=school).production
    kid = next(one for one in made.people if one.id == "kid")
    assert (kid.day_minutes, kid.extra["age"]) == (minutes, age)


def test_nobody_of_18_is_a_minor(shoot: Production) -> None:
    with pytest.raises(UsageError, match="18 is no age of a minor"):
        minor(shoot, "kid", 18)


def test_holidays_of_two_countries_and_a_date_join_those_there(
    shoot: Production,
) -> None:
    unit = replace(shoot.units[0], start=date(2027, 7, 1), end=date(2027, 12, 31))
    long = replace(shoot, units=(unit,), scenes=(), orders=())
    made = add_holidays(long, ("US", "GB", "2027-07-09")).production.holidays
    assert set(made) > {
        *long.holidays,
        date(2027, 7, 5),  # Independence Day, observed
        date(2027, 7, 9),
        date(2027, 12, 27),  # Christmas Day, substitute in Britain
    }
    assert list(made) == sorted(set(made))

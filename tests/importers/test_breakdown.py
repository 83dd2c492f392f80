"""Whole productions made of small scripts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from daybreak.importers.breakdown import import_scripts
from daybreak.importers.defaults import first_monday, parse_base
from daybreak.importers.outcome import Imported, Question
from daybreak.importers.scripts import parse_script
from daybreak.importers.tiers import TIER_NAMES, TIERS, minutes_per_eighth
from daybreak.model.calendar import eligible_dates
from daybreak.model.errors import UsageError
from daybreak.model.files import production_from_json, to_json
from daybreak.model.production import Scene
from tests.importers.screenplay_text import SCRIPT, MadeScene, to_fountain

START = date(2027, 1, 18)
EIGHTH_MINUTES = {"micro": 15, "low": 15, "mid": 19, "studio": 38}
STORM = """Title: The Storm

INT. LIGHTHOUSE - LAMP ROOM - NIGHT

= She lights it.

ANN climbs. Bob follows.

ANN
Wind.

RADIO VOICE (V.O.)
Gale warning.

EXT. ROCKS - CONTINUOUS

ANN AND BOB
Help!

BOB
Help.

EXT. THE ROCKS

Waves.

.KITCHEN

ALL
Tea!

BOB
Tea.
"""


def storm(text: str = STORM, **wishes: object) -> Imported:
    script = parse_script(text.encode(), "storm.fountain")
    return import_scripts([script], **{"start": START, **wishes})  # type: ignore[arg-type]


def scene(imported: Imported, number: int) -> Scene:
    return imported.production.scenes[number - 1]


def whats(imported: Imported) -> list[str]:
    return [question.what for question in imported.questions]


def test_a_small_script_becomes_a_whole_production() -> None:
    production = storm().production
    assert production.title == "The Storm"
    assert [picture.title for picture in production.pictures] == ["The Storm"]
    assert [
        (one.id, one.number, one.place, one.time, one.location, one.set)
        for one in production.scenes
    ] == [
        ("s1", "1", "int", "night", "lighthouse", "LIGHTHOUSE - LAMP ROOM"),
        ("s2", "2", "ext", "night", "rocks", "ROCKS"),
        ("s3", "3", "ext", "night", "the-rocks", "THE ROCKS"),
        ("s4", "4", "int", "night", "kitchen", "KITCHEN"),
    ]
    assert scene(storm(), 1).synopsis == "She lights it."


def test_who_speaks_or_is_named_or_speaks_in_a_group_is_cast() -> None:
    imported = storm()
    assert [one.cast for one in imported.production.scenes] == [
        ("ann", "radio-voice", "bob"),
        ("ann", "bob"),
        (),
        ("bob",),
    ]
    assert [person.name for person in imported.production.people] == [
        "BOB",
        "ANN",
        "RADIO VOICE",
    ]
    assert [person.number for person in imported.production.people] == [1, 2, 3]
    assert scene(imported, 1).extra["voice_only"] == ["RADIO VOICE"]


def test_open_ends_are_questions_grouped_by_kind() -> None:
    assert [str(question) for question in storm().questions] == [
        "2 scenes have no time of day, taken from the scene before (day at the start): "
        '3, 4 — set "time" where it is wrong',
        "1 scene has a time such as CONTINUOUS, taken from the scene before: 2 — set "
        '"time" where it is wrong',
        '1 scene has no INT. or EXT., taken as interior: 4 — set "place" where it is '
        "wrong",
        'these places may be one: ROCKS / THE ROCKS — if so, write "THE ROCKS = ROCKS"'
        " in a locations map",
        "ANN AND BOB speak together: each of them is cast: 2 — check the cast of these "
        "scenes",
        "ALL (BOTH, EVERYONE) speak: whoever else is cast there is meant: 4 — add "
        "whoever is missing",
        "1 character only heard, yet cast on set: RADIO VOICE — take them out of the "
        "scenes if you will record them later",
        'nobody is cast in 1 scene: 3 — add people to "cast" where the action needs '
        "them",
    ]


def test_a_locations_map_makes_two_places_one() -> None:
    places = {"THE ROCKS": "ROCKS", "LIGHTHOUSE - LAMP ROOM": "STUDIO A", "X": "Y"}
    imported = storm(locations=places)
    assert [place.name for place in imported.production.locations] == [
        "STUDIO A",
        "ROCKS",
        "KITCHEN",
    ]
    assert scene(imported, 1).set == "LIGHTHOUSE - LAMP ROOM"
    assert scene(imported, 3).location == "rocks"
    assert "the locations map has 1 name that no heading has: X" in whats(imported)


def test_long_lists_of_scenes_are_cut() -> None:
    question = Question(what="w", todo="t", scenes=tuple(map(str, range(1, 15))))
    assert str(question) == "w: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more — t"


def test_numbers_of_the_file_are_kept_and_missing_ones_made() -> None:
    text = "\n\n".join(
        f"INT. A - DAY{number}\n\nHi."
        for number in (" #1#", " #2A#", "", "", " #2#", " #1#")
    )
    imported = storm("INT. A - DAY\n\nHi.\n\n" + text)
    assert [one.number for one in imported.production.scenes] == [
        "0A",
        "1",
        "2A",
        "2AA",
        "2AB",
        "2",
        "1",
    ]
    assert [one.id for one in imported.production.scenes] == [
        "s0a",
        "s1",
        "s2a",
        "s2aa",
        "s2ab",
        "s2",
        "s1-2",
    ]
    assert whats(imported)[:2] == [
        "1 scene has a number used before; the ids differ",
        "3 scenes have no number though others have, and got one",
    ]


def test_omitted_scenes_are_left_out_and_listed() -> None:
    imported = storm(
        "INT. A - DAY #1#\n\nHi.\n\n.OMITTED #2#\n\nINT. A - DAY #3#\n\nHi.\n"
    )
    assert [one.number for one in imported.production.scenes] == ["1", "3"]
    assert "omitted scenes left out: 2" in map(str, imported.assumed)


def test_one_place_in_capitals_and_not_is_one_and_said() -> None:
    imported = storm("INT. Sea House - DAY\n\nHi.\n\nINT. SEA HOUSE - DAY\n\nHi.\n")
    assert [place.name for place in imported.production.locations] == ["SEA HOUSE"]
    said = "names written in capitals and in small letters are one place: SEA HOUSE"
    assert said in map(str, imported.assumed)


def test_two_scripts_share_people_and_places() -> None:
    script = parse_script(STORM.encode(), "storm.fountain")
    production = import_scripts([script, script], start=START).production
    assert [picture.title for picture in production.pictures] == [
        "The Storm",
        "The Storm (2)",
    ]
    assert production.title == "The Storm and 1 more"
    assert [one.id for one in production.scenes][3:5] == ["m1-4", "m2-1"]
    assert len(production.people) == 3
    assert len(production.locations) == 4


def test_shooting_begins_on_a_monday_eight_weeks_ahead() -> None:
    assert first_monday(date(2026, 11, 21)) == date(2027, 1, 18)
    assert first_monday(date(2026, 11, 23)) == date(2027, 1, 18)
    assert (
        storm(start=None, today=date(2026, 11, 21)).production.units[0].start == START
    )
    with pytest.raises(UsageError, match="No date is given"):
        storm(start=None)


def test_the_unit_has_room_for_its_scenes() -> None:
    unit = storm().production.units[0]
    # One day of scenes: 2 dates, and ten in two weeks.
    assert len(eligible_dates(storm().production, unit)) == 12
    assert unit.end == date(2027, 2, 2)


def test_holidays_are_dates_or_countries() -> None:
    production = storm(holidays=(date(2027, 1, 19), "2027-01-20", "US")).production
    assert production.holidays == (
        date(2027, 1, 18),  # Martin Luther King
        date(2027, 1, 19),
        date(2027, 1, 20),
    )
    assert len(eligible_dates(production, production.units[0])) == 12
    for wrong in ("2027-02-30", "ATLANTIS"):
        with pytest.raises(UsageError):
            storm(holidays=(wrong,))


@pytest.mark.parametrize("tier", TIER_NAMES)
def test_every_number_of_a_tier_is_in_the_production_and_said(tier: str) -> None:
    imported = storm(tier=tier)
    figures = TIERS[tier]  # type: ignore[index]
    unit = imported.production.units[0]
    assert unit.day_cost == figures.crew_day.value
    assert unit.idle_day_cost == unit.day_cost * figures.idle_percent.value // 100
    assert unit.move_minutes == figures.move_minutes.value
    assert unit.minutes_per_eighth == EIGHTH_MINUTES[tier]
    rates = {person.deals[0].rate for person in imported.production.people}
    expected = figures.lead_day if figures.leads else figures.cast_day
    assert rates == {expected.value}
    fees = {place.day_fee for place in imported.production.locations}
    assert fees == {figures.location_day.value}
    said = "\n".join(map(str, imported.assumed))
    for name, figure in figures.figures():
        if name != "lead_day" or figures.leads:
            assert f"{figure.value:,}" in said
            assert figure.source in said
    assert "change units[0].day_cost" in said


def test_leads_get_more_and_the_others_scale() -> None:
    cues = "\n\n".join(
        f"{name}\n{'So. ' * 200}" for name in ("ANN", "BOB", "CY", "DEE")
    )
    production = storm(f"INT. A - DAY\n\n{cues}\n", tier="mid").production
    assert [person.deals[0].rate for person in production.people] == [
        5_000,
        5_000,
        5_000,
        1_283,
    ]


def test_pace_and_day_can_be_given() -> None:
    unit = storm(pages_per_day=Decimal("2.5"), day_minutes=500).production.units[0]
    assert (unit.day_minutes, unit.minutes_per_eighth) == (500, 25)
    assert minutes_per_eighth(60, Decimal(100)) == 1


@pytest.mark.parametrize(
    ("lines", "days"), [(40, None), (45, 1), (46, 2), (85, 2), (86, 3), (200, 5)]
)
def test_a_scene_longer_than_a_day_fills_days(lines: int, days: int | None) -> None:
    # 15 minutes an eighth, 40 eighths a day, five more are squeezed in.
    properties = f'<SceneProperties Length="{lines}/8"/>'
    data = (
        '<FinalDraft Version="5"><Content><Paragraph Type="Scene Heading">'
        f"{properties}<Text>INT. A - DAY</Text></Paragraph></Content></FinalDraft>"
    )
    script = parse_script(data.encode(), "a.fdx")
    imported = import_scripts([script], start=START)
    assert scene(imported, 1).days == days
    assert scene(imported, 1).eighths == lines
    assert scene(imported, 1).extra["eighths_source"] == "file"


def test_several_units_may_shoot_any_scene() -> None:
    production = storm(units=("Main unit", "Second unit")).production
    assert [unit.id for unit in production.units] == ["main", "second"]
    assert {one.units for one in production.scenes} == {("main", "second")}
    assert {one.units for one in storm().production.scenes} == {None}


def test_a_base_with_degrees_makes_daylight_bind() -> None:
    base = parse_base("London, 51.5, -0.12, Europe/London")
    assert (base.id, base.lat, base.lon, base.timezone) == (
        "london",
        51.5,
        -0.12,
        "Europe/London",
    )
    assert storm(base=base).production.bases == (base,)
    assert storm().production.bases[0].lat is None
    assert parse_base("Oslo").name == "Oslo"
    for wrong in ("", "London,51.5", "London,north,0,Europe/London"):
        with pytest.raises(UsageError, match="is no base"):
            parse_base(wrong)


def test_tags_become_elements_and_script_days() -> None:
    tags = "".join(
        f'<Tag Number="{at}"><DefId>d{at}</DefId></Tag>' for at in range(1, 5)
    )
    names = ("Props", "Script Day", "Cast Members", "Notes")
    labels = ("Red hat", "D3", "Old Cat", "Rain?")
    categories = "".join(
        f'<TagCategory Id="c{at}" Name="{name}"/>' for at, name in enumerate(names, 1)
    )
    definitions = "".join(
        f'<TagDefinition Id="d{at}" CatId="c{at}" Label="{label}"/>'
        for at, label in enumerate(labels, 1)
    )
    heading = '<Paragraph Type="Scene Heading"><Text>INT. A - DAY</Text></Paragraph>'
    action = '<Paragraph Type="Action"><Text TagNumber="1,2,3,4">It.</Text></Paragraph>'
    data = (
        f'<FinalDraft Version="5"><Content>{heading}{action}{heading}{action}</Content>'
        f"<TagData><TagCategories>{categories}</TagCategories><TagDefinitions>"
        f"{definitions}</TagDefinitions><Tags>{tags}</Tags></TagData>"
        '<Cast><Member Character="old cat" Actor="Tibbles"/></Cast></FinalDraft>'
    )
    production = import_scripts(
        [parse_script(data.encode(), "a.fdx")], start=START
    ).production
    assert [(e.id, e.name, e.category) for e in production.elements] == [
        ("red-hat", "Red hat", "Props")
    ]
    assert [(one.elements, one.script_day, one.notes) for one in production.scenes] == [
        (("red-hat",), "D3", "Rain?")
    ] * 2
    assert [(p.name, p.characters) for p in production.people] == [
        ("Tibbles", ("OLD CAT",))
    ]


def test_a_script_without_scenes_is_a_production_without_scenes() -> None:
    imported = storm("ANN\nHi.\n")
    assert imported.production.scenes == ()
    assert [remark.code for remark in imported.warnings] == ["SCR-W03"]


@pytest.mark.parametrize(
    "wish", [{"tier": "huge"}, {"pages_per_day": 0}, {"pages_per_day": 101}]
)
def test_senseless_wishes_are_refused(wish: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="Maybe"):
        storm(STORM, **wish)
    with pytest.raises(UsageError, match="There is no script"):
        import_scripts([], start=START)


@settings(max_examples=100, deadline=None)
@given(SCRIPT, SCRIPT)
def test_any_scripts_make_a_production_that_is_read_again(
    one: tuple[MadeScene, ...], other: tuple[MadeScene, ...]
) -> None:
    scripts = [
        parse_script(to_fountain(scenes).encode(), "made.fountain")
        for scenes in (one, other)
    ]
    production = import_scripts(scripts, start=START).production
    assert production_from_json(to_json(production)) == production
    assert len(production.scenes) == len(one) + len(other)

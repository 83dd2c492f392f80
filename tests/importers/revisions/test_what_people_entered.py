"""What people entered stays; only what the script says otherwise changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from daybreak.importers.revisions.omitted import omitted_in
from daybreak.model.fields import DateRange
from daybreak.model.production import Element, Location, Person, Pin, Scene
from tests.importers.revisions.drafts import (
    Made,
    change,
    imported,
    made,
    revised,
    scene,
    text,
    told,
    with_scene,
)

WHITE = (
    made(1, set="FERRY", place="EXT."),
    made(2, set="HOUSE - KITCHEN"),
    made(3, set="HOUSE - KITCHEN", cast=("ANN", "CARL")),
    made(4, set="BARN", time="NIGHT"),
)
LONGER = tuple(
    replace(one, words=(*one.words, *text(20, 120))) if one.key == 2 else one
    for one in WHITE
)
EARLIER = pytest.mark.parametrize("earlier", [WHITE, None], ids=["text", "no text"])
Earlier = tuple[Made, ...] | None


@EARLIER
def test_everything_entered_for_a_changed_scene_stays(earlier: Earlier) -> None:
    production = imported(WHITE)
    cow = Element(id="cow", name="Cow", category="Animals")
    double = Person(id="double", name="Double", deals=())
    studio = Location(id="studio", name="Studio A", base="home")
    production = replace(
        production,
        elements=(cow,),
        people=(*production.people, double),
        locations=(*production.locations, studio),
    )
    entered = {
        "location": "studio",
        "cast": (*scene(production, "s2").cast, "double"),
        "elements": ("cow",),
        "minutes": 90,
        "window": DateRange(first=date(2027, 3, 1), last=date(2027, 3, 5)),
        "pin": Pin(unit="main", date=date(2027, 3, 2)),
        "time_locked": True,
        "notes": "ask the farmer",
        "extras": 12,
        "extra": {**scene(production, "s2").extra, "color_of_cow": "brown"},
    }
    production = with_scene(production, "s2", **entered)
    found = revised(production, LONGER, earlier)
    assert told(found) == {"s2": ("changed",)}
    was, now = scene(production, "s2"), scene(found.production, "s2")
    same = {"eighths": was.eighths, "extra": was.extra}
    assert replace(now, **same) == was  # type: ignore[arg-type]
    assert (was.eighths, now.eighths) == (3, 4)
    assert now.extra == was.extra | {"revision": "blue"}
    assert "kept, though the draft says otherwise: minutes of 2 (90" in "".join(
        one.what for one in found.questions
    )


def stays(found: Scene, was: Scene) -> bool:
    return replace(found, extra=was.extra) == was


@pytest.mark.parametrize("source", ["manual", "estimated"])
def test_a_length_that_was_entered_stays_and_is_a_question(source: str) -> None:
    production = imported(WHITE)
    extra = {**scene(production, "s2").extra, "eighths_source": source}
    production = with_scene(production, "s2", eighths=12, extra=extra)
    found = revised(production, LONGER, WHITE)
    assert stays(scene(found.production, "s2"), scene(production, "s2"))
    assert [(one.what, one.scenes) for one in found.questions] == [
        (
            "kept, though the draft says otherwise: length of 2 (1 4/8, the draft has "
            "4/8)",
            ("2",),
        )
    ]


def test_a_time_that_was_entered_stays_while_the_draft_says_another() -> None:
    production = with_scene(imported(WHITE), "s4", time="dusk")
    draft = tuple(replace(o, time="DAY") if o.key == 4 else o for o in WHITE)
    found = revised(production, draft, WHITE)
    assert scene(found.production, "s4").time == "dusk"
    assert found.questions[0].what == (
        "kept, though the draft says otherwise: time of day of 4 (DUSK, the draft has "
        "DAY)"
    )


@EARLIER
def test_who_was_taken_out_by_hand_stays_out(earlier: Earlier) -> None:
    production = with_scene(imported(WHITE), "s3", cast=("ann",))
    draft = tuple(replace(o, time="NIGHT") if o.key == 3 else o for o in WHITE)
    found = revised(production, draft, earlier)
    if earlier is not None:
        assert scene(found.production, "s3").cast == ("ann",)
    else:  # nobody can know: the draft is believed, and says so
        assert change(found, "s3").fields[-1].gained == ("CARL",)


def test_a_place_that_was_chosen_for_a_set_serves_its_new_scenes_too() -> None:
    production = imported(WHITE)
    studio = Location(id="studio", name="Studio A", base="home")
    production = replace(production, locations=(*production.locations, studio))
    for name in ("s2", "s3"):
        production = with_scene(production, name, location="studio")
    draft = (*WHITE, made(5, set="HOUSE - KITCHEN", cast=("CARL",)))
    found = revised(production, draft, WHITE)
    assert scene(found.production, "s5").location == "studio"


@EARLIER
def test_a_scene_made_by_hand_stays(earlier: Earlier) -> None:
    production = imported(WHITE)
    sky = replace(scene(production, "s1"), id="sky", number="X1", heading="", extra={})
    sky = replace(sky, heading="EXT. SKY - DAY", set="SKY", cast=())
    production = replace(production, scenes=(*production.scenes, sky))
    found = revised(production, WHITE, earlier)
    assert found.changed == ()
    assert scene(found.production, "sky") == sky
    assert "1 scene made by hand and not in the draft stay" in [
        one.what for one in found.questions
    ]


def test_what_is_left_of_a_scene_keeps_it_company() -> None:
    production = imported(WHITE)
    whole = scene(production, "s2")
    shot = replace(whole, eighths=1)
    rest = replace(whole, id="s2-rest", number="2 rest", eighths=2, part_of="s2")
    others = [one for one in production.scenes if one.id != "s2"]
    production = replace(production, scenes=(others[0], shot, rest, *others[1:]))
    draft = tuple(replace(o, number=str(o.key + 10)) for o in WHITE)
    found = revised(production, draft, WHITE)
    assert [(one.id, one.number) for one in found.production.scenes] == [
        *(("s1", "11"), ("s2", "12"), ("s2-rest", "12 rest")),
        *(("s3", "13"), ("s4", "14")),
    ]
    gone = revised(production, tuple(o for o in WHITE if o.key != 2), WHITE)
    assert [one.id for one in gone.production.scenes] == ["s1", "s3", "s4"]
    back = revised(gone.production, WHITE)
    assert told(back) == {"s2": ("restored",)}
    parts = [scene(back.production, name) for name in ("s2", "s2-rest")]
    assert [one.eighths for one in parts] == [1, 2]
    assert parts[1] == rest
    assert omitted_in(back.production) == ()


def test_what_was_shot_stays_as_it_was_shot() -> None:
    production = imported(WHITE)
    shot = {"s2": date(2027, 3, 1), "s4": date(2027, 3, 2)}
    draft = tuple(o for o in LONGER if o.key != 4)
    found = revised(production, draft, WHITE, shot=shot)
    assert told(found) == {"s2": ("changed",), "s4": ("omitted",)}
    assert scene(found.production, "s2") == scene(production, "s2")
    now = scene(found.production, "s4")
    assert stays(now, scene(production, "s4"))
    assert (now.extra["omitted"], now.extra["revision"]) == ("blue", "blue")
    assert change(found, "s4").shot_on == "2027-03-02"
    again = revised(found.production, draft, draft, shot=shot)
    assert again.changed == ()


def test_ids_are_never_given_twice() -> None:
    found = revised(imported(WHITE), WHITE[:3], WHITE)
    other = made(40, number="4", set="CAVE", cast=("ANN",))
    again = revised(found.production, (*WHITE[:3], other), WHITE[:3])
    assert told(again) == {"s4-2": ("added",)}
    third = revised(imported(WHITE), (*WHITE, made(5)), taken=("s5",))
    assert told(third) == {"s5-2": ("added",)}


def test_a_scene_that_grows_beyond_a_day_fills_whole_days() -> None:
    production = imported(WHITE)
    huge = replace(WHITE[1], words=(*WHITE[1].words, *text(21, 4000)))
    draft = (WHITE[0], huge, *WHITE[2:])
    found = revised(production, draft, WHITE)
    now = scene(found.production, "s2")
    assert (now.eighths > 40, now.days) == (True, imported(draft).scenes[1].days)
    assert now.days is not None
    back = revised(found.production, WHITE, draft)
    assert scene(back.production, "s2").days is None

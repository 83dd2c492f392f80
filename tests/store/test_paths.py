"""The grammar of paths, and what is said of a wrong one."""

from __future__ import annotations

import pytest

from daybreak.model.errors import DocumentError
from daybreak.store.paths import THINGS, fields_of, parse_path
from tests.store.made_entries import journal


@pytest.mark.parametrize(
    ("path", "whole", "field"),
    [
        ("title", "title", ""),
        ("picture/m7", "picture/m7", ""),
        ("picture/m7/release", "picture/m7", "release"),
        ("picture/m7/extra/director", "picture/m7", "extra"),
        (
            "person/star/unavailable/press-tour",
            "person/star/unavailable/press-tour",
            "",
        ),
        ("person/star/deal/main/rate", "person/star/deal/main", "rate"),
        ("hiatus/shutdown/to", "hiatus/shutdown", "to"),
        ("holiday/2020-12-25", "holiday/2020-12-25", ""),
        ("unit/main/day_minutes", "unit/main", "day_minutes"),
        ("location/pier/window/summer", "location/pier/window/summer", ""),
        ("move/london/norway", "move/london/norway", ""),
        ("order/s1/s2/min_days", "order/s1/s2", "min_days"),
        ("scene/s12/window", "scene/s12", "window"),
        ("casting/m7/villain", "casting/m7/villain", ""),
        ("cast/m7", "cast/m7", ""),
        ("rule/daylight", "rule/daylight", ""),
        ("extra/anything", "extra/anything", ""),
    ],
)
def test_a_path_points_at_a_whole_and_a_field(path, whole, field):
    place = parse_path(path)
    assert (place.text, place.whole, place.field) == (path, whole, field)


def test_a_scene_keeps_characters_and_conditions_under_extra():
    assert parse_path("scene/s1/only_if").text == "scene/s1/extra/only_if"
    assert parse_path("scene/s1/characters").text == "scene/s1/extra/characters"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("picure/m7", 'did you mean "picture"?'),
        ("picture/m7/relese", 'did you mean "release"?'),
        ("person/star/unavailble/press", 'did you mean "unavailable"?'),
        ("person/star/deals", 'did you mean "deal"?'),
        ("person/star/deal/main/rte", 'did you mean "rate"?'),
        ("rule/dayligt", 'did you mean "daylight"?'),
        ("move/london", "give the base it goes to there"),
        ("holiday/2021-02-29", '"2021-02-29" is no day of the calendar'),
        ("holiday/2021-02", '"2021-02" is no day of the calendar'),
        ("location/pier/window/summer/from", "a window has no fields"),
        ("title/x", 'nothing can follow before "x"'),
        ("scene/s1/window/x", 'nothing can follow before "x"'),
        ("picture/m 7", '"m 7" is no id'),
        ("picture/", "ends too early"),
        ("", '"" is nothing of a production'),
        ("picture/m7/id", 'a picture has no field "id"'),
    ],
)
def test_a_wrong_path_says_what_to_do(path, said):
    with pytest.raises(DocumentError) as error:
        parse_path(path)
    fault = error.value.faults[0]
    assert said in str(fault)
    assert (fault.path, bool(fault.what), bool(fault.todo)) == (path, True, True)


def test_every_field_of_every_thing_has_a_path():
    for root in THINGS:
        lead = f"{root}/a/b" if root in ("move", "order") else f"{root}/a"
        for field in fields_of(root):
            path = f"{lead}/{field}/x" if field == "extra" else f"{lead}/{field}"
            assert parse_path(path).field == field


def test_every_entry_of_a_loaded_production_has_a_path():
    paths = [one.path for one in journal()]
    assert [parse_path(path).text for path in paths] == paths
    assert len(set(paths)) == len(paths)

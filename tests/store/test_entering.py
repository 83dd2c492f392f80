"""What is refused before it reaches a journal, and how typed values are read."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from daybreak.model.errors import DocumentError
from daybreak.store.entering import checked
from daybreak.store.entry import Entry, Source
from daybreak.store.entry_json import entry_as_json, entry_from_json
from daybreak.store.typed import typed_value
from tests.store.made_entries import ENTERED, decided, journal, said, state


def refusal(entry: Entry) -> str:
    """Give what is said when an entry is refused."""
    with pytest.raises(DocumentError) as error:
        checked(entry, state(journal()))
    assert all(one.path and one.what and one.todo for one in error.value.faults)
    return str(error.value)


@pytest.mark.parametrize(
    ("path", "value", "said_of_it"),
    [
        ("picture/m7/release", "2021-02-30", "2021-02-30 is no day, month or year"),
        ("picture/m7/release", 7, "7 is no day, month or year"),
        ("picture/m9/release", "2021-07-01", "there is no picture/m9"),
        ("person/sta/prep_days", 3, 'did you mean "star"?'),
        ("person/sta/deal/2", {"kind": "none", "rate": 0}, 'did you mean "star"?'),
        ("casting/m9/villain", "guest", "there is no picture/m9"),
        ("casting/m7/villain", ["guest"], "is no person"),
        ("unit/main/day_minutes", 2000, "2000 is above 1440"),
        ("unit/main/day_minutes", None, "there is no value"),
        ("scene/s1/time", "noon", '"noon" is unknown'),
        ("scene/s1/window", ["2020-06-01", "2020-06-31"], "is no day of the calendar"),
        ("person/star/deal/1/kind", "yearly", '"yearly" is unknown'),
        ("person/new", {"name": "New", "dealz": []}, 'did you mean "deals"?'),
        ("picture/m7", {"id": "m8", "title": "x"}, "another than the path says"),
        ("picture/m7", "Seven", "is no whole picture"),
        ("hiatus/x", {"from": "2020-03"}, "hiatus/x/to: is missing"),
        ("picture/m7/streaming", "2022-01-03", "streaming follows from other facts"),
        ("cast/m7", "star", "is no list of names"),
        ("rule/prep", "sometimes", "is no level"),
        ("quote/x", "  ", "is no text"),
        ("extra/x", float("nan"), "is no usual number"),
    ],
)
def test_a_wrong_value_is_refused_with_advice(path, value, said_of_it):
    assert said_of_it in refusal(said(path, value, "2020-07-07"))


@pytest.mark.parametrize(
    ("more", "said_of_it"),
    [
        ({"said_on": None}, "a source without a date"),
        ({"said_on": "2020-02-30"}, "is no day of the calendar"),
        ({"said_on": "soon"}, "is no date"),
        ({"said_on": "2020-07", "not_before": ENTERED.date()}, "and not before"),
        ({"status": "maybe"}, 'status "maybe" is unknown'),
        ({"action": "add"}, 'action "add" is unknown'),
        ({"entered_by": " "}, "nobody entered it"),
        ({"entered_at": datetime(2020, 1, 1)}, "no whole second UTC"),
        ({"entered_at": datetime(2020, 1, 1, 0, 0, 0, 5, UTC)}, "no whole second UTC"),
    ],
)
def test_an_entry_that_cannot_be_is_never_made(more, said_of_it):
    fields = {
        "path": "picture/m7/release",
        "value": "2021-07",
        "said_on": "2020-07-07",
        "source": Source(outlet="Paper"),
        "entered_by": "ann",
        "entered_at": ENTERED,
    }
    with pytest.raises(DocumentError) as error:
        Entry(**{**fields, **more})
    assert said_of_it in str(error.value)


def test_a_source_that_names_nobody_is_refused():
    entry = said("picture/m7/release", "2021-07", "2020-07-07", outlet=" ")
    assert "a source that names nobody" in refusal(entry)


def test_what_is_needed_cannot_be_removed():
    entry = decided("picture/m7/title", None, "2020-07-07", action="remove")
    assert "a picture cannot be without title" in refusal(entry)
    nothing = decided("person/nobody", None, "2020-07-07", action="remove")
    assert "there is none to remove" in refusal(nothing)


def test_a_whole_person_becomes_entries_of_its_own_for_deals_and_absences():
    value = {
        "name": "New",
        "deals": [{"kind": "daily", "rate": 5}],
        "unavailable": [{"from": "2021-06", "to": "2021-08", "reason": "press"}],
    }
    made = checked(decided("person/new", value, "2020-07-07"), state(journal()))
    assert [(one.path, one.value) for one in made] == [
        ("person/new", {"name": "New"}),
        ("person/new/deal/1", {"kind": "daily", "rate": 5}),
        (
            "person/new/unavailable/2021-06",
            {"from": "2021-06", "to": "2021-08", "reason": "press"},
        ),
    ]


@pytest.mark.parametrize(
    ("path", "words", "value"),
    [
        ("picture/m7/release", ["2021-07"], "2021-07"),
        ("picture/m7/title", ["1917"], "1917"),
        ("unit/main/day_minutes", ["660"], 660),
        ("unit/main/night_premium", ["0.15"], 0.15),
        ("picture/m7/release_hard", ["true"], True),
        ("scene/s1/cast", ["star, guest"], ["star", "guest"]),
        ("scene/s1/window", ["2020-06-01,2020-07-01"], ["2020-06-01", "2020-07-01"]),
        ("location/cliff/window/1", ['["2020-06", "2020-07"]'], ["2020-06", "2020-07"]),
        ("cast/m7", ["star,guest"], ["star", "guest"]),
        ("scene/s1/characters", ["villain"], ["villain"]),
        ("casting/m7/villain", ["guest"], "guest"),
        ("holiday/2020-12-25", ["true"], True),
        (
            "hiatus/x",
            ["from=2020-03-15", "to=2020-09"],
            {"from": "2020-03-15", "to": "2020-09"},
        ),
        (
            "picture/m9",
            ["title=Nine", "post_days=30"],
            {"title": "Nine", "post_days": 30},
        ),
        ("picture/m9", ['{"title": "Nine"}'], {"title": "Nine"}),
        ("extra/note", ["plain words"], "plain words"),
    ],
)
def test_values_are_read_as_people_type_them(path, words, value):
    assert typed_value(path, words) == value


@pytest.mark.parametrize(
    ("path", "words", "said_of_it"),
    [
        ("picture/m7/title", ["Two", "words"], "2 values for one field"),
        ("picture/m7/title", [], "0 values for one field"),
        ("hiatus/x", ["2020-03-15"], "is no field of a whole hiatus"),
    ],
)
def test_what_cannot_be_read_says_how_to_write_it(path, words, said_of_it):
    with pytest.raises(DocumentError) as error:
        typed_value(path, words)
    assert said_of_it in str(error.value)


def test_entries_go_through_json_and_back():
    entries = journal(
        said("picture/m7/release", "2021-07", "2020", status="rumored", note="n"),
        said("picture/m7/release", "2021-07", not_before="2020-02-03"),
        decided("person/guest", None, "2020-07-07", action="remove", undoes=3),
        decided("extra/none", None, "2020-07-07"),
    )
    assert [entry_from_json(entry_as_json(one)) for one in entries] == entries

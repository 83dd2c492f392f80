"""What was shot, as a document."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import daybreak as db
from daybreak.model.errors import DocumentError
from daybreak.model.files import shot_from_json, to_json
from daybreak.model.shot import ShotDay

MONDAY = {
    "unit": "main",
    "date": "2027-06-07",
    "strips": ["s1", "s2"],
    "unfinished": {"s2": 3},
}


def faults_of(*days: Any) -> list[str]:
    """Give what is wrong with a list of days."""
    with pytest.raises(DocumentError) as refused:
        shot_from_json(json.dumps(days))
    return [f"{one.path}: {one.what}" for one in refused.value.faults]


def test_a_list_of_days_is_read_as_the_document_is(tmp_path: Path) -> None:
    shot = shot_from_json(json.dumps([MONDAY]))
    assert shot.shot == (
        ShotDay(
            unit="main",
            date=date(2027, 6, 7),
            strips=("s1", "s2"),
            unfinished={"s2": 3},
        ),
    )
    assert shot_from_json(to_json(shot)) == shot
    db.write(shot, tmp_path / "shot.json")
    assert db.read_shot(tmp_path / "shot.json") == shot


def test_faults_are_told_with_their_place() -> None:
    assert faults_of({**MONDAY, "unfinished": {"s2": 0}}) == [
        "shot[0].unfinished.s2: 0 is below 1"
    ]
    assert faults_of({**MONDAY, "unfinished": {"s9": 1}}) == [
        "shot[0].unfinished.s9: is no strip of that day"
    ]
    assert faults_of(MONDAY, MONDAY) == ["shot[1].date: unit main has 2027-06-07 twice"]
    assert faults_of({**MONDAY, "date": "7 June"}) == [
        'shot[0].date: "7 June" is no date'
    ]
    assert faults_of({**MONDAY, "stripes": []}) == ["shot[0].stripes: unknown field"]


def test_made_in_python_it_checks_itself() -> None:
    day = ShotDay(unit="main", date=date(2027, 6, 7), strips=("s1",))
    with pytest.raises(DocumentError, match="twice"):
        db.Shot(shot=(day, day))

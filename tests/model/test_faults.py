"""What the reader says of bad documents: every class of fault, in exact words."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from daybreak.model.errors import DocumentError, UsageError
from daybreak.model.files import production_from_json, read, schedule_from_json
from tests.conftest import Compare
from tests.model.bad_documents import BAD, NO_DOCUMENTS
from tests.model.documents import (
    Json,
    a_board,
    a_shoot,
    faults_of,
    schedule_faults_of,
)


def changed(change: Callable[[Json], None]) -> Json:
    document = a_shoot()
    change(document)
    return document


def test_the_document_without_a_change_has_no_fault() -> None:
    assert faults_of(a_shoot()) == []
    assert schedule_faults_of(a_board()) == []


@pytest.mark.parametrize("name", BAD)
def test_each_bad_document_is_refused_with_a_path_and_a_todo(name: str) -> None:
    with pytest.raises(DocumentError) as caught:
        production_from_json(json.dumps(changed(BAD[name])))
    for fault in caught.value.faults:
        assert fault.path
        assert fault.what
        assert fault.todo


def test_every_fault_reads_as_it_did(golden: Compare) -> None:
    parts = [
        "\n".join([f"# {name}", *faults_of(changed(change))])
        for name, change in BAD.items()
    ]
    golden("faults.txt", "\n\n".join(parts) + "\n")


def test_what_is_no_document_reads_as_it_did(golden: Compare) -> None:
    parts = []
    for name, text in NO_DOCUMENTS.items():
        told = [line for line in faults_of(text) if "is missing" not in line]
        parts.append("\n".join([f"# {name}", *told]))
    golden("no_documents.txt", "\n\n".join(parts) + "\n")


def test_a_fault_is_one_line_that_any_terminal_can_write() -> None:
    for change in BAD.values():
        with pytest.raises(DocumentError) as caught:
            production_from_json(json.dumps(changed(change)))
        text = str(caught.value)
        assert len(text.splitlines()) == len(caught.value.faults)
        text.encode("utf-8")


def test_all_faults_come_at_once_in_the_order_of_the_document() -> None:
    document = a_shoot()
    document["weather"] = "fine"
    document["units"][0]["end"] = "2027-02-30"
    document["people"][0]["deals"][0]["rate"] = -50
    document["scenes"][0]["eighths"] = -1
    document["scenes"][1]["cast"] = ["zoe"]
    document["scenes"][2]["eighths"] = 41
    document["orders"].append({"before": "s2", "after": "s1"})
    assert faults_of(document) == [
        'weather: unknown field - take it out or keep it under "extra"',
        "units[0].end: 2027-02-30 is no day of the calendar"
        " - write it as YYYY-MM-DD, such as 2027-06-30",
        "people[0].deals[0].rate: -50 is below 0 - give the day rate as a whole number",
        "scenes[0].eighths: -1 is below 0"
        " - give the length in whole eighths, such as 11 for 1 3/8",
        'scenes[1].cast[0]: unknown person "zoe"'
        " - add it to people or use the id of one that is there",
        "scenes[2].eighths: scene 3 needs 615 minutes; unit main has day_minutes 600"
        ' - give the scene "days": 2, split it, or raise day_minutes',
        "orders[0]: no order can hold: s1 before s2 before s1"
        " - take one of these orders out",
    ]


def test_one_wrong_value_brings_no_second_fault_with_it() -> None:
    """Wrong lists name nothing; they must not read as 'all'."""
    document = a_shoot()
    document["people"][0]["deals"] = [
        {"kind": "flat", "rate": 1, "pictures": 5},
        {"kind": "flat", "rate": 1, "pictures": ["film"]},
    ]
    assert faults_of(document) == [
        "people[0].deals[0].pictures: 5 is no list - write [...] here"
    ]


def test_the_name_of_the_file_leads_each_fault() -> None:
    with pytest.raises(DocumentError) as caught:
        production_from_json("[]", source="shoot.json")
    assert str(caught.value) == "shoot.json: [...] is no object - write {...} here"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"days": [{"unit": "main"}]},
            [
                "days[0].date: is missing - write it as YYYY-MM-DD, such as 2027-06-30",
                "days[0].shift: is missing - use one of day, split, night",
                "days[0].strips: is missing - write [...] here",
            ],
        ),
        (
            {"cost": {"weather": 3, "total": 1.5}},
            [
                "cost.weather: unknown name - use one of unit_days, idle_days,"
                " cast_work, cast_hold, locations, elements, day_moves,"
                " company_moves, late, total",
                "cost.total: 1.5 is no whole number"
                " - give the amount as a whole number",
            ],
        ),
        (
            {"status": "fine"},
            ['status: "fine" is unknown - use one of optimal, feasible, infeasible'],
        ),
        ({"bound": -1}, ["bound: -1 is below 0 - give the amount as a whole number"]),
    ],
)
def test_a_bad_schedule_is_refused(change: Json, told: list[str]) -> None:
    assert schedule_faults_of({**a_board(), **change}) == told


def test_reading_an_error_in_another_process_keeps_it() -> None:

    with pytest.raises(DocumentError) as caught:
        production_from_json("[]", source="shoot.json")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.faults, again.source) == (caught.value.faults, "shoot.json")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '{"format": "daybreak/schedule", "version": 1, "days": []}',
            "plan.json:1: format: this is a schedule, and not a production"
            " - name a production here; a schedule goes behind it",
        ),
        (
            '{"format": "daybreak/document", "version": 1, "entries": []}',
            "plan.json:1: format: this is a whole document, as export wrote it, and not"
            " a production - make a .daybreak file of it first:"
            " daybreak load FILE -o shoot.daybreak",
        ),
        (
            '{"format": "daybreak/production", "version": 7, "weather": "fine"}',
            "plan.json:1: version: 7 is of a newer Daybreak; this one reads version 1"
            " - update Daybreak, or write it with the older one",
        ),
        ("", "plan.json: is empty - look whether it is the right file"),
        (
            "INT. HARBOR - DAY\n\nFog.\n",
            'plan.json: is no JSON: it begins "INT. HARBOR - DAY" - daybreak import'
            " makes a production of a script, a schedule or a table",
        ),
    ],
)
def test_a_file_of_another_kind_is_one_sentence_and_no_list(
    text: str, told: str
) -> None:
    with pytest.raises(DocumentError) as caught:
        production_from_json(text, source="plan.json")
    assert str(caught.value) == told


def test_a_production_where_a_schedule_is_asked_for_is_one_sentence() -> None:
    with pytest.raises(DocumentError) as caught:
        schedule_from_json(json.dumps(a_shoot()), source="shoot.json")
    assert str(caught.value) == (
        "shoot.json:1: format: this is a production, and not a schedule"
        " - name a schedule here; daybreak plan makes one"
    )


def test_a_file_of_another_program_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    told = []
    for name, data in (("a", b"SQLite format 3\x00\xff"), ("b", b"PK\x03\x04\xff\xff")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UsageError) as caught:
            read(tmp_path / name)
        told.append(str(caught.value).removeprefix(f"{tmp_path / name}: ")[:30])
    assert told == ["is a document, and not JSON - ", "is a workbook or an archive, a"]


def test_a_fault_names_its_line_in_the_file() -> None:
    document = a_shoot()
    document["scenes"][1]["eighths"] = -3
    document["people"][0].pop("name")
    document["we.ather"] = "fine"
    text = json.dumps(document, indent=2)
    lines = text.splitlines()
    with pytest.raises(DocumentError) as caught:
        production_from_json(text, source="shoot.json")
    told = [one.split(":")[1:3] for one in str(caught.value).splitlines()]
    by = {where.strip(): int(line) for line, where in told}
    assert lines[by["scenes[1].eighths"] - 1].strip() == '"eighths": -3,'
    first = next(at for at, one in enumerate(lines, 1) if one == '  "people": [')
    assert by["people[0].name"] == first + 1
    assert len(by) == len(caught.value.faults) == 3
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)


@pytest.mark.parametrize("name", BAD)
def test_every_fault_of_a_file_has_a_line_of_it(name: str) -> None:
    text = json.dumps(changed(BAD[name]), indent=1)
    count = len(text.splitlines())
    with pytest.raises(DocumentError) as caught:
        production_from_json("\ufeff" + text, source="a.json")
    for fault in caught.value.faults:
        assert 1 <= caught.value.lines[fault.path] <= count

"""The published JSON Schemas: equal to the model, as strict as they can be."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from daybreak.model.errors import DocumentError
from daybreak.model.files import (
    canonical_json,
    production_from_json,
    schedule_from_json,
    to_json,
)
from daybreak.model.json_schema import field_descriptions, schema_of, schema_text
from daybreak.model.kinds import plan_of
from daybreak.model.production import Production, Unit
from daybreak.model.schedule import Schedule
from tests.conftest import Compare
from tests.model.bad_documents import BAD
from tests.model.documents import a_board, a_shoot
from tests.model.test_mutated_documents import mutate
from tests.reference import reference_folder
from tests.strategies import case_documents

SEEN_LEAST = 59
"""So many classes of fault, at the least, are seen by the schema already."""


def validator(document: Any) -> Any:
    return jsonschema.Draft202012Validator(schema_of(document))


PRODUCTION, SCHEDULE = validator(Production), validator(Schedule)


def test_the_schemas_published_are_those_of_the_model(renewed: Compare) -> None:
    renewed("docs/schemas/production.schema.json", schema_text(Production))
    renewed("docs/schemas/schedule.schema.json", schema_text(Schedule))


@pytest.mark.parametrize("document", [Production, Schedule])
def test_the_schemas_are_schemas(document: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(document))


@given(case_documents())
@settings(max_examples=60)
def test_whatever_is_read_is_valid_under_the_schema(case: tuple[Any, Any]) -> None:
    PRODUCTION.validate(case[0])
    SCHEDULE.validate(case[1])
    production = production_from_json(json.dumps(case[0]))
    PRODUCTION.validate(json.loads(canonical_json(production)))
    PRODUCTION.validate(json.loads(to_json(production)))


def test_reference_productions_are_valid_under_the_schema() -> None:
    folder = reference_folder()
    found = sorted(folder.glob("bench/shoot/*.json")) if folder else []
    for path in found:
        PRODUCTION.validate(json.loads(path.read_text(encoding="utf-8")))
    assert len(found) == (10 if folder else 0)


def test_the_reader_refuses_whatever_the_schema_refuses() -> None:
    dice = random.Random(2)
    refused = accepted = 0
    for _ in range(1500):
        shoot, board = a_shoot(), a_board()
        mutate(shoot, dice.randrange)
        mutate(board, dice.randrange)
        for schema, document, read in (
            (PRODUCTION, shoot, production_from_json),
            (SCHEDULE, board, schedule_from_json),
        ):
            if schema.is_valid(document):
                accepted += 1
                continue
            refused += 1
            with pytest.raises(DocumentError):
                read(json.dumps(document))
    assert refused > 1000
    assert accepted > 200


def test_the_schema_sees_most_classes_of_fault() -> None:
    seen = []
    for name, change in BAD.items():
        document = a_shoot()
        change(document)
        if not PRODUCTION.is_valid(document):
            seen.append(name)
    assert len(seen) >= SEEN_LEAST
    assert "an unknown field" in seen
    assert "orders in a circle" not in seen


@pytest.mark.twin
def test_a_schema_without_limits_is_caught() -> None:
    loose = copy.deepcopy(schema_of(Production))
    loose["$defs"]["Scene"]["properties"]["eighths"].pop("minimum")
    assert schema_text(Production) != json.dumps(loose, indent=2) + "\n"
    document = a_shoot()
    BAD["negative pages"](document)
    assert jsonschema.Draft202012Validator(loose).is_valid(document)
    assert not PRODUCTION.is_valid(document)


def test_descriptions_come_from_the_docstrings() -> None:
    told = field_descriptions(Unit)
    assert told[""] == "A crew that shoots one day's work at a time."
    assert told["turnaround_hours"] == "Rest from wrap to the next call, hours."
    assert told["start"] == "First date on which it may shoot."


def test_every_field_and_part_of_the_model_is_in_the_schema() -> None:
    for document in (Production, Schedule):
        schema = schema_of(document)
        assert list(schema["properties"]) == [plan.key for plan in plan_of(document)]
        assert all(part["description"] for part in schema["$defs"].values())
        assert all(
            not part["additionalProperties"] for part in schema["$defs"].values()
        )


def test_every_field_is_described() -> None:
    for document in (Production, Schedule):
        schema = schema_of(document)
        for part in (schema, *schema["$defs"].values()):
            for name, field in part["properties"].items():
                assert field.get("description"), f"{part['description']} {name}"

"""The one text that stands for a production, and its hash."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.files import (
    canonical_json,
    production_from_json,
    production_hash,
    to_json,
)
from daybreak.model.production import Production, RuleName
from tests.model.documents import a_shoot
from tests.reference import ROOT
from tests.strategies import production_documents, productions

PROCESSES = 5
RULE_NAMES = get_args(RuleName)


def read(document: Any) -> Production:
    return production_from_json(json.dumps(document))


def test_the_canonical_text_of_a_shoot(golden: Any) -> None:
    text = canonical_json(read(a_shoot()))
    golden("canonical.json", text + "\n")
    assert ": " not in text.replace("INT. HOUSE - DAY", "")


def test_every_default_is_written_out() -> None:
    written = json.loads(canonical_json(read(a_shoot())))
    assert written["units"][0]["turnaround_hours"] == 11
    assert written["units"][0]["night_premium"] == 0
    assert written["units"][0]["shifts"]["split"] == ["12:00", "24:00"]
    assert written["people"][0]["deals"][0]["hold"] == 1
    assert written["rules"] == {rule: "blocks" for rule in RULE_NAMES}
    assert "release" not in written["pictures"][0]


@given(productions())
@settings(max_examples=60)
def test_the_canonical_text_reads_back_as_the_same_production(
    production: Production,
) -> None:
    text = canonical_json(production)
    again = production_from_json(text)
    assert replace(again, rules={}) == replace(production, rules={})
    assert [again.level(rule) for rule in RULE_NAMES] == [
        production.level(rule) for rule in RULE_NAMES
    ]
    assert canonical_json(again) == text


def shuffled(value: Any, dice: Any) -> Any:
    """Give a JSON value with the keys of its objects in another order."""
    if isinstance(value, dict):
        keys = list(value)
        dice.shuffle(keys)
        return {key: shuffled(value[key], dice) for key in keys}
    return [shuffled(one, dice) for one in value] if isinstance(value, list) else value


@given(production_documents(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_hash_does_not_depend_on_the_order_of_keys(
    document: Any, dice: Any
) -> None:
    assert production_hash(read(shuffled(document, dice))) == production_hash(
        read(document)
    )


@given(production_documents())
@settings(max_examples=60)
def test_the_hash_does_not_depend_on_how_defaults_are_written(document: Any) -> None:
    production = read(document)
    assert production_hash(
        production_from_json(to_json(production))
    ) == production_hash(production_from_json(canonical_json(production)))


def test_the_hash_does_not_depend_on_how_numbers_are_written() -> None:
    text = to_json(read({**a_shoot(), "extra": {"a": 1}}))
    written = {
        '"rate": 400': '"rate": 400.0',
        '"day_cost": 9000': '"day_cost": 9e3',
        '"version": 1': '"version": 1.0',
        '"a": 1': '"a": 1.0',
    }
    other = text
    for plain, odd in written.items():
        assert plain in other
        other = other.replace(plain, odd)
    assert production_hash(production_from_json(other)) == production_hash(
        production_from_json(text)
    )
    hold = text.replace('"rate": 400', '"rate": 400, "hold": 0.50')
    assert production_hash(production_from_json(hold)) == production_hash(
        production_from_json(hold.replace("0.50", "5E-1"))
    )


@given(production_documents())
@settings(max_examples=30)
def test_the_hash_tells_productions_apart(document: Any) -> None:
    other = json.loads(json.dumps(document))
    other["units"][0]["day_cost"] += 1
    assert production_hash(read(other)) != production_hash(read(document))


def test_five_processes_give_one_hash() -> None:
    """RELIABILITY B3: nothing depends on the seed of Python's hashes."""
    code = (
        "from tests.strategies import random_production as make\n"
        "from daybreak.model.files import production_hash, to_json\n"
        "import hashlib\n"
        "for seed in range(40):\n"
        "    made = make(seed)\n"
        "    print(production_hash(made), hashlib.md5(to_json(made).encode()))\n"
    )
    code = code.replace("encode())", "encode()).hexdigest()")
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in range(11, 11 + PROCESSES)
    }
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == 40

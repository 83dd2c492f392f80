"""Schedule files meant to break the reader: one exact line each, or read whole."""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.uss import import_uss
from daybreak.importers.uss_child import read_uss_in_child
from daybreak.importers.uss_reading import parse_uss, read_uss
from daybreak.model.errors import ImportProblem, Remark
from tests.importers.made_uss import data_of, made, scene

FORM = r"^[^:\n]+:\d+(:\d+)?: [A-Z]{2,4}-[EW]\d{2} .+ — .+$"
EXAMPLES = int(os.environ.get("DAYBREAK_USS_EXAMPLES", "100"))


def refusal(data: bytes, limits: Limits = LIMITS) -> Remark:
    with pytest.raises(ImportProblem, match=FORM) as caught:
        parse_uss(data, "pier.uss", limits=limits)
    return caught.value.remark


def wrapped(text: str) -> bytes:
    return b'{"universalScheduleStandard": {"breakdowns": [' + text.encode() + b"]}}"


HOSTILE: dict[str, tuple[bytes, str]] = {
    "truncated": (data_of(made())[:-20], "USS-E01"),
    "no JSON": (b'{"a": nil}', "USS-E01"),
    "text behind the end": (b"{} {}", "USS-E01"),
    "a name without quotes": (b'{"a": {b: 1}}', "USS-E01"),
    "a comma too much": (b'{"a": [1,]}', "USS-E01"),
    "a text that never ends": (b'{"a": "b', "USS-E01"),
    "an unknown escape": (b'{"a": "\\x"}', "USS-E01"),
    "NaN": (b'{"a": NaN}', "USS-E01"),
    "a number that is none": (b'{"a": 1-2}', "USS-E01"),
    "depth": (b'{"a": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "USS-E02"),
    "a million values": (wrapped("[]," * 999_999 + "[]"), "USS-E03"),
    "digits": (b'{"a": 1' + b"0" * 5_000 + b"}", "USS-E04"),
    "a long text": (b'{"a": "' + b"x" * 70_000 + b'"}', "USS-E05"),
    "other JSON": (b'{"format": "daybreak/production"}', "USS-E06"),
    "a list": (b"[1, 2]", "USS-E06"),
    "no scene": (wrapped('{"id": "a", "type": "banner"}'), "USS-E07"),
    "PDF": (b"%PDF-1.7 ...", "SCR-E05"),
    "zip": (b"PK\x03\x04....", "SCR-E05"),
    "HTML": (b"<html><body>", "SCR-E05"),
    "empty": (b"  \n", "SCR-E03"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_code(name: str) -> None:
    """RELIABILITY C3, H6, H9, H10, H13, H36."""
    data, code = HOSTILE[name]
    started = time.process_time()
    assert refusal(data).code == code
    assert time.process_time() - started < 10


@pytest.mark.twin
def test_a_reader_that_recurses_without_a_limit_would_be_caught() -> None:
    """The twin of the depth: the plain reader of the library fails otherwise."""
    data, code = HOSTILE["depth"]
    with pytest.raises(RecursionError):
        json.loads(data)
    assert refusal(data).code == code


@pytest.mark.parametrize(
    ("code", "most"),
    [
        ("SCR-E07", {"scenes": 2}),
        ("USS-E02", {"depth": 4}),
        ("USS-E05", {"line_bytes": 5}),
    ],
)
def test_one_more_than_a_limit_is_refused(code: str, most: dict[str, int]) -> None:
    """RELIABILITY C4: at the limit it passes, one more is refused."""
    assert refusal(data_of(made()), replace(LIMITS, **most)).code == code
    above = {"scenes": 3, "depth": 8, "line_bytes": 40}
    passing = {key: above[key] for key in most}
    assert parse_uss(data_of(made()), "a.uss", limits=replace(LIMITS, **passing))


def test_a_file_that_is_too_large_is_refused() -> None:
    data = data_of(made())
    assert parse_uss(data, "a.uss", limits=replace(LIMITS, xml_bytes=len(data)))
    assert refusal(data, replace(LIMITS, xml_bytes=len(data) - 1)).code == "SCR-E04"


def test_a_board_of_endless_days_is_refused() -> None:
    root = made()
    root["stripboards"][0]["boards"][0]["breakdownIds"] = [[]] * 5_001
    assert refusal(data_of(root)).code == "USS-E08"
    root["stripboards"][0]["boards"][0]["breakdownIds"] = [[]] * 4_999 + [["b1"]]
    done = import_uss(parse_uss(data_of(root), "a.uss"), today=date(2027, 1, 1))
    assert done.boards[0].schedule.days[0].date.year == 2046


def test_a_refusal_tells_line_and_column() -> None:
    remark = refusal(b'{\n  "a": 1,\n  "b" 2\n}')
    assert (remark.line, remark.column) == (3, 7)


def test_folders_and_missing_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match="SCR-E02"):
        read_uss(tmp_path)
    with pytest.raises(ImportProblem, match="SCR-E01"):
        read_uss_in_child(tmp_path / "none.uss")


def test_halves_of_characters_and_nul_are_replaced_and_said() -> None:
    """RELIABILITY C8."""
    data = data_of(made()).replace(b"HOUSE - KITCHEN", rb"HOUSE\ud800 - \u0000")
    document = parse_uss(data, "pier.uss")
    assert [one.code for one in document.remarks] == ["USS-W01"]
    assert "HOUSE\ufffd - \ufffd" in {one.name for one in document.elements}


@pytest.mark.parametrize(
    "payload",
    ["<script>__x=1</script>", "=cmd|'/C calc'!A0", "\u202egnp.exe", "{{7*7}}", "]]>"],
)
def test_payloads_stay_as_they_are(payload: str) -> None:
    """RELIABILITY C3, H34 and H35."""
    root = made()
    root["breakdowns"][0]["description"] = payload
    root["elements"][8]["name"] = payload
    done = import_uss(parse_uss(data_of(root), "a.uss"), today=date(2027, 1, 1))
    assert done.production.scenes[0].synopsis == payload
    assert done.production.elements[0].name == payload


def test_five_thousand_scenes_are_read_whole() -> None:
    """RELIABILITY C4 and F9."""
    root = made()
    root["breakdowns"] = [
        scene(f"b{at}", f"{at}", 0.5, "int", "house", "day") for at in range(5_000)
    ]
    days = [[f"b{at}" for at in range(day, 5_000, 700)] for day in range(700)]
    root["stripboards"][0]["boards"][0]["breakdownIds"] = days
    root["stripboards"][0]["boards"][1]["breakdownIds"] = []
    done = import_uss(parse_uss(data_of(root), "a.uss"), today=date(2027, 1, 1))
    assert len(done.production.scenes) == 5_000
    assert len(done.boards[0].schedule.days) == 700


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["b1", "b2", "int", "c0", "c100", "cal", "2027-06-11", "scene"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Draw a file in which a few values were replaced by any others."""
    root = made()
    for _ in range(draw(st.integers(1, 4))):
        thing: object = root
        while True:
            keys = list(thing) if isinstance(thing, dict) else range(len(thing))  # type: ignore[arg-type, call-overload]
            if not keys:
                break
            key = draw(st.sampled_from(list(keys)))
            inner = thing[key]  # type: ignore[index]
            if not isinstance(inner, dict | list) or draw(st.integers(0, 4)) == 0:
                thing[key] = draw(JSON)  # type: ignore[index]
                break
            thing = inner
    return data_of(root)


@given(data=mutated())
@settings(max_examples=EXAMPLES, deadline=None)
def test_whatever_stands_in_a_file_it_is_read_or_refused(data: bytes) -> None:
    """RELIABILITY C1: only `ImportProblem` escapes."""
    with suppress(ImportProblem):
        document = parse_uss(data, "a.uss")
        assert import_uss(document, today=date(2027, 1, 1)).production.scenes

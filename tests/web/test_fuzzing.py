"""Every route against requests that nobody would think of, made from the app's OpenAPI.

All of them reach one document, one after the other, so that what one leaves is what
the next one finds.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import APIRouter
from hypothesis import HealthCheck, Phase, given, seed, settings
from requests import Request
from schemathesis import Case

from daybreak.store.files import open_document
from daybreak.store.verifying import verify
from tests.office.live.sessions import BOARD
from tests.web.sites import Answer, Page, Site, site, size_of

Json = dict[str, Any]
EXAMPLES = size_of("DAYBREAK_FUZZED_REQUESTS", 8)
STATUSES = {200, 204, 303, 400, 401, 403, 404, 405, 409, 413, 415, 422, 429}
"""What a route may answer; nothing here is the server's own fault."""


def some(*known: Any) -> Json:
    """Give the schema of what is there, or of something odd in its place."""
    return {"enum": [*known, "", "\u202e../x%00", None]}


ID = {"type": "string", "pattern": "^[A-Za-z0-9_-]{8,64}$"}
NUMBER = {"type": "integer", "minimum": 0, "maximum": 40}
STRIPS = {
    "type": "array",
    "items": {"enum": ["s1", "s2", "s4", "s5"]},
    "minItems": 1,
    "maxItems": 3,
    "uniqueItems": True,
}
DATE = some("2027-03-01", "2027-03-02", "2027-03-08", "2027-02-30")
ABOUT = some("scene/s1", "day/main/2027-03-02", "scene/")
PATH = some(
    "title", "scene/s1/eighths", "person/nora", "location/house/day_fee", "rule/cast"
)
ANY: Json = {}
BASE = {"enum": [24, 0]}
"""The document's head as it is served first, and the beginning."""


def body(needed: Json, maybe: Json | None = None) -> Json:
    """Give the schema of a body with so many keys and no others."""
    return {
        "type": "object",
        "properties": {**needed, **(maybe or {})},
        "required": list(needed),
        "additionalProperties": False,
    }


def op(kind: str, **keys: Json) -> Json:
    """Give the schema of an edit."""
    wish = {"id": ID, "base": BASE, "type": {"const": kind}}
    return body({**wish, "board": {"const": BOARD}, **keys})


DAY = {"unit": some("main"), "date": DATE}
OPS: Json = {
    "anyOf": [
        op("move", strips=STRIPS, **DAY),
        op("move", strips=STRIPS, after=some("s1"), **DAY),
        op("park", strips=STRIPS),
        op("shift", shift=some("day", "night"), **DAY),
        op("move-day", to=DATE, **DAY),
        op("lock", strips=STRIPS, locked={"type": "boolean"}),
        op("lock-day", locked={"type": "boolean"}, **DAY),
        op("banner", key=some("meal-1"), value=ANY),
        op("split", scene=some("s1"), eighths=NUMBER),
        op("take", schedule=ANY),
        body({"id": ID, "base": BASE, "type": {"const": "undo"}}),
        body({"id": ID, "base": BASE, "type": {"const": "redo"}}),
        body(
            {"id": ID, "base": BASE, "type": {"const": "set"}, "path": PATH},
            {"value": ANY, "note": {"type": "string"}, "said_on": DATE},
        ),
        body({"id": ID, "base": BASE, "type": {"const": "remove"}, "path": PATH}),
    ]
}
TEXT: Json = {"type": "string"}
BODIES: dict[str, Json] = {
    "/api/ops": OPS,
    "/api/jobs": body(
        {
            "kind": some("plan", "replan", "why", "scenarios"),
            "seconds": {"enum": [0, 1]},
        },
        {"board": some(BOARD), "strips": STRIPS, "today": DATE, "happening": ANY},
    ),
    "/api/comments": body({"id": ID, "about": ABOUT, "text": TEXT}),
    "/api/comments/{key}/settle": body({"id": ID, "settled": {"type": "boolean"}}),
    "/api/facts/typed": body({"path": PATH, "text": TEXT}),
    "/api/scenarios": body(
        {"id": ID, "name": TEXT, "set": {"type": "array", "items": some("title=X")}}
    ),
    "/api/freeze": body({"id": ID, "board": some(BOARD)}, {"note": ANY}),
    "/api/desk": body({"id": ID, "name": TEXT}, {"from": some(BOARD)}),
}
"""By path, what its body may be, where the app says only that it is JSON."""
PARTS = {
    "name": some(BOARD),
    "line": some("total", "cast_hold"),
    "kind": some("scenes", "costs", "stripboard"),
    "unit": some("main"),
    "day": DATE,
    "scene": some("s1"),
    "board": some(BOARD),
    "format": some("text", "csv"),
    "path": PATH,
}


def described(made: Site) -> Json:
    """Give the app's OpenAPI, with what its bodies and paths mean."""
    told: Json = json.loads(json.dumps(made.app.openapi()))
    for path, methods in told["paths"].items():
        for operation in methods.values():
            for one in operation.get("parameters", ()):
                one["schema"] = PARTS.get(one["name"], one["schema"])
            if path in BODIES and "requestBody" in operation:
                content = {"application/json": {"schema": BODIES[path]}}
                operation["requestBody"]["content"] = content
    return told


def operations(made: Site) -> Iterator[Any]:
    """Yield every operation of the app."""
    for one in schemathesis.openapi.from_dict(described(made)).get_all_operations():
        yield one.ok()


def ask(page: Page, case: Case) -> Answer:
    """Send a request as a page of ours would, whatever is in it."""
    sent = case.as_transport_kwargs(base_url=page.site.origin)
    ready = Request(
        sent["method"],
        sent["url"],
        params=sent.get("params"),
        data=sent.get("data"),
        json=sent.get("json"),
    ).prepare()
    body = ready.body.encode() if isinstance(ready.body, str) else ready.body
    headers = {"Origin": page.site.origin, "Content-Type": "application/json"}
    return page.ask(ready.method or "GET", ready.path_url, body, headers)


def refuse_strange(answer: Answer, label: str) -> None:
    """Refuse an answer that is our fault, or not in the one shape that pages know."""
    assert answer.status in STATUSES, (label, answer.status, answer.body[:300])
    kind = answer.headers.get("content-type", "")
    if not kind.startswith("application/json"):
        return
    told = answer.json
    assert told["ok"] is (answer.status < 400), label
    if not told["ok"]:
        assert told["status"] == answer.status, label
        assert told["errors"], label
        assert all(one and isinstance(one, str) for one in told["errors"]), label


def fuzz(made: Site, operation: Any, seen: Counter[int]) -> None:
    """Send an operation what it describes, a thousand times at night."""
    page = made.page()
    times = EXAMPLES * (6 if operation.path == "/api/ops" else 1)

    @given(case=operation.as_strategy())
    @settings(
        max_examples=times,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @seed(20)
    def one(case: Case) -> None:
        answer = ask(page, case)
        seen[answer.status] += 1
        refuse_strange(answer, operation.label)

    one()
    page.close()


def test_no_request_makes_the_server_fail(tmp_path: Path) -> None:
    """D15: 0 x 5xx, every answer in the shape of `http-api.md`, the document sound.

    Floor: every operation of the OpenAPI is asked; some requests are taken, and some
    of them change the document.
    """
    seen: Counter[int] = Counter()
    with site(tmp_path) as made:
        head, asked = made.shoot.head, 0
        assert head == BASE["enum"][0]
        for operation in operations(made):
            fuzz(made, operation, seen)
            asked += 1
        page = made.page()
        assert page.get("/api/shoot").status == 200
        assert made.shoot.head > head
    assert asked >= 40
    assert seen[200] >= asked
    assert seen[200] >= asked
    assert seen[422] >= asked
    with open_document(made.path, write=False) as document:
        assert not verify(document).faults


@pytest.mark.twin
def test_a_route_that_fails_is_found(tmp_path: Path) -> None:
    """D15's twin: a route that divides by what it is sent does not pass."""
    router = APIRouter()

    @router.get("/api/fragile")
    def fragile(number: int = 1) -> dict[str, Any]:
        return {"ok": True, "half": 1 // (number // 7)}

    with site(tmp_path, more=[router]) as made:
        found = [one for one in operations(made) if one.path == "/api/fragile"]
        with pytest.raises(AssertionError, match="fragile"):
            fuzz(made, found[0], Counter())

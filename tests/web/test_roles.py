"""Who may do what, route by route; and what those see who may only read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute, APIWebSocketRoute
from starlette.routing import Mount

from daybreak.model.files import production_from_json, to_json
from daybreak.office.access import ROLES, Role
from daybreak.store.boards import saved
from daybreak.web import veil
from daybreak.web.entrance import OPEN_PATHS
from daybreak.web.roles import RANK, Needs
from tests.office.live.sessions import BOARD
from tests.reports.made_up import harbor
from tests.store.making import START, a_document, founded, opened
from tests.web.sites import Page, Site, routes_of, site
from tests.web.wires import wire, wire_refusal

FIRST_AMOUNT = 7_000_001
MONEY = re.compile(r"[a-z_]*(cost|fee|daily|weekly|rate|amount)[a-z_]*")
CANARY = re.compile(rb"CANARY[a-z-]*")
LARGE = re.compile(rb"(?<![\w.\"-])-?[0-9]{6,}(?![\w\"])")
PICTURE = re.compile(rb"base64,[A-Za-z0-9+/=]+")
STANDS_FOR = {
    "name": BOARD,
    "line": "total",
    "kind": "scenes",
    "job": "nothing",
    "unit": "main",
    "date": "2027-03-01",
    "day": "2027-03-01",
    "scene": "s1",
    "id": "s1",
    "path": "person/nora",
}


@dataclass(frozen=True, slots=True)
class Way:
    """A route, one of its methods, and the least role that it names."""

    method: str
    path: str
    role: str | None

    @property
    def asked(self) -> str:
        """The path with something that is there in place of its parts."""

        def given(part: re.Match[str]) -> str:
            return STANDS_FOR.get(part[1].split(":")[0], "nothing")

        return re.sub(r"\{([^}]*)\}", given, self.path)


def _role_of(route: Any) -> str | None:
    calls = [one.call for one in route.dependant.dependencies]
    roles = [one.role for one in calls if isinstance(one, Needs)]
    return max(roles, key=RANK.__getitem__, default=None)


def _ways(made: Site) -> Iterator[Way]:
    for route in routes_of(made.app):
        if isinstance(route, APIRoute):
            for method in sorted(route.methods):
                yield Way(method, route.path, _role_of(route))
        elif isinstance(route, APIWebSocketRoute):
            yield Way("WEBSOCKET", route.path, _role_of(route))
        elif isinstance(route, Mount):
            yield Way("GET", f"{route.path}/app/main.js", "read")
        else:
            raise AssertionError(f"what is {route}?")


def _refuse_undeclared(ways: list[Way]) -> None:
    for one in ways:
        assert one.role is not None or one.path in OPEN_PATHS, f"{one} names no role"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a document in which all money is large and everything private is marked."""
    with site(tmp_path_factory.mktemp("roles"), path=_marked(tmp_path_factory)) as made:
        yield made


def _marked(factory: pytest.TempPathFactory) -> Path:
    production, schedule = harbor()
    data = json.loads(to_json(production))
    amounts = iter(range(FIRST_AMOUNT, FIRST_AMOUNT + 1000))
    _mark(data, amounts)
    made = production_from_json(json.dumps(data), source="marked")
    path = a_document(factory.mktemp("marked"), founded(made))
    with opened(path) as document:
        entry = saved(document.entries(), BOARD, schedule, by="anna", at=START)
        document.append([entry])
    return path


def _mark(value: Any, amounts: Iterator[int]) -> None:
    if isinstance(value, list):
        for one in value:
            _mark(one, amounts)
    if not isinstance(value, dict):
        return
    for key, found in value.items():
        is_amount = type(found) is int and found > 0
        if is_amount and MONEY.fullmatch(key):
            value[key] = next(amounts)
        elif key != "extra":
            _mark(found, amounts)
    if "name" in value or "heading" in value:
        value["extra"] = {"phone": "CANARY-phone", "email": "CANARY-email"}
    if "heading" in value:
        value["notes"] = "CANARY-notes"


def _leaks(body: bytes) -> list[bytes]:
    body = PICTURE.sub(b"", body)
    return [*CANARY.findall(body), *LARGE.findall(body)]


# --- who may do what ------------------------------------------------------------------


def test_every_route_names_the_role_that_it_needs(guarded: Site) -> None:
    """D2: a route without a declared policy fails here; three paths need nobody."""
    ways = list(_ways(guarded))
    assert len(ways) >= 30
    assert len(OPEN_PATHS) <= 3
    _refuse_undeclared(ways)
    paths = {one.path for one in ways}
    assert not paths & {"/docs", "/redoc", "/openapi.json"}


@pytest.mark.twin
def test_a_new_route_without_a_role_is_noticed(tmp_path: Path) -> None:
    """D2's twin: somebody adds a route and forgets whom it is for."""
    router = APIRouter()

    @router.get("/api/forgotten")
    def forgotten() -> dict[str, bool]:
        return {"ok": True}

    with (
        site(tmp_path, more=[router]) as made,
        pytest.raises(AssertionError, match="/api/forgotten"),
    ):
        _refuse_undeclared(list(_ways(made)))


def test_strangers_are_refused_everywhere(guarded: Site) -> None:
    """D2: without a session, with a strange one, with one that ended: 401."""
    ended = guarded.page()
    guarded.doors.close(ended.secret)
    foreign = Page(guarded, {"Cookie": "daybreak=" + "x" * 43}, "")
    other_name = Page(guarded, {"Cookie": f"other={guarded.page().secret}"}, "")
    tried = 0
    for page in (guarded.stranger(), ended, foreign, other_name):
        for way in _ways(guarded):
            if way.path in OPEN_PATHS:
                continue
            if way.method == "WEBSOCKET":
                assert wire_refusal(guarded, page) == 403
            else:
                done = _ask(page, way)
                assert done.status == 401, way
            tried += 1
    assert tried >= 100


def _ask(page: Page, way: Way) -> Any:
    if way.method in ("GET", "HEAD"):
        return page.get(way.asked)
    return page.post(way.asked, {}, method=way.method)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_do_what_the_route_says(guarded: Site, role: Role) -> None:
    """D18: the matrix of role and route: 403 where the role is too little, else not."""
    page, refused, let_through = guarded.page(role), 0, 0
    head = page.head()
    for way in _ways(guarded):
        if way.role is None or way.method == "WEBSOCKET" or way.path == "/api/leave":
            continue
        done = _ask(page, way)
        if RANK[role] < RANK[way.role]:
            assert done.status == 403, way
            refused += 1
        elif done.status == 403:  # a route may ask for more than its role
            assert RANK[role] < RANK["edit"], way
        else:
            let_through += 1
    assert let_through >= 8
    assert refused >= (0 if role == "edit" else 12)
    assert page.head() == head


def test_no_key_of_an_edit_makes_anybody_more(guarded: Site) -> None:
    """D18: person, role and version come from the session, not from what is sent."""
    reader, editor = guarded.page("read"), guarded.page("edit", "anna")
    for more in ({"role": "edit"}, {"by": "eve"}, {"person": "eve"}, {"doc_id": "x"}):
        assert reader.edit("undo", base=0, **more).status == 403
        done = editor.edit("lock", strips=["s1"], locked=True, **more)
        assert done.status == 422
        assert "is not known" in str(done.json["errors"]) or done.json["errors"]
    assert reader.get("/api/shoot?role=edit").json["role"] == "read"


# --- who sees what --------------------------------------------------------------------


def _readable(made: Site) -> list[Way]:
    return [
        one
        for one in _ways(made)
        if one.method == "GET" and one.role in ("read", "comment")
    ]


@pytest.mark.parametrize("role", ["read", "comment"])
def test_readers_see_no_money_contacts_or_private_notes(
    guarded: Site, role: Role
) -> None:
    """D18: 0 leaks in any answer that a reader gets; editors see hundreds."""
    page, seen, bytes_seen = guarded.page(role), 0, 0
    for way in _readable(guarded):
        done = page.get(f"{way.asked}?board={BOARD}&format=text")
        assert _leaks(done.body) == [], way
        seen += done.status == 200
        bytes_seen += len(done.body)
    assert seen >= 8
    assert bytes_seen >= 10_000
    editor = guarded.page("edit")
    shown = sum(len(_leaks(editor.get(one.asked).body)) for one in _readable(guarded))
    assert shown >= 60


@pytest.mark.twin
def test_a_veil_with_a_hole_is_noticed(
    guarded: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D18's twin: a key that is not hidden any more shows up."""
    monkeypatch.setattr(veil, "HIDDEN", veil.HIDDEN - {"day_fee", "extra"})
    body = guarded.page("read").get("/api/shoot").body
    assert len(_leaks(body)) >= 2


def test_papers_with_money_are_for_editors(guarded: Site) -> None:
    """D18: exports are held to the same: 403, or a paper without a hidden thing."""
    reader, editor = guarded.page("read"), guarded.page("edit")
    kinds = [one["kind"] for one in editor.get("/api/papers").json["kinds"]]
    given = [one["kind"] for one in reader.get("/api/papers").json["kinds"]]
    assert len(kinds) >= 12
    assert set(given) < set(kinds)
    for kind in kinds:
        path = f"/api/papers/{kind}?board={BOARD}&format=text"
        told = reader.get(path)
        assert told.status == 403 or kind in given, kind
        assert _leaks(told.body) == [], kind
    costs = editor.get(f"/api/papers/costs?board={BOARD}&format=text")
    assert costs.status == 200
    assert re.search(rb"7,0[0-9]{2},", costs.body)


def test_the_wire_is_under_the_veil_too(guarded: Site) -> None:
    """D18: what an edit comes to is told to readers without what it costs."""
    editor = guarded.page("edit")
    told: dict[str, list[bytes]] = {}
    with (
        wire(guarded, editor) as for_editor,
        wire(guarded, guarded.page("read")) as for_reader,
    ):
        lines = {"edit": for_editor, "read": for_reader}
        for line in lines.values():
            line.send(json.dumps({"type": "seen", "board": BOARD}))
        editor.get(f"/api/boards/{BOARD}")
        done = editor.edit("move", strips=["s4"], unit="main", date="2027-03-08")
        assert done.status == 200
        for role, line in lines.items():
            heard: list[bytes] = []
            while not heard or json.loads(heard[-1])["type"] != "meaning":
                heard.append(str(line.recv(timeout=10)).encode())
            told[role] = heard
    assert [one for message in told["read"] for one in _leaks(message)] == []
    assert [one for message in told["edit"] for one in _leaks(message)]
    assert b'"changed"' in told["read"][-1]


def test_what_a_reader_tries_says_nothing_of_its_price(guarded: Site) -> None:
    """D18: what a drop would do, without what it would cost."""
    wish = {"id": "try-to-read", "type": "move", "board": BOARD, "strips": ["s1"]}
    wish |= {"unit": "main", "date": "2027-03-09", "base": 1}
    seen = guarded.page("read").post("/api/whatif", wish)
    assert seen.status == 200
    assert _leaks(seen.body) == []
    assert "hold_days" in seen.json
    assert abs(guarded.page("edit").post("/api/whatif", wish).json["cost"]) >= 100_000


def test_history_of_hidden_facts_is_hidden(guarded: Site) -> None:
    """D18: that a rate was entered may be seen, what it is may not."""
    editor, reader = guarded.page("edit"), guarded.page("read")
    base = editor.head()
    wish = {"id": "set-a-hidden-1", "type": "set", "base": base, "value": 7_900_000}
    wish |= {"path": "location/house/day_fee", "note": "CANARY-note"}
    assert editor.post("/api/ops", wish).status == 200
    told = reader.get(f"/api/entries?since={base}")
    assert _leaks(told.body) == []
    assert [one["path"] for one in told.json["entries"]] == ["location/house/day_fee"]
    assert _leaks(editor.get(f"/api/entries?since={base}").body)

"""The page of the HTTP API tells every route, and no other."""

from __future__ import annotations

from fastapi.routing import APIRoute, APIWebSocketRoute

from daybreak.web import deadlines, doors, guard, live_routes
from tests.docs.pages import DOCS, rows_of, text_of
from tests.web.sites import Site, routes_of
from tests.web.test_roles import _role_of


def test_every_route_is_on_the_page_with_its_role(served: Site) -> None:
    rows = [one for one in rows_of(text_of(DOCS / "http-api.md")) if len(one) == 3]
    told = {one[0].strip("`"): one[1] for one in rows if one[0] != "route"}
    there = {"GET /static/...": "read"}
    for route in routes_of(served.app):
        if isinstance(route, APIRoute):
            for method in route.methods:
                there[f"{method} {route.path}"] = _role_of(route) or "nobody"
        elif isinstance(route, APIWebSocketRoute):
            there[f"WEBSOCKET {route.path}"] = _role_of(route) or "nobody"
    assert told == there


def test_the_page_of_serving_tells_the_limits() -> None:
    rows = dict(one for one in rows_of(text_of(DOCS / "serving.md")) if len(one) == 2)
    megabyte = 2**20
    assert (
        rows["an edit, a question"] == f"{guard.BODY_MOST[guard.JSON] // megabyte} MB"
    )
    files = guard.BODY_MOST[guard.OCTETS] // megabyte
    assert rows["a file that is imported"] == f"{files} MB"
    text = live_routes.TEXT_MOST // megabyte
    a_second = live_routes.A_SECOND_MOST
    assert rows["a message on the wire"] == f"{text} MB, {a_second} a second"
    head = f"{deadlines.HEAD_SECONDS:.0f} s to come, {guard.HEADER_MOST // 1024} KB"
    waiting = f"{deadlines.WAITING_MOST} of one address in waiting"
    assert rows["the head of a request"] == f"{head}; {waiting}"
    body = f"{guard.BODY_SECONDS:.0f} s, and one more for each"
    assert rows["a body"] == f"{body} {guard.BODY_RATE // 1024} KB"
    assert rows["an answer nobody takes"] == f"{deadlines.TAKE_SECONDS:.0f} s"
    assert rows["a session nobody uses"] == f"{doors.IDLE_SECONDS / 3600:.0f} h"

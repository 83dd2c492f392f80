"""Who may speak to the server: hosts, origins, content types, headers."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.routing import APIRoute

from daybreak.web.guard import Guard
from daybreak.web.headers import HEADERS, policy
from tests.office.live.sessions import BOARD
from tests.web.sites import Page, Site, routes_of
from tests.web.wires import wire_refusal

BAD_HOSTS = (
    "evil.example",
    "127.0.0.1.evil.example:{port}",
    "127.0.0.1:{port}.evil.example",
    "127.0.0.1/?x=:{port}",
    "a@127.0.0.1:{port}",
    "",
    "0.0.0.0:{port}",
    "[::]:{port}",
    "127.0.0.1:1",
    "127.0.0.1",
    "localhost",
    "localhost.:{port}",
    "x" * 8192,
)
OTHER_ORIGINS = (
    "http://evil.example",
    "null",
    "http://127.0.0.1:{other}",
    "https://127.0.0.1:{port}",
    "http://127.0.0.1.evil.example:{port}",
    "file://",
)
FORM_TYPES = (
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
    "text/plain; application/json",
    "",
)
SECURITY = (
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
)


def _head(site: Site, page: Page, *lines: str, target: str = "/api/shoot") -> bytes:
    named = [f"Cookie: {page.usual['Cookie']}", "Connection: close", *lines]
    return (f"GET {target} HTTP/1.1\r\n" + "\r\n".join(named) + "\r\n\r\n").encode()


def _status(said: bytes) -> int:
    return int(said.split(b" ", 2)[1])


@pytest.mark.parametrize("host", BAD_HOSTS)
def test_only_its_own_names_are_answered(served: Site, host: str) -> None:
    """D4: 400 for any other host, by HTTP and on the wire."""
    page, named = served.page(), host.format(port=served.port)
    said = served.raw(_head(served, page, f"Host: {named}"))
    assert _status(said) == 400
    assert wire_refusal(served, page, host=named) in (400, 403)


def test_its_own_names_are_answered(served: Site) -> None:
    """D4: the floor: with the right names everything is there."""
    page = served.page()
    for host in ("127.0.0.1", "localhost", "[::1]", "LOCALHOST"):
        said = served.raw(_head(served, page, f"Host: {host}:{served.port}"))
        assert _status(said) == 200


@pytest.mark.parametrize(
    "target", ["http://evil.example/api/shoot", "//evil.example/api/shoot", "@evil"]
)
def test_the_address_of_a_request_is_never_believed(served: Site, target: str) -> None:
    """D4: a request for another address is answered as nothing of ours."""
    page = served.page()
    said = served.raw(_head(served, page, f"Host: {served.host}", target=target))
    assert _status(said) in (400, 401, 404)


def test_two_hosts_are_none(served: Site) -> None:
    """D4: nobody picks the one that suits."""
    page = served.page()
    lines = (f"Host: {served.host}", "Host: evil.example")
    assert _status(served.raw(_head(served, page, *lines))) == 400


def _unsafe(site: Site) -> list[tuple[str, str]]:
    made = [
        (method, route.path)
        for route in routes_of(site.app)
        if isinstance(route, APIRoute)
        for method in route.methods
        if method not in ("GET", "HEAD")
    ]
    return [(method, path.replace("{", "").replace("}", "")) for method, path in made]


def test_no_page_of_another_site_changes_anything(served: Site) -> None:
    """D5: 403 for other origins, 415 for what a form can send; nothing is entered."""
    page, tried = served.page(), 0
    head = page.head()
    for method, path in _unsafe(served):
        for origin in OTHER_ORIGINS:
            named = origin.format(port=served.port, other=served.port + 1)
            kind = "application/json" if path != "/enter" else FORM_TYPES[0]
            headers = {"Origin": named, "Content-Type": kind}
            assert page.ask(method, path, b"{}", headers).status == 403, (path, origin)
            tried += 1
        for site in ("cross-site", "same-site"):
            headers = {"Sec-Fetch-Site": site, "Content-Type": "application/json"}
            assert page.ask(method, path, b"{}", headers).status == 403, (path, site)
        if path != "/enter":
            for kind in FORM_TYPES:
                headers = {"Origin": served.origin, "Content-Type": kind}
                assert page.ask(method, path, b"{}", headers).status == 415, path
    assert tried >= 60
    assert page.head() == head


def test_no_get_changes_the_journal(served: Site) -> None:
    """D5: whatever is only looked at, the journal stays as it is."""
    page, looked = served.page(), 0
    head = page.head()
    for route in routes_of(served.app):
        if isinstance(route, APIRoute) and "GET" in route.methods:
            page.get(route.path.replace("{name}", BOARD).translate({123: "", 125: ""}))
            looked += 1
    assert looked >= 10
    assert page.head() == head


def test_the_floor_is_that_our_own_page_may(served: Site) -> None:
    """D5: the same edit passes from our own page, so the refusals mean something."""
    page = served.page()
    done = page.edit("lock", strips=["s1"], locked=True)
    assert done.status == 200
    assert done.json["head"] == page.head()


def _answers(site: Site) -> list[Any]:
    page, stranger = site.page(), site.stranger()
    return [
        page.get("/"),
        page.get("/static/app/main.js"),
        page.get("/static/nothing.js"),
        page.get("/api/shoot"),
        page.get(f"/api/boards/{BOARD}"),
        page.get("/api/boards/nothing"),
        page.get("/nothing"),
        page.post("/api/ops", {"no": "op"}),
        page.ask("PUT", "/api/shoot", b"{}", {"Content-Type": "application/json"}),
        page.ask("POST", "/api/ops", b"{}", {"Content-Type": "text/plain"}),
        page.ask("POST", "/api/ops", b"{", {"Content-Type": "application/json"}),
        stranger.get("/api/shoot"),
        stranger.get("/", Accept="text/html"),
        stranger.get("/enter?code=wrong"),
        stranger.get("/favicon.svg"),
    ]


def _refuse_without_headers(answers: list[Any]) -> None:
    for one in answers:
        csp = one.headers["content-security-policy"]
        assert all(part in csp for part in SECURITY)
        assert "unsafe-" not in csp
        for name, value in HEADERS.items():
            assert one.headers[name] == value
        assert one.headers["cache-control"] in ("no-store", "no-cache")
        assert "access-control-allow-origin" not in one.headers
        assert "server" not in one.headers


def test_every_answer_says_what_a_browser_may_do(served: Site) -> None:
    """D7: all headers on all answers, whatever their status."""
    answers = _answers(served)
    assert {one.status for one in answers} >= {200, 401, 403, 404, 405, 415, 422}
    _refuse_without_headers(answers)
    data = [one for one in answers if b'"ok"' in one.body]
    assert all(one.headers["cache-control"] == "no-store" for one in data)
    garbage = served.raw(b"\x00\x01 nonsense\r\n\r\n")
    assert _status(garbage) == 400
    assert policy().encode() in garbage


@pytest.mark.twin
def test_an_answer_without_its_headers_is_noticed(served: Site) -> None:
    """D7's twin: an answer that went past the guard fails the check."""
    answers = _answers(served)
    bare = {key: value for key, value in answers[0].headers.items() if "csp" not in key}
    del bare["content-security-policy"]
    with pytest.raises(KeyError):
        _refuse_without_headers([type(answers[0])(200, bare, b"")])


@pytest.mark.twin
def test_a_guard_that_believes_any_origin_is_noticed(
    served: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D5's twin: with the look at origins gone, the refusals above are gone too."""
    page = served.page()

    def blind(*_: object, **__: object) -> bool:
        return False

    monkeypatch.setattr(Guard, "_is_cross_site", blind)
    headers = {"Origin": "http://evil.example", "Content-Type": "application/json"}
    wish = {"id": "from-evil-1", "base": page.head(), "type": "undo"}
    done = page.ask("POST", "/api/ops", json.dumps(wish).encode(), headers)
    assert done.status not in (403, 415)

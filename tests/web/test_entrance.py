"""The way in: launch code, accounts, links, cookies; and who stays out."""

from __future__ import annotations

import re
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest

from daybreak.model.errors import UsageError
from daybreak.office.access import Access, file_beside
from daybreak.web.doors import ATTEMPTS_MOST, CODE_SECONDS, IDLE_SECONDS, Doors
from daybreak.web.entrance import local_path
from daybreak.web.guard import (
    Address,
    Headers,
    behind_proxy,
    caller,
    loopback,
    set_cookie,
)
from tests.office.live.sessions import document_with_board
from tests.web.sites import Page, Site, site

WORD = "four words of mine"
NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)


class Time:
    """A clock that goes on when it is told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def _followed(made: Site, answer_headers: dict[str, str]) -> Page:
    cookie = answer_headers["set-cookie"].split(";")[0]
    return Page(made, {"Cookie": cookie}, cookie.partition("=")[2])


def test_the_launch_code_opens_one_session_once(served: Site) -> None:
    """D3: 128 bits and more; the second use is 403; what it opened works."""
    code = served.doors.new_code("anna")
    assert len(code) * 6 >= 128
    first = served.stranger().get(f"/enter?code={code}")
    assert first.status == 303
    assert first.headers["location"] == "/"
    page = _followed(served, dict(first.headers))
    assert page.get("/api/shoot").json["person"] == "anna"
    again = served.stranger().get(f"/enter?code={code}")
    assert again.status == 403
    assert b"used or is too old" in again.body
    assert "set-cookie" not in again.headers


def test_the_launch_code_is_too_old_after_a_minute() -> None:
    """D3: sixty seconds, not one more."""
    time = Time()
    doors = Doors(clock=time)
    early, late = doors.new_code("anna"), doors.new_code("anna")
    time.now = CODE_SECONDS
    assert doors.enter(early)
    time.now = CODE_SECONDS + 0.1
    assert doors.enter(late) is None


def test_a_session_that_nobody_uses_ends() -> None:
    """D2: a session of yesterday opens nothing."""
    time = Time()
    doors = Doors(clock=time)
    secret = doors.open("anna", "edit")
    time.now = IDLE_SECONDS
    assert doors.person(secret) == ("anna", "edit")
    time.now = 2 * IDLE_SECONDS + 1
    assert doors.person(secret) is None
    assert doors.person(secret) is None


def test_somebody_sent_by_another_site_comes_in_all_the_same(served: Site) -> None:
    """D3: a strict cookie is kept back on a redirect from elsewhere: a page goes on."""
    code = served.doors.new_code("anna")
    headers = {"Sec-Fetch-Site": "cross-site"}
    done = served.stranger().ask("GET", f"/enter?code={code}", headers=headers)
    assert done.status == 200
    assert b'content="0;url=/"' in done.body
    assert _followed(served, dict(done.headers)).get("/api/shoot").status == 200


def test_secrets_appear_nowhere_but_in_the_cookie(served: Site) -> None:
    """D3: no page, script or answer holds the session or the code."""
    code = served.doors.new_code("anna")
    done = served.stranger().get(f"/enter?code={code}")
    page = _followed(served, dict(done.headers))
    looked = 0
    for path in ("/", "/api/shoot", "/api/boards/first", "/api/entries", "/nothing"):
        told = page.get(path)
        looked += len(told.body)
        for secret in (code, page.secret):
            assert secret.encode() not in told.body
            assert all(secret not in value for value in told.headers.values())
    assert looked > 4000


def test_a_cookie_is_for_this_server_alone() -> None:
    """D21: HttpOnly and SameSite=Strict; bound to its host under TLS."""
    plain = set_cookie(loopback(1), "x")
    assert plain == "daybreak=x; Path=/; HttpOnly; SameSite=Strict"
    secure = set_cookie(behind_proxy("board.example.org"), "x")
    assert secure == "__Host-daybreak=x; Path=/; HttpOnly; SameSite=Strict; Secure"


# --- accounts -----------------------------------------------------------------------


@pytest.fixture
def with_people(tmp_path: Path) -> Path:
    """Make a document to which Ben has an account."""
    path = document_with_board(tmp_path)
    access = Access(path)
    access.add("Ben", "read", WORD)
    return path


def test_a_name_and_its_password_come_in(with_people: Path, tmp_path: Path) -> None:
    """D12: right ones come in with the account's role, wrong ones do not."""
    with site(tmp_path, path=with_people) as made:
        stranger = made.stranger()
        assert b"<form" in stranger.get("/enter").body
        for name, word in (("Ben", "wrong word"), ("Eve", WORD), ("", "")):
            done = stranger.form("/enter", f"name={name}&password={quote(word)}")
            assert done.status == 403
            assert "set-cookie" not in done.headers
        done = stranger.form("/enter", f"name=Ben&password={quote(WORD)}&next=/")
        assert done.status == 303
        told = _followed(made, dict(done.headers)).get("/api/shoot").json
        assert (told["person"], told["role"]) == ("Ben", "read")


def test_a_name_is_shown_as_it_was_typed(with_people: Path, tmp_path: Path) -> None:
    """D8: what was typed comes back as text, never as part of the page."""
    with site(tmp_path, path=with_people) as made:
        evil = quote('"><script>__x=1</script>')
        done = made.stranger().form("/enter", f"name={evil}&password=x&next={evil}")
        assert b"<script" not in done.body
        assert b"&quot;&gt;&lt;script&gt;" in done.body


def test_the_eleventh_try_in_a_minute_is_refused(
    with_people: Path, tmp_path: Path
) -> None:
    """D12: ten tries a minute for an address, then 429, also with the right word."""
    with site(tmp_path, path=with_people) as made:
        stranger, seen = made.stranger(), []
        right = f"name=Ben&password={quote(WORD)}"
        for number in range(ATTEMPTS_MOST + 2):
            text = right if number >= ATTEMPTS_MOST else "link=wrong"
            seen.append(stranger.form("/enter", text).status)
        assert seen == [403] * ATTEMPTS_MOST + [429] * 2


def test_tries_are_counted_by_address_and_forgotten() -> None:
    """D12: another address is free; after a minute so is the first."""
    time = Time()
    doors = Doors(clock=time)
    assert all(doors.may_try("10.0.0.1") for _ in range(ATTEMPTS_MOST))
    assert not doors.may_try("10.0.0.1")
    assert doors.may_try("10.0.0.2")
    time.now = 61
    assert doors.may_try("10.0.0.1")


def test_whoever_is_removed_is_out_at_once(with_people: Path) -> None:
    """D17: role and account are asked anew, as they stand in the file."""
    other = Access(with_people)
    doors = Doors(access=Access(with_people), now=lambda: NOW)
    secret = doors.login("Ben", WORD)
    assert secret is not None
    assert doors.person(secret) == ("Ben", "read")
    other.change("Ben", "comment")
    assert doors.access is not None
    doors.access._looked = 0
    assert doors.person(secret) == ("Ben", "comment")
    other.remove("Ben")
    doors.access._looked = 0
    assert doors.person(secret) is None


def test_links_are_long_scoped_ending_and_revocable(tmp_path: Path) -> None:
    """D17: 128 bits and more, one role, so many days, and they can be taken back."""
    access = Access(document_with_board(tmp_path))
    secret = access.new_link("Ben", "comment", days=7, at=NOW)
    other = access.new_link("Cy", "read", days=7, at=NOW)
    assert len(secret) * 6 >= 128
    found = access.by_link(secret, at=NOW + timedelta(days=6))
    assert found is not None
    assert (found.name, found.role) == ("Ben", "comment")
    assert access.by_link(secret, at=NOW + timedelta(days=7)) is None
    assert access.standing(found.by, at=NOW + timedelta(days=7)) is None
    access.revoke(found.by.partition("/")[2])
    assert access.by_link(secret, at=NOW) is None
    assert access.standing(found.by, at=NOW) is None
    assert access.by_link(other, at=NOW) is not None
    assert access.by_link("", at=NOW) is None


def test_a_link_is_shown_first_and_followed_by_a_form(tmp_path: Path) -> None:
    """D17: looking at a link opens nothing yet, so a mail program may look at it."""
    path = document_with_board(tmp_path)
    now = datetime.now(UTC)
    secret = Access(path).new_link("Ben", "read", days=1, at=now)
    with site(tmp_path, path=path) as made:
        stranger = made.stranger()
        seen = stranger.get(f"/enter?link={secret}")
        assert seen.status == 200
        assert "set-cookie" not in seen.headers
        assert b"Open the shoot as Ben" in seen.body
        done = stranger.form("/enter", f"link={secret}")
        page = _followed(made, dict(done.headers))
        assert page.get("/api/shoot").json["role"] == "read"
        assert page.edit("undo", base=1).status == 403
        assert stranger.get("/enter?link=other").status == 403


def test_who_leaves_is_out(served: Site) -> None:
    """D2: a session that was ended opens nothing."""
    page = served.page()
    assert page.get("/api/shoot").status == 200
    assert page.post("/api/leave", {}).status == 204
    assert page.get("/api/shoot").status == 401


# --- the file of accounts -------------------------------------------------------------


def test_the_file_of_accounts_holds_no_secret_and_is_its_owners(
    with_people: Path,
) -> None:
    """D21: 0600; neither password nor link can be read from it."""
    access = Access(with_people)
    secret = access.new_link("Cy", "read", days=3, at=NOW)
    path = file_beside(with_people)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text()
    assert "Ben" in text
    assert WORD not in text
    assert secret not in text
    assert b"Ben" not in with_people.read_bytes()
    path.chmod(0o640)
    with pytest.raises(UsageError, match="others may read it - run: chmod 600"):
        Access(with_people)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"format": "other", "accounts": [], "links": []}',
        '{"format": "daybreak/access", "accounts": [{"name": "x"}], "links": []}',
        '{"format": "daybreak/access", "accounts": [{"name": "x", "role": "king", '
        '"salt": "", "hash": ""}], "links": []}',
    ],
)
def test_a_damaged_file_of_accounts_lets_nobody_in(tmp_path: Path, text: str) -> None:
    path = document_with_board(tmp_path)
    file_beside(path).write_text(text)
    file_beside(path).chmod(0o600)
    with pytest.raises(UsageError, match="is damaged - move it away"):
        Access(path)


@pytest.mark.parametrize("name", ["", " Ben", "B\nn", "x" * 61])
def test_names_that_cannot_be(tmp_path: Path, name: str) -> None:
    access = Access(document_with_board(tmp_path))
    with pytest.raises(UsageError, match="is no name"):
        access.add(name, "read", WORD)
    assert access.is_empty()


def test_a_short_password_is_refused(tmp_path: Path) -> None:
    access = Access(document_with_board(tmp_path))
    with pytest.raises(UsageError, match="has 5 letters"):
        access.add("Ben", "read", "short")


# --- where it goes on, and whom a proxy names -----------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "https://evil.example/",
        "%2f%2fevil.example",
        "/%2fevil.example",
        "/%252fevil.example",
        "/%09/evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "/javascript:x",
        "@evil.example",
        "/@evil.example",
        "\\\\evil.example",
        "/\r\nSet-Cookie: x=1",
        "/%0d%0aSet-Cookie: x=1",
        "///evil.example",
        " //evil.example",
        "data:text/html,x",
        "evil.example",
        "",
        "/%5cevil.example",
    ],
)
def test_only_a_path_of_ours_is_gone_on_to(text: str) -> None:
    """D13: whatever else is asked for, it goes on to the board."""
    assert local_path(text) == "/"


@pytest.mark.parametrize("text", ["/", "/static/app/main.js", "/?view=days"])
def test_paths_of_ours_are_gone_on_to(text: str) -> None:
    """D13: the floor: what is ours passes."""
    assert local_path(text) == text


def test_who_asks_is_what_the_socket_says() -> None:
    """D23: X-Forwarded-For says something only where a proxy is trusted."""
    scope = {"client": ("10.0.0.9", 5)}
    headers = Headers([(b"X-Forwarded-For", b"1.2.3.4, 5.6.7.8")])
    assert caller(scope, headers, is_proxied=False) == "10.0.0.9"
    assert caller(scope, headers, is_proxied=True) == "5.6.7.8"
    assert caller(scope, Headers([]), is_proxied=True) == "10.0.0.9"


def test_forwarded_headers_change_nothing(served: Site) -> None:
    """D23: no header makes us believe in another host or scheme."""
    page = served.page()
    forwarded = {
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "https",
        "Forwarded": "host=evil.example;proto=https",
        "X-Original-URL": "/enter",
    }
    told = page.ask("GET", "/api/shoot", headers=forwarded)
    assert told.status == 200
    code = served.doors.new_code("anna")
    done = served.stranger().ask("GET", f"/enter?code={code}", headers=forwarded)
    assert "Secure" not in done.headers["set-cookie"]
    assert done.headers["location"] == "/"


def test_behind_a_proxy_only_its_name_is_answered(tmp_path: Path) -> None:
    """D23: the name of the proxy, https as origin, a cookie bound to it."""
    address: Address = behind_proxy("board.example.org")
    with site(tmp_path, address=address) as made:
        page = made.page()
        assert page.get("/api/shoot").status == 400
        named = {"Host": "board.example.org"}
        assert page.ask("GET", "/api/shoot", headers=named).status == 200
        headers = named | {"Content-Type": "application/json"}
        for origin, status in (("https", 422), ("http", 403)):
            headers["Origin"] = f"{origin}://board.example.org"
            assert page.ask("POST", "/api/ops", b"{}", headers).status == status


def test_a_secret_of_a_link_is_in_no_page_but_its_own(tmp_path: Path) -> None:
    """D3: the page that goes on from a link keeps it in the form that sends it."""
    path = document_with_board(tmp_path)
    secret = Access(path).new_link("Ben", "read", days=1, at=datetime.now(UTC))
    with site(tmp_path, path=path) as made:
        seen = made.stranger().get(f"/enter?link={secret}")
        assert len(re.findall(secret.encode(), seen.body)) == 1
        assert seen.headers["referrer-policy"] == "no-referrer"

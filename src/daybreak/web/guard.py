"""What every request passes first: who may speak to this server, and how.

A page on the web must not be able to use a server that runs on the same machine: so
hosts, origins and content types are looked at before anything is read, for WebSockets
too, and every answer says what a browser may do with it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any

from daybreak.web.doors import Doors
from daybreak.web.headers import with_ours
from daybreak.web.plain_pages import ENTER, error_page

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

SAFE = ("GET", "HEAD")
JSON, OCTETS, FORM = (
    "application/json",
    "application/octet-stream",
    "application/x-www-form-urlencoded",
)
UPLOADS = (JSON, OCTETS)
"""Content types that no form of another site can send without being asked."""
COOKIE = "daybreak"
BODY_MOST = {JSON: 4 * 2**20, OCTETS: 25 * 2**20, FORM: 4096}
HEADER_MOST = 32 * 1024
BODY_SECONDS, BODY_RATE = 10.0, 16 * 1024
"""A body may take so many seconds, and one more for so many bytes of it."""
OTHER_SITE = "A page of another site may not do that."


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the server is reached: ``127.0.0.1:8765`` and its other names.

    Parameters
    ----------
    hosts
        Every value of ``Host`` that is answered.
    is_secure
        Whether it is reached by https, behind a proxy.
    """

    hosts: frozenset[str]
    is_secure: bool = False

    @property
    def origins(self) -> frozenset[str]:
        """The origins whose pages may speak to it."""
        scheme = "https" if self.is_secure else "http"
        return frozenset(f"{scheme}://{host}" for host in self.hosts)

    @property
    def cookie(self) -> str:
        """The name of its cookie; the prefix binds it to this host under TLS."""
        return f"__Host-{COOKIE}" if self.is_secure else COOKIE


def loopback(port: int) -> Address:
    """Give the address of a server for this machine alone."""
    names = ("127.0.0.1", "localhost", "[::1]")
    return Address(hosts=frozenset(f"{name}:{port}" for name in names))


def behind_proxy(name: str) -> Address:
    """Give the address of a server that a proxy serves by https under a name."""
    return Address(hosts=frozenset({name, f"{name}:443"}), is_secure=True)


class Guard:
    """Refuses what may not pass, and puts the headers on every answer.

    Parameters
    ----------
    app
        What answers the rest; it finds ``person`` and ``role`` in the scope's state.
    open_paths
        Paths that need no session.
    """

    def __init__(
        self, app: App, *, doors: Doors, address: Address, open_paths: Iterable[str]
    ) -> None:
        self._app = app
        self._doors = doors
        self._address = address
        self._open = frozenset(open_paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        refused = self._refused(scope)
        if refused is None and scope["type"] == "websocket":
            await self._app(scope, receive, send)
        elif refused is None:
            meter = _Meter(receive, send, most=_most(scope))
            try:
                await self._app(scope, meter.receive, meter.send)
            except Exception:
                if not meter.has_answered:  # else it is in the log with its number
                    raise
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await _answer(scope, send, *refused)

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        """Give status and sentence where a request may not pass."""
        headers = Headers(scope["headers"])
        if headers.total > HEADER_MOST:
            return 431, "The headers of this request are too long."
        hosts = headers.all("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._address.hosts:
            return 400, "This server does not answer to that host."
        is_socket = scope["type"] == "websocket"
        if is_socket or scope["method"] not in SAFE:
            is_form = not is_socket and scope["path"] == ENTER
            if self._is_cross_site(headers, strict=is_socket or is_form):
                return 403, OTHER_SITE
            problem = None if is_socket else _wrong_body(headers, is_form=is_form)
            if problem:
                return problem
        return self._unknown(scope, headers)

    def _is_cross_site(self, headers: Headers, *, strict: bool) -> bool:
        """Tell whether a page of another site asks; ``strict``: no program may ask.

        A form of ours is sent with the origin ``null``, as our pages name no referrer;
        the browser's own word that it is ours stands for it then.
        """
        origins = headers.all("origin")
        site = headers.one("sec-fetch-site")
        if site is not None and site not in ("same-origin", "none"):
            return True
        if origins in ([], ["null"]) and strict:
            return site != "same-origin"
        return len(origins) > 1 or any(
            one not in self._address.origins for one in origins
        )

    def _unknown(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        secret = cookie_in(headers.one("cookie") or "", self._address.cookie)
        found = self._doors.person(secret) if secret else None
        state = scope.setdefault("state", {})
        state["address"] = caller(scope, headers, is_proxied=self._address.is_secure)
        if secret is not None and found is not None:
            state["person"], state["role"] = found
            state["secret"] = secret
            state["is_in"] = lambda: self._doors.person(secret) == found
            return None
        if scope["type"] == "http" and scope["path"] in self._open:
            return None
        if self._doors.has_accounts:
            return 401, f"Log in first, at {ENTER}."
        return 401, "Open the page anew with the address that daybreak serve prints."


def _wrong_body(headers: Headers, *, is_form: bool) -> tuple[int, str] | None:
    """Give status and sentence where a body may not be sent so."""
    kind = _kind(headers)
    if kind not in ((FORM,) if is_form else UPLOADS):
        return 415, "Send application/json, or a file as octets."
    if headers.one("content-encoding"):
        return 415, "Send it as it is, not packed."
    if (length := headers.one("content-length")) and not _fits(length, BODY_MOST[kind]):
        return 413, f"More than {BODY_MOST[kind] // 2**10:,} KB is not taken."
    return None


def _kind(headers: Headers) -> str:
    return (headers.one("content-type") or "").split(";")[0].strip().lower()


def _most(scope: Scope) -> int:
    return BODY_MOST.get(_kind(Headers(scope["headers"])), 0)


def _fits(length: str, most: int) -> bool:
    return length.isdigit() and len(length) < 12 and int(length) <= most


def caller(scope: Scope, headers: Headers, *, is_proxied: bool) -> str:
    """Give the network address of who asks.

    Behind a trusted proxy it is the last one that ``X-Forwarded-For`` names, the one
    that the proxy itself saw; else that header says nothing.
    """
    seen = (headers.all("x-forwarded-for") or [""])[-1].split(",")[-1].strip()
    if is_proxied and seen:
        return seen[:64]
    client = scope.get("client")
    return str(client[0]) if client else ""


def cookie_in(text: str, name: str) -> str | None:
    """Give the value of a cookie in a header; None where there is none."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(text)
    except CookieError:
        return None
    found = jar.get(name)
    return found.value if found else None


def set_cookie(address: Address, secret: str) -> str:
    """Give the header that keeps a session in a browser."""
    tail = "; Secure" if address.is_secure else ""
    return f"{address.cookie}={secret}; Path=/; HttpOnly; SameSite=Strict{tail}"


class Headers:
    """The headers of a request, by name in lower case."""

    def __init__(self, raw: Iterable[tuple[bytes, bytes]]) -> None:
        self._raw = [
            (name.decode("latin-1").lower(), value.decode("latin-1"))
            for name, value in raw
        ]

    @property
    def total(self) -> int:
        """How many bytes they have."""
        return sum(len(name) + len(value) for name, value in self._raw)

    def all(self, name: str) -> list[str]:
        """Give every value of a header."""
        return [value for key, value in self._raw if key == name]

    def one(self, name: str) -> str | None:
        """Give the first value of a header."""
        return next(iter(self.all(name)), None)


class TooLong(Exception):
    """A body went on past what is taken."""


class TooSlow(Exception):
    """A body came more slowly than anybody waits for."""


class _Meter:
    """Counts what a body brings and how fast, and puts the headers on the answer."""

    def __init__(self, receive: Receive, send: Send, *, most: int) -> None:
        self._receive = receive
        self._send = send
        self._most = most
        self._bytes = 0
        self._is_whole = False
        self._began: float | None = None
        self.has_answered = False

    async def receive(self) -> Message:
        if self._is_whole:  # what comes now is only that the client went away
            return await self._receive()
        clock = asyncio.get_running_loop().time
        self._began = self._began or clock()
        left = self._began + BODY_SECONDS + self._bytes / BODY_RATE - clock()
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, left))
        except TimeoutError:
            raise TooSlow from None
        if message["type"] == "http.request":
            self._bytes += len(message.get("body", b""))
            self._is_whole = not message.get("more_body", False)
            if self._bytes > self._most:
                raise TooLong
        else:
            self._is_whole = True
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_answered = True
            ours = with_ours(message["headers"])
            if not self._is_whole and self._began is not None:
                ours.append((b"connection", b"close"))  # a rest of the body may come
            message = {**message, "headers": ours}
        await self._send(message)


async def _answer(scope: Scope, send: Send, status: int, said: str) -> None:
    """Refuse in the shape that is asked for: a page to a person, JSON to a page."""
    wants_page = "text/html" in (Headers(scope["headers"]).one("accept") or "")
    if wants_page:
        body, kind = error_page(status, said), b"text/html; charset=utf-8"
    else:
        told = {"ok": False, "errors": [said], "status": status}
        body, kind = json.dumps(told).encode(), b"application/json"
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    start = {
        "type": "http.response.start",
        "status": status,
        "headers": with_ours(headers),
    }
    await send(start)
    await send({"type": "http.response.body", "body": body})

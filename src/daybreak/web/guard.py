"""What every request passes first: who may speak to this server, and how.

A page on the web must not be able to use a server that runs on the same machine: so
hosts, origins and content types are looked at before anything is read, for WebSockets
too, and every answer says what a browser may do with it.
"""

from __future__ import annotations

import json
import re
import secrets
import time
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from importlib.resources import files
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

INLINE = re.compile(rb"<script type=\"importmap\">(.*?)</script>", re.DOTALL)


def policy() -> str:
    """Give the content security policy.

    The import map of the page is the only script that stands in it; it is let through
    by its hash.
    """
    page = (files("daybreak.web") / "pages" / "index.html").read_bytes()
    found = INLINE.search(page)
    digest = b64encode(sha256(found[1]).digest()).decode() if found else ""
    allowed = f" 'sha256-{digest}'" if digest else ""
    return (
        f"default-src 'self'; script-src 'self'{allowed}; object-src 'none'; "
        "base-uri 'none'; frame-ancestors 'none'; form-action 'self'; "
        "img-src 'self' data:"
    )


HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = ("GET", "HEAD")
UPLOADS = ("application/json", "application/octet-stream")
"""Content types that no form of another site can send without being asked."""
COOKIE = "daybreak"
CODE_SECONDS = 60.0
CODE_BYTES = 32
BODY_MOST = 25 * 2**20
HEADER_MOST = 8 * 1024


@dataclass(slots=True)
class Doors:
    """The launch code and the sessions that it opened.

    Parameters
    ----------
    clock
        Seconds that only go forward.
    """

    clock: Callable[[], float] = time.monotonic
    _codes: dict[str, tuple[float, str, str]] = field(default_factory=dict)
    _sessions: dict[str, tuple[str, str]] = field(default_factory=dict)

    def new_code(self, person: str, role: str = "edit") -> str:
        """Give a code that opens one session, once, within a minute."""
        code = secrets.token_urlsafe(CODE_BYTES)
        self._codes[code] = (self.clock() + CODE_SECONDS, person, role)
        return code

    def enter(self, code: str) -> str | None:
        """Give the secret of a new session for a code; None where it opens nothing."""
        found = self._codes.pop(code, None)
        if found is None or found[0] < self.clock():
            return None
        return self.open(found[1], found[2])

    def open(self, person: str, role: str) -> str:
        """Give the secret of a new session."""
        secret = secrets.token_urlsafe(CODE_BYTES)
        self._sessions[secret] = (person, role)
        return secret

    def person(self, secret: str) -> tuple[str, str] | None:
        """Give who a session belongs to, and their role."""
        return self._sessions.get(secret)

    def close(self, secret: str) -> None:
        """End a session."""
        self._sessions.pop(secret, None)


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
        if refused is None:
            meter = _Meter(receive, send, secure=self._address.is_secure)
            await self._app(scope, meter.receive, meter.send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await _answer(send, *refused)

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        """Give status and sentence where a request may not pass."""
        headers = _Headers(scope["headers"])
        if headers.total > HEADER_MOST * 4:
            return 431, "The headers of this request are too long."
        hosts = headers.all("host")
        if len(hosts) != 1 or hosts[0] not in self._address.hosts:
            return 400, "This server does not answer to that host."
        is_socket = scope["type"] == "websocket"
        method = "GET" if is_socket else scope["method"]
        if is_socket or method not in SAFE:
            problem = self._cross_site(headers, is_socket=is_socket)
            if problem:
                return 403, problem
        if not is_socket and method not in SAFE:
            kind = (headers.one("content-type") or "").split(";")[0].strip().lower()
            if kind not in UPLOADS:
                return 415, "Send application/json, or a file as octets."
            if headers.one("content-encoding"):
                return 415, "Send it as it is, not packed."
            if (length := headers.one("content-length")) and not _fits(length):
                return 413, f"More than {BODY_MOST // 2**20} MB is not taken."
        return self._unknown(scope, headers)

    def _cross_site(self, headers: _Headers, *, is_socket: bool) -> str | None:
        origins = headers.all("origin")
        site = headers.one("sec-fetch-site")
        if len(origins) > 1 or (origins and origins[0] not in self._address.origins):
            return "A page of another site may not do that."
        if is_socket and not origins:
            return "A page of another site may not do that."
        if site is not None and site not in ("same-origin", "none"):
            return "A page of another site may not do that."
        return None

    def _unknown(self, scope: Scope, headers: _Headers) -> tuple[int, str] | None:
        secret = cookie_in(headers.one("cookie") or "", self._address.cookie)
        found = self._doors.person(secret) if secret else None
        state = scope.setdefault("state", {})
        if found is not None:
            state["person"], state["role"] = found
            state["secret"] = secret
            return None
        path = scope["path"]
        if scope["type"] == "http" and path in self._open:
            return None
        return 401, "Open the page anew with the address that daybreak serve prints."


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


class _Headers:
    """The headers of a request, by name in lower case."""

    def __init__(self, raw: Iterable[tuple[bytes, bytes]]) -> None:
        self._raw = [
            (name.decode("latin-1").lower(), value.decode("latin-1"))
            for name, value in raw
        ]

    @property
    def total(self) -> int:
        return sum(len(name) + len(value) for name, value in self._raw)

    def all(self, name: str) -> list[str]:
        return [value for key, value in self._raw if key == name]

    def one(self, name: str) -> str | None:
        return next(iter(self.all(name)), None)


class TooLong(Exception):
    """A body went on past what is taken."""


class _Meter:
    """Counts what a body brings, and puts the headers on the answer."""

    def __init__(self, receive: Receive, send: Send, *, secure: bool) -> None:
        self._receive = receive
        self._send = send
        self._secure = secure
        self._bytes = 0

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._bytes += len(message.get("body", b""))
            if self._bytes > BODY_MOST:
                raise TooLong
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": _with_ours(message["headers"])}
        await self._send(message)


def _with_ours(raw: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    ours = {**HEADERS, "content-security-policy": _policy()}
    kept = [(name, value) for name, value in raw if name.decode() not in ours]
    names = {name for name, _ in kept}
    if b"cache-control" not in names:
        ours["cache-control"] = "no-store"
    return [*kept, *((name.encode(), value.encode()) for name, value in ours.items())]


async def _answer(send: Send, status: int, said: str) -> None:
    body = json.dumps({"ok": False, "errors": [said], "status": status}).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    start = {
        "type": "http.response.start",
        "status": status,
        "headers": _with_ours(headers),
    }
    await send(start)
    await send({"type": "http.response.body", "body": body})


@cache
def _policy() -> str:
    return policy()


def _fits(length: str) -> bool:
    return length.isdigit() and len(length) < 12 and int(length) <= BODY_MOST


def headers_of(answer: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """Give headers as a server sends them."""
    return [(name.encode(), value.encode()) for name, value in answer.items()]

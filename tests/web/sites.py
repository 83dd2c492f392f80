"""A real server in a thread, and people who ask it."""

from __future__ import annotations

import http.client
import json
import os
import socket
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.routing import BaseRoute

from daybreak.office.access import Access, Role
from daybreak.office.live.session import LiveShoot
from daybreak.web.app import create_app
from daybreak.web.doors import Doors
from daybreak.web.guard import Address, Guard, loopback
from daybreak.web.serving import server_of
from tests.office.live.sessions import BOARD, Clock, document_with_board
from tests.store.making import opened

NUMBERS = count(1)
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Json:
        """The JSON of the answer."""
        found: Json = json.loads(self.body)
        return found


@dataclass(slots=True)
class Site:
    """A server that runs, and its insides."""

    app: FastAPI
    shoot: LiveShoot
    doors: Doors
    address: Address
    port: int
    path: Path

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    def page(self, role: Role = "edit", person: str = "anna") -> Page:
        """Let somebody in."""
        secret = self.doors.open(person, role)
        return Page(self, {"Cookie": f"{self.address.cookie}={secret}"}, secret)

    def stranger(self) -> Page:
        """Give somebody who is not in."""
        return Page(self, {}, "")

    def raw(self, request: bytes, *, seconds: float = 10) -> bytes:
        """Send bytes, and give all that comes back."""
        with socket.create_connection(("127.0.0.1", self.port), seconds) as line:
            line.sendall(request)
            said = b""
            while chunk := line.recv(65536):
                said += chunk
        return said


@dataclass(slots=True)
class Page:
    """Somebody's browser, so to speak: its cookie, and one kept connection."""

    site: Site
    usual: dict[str, str]
    secret: str
    _line: http.client.HTTPConnection | None = field(default=None)

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask for something."""
        if self._line is None:
            self._line = http.client.HTTPConnection("127.0.0.1", self.site.port, 30)
        try:
            self._line.request(method, path, body, {**self.usual, **(headers or {})})
            found = self._line.getresponse()
            said = found.read()
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        if found.will_close:
            self.close()
        told = {name.lower(): value for name, value in found.getheaders()}
        return Answer(found.status, told, said)

    def close(self) -> None:
        """Hang up."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def get(self, path: str, **headers: str) -> Answer:
        """Get something."""
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, data: Any, method: str = "POST") -> Answer:
        """Send JSON as our page does."""
        headers = {"Content-Type": "application/json", "Origin": self.site.origin}
        return self.ask(method, path, json.dumps(data).encode(), headers)

    def form(self, path: str, text: str) -> Answer:
        """Send a form as our page does."""
        kind = "application/x-www-form-urlencoded"
        headers = {"Content-Type": kind, "Origin": self.site.origin}
        return self.ask("POST", path, text.encode(), headers)

    def edit(self, kind: str, *, base: int | None = None, **more: Any) -> Answer:
        """Send an edit of the board."""
        wish = {"id": f"web-test-{next(NUMBERS)}", "type": kind, "board": BOARD}
        wish |= {"base": self.head() if base is None else base, **more}
        return self.post("/api/ops", wish)

    def head(self) -> int:
        """Ask for the last entry's number."""
        return int(self.get("/api/entries?since=999999").json["head"])


@contextmanager
def site(
    folder: Path,
    *,
    path: Path | None = None,
    more: Sequence[APIRouter] = (),
    address: Address | None = None,
    doors: Doors | None = None,
) -> Iterator[Site]:
    """Serve a document on a free port for a while."""
    document = path or document_with_board(folder)
    shoot = LiveShoot(opened(document), clock=Clock())
    listening = socket.create_server(("127.0.0.1", 0))
    port = int(listening.getsockname()[1])
    known = address or loopback(port)
    entries = doors or Doors(access=Access(document))
    guard = create_app(shoot, doors=entries, address=known, more=more)
    assert isinstance(guard, Guard)
    app = guard._app
    assert isinstance(app, FastAPI)
    server = server_of(guard)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.005)
        yield Site(app, shoot, entries, known, port, document)
    finally:
        server.should_exit = True
        thread.join(15)
        shoot.close()
        listening.close()


def routes_of(holder: Any) -> Iterator[BaseRoute]:
    """Give every route of an app, also those of the routers that it took in."""
    for one in holder.routes:
        inner = getattr(one, "original_router", None)
        if inner is None:
            yield one
        else:
            yield from routes_of(inner)


def size_of(name: str, usual: int) -> int:
    """Give how much work a check does; nightly runs name more."""
    return int(os.environ.get(name, usual))

"""The wire, as a program speaks on it."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.web.sites import Page, Site


@contextmanager
def wire(site: Site, page: Page, **more: Any) -> Iterator[ClientConnection]:
    """Open the wire as our page does."""
    more.setdefault("origin", site.origin)
    with connect(
        f"ws://{site.host}/api/live",
        additional_headers=page.usual,
        max_size=2**24,
        **more,
    ) as made:
        yield made


def wire_refusal(
    site: Site, page: Page, *, host: str | None = None, origin: str | None = ""
) -> int:
    """Give the status with which the wire refuses; 101 where it does not.

    ``host`` and ``origin`` are what the browser would name; None for no origin at all.
    """
    key = "dGhlIHNhbXBsZSBub25jZQ=="
    lines = [
        "GET /api/live HTTP/1.1",
        f"Host: {site.host if host is None else host}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        f"Cookie: {page.usual.get('Cookie', '')}",
    ]
    if origin is not None:
        lines.append(f"Origin: {origin or site.origin}")
    with socket.create_connection(("127.0.0.1", site.port), 10) as line:
        line.sendall("\r\n".join([*lines, "", ""]).encode())
        said = line.recv(4096)
    return int(said.split(b" ", 2)[1]) if said else 400


def heard(line: ClientConnection, kind: str, *, seconds: float = 10) -> dict[str, Any]:
    """Wait for a message of a kind."""
    while True:
        message: dict[str, Any] = json.loads(line.recv(timeout=seconds))
        if message["type"] == kind:
            return message


def code_of_end(line: ClientConnection, *, messages: int = 10_000) -> int:
    """Hear messages until the server ends the wire; give the code with which it does.

    0 where it did not end in as many messages as it may send before.
    """
    try:
        for _ in range(messages):
            line.recv(timeout=10)
    except ConnectionClosed as told:
        return told.rcvd.code if told.rcvd is not None else 0
    return 0

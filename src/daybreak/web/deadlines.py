"""Connections that nobody waits for for ever: deadlines and a share for each address.

uvicorn waits without end for a head that comes byte by byte and for a client that
takes nothing. Here a head has its seconds, an answer has its seconds to be taken, and
one network address has so many heads in waiting: a new one sends the oldest away.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from daybreak.web.headers import HEADERS, policy

HEAD_SECONDS = 10.0
TAKE_SECONDS = 10.0
LINE_MOST = 8000
"""Bytes of one header that the reader of the wire takes."""
WAITING_MOST = 64
"""Connections of one address whose head is not there yet."""


class Patience:
    """Which connections still owe a head, by address, the oldest first."""

    def __init__(self) -> None:
        self._owing: dict[str, dict[Connection, None]] = defaultdict(dict)

    def owes(self, one: Connection, address: str) -> Connection | None:
        """Note a connection; give the one that has to go for it."""
        mine = self._owing[address]
        mine[one] = None
        return next(iter(mine)) if len(mine) > WAITING_MOST else None

    def is_done(self, one: Connection, address: str) -> None:
        """Strike a connection off."""
        mine = self._owing.get(address)
        if mine is not None:
            mine.pop(one, None)
            if not mine:
                del self._owing[address]


PATIENCE = Patience()


class Connection(H11Protocol):
    """A connection of HTTP with deadlines, and our headers on its own refusals."""

    _timer: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None
    _is_owing = False

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for the first head."""
        super().connection_made(transport)
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._stop_waiting()
        if self._taking is not None:
            self._taking.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take bytes; a head that began on a kept connection has its seconds too."""
        if self.cycle is not None and self.cycle.response_complete:
            self._wait_for_head()
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Hand the connection on to the wire, which has limits of its own."""
        self._stop_waiting()
        if any(len(name) + len(value) > LINE_MOST for name, value in self.headers):
            self.send_400_response("A header is too long.")  # it would never answer
            return
        super().handle_websocket_upgrade(event)

    def pause_writing(self) -> None:
        """Give a client that takes nothing its seconds."""
        super().pause_writing()
        if self._taking is None:
            self._taking = self.loop.call_later(TAKE_SECONDS, self.cut)

    def resume_writing(self) -> None:
        """Forget about it: the client takes what it is sent."""
        super().resume_writing()
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection that nobody uses, also where the client takes nothing."""
        super().timeout_keep_alive_handler()
        if self._taking is None:
            self._taking = self.loop.call_later(TAKE_SECONDS, self.cut)

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, with the headers of every answer."""
        ours = {**HEADERS, "content-security-policy": policy()}
        headers = [(name.encode(), value.encode()) for name, value in ours.items()]
        headers += [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"cache-control", b"no-store"),
            (b"connection", b"close"),
        ]
        try:
            for event in (
                h11.Response(status_code=400, headers=headers, reason=b"Bad Request"),
                h11.Data(data=msg.encode("ascii")),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event))
        except h11.LocalProtocolError:
            pass  # an answer had begun; there is nothing left to say
        self.transport.close()

    # --- waiting ------------------------------------------------------------------

    def _wait_for_head(self) -> None:
        if self._is_owing:
            return
        self._is_owing = True
        self._timer = self.loop.call_later(HEAD_SECONDS, self.cut)
        oldest = PATIENCE.owes(self, self._address())
        if oldest is not None:
            oldest.cut()

    def _stop_waiting(self) -> None:
        if not self._is_owing:
            return
        self._is_owing = False
        if self._timer is not None:
            self._timer.cancel()
        PATIENCE.is_done(self, self._address())

    def _address(self) -> str:
        return self.client[0] if self.client else ""

    def cut(self) -> None:
        """End the connection at once, whatever is still on its way."""
        self._stop_waiting()
        self.transport.abort()

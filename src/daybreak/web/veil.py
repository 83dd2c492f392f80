"""What readers do not see, in any answer: money, contacts, private notes.

The veil lies over everything that leaves for somebody who may not edit: answers of
every route, errors, messages of the wire. A new route cannot forget it. Papers
are no JSON: the route that gives them looks at the role itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from daybreak.web.guard import App, Headers, Message, Receive, Scope, Send
from daybreak.web.roles import RANK, SEES_ALL

MONEY = frozenset(
    {
        *("cost", "costs", "lines", "fee", "fees", "rate", "rates", "amount"),
        *("deal", "deals", "price", "total_cost", "bound", "gap"),
        *("day_cost", "idle_day_cost", "move_cost", "day_fee", "hold_fee"),
        *("late_cost_per_day", "night_premium", "sixth_day_premium"),
    }
)
CONTACTS = frozenset({"phone", "email", "address", "agent", "contact", "contacts"})
PRIVATE = frozenset({"notes", "note", "extra", "source", "sources", "quotation"})
HIDDEN = MONEY | CONTACTS | PRIVATE
ENTRY_KEPT = ("seq", "path", "action", "entered_by", "entered_at", "said_on", "status")
"""What is left of an entry about something hidden: that it was made."""


def veiled(value: Any) -> Any:
    """Give plain JSON without what readers do not see, however deep it lies.

    A hidden object or list comes empty, so that its key is still there; any other
    hidden value goes with its key.
    """
    if isinstance(value, Mapping):
        if is_hidden(value.get("path")):
            return {key: value[key] for key in ENTRY_KEPT if key in value}
        return {
            key: _emptied(found) if is_hidden(key) else veiled(found)
            for key, found in value.items()
            if not is_hidden(key) or isinstance(found, Mapping | list | tuple)
        }
    if isinstance(value, list | tuple):
        return [veiled(one) for one in value]
    return value


def is_hidden(path: Any) -> bool:
    """Tell whether a key, or a path of keys, leads to what readers do not see."""
    return isinstance(path, str) and not HIDDEN.isdisjoint(path.split("/"))


def _emptied(value: Any) -> Any:
    return {} if isinstance(value, Mapping) else []


class Veil:
    """Lays the veil over everything that leaves for those who may not edit.

    Parameters
    ----------
    app
        What answers; the scope's state has the role.
    """

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and what comes back under the veil."""
        role = scope.get("state", {}).get("role")
        if scope["type"] == "lifespan" or RANK.get(role or "", -1) >= RANK[SEES_ALL]:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._app(scope, receive, _veiled_wire(send))
        else:
            await self._app(scope, receive, _Answer(send).send)


def _veiled_wire(send: Send) -> Send:
    async def veiled_send(message: Message) -> None:
        if message["type"] == "websocket.send":
            told = json.dumps(veiled(json.loads(message["text"])))
            message = {"type": "websocket.send", "text": told}
        await send(message)

    return veiled_send


class _Answer:
    """Holds an answer of JSON back until it is whole, and sends it under the veil."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = bytearray()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = Headers(message["headers"]).one("content-type") or ""
            if kind.split(";")[0].strip() == "application/json":
                self._start = message
                return
        elif message["type"] == "http.response.body" and self._start is not None:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_whole(self._start)
            return
        await self._send(message)

    async def _send_whole(self, start: Message) -> None:
        told = json.dumps(veiled(json.loads(self._body))).encode()
        kept = [
            (name, value)
            for name, value in start["headers"]
            if name.lower() != b"content-length"
        ]
        length = (b"content-length", str(len(told)).encode())
        await self._send({**start, "headers": [*kept, length]})
        await self._send({"type": "http.response.body", "body": told})

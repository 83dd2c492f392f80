"""The wire on which a page hears what happens, and says what it looks at."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import time
from typing import Any

from fastapi import APIRouter, WebSocket
from starlette.websockets import WebSocketDisconnect, WebSocketState

from daybreak.office.live.session import LiveShoot
from daybreak.web.hub import Hub, Listener
from daybreak.web.roles import needs

TEXT_MOST = 2**20
A_SECOND_MOST = 50
SEEN = ("board", "view", "selected")
TOO_BIG, POLICY = 1009, 1008
GONE = (WebSocketDisconnect, RuntimeError)
"""What sending raises where the page is gone: the second, if a close was begun."""


def live_routes(shoot: LiveShoot, hub: Hub) -> APIRouter:
    """Give the route of the wire."""
    router = APIRouter()

    @router.websocket("/api/live", dependencies=[needs("read")])
    async def live(socket: WebSocket) -> None:
        await socket.accept()
        listener = Listener(
            key=secrets.token_hex(4),
            person=socket.state.person,
            role=socket.state.role,
            is_in=socket.state.is_in,
        )
        hub.join(listener)
        with contextlib.suppress(*GONE):
            await socket.send_json(
                {"type": "hello", "key": listener.key, "head": shoot.head}
            )
        speaking = asyncio.create_task(_speak(socket, listener))
        try:
            await _hear(socket, listener, hub)
        except WebSocketDisconnect:
            pass
        finally:
            hub.leave(listener)
            speaking.cancel()
            with contextlib.suppress(asyncio.CancelledError, *GONE):
                await speaking

    return router


async def _speak(socket: WebSocket, listener: Listener) -> None:
    while True:
        message = await listener.waiting.get()
        if message is None:
            await socket.close(code=POLICY, reason="too slow, or not in any more")
            return
        await socket.send_text(message)


async def _hear(socket: WebSocket, listener: Listener, hub: Hub) -> None:
    heard, since = 0, time.monotonic()
    while socket.client_state == WebSocketState.CONNECTED:
        text = await socket.receive_text()
        now = time.monotonic()
        if now - since > 1:
            heard, since = 0, now
        heard += 1
        if heard > A_SECOND_MOST:
            await socket.close(code=POLICY, reason="too much")
            return
        if len(text) > TEXT_MOST:
            await socket.close(code=TOO_BIG)
            return
        _take(text, listener, hub)


def _take(text: str, listener: Listener, hub: Hub) -> None:
    try:
        said: Any = json.loads(text)
    except ValueError:
        return
    if not isinstance(said, dict) or said.get("type") != "seen":
        return
    listener.seen = {
        key: _short(said[key]) for key in SEEN if key in said and key != "board"
    }
    board = said.get("board")
    if isinstance(board, str):
        listener.board = board[:200]
    hub.tell_present()


def _short(value: Any) -> Any:
    if isinstance(value, list):
        return [str(one)[:200] for one in value[:200]]
    return str(value)[:200]

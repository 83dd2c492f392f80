"""The board: where strips stand, what that means, edits, and what a drop would do."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter, Body, Request
from fastapi.responses import JSONResponse

from daybreak.model.errors import DocumentError
from daybreak.model.schedule import CostLine
from daybreak.office.live import trying
from daybreak.office.live.ops import read_op
from daybreak.office.live.session import LiveShoot
from daybreak.office.live.telling import edits_message, told
from daybreak.office.live.view import (
    cost_items,
    schedule_of,
    shoot_view,
    standing_view,
)
from daybreak.web.answers import fine
from daybreak.web.hub import Hub
from daybreak.web.roles import may_of, needs, person_of, why_not

ENTRIES_MOST = 500


def board_routes(shoot: LiveShoot, hub: Hub) -> APIRouter:
    """Give the routes of the board."""
    router = APIRouter(prefix="/api")

    @router.get("/shoot", dependencies=[needs("read")])
    def whole_shoot(request: Request) -> JSONResponse:
        head = shoot.head  # before the rest: what comes between is told as newer
        try:
            production = shoot_view(shoot.production())
        except DocumentError as error:  # such as of a document that is still empty
            production, wrong = None, str(error)
        else:
            wrong = ""
        return fine(
            head=head,
            shoot=production,
            no_shoot=wrong,
            boards=list(shoot.board_names()),
            person=person_of(request),
            role=request.state.role,
            may=may_of(request.state.role),
            why_not=why_not(request.state.role),
            file=shoot.document.path.name,
        )

    @router.get("/boards/{name}", dependencies=[needs("read")])
    def board(name: str) -> JSONResponse:
        now = shoot.board(name)
        head, meaning = hub.recent_meaning(name)
        return fine(
            standing_head=now.head,
            standing=standing_view(now),
            head=head,
            meaning=meaning,
        )

    @router.get("/boards/{name}/costs/{line}", dependencies=[needs("edit")])
    def costs(name: str, line: CostLine) -> JSONResponse:
        now = shoot.board(name)
        return fine(line=line, items=cost_items(now.production, schedule_of(now), line))

    @router.post("/ops", dependencies=[needs("edit")])
    async def edit(request: Request, op: Any = Body()) -> JSONResponse:  # noqa: B008
        line = shoot.submit(read_op(op), by=person_of(request))
        # shielded: what waits in line is written, also if nobody waits for the answer
        made = await asyncio.shield(asyncio.wrap_future(line))
        return fine(
            head=made.head,
            repeat=made.is_repeat,
            entries=[told(one) for one in made.entries],
            edits=edits_message(made),
        )

    @router.post("/whatif", dependencies=[needs("read")])
    def what_if(op: Any = Body()) -> JSONResponse:  # noqa: B008
        wish = read_op(op)
        return fine(**trying.tried(shoot, wish.action, hub.meaning))

    @router.get("/entries", dependencies=[needs("read")])
    def entries(since: int = 0, limit: int = ENTRIES_MOST) -> JSONResponse:
        head = shoot.head
        found = shoot.entries(max(0, since))
        head = found[-1].seq if found else head
        shown = found[: max(1, min(limit, ENTRIES_MOST))]
        return fine(head=head, entries=[told(one) for one in shown])

    return router

"""Files that come in: looked at first, then taken in."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Body, Request
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from daybreak.model.errors import ImportProblem
from daybreak.office.live.incoming import Incoming, TooMany, Tray, plain_name
from daybreak.office.live.ops import Reader
from daybreak.office.live.session import LiveShoot
from daybreak.web.answers import fine, wrong
from daybreak.web.job_routes import done, op_of
from daybreak.web.roles import needs, person_of


def import_routes(shoot: LiveShoot) -> APIRouter:
    """Give the routes of imports."""
    router = APIRouter(prefix="/api/import")
    tray = Tray(shoot)

    @router.post("", dependencies=[needs("edit")])
    async def look(request: Request, name: str, picture: str = "") -> JSONResponse:
        content = await request.body()
        given = Incoming(
            name=plain_name(name), content=content, picture=picture or None
        )
        by = person_of(request)
        try:
            told = await run_in_threadpool(lambda: tray.look(given, by=by))
        except TooMany as error:
            return wrong(429, str(error))
        except ImportProblem as problem:
            return wrong(422, *(str(one) for one in problem.remarks))
        return fine(**told)

    @router.post("/{key}", dependencies=[needs("edit")])
    def take(request: Request, key: str, body: Any = Body()) -> JSONResponse:  # noqa: B008
        op = op_of(Reader(body))
        try:
            return fine(**done(tray.take(key, op=op, by=person_of(request))))
        except TooMany as error:
            return wrong(429, str(error))

    return router

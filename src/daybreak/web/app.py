"""The server: pages, their JSON and their wire, behind the guard."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from importlib.resources import files
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.responses import Response
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from daybreak._version import __version__
from daybreak.office.live.jobs import Jobs
from daybreak.office.live.session import LiveShoot
from daybreak.web.answers import handle_errors
from daybreak.web.board_routes import board_routes
from daybreak.web.comment_routes import comment_routes
from daybreak.web.desk_routes import desk_routes
from daybreak.web.doors import Doors
from daybreak.web.entrance import OPEN_PATHS, entrance
from daybreak.web.guard import Address, App, Guard
from daybreak.web.hub import Hub
from daybreak.web.import_routes import import_routes
from daybreak.web.job_routes import job_routes
from daybreak.web.live_routes import live_routes
from daybreak.web.paper_routes import paper_routes
from daybreak.web.veil import Veil
from daybreak.web.view_routes import view_routes

SMALL = 1000


def create_app(
    shoot: LiveShoot,
    *,
    doors: Doors,
    address: Address,
    more: Sequence[APIRouter] = (),
) -> App:
    """Give the server of a document.

    Parameters
    ----------
    shoot
        The open document; whoever opened it closes it.
    doors
        Who may come in.
    address
        The names under which it is reached.
    more
        Further routes.
    """
    hub = Hub(shoot)
    jobs = Jobs(shoot, tell=lambda message: hub.tell_soon(message, role="edit"))

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        hub.begin(asyncio.get_running_loop())
        yield
        jobs.close()
        hub.end()

    app = FastAPI(
        title="Daybreak",
        version=__version__,
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
    )
    app.add_middleware(Veil)
    app.add_middleware(GZipMiddleware, minimum_size=SMALL)  # outside of the veil
    handle_errors(app)
    for router in (
        entrance(doors, address),
        board_routes(shoot, hub),
        live_routes(shoot, hub),
        job_routes(shoot, jobs),
        desk_routes(shoot),
        paper_routes(shoot, clock=_now),
        import_routes(shoot),
        view_routes(shoot),
        comment_routes(shoot),
        *more,
    ):
        app.include_router(router)
    pages = files("daybreak.web") / "pages"
    app.mount("/static", _OwnFiles(directory=str(pages)), name="static")
    app.state.hub = hub
    return Guard(app, doors=doors, address=address, open_paths=OPEN_PATHS)


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)


class _OwnFiles(StaticFiles):
    """Our own files: kept by the browser, but asked about each time."""

    def file_response(self, *given: Any, **more: Any) -> Response:
        answer = super().file_response(*given, **more)
        answer.headers["cache-control"] = "no-cache"
        return answer

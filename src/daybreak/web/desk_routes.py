"""Boards and revisions: make, copy, rename, remove, freeze, compare."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Body, Request
from fastapi.responses import JSONResponse

from daybreak.model.eighths import parse_eighths
from daybreak.model.errors import UsageError
from daybreak.office.day_breaks import Measure
from daybreak.office.live import desk
from daybreak.office.live.ops import Reader
from daybreak.office.live.session import LiveShoot
from daybreak.web.answers import fine
from daybreak.web.job_routes import done, op_of
from daybreak.web.roles import needs, person_of


def desk_routes(shoot: LiveShoot) -> APIRouter:
    """Give the routes of boards and revisions."""
    router = APIRouter(prefix="/api")

    @router.get("/desk", dependencies=[needs("read")])
    def listed() -> JSONResponse:
        return fine(**desk.desk_view(shoot))

    @router.get("/compare", dependencies=[needs("edit")])
    def compare(before: str, after: str) -> JSONResponse:
        return fine(**desk.compare_view(shoot, before, after))

    @router.post("/freeze", dependencies=[needs("edit")])
    def freeze(request: Request, body: Any = Body()) -> JSONResponse:  # noqa: B008
        reader = Reader(body)
        made = desk.freeze(
            shoot,
            reader.text("board"),
            day=reader.date("date"),
            note=str(reader.get("note") or ""),
            anyway=bool(reader.get("anyway")),
            op=op_of(reader),
            by=person_of(request),
        )
        said = [one.said for one in made.violations if one.level == "blocks"]
        more = done(made.applied) if made.applied is not None else {}
        is_done = made.applied is not None
        return fine(frozen=is_done, color=made.color, broken=said, **more)

    @router.post("/desk", dependencies=[needs("edit")])
    def new(request: Request, body: Any = Body()) -> JSONResponse:  # noqa: B008
        reader = Reader(body)
        name, like = reader.text("name"), reader.text_or_none("like")
        op, by = op_of(reader), person_of(request)
        full = _measure(reader)
        made = desk.new_board(shoot, name, like=like, full=full, op=op, by=by)
        return fine(**done(made))

    @router.post("/desk/{name}/rename", dependencies=[needs("edit")])
    def rename(request: Request, name: str, body: Any = Body()) -> JSONResponse:  # noqa: B008
        reader = Reader(body)
        to, op = reader.text("to"), op_of(reader)
        return fine(**done(desk.rename(shoot, name, to, op=op, by=person_of(request))))

    @router.post("/desk/{name}/remove", dependencies=[needs("edit")])
    def remove(request: Request, name: str, body: Any = Body()) -> JSONResponse:  # noqa: B008
        op = op_of(Reader(body))
        return fine(**done(desk.remove(shoot, name, op=op, by=person_of(request))))

    return router


def _measure(reader: Reader) -> Measure | None:
    """Give when a day of a new board is full; None where days stay as they are.

    Raises
    ------
    UsageError
        When the pages or hours are none, or not above 0.
    """
    pages, hours = reader.text_or_none("pages"), reader.get("hours")
    if pages is None and hours is None:
        return None
    try:
        eighths = None if pages is None else parse_eighths(pages)
        minutes = None if hours is None else round(60 * float(hours))
    except (ValueError, TypeError, OverflowError):
        raise UsageError(
            "That is no length of a day.\nMaybe 4 or 4 3/8 pages, or 10 hours."
        ) from None
    return Measure(eighths=eighths, minutes=minutes)

"""Papers: which there are, their pages to look at, and files to download."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from datetime import datetime
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from daybreak.office.live.printing import (
    Ordered,
    Press,
    TooMany,
    is_moneyless,
    kinds_view,
    read_order,
)
from daybreak.office.live.session import LiveShoot
from daybreak.web.answers import fine, wrong
from daybreak.web.roles import may_see_money, needs

NAME_MOST = 120


def paper_routes(shoot: LiveShoot, *, clock: Callable[[], datetime]) -> APIRouter:
    """Give the routes of papers; ``clock`` gives the time with its zone."""
    router = APIRouter(prefix="/api/papers")
    press = Press(shoot)

    @router.get("", dependencies=[needs("read")])
    def kinds(request: Request) -> JSONResponse:
        return fine(kinds=kinds_view(with_money=may_see_money(request)))

    @router.get("/{kind}", dependencies=[needs("read")])
    def paper(request: Request, kind: str, format: str = "pdf") -> Response:
        order = _order(request, kind)
        try:
            made = press.paper(order, format, made=clock())
        except TooMany as error:
            return wrong(429, str(error))
        return Response(
            made.content,
            media_type=made.type,
            headers={"content-disposition": attachment(made.name)},
        )

    @router.get("/{kind}/pages", dependencies=[needs("read")])
    def pages(request: Request, kind: str) -> JSONResponse:
        order = _order(request, kind)
        try:
            found, count = press.pages(order, made=clock())
        except TooMany as error:
            return wrong(429, str(error))
        shown = [f"data:image/png;base64,{b64encode(one).decode()}" for one in found]
        return fine(pages=shown, count=count)

    return router


def _order(request: Request, kind: str) -> Ordered:
    order = read_order(kind, dict(request.query_params))
    if not (may_see_money(request) or is_moneyless(kind)):
        raise HTTPException(403)
    return order


def attachment(name: str) -> str:
    """Give the header that names a download (RFC 6266); no part of it is a path."""
    clean = "".join(one if one.isprintable() else " " for one in name)
    clean = clean.replace("/", "-").replace("\\", "-").strip(". ")[-NAME_MOST:]
    plain = "".join(
        one if one.isascii() and (one.isalnum() or one in " -_.") else "-"
        for one in clean
    )
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(clean, safe='')}"

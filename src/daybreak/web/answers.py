"""Answers: what was asked, or an error in the one shape that pages know."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from daybreak.model.errors import (
    DaybreakError,
    DocumentError,
    ImportProblem,
    SolverError,
    StoreError,
    UsageError,
)
from daybreak.office.live.session import Stale
from daybreak.office.live.telling import told
from daybreak.web.guard import TooLong, TooSlow

LOG = logging.getLogger("daybreak.web")
STATUSES: tuple[tuple[type[DaybreakError], int], ...] = (
    (UsageError, 422),
    (DocumentError, 422),
    (ImportProblem, 422),
    (StoreError, 507),
    (SolverError, 500),
    (DaybreakError, 422),
)


def fine(**more: Any) -> JSONResponse:
    """Give an answer; dates and the like come as text."""
    return JSONResponse({"ok": True, **more})


def wrong(status: int, *errors: str, **more: Any) -> JSONResponse:
    """Give an error: sentences for the person before the page."""
    return JSONResponse(
        {"ok": False, "errors": list(errors), "status": status, **more},
        status_code=status,
    )


def handle_errors(app: FastAPI) -> None:
    """Turn every error into an answer; one that we did not foresee gets a number."""
    handlers: dict[
        type[Exception], Callable[[Request, Any], Awaitable[JSONResponse]]
    ] = {
        Stale: _stale,
        DaybreakError: _daybreak_error,
        RequestValidationError: _unreadable,
        HTTPException: _http_error,
        TooLong: _too_long,
        TooSlow: _too_slow,
        Exception: _unforeseen,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)


async def _stale(request: Request, error: Stale) -> JSONResponse:
    return wrong(
        409,
        str(error),
        head=error.head,
        entries=[told(one) for one in error.entries],
    )


async def _daybreak_error(request: Request, error: DaybreakError) -> JSONResponse:
    status = next(status for kind, status in STATUSES if isinstance(error, kind))
    return wrong(status, *str(error).split("\n\n"))


async def _unreadable(request: Request, error: RequestValidationError) -> JSONResponse:
    said = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
    return wrong(422, *said)


async def _http_error(request: Request, error: HTTPException) -> JSONResponse:
    said = {404: "There is nothing at this address.", 405: "That cannot be done here."}
    return wrong(
        error.status_code, said.get(error.status_code, "That cannot be answered.")
    )


async def _too_long(request: Request, error: TooLong) -> JSONResponse:
    return wrong(413, "That is more than this server takes.")


async def _too_slow(request: Request, error: TooSlow) -> JSONResponse:
    return wrong(408, "It came too slowly; nothing was changed.")


async def _unforeseen(request: Request, error: Exception) -> JSONResponse:
    number = secrets.token_hex(4)
    LOG.error("error %s at %s", number, request.url.path, exc_info=error)
    return wrong(500, f"Something failed here; it is in the log as {number}.")

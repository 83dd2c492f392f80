"""Comments: read them, say one, settle it, take it away."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Body, Request
from fastapi.responses import JSONResponse

from daybreak.office.live import commenting
from daybreak.office.live.ops import Reader
from daybreak.office.live.session import LiveShoot
from daybreak.web.answers import fine
from daybreak.web.job_routes import done, op_of
from daybreak.web.roles import may_of, needs, person_of

TEXT_MOST = 20_000


def comment_routes(shoot: LiveShoot) -> APIRouter:
    """Give the routes of comments."""
    router = APIRouter(prefix="/api/comments")

    def shown(request: Request) -> list[dict[str, Any]]:
        person, is_editor = person_of(request), _edits(request)
        return commenting.comments_view(shoot, person=person, may_edit=is_editor)

    @router.get("", dependencies=[needs("comment")])
    def listed(request: Request) -> JSONResponse:
        return fine(comments=shown(request))

    @router.post("", dependencies=[needs("comment")])
    def say(request: Request, body: Any = Body()) -> JSONResponse:  # noqa: B008
        reader = Reader(body)
        op, about, text = (
            op_of(reader),
            reader.text("about"),
            reader.text("text", most=TEXT_MOST),
        )
        reader.refuse_others()
        made = commenting.say(shoot, about, text, op=op, by=person_of(request))
        return fine(**done(made), comments=shown(request))

    @router.post("/{key}/settle", dependencies=[needs("comment")])
    def settle(request: Request, key: str, body: Any = Body()) -> JSONResponse:  # noqa: B008
        reader = Reader(body)
        op, is_settled = op_of(reader), reader.truth("settled")
        reader.refuse_others()
        by = person_of(request)
        made = commenting.settle(shoot, key, is_settled=is_settled, op=op, by=by)
        return fine(**done(made), comments=shown(request))

    @router.post("/{key}/remove", dependencies=[needs("comment")])
    def remove(request: Request, key: str, body: Any = Body()) -> JSONResponse:  # noqa: B008
        reader = Reader(body)
        op = op_of(reader)
        reader.refuse_others()
        by, is_editor = person_of(request), _edits(request)
        made = commenting.remove(shoot, key, may_edit=is_editor, op=op, by=by)
        return fine(**done(made), comments=shown(request))

    return router


def _edits(request: Request) -> bool:
    return "edit" in may_of(request.state.role)

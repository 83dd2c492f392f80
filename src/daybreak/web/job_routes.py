"""Long work: start it, look at it, stop it, take what it proposes."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Body, Request
from fastapi.responses import JSONResponse

from daybreak.office.live import taking
from daybreak.office.live.asking import read_wish
from daybreak.office.live.jobs import Busy, Job, Jobs
from daybreak.office.live.ops import ID, Reader
from daybreak.office.live.session import Applied, LiveShoot
from daybreak.office.live.telling import edits_message, told
from daybreak.web.answers import fine, wrong
from daybreak.web.roles import needs, person_of


def job_routes(shoot: LiveShoot, jobs: Jobs) -> APIRouter:
    """Give the routes of long work."""
    router = APIRouter(prefix="/api/jobs", dependencies=[needs("edit")])

    @router.get("", dependencies=[needs("edit")])
    def listed() -> JSONResponse:
        return fine(jobs=[jobs.view(one) for one in jobs.listed()])

    @router.post("", dependencies=[needs("edit")])
    def start(request: Request, wish: Any = Body()) -> JSONResponse:  # noqa: B008
        try:
            job = jobs.start(read_wish(wish), by=person_of(request))
        except Busy as error:
            return wrong(429, str(error))
        return fine(job=jobs.view(job))

    @router.get("/{job}", dependencies=[needs("edit")])
    def look(job: str) -> JSONResponse:
        return fine(**_whole(shoot, jobs, jobs.get(job)))

    @router.delete("/{job}", dependencies=[needs("edit")])
    def stop(job: str) -> JSONResponse:
        return fine(job=jobs.view(jobs.stop(job)))

    @router.get("/{job}/ways/{way}", dependencies=[needs("edit")])
    def preview(job: str, way: int) -> JSONResponse:
        return fine(**taking.previewed(shoot, jobs.get(job), way))

    @router.post("/{job}/try", dependencies=[needs("edit")])
    def what_if(job: str, body: Any = Body()) -> JSONResponse:  # noqa: B008
        reader = Reader(body)
        way, dates = reader.whole("way", 0), _dates(reader)
        reader.refuse_others()
        return fine(**taking.tried(shoot, jobs.get(job), way, dates))

    @router.post("/{job}/take", dependencies=[needs("edit")])
    def take(request: Request, job: str, body: Any = Body()) -> JSONResponse:  # noqa: B008
        reader = Reader(body)
        op, way, dates = op_of(reader), reader.whole("way", 0), _dates(reader)
        reader.refuse_others()
        by = person_of(request)
        made = taking.take(shoot, jobs.get(job), way, op=op, by=by, dates=dates)
        return fine(**done(made.applied), stale=list(made.stale))

    @router.post("/{job}/facts", dependencies=[needs("edit")])
    def facts(request: Request, job: str, body: Any = Body()) -> JSONResponse:  # noqa: B008
        reader = Reader(body)
        op = op_of(reader)
        reader.refuse_others()
        made = taking.enter_facts(shoot, jobs.get(job), op=op, by=person_of(request))
        return fine(**done(made))

    return router


def op_of(reader: Reader) -> str:
    """Give the id that a page gave a wish."""
    return reader.matching("id", ID, "8 to 64 letters, digits, - _")


def done(applied: Applied) -> dict[str, Any]:
    """Give what a page is told of a wish that was done."""
    return {
        "head": applied.head,
        "repeat": applied.is_repeat,
        "entries": [told(one) for one in applied.entries],
        "edits": edits_message(applied),
    }


def _dates(reader: Reader) -> tuple[str, ...] | None:
    return None if reader.get("dates") is None else reader.texts("dates")


def _whole(shoot: LiveShoot, jobs: Jobs, job: Job) -> dict[str, Any]:
    answer = job.answer
    return {
        "job": jobs.view(job),
        "points": [list(one) for one in job.points],
        "answer": None if answer is None else answer.told,
        "stale": taking.stale_of(shoot, job),
    }

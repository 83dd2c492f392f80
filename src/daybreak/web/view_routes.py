"""The other views of a shoot: days, calendar, facts, costs, call sheets, scenarios."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import APIRouter, Body, Request
from fastapi.responses import JSONResponse

from daybreak.office.live import dates_views, sheets, things, what_ifs
from daybreak.office.live.ops import Reader
from daybreak.office.live.script_texts import Scripts
from daybreak.office.live.session import LiveShoot
from daybreak.web.answers import fine
from daybreak.web.job_routes import done, op_of
from daybreak.web.roles import may_see_money, needs, person_of
from daybreak.web.veil import is_hidden

TEXT_MOST = 20_000


def view_routes(shoot: LiveShoot) -> APIRouter:
    """Give the routes of the views beside the board."""
    router = APIRouter(prefix="/api")
    scripts = Scripts(shoot)

    def known(request: Request, **told: Any) -> JSONResponse:
        """Give an answer without the rows that its reader may not see."""
        if not may_see_money(request):
            told = {
                key: _open_rows(value) if _is_rows(value) else value
                for key, value in told.items()
            }
        return fine(**told)

    @router.get("/scenes/{scene}/script", dependencies=[needs("read")])
    def script(scene: str) -> JSONResponse:
        return fine(**scripts.scene(scene))

    @router.get("/boards/{name}/cover-sets", dependencies=[needs("read")])
    def cover_sets(name: str) -> JSONResponse:
        return fine(**dates_views.covers_view(shoot, name))

    @router.get("/boards/{name}/days", dependencies=[needs("read")])
    def days(name: str, category: str | None = None) -> JSONResponse:
        return fine(**dates_views.days_view(shoot, name, category))

    @router.get("/boards/{name}/calendar", dependencies=[needs("read")])
    def calendar(request: Request, name: str) -> JSONResponse:
        return known(request, **dates_views.calendar_view(shoot, name))

    @router.get("/boards/{name}/costs", dependencies=[needs("edit")])
    def costs(name: str) -> JSONResponse:
        return fine(**sheets.cost_view(shoot, name))

    @router.get("/boards/{name}/call-sheet/{unit}/{day}", dependencies=[needs("read")])
    def call_sheet(request: Request, name: str, unit: str, day: date) -> JSONResponse:
        private = may_see_money(request)
        return fine(**sheets.call_sheet_view(shoot, name, unit, day, private=private))

    @router.get("/things", dependencies=[needs("read")])
    def kept(request: Request) -> JSONResponse:
        return known(request, things=things.kept_things(shoot))

    @router.get("/facts", dependencies=[needs("read")])
    def facts(
        request: Request, about: str = "", as_of: date | None = None
    ) -> JSONResponse:
        return known(request, **things.facts_view(shoot, about, as_of=as_of))

    @router.get("/facts/days", dependencies=[needs("read")])
    def journal_days() -> JSONResponse:
        return fine(days=things.days_of_the_journal(shoot))

    @router.get("/facts/changes", dependencies=[needs("read")])
    def changes(request: Request, first: date, last: date) -> JSONResponse:
        return known(request, changes=things.changes_view(shoot, first, last))

    @router.get("/facts/history", dependencies=[needs("read")])
    def history(request: Request, path: str, as_of: date | None = None) -> JSONResponse:
        if not may_see_money(request) and is_hidden(path):
            return fine(list=True, about=path, facts=[])
        return known(request, **things.history_view(shoot, path, as_of=as_of))

    @router.post("/facts/typed", dependencies=[needs("read")])
    def typed(body: Any = Body()) -> JSONResponse:  # noqa: B008
        reader = Reader(body)
        path, text = reader.text("path"), reader.text("text", most=TEXT_MOST)
        return fine(**things.typed_view(path, text))

    @router.get("/scenarios", dependencies=[needs("edit")])
    def scenarios() -> JSONResponse:
        return fine(scenarios=what_ifs.scenarios_view(shoot))

    @router.post("/scenarios", dependencies=[needs("edit")])
    def add_scenario(request: Request, body: Any = Body()) -> JSONResponse:  # noqa: B008
        reader = Reader(body)
        has = {key: bool(reader.get(key)) for key in ("set", "remove")}
        made = what_ifs.add(
            shoot,
            reader.text("name"),
            reader.texts("set") if has["set"] else (),
            reader.texts("remove") if has["remove"] else (),
            note=str(reader.get("note") or ""),
            replaces=bool(reader.get("replace")),
            op=op_of(reader),
            by=person_of(request),
        )
        return fine(**done(made))

    @router.post("/scenarios/{name}/remove", dependencies=[needs("edit")])
    def remove_scenario(
        request: Request,
        name: str,
        body: Any = Body(),  # noqa: B008
    ) -> JSONResponse:
        op = op_of(Reader(body))
        return fine(**done(what_ifs.remove(shoot, name, op=op, by=person_of(request))))

    return router


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _open_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out rows of hidden paths; the veil takes out what else is hidden."""
    return [
        {key: value for key, value in one.items() if key != "besides"}
        for one in rows
        if not is_hidden(one.get("path"))
    ]

"""The way in: the launch code, a name and a password, or a link; and the way out."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from urllib.parse import parse_qs, unquote

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from daybreak.web.doors import Doors
from daybreak.web.guard import Address, set_cookie
from daybreak.web.plain_pages import (
    ENTER,
    STYLE,
    error_page,
    going_on_page,
    invitation_page,
    login_page,
)
from daybreak.web.roles import needs

OPEN_PATHS = (ENTER, "/favicon.svg", STYLE)
"""All that is answered without a session."""
ANEW = "Maybe start daybreak serve again, and open the address that it prints."


def entrance(doors: Doors, address: Address) -> APIRouter:
    """Give the routes by which people come in and go."""
    router = APIRouter()
    pages = files("daybreak.web") / "pages"

    def let_in(request: Request, secret: str, onward: str = "/") -> Response:
        answer: Response = RedirectResponse(onward, status_code=303)
        if request.headers.get("sec-fetch-site") == "cross-site":
            answer = HTMLResponse(going_on_page())  # it may not bring the cookie along
        answer.headers["set-cookie"] = set_cookie(address, secret)
        return answer

    def refused(status: int, said: str) -> Response:
        return HTMLResponse(error_page(status, said), status_code=status)

    @router.get(ENTER)
    def enter(
        request: Request, code: str = "", link: str = "", next: str = "/"
    ) -> Response:
        if code:
            secret = doors.enter(code)
            if secret is not None:
                return let_in(request, secret)
            return refused(403, f"This address was used or is too old.\n{ANEW}")
        if link:
            found = doors.invited(link)
            if found is None:
                said = "This link has ended.\nMaybe ask who sent it for another."
                return refused(403, said)
            return HTMLResponse(invitation_page(link, name=found.name, role=found.role))
        if not doors.has_accounts:
            return refused(403, f"Nobody can log in here.\n{ANEW}")
        return HTMLResponse(login_page(onward=local_path(next)))

    @router.post(ENTER)
    async def come_in(request: Request) -> Response:
        if not doors.may_try(request.state.address):
            return refused(429, "Too many tries.\nMaybe wait a minute.")
        given = _fields(await request.body())
        if link := given.get("link", ""):
            secret = doors.follow(link)
            if secret is None:
                return refused(403, "This link has ended.\nMaybe ask for another.")
            return let_in(request, secret)
        name, onward = given.get("name", ""), local_path(given.get("next", "/"))
        word = given.get("password", "")
        secret = await run_in_threadpool(lambda: doors.login(name, word))
        if secret is None:
            said = "This name and password do not belong together."
            page = login_page(said=said, name=name, onward=onward)
            return HTMLResponse(page, status_code=403)
        return let_in(request, secret, onward)

    @router.post("/api/leave", dependencies=[needs("read")])
    def leave(request: Request) -> Response:
        doors.close(request.state.secret)
        return Response(status_code=204)

    @router.get("/favicon.svg")
    def icon() -> Response:
        return FileResponse(str(pages / "favicon.svg"), media_type="image/svg+xml")

    @router.get("/", dependencies=[needs("read")])
    def page() -> Response:
        return FileResponse(str(pages / "index.html"), media_type="text/html")

    return router


def _fields(body: bytes) -> Mapping[str, str]:
    try:
        found = parse_qs(body.decode("utf-8"), max_num_fields=10)
    except ValueError:
        return {}
    return {key: values[0] for key, values in found.items()}


def local_path(text: str) -> str:
    """Give a path of this server that somebody wants to go on to, else ``/``.

    Nothing that a browser could read as the address of another server passes.
    """
    plain = unquote(unquote(text))
    is_local = text.startswith("/") and all(
        one.isprintable() and one not in "\\@:" and not one.isspace() for one in plain
    )
    return text if is_local and "//" not in plain else "/"

"""Who may do what: edit, comment, read. Every route says which it needs."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, Request
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection

from daybreak.office.access import Role

RANK: dict[str, int] = {"read": 0, "comment": 1, "edit": 2}
SEES_ALL: Role = "edit"
"""The least role that sees rates, contacts and private notes."""

MAY: dict[Role, tuple[str, ...]] = {
    "read": ("look", "print"),
    "comment": ("comment",),
    "edit": ("edit", "plan", "import", "freeze", "compare", "see-money"),
}
"""By role, what it may do beyond the lesser ones."""


class Needs:
    """A policy of a route: the least role that may use it."""

    def __init__(self, role: Role) -> None:
        self.role = role

    async def __call__(self, asked: HTTPConnection) -> None:
        """Refuse those with a lesser role."""
        if RANK.get(asked.state.role, -1) < RANK[self.role]:
            raise HTTPException(403)


def needs(role: Role) -> Any:
    """Give the dependency by which a route declares the role that it needs."""
    return Depends(Needs(role))


def person_of(request: Request) -> str:
    """Give the name of who asks."""
    return str(request.state.person)


def may_of(role: str) -> list[str]:
    """Give in words what a role may do, for a page to hide or explain the rest."""
    return [
        word for least, words in MAY.items() if _reaches(role, least) for word in words
    ]


def why_not(role: str) -> str:
    """Give a sentence for what a role may not do; empty where it may do everything."""
    if _reaches(role, "edit"):
        return ""
    verb = "comment on" if _reaches(role, "comment") else "look at"
    return f"You may {verb} this shoot, not change it: ask who invited you."


def _reaches(role: str, least: Role) -> bool:
    return RANK.get(role, -1) >= RANK[least]


def may_see_money(request: Request) -> bool:
    """Tell whether rates and contacts may be shown to who asks."""
    return RANK.get(request.state.role, -1) >= RANK[SEES_ALL]

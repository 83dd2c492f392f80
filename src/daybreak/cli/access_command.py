"""``daybreak access``: who may open a shoot from elsewhere, and what they may do."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from daybreak.cli.document_options import DocumentFile, moment
from daybreak.cli.options import Json
from daybreak.cli.speech import out, out_json, say
from daybreak.cli.tables import small_table
from daybreak.model.errors import UsageError
from daybreak.reports.phrases import count_of

if TYPE_CHECKING:
    from daybreak.office.access import Access

Action = Literal["list", "add", "role", "remove", "link", "revoke"]
RoleName = Literal["edit", "comment", "read"]
PASSWORD_LINE = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What was asked about who may come in."""

    access: Access
    name: str
    role: RoleName
    days: int
    at: str
    from_pipe: bool
    json: bool


def access(
    shoot: DocumentFile,
    action: Annotated[
        Action, typer.Argument(help="What to do; list, where left out.")
    ] = "list",
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME]", help="Whom it is about; for revoke, the link's key."
        ),
    ] = "",
    role: Annotated[
        RoleName,
        typer.Option(help="What they may do: edit, comment or read."),
    ] = "read",
    days: Annotated[
        int, typer.Option(metavar="DAYS", help="How long a link lasts.")
    ] = 14,
    at: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Where the board is served, such as https://board.example.org.",
        ),
    ] = "",
    password_stdin: Annotated[
        bool,
        typer.Option("--password-stdin", help="Read the password from a pipe."),
    ] = False,
    json: Json = False,
) -> None:
    """List who may open a shoot from elsewhere, or change it.

    Who only comments or reads sees no rates, contacts or private notes. Accounts and
    links lie beside the document, in a file that only you may read; a server that
    runs takes a change within a second or two.

    For example:
      daybreak access shoot.daybreak
      daybreak access shoot.daybreak add Anna --role edit
      daybreak access shoot.daybreak role Anna --role read
      daybreak access shoot.daybreak link Ben --days 7
      daybreak access shoot.daybreak revoke 3fa94c01
      daybreak access shoot.daybreak remove Anna
    """
    # slow import: hashes
    from daybreak.office.access import Access  # noqa: PLC0415
    from daybreak.office.documents import (  # slow import: the store  # noqa: PLC0415
        refuse_other_files,
    )

    if not Path(shoot).is_file():
        raise UsageError(f"{shoot}: no such file - check the name and try again")
    refuse_other_files(shoot)
    if action != "list" and not name:
        raise UsageError(
            f"access {action} takes a name.\n"
            f"Maybe write: daybreak access {shoot} {action} NAME."
        )
    asked = _Asked(
        access=Access(shoot),
        name=name,
        role=role,
        days=days,
        at=at.rstrip("/"),
        from_pipe=password_stdin,
        json=json,
    )
    _ACTIONS[action](asked)


def _list(asked: _Asked) -> None:
    accounts, links = asked.access.accounts(), asked.access.links()
    if asked.json:
        out_json(
            {
                "ok": True,
                "accounts": [{"name": one.name, "role": one.role} for one in accounts],
                "links": [
                    {
                        "key": one.key,
                        "name": one.name,
                        "role": one.role,
                        "until": one.until,
                    }
                    for one in links
                ],
            }
        )
        return
    small_table(("account", "may"), [(one.name, one.role) for one in accounts])
    rows = [(one.name, one.role, one.key, one.until[:10]) for one in links]
    small_table(("link for", "may", "key", "until"), rows)
    out(f"{count_of(len(accounts), 'account')}, {count_of(len(links), 'link')}.\n")


def _add(asked: _Asked) -> None:
    asked.access.add(asked.name, asked.role, _password(asked))
    _done(asked, f"{asked.name} may {asked.role}.")


def _password(asked: _Asked) -> str:
    if asked.from_pipe:
        return sys.stdin.readline(PASSWORD_LINE).rstrip("\n")
    if not sys.stdin.isatty():
        raise UsageError(
            "There is no terminal to type a password in.\n"
            "Maybe pass it by a pipe, with --password-stdin."
        )
    first = getpass.getpass(f"Password for {asked.name}: ")
    if getpass.getpass("The same again: ") != first:
        raise UsageError("These are two different passwords.\nMaybe try again.")
    return first


def _role(asked: _Asked) -> None:
    asked.access.change(asked.name, asked.role)
    _done(asked, f"{asked.name} may {asked.role} from now on.")


def _remove(asked: _Asked) -> None:
    asked.access.remove(asked.name)
    _done(asked, f"{asked.name} may not come in any more.")


def _link(asked: _Asked) -> None:
    secret = asked.access.new_link(asked.name, asked.role, days=asked.days, at=moment())
    address = f"{asked.at}/enter?link={secret}"
    if asked.json:
        _done(asked, "", address=address)
        return
    out(f"{address}\n")
    what = f"Whoever has it may {asked.role} as {asked.name}"
    say(f"{what} for {count_of(asked.days, 'day')}; it is shown this once.")
    if not asked.at:
        say("Put the address of the server before it; --at ADDRESS does.")


def _revoke(asked: _Asked) -> None:
    asked.access.revoke(asked.name)
    _done(asked, f"Link {asked.name} opens nothing any more.")


def _done(asked: _Asked, words: str, **more: Any) -> None:
    if asked.json:
        out_json({"ok": True, **more})
    else:
        say(words)


_ACTIONS: dict[str, Callable[[_Asked], None]] = {
    "list": _list,
    "add": _add,
    "role": _role,
    "remove": _remove,
    "link": _link,
    "revoke": _revoke,
}

"""``daybreak boards`` and ``daybreak freeze``: drafts and revisions of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from daybreak.cli.check_command import violation_data
from daybreak.cli.document_options import (
    By,
    DocumentFile,
    Note,
    Replace,
    moment,
    person,
)
from daybreak.cli.doorkeeper import BROKEN
from daybreak.cli.options import Color, Json, Width
from daybreak.cli.painting import paint, width_of_output
from daybreak.cli.speech import out, out_json, say
from daybreak.cli.tables import history_table, small_table
from daybreak.model.errors import UsageError
from daybreak.reports.comparison_lines import comparison_lines, drift_lines
from daybreak.reports.phrases import count_of, show_date
from daybreak.reports.violations import violation_lines

if TYPE_CHECKING:
    from daybreak.office.boards import Compared, Desk

Action = Literal[
    "list",
    "save",
    "remove",
    "restore",
    "write",
    "compare",
    "drift",
    "history",
    "colors",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What was asked of the boards."""

    shoot: str
    names: tuple[str, ...]
    by: str
    note: str
    replaces: bool
    output: str
    color: bool | None
    width: int | None
    json: bool


def boards(
    shoot: DocumentFile,
    action: Annotated[
        Action, typer.Argument(help="What to do; list, where left out.")
    ] = "list",
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAMES]", help="What it takes, as shown below."),
    ] = None,
    note: Note = "",
    replace: Replace = False,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where write writes; - for a pipe."
        ),
    ] = "-",
    by: By = None,
    color: Color = None,
    width: Width = None,
    json: Json = False,
) -> None:
    """List the boards and revisions of a document, or do something with them.

    A board is a draft with a name; a revision is a frozen one, named by its color.

    For example:
      daybreak boards shoot.daybreak
      daybreak boards shoot.daybreak save first schedule.json
      daybreak boards shoot.daybreak write first -o schedule.json
      daybreak boards shoot.daybreak restore white second
      daybreak boards shoot.daybreak compare white first
      daybreak boards shoot.daybreak drift first
      daybreak boards shoot.daybreak history first
      daybreak boards shoot.daybreak remove first
      daybreak boards shoot.daybreak colors white,blue,pink
    """
    asked = _Asked(
        shoot=shoot,
        names=tuple(names or ()),
        by=person(by),
        note=note,
        replaces=replace,
        output=output,
        color=color,
        width=width,
        json=json,
    )
    takes, carry_out = _ACTIONS[action]
    needed = [one for one in takes if not one.startswith("[")]
    if not len(needed) <= len(asked.names) <= len(takes):
        words = " ".join((action, *takes))
        raise UsageError(
            f"boards {action} takes {' and '.join(takes) or 'no more words'}.\n"
            f"Maybe write: daybreak boards {shoot} {words}."
        )
    carry_out(asked)


def freeze(
    shoot: DocumentFile,
    board: Annotated[str, typer.Argument(metavar="BOARD", help="The board's name.")],
    note: Note = "",
    day: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DATE",
            help="The date that the revision bears; else today.",
            show_default=False,
        ),
    ] = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Freeze it even if rules are broken.")
    ] = False,
    by: By = None,
    color: Color = None,
    width: Width = None,
    json: Json = False,
) -> None:
    """Freeze a board as a revision, with the next color of paper.

    A revision never changes. Where the board breaks a rule that blocks, it is not
    frozen: what breaks is shown, and the exit code is 1.

    For example:
      daybreak freeze shoot.daybreak first --note "sent to the crew"
    """
    from daybreak.office import boards as desk  # slow import: rules  # noqa: PLC0415

    made = desk.freeze(
        shoot,
        board,
        day=_date(day),
        by=person(by),
        at=moment(),
        note=note,
        anyway=anyway,
    )
    frozen = made.revision
    if json:
        data: dict[str, Any] = {"ok": True, "frozen": frozen is not None}
        if frozen is not None:
            data |= {"revision": frozen.number, "color": frozen.color}
        found = [violation_data(one) for one in made.violations]
        out_json({**data, "violations": found})
    else:
        if made.violations:
            wide = width_of_output(width)
            lines = violation_lines(made.production, made.violations, width=wide)
            paint(lines, color=color)
        if frozen is not None:
            say(f"Frozen as revision {frozen.number}, {frozen.color}.")
    if frozen is None:
        say(f"{board} was not frozen: it breaks rules. Maybe mend it, or use --anyway.")
        raise typer.Exit(BROKEN)


def _date(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f'--date "{text[:40]}" is no date.\nMaybe write it as 2027-03-01.'
        ) from None


# --- what can be done -------------------------------------------------------------


def _list(asked: _Asked) -> None:
    from daybreak.office import boards as desk  # slow import: rules  # noqa: PLC0415

    found = desk.desk(asked.shoot)
    if asked.json:
        out_json({"ok": True, **_desk_data(found)})
        return
    rows = [
        (one.name, "", _day(one.entry.entered_at.date()), one.entry.entered_by, note)
        for one in found.boards
        for note in [one.entry.note]
    ]
    small_table(("board", "", "saved", "by", "note"), rows)
    frozen = [
        (one.color, one.board, _day(one.date), one.entry.entered_by, one.note)
        for one in found.revisions
    ]
    small_table(("revision", "board", "date", "by", "note"), frozen)
    kept = [
        (one.name, "", _day(one.entry.entered_at.date()), one.entry.entered_by, "")
        for one in found.scripts
    ]
    small_table(("script", "", "kept", "by", ""), kept)
    out(
        f"{count_of(len(found.boards), 'board')}, "
        f"{count_of(len(found.revisions), 'revision')}; the next is "
        f"{found.next_color}.\n"
    )


def _day(day: date) -> str:
    return show_date(day)


def _desk_data(found: Desk) -> dict[str, Any]:
    return {
        "boards": [
            {
                "name": one.name,
                "entry": one.entry.seq,
                "saved_at": one.entry.entered_at,
                "by": one.entry.entered_by,
                "note": one.entry.note,
            }
            for one in found.boards
        ],
        "revisions": [
            {
                "number": one.number,
                "color": one.color,
                "board": one.board,
                "date": one.date,
                "entry": one.entry.seq,
                "by": one.entry.entered_by,
                "note": one.note,
            }
            for one in found.revisions
        ],
        "scripts": [
            {"name": one.name, "sha256": one.sha256, "bytes": one.size}
            for one in found.scripts
        ],
        "next_color": found.next_color,
        "entries": found.entries,
    }


def _save(asked: _Asked) -> None:
    from daybreak.office import boards as desk  # slow import: rules  # noqa: PLC0415

    name, schedule = asked.names
    entry = desk.save(
        asked.shoot,
        name,
        schedule,
        by=asked.by,
        at=moment(),
        note=asked.note,
        replaces=asked.replaces,
    )
    _done(asked, f"Saved as board {name}.", entry.seq)


def _remove(asked: _Asked) -> None:
    from daybreak.office import boards as desk  # slow import: rules  # noqa: PLC0415

    (name,) = asked.names
    entry = desk.remove(asked.shoot, name, by=asked.by, at=moment(), note=asked.note)
    _done(asked, f"Board {name} is off the list; undo brings it back.", entry.seq)


def _restore(asked: _Asked) -> None:
    from daybreak.office import boards as desk  # slow import: rules  # noqa: PLC0415

    which, name = asked.names
    entry, gone = desk.restore(
        asked.shoot,
        which,
        name,
        by=asked.by,
        at=moment(),
        replaces=asked.replaces,
    )
    _say_gone(gone)
    _done(asked, f"Restored {which} as board {name}.", entry.seq)


def _write(asked: _Asked) -> None:
    from daybreak.model.files import write  # slow import: json  # noqa: PLC0415
    from daybreak.office import boards as desk  # slow import: rules  # noqa: PLC0415

    (name,) = asked.names
    write(desk.schedule_of(asked.shoot, name), asked.output)
    if asked.json and asked.output != "-":
        out_json({"ok": True, "output": asked.output})


def _compare(asked: _Asked) -> None:
    from daybreak.office import boards as desk  # slow import: rules  # noqa: PLC0415

    before, after = asked.names
    found = desk.compare_boards(asked.shoot, before, after)
    if not _told_as_data(asked, found):
        wide = width_of_output(asked.width)
        paint(comparison_lines(found.comparison, width=wide), color=asked.color)


def _drift(asked: _Asked) -> None:
    from daybreak.office import boards as desk  # slow import: rules  # noqa: PLC0415

    board, *since = asked.names
    found = desk.drift(asked.shoot, board, since[0] if since else None)
    if not _told_as_data(asked, found):
        wide = width_of_output(asked.width)
        lines = drift_lines(found.comparison, since=found.names[0], width=wide)
        paint(lines, color=asked.color)


def _told_as_data(asked: _Asked, found: Compared) -> bool:
    _say_gone(found.gone)
    if asked.json:
        same = found.comparison.is_same
        data = {"ok": True, "same": same, "before": found.names[0]}
        data |= {"after": found.names[1], "gone": list(found.gone)}
        out_json({**data, "comparison": asdict(found.comparison)})
    return asked.json


def _say_gone(gone: tuple[str, ...]) -> None:
    if gone:
        say(
            f"{count_of(len(gone), 'scene')} no longer in the production, left out "
            f"here: {', '.join(gone)}."
        )


def _history(asked: _Asked) -> None:
    from daybreak.office import boards as desk  # slow import: rules  # noqa: PLC0415

    found = desk.history(asked.shoot, asked.names[0])
    if asked.json:
        out_json({"ok": True, "entries": [desk.entry_data(one) for one in found]})
        return
    history_table(found)


def _colors(asked: _Asked) -> None:
    from daybreak.office import boards as desk  # slow import: rules  # noqa: PLC0415

    names = asked.names[0].split(",")
    entry = desk.set_colors(asked.shoot, names, by=asked.by, at=moment())
    _done(asked, f"The colors are {', '.join(entry.value)}.", entry.seq)


def _done(asked: _Asked, words: str, seq: int) -> None:
    if asked.json:
        out_json({"ok": True, "entry": seq})
    else:
        say(words)


_ACTIONS: dict[str, tuple[tuple[str, ...], Callable[[_Asked], None]]] = {
    "list": ((), _list),
    "save": (("NAME", "SCHEDULE"), _save),
    "remove": (("NAME",), _remove),
    "restore": (("NAME", "NEW"), _restore),
    "write": (("NAME",), _write),
    "compare": (("NAME", "OTHER"), _compare),
    "drift": (("NAME", "[REVISION]"), _drift),
    "history": (("NAME",), _history),
    "colors": (("COLORS",), _colors),
}

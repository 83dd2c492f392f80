"""What a strip says on paper: the columns that board papers choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from daybreak.reports.board_columns import PLACES
from daybreak.reports.papers.paper import Cell, Column, Row, Value, Where
from daybreak.reports.papers.script_colors import Revisions
from daybreak.reports.papers.shoot_days import Shoot, Shot

Colored = Literal["row", "chips"]
"""Where a strip shows its color: over the whole row, or on its first cells alone."""
CHIPS = ("scene", "place", "time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column, and what a strip says in it.

    Parameters
    ----------
    tone
        Added to the style of the strip where the whole row is colored: ``-bold``.
    """

    column: Column
    of: Callable[[Shot], Value]
    tone: str = ""


def strip_row(
    shot: Shot,
    fields: Sequence[Field],
    *,
    colored: Colored,
    notes: tuple[str, ...] = (),
) -> Row:
    """Give the row of a strip."""
    cells = tuple(
        Cell(field.of(shot), _style(shot, field, colored)) for field in fields
    )
    return Row(
        cells=cells, style=shot.strip.color if colored == "row" else "", notes=notes
    )


def _style(shot: Shot, field: Field, colored: Colored) -> str:
    key, color = field.column.key, shot.strip.color
    if key == "mark" and shot.strip.broken:
        return "conflict"
    if key == "time" and shot.strip.time == "night" and colored == "row":
        return "night"
    if colored == "chips" and key not in CHIPS:
        return "soft" if field.tone == "-soft" else ""
    return f"{color}{field.tone}" if field.tone else color


# --- the columns -------------------------------------------------------------------


def mark_field() -> Field:
    """Give ``!`` for a strip that breaks a rule, ``*`` for one that is pinned."""
    column = Column(key="mark", label="", form="code", width=0.35, align="center")
    return Field(
        column=column,
        of=lambda shot: (
            "!" if shot.strip.broken else "*" if shot.strip.pinned else None
        ),
    )


def lead_fields(shoot: Shoot) -> list[Field]:
    """Give what begins each strip of a board paper: from its number to its pages."""
    return [
        *head_fields(shoot),
        *revision_fields(shoot),
        *story_fields(shoot),
        pages_field(),
    ]


def head_fields(shoot: Shoot) -> list[Field]:
    """Give number, place, time and, of several pictures, the letter."""
    return [
        Field(
            column=Column(
                key="scene", label="Sc", form="id", width=0.75, align="right"
            ),
            of=lambda shot: shot.strip.number,
            tone="-bold",
        ),
        Field(
            column=Column(key="place", label="I/E", form="code", width=0.55),
            of=lambda shot: PLACES[shot.strip.place],
        ),
        Field(
            column=Column(key="time", label="D/N", form="code", width=0.75),
            of=lambda shot: shot.strip.time.upper(),
        ),
        Field(
            column=Column(
                key="letter",
                label="Pic",
                form="code",
                width=0.45,
                align="center",
                where="read",
            ),
            of=lambda shot: shot.strip.picture,
            tone="-bold",
        ),
    ][: 4 if shoot.has_pictures else 3]


def revision_fields(shoot: Shoot) -> list[Field]:
    """Give the color in which scenes changed last, where a draft changed any.

    An asterisk marks what the last one changed.
    """
    marks = Revisions(shoot.production)
    if not marks.are_told:
        return []
    column = Column(key="revised", label="Rev", form="code", width=0.9)
    return [Field(column=column, of=lambda shot: marks.mark(shot.scene))]


def story_fields(shoot: Shoot) -> list[Field]:
    """Give set, synopsis, location and, where any is known, script day."""
    shots = (*shoot.shots, *shoot.boneyard)
    told = {
        "synopsis": any(shot.strip.synopsis for shot in shots),
        "script_day": any(shot.strip.script_day for shot in shots),
        "location": not all(map(says_its_location, shots)),
    }
    return [
        set_field(),
        Field(
            column=Column(
                key="synopsis",
                label="Synopsis",
                width=4.0,
                where=_where(told["synopsis"]),
            ),
            of=lambda shot: shot.strip.synopsis or None,
            tone="-soft",
        ),
        Field(
            column=Column(
                key="location",
                label="Location",
                width=2.0,
                where=_where(told["location"]),
            ),
            of=lambda shot: shot.strip.location,
        ),
        Field(
            column=Column(
                key="script_day",
                label="Script day",
                form="code",
                width=0.7,
                where=_where(told["script_day"]),
            ),
            of=lambda shot: shot.strip.script_day or None,
        ),
    ]


def says_its_location(shot: Shot) -> bool:
    """Tell whether the set names where it is shot, as in a script just imported."""
    return shot.strip.set.casefold().startswith(shot.strip.location.casefold())


def _where(is_told: bool) -> Where:
    return "everywhere" if is_told else "computed"


def set_field() -> Field:
    """Give the set; of a scene over several days also which day this is."""
    column = Column(key="set", label="Set", width=3.0)
    return Field(column=column, of=_set_of, tone="-bold")


def _set_of(shot: Shot) -> str:
    if shot.strip.day_of is None:
        return shot.strip.set
    place, days = shot.strip.day_of
    return f"{shot.strip.set} (day {place} of {days})"


def pages_field() -> Field:
    """Give its part of the day in eighths."""
    column = Column(
        key="pages", label="Pages", form="eighths", width=0.85, align="right"
    )
    return Field(column=column, of=lambda shot: shot.eighths)


def minutes_field() -> Field:
    """Give the minutes of work."""
    column = Column(
        key="minutes", label="Time", form="minutes", width=0.8, align="right"
    )
    return Field(column=column, of=lambda shot: shot.minutes)


def cast_field(where: Where = "everywhere") -> Field:
    """Give the numbers of the cast in one cell."""
    column = Column(key="cast", label="Cast", form="text", width=1.8, where=where)
    return Field(column=column, of=numbers_of)


def numbers_of(shot: Shot) -> str | None:
    """Give the numbers of the cast of a strip: ``1, 2``."""
    return ", ".join(map(str, shot.strip.cast)) or None


def extras_field(shoot: Shoot) -> Field:
    """Give the number of background people, where any is known."""
    shots = (*shoot.shots, *shoot.boneyard)
    column = Column(
        key="extras",
        label="Extras",
        form="number",
        width=0.7,
        align="right",
        where=_where(any(shot.strip.extras for shot in shots)),
    )
    return Field(column=column, of=lambda shot: shot.strip.extras or None)


def standing_fields(shoot: Shoot) -> list[Field]:
    """Give where a strip stands, for programs: paper says it in bars.

    Of several units each row names its own.
    """
    unit_where: Where = "everywhere" if shoot.has_units else "computed"
    return [
        Field(
            column=Column(key="unit", label="Unit", width=1.2, where=unit_where),
            of=lambda shot: shot.edge.unit_name if shot.edge else None,
        ),
        _computed("day", "Day", "number", lambda shot: _edge(shot, "number")),
        _computed("date", "Date", "date", lambda shot: _edge(shot, "date")),
        _computed("shift", "Shift", "code", lambda shot: _edge(shot, "shift")),
        _computed("call", "Call", "clock", lambda shot: _edge(shot, "call")),
        _computed("wrap", "Wrap", "clock", lambda shot: _edge(shot, "wrap")),
        _computed("heading", "Heading", "text", lambda shot: shot.scene.heading),
        _computed("picture", "Picture", "text", lambda shot: shot.picture),
        _computed("scene_id", "Scene id", "id", lambda shot: shot.strip.scene),
    ]


def _edge(shot: Shot, name: str) -> Value:
    value: Value = getattr(shot.edge, name) if shot.edge else None
    return value


def _computed(
    key: str,
    label: str,
    form: Literal["number", "date", "code", "clock", "text", "id"],
    of: Callable[[Shot], Value],
) -> Field:
    column = Column(key=key, label=label, form=form, where="computed")
    return Field(column=column, of=of)

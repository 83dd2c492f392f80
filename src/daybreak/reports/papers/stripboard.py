"""The stripboard on paper: strips in their colors, day breaks, weeks, boneyard."""

from __future__ import annotations

from collections.abc import Sequence

from daybreak.model.eighths import format_eighths
from daybreak.model.production import Person
from daybreak.reports.board_lines import DAY_COST_NOTE
from daybreak.reports.papers.board_parts import (
    board_paper,
    cast_legend,
    mark_legend,
    picture_legend,
    shown_part,
)
from daybreak.reports.papers.conflicts import conflict_sections
from daybreak.reports.papers.day_table import days_table
from daybreak.reports.papers.paper import (
    Block,
    Column,
    Fact,
    Facts,
    Paper,
    Section,
    Text,
)
from daybreak.reports.papers.shoot_days import Shoot, Shot, eighths_of, shoot_of
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.strip_fields import (
    Field,
    cast_field,
    extras_field,
    lead_fields,
    mark_field,
    minutes_field,
    standing_fields,
)
from daybreak.reports.papers.strip_tables import strip_table
from daybreak.reports.phrases import count_of, show_money, show_range
from daybreak.reports.stripboard import board_numbers

CAST_COLUMNS_MOST = 30
"""A larger cast stands as a list of numbers in one column."""


def stripboard_paper(shown: Shown) -> Paper:
    """Give the stripboard of a schedule, on a large sheet."""
    shoot = shoot_of(shown)
    strips = strip_table(
        shoot, _fields(shoot), name="stripboard", colored="row", priced=True, pinned=2
    )
    days = days_table(shoot, priced=True, where="computed")
    sections = (
        Section(blocks=(*_head(shown, shoot), strips, days)),
        *conflict_sections(shown),
        Section(title="Cast", blocks=(cast_legend(shoot), *_note(shoot))),
    )
    return board_paper(
        shown, sections, kind="stripboard", title="Stripboard", sheet="large"
    )


def _note(shoot: Shoot) -> tuple[Text, ...]:
    """Give what a day's cost is made of, where days say theirs."""
    if shoot.is_part:
        return ()
    return (Text(paragraphs=(DAY_COST_NOTE,), style="soft"),)


# --- the head ----------------------------------------------------------------------


def _head(shown: Shown, shoot: Shoot) -> tuple[Block, ...]:
    facts = Facts(name="board", facts=tuple(_facts(shown, shoot)), columns=5)
    return (facts, *picture_legend(shoot), mark_legend(shoot))


def _facts(shown: Shown, shoot: Shoot) -> list[Fact]:
    days, board = shoot.days, shoot.board
    facts = [Fact(label="Days", value=f"{len(days):,}")]
    if days:
        dates = show_range(days[0].edge.date, days[-1].edge.date)
        facts.append(Fact(label="Dates", value=dates))
    pages = format_eighths(eighths_of(shoot.shots))
    facts.append(Fact(label="Pages", value=pages))
    left = count_of(len(shoot.boneyard), "strip") if shoot.boneyard else "empty"
    facts.append(Fact(label="Boneyard", value=left))
    if not shown_part(shown):
        cost = show_money(board.cost, board.currency)
        facts.append(Fact(label="Cost", value=cost))
    return facts


# --- the columns -------------------------------------------------------------------


def _fields(shoot: Shoot) -> list[Field]:
    people = _people(shoot)
    if len(people) > CAST_COLUMNS_MOST:
        cast = [cast_field()]
    else:
        cast = [*_cast_columns(shoot, people), cast_field("computed")]
    return [
        mark_field(),
        *lead_fields(shoot),
        minutes_field(),
        extras_field(shoot),
        *standing_fields(shoot),
        *cast,
    ]


def _people(shoot: Shoot) -> list[Person]:
    """Give everyone in the scenes shown, by board number."""
    numbers = board_numbers(shoot.production)
    shots = (*shoot.shots, *shoot.boneyard)
    there = {person for shot in shots for person in shot.scene.cast}
    people = [one for one in shoot.production.people if one.id in there]
    return sorted(people, key=lambda one: numbers[one.id])


def _cast_columns(shoot: Shoot, people: Sequence[Person]) -> list[Field]:
    numbers = board_numbers(shoot.production)
    return [_cast_column(one, numbers[one.id]) for one in people]


def _cast_column(person: Person, number: int) -> Field:
    """Give the column of a person: the number where they are, blank where not."""

    def of(shot: Shot) -> str | None:
        return str(number) if person.id in shot.scene.cast else None

    name = ", ".join(person.characters) or person.name
    column = Column(
        key=f"cast_{person.id}",
        label=f"{number} {name}",
        form="code",
        width=0.42,
        align="center",
        where="read",
        turned=True,
    )
    return Field(column=column, of=of, tone="-bold")

"""The one-liner: a line for each scene in shooting order, by day."""

from __future__ import annotations

from daybreak.reports.papers.board_parts import (
    cast_legend,
    shown_part,
)
from daybreak.reports.papers.day_table import days_note, days_table
from daybreak.reports.papers.paper import Paper, Section, Table
from daybreak.reports.papers.shoot_days import Shoot, shoot_of
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.strip_fields import (
    Field,
    cast_field,
    extras_field,
    head_fields,
    minutes_field,
    pages_field,
    revision_fields,
    standing_fields,
    story_fields,
)
from daybreak.reports.papers.strip_tables import strip_groups, strip_totals


def one_liner(shown: Shown) -> Paper:
    """Give the one-liner: scenes by day, a summary of the days, the cast."""
    shoot = shoot_of(shown)
    fields = _fields(shoot)
    lines = Table(
        name="one_liner",
        columns=tuple(field.column for field in fields),
        groups=strip_groups(shoot, fields, colored="chips", priced=False),
        totals=strip_totals(shoot, fields),
        pinned=1,
        empty="Nothing is scheduled.",
    )
    return Paper(
        kind="one-liner",
        title="One-liner",
        subtitle=shown_part(shown),
        stamp=shown.stamp,
        currency=shown.production.currency,
        landscape=True,
        sections=(
            Section(blocks=(lines,)),
            Section(title="Days", blocks=(days_table(shoot), *days_note(shoot))),
            Section(title="Cast", blocks=(cast_legend(shoot),)),
        ),
    )


def _fields(shoot: Shoot) -> list[Field]:
    return [
        *head_fields(shoot),
        *revision_fields(shoot),
        *story_fields(shoot),
        pages_field(),
        cast_field(),
        extras_field(shoot),
        minutes_field(),
        *standing_fields(shoot),
    ]

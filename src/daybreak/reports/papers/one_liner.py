"""The one-liner: a line for each scene in shooting order, by day."""

from __future__ import annotations

from daybreak.reports.papers.board_parts import board_paper, cast_legend
from daybreak.reports.papers.day_table import days_note, days_table
from daybreak.reports.papers.paper import Paper, Section
from daybreak.reports.papers.shoot_days import shoot_of
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.strip_fields import (
    cast_field,
    extras_field,
    lead_fields,
    minutes_field,
    standing_fields,
)
from daybreak.reports.papers.strip_tables import strip_table


def one_liner(shown: Shown) -> Paper:
    """Give the one-liner: scenes by day, a summary of the days, the cast."""
    shoot = shoot_of(shown)
    fields = [
        *lead_fields(shoot),
        cast_field(),
        extras_field(shoot),
        minutes_field(),
        *standing_fields(shoot),
    ]
    sections = (
        Section(blocks=(strip_table(shoot, fields, name="one_liner"),)),
        Section(title="Days", blocks=(days_table(shoot), *days_note(shoot))),
        Section(title="Cast", blocks=(cast_legend(shoot),)),
    )
    return board_paper(shown, sections, kind="one-liner", title="One-liner")

"""The shooting schedule: the one-liner with everything that each scene needs."""

from __future__ import annotations

from collections.abc import Iterator

from daybreak.reports.papers.bars import (
    cast_of,
    conflict_bars,
    hours_of,
    show_shift,
    show_sun,
    unit_in_bars,
    where_of,
)
from daybreak.reports.papers.board_parts import (
    board_paper,
    cast_legend,
    color_legend,
    picture_legend,
)
from daybreak.reports.papers.day_table import days_table
from daybreak.reports.papers.needs import CAST, EXTRAS, Needs
from daybreak.reports.papers.paper import Bar, Paper, Section
from daybreak.reports.papers.shoot_days import Shoot, ShootDay, Shot, shoot_of
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.strip_fields import (
    Field,
    cast_field,
    extras_field,
    lead_fields,
    minutes_field,
    standing_fields,
)
from daybreak.reports.papers.strip_tables import strip_table
from daybreak.reports.phrases import count_of, show_date, show_pages


def shooting_schedule(shown: Shown) -> Paper:
    """Give the shooting schedule: scenes by day with cast, elements and notes."""
    shoot = shoot_of(shown)
    needs = Needs(shown.production)
    scenes = strip_table(
        shoot,
        _fields(shoot, needs),
        name="shooting_schedule",
        opening=lambda day: _opening(day, shoot),
        closing=lambda day: _closing(day, shoot),
        notes=lambda shot: _notes(shot, needs),
    )
    days = days_table(shoot, where="computed")
    head = (*picture_legend(shoot), color_legend(shoot))
    sections = (
        Section(blocks=(*head, scenes, days)),
        Section(title="Cast", blocks=(cast_legend(shoot),)),
    )
    return board_paper(
        shown, sections, kind="shooting-schedule", title="Shooting schedule"
    )


def _fields(shoot: Shoot, needs: Needs) -> list[Field]:
    shots = (*shoot.shots, *shoot.boneyard)
    return [
        *lead_fields(shoot),
        cast_field(),
        extras_field(shoot),
        minutes_field(),
        *standing_fields(shoot),
        *needs.fields(shot.scene for shot in shots),
    ]


def _opening(day: ShootDay, shoot: Shoot) -> Iterator[Bar]:
    """Give the heading of a day: when, where, call, wrap and sun."""
    edge = day.edge
    locations = dict.fromkeys(shot.strip.location for shot in day.shots)
    parts = [show_shift(edge)]
    if day.sun:
        parts.append(show_sun(day.sun))
    base = edge.base if shoot.board.several_bases else ""
    parts.append(where_of(base, tuple(locations)) or "no base")
    unit = unit_in_bars(edge, shoot).lstrip()
    left = f"{unit} DAY {edge.number}".lstrip() + f"  {show_date(edge.date)}"
    yield Bar(left=left, right=" · ".join(parts), style="day-break")


def _closing(day: ShootDay, shoot: Shoot) -> Iterator[Bar]:
    """Give what a day comes to, and what is broken on it."""
    edge = day.edge
    unit = f" {edge.unit_name}" if shoot.board.several_units else ""
    parts = [show_pages(edge.eighths), hours_of(edge), cast_of(edge)]
    if edge.extras:
        parts.append(f"{edge.extras} extras")
    if edge.moves:
        parts.append(count_of(edge.moves, "move"))
    left = f"End of{unit} day {edge.number}"
    yield Bar(left=left, right=" · ".join(parts), style="rest")
    yield from conflict_bars(edge)


def _notes(shot: Shot, needs: Needs) -> tuple[str, ...]:
    """Give the lines under a scene: who and what it needs, and its notes."""
    lines = []
    cast = needs.cast_of(shot.scene)
    if cast:
        lines.append(f"{CAST}: {', '.join(cast)}")
    if shot.scene.extras:
        lines.append(f"{EXTRAS}: {shot.scene.extras}")
    for need in needs.things_of(shot.scene):
        lines.append(f"{need.category}: {', '.join(need.items)}")
    if shot.scene.notes:
        lines.append(f"Notes: {shot.scene.notes}")
    return tuple(lines)

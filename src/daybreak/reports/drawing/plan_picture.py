"""A plan on a page as a picture: units, places, people and releases over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybreak.reports.drawing.plan_frame import Frame, Sign, legend_lines
from daybreak.reports.drawing.plan_look import (
    AXIS,
    BREAK_HATCH,
    FAINT,
    GAP,
    HEAD,
    HOLIDAY,
    LANE,
    LEAST_WIDTH,
    LEG,
    LEGEND_LINE,
    MARGIN,
    MOST_WIDTH,
    PERSON,
    PICTURE,
    SHAPE,
)
from daybreak.reports.drawing.plan_people import (
    draw_left_out,
    draw_people_heading,
    draw_person,
    people_signs,
)
from daybreak.reports.drawing.plan_releases import draw_picture, release_signs
from daybreak.reports.drawing.plan_rows import PlanRows
from daybreak.reports.drawing.plan_units import Units

FOOT = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A drawing and its size in points."""

    svg: str
    width: float
    height: float


def draw_plan(rows: PlanRows, *, stamp: str, says: str, warning: str = "") -> Drawn:
    """Give the picture of a plan.

    Parameters
    ----------
    stamp
        Which plan it is, for the last line.
    says
        The picture in words, for readers who do not see it.
    warning
        What has to be said in red beside the title; nothing where empty.
    """
    units = Units(rows)
    bottom = HEAD + AXIS + _rows_height(rows)
    width = min(MOST_WIDTH, max(LEAST_WIDTH, bottom / SHAPE))
    signs = (*_signs(rows, units),)
    places = (*units.place_signs(),)
    lines = [
        len(list(legend_lines(some, width - 2 * MARGIN))) for some in (signs, places)
    ]
    height = bottom + sum(lines) * LEGEND_LINE + FOOT
    frame = Frame(rows, width=width, height=height, bottom=bottom)
    frame.breaks()
    frame.dates()
    _rows(frame, rows, units)
    frame.legend(signs, places)
    frame.title(warning)
    frame.foot(stamp)
    return Drawn(svg=frame.sheet.to_svg(says), width=width, height=height)


def _rows(frame: Frame, rows: PlanRows, units: Units) -> None:
    y = frame.top + GAP / 2
    for unit in rows.units:
        y = units.draw(frame, unit, y) + GAP
    if rows.people:
        y = draw_people_heading(frame, y)
    for person in rows.people:
        y = draw_person(frame, person, y)
    if rows.people_left_out:
        y = draw_left_out(frame, rows.people_left_out, y)
    y += GAP
    for row in rows.pictures:
        y = draw_picture(frame, row, y, several=len(rows.letters) > 1)


def _rows_height(rows: PlanRows) -> float:
    units = sum(LANE * len(one.lanes) + LEG + GAP for one in rows.units)
    people = len(rows.people) + bool(rows.people) + bool(rows.people_left_out)
    return GAP * 2 + units + people * PERSON + len(rows.pictures) * PICTURE


def _signs(rows: PlanRows, units: Units) -> Iterator[Sign]:
    yield from units.signs()
    yield from people_signs(rows)
    if rows.breaks:
        yield Sign(said="hiatus", fill=BREAK_HATCH, line=FAINT)
    if rows.holidays:
        yield Sign(said="holiday", fill=HOLIDAY)
    yield from release_signs(rows)

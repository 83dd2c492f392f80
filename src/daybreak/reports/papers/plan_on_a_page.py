"""The plan on a page: a picture of the whole shoot that a producer can look at."""

from __future__ import annotations

from daybreak.reports.drawing.plan_look import PEOPLE_MOST
from daybreak.reports.drawing.plan_picture import draw_plan
from daybreak.reports.drawing.plan_rows import PlanRows, plan_rows
from daybreak.reports.papers.paper import Block, Paper, Picture, Section, Text
from daybreak.reports.papers.shown import Shown
from daybreak.reports.phrases import count_of, show_date


def plan_on_a_page(shown: Shown) -> Paper:
    """Give the picture of a plan: units, places, people, wraps and releases."""
    rows = plan_rows(shown.production, shown.schedule, people=PEOPLE_MOST)
    return Paper(
        kind="plan",
        title="Plan on a page",
        stamp=shown.stamp,
        currency=shown.production.currency,
        sections=(Section(blocks=(_block(shown, rows),)),),
        sheet="large",
        landscape=True,
    )


def _block(shown: Shown, rows: PlanRows | None) -> Block:
    if rows is None:
        return Text(paragraphs=("Nothing is scheduled.",))
    blocking = sum(one.level == "blocks" for one in shown.violations)
    warning = f"breaks {count_of(blocking, 'rule')}" if blocking else ""
    says = " ".join(filter(None, (_says(rows), warning and f"It {warning}.")))
    drawn = draw_plan(rows, stamp=shown.stamp.said, says=says, warning=warning)
    return Picture(svg=drawn.svg, says=says, width=drawn.width, height=drawn.height)


def _says(rows: PlanRows) -> str:
    """Give the picture in words."""
    units = ", ".join(f"{one.name} {count_of(one.days, 'day')}" for one in rows.units)
    parts = [
        f"{rows.title}: {show_date(rows.first)} to {show_date(rows.last)}, {units}"
    ]
    for one in rows.pictures:
        if one.wrap is None:
            continue
        said = f"{one.title} wraps {show_date(one.wrap)}"
        if one.release:
            late = f"{count_of(one.late, 'day')} late" if one.late else "in time"
            said += f", {late} for its release {show_date(one.release)}"
        parts.append(said)
    return "; ".join(parts) + "."

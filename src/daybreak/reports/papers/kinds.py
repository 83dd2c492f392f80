"""The list of papers: what each is called, what it shows, in which formats it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from daybreak.reports.papers.breakdown_sheets import breakdown_sheets
from daybreak.reports.papers.calendars import cast_calendar, unit_calendar
from daybreak.reports.papers.call_sheet import call_sheet
from daybreak.reports.papers.costs import costs
from daybreak.reports.papers.cover_sets import cover_sets_paper
from daybreak.reports.papers.day_out_of_days import day_out_of_days_paper
from daybreak.reports.papers.element_days import element_days
from daybreak.reports.papers.element_list import element_list
from daybreak.reports.papers.location_list import location_list
from daybreak.reports.papers.one_liner import one_liner
from daybreak.reports.papers.paper import Paper
from daybreak.reports.papers.personal import personal
from daybreak.reports.papers.plan_on_a_page import plan_on_a_page
from daybreak.reports.papers.production_report import production_report
from daybreak.reports.papers.scene_list import scene_list
from daybreak.reports.papers.schedule_file import schedule_file
from daybreak.reports.papers.shooting_schedule import shooting_schedule
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.papers.stripboard import stripboard_paper

Format = Literal["text", "html", "pdf", "csv", "xlsx", "ics", "svg", "json", "uss"]
Part = Literal["picture", "unit", "person", "category", "day", "drops"]
"""What may be asked of a paper, as `Wanted` names it."""
OF_THE_BOARD: tuple[Part, ...] = ("picture", "unit", "person", "day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of paper.

    Parameters
    ----------
    name
        What ``daybreak report`` calls it.
    shows
        What it shows, in one line for a list.
    make
        Gives the paper.
    formats
        In which formats it is written when all papers are asked for.
    narrowed_by
        What makes a difference to it.
    every
        Of what there is one paper each in the folder of all papers; of ``day`` the
        one that is asked for, else the first.
    """

    name: str
    shows: str
    make: Callable[[Shown], Paper]
    formats: tuple[Format, ...] = ("pdf", "xlsx")
    narrowed_by: tuple[Part, ...] = ()
    every: Literal["once", "picture", "person", "day", "category"] = "once"

    def fitting(self, wanted: Wanted) -> Wanted:
        """Give of a wish what makes a difference to this paper."""
        others: dict[str, Any] = {
            one.name: one.default
            for one in fields(Wanted)
            if one.name not in self.narrowed_by
        }
        return replace(wanted, **others)


KINDS: dict[str, Kind] = {
    one.name: one
    for one in (
        Kind(
            name="stripboard",
            shows="all strips in their colors by day, with day breaks and boneyard",
            make=stripboard_paper,
            narrowed_by=OF_THE_BOARD,
        ),
        Kind(
            name="one-liner",
            shows="a line for each scene by day, what each day comes to, the cast",
            make=one_liner,
            formats=("pdf", "xlsx", "csv"),
            narrowed_by=OF_THE_BOARD,
        ),
        Kind(
            name="shooting-schedule",
            shows="the one-liner with cast, elements and notes of each scene",
            make=shooting_schedule,
            narrowed_by=OF_THE_BOARD,
        ),
        Kind(
            name="breakdown-sheets",
            shows="a sheet for each scene: what it needs and when it is shot",
            make=breakdown_sheets,
            formats=("pdf",),
            narrowed_by=OF_THE_BOARD,
        ),
        Kind(
            name="elements",
            shows="every element by category: its scenes, dates and fees",
            make=element_list,
            narrowed_by=(*OF_THE_BOARD, "category"),
        ),
        Kind(
            name="locations",
            shows="every location by base: sets, scenes, dates, fees, and all moves",
            make=location_list,
            narrowed_by=OF_THE_BOARD,
        ),
        Kind(
            name="scenes",
            shows="when each scene is shot, by its number and by script day",
            make=scene_list,
            narrowed_by=OF_THE_BOARD,
        ),
        Kind(
            name="cover-sets",
            shows="by day, the interiors to shoot when the weather takes exteriors",
            make=cover_sets_paper,
            narrowed_by=OF_THE_BOARD,
        ),
        Kind(
            name="day-out-of-days",
            shows="who works, is held, dropped, travels on which date, with totals",
            make=day_out_of_days_paper,
            narrowed_by=("picture", "person", "drops"),
            every="picture",
        ),
        Kind(
            name="element-days",
            shows="on which dates elements, sets, locations and extras are used",
            make=element_days,
            narrowed_by=("picture", "category"),
        ),
        Kind(
            name="call-sheet",
            shows="a day: calls, scenes, people, needs, and the two days after it",
            make=call_sheet,
            formats=("pdf",),
            narrowed_by=("unit", "day"),
            every="day",
        ),
        Kind(
            name="production-report",
            shows="a day as it was: what was planned, and room for what happened",
            make=production_report,
            formats=("pdf",),
            narrowed_by=("unit", "day"),
            every="day",
        ),
        Kind(
            name="cast-calendar",
            shows="months with who works, is held, travels or is fitted on which date",
            make=cast_calendar,
            formats=("pdf",),
            narrowed_by=("picture", "unit", "person"),
        ),
        Kind(
            name="unit-calendar",
            shows="months with where each unit shoots, moves, holidays",
            make=unit_calendar,
            formats=("pdf", "ics"),
            narrowed_by=("picture", "unit"),
        ),
        Kind(
            name="person",
            shows="one performer's days alone: no rates, nobody else's, no notes",
            make=personal,
            formats=("pdf", "ics"),
            narrowed_by=("picture", "person"),
            every="person",
        ),
        Kind(
            name="plan",
            shows="the shoot as a picture: units, places, people, wraps, releases",
            make=plan_on_a_page,
            formats=("pdf", "svg"),
        ),
        Kind(
            name="costs",
            shows="what the plan costs by line, what each line is made of, the bound",
            make=costs,
        ),
        Kind(
            name="uss",
            shows="a schedule file for other programs, and what it cannot hold",
            make=schedule_file,
            formats=("uss",),
        ),
    )
}
"""By name, in the order of a list for people."""

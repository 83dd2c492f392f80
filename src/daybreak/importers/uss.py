"""A schedule of the Universal Schedule Standard as a production and its boards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from daybreak.importers.defaults import holiday_test
from daybreak.importers.outcome import Imported
from daybreak.importers.places import PlaceNames, place_questions
from daybreak.importers.shoot import Settings, settings_for
from daybreak.importers.tiers import TierName
from daybreak.importers.uss_assumptions import uss_assumptions, uss_questions
from daybreak.importers.uss_calendars import calendar_of
from daybreak.importers.uss_document import UssDocument, UssStripboard
from daybreak.importers.uss_plans import (
    Plan,
    longest_day,
    plans_of,
    whole_days_of,
)
from daybreak.importers.uss_production import Gathered, production_of
from daybreak.importers.uss_scenes import draft_sheets
from daybreak.importers.uss_schedules import boards_of
from daybreak.importers.uss_units import unit_names
from daybreak.model.errors import UsageError
from daybreak.model.production import Base


def import_uss(
    document: UssDocument,
    *,
    today: date | None = None,
    start: date | None = None,
    tier: TierName = "micro",
    title: str | None = None,
    pages_per_day: Decimal | int | None = None,
    holidays: Sequence[date | str] = (),
    base: Base | None = None,
    locations: Mapping[str, str] | None = None,
    board: str | None = None,
) -> Imported:
    """Make a production of a schedule file, and a schedule of each board with days.

    Parameters
    ----------
    document
        What the file says.
    today
        The date of the import; where neither the file nor ``start`` says when
        shooting begins, it does on the first Monday at least eight weeks later.
    start
        First date of shooting, in place of the file's.
    tier, title, pages_per_day, base, locations
        As `daybreak.importers.breakdown.import_scripts` has them.
    holidays
        Dates and countries on which nobody shoots, beside those of the file.
    board
        The stripboard whose calendar is the production's; else the first with days.

    Raises
    ------
    UsageError
        When there is no such board, no date, or a setting makes no sense.

    Notes
    -----
    SPEC 1 and 2. docs/uss.md tells what becomes of each field.
    """
    settings = settings_for(
        today=today,
        start=start,
        tier=tier,
        pages_per_day=pages_per_day,
        holidays=holidays,
        base=base,
    )
    names = PlaceNames(locations or {})
    read = _gather(document, settings, names, title=title, board=board, start=start)
    production, scenes = production_of(read)
    boards = boards_of(
        production,
        read.plans,
        calendars=read.calendars,
        unit_ids=read.units.ids,
        scenes=scenes,
    )
    drafts = [one.draft for one in read.sheets.scenes]
    return Imported(
        production=production,
        assumed=uss_assumptions(production, read, boards),
        questions=(
            *read.sheets.questions,
            *place_questions(drafts, names),
            *uss_questions(read),
        ),
        warnings=document.remarks,
        boards=boards,
    )


def _gather(
    document: UssDocument,
    settings: Settings,
    names: PlaceNames,
    *,
    title: str | None,
    board: str | None,
    start: date | None,
) -> Gathered:
    stem = document.file.rpartition(".")[0] or document.file
    title = title or document.header.project.strip() or stem
    sheets = draft_sheets(document, names, title)
    plans = plans_of(document, sheets.scenes, settings.eighth_minutes)
    chosen = _chosen(plans, board)
    sources: list[UssStripboard | None] = [plan.source for plan in plans]
    calendars = tuple(
        calendar_of(
            document,
            source,
            start=start,
            otherwise=settings.start,
            is_holiday=holiday_test(settings.holidays),
        )
        for source in sources or [None]
    )
    return Gathered(
        document=document,
        settings=settings,
        sheets=sheets,
        plans=plans,
        calendar=calendars[plans.index(chosen)] if chosen else calendars[0],
        calendars=calendars,
        units=unit_names(plans, sheets.scenes),
        longest=longest_day(
            plans,
            {one.sheet.id: one for one in sheets.scenes},
            eighth_minutes=settings.eighth_minutes,
            move_minutes=settings.tier.move_minutes.value,
            but=frozenset(whole_days_of(document)),
        ),
        title=title,
    )


def _chosen(plans: Sequence[Plan], board: str | None) -> Plan | None:
    """Give the plan of a name, else the first one.

    Raises
    ------
    UsageError
        When there is none of that name.
    """
    if board is None:
        return plans[0] if plans else None
    for plan in plans:
        if plan.name.casefold() == board.casefold():
            return plan
    known = ", ".join(f'"{plan.name}"' for plan in plans) or "none"
    raise UsageError(
        f'The schedule has no board "{board[:60]}" with days.\nIt has: {known}.'
    )

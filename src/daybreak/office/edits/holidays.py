"""Holidays of countries put on the calendar of a production."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from daybreak.importers.defaults import holiday_test, holidays_between
from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.office.edits.edit import Edit
from daybreak.reports.phrases import count_of, show_date

LISTED_MOST = 12


def add_holidays(production: Production, named: tuple[str, ...]) -> Edit:
    """Give a production on whose holidays no unit shoots.

    Parameters
    ----------
    named
        Countries (``GB``), parts of them (``US-CA``), or dates. Of a country those
        from the first date of the first unit to the last of the last are taken.

    Raises
    ------
    UsageError
        When one is neither a country nor a date, or nothing is named.
    """
    if not named or not production.units:
        raise UsageError("No holiday is named.\nMaybe GB, US-CA or 2027-12-25.")
    first = min(one.start for one in production.units)
    last = max(one.end for one in production.units)
    found = set(holidays_between(first, last, holiday_test(named)))
    found |= {date.fromisoformat(one) for one in named if one[:1].isdigit()}
    new = sorted(found - set(production.holidays))
    listed = ", ".join(map(show_date, new[:LISTED_MOST]))
    rest = f" and {len(new) - LISTED_MOST} more" if new[LISTED_MOST:] else ""
    said = f"{count_of(len(new), 'holiday')} added" + (
        f": {listed}{rest}." if new else "."
    )
    every = tuple(sorted({*production.holidays, *new}))
    return Edit(production=replace(production, holidays=every), said=(said,))

"""The code of each member of the cast on each date, for a picture or for all.

To the codes of `daybreak.reports.day_out_of_days` come ``/`` for a holiday, ``M``
for a date of a company move, and ``+`` where two fall on one date: ``H+FT`` is a
fitting on a held date. Of several pictures a letter follows the code of work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from daybreak.reports.moving_dates import moving_people
from daybreak.reports.papers.date_grid import (
    LARGE_WEEKS,
    LETTERED_WEEKS,
    Grid,
    GridGroup,
    GridRow,
    lead_columns,
)
from daybreak.reports.papers.date_heads import (
    calendar_of_columns,
    head_rows,
    refuse_unknown_picture,
)
from daybreak.reports.papers.own_days import person_wanted
from daybreak.reports.papers.paper import Cell
from daybreak.reports.papers.shown import Shown
from daybreak.reports.person_days import EVENTS, PersonDays, person_days
from daybreak.reports.stripboard import board_numbers, cast_name, picture_letters

LOOKS = {
    "W": "work",
    "H": "hold",
    "D": "drop",
    "x": "away",
    "M": "banner",
    "/": "rest",
    **dict.fromkeys(EVENTS.values(), "event"),
}


class CastDays:
    """The people of one paper, and the code of each on each date."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        production, wanted = shown.production, shown.wanted
        refuse_unknown_picture(production, wanted.picture)
        self.production = production
        self.numbers = board_numbers(production)
        self.people = sorted(
            person_days(
                production,
                shown.schedule,
                picture=wanted.picture,
                drops=wanted.drops,
            ),
            key=lambda one: self.numbers[one.person.id],
        )
        if wanted.person is not None:
            chosen = person_wanted(production, wanted.person)
            self.people = [one for one in self.people if one.person is chosen]
        self.calendar = calendar_of_columns(production, shown.schedule)
        self.moving = moving_people(production, shown.schedule.in_order())
        self.letters = picture_letters(production)
        self._codes: dict[str, list[str]] = {}

    def is_needed(self, one: PersonDays) -> bool:
        """Tell whether a person has a line: works, or has events around."""
        if self.shown.wanted.picture is not None:
            return bool(one.on)
        return bool(one.on) or any(one.event(day) for day in self.calendar.dates)

    def code(self, one: PersonDays, day: date) -> str:
        """Give all that falls on a date, ``+`` in between; a letter after work."""
        work = one.work_code(day)
        paid = work or ("D" if one.is_drop(day) else "H" if day in one.held else "")
        event = one.event(day)
        code = "+".join(filter(None, (paid, EVENTS[event.kind] if event else "")))
        if work and len(self.letters) > 1 and self.shown.wanted.picture is None:
            return f"{code} {self.letters_on(one, day)}"
        return code or self.without_code(one, day)

    def without_code(self, one: PersonDays, day: date) -> str:
        """Give what stands where a person has nothing to do for this paper."""
        if day in one.pictures:
            return f"({self.letters_on(one, day)})"
        if one.is_inside(day) and not self.is_dropped(one, day):
            if day in self.moving[one.person.id]:
                return "M"
            if day in self.calendar.holidays:
                return "/"
        if day in self.calendar.off or one.person.is_available(day):
            return ""
        return "x"

    def is_dropped(self, one: PersonDays, day: date) -> bool:
        """Tell whether a date lies in a drop."""
        return any(drop.first <= day < drop.picked_up for drop in one.drops)

    def letters_on(self, one: PersonDays, day: date) -> str:
        """Give the letters of the pictures that a person works for on a date."""
        return "".join(sorted(self.letters[of] for of in one.pictures[day]))

    def cell(self, day: date, code: str) -> Cell:
        """Give a code in its style; dates without shooting are grey."""
        if not code:
            return Cell(None, "rest" if day in self.calendar.off else "")
        return Cell(code, style_of(code))

    def grid(self, people: Sequence[PersonDays]) -> Grid:
        """Give the grid of some people, with the shooting days above them."""
        dates = self.calendar.dates
        rows = []
        for one in people:
            lead = (Cell(self.numbers[one.person.id]), Cell(cast_name(one.person)))
            days = tuple(map(self.cell, dates, self.codes(one)))
            rows.append(GridRow(lead=lead, days=days))
        return Grid(
            name="day_out_of_days",
            dates=dates,
            lead=lead_columns("Cast"),
            heads=head_rows(self.production, self.shown.schedule, self.calendar),
            groups=(GridGroup(name="", rows=tuple(rows)),),
            totals=(self.working(people),),
            empty="Nobody is scheduled.",
            weeks=LETTERED_WEEKS if len(self.letters) > 1 else LARGE_WEEKS,
        )

    def working(self, people: Sequence[PersonDays]) -> GridRow:
        """Give how many people work, by date."""
        counts = Counter(day for one in people for day in one.on)
        days = (Cell(str(counts[day]) if counts[day] else None) for day in self.dates)
        lead = (Cell(), Cell("Cast working"))
        return GridRow(lead=lead, days=tuple(days), style="title")

    @property
    def dates(self) -> tuple[date, ...]:
        """The dates of the columns."""
        return self.calendar.dates

    def codes(self, one: PersonDays) -> list[str]:
        """Give the code of each date of the columns."""
        known = self._codes.get(one.person.id)
        if known is None:
            known = [self.code(one, day) for day in self.dates]
            self._codes[one.person.id] = known
        return known


def style_of(code: str) -> str:
    """Give the style of a code; the first of two decides."""
    lead = code.split()[0].split("+")[0]
    if lead.startswith("("):
        return "soft"
    return LOOKS.get(lead, "start")

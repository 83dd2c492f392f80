"""What a new plan has to keep, and what it costs to change the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from daybreak.model.schedule import Day
from daybreak.model.standing import Place
from daybreak.model.writing import write_part


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """What stands before a plan is made anew.

    Parameters
    ----------
    today
        The first date that may be planned.
    shot
        The days before it, as they were shot; ids of the production that is planned.
    earlier
        Where each strip that is left stood before, by scene id; a strip that stood
        nowhere is not named.
    """

    today: date
    shot: tuple[Day, ...]
    earlier: Mapping[str, Place]

    def to_data(self) -> dict[str, Any]:
        """Give it in plain JSON values, for a process of its own."""
        return {
            "today": self.today.isoformat(),
            "shot": [write_part(day) for day in self.shot],
            "earlier": [
                [strip, place.unit, place.date.isoformat()]
                for strip, place in self.earlier.items()
            ],
        }


def keep_from_data(data: Mapping[str, Any]) -> Keep:
    """Read what `Keep.to_data` gave."""
    return Keep(
        today=date.fromisoformat(data["today"]),
        shot=tuple(
            Day(
                unit=day["unit"],
                date=date.fromisoformat(day["date"]),
                shift=day["shift"],
                strips=tuple(day["strips"]),
            )
            for day in data["shot"]
        ),
        earlier={
            strip: Place(unit, date.fromisoformat(day))
            for strip, unit, day in data["earlier"]
        },
    )

"""Compare two schedules of a production."""

from __future__ import annotations

from daybreak.checking import check, count_costs
from daybreak.model.files import production_hash
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.reports.comparison import Comparison, comparison


def compare(production: Production, before: Schedule, after: Schedule) -> Comparison:
    """Give what is different in ``after``: strips, days, people, wraps and costs.

    Both are counted against the production given, whichever one they were made for.

    Raises
    ------
    DocumentError
        When one names a unit or scene that the production does not have.
    """
    costs = count_costs(production, before), count_costs(production, after)
    return comparison(production, before, after, costs=costs)


def refuse_unknown(production: Production, schedule: Schedule) -> None:
    """Refuse a schedule that names what the production does not have.

    Raises
    ------
    DocumentError
        For every unit or scene that it does not know.
    """
    check(production, schedule)


def remarks_on(
    production: Production, before: Schedule, after: Schedule
) -> tuple[str, ...]:
    """Say where a schedule was made for another version of the production."""
    own = production_hash(production)
    made_for = {"first": before.production, "second": after.production}
    return tuple(
        f"The {which} schedule was made for another version of the production: it is "
        "counted against the one given."
        for which, stated in made_for.items()
        if stated is not None and stated != own
    )

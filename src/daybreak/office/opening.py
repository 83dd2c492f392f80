"""Open a production and a schedule together, checked and counted."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from daybreak.checking import Costs, Violation, check, count_costs, is_valid
from daybreak.model.errors import DocumentError, UsageError
from daybreak.model.files import production_hash, read, read_schedule
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office.asked import Asked, is_document, refuse_json

Path = str | os.PathLike[str]
REASONS = "reasons"
"""Key under a schedule's ``extra``: by scene id, why a strip is in the boneyard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A production with a schedule, and what the rule book says of the two.

    Parameters
    ----------
    violations
        Everything the check found, blocking or warning.
    costs
        Counted anew, whatever the schedule says itself.
    remarks
        What a reader should know: made for another version, another total.
    """

    production: Production
    schedule: Schedule
    violations: tuple[Violation, ...]
    costs: Costs
    remarks: tuple[str, ...]

    @property
    def valid(self) -> bool:
        """Whether the schedule breaks no rule that blocks."""
        return is_valid(self.violations)

    @property
    def reasons(self) -> Mapping[str, str]:
        """By scene id, why a strip stands in the boneyard, where written down."""
        return reasons_in(self.schedule)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductionRead:
    """A production from a file, and what a reader should know of it.

    Parameters
    ----------
    rests_on
        Of a document: what the production rests on that is not certain.
    """

    production: Production
    rests_on: tuple[str, ...] = ()


def read_production(path: Path, asked: Asked | None = None) -> ProductionRead:
    """Read a production from JSON, or build it of a document as of a day.

    Parameters
    ----------
    asked
        The day and the certainty; all that is known, at least expected, for None.

    Raises
    ------
    DocumentError, UsageError
        When it cannot be read, or a JSON file is asked for a day.
    """
    wanted = asked or Asked()
    refuse_json(path, wanted)
    if not is_document(path):
        return ProductionRead(production=read(path))
    from daybreak.office import (  # slow import: the store  # noqa: PLC0415
        fact_papers,
        facts,
    )

    built, entries = facts.built_as_asked(path, wanted)
    return ProductionRead(
        production=built.production,
        rests_on=tuple(fact_papers.rests_on(built, entries)),
    )


def open_files(production: Path, schedule: Path, asked: Asked | None = None) -> Opened:
    """Read a production and a schedule, check and count.

    Raises
    ------
    DocumentError, UsageError
        When one cannot be read, or they do not belong together.
    """
    if os.fspath(production) == "-" and os.fspath(schedule) == "-":
        raise UsageError(
            "Both documents are to come from standard input.\n"
            "Maybe name a file for one of them."
        )
    # What comes from a pipe is read first: who writes it may still be writing the
    # file, too.
    piped = read_schedule(schedule) if os.fspath(schedule) == "-" else None
    read_one = read_production(production, asked)
    try:
        opened = open_documents(read_one.production, piped or read_schedule(schedule))
        return replace(opened, remarks=(*read_one.rests_on, *opened.remarks))
    except DocumentError as error:
        if error.source:
            raise
        raise DocumentError(error.faults, source=os.fspath(schedule)) from None


def open_documents(production: Production, schedule: Schedule) -> Opened:
    """Check and count a schedule.

    Raises
    ------
    DocumentError
        When the schedule names what the production does not know.
    """
    violations = check(production, schedule)
    costs = count_costs(production, schedule)
    return Opened(
        production=production,
        schedule=schedule,
        violations=violations,
        costs=costs,
        remarks=tuple(_remarks(production, schedule, costs)),
    )


def _remarks(production: Production, schedule: Schedule, costs: Costs) -> list[str]:
    remarks = []
    stated = schedule.production
    if stated is not None and stated != production_hash(production):
        remarks.append(
            "The production has changed since this schedule was made: "
            "what follows is checked and counted against the production given."
        )
    total = schedule.cost.get("total")
    if total is not None and total != costs.lines["total"]:
        remarks.append(
            f"The schedule states a total of {total:,}; counted anew it costs "
            f"{costs.lines['total']:,}."
        )
    return remarks


def reasons_in(schedule: Schedule) -> dict[str, str]:
    """Give the boneyard reasons that a schedule carries, by scene id."""
    found: Any = schedule.extra.get(REASONS)
    if not isinstance(found, Mapping):
        return {}
    return {str(key): str(value) for key, value in found.items()}

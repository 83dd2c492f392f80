"""What a check found, by rule: what breaks the schedule first, then the warnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, get_args

from daybreak.model.production import Production, RuleName
from daybreak.reports.cells import clean, wrap
from daybreak.reports.lines import Line, Span, line
from daybreak.reports.phrases import count_of, show_date, with_dates

if TYPE_CHECKING:
    from daybreak.checking import Violation

ORDER = {rule: place for place, rule in enumerate(get_args(RuleName))}


def violation_lines(
    production: Production, broken: Sequence[Violation], *, width: int
) -> list[Line]:
    """Give what a check found as lines, with a verdict on top."""
    blocking = [one for one in broken if one.level == "blocks"]
    warning = [one for one in broken if one.level == "warns"]
    made = [_verdict(len(blocking), len(warning))]
    for head, some in (("Breaks the schedule", blocking), ("Warns", warning)):
        if some:
            made += [line(), line(head, "title"), *_by_rule(production, some, width)]
    return made


def _verdict(blocking: int, warning: int) -> Line:
    warned = f", {count_of(warning, 'warning')}" if warning else ""
    if blocking:
        said = f"NOT VALID: {count_of(blocking, 'violation')}{warned}"
        return line(said, "away")
    return line(f"valid: it breaks no rule{warned}", "good")


def _by_rule(
    production: Production, broken: Sequence[Violation], width: int
) -> Iterator[Line]:
    ranked = sorted(broken, key=lambda one: ORDER[one.rule])
    for rule, group in groupby(ranked, key=lambda one: one.rule):
        found = list(group)
        count = f"  {len(found)}" if len(found) > 1 else ""
        yield Line((Span(f"{rule}{count}", "title"),))
        for one in found:
            yield from _one(production, one, width)


def _one(production: Production, one: Violation, width: int) -> Iterator[Line]:
    where = _where(production, one)
    said = f"{where}: {one.said}" if where else one.said
    for place, text in enumerate(wrap(with_dates(clean(said)).split(), width - 4)):
        yield line(("  - " if place == 0 else "    ") + text)


def _where(production: Production, one: Violation) -> str:
    units = {unit.id: unit.name for unit in production.units}
    parts = []
    if one.where.date is not None:
        parts.append(show_date(one.where.date))
    if one.where.unit is not None and len(production.units) > 1:
        parts.append(units.get(one.where.unit, one.where.unit))
    return ", ".join(parts)

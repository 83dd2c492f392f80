"""Days of the founding case as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from daybreak.office.mission import MissionDay, PictureOutlook
from daybreak.reports.cells import wrap
from daybreak.reports.cost_table import gap_of, percent
from daybreak.reports.fact_lines import change_lines
from daybreak.reports.lines import Line, line
from daybreak.reports.phrases import count_of, show_date, show_money

CHANGES_SHOWN = 12


def day_lines(one: MissionDay, *, width: int) -> list[Line]:
    """Give a day of the replay as lines of at most ``width`` cells."""
    made = [line(show_date(one.day), "title")]
    made += _part("Known", [_release_words(found) for found in one.pictures], width)
    if one.disputes:
        made += [line("Disputed", "conflict"), *_wrapped(one.disputes, width)]
    made += _part("Not certain", one.rests_on, width)
    if one.changes:
        made.append(line("What changed since the date before", "soft"))
        made += change_lines(one.changes[:CHANGES_SHOWN], width=width)
        more = len(one.changes) - CHANGES_SHOWN
        if more > 0:
            made.append(line(f"and {count_of(more, 'more change')}", "soft"))
    made.append(line("Plan", "soft"))
    made += _wrapped([*plan_words(one)], width)
    for found in one.pictures:
        told = [f"{found.title}: {outlook_words(found)}"]
        made += _wrapped(told, width, style=_style(found))
    return [*made, line()]


def _part(head: str, told: Sequence[str], width: int) -> list[Line]:
    return [line(head, "soft"), *_wrapped(told, width)] if told else []


def _wrapped(told: Iterable[str], width: int, *, style: str = "") -> Iterator[Line]:
    for text in told:
        for at, part in enumerate(wrap(text.split(), width - 4)):
            yield line(f"{'    ' if at else '  '}{part}", style)


def _release_words(found: PictureOutlook) -> str:
    if found.release is None:
        return f"{found.title}: nobody has said when it is released."
    day = "" if found.said == found.release.isoformat() else f", so by {found.release}"
    streams = f" It streams on {found.streaming}." if found.streaming else ""
    settled = (
        f" The dispute is settled, by {found.settled_by}." if found.settled_by else ""
    )
    who = "; ".join(found.sources)
    return (
        f"{found.title}: released {found.said}{day} ({found.status}; {who})."
        f"{settled}{streams}"
    )


def plan_words(one: MissionDay) -> Iterator[str]:
    """Yield what there is to say of the plan: strips, cost, bound, boneyard."""
    schedule, currency = one.opened.schedule, one.opened.production.currency
    strips = sum(len(day.strips) for day in schedule.days)
    moved = "" if one.moved is None else f" {one.moved:,} moved since the plan before."
    yield (
        f"{count_of(strips, 'strip')} on {count_of(len(schedule.days), 'day')} of "
        f"units. {count_of(one.shot, 'strip')} shot so far.{moved}"
    )
    cost = one.opened.costs.total
    yield f"Cost {show_money(cost, currency)}. {_bound_words(one, cost, currency)}"
    checked = "It breaks no rule."
    if not one.opened.valid:
        checked = "What was shot broke a rule, which no plan can mend:"
    blocking = [two.said for two in one.opened.violations if two.level == "blocks"]
    yield " ".join([checked, *blocking])
    if not schedule.boneyard:
        yield "The boneyard is empty."
    for strip in schedule.boneyard:
        yield f"In the boneyard: {strip}. {one.opened.reasons.get(strip, '')}".rstrip()
    yield from one.notes


def _bound_words(one: MissionDay, cost: int, currency: str) -> str:
    if one.bound is None:
        return "No least cost was proven."
    gap = percent(gap_of(cost, one.bound) or 0)
    least = show_money(one.bound, currency)
    return f"No plan from here costs less than {least}: proven, {gap} below."


def outlook_words(found: PictureOutlook) -> str:
    """Say whether a picture makes its release."""
    if found.wrap is None or found.delivery is None:
        return "no strip of it stands on a day."
    told = f"wraps {found.wrap}, delivered {found.delivery}"
    if found.release is None:
        return f"{told}."
    late = found.days_late
    if late > 0:
        return f"{told}: {count_of(late, 'day')} too late for {found.release}."
    return f"{told}: makes {found.release} with {count_of(-late, 'day')} to spare."


def _style(found: PictureOutlook) -> str:
    return "away" if found.days_late > 0 else "good"


def day_as_json(one: MissionDay) -> dict[str, Any]:
    """Give a day of the replay as JSON."""
    return {
        "date": one.day.isoformat(),
        "pictures": [
            {
                "title": found.title,
                "release": found.said or None,
                "status": found.status or None,
                "sources": list(found.sources),
                "disputed": found.is_disputed,
                "settled_by": found.settled_by or None,
                "streaming": found.streaming,
                "wrap": found.wrap,
                "delivery": found.delivery,
                "days_late": found.days_late,
            }
            for found in one.pictures
        ],
        "rests_on": list(one.rests_on),
        "disputes": list(one.disputes),
        "changes": [
            {"path": row.path, "what": row.what, "source": row.who}
            for row in one.changes
        ],
        "valid": one.opened.valid,
        "cost": dict(one.opened.costs.lines),
        "bound": one.bound,
        "days": len(one.opened.schedule.days),
        "shot": one.shot,
        "moved": one.moved,
        "boneyard": [
            {"scene": strip, "reason": one.opened.reasons.get(strip, "")}
            for strip in one.opened.schedule.boneyard
        ],
        "notes": list(one.notes),
    }

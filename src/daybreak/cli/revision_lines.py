"""What a draft changed, as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from daybreak.reports.cells import clean, clip, left
from daybreak.reports.phrases import (
    count_of,
    show_date,
    show_money,
    with_dates,
)

if TYPE_CHECKING:
    from daybreak.importers.revisions.changes import (
        FieldChange,
        Revised,
        SceneChange,
    )
    from daybreak.model.production import Production
    from daybreak.office.revised_boards import BoardAfter

HEADING_MOST = 44
BROKEN_MOST = 8
LABELS = {
    "place": "I/E",
    "eighths": "length",
    "script_day": "script day",
    "script place": "in the script",
}
OF_HEADING = {"place", "time", "set", "location"}
LONG = ("synopsis", "notes")
COUNTED = ("changed", "renumbered", "moved", "added", "restored", "omitted")


def revision_lines(revised: Revised, *, title: str) -> Iterator[str]:
    """Yield what became of the scenes: a summary, then each that is not as it was."""
    color = revised.color[:1].upper() + revised.color[1:]
    yield f"{title}, {color} draft ({revised.file}): {_summary(revised)}"
    if not revised.changed:
        return
    yield ""
    number = max(len(one.number) for one in revised.changed)
    heading = max(len(clean(one.heading)) for one in revised.changed)
    wide = min(heading, HEADING_MOST)
    for one in revised.changed:
        head = left(clip(clean(one.heading), wide), wide)
        yield f"  {one.number:<{number}}  {head}  {with_dates(_told(one))}".rstrip()


def _summary(revised: Revised) -> str:
    same = sum(not one.what for one in revised.scenes)
    counts = [f"{same} unchanged"]
    for what in COUNTED:
        number = sum(what in one.what for one in revised.scenes)
        if number:
            counts.append(f"{number} {what}")
    return f"{count_of(len(revised.scenes), 'scene')}, {', '.join(counts)}"


def _told(one: SceneChange) -> str:
    what = ", ".join(_what(one))
    names = {field.field for field in one.fields}
    said = {"number"} | ({"heading"} if names & OF_HEADING else set())
    fields = "; ".join(_field(field) for field in one.fields if field.field not in said)
    shot = f" (shot {one.shot_on}, stays as it was shot)" if one.shot_on else ""
    return f"{what}{shot}" + (f": {fields}" if fields else "")


def _what(one: SceneChange) -> Iterator[str]:
    for what in one.what:
        if what == "renumbered":
            was = next(f.before for f in one.fields if f.field == "number")
            yield f"renumbered from {was}"
        elif what == "split":
            yield f"split from {one.other_number}"
        elif what == "merged":
            yield f"merged into {one.other_number}"
        else:
            yield what


def _field(one: FieldChange) -> str:
    label = LABELS.get(one.field, one.field)
    if one.gained or one.lost:
        signs = [*(f"+ {name}" for name in one.gained)]
        signs += [f"- {name}" for name in one.lost]
        return f"{label} {', '.join(signs)}"
    if one.field == "text":
        return one.after
    if one.field in LONG:
        return f"another {label}" if one.after else f"no {label} any more"
    return f"{label} {one.before or 'none'} -> {one.after or 'none'}"


def board_lines_after(
    after: BoardAfter, production: Production, before: Production
) -> Iterator[str]:
    """Yield what became of a board, and what it breaks since the draft."""
    scenes = (*before.scenes, *production.scenes)
    numbers = {one.id: one.number for one in scenes}
    cost, currency = after.opened.costs.total, production.currency
    yield (
        f"Board {after.name}: {show_money(after.cost_before, currency)} before, "
        f"{show_money(cost, currency)} now"
    )
    if after.waiting:
        yield f"  in the boneyard: {_listed(numbers, after.waiting)}"
    if after.left:
        yield f"  left the board: {_listed(numbers, after.left)}"
    for unit, day in after.days_gone:
        yield f"  {show_date(day)}: {unit} has nothing left to shoot"
    yield from _broken(after)


def _broken(after: BoardAfter) -> Iterator[str]:
    new = after.new_violations
    for one in new[:BROKEN_MOST]:
        where = f"{show_date(one.where.date)}: " if one.where.date else ""
        level = "breaks" if one.level == "blocks" else "warns"
        yield f"  now {level} {one.rule}: {where}{with_dates(clean(one.said))}"
    if len(new) > BROKEN_MOST:
        yield f"  and {len(new) - BROKEN_MOST} more"
    if not new:
        yield "  it breaks no rule that it kept before"
    if not after.opened.valid:
        yield "  NOT VALID: daybreak check tells all, daybreak replan mends it"


def _listed(numbers: dict[str, str], scenes: Sequence[str]) -> str:
    return ", ".join(numbers.get(one, one) for one in scenes)

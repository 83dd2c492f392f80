"""What would help most, in words and lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daybreak.reports.cells import clean, clip, left, right, width_of, wrap
from daybreak.reports.lever_rows import LeverRow, LeverTable
from daybreak.reports.lines import Line, Span, line
from daybreak.reports.phrases import count_of, show_money, with_dates

HEADS = ("saves", "95 % sure of", "days", "strips", "how sure")
SHOWN = ((0, 1, 2, 3, 4), (0, 2, 3, 4), (0, 4))
"""Which columns are shown, from a wide terminal to a narrow one."""
LEAD, NAMES_LEAST, BETWEEN = 4, 30, 2
NONE = "-"
ANSWERS = 3
TELLING = 10  # a proven most that is a larger share of the plan says too little
UNSURE = {"likely": "likely, not sure", "unclear": "but luck may have done it"}


def lever_lines(table: LeverTable, *, width: int) -> list[Line]:
    """Give the ranked levers as lines of at most ``width`` cells."""
    made = [line(clip(f"{clean(table.title)}: what would help most", width), "title")]
    if table.rows:
        made += [line(), *_ranked(table, width)]
    made.append(line())
    for text in (*answer(table), *about(table)):
        parts = wrap(clean(text).split(), width - 2)
        made += [
            line(one if not at else f"  {one}", "soft") for at, one in enumerate(parts)
        ]
    return made


def _ranked(table: LeverTable, width: int) -> Iterator[Line]:
    rows = [HEADS, *(_cells(one, table.currency) for one in table.rows)]
    sizes = [max(width_of(row[at]) for row in rows) for at in range(len(HEADS))]
    shown = next(
        (some for some in SHOWN if _room(sizes, some, width) >= NAMES_LEAST), SHOWN[-1]
    )
    room = max(1, _room(sizes, shown, width))
    yield line(" " * (room + LEAD) + _joined(HEADS, sizes, shown), "soft")
    for at, (row, cells) in enumerate(zip(table.rows, rows[1:], strict=True), start=1):
        first, *more = wrap(clean(name_of(row)).split(), room) or [""]
        style = "title" if row in table.helping else ""
        lead = Span(right(str(at), LEAD - 2) + "  " + left(first, room), style)
        yield Line((lead, Span(_joined(cells, sizes, shown))))
        yield from (line(f"{'':{LEAD}}{one}", style) for one in more)


def _room(sizes: Sequence[int], shown: Sequence[int], width: int) -> int:
    """Give the cells that are left for names beside some columns."""
    return width - LEAD - sum(sizes[at] + BETWEEN for at in shown)


def _joined(cells: Sequence[str], sizes: Sequence[int], shown: Sequence[int]) -> str:
    *first, last = shown
    told = [" " * BETWEEN + right(cells[at], sizes[at]) for at in first]
    return "".join(told) + " " * BETWEEN + left(cells[last], sizes[last])


def _cells(row: LeverRow, currency: str) -> tuple[str, ...]:
    return (
        show_money(row.saved, currency),
        interval(row, currency),
        signed(row.days),
        signed(row.strips),
        row.words,
    )


def name_of(row: LeverRow) -> str:
    """Give a lever's name with its dates as people read them, a capital first."""
    return capital(with_dates(row.name))


def capital(text: str) -> str:
    """Give a sentence with a capital first, all else as it is."""
    return text[:1].upper() + text[1:]


def signed(number: float) -> str:
    """Give days or strips saved: ``2``, ``1.3``, ``-0.7``; a dash for none."""
    told = f"{number:.1f}".removesuffix(".0")
    return NONE if told in ("0", "-0") else told


def amount(number: float, noun: str) -> str:
    """Give ``1 day``, ``1.3 days``."""
    told = signed(number)
    return f"{told} {noun}{'' if told == '1' else 's'}"


def interval(row: LeverRow, currency: str) -> str:
    """Give the 95 per cent interval of what is saved; a dash for a single seed."""
    if row.low is None or row.high is None:
        return NONE
    if row.low == row.high:
        return show_money(row.low, currency)
    return f"{show_money(row.low, currency)} to {show_money(row.high, currency)}"


def answer(table: LeverTable) -> Iterator[str]:
    """Yield the answer in a sentence for each of the three that help most.

    What luck may have done comes last, and says so.
    """
    best = [one for one in table.rows if one.saved > 0 or one.strips > 0][:ANSWERS]
    if not table.rows:
        yield "Nothing was measured."
        return
    if not best:
        yield "Nothing that was tried is seen to help."
        return
    lead = f"{len(best)} levers" if len(best) > 1 else "lever"
    yield f"The {lead} that would help most:"
    for at, row in enumerate(best, start=1):
        yield f"{at}. {name_of(row)}: {gain(row, table)}."


def gain(row: LeverRow, table: LeverTable) -> str:
    """Give what a lever brings, in words."""
    told = []
    if row.strips > 0:
        told.append(f"{amount(row.strips, 'strip')} out of the boneyard")
    money = show_money(abs(row.saved), table.currency)
    told.append(f"{'saves' if row.saved >= 0 else 'costs'} about {money}")
    if signed(row.days) != NONE:
        verb = "fewer" if row.days > 0 else "more"
        told.append(f"{amount(abs(row.days), 'shooting day')} {verb}")
    for one in row.sooner:
        if abs(one.days) >= 1:
            when = "sooner" if one.days > 0 else "later"
            told.append(f"{one.title} wraps {amount(abs(one.days), 'day')} {when}")
    if row.verdict != "helps":
        told.append(UNSURE.get(row.verdict, "but it is not told from luck"))
    return ", ".join(told)


def about(table: LeverTable) -> Iterator[str]:
    """Yield what has to be known of the figures."""
    money = table.currency
    cost, settled = show_money(table.cost, money), show_money(table.settled, money)
    yield (
        f"The plan costs {cost}; searched on without any change it costs {settled}, "
        "which is no lever's merit."
    )
    yield (
        f"Each lever was replanned from there with {count_of(table.seeds, 'seed')}, "
        f"{table.work} each, and held against replans of the same seed without it, "
        f"which differ by {show_money(table.spread, money)} among themselves."
    )
    yield (
        "What the other side asks for is not in the sum: only what the plan costs "
        "less. Savings of two levers do not add up."
    )
    if table.bound is not None:
        yield (
            "Proven: without any lever no plan costs less than "
            f"{show_money(table.bound, money)}."
        )
    for row in table.rows:
        if row.at_most is not None and 0 < row.at_most <= table.settled // TELLING:
            yield f"Proven: {name_of(row)} saves at most {_most(row, money)}."
    for one in table.idle:
        yield f"Proven: no shift gains by it, so it cannot help: {one}."
    if table.screened:
        yield (
            f"{count_of(len(table.screened), 'more fact')} had one replan and promised "
            "less."
        )
    if table.untried:
        yield f"{count_of(len(table.untried), 'fact')} with less at stake not tried."
    if table.far:
        yield (f"{count_of(table.far, 'fact')} left out: the plan comes nowhere near.")


def _most(row: LeverRow, currency: str) -> str:
    return show_money(row.at_most or 0, currency)

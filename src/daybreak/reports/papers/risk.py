"""The risk paper: the chances, the picture, and every assumption on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daybreak.reports.drawing.risk_picture import draw_risk
from daybreak.reports.papers.paper import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Group,
    Paper,
    Picture,
    Row,
    Section,
    Table,
    Text,
)
from daybreak.reports.papers.risk_beside import replan_blocks, swing_blocks
from daybreak.reports.papers.stamp import Stamp
from daybreak.reports.phrases import count_of, show_date, show_money
from daybreak.reports.risk_rows import (
    CauseRow,
    ChanceRow,
    DateRow,
    PictureRiskRow,
    RiskRows,
    percent_of,
)

QUANTILES = ("P10", "P50", "P90")


def risk_paper(rows: RiskRows, stamp: Stamp) -> Paper:
    """Give the paper of a simulated shoot."""
    return Paper(
        kind="risk",
        title="Risk",
        stamp=stamp,
        currency=rows.currency,
        subtitle=_runs_said(rows),
        sections=(
            Section(blocks=(*_answers(rows), _picture(rows, stamp))),
            Section(
                title="Dates and cost",
                blocks=(_chances(rows), _dates(rows), _cost(rows)),
            ),
            Section(
                title="How many days in hand buy which chance",
                blocks=(*_contingency(rows),),
            ),
            *_beside(rows),
            Section(title="What loses most days", blocks=(*_causes(rows),)),
            Section(title="What is assumed", blocks=(*_assumed(rows),)),
        ),
    )


def _beside(rows: RiskRows) -> Iterator[Section]:
    """Yield what was asked beside: other assumptions, the worst runs planned anew."""
    if rows.swings:
        yield Section(
            title="How the chance moves with what is assumed",
            blocks=(*swing_blocks(rows.swings),),
        )
    if rows.replans is not None:
        yield Section(
            title="The worst runs, planned anew on the evening of their worst day",
            blocks=(*replan_blocks(rows.replans),),
        )


def _runs_said(rows: RiskRows) -> str:
    short = f" of {rows.asked:,} asked for" if rows.done < rows.asked else ""
    return (
        f"{count_of(rows.done, 'run')}{short}, from {show_date(rows.today)} on, "
        f"seed {rows.seed}"
    )


def answer_of(row: PictureRiskRow) -> str:
    """Give what a producer asks of a picture, in a sentence or two."""
    if row.opens is None or row.release is None:
        said = f"{row.title} has no release; it wraps as planned in {row.wraps.said}."
    else:
        said = (
            f"{row.title} is ready for its release on {show_date(row.release)} in "
            f"{row.opens.said} of runs."
        )
    middle, late = row.wrap[1].value, row.wrap[2].value
    wraps = (
        f" It wraps by {_day(middle)} in half of them, by {_day(late)} in nine of ten"
    )
    return f"{said}{wraps}; planned is {show_date(row.plan_wrap)}."


def _answers(rows: RiskRows) -> Iterator[Block]:
    yield Text(paragraphs=tuple(answer_of(one) for one in rows.pictures), style="title")
    waits = tuple(_waits(one) for one in rows.pictures if one.waits)
    if waits:
        yield Text(paragraphs=waits)
    _, middle, high = rows.cost
    money = rows.currency
    yield Text(
        paragraphs=(
            f"The plan costs {show_money(rows.plan_cost, money)}. Half of the runs "
            f"cost {show_money(middle.value, money)} or less, nine of ten "
            f"{show_money(high.value, money)} or less.",
            *rows.findings,
        )
    )


def _waits(row: PictureRiskRow) -> str:
    told = "; ".join(f"{name} ({percent_of(share)})" for name, share in row.waits)
    return (
        f"Where {row.title} wraps later than planned, it waits most often for {told}."
    )


def _picture(rows: RiskRows, stamp: Stamp) -> Block:
    says = " ".join(answer_of(one) for one in rows.pictures)
    drawn = draw_risk(rows, stamp=stamp.said, says=says)
    return Picture(svg=drawn.svg, says=says, width=drawn.width, height=drawn.height)


# --- tables ---------------------------------------------------------------------------


def _table(
    name: str,
    columns: Sequence[Column],
    lines: Sequence[Sequence[str | int | date | None]],
    *,
    title: str = "",
    empty: str = "Nothing.",
) -> Table:
    rows = tuple(
        Group(rows=(Row(cells=tuple(Cell(value) for value in one)),)) for one in lines
    )
    return Table(
        name=name, title=title, columns=tuple(columns), groups=rows, empty=empty
    )


def _text(key: str, label: str, width: float = 1.0) -> Column:
    return Column(key=key, label=label, width=width)


def _right(key: str, label: str, width: float = 1.0) -> Column:
    return Column(key=key, label=label, width=width, align="right")


def _chances(rows: RiskRows) -> Table:
    """Give the chance of each date, with the interval that holds with 95 %."""
    lines = []
    for one in rows.pictures:
        release = show_date(one.release) if one.release else "-"
        opens = one.opens.said if one.opens else "-"
        wrap, ready = show_date(one.plan_wrap), show_date(one.plan_delivery)
        lines.append(
            (one.title, wrap, one.wraps.said, ready, one.delivers.said, release, opens)
        )
    return _table(
        "chances",
        (
            _text("picture", "Picture", 1.6),
            _text("wrap", "Planned wrap", 1.3),
            _text("wraps", "Wraps by then", 1.3),
            _text("delivery", "Planned delivery", 1.3),
            _text("delivers", "Ready by then", 1.3),
            _text("release", "Release", 1.3),
            _text("opens", "Ready by then", 1.3),
        ),
        lines,
        title="Chances; in brackets the interval that holds with 95 %",
    )


def _dates(rows: RiskRows) -> Table:
    lines = []
    for one in rows.pictures:
        for what, dates in (("wrap", one.wrap), ("delivery", one.delivery)):
            lines.append((one.title, what, *(_range(each) for each in dates)))
    return _table(
        "dates",
        (
            _text("picture", "Picture", 1.4),
            _text("what", "What", 0.6),
            *(_text(name.lower(), name, 2.2) for name in QUANTILES),
        ),
        lines,
        title="Dates: one run in ten, half, nine in ten are no later",
    )


def _day(day: date | None) -> str:
    return show_date(day) if day else "never"


def _range(row: DateRow) -> str:
    if row.low == row.high:
        return _day(row.value)
    return f"{_day(row.value)} ({_day(row.low)} - {_day(row.high)})"


def _cost(rows: RiskRows) -> Facts:
    money = rows.currency
    facts = [Fact(label="Plan", value=show_money(rows.plan_cost, money))]
    for name, one in zip(QUANTILES, rows.cost, strict=True):
        between = f" ({show_money(one.low, money)} - {show_money(one.high, money)})"
        told = show_money(one.value, money) + (between if one.low != one.high else "")
        facts.append(Fact(label=f"Cost {name}", value=told))
    extra = show_money(rows.extra_cost, money)
    facts += [
        Fact(label="Overtime, days off", value=f"{extra} on average"),
        Fact(label="Made good by cover sets", value=f"{rows.covered:.1f} days a run"),
    ]
    return Facts(name="cost", facts=tuple(facts), columns=2)


def _contingency(rows: RiskRows) -> Iterator[Block]:
    for one in rows.pictures:
        lines = [
            (
                f"{each.days} days",
                each.wraps.said,
                each.opens.said if each.opens else "-",
            )
            for each in one.days
        ]
        yield _table(
            "contingency",
            (
                _text("days", "Days in hand", 1),
                _text("wraps", "Wraps so late at most", 1.6),
                _text("opens", "Ready, were the release so much later", 1.8),
            ),
            lines,
            title=one.title,
        )
        yield Text(paragraphs=(_needs(one),))


def _needs(row: PictureRiskRow) -> str:
    told = ", ".join(
        f"{percent_of(share)}: {count_of(days, 'day')}"
        if days is not None
        else f"{percent_of(share)}: no number of days is enough"
        for share, days in row.needs
    )
    return f"To wrap so surely, hold after the planned wrap - {told}."


def _causes(rows: RiskRows) -> Iterator[Block]:
    for name, title, causes in (
        ("kinds", "What happens", rows.kinds),
        ("strips", "Strips", rows.strips),
        ("people", "People who are missing", rows.people),
        ("places", "Places", rows.places),
    ):
        lines = [(one.name, f"{one.days:.2f}", _chance(one)) for one in causes]
        yield _table(
            name,
            (
                _text("name", "Name", 3),
                _right("days", "Days lost a run", 1.3),
                _right("runs", "In runs", 1.3),
            ),
            lines,
            title=title,
            empty=f"{title}: none.",
        )


def _chance(cause: CauseRow) -> str:
    row: ChanceRow = cause.runs
    return row.said


def _assumed(rows: RiskRows) -> Iterator[Block]:
    yield _table(
        "assumptions",
        (_text("what", "What", 1), _text("assumed", "Assumed", 4)),
        rows.assumptions,
    )
    if rows.notes:
        yield Text(title="What to know of this plan", paragraphs=rows.notes)

"""What a risk paper tells where it was asked: other assumptions, and replans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daybreak.reports.drawing.risk_beside import draw_swings
from daybreak.reports.papers.paper import (
    Block,
    Cell,
    Column,
    Group,
    Picture,
    Row,
    Table,
    Text,
)
from daybreak.reports.phrases import count_of, show_date
from daybreak.reports.risk_rows import (
    PERCENT,
    ReplanRow,
    ReplansRow,
    ReplanWrapRow,
    SwingRow,
    SwingsRow,
    percent_of,
)

SAME_LUCK = (
    "Each line shoots the same runs again, met by the same luck, with one assumption "
    "taken away or doubled. In brackets by how many points the chance rises or falls; "
    "it holds with 95 %."
)


def swing_blocks(swings: Sequence[SwingsRow]) -> Iterator[Block]:
    """Yield how each picture's chance moves with the assumptions, widest first."""
    says = " ".join(_swings_said(one) for one in swings)
    drawn = draw_swings(swings, says=says)
    yield Picture(svg=drawn.svg, says=says, width=drawn.width, height=drawn.height)
    for one in swings:
        yield Table(
            name="sensitivity",
            title=f"{one.title}: {one.what} in {percent_of(one.share)} as assumed",
            columns=(
                Column(key="what", label="Assumption", width=2.0),
                Column(key="without", label="Without it", width=1.6),
                Column(key="twice", label="Twice as much of it", width=1.6),
            ),
            groups=tuple(_swing(row) for row in one.swings),
            empty="Nothing is assumed.",
        )
    yield Text(paragraphs=(SAME_LUCK,))


def _swings_said(row: SwingsRow) -> str:
    """Give in a sentence what moves a chance most."""
    if not row.swings:
        return f"{row.title}: nothing is assumed."
    first = row.swings[0]
    return (
        f"{row.title} is {row.what} in {percent_of(row.share)} of runs; "
        f"{first.name} moves that most, from {percent_of(first.without)} without to "
        f"{percent_of(first.twice)} with twice as much."
    )


def _swing(row: SwingRow) -> Group:
    cells = (
        row.name,
        f"{percent_of(row.without)} ({_points(row.less)})",
        f"{percent_of(row.twice)} ({_points(row.more)})",
    )
    return Group(rows=(Row(cells=tuple(Cell(one) for one in cells)),))


def _points(between: tuple[float, float]) -> str:
    low, high = (round(PERCENT * one) for one in between)
    return f"{low:+d} to {high:+d}" if low != high else f"{low:+d}"


def replan_blocks(replans: ReplansRow) -> Iterator[Block]:
    """Yield each bad run as repaired and as replanned, and what that wins back."""
    yield Text(paragraphs=(won_back(replans),), style="title")
    yield Table(
        name="replans",
        columns=(
            Column(key="run", label="Run", width=0.5, align="right"),
            Column(key="on", label="Worst day", width=1.3),
            Column(key="cause", label="What happened", width=1.6),
            Column(key="picture", label="Picture", width=1.6),
            Column(key="repaired", label="Wraps, repaired", width=1.3),
            Column(key="replanned", label="Wraps, replanned", width=1.3),
            Column(key="won", label="Days won back", width=1.0, align="right"),
        ),
        groups=tuple(_replan(row) for row in replans.rows),
        empty="No run wraps later than planned.",
    )
    yield Text(
        paragraphs=(
            "Repaired is what the set does by itself; replanned is the cheapest plan "
            f"found that evening in {replans.work}, which meets the same luck from the "
            "next day on. Where luck turns against it, it can lose days, too.",
        )
    )


def won_back(replans: ReplansRow) -> str:
    """Give in a sentence how much of the loss replans win back."""
    wraps = [one for row in replans.rows for one in row.pictures if one.won is not None]
    lost = sum(max(0, one.lost or 0) for one in wraps)
    won = sum(one.won or 0 for one in wraps)
    failed = sum(bool(row.failed) for row in replans.rows)
    runs = count_of(len(replans.rows) - failed, "run")
    if not replans.rows:
        return "No run wraps later than planned: there is nothing to win back."
    more = f"; {count_of(failed, 'run')} could not be replanned" if failed else ""
    share = f" ({percent_of(won / lost)})" if lost and won >= 0 else ""
    return (
        f"Replanned where they lost most, the worst {runs} win back {won:,} of "
        f"{count_of(lost, 'day')} by which they wrap late{share}{more}."
    )


def _replan(row: ReplanRow) -> Group:
    lines = [
        _line(row, one, first=place == 0) for place, one in enumerate(row.pictures)
    ]
    return Group(rows=tuple(lines))


def _line(row: ReplanRow, one: ReplanWrapRow, *, first: bool) -> Row:
    replanned = row.failed or _day(one.replanned)
    won = "-" if one.won is None else f"{one.won:+d}" if one.won else "0"
    head = (str(row.run), show_date(row.on), row.cause) if first else ("", "", "")
    cells = (*head, one.title, _day(one.repaired), replanned, won)
    return Row(cells=tuple(Cell(each) for each in cells))


def _day(day: date | None) -> str:
    return show_date(day) if day else "never"

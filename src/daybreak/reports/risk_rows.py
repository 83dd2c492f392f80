"""What a risk paper tells, as rows: chances, dates, causes and every assumption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

PERCENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceRow:
    """A chance with the interval that holds with 95 %, each from 0 to 1."""

    share: float
    low: float
    high: float

    @property
    def said(self) -> str:
        """The chance in words: ``74 % (70-78 %)``."""
        low, high = (round(PERCENT * one) for one in (self.low, self.high))
        return f"{percent_of(self.share)} ({low}-{high} %)"


def percent_of(share: float) -> str:
    """Give a share as whole percent; never 0 or 100 where it is not quite."""
    whole = round(PERCENT * share)
    if whole == 0 and share > 0:
        return "< 1 %"
    if whole == PERCENT and share < 1:
        return "> 99 %"
    return f"{whole} %"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """A date that a share of runs stays before, with its interval.

    None stands for never: the picture is not finished.
    """

    value: date | None
    low: date | None
    high: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountRow:
    """An amount that a share of runs stays below, with its interval."""

    value: int
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysRow:
    """How sure a picture is with so many calendar days in hand."""

    days: int
    wraps: ChanceRow
    opens: ChanceRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRiskRow:
    """What becomes of one picture.

    Parameters
    ----------
    plan_wrap, plan_delivery
        As planned.
    release
        Where it is known.
    last_wrap
        The last date to wrap on for the release.
    wraps, delivers, opens
        The chances to wrap and to be delivered as planned, and by the release.
    wrap, delivery
        P10, P50 and P90.
    needs
        Pairs of a share of runs and the days after the planned wrap it takes.
    waits
        Pairs of a strip that is shot last where the picture wraps later than planned,
        and its share of such runs.
    seen
        The wrap of each finished run, in order.
    unfinished
        Runs in which it is not finished.
    """

    title: str
    plan_wrap: date
    plan_delivery: date
    release: date | None
    last_wrap: date | None
    wraps: ChanceRow
    delivers: ChanceRow
    opens: ChanceRow | None
    wrap: tuple[DateRow, ...]
    delivery: tuple[DateRow, ...]
    days: tuple[DaysRow, ...]
    needs: tuple[tuple[float, int | None], ...]
    waits: tuple[tuple[str, float], ...]
    seen: Sequence[date]
    unfinished: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseRow:
    """What loses days: on average, in a tenth of the runs less or more, how often."""

    name: str
    days: float
    low: float
    high: float
    runs: ChanceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SwingRow:
    """How a picture's chance moves with one assumption, met by the same luck.

    Parameters
    ----------
    name
        What is assumed otherwise.
    without, twice
        The chance without it, and with twice as much of it.
    less, more
        How far the chance rises without it and falls with twice as much, each with the
        interval that holds with 95 %.
    """

    name: str
    without: float
    twice: float
    less: tuple[float, float]
    more: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwingsRow:
    """How a picture's chance moves with each assumption, widest first.

    Parameters
    ----------
    what
        The chance of what: the release, or the planned wrap where there is none.
    share
        The chance as assumed.
    runs
        How many runs were held against each other.
    """

    title: str
    what: str
    share: float
    runs: int
    swings: tuple[SwingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplanWrapRow:
    """The wrap of a picture in a bad run: as planned, repaired, and replanned."""

    title: str
    planned: date
    repaired: date | None
    replanned: date | None

    @property
    def lost(self) -> int | None:
        """Days later than planned, as repaired; None where it is never finished."""
        return None if self.repaired is None else (self.repaired - self.planned).days

    @property
    def won(self) -> int | None:
        """Days that the replan wins back; None where one is never finished."""
        if self.repaired is None or self.replanned is None:
            return None
        return (self.repaired - self.replanned).days


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplanRow:
    """A bad run, planned anew on the evening of its worst day.

    Parameters
    ----------
    on, cause
        That day, and what happened.
    failed
        Why there was no replan; empty where there was one.
    """

    run: int
    on: date
    cause: str
    pictures: tuple[ReplanWrapRow, ...]
    failed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplansRow:
    """The worst runs, each planned anew, and the work of each replan."""

    work: str
    rows: tuple[ReplanRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRows:
    """Everything a risk paper tells.

    Parameters
    ----------
    asked, done
        How many runs were asked for, how many were done.
    assumptions
        Pairs of a label and what is assumed.
    notes
        What a reader has to know beside, such as what is not simulated.
    findings
        What a reader has to know of the runs: rules that boards break.
    swings
        How the chances move with the assumptions; empty where nobody asked.
    replans
        The worst runs planned anew; None where nobody asked.
    """

    title: str
    currency: str
    asked: int
    done: int
    seed: int
    today: date
    pictures: tuple[PictureRiskRow, ...]
    plan_cost: int
    cost: tuple[AmountRow, ...]
    extra_cost: int
    covered: float
    kinds: tuple[CauseRow, ...]
    strips: tuple[CauseRow, ...]
    people: tuple[CauseRow, ...]
    places: tuple[CauseRow, ...]
    assumptions: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    findings: tuple[str, ...] = ()
    swings: tuple[SwingsRow, ...] = ()
    replans: ReplansRow | None = None

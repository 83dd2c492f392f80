"""Simulate a plan again and again: what could go wrong, and how likely.

What is known of the shoot comes from a file or a document, what is assumed of its luck
from a risk model; finished runs can be kept and are not done again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from daybreak.model.errors import UsageError
from daybreak.model.files import read_text
from daybreak.model.production import Production
from daybreak.office.asked import Asked, is_document
from daybreak.office.paper_source import Source, from_document, from_files
from daybreak.office.risk_papers import rows_of
from daybreak.office.risk_replans import replans
from daybreak.office.risk_runs import How, run_all
from daybreak.office.risk_swings import swings
from daybreak.reports.papers.paper import Paper
from daybreak.reports.papers.risk import risk_paper
from daybreak.reports.phrases import count_of
from daybreak.reports.risk_rows import ReplansRow, RiskRows, SwingsRow
from daybreak.risking import (
    Bet,
    Outcome,
    RiskModel,
    Summary,
    UncertainFact,
    risk_model_from,
    summary_of,
)

PathLike = str | os.PathLike[str]
EXTRA = "risk"
"""The key under a production's ``extra`` that holds a risk model of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What the runs say.

    Parameters
    ----------
    asked
        How many runs were asked for; ``summary`` says how many were done.
    again
        How many of them were kept from before.
    said
        What became of kept runs; of no interest on paper.
    outcomes
        The runs themselves.
    swings, replans
        What was asked of the runs beside, with `swung` and `replanned`.
    """

    bet: Bet
    summary: Summary
    source: Source
    asked: int
    again: int
    notes: tuple[str, ...]
    said: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    swings: tuple[SwingsRow, ...] = ()
    replans: ReplansRow | None = None

    def rows(self) -> RiskRows:
        """Give everything that is told, as rows."""
        made = rows_of(self.bet, self.summary, asked=self.asked, notes=self.notes)
        return replace(made, swings=self.swings, replans=self.replans)

    def paper(self) -> Paper:
        """Give the paper of it, with every assumption."""
        rows = self.rows()
        made = risk_paper(rows, self.source.shown.stamp)
        return replace(made, warning=self.source.warning)


def model_in(path: PathLike | None, production: Production | None = None) -> RiskModel:
    """Give a risk model: from a file, else a production's own, else the usual one.

    Raises
    ------
    DocumentError, UsageError
        When it cannot be read.
    """
    if path is not None:
        name = os.fspath(path)
        try:
            value = json.loads(read_text(path))
        except ValueError as error:
            raise UsageError(
                f"{name}: no JSON: {error}\nMaybe begin with: daybreak risk "
                "--show-model > risk.json"
            ) from None
        return risk_model_from(value, source=name)
    own = None if production is None else production.extra.get(EXTRA)
    if own is not None:
        return risk_model_from(own, source=f"extra.{EXTRA}")
    return RiskModel()


def risk(
    path: PathLike,
    schedule: str,
    board: str | None,
    asked: Asked,
    how: How,
    *,
    model: PathLike | None,
    today: date | None,
    made: datetime,
) -> Risk:
    """Simulate a plan; give what its runs say together.

    Parameters
    ----------
    schedule
        A schedule's file; empty for a board of a document.
    board
        Its name; for None the one that `from_document` takes.
    model
        A risk model's file; else that of the production, else the usual one.
    today
        The first date that may go otherwise; else the day asked about, else the
        plan's first.

    Raises
    ------
    DocumentError, UsageError
        When something cannot be read, or nothing is planned.
    SolverError
        When runs fail again and again.
    """
    source, facts = _opened(path, schedule, board, asked, made=made)
    shown = source.shown
    if not shown.schedule.days:
        raise UsageError(
            "Nothing is scheduled, so nothing can go wrong.\n"
            "Maybe plan first: daybreak plan."
        )
    _refuse_unsound(source)
    used = model_in(model, shown.production)
    start = today or asked.as_of or min(day.date for day in shown.schedule.days)
    bet = Bet(
        production=shown.production,
        schedule=shown.schedule,
        model=used,
        seed=how.seed,
        today=start,
        facts=tuple(_with_chances(facts, used, start)),
    )
    found = run_all(bet, how)
    if not found.runs:
        raise UsageError("No run was finished.\nMaybe let it run for longer.")
    return Risk(
        bet=bet,
        summary=summary_of(bet, found.runs),
        source=source,
        asked=how.runs,
        again=found.again,
        notes=tuple(_notes(source, facts)),
        said=found.notes,
        outcomes=tuple(found.runs),
    )


def swung(risk: Risk, how: How, *, tell: Callable[[str], None] | None = None) -> Risk:
    """Give a risk with how far its chances move with each assumption."""
    return replace(risk, swings=swings(risk.bet, risk.outcomes, how, tell=tell))


def replanned(
    risk: Risk, count: int, how: How, *, tell: Callable[[int, int], None] | None = None
) -> Risk:
    """Give a risk whose worst runs were planned anew where they lost most."""
    made = replans(risk.bet, risk.outcomes, count=count, tell=tell, stop=how.stop)
    return replace(risk, replans=made)


STRUCTURAL = ("once", "unit", "eligible")
"""Rules without which nobody can say what is shot on a day."""


def _refuse_unsound(source: Source) -> None:
    broken = [
        one
        for one in source.shown.violations
        if one.rule in STRUCTURAL and one.level == "blocks"
    ]
    if broken:
        raise UsageError(
            f"This plan cannot be shot as it stands: {broken[0].said}.\n"
            "Maybe mend it first; daybreak check tells everything."
        )


# --- the plan, and what it rests on ---------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unsure:
    """A fact that is not certain: how sure, and what it would close."""

    path: str
    status: str
    kind: str
    thing: str
    first: date | None


def _opened(
    path: PathLike,
    schedule: str,
    board: str | None,
    asked: Asked,
    *,
    made: datetime,
) -> tuple[Source, tuple[_Unsure, ...]]:
    if not is_document(path):
        if board is not None:
            raise UsageError(
                f"--board {board}: {os.fspath(path)} is no document with boards.\n"
                "Maybe name a schedule's file instead."
            )
        return from_files(path, schedule, asked, made=made), ()
    from daybreak.office.uncertain import (  # slow import: the store  # noqa: PLC0415
        unsure_facts,
    )

    if schedule:
        if board is not None:
            raise UsageError(
                f"--board {board}: the schedule {schedule} is named, too.\n"
                "Maybe leave one of them out."
            )
        source = from_files(path, schedule, asked, made=made)
    else:
        source = from_document(path, board, asked, made=made)
    facts = tuple(
        _Unsure(path=one[0], status=one[1], kind=one[2], thing=one[3], first=one[4])
        for one in unsure_facts(path, asked)
    )
    return source, facts


def _with_chances(
    facts: Sequence[_Unsure], model: RiskModel, start: date
) -> Iterator[UncertainFact]:
    holds = {
        "expected": model.facts.expected_holds,
        "rumored": model.facts.rumored_holds,
        "disputed": model.facts.disputed_holds,
    }
    for one in facts:
        if one.kind:
            yield UncertainFact(
                path=one.path,
                holds=holds[one.status],
                kind=one.kind,
                thing=one.thing,
                first=one.first or start,
            )


def _notes(source: Source, facts: Sequence[_Unsure]) -> Iterator[str]:
    yield from source.remarks
    left = [f"{one.path} ({one.status})" for one in facts if not one.kind]
    if left:
        yield f"Not simulated, though not certain: {'; '.join(left)}."


def usual_keep(path: PathLike) -> Path | None:
    """Give what keeps the runs of a shoot: its document itself; None for JSON files."""
    return Path(path) if is_document(path) else None


def told_again(risk: Risk) -> str:
    """Give a line on runs that were kept from before; empty where there were none."""
    if not risk.again:
        return ""
    return f"{count_of(risk.again, 'run')} kept from before, not done again."

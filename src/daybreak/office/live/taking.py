"""Take what a job proposes into its board, and what happened with it: one wish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.office.live import happening
from daybreak.office.live.jobs import Job
from daybreak.office.live.proposals import (
    Merged,
    Proposal,
    edits_between,
    merged,
    schedule_from,
    standing_from,
    what_it_does,
)
from daybreak.office.live.session import Applied, BoardNow, LiveShoot
from daybreak.office.live.view import meaning_view, standing_view
from daybreak.office.live.working import Answer
from daybreak.office.replanning import with_rests
from daybreak.office.revised_entries import entries_between
from daybreak.store import boards
from daybreak.store.entry import Entry
from daybreak.store.known import Known

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A proposal that was taken; ``stale`` are strips that people moved meanwhile."""

    applied: Applied
    stale: tuple[str, ...]


def take(
    shoot: LiveShoot,
    job: Job,
    way: int,
    *,
    op: str,
    by: str,
    dates: Sequence[str] | None = None,
) -> Taken:
    """Take a proposal, whole or the days of some dates, with the facts behind it.

    Parameters
    ----------
    op
        The id of the wish: sent again, it has no second effect.

    Raises
    ------
    UsageError
        When there is no such proposal, or nothing would change.
    DocumentError
        When a fact cannot be any more.
    """
    answer, proposal = _proposal(job, way)
    found = Merged(days={}, stale=())

    def make(entries: Sequence[Entry]) -> Sequence[Entry]:
        nonlocal found
        now = shoot.board(job.wish.board)
        found = _merged(now, answer, proposal, dates)
        edits = edits_between(now.arranged.days, found.days)
        at = shoot.now()
        return (
            *_facts(shoot, answer, proposal, by=by),
            *boards.edits_of(job.wish.board, edits, by=by, at=at),
        )

    keys = frozenset({f"board/{job.wish.board}"})
    applied = shoot.do(op, make, by=by, keys=keys)
    job.is_taken = True
    return Taken(applied=applied, stale=found.stale)


def enter_facts(shoot: LiveShoot, job: Job, *, op: str, by: str) -> Applied:
    """Enter what happened alone: the board stays as it is.

    Raises
    ------
    UsageError
        When nothing is to be entered.
    """
    answer = _answer(job)
    if not answer.facts:
        raise UsageError("Nothing is to be entered: take one of the ways.")

    def make(entries: Sequence[Entry]) -> Sequence[Entry]:
        state = shoot.document.own_state()
        return happening.entries_of(
            answer.facts, state, by=by, at=shoot.now(), head=len(entries)
        )

    applied = shoot.do(op, make, by=by)
    job.is_taken = True
    return applied


def tried(shoot: LiveShoot, job: Job, way: int, dates: Sequence[str] | None) -> Json:
    """Give what taking a proposal would do to its board as it stands now."""
    answer, proposal = _proposal(job, way)
    now = shoot.board(job.wish.board)
    found = _merged(now, answer, proposal, dates)
    does = what_it_does(proposal.production, now.arranged, found.days, now.order)
    return {**does, "stale": list(found.stale)}


def previewed(shoot: LiveShoot, job: Job, way: int) -> Json:
    """Give its board as it will stand when a proposal is taken, and what that means."""
    answer, proposal = _proposal(job, way)
    now = shoot.board(job.wish.board)
    found = _merged(now, answer, proposal, None)
    made = proposal.production
    standing = {
        **standing_view(now),
        **standing_from(made, found.days, now.order),
    }
    schedule = schedule_from(made, found.days, now.order)
    return {
        "standing": standing,
        "meaning": meaning_view(made, schedule, reasons=proposal.reasons),
        "stale": list(found.stale),
    }


def stale_of(shoot: LiveShoot, job: Job) -> list[list[str]]:
    """Give for each proposal the strips that people moved since it was made."""
    answer = job.answer
    if answer is None or not answer.proposals:
        return []
    now = shoot.board(job.wish.board)
    return [list(_merged(now, answer, one, None).stale) for one in answer.proposals]


def _answer(job: Job) -> Answer:
    if job.answer is None:
        raise UsageError("That plan is not done yet.\nMaybe wait, or stop it.")
    return job.answer


def _proposal(job: Job, way: int) -> tuple[Answer, Proposal]:
    answer = _answer(job)
    if not 0 <= way < len(answer.proposals):
        raise UsageError(f"There is no way {way + 1}.\nMaybe look at the list anew.")
    return answer, answer.proposals[way]


def _merged(
    now: BoardNow, answer: Answer, proposal: Proposal, dates: Sequence[str] | None
) -> Merged:
    assert answer.base is not None
    return merged(now.arranged, answer.base.arranged.days, proposal.days, dates)


def _facts(
    shoot: LiveShoot, answer: Answer, proposal: Proposal, *, by: str
) -> tuple[Entry, ...]:
    """Give the entries of what happened, and those of rests of scenes."""
    if not (answer.facts or answer.has_rests):
        return ()
    state, head, at = shoot.document.own_state(), shoot.head, shoot.now()
    made = happening.entries_of(answer.facts, state, by=by, at=at, head=head)
    if not answer.has_rests:
        return made
    before = happening.production_of(state)
    assert proposal.today is not None
    after = with_rests(before, proposal.before, proposal.today, answer.shot)
    pattern = Entry(path="title", entered_by=by, entered_at=at, note="not finished")
    rests, _ = entries_between(
        before,
        after,
        Known(state),
        pattern=pattern,
        state=state,
        head=head + len(made),
    )
    return (*made, *rests)

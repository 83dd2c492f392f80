"""Which of several claims stands: the latest said, unless it was taken back.

The rule, claim by claim in the order in which they became known:

1. ``denied`` and ``withdrawn`` end the earlier claims of the value they name - without
   a value, of the latest one - and what stood before stands again. Then claims below
   the asked status are left out.
2. The latest claim stands. Claims that agree stand together: of their values the most
   precise one counts, then the surest. Dates agree where one lies in the month or the
   year that the other names.
3. A claim that contradicts what was said before it with the same status opens a
   *dispute*: the later one is planned on, and every side is shown. No dispute is
   opened by a surer claim, by a less sure one, by a date where only its month or year
   was known, by a removal, by a decision, or against what the document began with.
   Nor do cast lists, quotes and publicity: each is a word of its own.
4. A dispute is settled by a decision, or when a later claim agrees with one of its
   sides: that side stands. An outlet that only repeats what it said last settles
   nothing.

A decision is what the company enters itself, without a source, and what is entered as
settling: a studio that announces a date, a person who takes sides.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from daybreak.store.entry import Status
from daybreak.store.said import Span, span_or_none
from daybreak.store.state import STATUS_BITS, Claim

RANKS = {"rumored": 0, "expected": 1, "confirmed": 2}
ENDS = ("denied", "withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands of one path, and what was said against it.

    Parameters
    ----------
    claim
        The claim that counts; it may say that there is none.
    together
        Every claim that says so, that one among them, in the order of being known.
    against
        The other sides of an open dispute, each with the claims that say so.
    settled_by
        The number of the entry that settled the last dispute, where there was one.
    """

    claim: Claim
    together: tuple[Claim, ...]
    against: tuple[tuple[Claim, ...], ...] = ()
    settled_by: int | None = None

    @property
    def status(self) -> Status:
        """How sure it is: the surest of the claims that say so precisely."""
        return self.claim.status

    @property
    def is_disputed(self) -> bool:
        """Whether another claim contradicts it, and nobody has decided."""
        return bool(self.against)


@dataclass(slots=True, kw_only=True)
class _Side:
    """Claims that agree, the one that counts, and the sides that contradict them."""

    claims: list[Claim]
    best: Claim
    rank: int
    against: list[_Side] = field(default_factory=list)
    settled_by: int | None = None

    @property
    def gives_way(self) -> bool:
        """Whether anything said later replaces it without dispute."""
        return self.claims[-1].removes or all(one.is_founding for one in self.claims)


def _side(
    claims: Sequence[Claim],
    *,
    dated: bool,
    before: _Side | None = None,
    against: Sequence[_Side] = (),
    settled_by: int | None = None,
) -> _Side:
    """Give the side of some claims that agree, after those of a side before."""
    found = claims[0] if before is None else before.best
    rank = -1 if before is None else before.rank
    for claim in claims:
        found = _better(found, claim, dated=dated)
        rank = max(rank, _rank(claim))
    return _Side(
        claims=[*claims] if before is None else [*before.claims, *claims],
        best=found,
        rank=rank,
        against=[*against],
        settled_by=settled_by,
    )


def _rank(claim: Claim) -> int:
    """Give how sure a claim is, as `RANKS` has it; below 0 for one that ends others."""
    return 2 - (claim.code & STATUS_BITS)


def stand(
    claims: Iterable[Claim], *, least: int = 1, dated: bool = False
) -> Standing | None:
    """Give what stands of the claims of one path; None where nothing is known.

    Parameters
    ----------
    claims
        By rising day and number, undone ones left out.
    least
        The rank of the least status that counts, see `RANKS`.
    dated
        Whether the values are dates, which may be months or years.
    """
    sides: list[_Side] = []  # the one that stands last, surer ones before it
    for claim in surviving(claims, dated=dated):
        if _rank(claim) >= least:
            _add(sides, claim, dated=dated)
    if not sides:
        return None
    last = sides[-1]
    return Standing(
        claim=last.best,
        together=tuple(last.claims),
        against=tuple(tuple(side.claims) for side in last.against),
        settled_by=last.settled_by,
    )


def surviving(claims: Iterable[Claim], *, dated: bool = False) -> list[Claim]:
    """Give the claims that no denial and no withdrawal has ended."""
    left: list[Claim] = []
    for claim in claims:
        if _rank(claim) >= 0:
            left.append(claim)
        elif left:
            named = left[-1] if claim.text == "null" else claim
            left = [one for one in left if not agree(one, named, dated=dated)]
    return left


def _add(sides: list[_Side], claim: Claim, *, dated: bool) -> None:
    """Let a claim take its place among what stands."""
    last = sides[-1] if sides else None
    if last is None or claim.settles or claim.removes or last.gives_way:
        sides[:] = [_decided(last, claim, dated=dated)]
        return
    rank, said = _rank(claim), [claim]
    while sides and sides[-1].rank < rank:
        lower = sides.pop()
        if agree(lower.best, claim, dated=dated):
            said = [*lower.claims, *said]
    top = sides[-1] if sides else None
    if top is None or (top.rank > rank and not agree(top.best, claim, dated=dated)):
        sides.append(_side(said, dated=dated))
    else:
        sides[-1] = _met(top, said, dated=dated)


def _decided(last: _Side | None, claim: Claim, *, dated: bool) -> _Side:
    """Give the side of a claim that nothing before contradicts."""
    settled_by = claim.seq if last is not None and last.against else None
    known = [] if last is None else [last, *last.against]
    before = next((one for one in known if agree(one.best, claim, dated=dated)), None)
    return _side([claim], dated=dated, before=before, settled_by=settled_by)


def _met(last: _Side, said: Sequence[Claim], *, dated: bool) -> _Side:
    """Give what stands after a claim met what was said with its status, or surer.

    Parameters
    ----------
    said
        The claim, after less sure ones that said the same.
    """
    claim = said[-1]
    if agree(last.best, claim, dated=dated):
        is_new = not claim.outlet or claim.outlet != last.claims[-1].outlet
        settles = bool(last.against) and is_new
        return _side(
            said,
            dated=dated,
            before=last,
            against=() if settles else last.against,
            settled_by=claim.seq if settles else last.settled_by,
        )
    for one in last.against:
        if agree(one.best, claim, dated=dated):
            return _side(said, dated=dated, before=one, settled_by=claim.seq)
    if dated and _is_vaguer(_told(last, dated=dated), claim):
        return _side(said, dated=dated)
    return _side(said, dated=dated, against=[*last.against, last])


def _told(side: _Side, *, dated: bool) -> Claim:
    """Give what counts of a side beside what the document began with."""
    told = [one for one in side.claims if not one.is_founding]
    return _side(told, dated=dated).best


def _better(found: Claim, claim: Claim, *, dated: bool) -> Claim:
    """Give the one of two agreeing claims that counts."""
    if dated and _is_vaguer(found, claim):
        return claim
    is_surer = _rank(claim) > _rank(found)
    return claim if is_surer and not (dated and _is_vaguer(claim, found)) else found


def agree(one: Claim, other: Claim, *, dated: bool) -> bool:
    """Tell whether two claims say the same, as far as they are precise.

    A removal agrees with a removal alone; a denial names only a value.
    """
    if one.removes or other.removes:
        return one.removes and other.removes
    if one.text == other.text:
        return True
    if not dated:
        return False
    spans = _span(one), _span(other)
    if spans[0] is None or spans[1] is None:
        return False
    return spans[0].covers(spans[1]) or spans[1].covers(spans[0])


def _is_vaguer(one: Claim, other: Claim) -> bool:
    """Tell whether one names more days than another."""
    spans = _span(one), _span(other)
    if spans[0] is None or spans[1] is None:
        return False
    return spans[0].last - spans[0].first > spans[1].last - spans[1].first


def _span(claim: Claim) -> Span | None:
    return None if claim.removes else _span_of(claim.text)


@lru_cache(maxsize=4096)
def _span_of(text: str) -> Span | None:
    """Give the days that a value in JSON names; the same few are asked for often."""
    return span_or_none(json.loads(text))

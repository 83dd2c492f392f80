"""What changed between two days: facts, how sure they are, disputes, lost names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from daybreak.store.derived import derived_dates
from daybreak.store.entry import AtLeast
from daybreak.store.known import Known, has_fields
from daybreak.store.paths import parse_path
from daybreak.store.standing import ENDS, RANKS, Standing
from daybreak.store.state import State

Sort = Literal[
    "new", "gone", "changed", "status", "disputed", "settled", "names", "derived"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that was another on the second day than on the first.

    Parameters
    ----------
    path
        What it is about.
    sort
        new, gone or changed; ``status`` where the same is surer or less sure;
        ``disputed`` and ``settled`` where only that changed; ``names`` for a list of
        names; ``derived`` for a date that moved with another.
    before, after
        The values; None where there was none.
    was, stands
        What stood on the two days; None for nothing, and for derived dates.
    by
        The entry that was said last of it; None for derived dates.
    lost, gained
        Names that a list no longer has, and those it did not have.
    """

    path: str
    sort: Sort
    before: Any = None
    after: Any = None
    was: Standing | None = None
    stands: Standing | None = None
    by: int | None = None
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()

    @property
    def is_disputed(self) -> bool:
        """Whether it is disputed on the second day."""
        return self.stands is not None and self.stands.is_disputed


def changes(
    state: State, first: date, last: date, *, at_least: AtLeast = "expected"
) -> tuple[Change, ...]:
    """Give what changed from the evening of one day to the evening of another.

    Parameters
    ----------
    first, last
        What was said on ``first`` is known already, what was said on ``last`` counts.
    """
    before = Known(state, as_of=first, at_least=at_least)
    after = Known(state, as_of=last, at_least=at_least)
    wholes = set(state.between(first, last))
    found: list[Change] = []
    for whole in after.wholes():
        if whole not in wholes:
            continue
        found += _whole(whole, before, after)
        if whole.startswith("picture/"):
            found += _derived(whole, before, after)
    return tuple(found)


def _whole(whole: str, before: Known, after: Known) -> Iterator[Change]:
    was, now = before.value(whole), after.value(whole)
    if not has_fields(whole) or was is None or now is None:
        if was is not None or now is not None:
            yield from _fact(whole, was, now, before, after)
        return
    for field in dict.fromkeys([*_fields(was), *_fields(now)]):
        path = f"{whole}/{field}"
        yield from _fact(path, _at(was, field), _at(now, field), before, after)


def _fields(value: dict[str, Any]) -> Iterator[str]:
    for key, inner in value.items():
        if key == "extra" and isinstance(inner, dict):
            yield from (f"extra/{name}" for name in inner)
        else:
            yield key


def _at(value: dict[str, Any], field: str) -> Any:
    name, _, inner = field.partition("/")
    found = value.get(name)
    return found.get(inner) if inner and isinstance(found, dict) else found


def _fact(
    path: str, was: Any, now: Any, before: Known, after: Known
) -> Iterator[Change]:
    stood, stands = before.standing(path), after.standing(path)
    sort: Sort | None = None
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    if was != now:
        sort = "new" if was is None else "gone" if now is None else "changed"
        if sort == "changed" and _are_names(path, was, now):
            sort = "names"
            lost = tuple(name for name in was if name not in now)
            gained = tuple(name for name in now if name not in was)
    elif stood is not None and stands is not None:
        sort = _quiet(stood, stands)
    if sort is not None:
        yield Change(
            path=path,
            sort=sort,
            before=was,
            after=now,
            was=stood,
            stands=stands,
            by=_said_last(path, after),
            lost=lost,
            gained=gained,
        )


def _said_last(path: str, known: Known) -> int | None:
    """Give the number of the last entry that had a say."""
    least = RANKS[known.at_least]
    seqs = [
        claim.seq
        for claim in known.claims(path)
        if claim.status in ENDS or RANKS[claim.status] >= least
    ]
    return seqs[-1] if seqs else None


def _are_names(path: str, was: Any, now: Any) -> bool:
    """Tell whether two values are lists of names, rather than ranges of dates."""
    kind = parse_path(path).kind
    is_range = kind is not None and kind.shape == "range"
    return not is_range and _is_names(was) and _is_names(now)


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _quiet(stood: Standing, stands: Standing) -> Sort | None:
    """Give what changed of a fact whose value is the same."""
    if stands.is_disputed != stood.is_disputed:
        return "disputed" if stands.is_disputed else "settled"
    return "status" if stands.status != stood.status else None


def _derived(picture: str, before: Known, after: Known) -> Iterator[Change]:
    was = {one.path: one.day for one in derived_dates(before, picture)}
    now = {one.path: one.day for one in derived_dates(after, picture)}
    for path in dict.fromkeys([*was, *now]):
        old, new = was.get(path), now.get(path)
        if old != new:
            yield Change(
                path=path,
                sort="derived",
                before=None if old is None else old.isoformat(),
                after=None if new is None else new.isoformat(),
            )

"""Which scene of a new draft is which known one; what was split, merged and moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from daybreak.importers.revisions.assignment import best_pairs
from daybreak.importers.revisions.likeness import Likeness, likeness, number_key
from daybreak.importers.revisions.written import Written

MOST_OF_IT = 0.5
"""The share of a text that makes it a piece of another."""
SAME_NUMBERS = 0.95
"""The share of scenes with the number they had that makes numbers believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Places in the two drafts, counted from 0.

    Parameters
    ----------
    known_of
        By new scene, the known one that it is.
    split_from
        By new scene that is none of the known ones, the one it was cut out of.
    merged_into
        By known scene that is gone, the new one that took it in.
    moved
        New scenes that stand elsewhere among the others than before.
    text
        By new scene, how alike its text is to that of the known one, 0 to 1, where
        both are known.
    """

    known_of: Mapping[int, int]
    split_from: Mapping[int, int]
    merged_into: Mapping[int, int]
    moved: frozenset[int]
    text: Mapping[int, float]


def match_scenes(
    known: Sequence[Written],
    new: Sequence[Written],
    *,
    gone: Sequence[bool] | None = None,
) -> Matched:
    """Find the known scenes again in a new draft.

    Number, heading, cast, text and the scenes around count together, and the pairs
    are those that fit best in sum. A number alone makes no pair: without the place,
    and with another text, it is another scene.

    Parameters
    ----------
    known, new
        In the order of their drafts.
    gone
        Which of the known ones are omitted; none for None.
    """
    if not known or not new:
        return Matched(
            known_of={}, split_from={}, merged_into={}, moved=frozenset(), text={}
        )
    is_gone = [False] * len(known) if gone is None else list(gone)
    with_numbers = _numbers_tell(known, new, is_gone)
    alike = likeness(known, new, gone=is_gone, with_numbers=with_numbers)
    known_of = {j: i for i, j in best_pairs(alike.worth)}
    _keep_numbers(known_of, alike, is_gone)
    new_of = {i: j for j, i in known_of.items() if not is_gone[i]}
    splits = {
        j: i
        for j in range(len(new))
        if j not in known_of
        and (i := _source(j, known, new, new_of, alike)) is not None
    }
    merges = {
        i: j
        for i in range(len(known))
        if not is_gone[i]
        and i not in new_of
        and (j := _target(i, known, new, new_of, alike)) is not None
    }
    return Matched(
        known_of=known_of,
        split_from=splits,
        merged_into=merges,
        moved=_moved({j: i for j, i in known_of.items() if not is_gone[i]}),
        text={
            j: float(alike.text[i, j])
            for j, i in known_of.items()
            if not np.isnan(alike.text[i, j])
        },
    )


def _numbers_tell(
    known: Sequence[Written], new: Sequence[Written], is_gone: Sequence[bool]
) -> bool:
    """Tell whether the numbers of a draft are those that scenes had before.

    Where they count 1, 2, 3 and scenes that are found without them have others than
    before, the whole draft was numbered anew.
    """
    numbers = [one.number for one in new]
    if numbers != [str(at) for at in range(1, len(new) + 1)]:
        return True
    alike = likeness(known, new, gone=is_gone, with_numbers=False)
    pairs = [pair for pair in best_pairs(alike.worth) if not is_gone[pair[0]]]
    same = sum(known[i].number == new[j].number for i, j in pairs)
    return same >= SAME_NUMBERS * len(pairs)


def _keep_numbers(
    known_of: dict[int, int], alike: Likeness, is_gone: Sequence[bool]
) -> None:
    """Let a scene that was split, or took another in, keep its number.

    However little of it stayed under that number: people call it by that.
    """
    new_of = {i: j for j, i in known_of.items()}
    for i, j in np.argwhere(alike.same_number).tolist():
        if is_gone[i] or known_of.get(j) == i or not alike.shared[i, j]:
            continue
        if j not in known_of and i in new_of:
            if alike.shared[i, j] >= MOST_OF_IT * alike.new_sizes[j]:
                del known_of[new_of[i]]
                known_of[j], new_of[i] = i, j
        elif i not in new_of and j in known_of:
            other = known_of[j]
            is_own = alike.same_number[other, j] or is_gone[other]
            if alike.shared[i, j] >= MOST_OF_IT * alike.known_sizes[i] and not is_own:
                known_of[j], new_of[i] = i, j
                del new_of[other]


def _source(
    j: int,
    known: Sequence[Written],
    new: Sequence[Written],
    new_of: Mapping[int, int],
    alike: Likeness,
) -> int | None:
    """Give the known scene that a new one was cut out of."""
    kept = sorted(new_of)
    if not kept:
        return None
    if alike.new_sizes[j] and alike.known_sizes[kept].any():
        best = kept[int(alike.shared[kept, j].argmax())]
        enough = alike.shared[best, j] >= MOST_OF_IT * alike.new_sizes[j]
        return best if enough and alike.shared[best, j] else None
    for i in kept:
        shrank = (known[i].eighths or 0) > (new[new_of[i]].eighths or 0)
        if shrank and alike.same_set[i, j] and _is_lettered(new[j], known[i]):
            return i
    return None


def _target(
    i: int,
    known: Sequence[Written],
    new: Sequence[Written],
    new_of: Mapping[int, int],
    alike: Likeness,
) -> int | None:
    """Give the new scene that took a known one in, which is gone by itself."""
    taken = sorted(new_of.values())
    if not taken:
        return None
    if alike.known_sizes[i]:
        best = taken[int(alike.shared[i, taken].argmax())]
        enough = alike.shared[i, best] >= MOST_OF_IT * alike.known_sizes[i]
        return best if enough else None
    for other, j in sorted(new_of.items(), key=lambda pair: pair[1]):
        grew = (new[j].eighths or 0) - (known[other].eighths or 0)
        is_near = abs(other - i) == 1 and alike.same_set[i, j]
        has_all = set(known[i].cast or ()) <= set(new[j].cast or ())
        if is_near and has_all and 3 * grew >= (known[i].eighths or 0) > 0:
            return j
    return None


def _is_lettered(new: Written, known: Written) -> bool:
    """Tell whether a number is another one and a letter: ``12A`` of ``12``."""
    if new.number is None or known.number is None:
        return False
    longer, shorter = number_key(new.number), number_key(known.number)
    rest = longer.removeprefix(shorter)
    return rest != longer and rest.isalpha()


def _moved(known_of: Mapping[int, int]) -> frozenset[int]:
    """Give the new scenes that keep no order with the most that do."""
    order = sorted(known_of)
    ends: list[int] = []  # the last known scene of the best run of each length
    chain: list[int] = []
    before: dict[int, int | None] = {}
    for j in order:
        i = known_of[j]
        at = bisect_left(ends, i)
        before[j] = chain[at - 1] if at else None
        if at == len(ends):
            ends.append(i)
            chain.append(j)
        else:
            ends[at], chain[at] = i, j
    kept: set[int] = set()
    last: int | None = chain[-1] if chain else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return frozenset(order) - kept

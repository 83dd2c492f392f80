"""How alike the scenes of two drafts are: their texts, headings, casts and numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from daybreak.importers.names import name_key
from daybreak.importers.revisions.written import Written

Table = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

COMMON = 40
"""A pair of words in more known scenes than this tells nothing of a scene."""
SHORT, LONG = 3, 12
"""Pairs of words: fewer than ``SHORT`` are no text to compare, unless with ``LONG``."""
TEXT, TEXT_HEADING, TEXT_CAST = 0.6, 0.25, 0.15
HEADING, CAST, LENGTH = 0.5, 0.3, 0.2
AROUND, GONE = 0.15, 0.3
NUMBER_WITH_TEXT, NUMBER_ALONE = 0.4, 0.25
WORTH = 10**9
"""A likeness of 1 in whole numbers; the last digits tell the order of the script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Tables ``(known scenes, new scenes)``.

    Parameters
    ----------
    worth
        What it is worth to take the two for one scene; 0 where they cannot be.
    shared
        Pairs of words that both texts have.
    known_sizes, new_sizes
        How many pairs of words each text has.
    text
        How alike the texts are, 0 to 1; NaN where one is not known or too short.
    same_set, same_number
        Whether sets and numbers are the same.
    """

    worth: npt.NDArray[np.int64]
    shared: Table
    known_sizes: Table
    new_sizes: Table
    text: Table
    same_set: Mask
    same_number: Mask


def likeness(
    known: Sequence[Written],
    new: Sequence[Written],
    *,
    gone: Sequence[bool],
    with_numbers: bool = True,
) -> Likeness:
    """Compare every known scene with every new one.

    Parameters
    ----------
    known, new
        In the order of their drafts.
    gone
        Which of the known ones are omitted: they come back by number and place alone,
        or where numbers tell nothing, by set and cast.
    with_numbers
        Whether numbers tell anything.
    """
    shared, known_sizes, new_sizes = _texts(known, new)
    text = _alike_texts(known, new, shared, known_sizes, new_sizes)
    same = _Same.of(known, new, with_numbers=with_numbers)
    cast, length = _alike_casts(known, new), _alike_lengths(known, new)
    content = np.where(
        np.isnan(text),
        HEADING * same.heading + CAST * cast + LENGTH * length,
        TEXT * np.nan_to_num(text) + TEXT_HEADING * same.heading + TEXT_CAST * cast,
    )
    omitted = np.asarray(gone, dtype=np.bool_)[:, None]
    has_cast = np.outer([bool(one.cast) for one in known], [bool(o.cast) for o in new])
    back = same.number & same.location
    if not with_numbers:
        back = same.set & (same.heading >= 0.8) & (cast * has_cast >= 0.8)
    allowed = np.where(
        omitted,
        back,
        same.number & _by_number(same, text, cast * has_cast)
        | _by_content(same, text, cast, length),
    )
    number = np.where(np.isnan(text), NUMBER_ALONE, NUMBER_WITH_TEXT)
    score = content + AROUND * _around(content) + number * same.number
    score = np.maximum(score - GONE * omitted, 0.01)
    worth = np.rint(score * WORTH).astype(np.int64) - _out_of_order(score.shape)
    return Likeness(
        worth=np.where(allowed, np.maximum(worth, 1), 0),
        shared=shared,
        known_sizes=known_sizes,
        new_sizes=new_sizes,
        text=text,
        same_set=same.set,
        same_number=same.number,
    )


@dataclass(frozen=True, slots=True)
class _Same:
    """Tables of what is the same, and how alike headings are, 0 to 1."""

    set: Mask
    location: Mask
    number: Mask
    heading: Table

    @classmethod
    def of(
        cls, known: Sequence[Written], new: Sequence[Written], *, with_numbers: bool
    ) -> _Same:
        """Compare what headings and numbers say."""

        def same(told: Callable[[Written], Hashable]) -> Mask:
            return _same([told(one) for one in known], [told(one) for one in new])

        sets = same(lambda one: name_key(one.set))
        locations = same(lambda one: name_key(one.location))
        heading = (
            0.6 * np.maximum(sets, 0.5 * locations)
            + 0.2 * same(lambda one: one.place)
            + 0.2 * same(lambda one: one.time)
        )
        numbers = same(lambda one: number_key(one.number or "") * with_numbers)
        return cls(sets, locations, numbers, heading)


def _by_number(same: _Same, text: Table, cast: Table) -> Mask:
    """Tell where a number is the same scene: in its place, or with its text or cast."""
    found: Mask = same.location | np.where(np.isnan(text), cast >= 0.5, text >= 0.15)
    return found


def _by_content(same: _Same, text: Table, cast: Table, length: Table) -> Mask:
    """Tell where two scenes are one whatever their numbers."""
    is_close = same.set & (cast >= 0.8) & (np.nan_to_num(text) >= 0.15)
    is_like = same.set & (cast >= 0.5) & (length >= 0.5) & (same.heading >= 0.8)
    found: Mask = np.where(np.isnan(text), is_like, (text >= 0.3) | is_close)
    return found


def number_key(number: str) -> str:
    """Give a scene number as it is compared: without case, blanks and a last stop."""
    return "".join(number.split()).rstrip(".").casefold()


def _same(one: Sequence[Hashable], other: Sequence[Hashable]) -> Mask:
    """Tell which values are the same; None and an empty text are like nothing."""
    codes: dict[Hashable, int] = {}

    def coded(values: Iterable[Hashable]) -> npt.NDArray[np.int64]:
        made = [codes.setdefault(v, len(codes)) if v else -1 for v in values]
        return np.asarray(made, dtype=np.int64)

    rows, columns = coded(one), coded(other)
    found: Mask = (rows[:, None] == columns[None, :]) & (rows >= 0)[:, None]
    return found


def number_order(number: str) -> tuple[int, str]:
    """Give what scene numbers are ordered by: 2, 2A, 10; those without digits last.

    Examples
    --------
    >>> sorted(["10", "2A", "2"], key=number_order)
    ['2', '2A', '10']
    """
    key = number_key(number)
    rest = key.lstrip("0123456789")
    digits = key[: len(key) - len(rest)]
    return (int(digits[:9]) if digits else 10**9, rest)


def word_pairs(words: Sequence[str]) -> Counter[tuple[str, str]]:
    """Count the pairs of words that follow each other."""
    return Counter(pairwise(words))


def _texts(
    known: Sequence[Written], new: Sequence[Written]
) -> tuple[Table, Table, Table]:
    """Count the pairs of words that texts share, and those that each one has."""
    rows = [word_pairs(one.words or ()) for one in known]
    columns = [word_pairs(one.words or ()) for one in new]
    where: dict[tuple[str, str], list[int]] = {}
    for i, pairs in enumerate(rows):
        for pair in pairs:
            where.setdefault(pair, []).append(i)
    common = {pair for pair, found in where.items() if len(found) > COMMON}
    shared = np.zeros((len(known), len(new)))
    for j, pairs in enumerate(columns):
        for pair, count in pairs.items():
            if pair not in common:
                for i in where.get(pair, ()):
                    shared[i, j] += min(count, rows[i][pair])
    return shared, _sizes(rows, common), _sizes(columns, common)


def _sizes(
    texts: Sequence[Counter[tuple[str, str]]], common: set[tuple[str, str]]
) -> Table:
    sizes = [
        sum(count for pair, count in one.items() if pair not in common) for one in texts
    ]
    return np.asarray(sizes, dtype=np.float64)


def _alike_texts(
    known: Sequence[Written],
    new: Sequence[Written],
    shared: Table,
    known_sizes: Table,
    new_sizes: Table,
) -> Table:
    """Give how alike texts are (Dice 1945: twice what is shared, by the sizes)."""
    sums = known_sizes[:, None] + new_sizes[None, :]
    text = 2 * shared / np.maximum(sums, 1)
    least = np.minimum(known_sizes[:, None], new_sizes[None, :])
    most = np.maximum(known_sizes[:, None], new_sizes[None, :])
    text[(least < SHORT) & (most < LONG)] = np.nan
    text[[one.words is None for one in known], :] = np.nan
    text[:, [one.words is None for one in new]] = np.nan
    return text


def _alike_casts(known: Sequence[Written], new: Sequence[Written]) -> Table:
    people = {
        name: at
        for at, name in enumerate(
            dict.fromkeys(name for one in (*known, *new) for name in one.cast or ())
        )
    }
    rows, columns = _cast_table(known, people), _cast_table(new, people)
    sums = rows.sum(axis=1)[:, None] + columns.sum(axis=1)[None, :]
    return np.where(sums > 0, 2 * (rows @ columns.T) / np.maximum(sums, 1), 1.0)


def _cast_table(scenes: Sequence[Written], people: dict[str, int]) -> Table:
    made = np.zeros((len(scenes), max(1, len(people))))
    for i, one in enumerate(scenes):
        for name in one.cast or ():
            made[i, people[name]] = 1
    return made


def _alike_lengths(known: Sequence[Written], new: Sequence[Written]) -> Table:
    rows = np.asarray([one.eighths or 0 for one in known], dtype=np.float64)
    columns = np.asarray([one.eighths or 0 for one in new], dtype=np.float64)
    most = np.maximum(np.maximum(rows[:, None], columns[None, :]), 1)
    return 1 - np.abs(rows[:, None] - columns[None, :]) / most


def _around(content: Table) -> Table:
    """Give how alike the scenes before and behind are, on average."""
    around = np.zeros_like(content)
    around[1:, 1:] += content[:-1, :-1] / 2
    around[:-1, :-1] += content[1:, 1:] / 2
    return around


def _out_of_order(shape: tuple[int, ...]) -> npt.NDArray[np.int64]:
    """Give a little for each pair that keeps no order, so that equals stay in theirs.

    The square makes crossing pairs dearer than straight ones.
    """
    rows, columns = (np.linspace(0, 1, num=size) for size in shape)
    apart = (rows[:, None] - columns[None, :]) ** 2
    return np.rint(apart * WORTH / 200).astype(np.int64)

"""A smaller sequence with the same best orders."""

from __future__ import annotations

from dataclasses import dataclass, replace

from daybreak.solving.sequences.sequence import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduced:
    """A sequence made smaller, and how to read its orders back.

    Parameters
    ----------
    sequence
        The smaller one; the same order of both costs the same.
    scenes
        For each of its scenes, those of the first sequence that stand for it, one
        behind the other.
    """

    sequence: Sequence
    scenes: tuple[tuple[int, ...], ...]

    def read_back(self, order: list[int]) -> list[int]:
        """Give the order of the first sequence's scenes."""
        return [scene for group in order for scene in self.scenes[group]]


def reduced(sequence: Sequence) -> Reduced:
    """Merge scenes that are alike and leave out people who are never held.

    Scenes with the same people at the same base may stand together in a best order,
    where none is named by an order. Whoever is in one scene alone, or costs nothing,
    is never held for money; without them more scenes may be alike
    (de la Banda, Stuckey and Chu 2011, section 3).
    """
    made = Reduced(
        sequence=sequence, scenes=tuple((one,) for one in range(len(sequence.days)))
    )
    while True:
        less = _merged(_without_unheld(made))
        if len(less.scenes) == len(made.scenes) and len(less.sequence.rates) == len(
            made.sequence.rates
        ):
            return less
        made = less


def _without_unheld(made: Reduced) -> Reduced:
    sequence = made.sequence
    times = [0] * len(sequence.rates)
    for cast in sequence.casts:
        for person in cast:
            times[person] += 1
    kept = [
        person
        for person, rate in enumerate(sequence.rates)
        if rate > 0 and times[person] > 1
    ]
    number = {person: at for at, person in enumerate(kept)}
    casts = tuple(
        tuple(number[person] for person in cast if person in number)
        for cast in sequence.casts
    )
    rates = tuple(sequence.rates[person] for person in kept)
    return replace(made, sequence=replace(sequence, casts=casts, rates=rates))


def _merged(made: Reduced) -> Reduced:
    sequence = made.sequence
    ordered = {scene for pair in sequence.orders for scene in pair}
    groups: dict[object, list[int]] = {}
    for scene, cast in enumerate(sequence.casts):
        alike = (cast, sequence.bases[scene], scene if scene in ordered else None)
        groups.setdefault(alike, []).append(scene)
    members = list(groups.values())
    number = {scene: at for at, group in enumerate(members) for scene in group}
    less = replace(
        sequence,
        days=tuple(sum(sequence.days[one] for one in group) for group in members),
        casts=tuple(sequence.casts[group[0]] for group in members),
        bases=tuple(sequence.bases[group[0]] for group in members),
        orders=tuple((number[one], number[other]) for one, other in sequence.orders),
    )
    scenes = tuple(
        tuple(scene for one in group for scene in made.scenes[one]) for group in members
    )
    return Reduced(sequence=less, scenes=scenes)

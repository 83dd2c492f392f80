"""The cheapest choice of dates is the cheapest of all choices."""

from __future__ import annotations

from itertools import combinations
from random import Random

import numpy as np
import pytest

from daybreak.solving.bounds.dates import FAR, Dates

CHOICES = 150


def some_dates(dice: Random) -> Dates:
    """Give up to 7 dates in up to 3 classes, the later ones late."""
    count = dice.randint(1, 7)
    late = sorted(dice.choice([0, 0, dice.randrange(50), FAR]) for _ in range(count))
    return Dates(
        class_of=np.array([dice.randrange(3) for _ in range(count)], dtype=np.int64),
        kinds=np.zeros((3, 1), dtype=np.int64),
        late=np.array(late, dtype=np.int64),
        idle=dice.choice([0, dice.randrange(40)]),
    )


def cheapest(
    dates: Dates,
    gains: list[int],
    least: int,
    most: int,
    first: tuple[int, int],
    last: tuple[int, int],
) -> int:
    """Give the least cost of all choices of dates, `FAR` where there is none."""
    best = FAR
    for days in range(least, min(most, len(dates.class_of)) + 1):
        for chosen in combinations(range(len(dates.class_of)), days):
            if not chosen:
                best = min(best, 0)
            elif first[0] <= chosen[0] <= first[1] and last[0] <= chosen[-1] <= last[1]:
                earned = sum(gains[dates.class_of[at]] for at in chosen)
                idle = chosen[-1] - chosen[0] + 1 - days
                late = int(dates.late[chosen[-1]])
                best = min(best, idle * dates.idle + late - earned)
    return best


def compared(dates: Dates, dice: Random) -> tuple[int, int]:
    """Give what is told and what trying all gives; what cannot be is `FAR`."""
    count = len(dates.class_of)
    gains = [dice.randint(-60, 60) for _ in range(3)]
    least = dice.randrange(3)
    most = least + dice.randrange(4)
    first, last = (0, dice.randrange(count)), (dice.randrange(count), count - 1)
    told = dates.least_cost(
        np.array(gains), least=least, most=most, first=first, last=last
    )
    tried = cheapest(dates, gains, least, most, first, last)
    return (told if told < FAR // 2 else FAR), (tried if tried < FAR // 2 else FAR)


def test_choice_of_dates_is_the_cheapest_of_all() -> None:
    seen = 0
    for seed in range(CHOICES):
        dice = Random(seed)
        told, tried = compared(some_dates(dice), dice)
        assert told == tried, f"seed {seed}"
        seen += told < FAR
    assert seen >= CHOICES // 2


@pytest.mark.twin
def test_a_choice_that_forgets_idle_dates_is_caught() -> None:
    wrong = 0
    for seed in range(CHOICES):
        dice = Random(seed)
        dates = some_dates(dice)
        state = dice.getstate()
        _, tried = compared(dates, dice)
        dice.setstate(state)
        free = Dates(
            class_of=dates.class_of, kinds=dates.kinds, late=dates.late, idle=0
        )
        wrong += compared(free, dice)[0] != tried
    assert wrong >= 5

"""Changes of one fact from little to much: a date moved, a number raised or lowered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from daybreak.model.production import Production
from daybreak.solving.explaining.explanation import Change
from daybreak.solving.explaining.facts import (
    Bind,
    Without,
    changed,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A change that was seen to let the scenes of a conflict be shot.

    Parameters
    ----------
    apply
        Gives a production with the change.
    """

    text: str
    change: Change
    apply: Without


@dataclass(frozen=True, slots=True)
class Scale:
    """Changes from little to much; ``make`` gives the one of a size, from 1 on.

    Parameters
    ----------
    grows
        Whether a larger one always helps where a smaller one does.
    """

    most: int
    make: Callable[[int], Way]
    grows: bool = True


def single(text: str, path: str, was: Any, becomes: Any, apply: Without) -> Scale:
    """Give a scale of one change only."""
    way = Way(
        text=text, change=Change(path=path, was=was, becomes=becomes), apply=apply
    )
    return Scale(1, lambda _: way)


def moved(day: date, days: int) -> date:
    """Give a date some calendar days later, within the dates that there are."""
    least, most = date.min.toordinal(), date.max.toordinal()
    return date.fromordinal(min(most, max(least, day.toordinal() + days)))


def amount(
    group: str,
    field: str,
    text: str,
    *,
    step: int,
    least: int = 0,
    most: int = 1440,
    told: Callable[[int], str] = str,
) -> Callable[..., Iterator[Scale]]:
    """Give a maker of a scale that raises, or with a step below 0 lowers, a number."""

    def make(whole: Production, part: Production, bind: Bind) -> Iterator[Scale]:
        thing: Any = next(one for one in getattr(part, group) if one.id == bind.key[0])
        was = getattr(thing, field)

        def way(size: int) -> Way:
            becomes = min(most, max(least, was + step * size))
            return Way(
                text=text.format(thing.name, told(becomes)),
                change=Change(path=bind.path, was=was, becomes=becomes),
                apply=changed(group, thing.id, **{field: becomes}),
            )

        room = (most - was) if step > 0 else (was - least)
        if room > 0:
            yield Scale(-(-room // abs(step)), way)

    return make

"""How the rule book speaks: names, counts, clocks and lists in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from daybreak.checking.facts import Facts
from daybreak.model.production import Scene

MINUTES_A_DAY = 24 * 60


def counted(number: int, thing: str) -> str:
    """Give a number with its thing: ``1 minute``, ``2 minutes``."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def listed(names: Sequence[str]) -> str:
    """Give names as a list in a sentence: ``one, two and three``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def sentence(text: str) -> str:
    """Give a text with a capital first letter; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def scene_name(facts: Facts, scene: Scene) -> str:
    """Give ``scene 12A``, with its picture where there are several."""
    if len(facts.pictures) == 1:
        return f"scene {scene.number}"
    return f"scene {scene.number} of {facts.pictures[scene.picture].title}"


def clock(minutes: int) -> str:
    """Give minutes since the midnight of a day as a time of its clock."""
    later, minutes = divmod(minutes, MINUTES_A_DAY)
    shown = f"{minutes // 60:02d}:{minutes % 60:02d}"
    return f"{shown} the next morning" if later else shown


def hours(minutes: int) -> str:
    """Give a time as ``9 hours`` or ``9 hours 30 minutes``."""
    whole, rest = divmod(minutes, 60)
    if not rest:
        return counted(whole, "hour")
    return f"{counted(whole, 'hour')} {counted(rest, 'minute')}"


def span(first: date, last: date) -> str:
    """Give ``2027-06-01 to 2027-06-14``, or one date where both are the same."""
    return f"{first}" if first == last else f"{first} to {last}"


def share(part: Decimal) -> str:
    """Give a fraction without idle zeros: ``0.5``, ``1``."""
    return f"{part.normalize():f}"

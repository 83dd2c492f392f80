"""What somebody asked of a paper, held against the production and its schedule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import get_args

from daybreak.model.errors import UsageError
from daybreak.reports.papers.kinds import KINDS, Kind, Part
from daybreak.reports.papers.shown import Drops, Shown, Wanted

NAMES_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was typed: ids or names, a category, a date; empty means all."""

    picture: str = ""
    unit: str = ""
    person: str = ""
    category: str = ""
    day: str = ""
    drops: Drops = "best"


def refuse_unused(kind: Kind, wish: Wish) -> None:
    """Refuse what makes no difference to a paper: nobody should believe it did.

    Raises
    ------
    UsageError
        With the papers to which it does.
    """
    for part in get_args(Part):
        typed = getattr(wish, part)
        if typed == getattr(Wish(), part) or part in kind.narrowed_by:
            continue
        others = [one.name for one in KINDS.values() if part in one.narrowed_by]
        raise UsageError(
            f"--{part} {typed}: makes no difference to the paper {kind.name}.\n"
            f"Maybe leave it out; it is for {', '.join(others)}."
        )


def wanted(shown: Shown, wish: Wish) -> Wanted:
    """Give what was asked for, as ids of the production.

    A picture, a unit and a person may be named by id or name in any case, a person by
    the number on the board, too.

    Raises
    ------
    UsageError
        When there is no such thing; it says which is nearest.
    """
    made = shown.production
    people = {
        **{str(one.number): one.id for one in made.people if one.number is not None},
        **{one.name: one.id for one in made.people},
        **{one.id: one.id for one in made.people},
    }
    return Wanted(
        picture=_one(
            "picture",
            wish.picture,
            _named((one.id, one.title) for one in made.pictures),
        ),
        unit=_one("unit", wish.unit, _named((one.id, one.name) for one in made.units)),
        person=_one("person", wish.person, people),
        category=_one(
            "category",
            wish.category,
            {one.category: one.category for one in made.elements},
        ),
        day=_day(shown, wish.day),
        drops=wish.drops,
    )


def _named(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give ids by what somebody may call them; an id goes before a name."""
    found = list(pairs)
    return {**{name: one for one, name in found}, **{one: one for one, _ in found}}


def _one(what: str, word: str, known: dict[str, str]) -> str | None:
    if not word:
        return None
    if word in known:
        return known[word]
    folded = {name.casefold(): one for name, one in known.items()}
    if word.casefold() in folded:
        return folded[word.casefold()]
    raise UsageError(
        f"--{what} {word}: there is no such {what}.\n{_advice(word, known)}"
    )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that is most like another, None where none is."""
    names = {one.casefold(): one for one in known}
    near = get_close_matches(word.casefold(), names, n=1, cutoff=0.6)
    return names[near[0]] if near else None


def _advice(word: str, known: dict[str, str]) -> str:
    near = nearest(word, known)
    if near is not None:
        return f'Did you mean "{near}"?'
    ids = list(dict.fromkeys(known.values()))
    if not ids:
        return "The production has none."
    more = f" and {len(ids) - NAMES_SHOWN} more" if len(ids) > NAMES_SHOWN else ""
    return f"Maybe one of these: {', '.join(ids[:NAMES_SHOWN])}{more}."


def _day(shown: Shown, text: str) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"--day {text[:40]}: is no date.\nMaybe write it as 2027-03-01."
        ) from None
    dates = sorted({one.date for one in shown.schedule.days})
    if day in dates:
        return day
    if not dates:
        raise UsageError(f"--day {day}: this schedule has no shooting day.")
    near = sorted(dates, key=lambda one: (abs((one - day).days), one))[:3]
    said = " or ".join(one.isoformat() for one in sorted(near))
    raise UsageError(f"--day {day}: is no shooting day.\nMaybe one of these: {said}.")

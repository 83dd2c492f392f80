"""Cast numbers by work, and minors by age."""

from __future__ import annotations

from dataclasses import replace

from daybreak.model.errors import UsageError
from daybreak.model.production import Person, Production
from daybreak.office.edits.edit import Edit
from daybreak.office.edits.naming import thing_named
from daybreak.reports.phrases import count_of, show_hours

ADULT = 18
WORK_HOURS = ((2, 2, 2), (6, 3, 3), (9, 4, 6), (16, 5, 7), (18, 6, 8))
"""Below which age, and hours of work a day: with school in session, without."""


def number(production: Production) -> Edit:
    """Give a production whose cast is numbered by work: 1 has the most eighths.

    People in no scene come last. The order of the list stays as it is.
    """
    work = dict.fromkeys((one.id for one in production.people), 0)
    for scene in production.scenes:
        for person in scene.cast:
            work[person] += scene.eighths
    order = sorted(production.people, key=lambda one: -work[one.id])
    numbers = {one.id: at for at, one in enumerate(order, 1)}
    changed = [one for one in production.people if one.number != numbers[one.id]]
    people = tuple(replace(one, number=numbers[one.id]) for one in production.people)
    said = f"{count_of(len(changed), 'cast number')} changed."
    first = ", ".join(f"{numbers[one.id]} {one.name}" for one in order[:5])
    return Edit(
        production=replace(production, people=people), said=(said, f"First: {first}.")
    )


def minor(production: Production, name: str, age: int, *, school: bool = True) -> Edit:
    """Give a production in which a person works no longer than the age allows.

    Parameters
    ----------
    name
        The person, by id, name, character or cast number.
    age
        In whole years, 0 to 17.
    school
        Whether school is in session.

    Raises
    ------
    UsageError
        When there is no such person, or the age is none of a minor.

    Notes
    -----
    California's hours of work a day (state labor law: minors in entertainment). For
    babies under six months it is 20 minutes.
    """
    _, person = thing_named(production, name, ("person",))
    assert isinstance(person, Person)
    if not 0 <= age < ADULT:
        raise UsageError(
            f"{age} is no age of a minor.\nMaybe an age from 0 to {ADULT - 1}."
        )
    hours = next(row[1 if school else 2] for row in WORK_HOURS if age < row[0])
    minutes = 60 * hours
    one = replace(person, day_minutes=minutes, extra={**person.extra, "age": age})
    people = tuple(one if p.id == one.id else p for p in production.people)
    when = "with school in session" if school else "without school"
    said = (
        f"{person.name}, {age}, works at most {show_hours(minutes)} a day ({when}; "
        "California's limit - set day_minutes where another law holds).",
        "A minor needs a guardian and mostly a teacher on set: daybreak edit ... tag "
        f'"Studio teacher" --category "Additional labor" --with {person.id}',
    )
    return Edit(production=replace(production, people=people), said=said)

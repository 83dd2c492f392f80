"""Dates that follow from others: streaming after release, delivery before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybreak.store.building import day_of
from daybreak.store.known import Known

DERIVED = {
    "streaming": "set picture/{picture}/release or "
    "picture/{picture}/streaming_after_days",
    "delivery": "set picture/{picture}/release, which it has to be ready for",
    "wrap": "set picture/{picture}/release or picture/{picture}/post_days",
}
"""Names of derived dates of a picture, and what to set instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedDate:
    """A date that nobody enters.

    Parameters
    ----------
    path
        Such as ``picture/m7/streaming``; it cannot be set.
    day
        The date.
    follows
        What it follows from, in words.
    rests_on
        The paths that move it.
    """

    path: str
    day: date
    follows: str
    rests_on: tuple[str, ...]


def derived_dates(known: Known, picture: str) -> tuple[DerivedDate, ...]:
    """Give the dates that follow from a picture's release; none where it has none.

    Parameters
    ----------
    picture
        Its path, ``picture/m7``.

    Notes
    -----
    SPEC 1, ``streaming_after_days`` and ``post_days``; 3, ``release``: wrap +
    post_days <= release.
    """
    value = known.value(picture)
    if not isinstance(value, dict) or "release" not in value:
        return ()
    release = date.fromisoformat(day_of("release", value["release"]))
    after, post = value.get("streaming_after_days"), value.get("post_days", 0)
    found = [
        _derived(picture, "delivery", release, "at the latest, for the release", ())
    ]
    if post:
        day, words = _shifted(release, -post), f"at the latest: {post} days before it"
        found.append(_derived(picture, "wrap", day, words, ("post_days",)))
    if after is not None:
        day, words = _shifted(release, after), f"{after} days after the release"
        found.append(
            _derived(picture, "streaming", day, words, ("streaming_after_days",))
        )
    return tuple(found)


def _derived(
    picture: str, name: str, day: date, follows: str, fields: tuple[str, ...]
) -> DerivedDate:
    rests_on = tuple(f"{picture}/{field}" for field in ("release", *fields))
    return DerivedDate(
        path=f"{picture}/{name}", day=day, follows=follows, rests_on=rests_on
    )


def _shifted(day: date, days: int) -> date:
    """Give a day some days on, within the calendar."""
    number = min(
        max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()
    )
    return date.fromordinal(number)

"""The words of the Universal Schedule Standard that reading and writing share.

USS 1.0.0: the numbers of its categories, weekdays, kinds of events; and the words
with which Daybreak writes what the standard has no field for.
"""

from __future__ import annotations

from daybreak.model.fields import Weekday
from daybreak.model.production import TimeOfDay

ROOT = "universalScheduleStandard"
VERSION = "1.0.0"
"""The version of the standard that is written."""

SET, PLACE, TIME, SCRIPT_DAY, UNIT, SEQUENCE, LOCATION, CAST = 0, 1, 2, 3, 4, 5, 6, 100
COMMENTS = frozenset({123, 124})
FIRST_OWN_SCENE, FIRST_OWN_ACTION = 50, 500
"""The least numbers of a project's own scene and action categories."""
CATEGORIES: dict[int, str] = {
    SET: "Set",
    PLACE: "INT/EXT",
    TIME: "Day/Night",
    SCRIPT_DAY: "Script Day",
    UNIT: "Unit",
    SEQUENCE: "Sequence",
    LOCATION: "Location",
    CAST: "Cast Members",
    101: "Background Actors",
    102: "Stunts",
    103: "Vehicles",
    104: "Props",
    105: "Special Effects",
    106: "Wardrobe",
    107: "Makeup/Hair",
    108: "Animals",
    109: "Animal Wrangler",
    110: "Camera",
    111: "Grip",
    112: "Electric",
    113: "Sound",
    114: "Music",
    115: "Art Department",
    116: "Set Dressing",
    117: "Greenery",
    118: "Security",
    119: "Special Equipment",
    120: "Additional Labor",
    121: "Visual Effects",
    122: "Mechanical Effects",
    123: "Notes",
    124: "Comments",
    125: "Miscellaneous",
    126: "Other",
}
"""The Universal Category Identification Standard: number to usual name."""
TIME_WORDS: dict[str, TimeOfDay] = {
    "DAY": "day",
    "MORNING": "day",
    "NOON": "day",
    "AFTERNOON": "day",
    "NIGHT": "night",
    "EVENING": "night",
    "DUSK": "dusk",
    "SUNSET": "dusk",
    "MAGIC HOUR": "dusk",
    "DAWN": "dawn",
    "SUNRISE": "dawn",
    "ANY": "any",
}
"""Words of Day/Night that say a time of their own; the first of each is written."""
PICTURE = "Picture"
"""An own scene category: which of several pictures a scene belongs to."""

SUNDAY_FIRST: tuple[Weekday, ...] = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
"""Weekdays by the standard's number: 0 is Sunday."""
WEEKLY_OFF = "day off each week"
"""The reason of a person's ``daysOff``."""
AWAY = "not available"
"""The name of an event on which a person cannot work, where no reason is known."""
MINUTE = 60_000
"""Milliseconds of a minute: the unit of ``duration``."""
DROP_MOST = 1
"""Drops that ``isDrop`` allows: one for each performer and production."""


def continued(number: str, day: int, days: int) -> str:
    """Give the banner that stands for a scene of several days after its first.

    Examples
    --------
    >>> continued("12A", 2, 3)
    'Scene 12A continued: day 2 of 3'
    """
    return f"Scene {number} continued: day {day} of {days}"


def read_continued(text: str) -> tuple[str, int, int] | None:
    """Give number, day and days of a banner of `continued`; None for any other.

    Examples
    --------
    >>> read_continued("Scene 12A continued: day 2 of 3")
    ('12A', 2, 3)
    """
    lead, _, tail = text.rpartition(" continued: day ")
    day, _, days = tail.partition(" of ")
    if not (lead.startswith("Scene ") and day.isdecimal() and days.isdecimal()):
        return None
    if not (day + days).isascii() or len(day) > 4 or len(days) > 4:
        return None
    return lead.removeprefix("Scene "), int(day), int(days)

"""Words for the time of day in headings, and words that are no place."""

from __future__ import annotations

from dataclasses import dataclass

from daybreak.model.production import TimeOfDay

_WORDS: dict[TimeOfDay, tuple[str, ...]] = {
    "day": (
        "DAY", "DAYTIME", "DAYLIGHT", "MORNING", "MIDMORNING", "AFTERNOON", "NOON",
        "MIDDAY", "JOUR", "MATIN", "TAG", "MORGEN", "DÍA", "DIA", "MAÑANA", "TARDE",
        "GIORNO", "MATTINA", "ДЕНЬ", "УТРО",
    ),
    "night": (
        "NIGHT", "NIGHTTIME", "MIDNIGHT", "EVENING", "NUIT", "NACHT", "NOCHE", "NOITE",
        "NOTTE", "НОЧЬ", "SOIR", "ABEND", "SERA", "ВЕЧЕР",
    ),
    "dusk": ("DUSK", "SUNSET", "TWILIGHT", "SUNDOWN", "NIGHTFALL", "CRÉPUSCULE"),
    "dawn": ("DAWN", "SUNRISE", "DAYBREAK", "AUBE"),
}  # fmt: skip
_TIME_OF: dict[str, TimeOfDay] = {
    word: time for time, words in _WORDS.items() for word in words
}
_PHRASES: dict[str, TimeOfDay] = {
    "MAGIC HOUR": "dusk",
    "GOLDEN HOUR": "dusk",
    "BLUE HOUR": "dusk",
    "EARLY EVENING": "dusk",
    "DAY FOR NIGHT": "day",
    "BROAD DAYLIGHT": "day",
}
_EVENINGS = frozenset({"EVENING", "SOIR", "ABEND", "SERA", "ВЕЧЕР"})
"""Night to us: outdoors, a question."""
_AS_BEFORE = frozenset(
    (
        "CONTINUOUS", "CONTINUING", "CONT", "CONT.", "CONT'D", "CONTINUED", "LATER",
        "SAME", "SIMULTANEOUS", "SIMULTANEOUSLY", "MEANWHILE", "RESUMING", "RESUME",
    )
)  # fmt: skip
_FILLERS = frozenset(
    (
        "A", "AN", "THE", "THAT", "THIS", "NEXT", "FOLLOWING", "SAME", "EARLY", "LATE",
        "MID", "VERY", "JUST", "BEFORE", "AFTER", "PRE", "FEW", "SOME", "ONE", "TWO",
        "THREE", "SEVERAL", "MANY", "MOMENT", "MOMENTS", "MINUTE", "MINUTES", "SECOND",
        "SECONDS", "HOUR", "HOURS", "DAYS", "WEEKS", "MONTHS", "YEARS", "TIME",
        "ACTION", "LATER", "CONTINUOUS", "AGAIN", "STILL", "IN", "OF", "TO", "AND",
    )
)  # fmt: skip
_LAST_WORDS = frozenset(
    (
        "DAY", "NIGHT", "DAWN", "DUSK", "MORNING", "EVENING", "AFTERNOON", "SUNSET",
        "SUNRISE", "CONTINUOUS", "LATER",
    )
)  # fmt: skip
"""Words that are a time at the end of a heading without a dash."""
_MODIFIERS = frozenset(
    (
        "FLASHBACK", "FLASHBACKS", "FLASH", "FLASHFORWARD", "FORWARD", "BACK", "END",
        "OF", "DREAM", "DREAMS", "SEQUENCE", "MONTAGE", "INTERCUT", "INTERCUTTING",
        "ESTABLISHING", "ESTABLISHER", "STOCK", "FOOTAGE", "PRESENT", "PAST", "FUTURE",
        "DAY", "TO", "SCENE", "MEMORY", "FANTASY", "NIGHTMARE", "SERIES", "SHOTS",
        "CONT'D", "CONTINUED", "MOVING", "TRAVELING", "TRAVELLING", "DRIVING", "RAIN",
        "RAINING", "SNOW", "SNOWING", "VARIOUS", "LATER", "CONTINUOUS", "SAME",
        "RESUMING", "AERIAL", "SHOT", "WIDE", "UNDERWATER", "IMAGINED", "VISION",
    )
)  # fmt: skip
_YEAR = (1000, 2999)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWord:
    """A time of day that was read.

    Parameters
    ----------
    time
        None where it depends on the scene before.
    is_doubtful
        Whether an exterior could be meant otherwise.
    word, before
        The word that was taken, and the part before it.
    """

    time: TimeOfDay | None
    is_doubtful: bool = False
    word: str = ""
    before: str = ""


def read_time(part: str) -> TimeWord | None:
    """Give the time that a whole part of a heading says, None where it says none.

    Parameters
    ----------
    part
        In capitals, as ``LATER THAT NIGHT``.
    """
    if part in _PHRASES:
        return TimeWord(time=_PHRASES[part], is_doubtful=part == "DAY FOR NIGHT")
    words = part.replace("/", " ").replace(",", " ").split()
    if not words or len(words) > 6 or part == "PRESENT DAY":
        return None
    times = [word for word in words if word in _TIME_OF]
    rest = [word for word in words if word not in _TIME_OF]
    if not all(_is_filler(word) for word in rest):
        return None
    if times:
        time = _TIME_OF[times[-1]]
        several = len({_TIME_OF[word] for word in times}) > 1
        return TimeWord(time=time, is_doubtful=several or times[-1] in _EVENINGS)
    if any(word in _AS_BEFORE for word in words):
        return TimeWord(time=None)
    return None


def _is_filler(word: str) -> bool:
    return word in _FILLERS or word in _AS_BEFORE or word.lstrip("#").isdigit()


def takes_time_word(part: str) -> TimeWord | None:
    """Give the time that the last word of a part says: ``HOUSE DAY``."""
    before, _, word = part.rpartition(" ")
    before = before.rstrip(" .,;:/")
    if word not in _LAST_WORDS or all(_is_filler(one) for one in before.split()):
        return None
    found = read_time(word)
    if found is None:
        return None
    return TimeWord(
        time=found.time, is_doubtful=found.is_doubtful, word=word, before=before
    )


def is_modifier(part: str) -> bool:
    """Tell whether a part of a heading is no place: ``FLASHBACK``, ``1979``, a POV."""
    words = part.replace(",", " ").replace("/", " ").split()
    if not words:
        return False
    if words[-1] in ("POV", "P.O.V.", "P.O.V") or words[0] in ("POV", "P.O.V."):
        return True
    return all(word in _MODIFIERS or _is_year(word) for word in words)


def _is_year(word: str) -> bool:
    digits = word.lstrip("'").removesuffix("S").rstrip("'")
    if not (digits.isascii() and digits.isdigit()):
        return False
    if word.startswith("'"):
        return len(digits) == 2
    return len(digits) == 4 and _YEAR[0] <= int(digits) <= _YEAR[1]

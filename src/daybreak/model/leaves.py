"""Single values of a document: numbers, ids, texts, times of day.

Each function takes the mark of its field and a value, and gives the value as the
model keeps it, or raises `Wrong`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from math import isfinite
from typing import Any

from daybreak.model.fields import (
    DECIMALS_MOST,
    MINUTES_A_DAY,
    SLUG_MOST,
    Clock,
    Real,
    Share,
    Slug,
    Text,
    Whole,
)

NUMBER_MOST = 10**15
SHARE_MOST = 10**6  # with its decimals still exact as a JSON number
SLUG_LETTERS = frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
)


HALF_TODO = r"take out the lone \ud800 to \udfff"


class Wrong(Exception):
    """A value that its field cannot hold.

    Parameters
    ----------
    what
        What is wrong, with the value found.
    todo
        What to do; empty where the field says it.
    """

    def __init__(self, what: str, todo: str = "") -> None:
        self.what = what
        self.todo = todo
        super().__init__(what)


def _read_whole(mark: Whole, value: Any) -> int:
    if isinstance(value, Decimal | float) and _is_whole(value):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong(f"{shown(value)} is no whole number")
    if value < mark.least:
        raise Wrong(f"{shown(value)} is below {mark.least}")
    most = NUMBER_MOST if mark.most is None else mark.most
    if value > most:
        raise Wrong(f"{shown(value)} is above {most}")
    return value


def _is_whole(value: Decimal | float) -> bool:
    """Tell whether a number has no fraction, without ever growing a huge int."""
    return is_usual(value) and value == int(value)


def is_usual(value: float | Decimal) -> bool:
    """Tell whether a number is finite and of a size that any field could hold."""
    return is_finite(value) and -NUMBER_MOST <= value <= NUMBER_MOST


def _read_real(mark: Real, value: Any) -> float:
    if not isinstance(value, int | float | Decimal) or isinstance(value, bool):
        raise Wrong(f"{shown(value)} is no number")
    if not (is_finite(value) and mark.least <= value <= mark.most):
        raise Wrong(f"{shown(value)} is not between {mark.least} and {mark.most}")
    return float(value)


def is_finite(value: float | Decimal) -> bool:
    """Tell whether a number is one; a huge int is, though no float holds it."""
    if isinstance(value, Decimal):
        return value.is_finite()
    return isinstance(value, int) or isfinite(value)


def _read_share(mark: Share, value: Any) -> Decimal:
    if isinstance(value, float):
        value = Decimal(repr(value))
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        raise Wrong(f"{shown(value)} is no number")
    share = Decimal(value)
    exponent = share.as_tuple().exponent
    if not isinstance(exponent, int):
        raise Wrong(f"{shown(value)} is no number")
    if share < 0:
        raise Wrong(f"{shown(value)} is below 0")
    if share > SHARE_MOST:
        raise Wrong(f"{shown(value)} is above {SHARE_MOST}")
    if exponent < -DECIMALS_MOST:
        raise Wrong(f"{shown(value)} has more than {DECIMALS_MOST} decimals")
    return share


def _read_slug(mark: Slug, value: Any) -> str:
    if not isinstance(value, str):
        raise Wrong(f"{shown(value)} is no id")
    good = value and value[0].isalnum() and set(value) <= SLUG_LETTERS
    if not good or len(value) > SLUG_MOST:
        raise Wrong(f"{shown(value)} is no id")
    return value


def _read_text(mark: Text, value: Any) -> str:
    if not isinstance(value, str):
        raise Wrong(f"{shown(value)} is no text")
    if not is_text(value):
        raise Wrong(f"{shown(value)} has half a character", HALF_TODO)
    if len(value.strip()) < mark.least:
        raise Wrong("is empty" if not value.strip() else f"{shown(value)} is too short")
    if mark.most is not None and len(value) > mark.most:
        raise Wrong(f"{shown(value)} is too long")
    return value


def is_text(value: str) -> bool:
    """Tell whether a text can be written as UTF-8: no half of a character pair."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _read_clock(mark: Clock, value: Any) -> int:
    if isinstance(value, str) and len(value) == 5 and value[2] == ":":
        hours, minutes = value[:2], value[3:]
        digits = value.isascii() and hours.isdecimal() and minutes.isdecimal()
        if digits and int(minutes) < 60:
            total = int(hours) * 60 + int(minutes)
            if total <= MINUTES_A_DAY:
                return total
    raise Wrong(f"{shown(value)} is no time of day")


LEAF_READERS: dict[type, Callable[[Any, Any], Any]] = {
    Whole: _read_whole,
    Real: _read_real,
    Share: _read_share,
    Slug: _read_slug,
    Text: _read_text,
    Clock: _read_clock,
}


def shown(value: Any) -> str:
    """Show a value briefly, as JSON would."""
    words = {None: "null", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return words[value]
    if isinstance(value, str):
        brief = value if len(value) <= 60 else f"{value[:57]}..."
        if brief.isprintable():
            return f'"{brief}"'
        return json.dumps(brief, ensure_ascii=not is_text(brief))
    if isinstance(value, Mapping):
        return "{...}"
    if isinstance(value, list | tuple):
        return "[...]"
    if isinstance(value, int) and abs(value) >= 10**60:
        return "a number of over 60 digits"
    return str(value)[:60]

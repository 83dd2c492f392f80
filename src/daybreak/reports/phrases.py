"""Words of the papers: dates, money and counts as people read them."""

from __future__ import annotations

import re
from datetime import date

from daybreak.model.eighths import format_eighths

MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ISO_DATE = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹", "JPY": "¥", "KRW": "₩"}


def show_date(day: date) -> str:
    """Give a date as ``Tue 16 Mar 2027``, in English wherever it runs."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def written_date(told: object) -> date | None:
    """Give the date of an ISO text; None for anything else."""
    try:
        return date.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None


def with_dates(text: str) -> str:
    """Give a sentence with its ISO dates as people read them.

    Examples
    --------
    >>> with_dates("Bar is open 2027-03-13 to 2027-03-14")
    'Bar is open Sat 13 Mar 2027 to Sun 14 Mar 2027'
    """
    return ISO_DATE.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    try:
        return show_date(date.fromisoformat(found[0]))
    except ValueError:  # digits that are no date
        return found[0]


def show_range(first: date, last: date) -> str:
    """Give a range of dates, no year or month said twice.

    Examples
    --------
    >>> show_range(date(2027, 3, 13), date(2027, 3, 14))
    'Sat 13 - Sun 14 Mar 2027'
    >>> show_range(date(2027, 12, 30), date(2028, 1, 2))
    'Thu 30 Dec 2027 - Sun 2 Jan 2028'
    """
    if first == last:
        return show_date(first)
    start = f"{WEEKDAYS[first.weekday()]} {first.day}"
    if (first.year, first.month) != (last.year, last.month):
        start += f" {MONTHS[first.month - 1]}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"{start} - {show_date(last)}"


def show_money(amount: int, currency: str) -> str:
    """Give whole currency with thousands set apart.

    A currency with a sign of its own leads with it; any other with its code.

    Examples
    --------
    >>> show_money(41200, "USD"), show_money(-5, "NOK")
    ('$41,200', '-NOK 5')
    """
    lead = SIGNS.get(currency, f"{currency} ")
    return f"{'-' if amount < 0 else ''}{lead}{abs(amount):,}"


def count_of(number: int, noun: str, plural: str = "") -> str:
    """Give ``1 move``, ``2 moves``, ``1,200 strips``, ``2 entries``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def show_pages(eighths: int) -> str:
    """Give a length as ``5 3/8 pgs``; one page and less is a ``pg``."""
    return f"{format_eighths(eighths)} {'pg' if eighths <= 8 else 'pgs'}"


def show_hours(minutes: int) -> str:
    """Give minutes as hours, ``9h30``."""
    return f"{minutes // 60}h{minutes % 60:02d}"


def show_time(minutes: int) -> str:
    """Give minutes since midnight as ``HH:MM``, also of the next morning."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"

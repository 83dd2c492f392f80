"""What cells say: lengths, minutes, amounts, shares, whole numbers."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal, InvalidOperation

from daybreak.importers.tables import Value, shown
from daybreak.importers.tables_remarks import CellReader
from daybreak.model.eighths import parse_eighths

_FRACTIONS = {"⅛": "1/8", "¼": "2/8", "⅜": "3/8", "½": "4/8", "⅝": "5/8", "¾": "6/8",
              "⅞": "7/8"}  # fmt: skip
_PAGE_WORDS = ("pages", "page", "pgs", "pg", "pp")
_EIGHTHS_MOST = 80_000
_MINUTES_MOST = 100_000
_AMOUNT_MOST = 10**12
_CURRENCIES = "$€£¥₹"
_AS_TEXT = "format the column as text and type it again"


def read_pages(cells: CellReader, field: str = "pages") -> int | None:
    """Give a length in eighths, None where there is none or it is noted as wrong."""
    value = cells.value(field)
    if value is None:
        return None
    if isinstance(value, date | time):
        _note_date(cells, field, value, "3/8")
        return None
    text = shown(value).lower()
    try:
        return _at_most(parse_eighths(_plain_length(text)), _EIGHTHS_MOST)
    except ValueError:
        cells.error(
            field,
            "{value} is no length in eighths of a page",
            "write 1 3/8, 11/8, 3/8 or 1.375",
        )
        return None


def _plain_length(text: str) -> str:
    for sign, digits in _FRACTIONS.items():
        text = text.replace(sign, f" {digits}")
    words = [word for word in text.split() if word not in _PAGE_WORDS]
    if len(words) == 3 and words[1] in ("-", "+", "&"):
        words = [words[0], words[2]]
    plain = " ".join(words).replace(" / ", "/").replace(",", ".")
    if "-" in plain and "/" in plain:
        plain = plain.replace("-", " ", 1)
    whole, _, rest = plain.partition(" ")
    return rest if whole == "0" and "/" in rest else plain


def _at_most(number: int, most: int) -> int:
    if number > most:
        raise ValueError(number)
    return number


def _note_date(cells: CellReader, field: str, value: Value, example: str) -> None:
    if isinstance(value, date):
        made = f"{value.day}/{value.month} or {value.month}/{value.day}"
        what = f"the cell holds the date {value}, which a spreadsheet makes of {made}"
    else:
        what = "the cell holds the time {value}, which a spreadsheet made"
    cells.error(field, what, f"{_AS_TEXT}, such as {example}", code="TAB-E14")


def read_whole(
    cells: CellReader, field: str, *, most: int = 1_000_000, least: int = 0
) -> int | None:
    """Give a whole number, None where there is none or it is noted as wrong."""
    value = cells.value(field)
    if value is None:
        return None
    if isinstance(value, date | time):
        _note_date(cells, field, value, "12")
        return None
    number = value if isinstance(value, int) else _whole(shown(value))
    if number is None or not least <= number <= most:
        cells.error(
            field,
            "{value} is no whole number",
            f"write a number from {least} to {most:,}",
        )
        return None
    return number


def _whole(text: str) -> int | None:
    plain = text.strip().lstrip("#").strip()
    return (
        int(plain)
        if plain.isascii() and plain.isdigit() and plain[:9] == plain
        else None
    )


def read_minutes(cells: CellReader, field: str = "minutes") -> int | None:
    """Give minutes of ``90``, ``1:30``, ``1h30`` or ``1.5 h``; None where none."""
    value = cells.value(field)
    if value is None:
        return None
    minutes = minutes_in(value)
    if minutes is None or minutes > _MINUTES_MOST:
        cells.error(field, "{value} is no length of work", "write 90, 1:30 or 1.5 h")
        return None
    return minutes


def minutes_in(value: Value) -> int | None:
    """Give the minutes that a value says, None where it says none."""
    if isinstance(value, time):
        return 60 * value.hour + value.minute
    if isinstance(value, date):
        return None
    if isinstance(value, int):
        return value if value >= 0 else None
    text = shown(value).lower().replace(" ", "").replace(",", ".")
    for word in ("minutes", "minute", "mins", "min", "'"):
        if text.endswith(word):
            text = text.removesuffix(word)
            break
    for word in ("hours", "hour", "hrs", "hr", "stunden", "std"):
        text = text.replace(word, "h")
    hours, mark, rest = text.partition("h" if "h" in text else ":")
    if not mark:
        return _rounded(text, 1)
    more = _rounded(rest.removesuffix("m") or "0", 1)
    whole = _rounded(hours, 60)
    return None if more is None or whole is None else whole + more


def _rounded(text: str, times: int) -> int | None:
    number = _decimal(text)
    if number is None or number < 0:
        return None
    made = number * times
    return int(made) if made == made.to_integral_value() else None


def _decimal(text: str) -> Decimal | None:
    if not text or len(text) > 20 or not set(text) <= set("0123456789.-"):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def read_amount(cells: CellReader, field: str) -> int | None:
    """Give a whole amount of money: ``1500``, ``$1,500.00``, ``1.500,00``."""
    value = cells.value(field)
    return None if value is None else amount_in(cells, field, value)


def amount_in(cells: CellReader, field: str, value: Value) -> int | None:
    """Give the whole amount that a value says; None where it is noted as wrong."""
    amount = value if isinstance(value, int) else _amount(shown(value))
    if isinstance(value, date | time) or amount is None:
        cells.error(field, "{value} is no amount", "write it as 1500")
        return None
    if amount != int(amount) or not 0 <= amount <= _AMOUNT_MOST:
        cells.error(
            field,
            "{value} is no whole amount of the currency",
            "round it, such as to 1500",
        )
        return None
    return int(amount)


def _amount(text: str) -> Decimal | None:
    plain = "".join(char for char in text if not char.isspace())
    plain = plain.strip(_CURRENCIES).replace("'", "").replace("’", "")
    if plain[:3].isalpha() and plain[:3].isupper():
        plain = plain[3:]
    if plain[-3:].isalpha() and plain[-3:].isupper():
        plain = plain[:-3]
    last = max(plain.rfind("."), plain.rfind(","))
    if last >= 0:
        whole, cents = plain[:last], plain[last + 1 :]
        mark, is_single = plain[last], plain.count(plain[last]) == 1
        other = "," if mark == "." else "."
        groups = len(cents) == 3 and (not is_single or other not in plain)
        whole = whole.replace(".", "").replace(",", "")
        plain = whole + cents if groups else f"{whole or 0}.{cents or 0}"
    return _decimal(plain)


_SHARE_WORDS = {
    "yes": Decimal(1), "full": Decimal(1), "y": Decimal(1), "paid": Decimal(1),
    "no": Decimal(0), "none": Decimal(0), "n": Decimal(0), "unpaid": Decimal(0),
    "half": Decimal("0.5"),
}  # fmt: skip


def read_share(cells: CellReader, field: str) -> Decimal | None:
    """Give a part of a whole: ``50 %``, ``0.5``, ``1/2``, ``half``, ``full``."""
    value = cells.value(field)
    if value is None:
        return None
    share = _share(value)
    if share is None or not 0 <= share <= 1:
        cells.error(field, "{value} is no part of the rate", "write 50 % or 0.5")
        return None
    return share


def _share(value: Value) -> Decimal | None:
    if isinstance(value, date | time):
        return None
    text = shown(value).lower().replace(",", ".")
    if text in _SHARE_WORDS:
        return _SHARE_WORDS[text]
    if text.endswith("%"):
        percent = _decimal(text[:-1].strip())
        return None if percent is None else percent / 100
    if text == "1/2":
        return Decimal("0.5")
    return _decimal(text)

"""Eighths of a page: read from and shown as people write them, ``1 3/8``."""

from __future__ import annotations

DIGITS_MOST = 6
"""Longest run of digits that a page count may have; more is no page count."""


def format_eighths(eighths: int) -> str:
    """Give a length in eighths as people write it: ``11`` as ``1 3/8``.

    Parameters
    ----------
    eighths
        Length in whole eighths of a page, 0 or more.

    Raises
    ------
    ValueError
        When the length is negative.

    Examples
    --------
    >>> format_eighths(11), format_eighths(8), format_eighths(3), format_eighths(0)
    ('1 3/8', '1', '3/8', '0')
    """
    if eighths < 0:
        raise ValueError(f"{eighths} eighths: a length is at least 0")
    pages, rest = divmod(eighths, 8)
    if not rest:
        return str(pages)
    return f"{pages} {rest}/8" if pages else f"{rest}/8"


def parse_eighths(text: str) -> int:
    """Give the whole eighths that a text says.

    Parameters
    ----------
    text
        ``1 3/8``, ``11/8``, ``1.375``, ``4/8``, ``1/2`` or ``1``.

    Raises
    ------
    ValueError
        When the text is no length, or none of whole eighths.

    Examples
    --------
    >>> [parse_eighths(text) for text in ("1 3/8", "11/8", "1.375", "4/8", "1")]
    [11, 11, 11, 4, 8]
    """
    words = text.split()
    try:
        if len(words) == 2 and "/" in words[1]:
            return 8 * _whole(words[0]) + _fraction(words[1], text)
        if len(words) == 1:
            return _one_word(words[0], text)
    except ValueError:
        pass
    raise ValueError(f"{text[:40]!r} is no length in eighths of a page, as 1 3/8 is")


def _one_word(word: str, text: str) -> int:
    if "/" in word:
        return _fraction(word, text)
    if "." in word:
        return _decimal(word, text)
    return 8 * _whole(word)


def _whole(word: str) -> int:
    if not (word.isascii() and word.isdigit() and len(word) <= DIGITS_MOST):
        raise ValueError(word)
    return int(word)


def _fraction(word: str, text: str) -> int:
    above, _, below = word.partition("/")
    return _exact(8 * _whole(above), _whole(below), text)


def _decimal(word: str, text: str) -> int:
    whole, _, part = word.partition(".")
    return 8 * _whole(whole or "0") + _exact(8 * _whole(part), 10 ** len(part), text)


def _exact(above: int, below: int, text: str) -> int:
    if below == 0 or above % below:
        raise ValueError(text)
    return above // below

"""JSON read with the line of each object, so that a remark can say where.

Read by hand and in one pass: nesting, values and the digits of a number are limited,
texts hold only what a document can.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from json import JSONDecoder
from typing import Any, NoReturn

from daybreak.importers.limits import Limits
from daybreak.importers.remarks import Remarks, snippet

DIGITS_MOST = 40
_BLANKS = " \t\n\r"
_NUMBER = frozenset("+-0123456789.eE")
_WORDS = {"true": True, "false": False, "null": None}
_STRINGS = JSONDecoder(strict=False)
_MEND = "export the file again from the program that wrote it"


class JsonObject(dict[str, Any]):
    """A JSON object that knows the line on which it begins."""

    __slots__ = ("line",)
    line: int


def read_json(text: str, *, remarks: Remarks, limits: Limits) -> Any:
    """Give the JSON value of a whole text.

    Objects are `JsonObject`, numbers int or Decimal. Where a name stands twice in an
    object, the last one counts, as in every reader.

    Raises
    ------
    ImportProblem
        ``USS-E01`` no JSON, ``USS-E02`` nested too deeply, ``USS-E03`` too many
        values, ``USS-E04`` a number that is too long.
    """
    return _Reader(text, remarks, limits).whole()


class _Reader:
    """One pass over a text; `_at` is where it stands."""

    def __init__(self, text: str, remarks: Remarks, limits: Limits) -> None:
        self._text = text
        self._end = len(text)
        self._at = 0
        self._remarks = remarks
        self._limits = limits
        self._values = 0
        self._line = 1
        self._counted = 0
        self._mended = 0

    def whole(self) -> Any:
        value = self._value(0)
        self._skip()
        if self._at < self._end:
            self._fail("something stands after the end")
        if self._mended:
            self._remarks.warn(
                "USS-W01",
                1,
                f"{self._mended} text{'s' if self._mended > 1 else ''} held characters "
                "that no text may hold; U+FFFD stands for them",
                "write them anew",
            )
        return value

    def _value(self, depth: int) -> Any:
        self._skip()
        self._count()
        char = self._text[self._at : self._at + 1]
        if char == '"':
            return self._string()
        if char in ("{", "["):
            if depth >= self._limits.depth:
                self._refuse("USS-E02", f"nested deeper than {self._limits.depth}")
            self._at += 1
            return self._object(depth) if char == "{" else self._list(depth)
        return self._number() if char and char in "-0123456789" else self._word()

    def _count(self) -> None:
        self._values += 1
        if self._values > self._limits.elements:
            self._refuse("USS-E03", f"more than {self._limits.elements:,} values")

    def _object(self, depth: int) -> JsonObject:
        made = JsonObject()
        made.line = self._here()[0]

        def read_one() -> None:
            if self._text[self._at : self._at + 1] != '"':
                self._fail("a name in quotes is missing")
            key = self._string()
            self._skip()
            self._take(":")
            made[key] = self._value(depth + 1)

        self._items("}", read_one)
        return made

    def _list(self, depth: int) -> list[Any]:
        made: list[Any] = []
        self._items("]", lambda: made.append(self._value(depth + 1)))
        return made

    def _items(self, close: str, read_one: Callable[[], None]) -> None:
        """Read what stands between commas up to a closing bracket."""
        self._skip()
        if self._text[self._at : self._at + 1] == close:
            self._at += 1
            return
        while True:
            self._skip()
            read_one()
            self._skip()
            if self._text[self._at : self._at + 1] == close:
                self._at += 1
                return
            self._take(",")

    def _string(self) -> str:
        try:
            text: str
            text, self._at = _STRINGS.raw_decode(self._text, self._at)
        except ValueError:
            self._fail("a text is never closed, or has an unknown \\ mark")
        if len(text) > self._limits.line_bytes:
            most = self._limits.line_bytes
            self._refuse("USS-E05", f"a text is longer than {most:,} characters")
        if "\x00" in text or not _is_whole(text):
            self._mended += 1
            text = "".join(
                "\ufffd" if char == "\x00" or "\ud800" <= char <= "\udfff" else char
                for char in text
            )
        return text

    def _number(self) -> int | Decimal:
        start = self._at
        while self._at < self._end and self._text[self._at] in _NUMBER:
            self._at += 1
        written = self._text[start : self._at]
        if len(written) > DIGITS_MOST:
            self._refuse("USS-E04", f"a number has more than {DIGITS_MOST} signs")
        try:
            digits = written.removeprefix("-")
            return int(written) if digits.isdigit() else Decimal(written)
        except ArithmeticError:
            self._at = start
            self._fail(f'"{snippet(written)}" is no number')

    def _word(self) -> bool | None:
        for word, value in _WORDS.items():
            if self._text.startswith(word, self._at):
                self._at += len(word)
                return value
        found = snippet(self._text[self._at : self._at + 20])
        said = f'"{found}" is no value' if found else "the file ends too early"
        return self._fail(said)

    def _take(self, char: str) -> None:
        if self._text[self._at : self._at + 1] != char:
            found = "the file ends" if self._at >= self._end else "something stands"
            self._fail(f'{found} where a "{char}" has to be')
        self._at += 1

    def _skip(self) -> None:
        text, at, end = self._text, self._at, self._end
        while at < end and text[at] in _BLANKS:
            at += 1
        self._at = at

    def _here(self) -> tuple[int, int]:
        """Give line and column; lines are counted on from the last time."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line, self._at - self._text.rfind("\n", 0, self._at)

    def _fail(self, what: str) -> NoReturn:
        self._refuse("USS-E01", f"no JSON: {what}")

    def _refuse(self, code: str, what: str) -> NoReturn:
        line, column = self._here()
        self._remarks.refuse(code, line, what, _MEND, column=column)


def _is_whole(text: str) -> bool:
    """Tell whether a text has no half of a character pair."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True

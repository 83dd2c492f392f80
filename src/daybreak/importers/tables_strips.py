"""Rows of a one-liner to strips: what each scene is, and the day it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from typing import get_args

from daybreak.importers.headings import is_heading, is_omitted, split_intro
from daybreak.importers.outcome import Question, counted
from daybreak.importers.slugline import Slug, read_heading
from daybreak.importers.tables import Line, shown
from daybreak.importers.tables_breaks import (
    Breaks,
    DayTold,
    break_kind,
    first_number,
)
from daybreak.importers.tables_casting import CastName, items_of, read_cast
from daybreak.importers.tables_columns import Columns
from daybreak.importers.tables_dates import DateOrder, read_date
from daybreak.importers.tables_fields import ELEMENTS
from daybreak.importers.tables_remarks import CellReader, CellRemarks
from daybreak.importers.tables_values import read_minutes, read_pages, read_whole
from daybreak.importers.times import read_time
from daybreak.model.eighths import format_eighths
from daybreak.model.production import Place, ShiftName, TimeOfDay

_PLACES: Mapping[str, Place] = {
    "I": "int", "INT": "int", "INTERIOR": "int", "INNEN": "int", "INSIDE": "int",
    "E": "ext", "EXT": "ext", "EXTERIOR": "ext", "AUSSEN": "ext", "EST": "ext",
    "OUTSIDE": "ext", "A": "ext",
}  # fmt: skip
_TIMES: Mapping[str, TimeOfDay] = {"D": "day", "N": "night", "ANY": "any"}
_NUMBER_LETTERS = 24
_NUMBER_WORDS = 4
_SCENE_FIELDS = ("heading", "place", "set", "time", "pages", "eighths", "cast")
_TELLING = ("place", "time", "pages", "eighths", "cast")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One scene of a one-liner.

    Parameters
    ----------
    line
        The row it stands in.
    number, picture, scene_id, heading, place, time, set, location, script_day
        As the row says, or the heading; empty where nothing does.
    eighths, minutes
        Its length and its work, None where the row says none.
    cast
        Who is in it.
    elements
        Pairs of a category and a name.
    synopsis, unit, extras, notes
        As the row says.
    day, shift
        Where it stands on the board; None in the boneyard.
    is_omitted
        Whether the scene keeps only its number.
    days
        Over how many days it goes, where that is more than one.
    """

    line: int
    number: str
    picture: str = ""
    scene_id: str = ""
    heading: str = ""
    place: Place = "int"
    time: TimeOfDay = "day"
    set: str = ""
    location: str = ""
    script_day: str = ""
    eighths: int | None = None
    minutes: int | None = None
    cast: tuple[CastName, ...] = ()
    elements: tuple[tuple[str, str], ...] = ()
    synopsis: str = ""
    unit: str = ""
    extras: int | None = None
    notes: str = ""
    day: DayTold | None = None
    shift: ShiftName | None = None
    is_omitted: bool = False
    days: int | None = None


@dataclass(slots=True, kw_only=True)
class OneLiner:
    """The strips of a one-liner, and what was passed over.

    Parameters
    ----------
    strips
        In the order of the rows.
    breaks, totals
        Rows that tell days, and rows that sum up.
    filled
        Whether a day stands only beside its first scene.
    questions
        What a person should look at.
    """

    strips: list[Strip] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    filled: bool = False
    questions: list[Question] = field(default_factory=list)


def read_strips(
    columns: Columns, remarks: CellRemarks, order: DateOrder | None
) -> OneLiner:
    """Give the strips below the headings.

    Parameters
    ----------
    columns
        The sheet and what its columns hold.
    remarks
        Takes every cell that cannot be read; nobody is refused here.
    order
        Which number of a date with slashes is the day.
    """
    reader = _Reader(columns, remarks, order)
    for line in columns.body():
        reader.take(line)
    return reader.done()


class _Reader:
    def __init__(
        self, columns: Columns, remarks: CellRemarks, order: DateOrder | None
    ) -> None:
        self._columns = columns.by_field
        self._remarks = remarks
        self._order = order
        self._found = OneLiner()
        self._time: TimeOfDay = "day"
        self._untimed: list[str] = []
        self._breaks = Breaks(order)

    def take(self, line: Line) -> None:
        """Read one row."""
        cells = CellReader(line, self._columns, self._remarks)
        if self._is_scene(cells):
            self._breaks.count()
            self._found.strips.append(self._strip(cells))
            return
        texts = [shown(value) for _, value in sorted(line.cells.items())]
        kinds = [kind for text in texts if (kind := break_kind(text)) is not None]
        kind = kinds[0] if kinds else None
        if kind == "total":
            self._found.totals.append(line.number)
        elif kind is not None:
            self._found.breaks.append(line.number)
            self._breaks.take(kind, " ".join(texts))
        elif cells.text("pages") or cells.text("eighths"):
            cells.error(
                "scene",
                "the row has a length but no scene number",
                "give it one, or clear the row",
                code="TAB-E17",
            )
        elif "daybreak:" not in texts[0]:  # the stamp of a paper of our own
            self._remarks.warn(
                "TAB-W03",
                line.number,
                min(line.cells),
                f'the row "{" ".join(texts)[:50]}" is no scene and was skipped',
                "give it a scene number if it is one",
            )

    def _is_scene(self, cells: CellReader) -> bool:
        has = [name for name in _SCENE_FIELDS if cells.text(name)]
        if "scene" not in self._columns:
            named = cells.text("heading") or cells.text("set")
            return bool(
                named
                and break_kind(named) is None
                and (is_heading(named) or any(name in has for name in _TELLING))
            )
        number = cells.text("scene")
        return bool(
            number
            and has
            and break_kind(number) is None
            and len(number) <= _NUMBER_LETTERS
            and len(number.split()) <= _NUMBER_WORDS
        )

    def _strip(self, cells: CellReader) -> Strip:
        slug, heading = self._slug(cells)
        place = self._place(cells, slug)
        told, script_day = self._time_of(cells, slug)
        name, days = _without_day(cells.text("set"))
        if split_intro(name):
            name = ""
        location = cells.text("location")
        return Strip(
            line=cells.line.number,
            number=self._number(cells),
            picture=cells.text("picture"),
            scene_id=cells.text("scene_id"),
            heading=heading,
            place=place,
            time=told,
            set=name or (slug.set if slug else ""),
            location=location or (slug.location if slug else ""),
            script_day=script_day,
            eighths=self._length(cells),
            minutes=read_minutes(cells),
            cast=read_cast(cells),
            elements=self._elements(cells),
            synopsis=cells.text("synopsis"),
            unit=cells.text("unit"),
            extras=read_whole(cells, "extras"),
            notes=cells.text("notes"),
            day=self._day(cells),
            shift=_shift(cells.text("shift")),
            is_omitted=is_omitted(name or heading) or is_omitted(cells.text("heading")),
            days=days,
        )

    def _number(self, cells: CellReader) -> str:
        value = cells.value("scene")
        if isinstance(value, date | time):
            cells.error(
                "scene",
                "the scene number became {value}, as spreadsheets do with 1-2",
                "format the column as text and type it again",
                code="TAB-E14",
            )
        return cells.text("scene")

    def _slug(self, cells: CellReader) -> tuple[Slug | None, str]:
        """Give the heading taken apart and as written, where a row has one."""
        for name in ("heading", "set"):
            text = cells.text(name)
            if text and (name == "heading" or split_intro(text)):
                return read_heading(text), text
        return None, ""

    def _place(self, cells: CellReader, slug: Slug | None) -> Place:
        text = cells.text("place")
        if not text:
            return (slug.place if slug else None) or "int"
        parts = text.upper().replace(".", "").replace("-", "/").replace("&", "/")
        if parts.strip() in ("IE", "EI"):
            return "int/ext"
        found = [_PLACES.get(part.strip()) for part in parts.split("/")]
        if found[0] is None or None in found:
            cells.warn(
                "place",
                "{value} is not known as INT or EXT; taken as interior",
                "write INT, EXT or INT/EXT",
                code="TAB-W04",
            )
            return "int"
        return "int/ext" if len(set(found)) > 1 else found[0]

    def _time_of(self, cells: CellReader, slug: Slug | None) -> tuple[TimeOfDay, str]:
        """Give the time of day, and the script day where ``D2`` tells both."""
        script_day, text = cells.text("script_day"), cells.text("time").upper()
        plain = text.rstrip("0123456789 ")
        if plain in ("D", "N") and plain != text and not script_day:
            script_day = text
        told = _TIMES.get(plain)
        if told is None and text:
            found = read_time(text)
            told = found.time if found else None
            if found is None:
                cells.warn(
                    "time",
                    "{value} is not known as a time of day; taken from the row before",
                    "write DAY, NIGHT, DAWN or DUSK",
                    code="TAB-W04",
                )
        elif told is None:
            told = slug.time if slug else None
            if told is None:
                self._untimed.append(cells.text("scene"))
        self._time = told or self._time
        return self._time, script_day

    def _length(self, cells: CellReader) -> int | None:
        pages, eighths = read_pages(cells), read_whole(cells, "eighths", most=80_000)
        if pages is not None and eighths is not None and pages != eighths:
            cells.error(
                "eighths",
                f"{{value}} eighths are {format_eighths(eighths)} pages, but the row "
                f"says {format_eighths(pages)}",
                "make the two agree, or leave one column out",
                code="TAB-E18",
            )
        return pages if eighths is None else eighths

    def _elements(self, cells: CellReader) -> tuple[tuple[str, str], ...]:
        found: dict[tuple[str, str], None] = {}
        for name in self._columns:
            if name.startswith(ELEMENTS):
                for label in items_of(cells.value(name)):
                    found[name.removeprefix(ELEMENTS), label] = None
        return tuple(found)

    def _day(self, cells: CellReader) -> DayTold | None:
        value = cells.value("shoot_day")
        if isinstance(value, date | time | Decimal):
            cells.error(
                "shoot_day",
                "{value} is no number of a day; a spreadsheet may have made it",
                "format the column as text and write 3",
                code="TAB-E14",
            )
            value = None
        number = first_number(shown(value)) if value is not None else None
        day = read_date(cells, "date", self._order)
        return None if number is None and day is None else DayTold(number, day)

    def done(self) -> OneLiner:
        """Give what was read, days filled in."""
        found = self._found
        if not any(strip.day for strip in found.strips) and self._breaks.days:
            days = self._breaks.of_all()
            found.strips = [
                replace(strip, day=day)
                for strip, day in zip(found.strips, days, strict=True)
            ]
        else:
            found.filled = _fill_down(found.strips)
        if self._untimed and any(self._untimed):
            count = len(self._untimed)
            have = "has" if count == 1 else "have"
            found.questions.append(
                Question(
                    what=f"{counted(count, 'scene')} {have} no time of day, taken from "
                    "the row before (day at the start)",
                    todo='set "time" where it is wrong',
                    scenes=tuple(self._untimed),
                )
            )
        return found


def _fill_down(strips: list[Strip]) -> bool:
    """Give strips below a day's first one its day, where a sheet writes it once.

    It does where no day stands twice and scenes without one lie between the days. Our
    own papers write it beside every scene.
    """
    if any(strip.scene_id for strip in strips):
        return False
    told = [strip.day for strip in strips]
    given = [day for day in told if day is not None]
    if not given or len(set(given)) != len(given) or len(given) == len(told):
        return False
    first = next(at for at, day in enumerate(told) if day is not None)
    last = max(at for at, day in enumerate(told) if day is not None)
    if all(day is not None for day in told[first : last + 1]) and len(given) > 1:
        return False
    day = None
    for at, strip in enumerate(strips):
        day = strip.day or day
        strips[at] = replace(strip, day=day)
    return True


def _without_day(text: str) -> tuple[str, int | None]:
    """Give a set without ``(day 1 of 2)``, and over how many days its scene goes."""
    before, found, rest = text.rpartition(" (day ")
    place, _, days = rest.removesuffix(")").partition(" of ")
    if found and rest.endswith(")") and place.isdigit() and days.isdigit():
        return before, first_number(days)
    return text, None


def _shift(text: str) -> ShiftName | None:
    names: tuple[ShiftName, ...] = get_args(ShiftName)
    return next((name for name in names if name == text.lower()), None)

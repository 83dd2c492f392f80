"""Import tables: a one-liner as a production, a cast list into a production."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from daybreak.importers.defaults import parse_base
from daybreak.importers.places import read_locations_map
from daybreak.importers.tables import Book
from daybreak.importers.tables_cast import CastChange, CastTaken, take_cast
from daybreak.importers.tables_dates import DateOrder
from daybreak.importers.tables_one_liner import import_one_liner
from daybreak.importers.tables_reading import ENDINGS, read_table_in_child
from daybreak.importers.tiers import TierName
from daybreak.model.errors import UsageError
from daybreak.model.files import read, read_text
from daybreak.model.production import Production
from daybreak.model.writing import write_part
from daybreak.office.importing import spooled
from daybreak.office.importing_schedules import ImportedSchedule, with_checked_boards
from daybreak.store.building import build
from daybreak.store.entering import checked
from daybreak.store.entry import Entry, Source
from daybreak.store.files import Document, open_document
from daybreak.store.known import Known
from daybreak.store.state import State

PathLike = str | os.PathLike[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWish:
    """A table, and how it is to be read.

    Parameters
    ----------
    path
        A CSV, TSV or XLSX file; ``-`` is standard input.
    mapping
        Texts ``Heading=field`` for headings that do not tell.
    sheet
        The sheet of a workbook; else the first one with headings.
    dates
        Which number of ``6/3/2027`` is the day; else what the table itself tells.
    """

    path: PathLike
    mapping: Sequence[str] = ()
    sheet: str | None = None
    dates: DateOrder | None = None

    def pairs(self) -> dict[str, str]:
        """Give the mapping by heading.

        Raises
        ------
        UsageError
            When one of its texts is none.
        """
        made = {}
        for text in self.mapping:
            heading, found, field = text.rpartition("=")
            if not found or not heading.strip() or not field.strip():
                raise UsageError(
                    f'"{text[:40]}" maps no heading to a field.\n'
                    'Maybe write --map "Sc=scene".'
                )
            made[heading.strip()] = field.strip()
        return made

    def read(self) -> Book:
        """Give the table, read in a process of its own.

        Raises
        ------
        ImportProblem
            When it cannot be read.
        """
        if os.fspath(self.path) != "-":
            return read_table_in_child(
                self.path if isinstance(self.path, str) else Path(self.path)
            )
        with tempfile.TemporaryDirectory() as folder:
            return read_table_in_child(spooled(folder))


def is_table_file(path: PathLike) -> bool:
    """Tell whether the name of a file is that of a table."""
    return os.fspath(path).lower().endswith(ENDINGS)


def import_one_liner_file(
    wish: TableWish,
    *,
    today: date,
    start: date | None = None,
    tier: TierName = "micro",
    title: str | None = None,
    pages_per_day: Decimal | None = None,
    units: Sequence[str] = (),
    base: str | None = None,
    holidays: Sequence[str] = (),
    locations: PathLike | None = None,
) -> ImportedSchedule:
    """Make a production of a one-liner, and a checked board of its shooting days.

    Parameters
    ----------
    wish
        The table.
    today, start, tier, title, pages_per_day, units, base, holidays, locations
        As `daybreak.office.importing.import_scripts_files` has them.

    Raises
    ------
    ImportProblem
        With every cell that cannot be read; nothing was taken in.
    DocumentError, UsageError
        When a setting makes no sense.
    """
    names = None
    if locations is not None:
        names = read_locations_map(read_text(locations), os.path.basename(locations))
    imported = import_one_liner(
        wish.read(),
        mapping=wish.pairs(),
        sheet=wish.sheet,
        dates=wish.dates,
        today=today,
        start=start,
        tier=tier,
        title=title,
        units=units,
        pages_per_day=pages_per_day,
        holidays=holidays,
        base=parse_base(base) if base is not None else None,
        locations=names,
    )
    return with_checked_boards(imported)


def take_cast_file(
    wish: TableWish, production: PathLike, *, new_people: bool = False
) -> CastTaken:
    """Give a production of a file with what a cast list says.

    Raises
    ------
    ImportProblem
        With every cell that cannot be taken in; nothing was.
    DocumentError, UsageError
        When the production cannot be read.
    """
    return take_cast(
        wish.read(),
        read(production),
        mapping=wish.pairs(),
        sheet=wish.sheet,
        dates=wish.dates,
        new_people=new_people,
    )


def enter_cast_file(
    wish: TableWish,
    document: PathLike,
    *,
    by: str,
    at: datetime,
    said_on: str | None = None,
    new_people: bool = False,
) -> tuple[CastTaken, tuple[Entry, ...]]:
    """Enter what a cast list says into a document, with the file as the source.

    All of it is one wish: one undo takes it back.

    Parameters
    ----------
    said_on
        The day, month or year that the list is from; else the day of the entry.

    Raises
    ------
    ImportProblem
        With every cell that cannot be taken in; nothing was entered.
    DocumentError, UsageError, StoreError
        When the document cannot be written, or would be sound no more.
    """
    book = wish.read()
    with open_document(document, by=by) as opened:
        head = opened.journal.head().seq
        taken, entries = cast_in(
            opened, wish, book, by=by, at=at, said_on=said_on, new_people=new_people
        )
        return taken, opened.append(entries, after=head) if entries else ()


def cast_in(
    document: Document,
    wish: TableWish,
    book: Book,
    *,
    by: str,
    at: datetime,
    said_on: str | None = None,
    new_people: bool = False,
) -> tuple[CastTaken, tuple[Entry, ...]]:
    """Give what a cast list says for an open document; its entries are not entered.

    Parameters
    ----------
    book
        The list as it was read.

    Raises
    ------
    ImportProblem
        With every cell that cannot be taken in.
    DocumentError, UsageError
        When the document would be sound no more.
    """
    known = Known(document.state())
    taken = take_cast(
        book,
        build(known).production,
        mapping=wish.pairs(),
        sheet=wish.sheet,
        dates=wish.dates,
        new_people=new_people,
        taken=_ids_given(known),
    )
    head = document.journal.head().seq
    pattern = Entry(
        path="title",
        source=Source(outlet=book.file),
        said_on=said_on or at.date().isoformat(),
        entered_by=by,
        entered_at=at,
        settles=True,  # whoever takes the list in takes it as it is
        batch=f"set {head + 1}",
    )
    return taken, _entries(document, taken, known, pattern)


def _ids_given(known: Known) -> tuple[str, ...]:
    """Give every id that a person ever had, removed ones too."""
    found = (whole.split("/") for whole in known.wholes())
    return tuple(words[1] for words in found if words[0] == "person")


def _entries(
    document: Document, taken: CastTaken, known: Known, pattern: Entry
) -> tuple[Entry, ...]:
    state, head = document.own_state(), document.journal.head().seq
    made: list[Entry] = []
    for path, value in _facts(taken.changes, known):
        for entry in checked(replace(pattern, path=path, value=value), state):
            made.append(entry)
            state.apply(replace(entry, seq=head + len(made)))
    _refuse_other(state, taken.production)
    return tuple(made)


def _facts(changes: Sequence[CastChange], known: Known) -> Iterator[tuple[str, Any]]:
    """Yield path and value of each change, under keys that are free."""
    keys = _Keys(known)
    for change in changes:
        lead = f"person/{change.person}"
        if change.part == "deal" and change.at is not None:
            yield f"{keys.deal(lead, change.at)}/{change.field}", change.value
        elif change.part:
            yield keys.free(f"{lead}/{change.part}", change.value), change.value
        elif change.field:
            yield f"{lead}/{change.field}", change.value
        else:
            value = write_part(change.value)
            yield lead, {name: one for name, one in value.items() if name != "id"}


class _Keys:
    """The keys of the parts of people, as a document has them."""

    def __init__(self, known: Known) -> None:
        self._wholes = list(known.wholes())
        self._there = [one for one in self._wholes if known.value(one) is not None]
        self._taken = set(self._wholes)

    def deal(self, lead: str, at: int) -> str:
        """Give the path of a person's deal by its place."""
        deals = [one for one in self._there if one.startswith(f"{lead}/deal/")]
        return deals[at] if at < len(deals) else f"{lead}/deal/{at + 1}"

    def free(self, lead: str, value: Mapping[str, Any] | Sequence[str]) -> str:
        """Give a path for a new part: by its first date, a deal by its number."""
        first = value.get("from") if isinstance(value, Mapping) else value[0]
        stem = f"{lead}/{first or 1}"
        path, count = stem, 1
        while path in self._taken:
            count += 1
            path = f"{lead}/{count}" if first is None else f"{stem}-{count}"
        self._taken.add(path)
        return path


def _refuse_other(state: State, wanted: Production) -> None:
    """Refuse entries that something said for later stands against."""
    built = {one.id: one for one in build(Known(state)).production.people}
    for person in wanted.people:
        found = built.get(person.id)
        if found is None or _as_told(found) != _as_told(person):
            raise UsageError(
                f"person/{person.id}: something that was said for later stands against "
                "the list, so nothing was entered.\n"
                f"Maybe look with daybreak facts, or say when the list is from: "
                "--said-on."
            )


def _as_told(person: Any) -> Any:
    """Give a person for comparing: the order of dates away means nothing."""
    told = write_part(person)
    for name in ("unavailable", "windows"):
        told[name] = sorted(map(str, told.get(name, ())))
    return told

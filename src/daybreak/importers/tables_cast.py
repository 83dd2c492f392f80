"""A cast list into a production: what becomes of each person, and what changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from daybreak.importers.names import Ids, name_key
from daybreak.importers.outcome import Question
from daybreak.importers.remarks import Remarks
from daybreak.importers.tables import Book
from daybreak.importers.tables_columns import ColumnRead, find_columns
from daybreak.importers.tables_dates import DateOrder
from daybreak.importers.tables_fields import PEOPLE
from daybreak.importers.tables_matching import CastFinder, deal_meant
from daybreak.importers.tables_one_liner import date_order
from daybreak.importers.tables_people import WHO, Away, PersonTold, read_people
from daybreak.importers.tables_remarks import CellReader, CellRemarks
from daybreak.model.errors import Remark
from daybreak.model.fields import DateRange
from daybreak.model.people import Deal, Person, Unavailability
from daybreak.model.production import Production
from daybreak.model.writing import plain_number


@dataclass(frozen=True, slots=True, kw_only=True)
class CastChange:
    """One thing that a cast list changes.

    Parameters
    ----------
    person
        The id of the person.
    part
        ``deal``, ``unavailable`` or ``window``; empty for a field of the person, or
        for the whole of a new one.
    at
        The place of a deal among the person's; None for one that is new.
    field
        The field that is set; empty for a whole part or person.
    value
        What it is set to.
    said
        The change in words.
    """

    person: str
    part: str = ""
    at: int | None = None
    field: str = ""
    value: Any
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CastTaken:
    """What came of a cast list.

    Parameters
    ----------
    production
        The production with it.
    changes
        What is another than before, in the order of the rows.
    people
        How many people the rows tell of.
    columns
        What was read from which column.
    questions
        What a person should look at.
    warnings
        What was remarked in reading.
    """

    production: Production
    changes: tuple[CastChange, ...]
    people: int
    sheet: str
    columns: tuple[ColumnRead, ...]
    questions: tuple[Question, ...]
    warnings: tuple[Remark, ...]


def take_cast(
    book: Book,
    production: Production,
    *,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    dates: DateOrder | None = None,
    new_people: bool = False,
    taken: Sequence[str] = (),
) -> CastTaken:
    """Give a production with what a cast list says: all of it, or nothing.

    Dates away and windows are added to those that are known; everything else that a
    cell says takes the place of what was there. Empty cells say nothing.

    Parameters
    ----------
    book
        The file.
    production
        The production that it is for.
    mapping, sheet, dates
        As `daybreak.importers.tables_one_liner.import_one_liner` has them.
    new_people
        Whether people who are not in the production are taken in.
    taken
        Ids that new people may not have.

    Raises
    ------
    ImportProblem
        With every cell that cannot be taken in.
    DocumentError
        When the production would be sound no more.
    """
    remarks = Remarks(book.file)
    columns = find_columns(
        book, PEOPLE, needs=WHO, mapping=mapping or {}, sheet=sheet, remarks=remarks
    )
    cells = CellRemarks(remarks, columns.sheet.name)
    told = read_people(columns, cells, dates or date_order(columns))
    taking = _Taking(production, new_people=new_people, taken=taken)
    for one in told:
        taking.take(one)
    cells.refuse_errors()
    return CastTaken(
        production=taking.production(),
        changes=tuple(taking.changes),
        people=len(told),
        sheet=columns.sheet.name,
        columns=columns.all,
        questions=tuple(taking.questions),
        warnings=(*book.remarks, *cells.done()),
    )


class _Taking:
    """People on their way into a production."""

    def __init__(
        self, production: Production, *, new_people: bool, taken: Sequence[str]
    ) -> None:
        self._before = production
        self._finder = CastFinder(production)
        self._new_people = new_people
        self._people = {person.id: person for person in production.people}
        self._ids = Ids()
        for one in (*taken, *self._people):
            self._ids.make(one, otherwise="person")
        self._rows: dict[str, PersonTold] = {}
        self.changes: list[CastChange] = []
        self.questions: list[Question] = []

    def production(self) -> Production:
        """Give the production with everybody taken in."""
        people = tuple(self._people.values())
        return (
            self._before
            if people == self._before.people
            else replace(self._before, people=people)
        )

    def take(self, told: PersonTold) -> None:
        """Take in what the rows of one person say."""
        person = self._finder.find(told, may_be_new=self._new_people)
        if person is None:
            if self._new_people and not told.cells.remarks.has_errors:
                self._add(told)
            return
        if person.id in self._rows:
            first, name = self._rows[person.id], self._people[person.id].name
            lines = f"{first.cells.line.number} and {told.cells.line.number}"
            self.questions.append(
                Question(
                    what=f"{name} has rows of their own in {lines}; what the later "
                    "one says holds",
                    todo="keep the rows of one person together",
                )
            )
        self._rows[person.id] = told
        self._change(self._people[person.id], told)

    def _add(self, told: PersonTold) -> None:
        name = told.called
        person = Person(
            id=self._ids.make(name, otherwise="person"),
            name=told.name or name,
            deals=(),
            number=told.number,
            characters=told.characters,
        )
        start = len(self.changes)
        self._people[person.id] = person
        self._change(person, told)
        self.changes[start:] = [
            CastChange(
                person=person.id,
                value=self._people[person.id],
                said=f"{name}: new",
            )
        ]

    def _change(self, person: Person, told: PersonTold) -> None:
        for name, value in self._fields(person, told):
            person = self._set(person, name, value)
        for away in told.away:
            person = self._away(person, away)
        for window in told.windows:
            person = self._window(person, window)
        person = self._deals(person, told)
        self._people[person.id] = person

    def _fields(self, person: Person, told: PersonTold) -> Iterator[tuple[str, Any]]:
        if told.name:
            yield "name", told.name
        if told.number is not None:
            yield "number", told.number
        known = {name_key(one) for one in person.characters}
        more = tuple(one for one in told.characters if name_key(one) not in known)
        if more:
            yield "characters", (*person.characters, *more)
        yield from told.fields.items()

    def _set(self, person: Person, name: str, value: Any) -> Person:
        before = getattr(person, name)
        if before == value:
            return person
        shown = ", ".join(value) if isinstance(value, tuple) else value
        self.changes.append(
            CastChange(
                person=person.id,
                field=name,
                value=_plain(value),
                said=f"{person.name}: {name.replace('_', ' ')} {shown}",
            )
        )
        return replace(person, **{name: value})

    def _away(self, person: Person, away: Away) -> Person:
        first, last = away.dates.first, away.dates.last
        for one in person.unavailable:
            if (one.first, one.last) == (first, last):
                return person
        value = {"from": first.isoformat(), "to": last.isoformat()}
        if away.reason:
            value["reason"] = away.reason
        self.changes.append(
            CastChange(
                person=person.id,
                part="unavailable",
                value=value,
                said=f"{person.name}: away {_range(away.dates)}"
                + (f" ({away.reason})" if away.reason else ""),
            )
        )
        made = Unavailability(first=first, last=last, reason=away.reason)
        return replace(person, unavailable=(*person.unavailable, made))

    def _window(self, person: Person, window: DateRange) -> Person:
        if window in person.windows:
            return person
        self.changes.append(
            CastChange(
                person=person.id,
                part="window",
                value=[window.first.isoformat(), window.last.isoformat()],
                said=f"{person.name}: at hand {_range(window)}",
            )
        )
        return replace(person, windows=(*person.windows, window))

    def _deals(self, person: Person, told: PersonTold) -> Person:
        for cells, deal in told.deals:
            meant = deal_meant(cells, deal, person, self._before)
            if meant is None:
                continue
            at, picture = meant
            said = {
                name: value
                for name in ("kind", "rate", "hold", "drops", "drop_after_days")
                if (value := getattr(deal, name)) is not None
            }
            if at is None:
                person = self._new_deal(person, cells, said, picture)
            else:
                person = self._changed_deal(person, at, said)
        return person

    def _new_deal(
        self,
        person: Person,
        cells: CellReader,
        said: dict[str, Any],
        picture: str | None,
    ) -> Person:
        if "rate" not in said and said.get("kind") != "none":
            cells.error(
                "name",
                f"{person.name} has no deal yet, and the row tells no rate",
                "give a rate, or write none as the kind of deal",
                code="TAB-E18",
            )
            return person
        pictures = None if picture is None else (picture,)
        made = Deal(**{"kind": "daily", "rate": 0, **said}, pictures=pictures)
        value = {"kind": made.kind, "rate": made.rate, **_json(said)}
        if pictures:
            value["pictures"] = list(pictures)
        self.changes.append(
            CastChange(
                person=person.id,
                part="deal",
                value=value,
                said=f"{person.name}: a deal, {_deal_words(made)}",
            )
        )
        return replace(person, deals=(*person.deals, made))

    def _changed_deal(self, person: Person, at: int, said: dict[str, Any]) -> Person:
        before = person.deals[at]
        new = {name: one for name, one in said.items() if getattr(before, name) != one}
        if not new:
            return person
        made = replace(before, **new)
        for name, value in _json(new).items():
            self.changes.append(
                CastChange(
                    person=person.id,
                    part="deal",
                    at=at,
                    field=name,
                    value=value,
                    said=f"{person.name}: {name.replace('_', ' ')} "
                    f"{getattr(before, name)} -> {new[name]}",
                )
            )
        deals = (*person.deals[:at], made, *person.deals[at + 1 :])
        return replace(person, deals=deals)


def _deal_words(deal: Deal) -> str:
    return "unpaid" if deal.kind == "none" else f"{deal.kind} {deal.rate:,}"


def _range(dates: DateRange) -> str:
    if dates.first == dates.last:
        return str(dates.first)
    return f"{dates.first} to {dates.last}"


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _json(said: Mapping[str, Any]) -> dict[str, Any]:
    """Give fields of a deal as a document keeps them."""
    return {
        name: value if isinstance(value, int | str) else plain_number(value)
        for name, value in said.items()
    }

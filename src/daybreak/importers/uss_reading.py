"""A schedule file to a `UssDocument`: lenient, with a line for whatever is odd."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from daybreak.importers.json_tree import JsonObject, read_json
from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.reading import (
    check_size,
    decode,
    read_bytes,
    refuse_other_kinds,
)
from daybreak.importers.remarks import Remarks, snippet
from daybreak.importers.uss_boards import stripboard_of
from daybreak.importers.uss_document import (
    BreakdownKind,
    EventKind,
    UssBreakdown,
    UssCalendar,
    UssCategory,
    UssDocument,
    UssElement,
    UssEvent,
    UssHeader,
)
from daybreak.importers.uss_fields import MINUTES_MOST, Fields
from daybreak.model.schedule_standard import CATEGORIES, MINUTE, ROOT, VERSION

SUFFIX = ".uss"
_KINDS: dict[str, BreakdownKind] = {
    "scene": "scene",
    "strip": "scene",
    "breakdown": "scene",
    "banner": "banner",
    "day": "day",
    "daybreak": "day",
}
_OFF_NAMES = frozenset({"holiday", "dayoff", "day off", "off"})
_CATEGORY_NUMBERS = {name.casefold(): ucid for ucid, name in CATEGORIES.items()}
_CATEGORY_NUMBERS |= {"cast": 100, "i/e": 1, "d/n": 2, "locations": 6, "sets": 0}
Thing = TypeVar("Thing", UssBreakdown, UssCategory, UssElement, UssCalendar)


def looks_like_uss(data: bytes, name: str) -> bool:
    """Tell whether a file is a schedule, by its name or its first signs."""
    if name.lower().endswith(SUFFIX):
        return True
    head = data[:512].replace(b"\x00", b"")
    for bom in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(bom)
    return b"".join(head.split()[:2])[:2] == b'{"'


def read_uss(path: Path | str, *, limits: Limits = LIMITS) -> UssDocument:
    """Read a schedule in this process; see `parse_uss`."""
    path = Path(path)
    remarks = Remarks(path.name)
    data = read_bytes(path, most=limits.xml_bytes, remarks=remarks)
    return parse_uss(data, path.name, limits=limits)


def parse_uss(data: bytes, file: str, *, limits: Limits = LIMITS) -> UssDocument:
    """Read a schedule of the Universal Schedule Standard from its bytes.

    Parameters
    ----------
    data
        The bytes of the file.
    file
        Its name, for messages.
    limits
        How much is read at most.

    Raises
    ------
    ImportProblem
        ``USS-E01`` to ``USS-E07``, ``SCR-E03`` to ``SCR-E07``; nothing was taken in.
    """
    remarks = Remarks(file)
    check_size(data, most=limits.xml_bytes, remarks=remarks)
    refuse_other_kinds(data, remarks)
    value = read_json(decode(data, remarks), remarks=remarks, limits=limits)
    return _Reading(_root(value, remarks), remarks, limits).document()


def _root(value: Any, remarks: Remarks) -> JsonObject:
    """Give the object that holds everything."""
    inner = value.get(ROOT) if isinstance(value, JsonObject) else None
    if isinstance(inner, JsonObject):
        return inner
    if isinstance(value, JsonObject) and isinstance(value.get("breakdowns"), list):
        return value
    return remarks.refuse(
        "USS-E06",
        1,
        f'the JSON holds no "{ROOT}"',
        "export the schedule as USS (.uss); a production of Daybreak needs no import",
    )


class _Reading:
    def __init__(self, root: JsonObject, remarks: Remarks, limits: Limits) -> None:
        self._root = root
        self._remarks = remarks
        self._limits = limits
        self._fields = Fields(remarks)

    def document(self) -> UssDocument:
        self._version()
        breakdowns = self._each("breakdowns", self._breakdown)
        self._refuse_none_or_too_many(breakdowns)
        categories = self._each("categories", self._category)
        elements = self._elements(categories)
        known = {one.id: one.kind for one in breakdowns}
        return UssDocument(
            file=self._remarks.file,
            header=self._header(),
            breakdowns=self._known_elements(breakdowns, elements),
            categories=categories,
            elements=elements,
            stripboards=tuple(
                stripboard_of(thing, known, self._fields, self._remarks)
                for thing in self._fields.objects(self._root, "stripboards")
            ),
            calendars=self._each("calendars", self._calendar),
            later_dates=self._fields.later_dates,
            remarks=self._remarks.done(),
        )

    def _version(self) -> None:
        version = self._fields.text(self._root, "ussVersion", "version") or VERSION
        if version.partition(".")[0] != VERSION.partition(".")[0]:
            self._remarks.warn(
                "USS-W08",
                self._root.line,
                f'version "{snippet(version)}" is unknown, read as {VERSION}',
                "compare a few scenes and days with the program that wrote the file",
            )

    def _header(self) -> UssHeader:
        names = {"project": ("project", "name")}
        return UssHeader(
            **{
                one.name: self._fields.text(
                    self._root, *names.get(one.name, (_camel(one.name),))
                )
                for one in fields(UssHeader)
            }
        )

    def _each(
        self, name: str, make: Callable[[JsonObject, str], Thing]
    ) -> tuple[Thing, ...]:
        """Give the things of a list, each id once."""
        made: dict[str, Thing] = {}
        for at, thing in enumerate(self._fields.objects(self._root, name)):
            found = self._fields.text(thing, "id") or f"{name}-{at + 1}"
            if found in made:
                self._remarks.warn(
                    "USS-W06",
                    thing.line,
                    f'the id "{snippet(found)}" stands twice in "{name}"; the first '
                    "counts",
                    "give each an id of its own",
                )
                continue
            made[found] = make(thing, found)
        return tuple(made.values())

    def _breakdown(self, thing: JsonObject, found: str) -> UssBreakdown:
        text = self._fields.text
        kind = self._kind(thing)
        is_scene = kind == "scene"
        milliseconds = self._fields.whole(thing, "duration", "time")
        return UssBreakdown(
            id=found,
            line=thing.line,
            kind=kind,
            scene=text(thing, "scene").strip(),
            description=text(thing, "description"),
            comments=text(thing, "comments"),
            script_page=text(thing, "scriptPage"),
            eighths=self._fields.eighths(thing),
            minutes=min(-(-milliseconds // MINUTE), MINUTES_MOST)
            if milliseconds
            else None,
            elements=self._fields.texts(thing, "elements"),
            text="" if is_scene else text(thing, "bannerText", "description"),
        )

    def _kind(self, thing: JsonObject) -> BreakdownKind:
        written = self._fields.text(thing, "type")
        kind = _KINDS.get(written.casefold())
        if kind is not None:
            return kind
        guessed: BreakdownKind = "scene" if thing.get("scene") else "banner"
        self._remarks.warn(
            "USS-W02",
            thing.line,
            f'type "{snippet(written)}" is unknown, taken as {guessed}',
            'write "scene" or "banner"',
        )
        return guessed

    def _refuse_none_or_too_many(self, breakdowns: tuple[UssBreakdown, ...]) -> None:
        scenes = [one for one in breakdowns if one.kind == "scene"]
        if not scenes:
            self._remarks.refuse(
                "USS-E07",
                self._root.line,
                "the schedule has no scene",
                "export it with its breakdown sheets",
            )
        if len(breakdowns) > 2 * self._limits.scenes or len(scenes) > (
            self._limits.scenes
        ):
            self._remarks.refuse(
                "SCR-E07",
                scenes[min(self._limits.scenes, len(scenes) - 1)].line,
                f"the schedule has more than {self._limits.scenes:,} scenes",
                "split it into several files",
            )

    def _category(self, thing: JsonObject, found: str) -> UssCategory:
        name = self._fields.text(thing, "name")
        ucid = self._fields.whole(thing, "ucid", "type")
        by_name = _CATEGORY_NUMBERS.get(name.strip().casefold())
        # Programs number their own "Set" from 50 on: there the name tells more.
        if by_name is not None and (ucid is None or 50 <= ucid < 100):
            ucid = by_name
        ucid = ucid if ucid is not None else 126
        return UssCategory(
            id=found, name=name.strip() or CATEGORIES.get(ucid, "Other"), ucid=ucid
        )

    def _elements(self, categories: tuple[UssCategory, ...]) -> tuple[UssElement, ...]:
        listed: dict[str, str] = {}
        for thing in self._fields.objects(self._root, "categories"):
            for one in self._fields.texts(thing, "elements"):
                listed.setdefault(one, self._fields.text(thing, "id"))
        known = {category.id for category in categories}
        made = self._each(
            "elements", lambda thing, found: self._element(thing, found, listed)
        )
        for element in made:
            if element.category not in known:
                self._unknown(element.line, "category", element.category, element.name)
        return tuple(one for one in made if one.category in known)

    def _element(
        self, thing: JsonObject, found: str, listed: dict[str, str]
    ) -> UssElement:
        read = self._fields
        return UssElement(
            id=found,
            line=thing.line,
            category=read.text(thing, "category") or listed.get(found, ""),
            name=" ".join(read.text(thing, "name").split()) or "(no name)",
            board_id=read.text(thing, "elementId").strip(),
            is_hold=read.flag(thing, "isHold", "doodHoldAllow", otherwise=True),
            is_drop=read.flag(thing, "isDrop", "doodDropAllow", otherwise=False),
            drop_days=read.whole(thing, "dropDayCount", "doodDropDays", "doodDayCount")
            or 0,
            days_off=read.weekdays(thing, "daysOff"),
            events=tuple(self._events(thing)),
        )

    def _known_elements(
        self,
        breakdowns: tuple[UssBreakdown, ...],
        elements: tuple[UssElement, ...],
    ) -> tuple[UssBreakdown, ...]:
        """Remark elements of scenes that the file does not have."""
        known = {element.id for element in elements}
        for one in breakdowns:
            for element in one.elements:
                if element not in known:
                    self._unknown(one.line, "element", element, f"scene {one.scene}")
        return breakdowns

    def _unknown(self, line: int, kind: str, found: str, of: str) -> None:
        self._remarks.warn(
            "USS-W03",
            line,
            f'{snippet(of)} names the {kind} "{snippet(found)}", which the file does '
            "not have; left out",
            "check it in the program that wrote the file",
        )

    def _calendar(self, thing: JsonObject, found: str) -> UssCalendar:
        return UssCalendar(
            id=found,
            name=self._fields.text(thing, "name"),
            days_off=self._fields.weekdays(thing, "daysOff"),
            events=tuple(self._events(thing)),
        )

    def _events(self, thing: JsonObject) -> Iterable[UssEvent]:
        for event in self._fields.objects(thing, "events"):
            day = self._fields.day(event, "date")
            if day is None:
                continue
            kind = self._fields.text(event, "type").casefold()
            name = self._fields.text(event, "name").strip()
            yield UssEvent(kind=_event_kind(kind, name), day=day, name=name or kind)


def _event_kind(kind: str, name: str) -> EventKind:
    if kind == "start":
        return "start"
    if kind in _OFF_NAMES or (kind == "event" and name.casefold() in _OFF_NAMES):
        return "dayOff"
    return "event"


def _camel(name: str) -> str:
    """Give ``schedColor`` for ``sched_color``."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)

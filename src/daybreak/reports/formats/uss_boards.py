"""Boards of a USS file: a list of strips for each day of a unit, and the boneyard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from daybreak.model.production import Production, Scene
from daybreak.model.schedule import Schedule
from daybreak.model.schedule_standard import MINUTE, continued
from daybreak.reports.formats.uss_ids import UssIds

STRIPBOARD, BONEYARD = "stripboard", "boneyard"
Json = dict[str, Any]


def boards_of(
    production: Production,
    schedule: Schedule,
    *,
    sheets: Mapping[str, str],
    slots: Sequence[date],
    ids: UssIds,
    created: str,
) -> tuple[list[Json], list[Json]]:
    """Give the boards of a stripboard, and the banners that stand on them.

    Each strip stands on one board once: a scene of several days on its first one,
    with a banner on each day after it; what stands nowhere, in the boneyard.

    Parameters
    ----------
    sheets
        Ids of breakdown sheets by scene id.
    slots
        The dates that have a list on each board.
    """
    writer = _Writer(production, schedule, sheets, ids, created)
    boards = []
    for at, unit in enumerate(production.units):
        lists = [writer.day(unit.id, day) for day in slots]
        while lists and not lists[-1]:
            lists.pop()
        name = STRIPBOARD if at == 0 else _name(unit.name)
        boards.append(writer.board(unit.id, name, lists))
    boards.append(writer.board(BONEYARD, BONEYARD, writer.left()))
    return boards, writer.banners


def _name(name: str) -> str:
    """Give the name of another unit's board; two names mean something of their own."""
    return f"{name} unit" if name.casefold() in (STRIPBOARD, BONEYARD) else name


class _Writer:
    def __init__(
        self,
        production: Production,
        schedule: Schedule,
        sheets: Mapping[str, str],
        ids: UssIds,
        created: str,
    ) -> None:
        self._scenes = {scene.id: scene for scene in production.scenes}
        self._sheets = sheets
        self._ids = ids
        self._created = created
        self._days: dict[tuple[str, date], list[str]] = {}
        for day in schedule.in_order():
            self._days.setdefault((day.unit, day.date), []).extend(day.strips)
        self._boneyard = schedule.boneyard
        self._kept = _banners(schedule)
        self._seen: dict[str, int] = {}
        self.banners: list[Json] = []

    def board(self, key: str, name: str, lists: list[Any]) -> Json:
        return {
            "id": self._ids.made("board", key),
            "name": name,
            "breakdownIds": lists,
        }

    def day(self, unit: str, day: date) -> list[str]:
        """Give the strips and banners of a unit's date, in order."""
        kept = self._kept.get((unit, day.isoformat()), [])
        found = [self._banner(key, one) for key, one in kept if not one.get("after")]
        strips = self._days.get((unit, day), [])
        for strip in strips:
            if strip in self._sheets:
                found.append(self._strip(self._scenes[strip]))
            found += [
                self._banner(key, one) for key, one in kept if one.get("after") == strip
            ]
        return found

    def left(self) -> list[str]:
        """Give the strips that stand on no day, those of the boneyard in its order."""
        order = [one for one in self._boneyard if one in self._sheets]
        rest = dict.fromkeys([*order, *self._sheets])
        return [self._sheets[one] for one in rest if one not in self._seen]

    def _strip(self, scene: Scene) -> str:
        """Give a strip, or the banner that stands for it after its first day."""
        times = self._seen[scene.id] = self._seen.get(scene.id, 0) + 1
        if times == 1:
            return self._sheets[scene.id]
        text = continued(scene.number, times, scene.days or times)
        return self._add(self._ids.made("continued", f"{scene.id}/{times}"), text, None)

    def _banner(self, key: str, banner: Mapping[str, Any]) -> str:
        minutes = banner.get("minutes")
        duration = minutes * MINUTE if type(minutes) is int and minutes > 0 else None
        made = self._ids.kept({"uss_id": key}, "banner", key)
        return self._add(made, str(banner.get("text", "")), duration)

    def _add(self, made: str, text: str, duration: int | None) -> str:
        self.banners.append(
            {
                "id": made,
                "bannerText": text,
                "comments": None,
                "created": self._created,
                "description": None,
                "elements": [],
                "pages": None,
                "scene": None,
                "scriptPage": None,
                "duration": duration,
                "type": "banner",
            }
        )
        return made


def _banners(
    schedule: Schedule,
) -> dict[tuple[str, str], list[tuple[str, Mapping[str, Any]]]]:
    """Give the banners that a board keeps, by unit and ISO date."""
    found: dict[tuple[str, str], list[tuple[str, Mapping[str, Any]]]] = {}
    for key, one in _items(schedule.extra.get("banners")):
        if isinstance(one, Mapping):
            place = (str(one.get("unit")), str(one.get("date")))
            found.setdefault(place, []).append((key, one))
    return found


def _items(kept: object) -> Iterator[tuple[str, Any]]:
    yield from kept.items() if isinstance(kept, Mapping) else ()

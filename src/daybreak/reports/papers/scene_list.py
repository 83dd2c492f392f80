"""Where each scene is: by its number, and by the day of the story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from daybreak.model.production import Production, Scene
from daybreak.reports.board_columns import PLACES
from daybreak.reports.papers.board_parts import board_paper
from daybreak.reports.papers.paper import (
    MISSING,
    Bar,
    Cell,
    Column,
    Group,
    Paper,
    Row,
    Section,
    Table,
    Text,
    Value,
    Where,
)
from daybreak.reports.papers.script_colors import Revisions
from daybreak.reports.papers.shoot_days import Shoot, Shot, eighths_of, shoot_of
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.standing import (
    by_scene,
    days_of,
    number_order,
    show_days,
)
from daybreak.reports.papers.strip_fields import numbers_of, says_its_location
from daybreak.reports.papers.told_columns import told_columns
from daybreak.reports.phrases import count_of, show_pages

BONEYARD = "boneyard"
NO_SCRIPT_DAY = "No scene has a script day yet."
CHIPS = ("scene", "place", "time")
"""Columns that wear the color of the strip."""


def scene_list(shown: Shown) -> Paper:
    """Give the cross-reference of scenes: by number, then by script day."""
    shoot = shoot_of(shown)
    lines = _Lines(shoot)
    sections = (
        Section(title="By scene number", blocks=(lines.by_number(),)),
        _by_script_day(lines),
    )
    return board_paper(shown, sections, kind="scenes", title="Scenes")


class _Lines:
    """Makes a line for each scene, and puts them in two orders."""

    def __init__(self, shoot: Shoot) -> None:
        self.production: Production = shoot.production
        self.columns = tuple(_columns(shoot))
        self.standing = by_scene(shoot)
        self.scenes = [one for one in self.production.scenes if one.id in self.standing]
        self.turn = _turns(shoot)
        self.revisions = Revisions(shoot.production)
        self.has_pictures = shoot.has_pictures

    def table(self, name: str, groups: Iterable[Group]) -> Table:
        made = tuple(groups)
        return Table(
            name=name,
            columns=told_columns(self.columns, made),
            groups=made,
            totals=tuple(self.totals()),
            pinned=1,
            empty="No scene is shown.",
        )

    def by_number(self) -> Table:
        groups = []
        for picture in self.production.pictures:
            scenes = [one for one in self.scenes if one.picture == picture.id]
            scenes.sort(key=lambda one: number_order(one.number))
            rows: list[tuple[Row | Bar, ...]] = [(self.row(one),) for one in scenes]
            if rows and self.has_pictures:
                rows[0] = (self.bar(picture.title, scenes), *rows[0])
            groups += [Group(rows=some) for some in rows]
        return self.table("by_scene_number", groups)

    def by_script_day(self) -> Table:
        """Give the scenes by script day, in the order of the script inside it."""
        days: dict[tuple[str, str], list[Scene]] = defaultdict(list)
        for scene in self.scenes:
            days[scene.picture, scene.script_day or MISSING].append(scene)
        titles = {one.id: one.title for one in self.production.pictures}
        groups = []
        for picture in titles:
            for (owner, day), scenes in days.items():
                if owner == picture:
                    told = f"Script day {day}"
                    if self.has_pictures:
                        told = f"{titles[picture]}: {told}"
                    rows = map(self.row, scenes)
                    groups.append(Group(rows=(self.bar(told, scenes), *rows)))
        return self.table("by_script_day", groups)

    def bar(self, told: str, scenes: list[Scene]) -> Bar:
        count = count_of(len(scenes), "scene")
        pages = show_pages(sum(one.eighths for one in scenes))
        return Bar(left=told, right=f"{count} · {pages}", style="banner")

    def row(self, scene: Scene) -> Row:
        shots = self.standing[scene.id]
        values = {**_script(scene, shots[0]), **_plan(shots, self.turn)}
        values["revised"] = self.revisions.mark(scene)
        color = shots[0].strip.color
        return Row(
            cells=tuple(
                Cell(values[one.key], color if one.key in CHIPS else "")
                for one in self.columns
            )
        )

    def totals(self) -> Iterator[Row]:
        """Yield what the scenes on days come to and, apart from it, the boneyard."""
        shots = [shot for some in self.standing.values() for shot in some]
        standing = [shot for shot in shots if shot.edge]
        left = [shot for shot in shots if shot.edge is None]
        yield self.total("On days", standing)
        if left:
            yield self.total("Boneyard", left)

    def total(self, told: str, shots: list[Shot]) -> Row:
        count = count_of(len({shot.strip.scene for shot in shots}), "scene")
        sums: dict[str, Value] = {
            "set": f"{told}: {count}",
            "pages": eighths_of(shots),
        }
        cells = (Cell(sums.get(one.key)) for one in self.columns)
        return Row(cells=tuple(cells), style="title")


# --- columns and their values ------------------------------------------------------


def _by_script_day(lines: _Lines) -> Section:
    title = "By script day"
    if not any(scene.script_day for scene in lines.scenes):
        return Section(
            title=title, blocks=(Text(paragraphs=(NO_SCRIPT_DAY,), style="soft"),)
        )
    return Section(title=title, blocks=(lines.by_script_day(),), new_page=True)


def _columns(shoot: Shoot) -> Iterator[Column]:
    yield Column(key="scene", label="Sc", form="id", width=0.7, align="right")
    if shoot.has_pictures:
        yield Column(key="letter", label="Pic", form="code", width=0.45, where="read")
    if Revisions(shoot.production).are_told:
        yield Column(key="revised", label="Rev", form="code", width=0.9)
    yield Column(key="place", label="I/E", form="code", width=0.55)
    yield Column(key="time", label="D/N", form="code", width=0.75)
    yield Column(key="set", label="Set", width=3.4)
    said = all(map(says_its_location, (*shoot.shots, *shoot.boneyard)))
    places: Where = "computed" if said else "everywhere"
    yield Column(key="location", label="Location", width=2.2, where=places)
    yield Column(key="script_day", label="Script day", form="code", width=0.8)
    yield Column(key="pages", label="Pages", form="eighths", width=0.8, align="right")
    yield Column(key="cast", label="Cast", width=1.8)
    units: Where = "everywhere" if shoot.has_units else "computed"
    yield Column(key="unit", label="Unit", width=1.3, where=units)
    yield Column(key="days", label="Day", form="code", width=0.9, align="right")
    yield Column(key="date", label="Date", form="date", width=1.7)
    yield Column(key="last", label="To", form="date", width=1.6, where="computed")
    yield Column(key="turn", label="Shot as", form="number", width=0.7, align="right")
    yield Column(key="picture", label="Picture", where="computed")
    yield Column(key="scene_id", label="Scene id", form="id", where="computed")


def _script(scene: Scene, shot: Shot) -> dict[str, Value]:
    """Give what the script says of a scene."""
    return {
        "scene": scene.number,
        "letter": shot.strip.picture,
        "place": PLACES[scene.place],
        "time": scene.time.upper(),
        "set": shot.strip.set,
        "location": shot.strip.location,
        "script_day": scene.script_day or None,
        "pages": scene.eighths,
        "cast": numbers_of(shot),
        "picture": shot.picture,
        "scene_id": scene.id,
    }


def _plan(shots: tuple[Shot, ...], turn: Mapping[str, int]) -> dict[str, Value]:
    """Give when a scene is shot, and as which of all."""
    days = days_of(shots)
    if not days:
        return {
            **dict.fromkeys(("unit", "date", "last", "turn")),
            "days": BONEYARD,
        }
    return {
        "unit": ", ".join(dict.fromkeys(day.unit_name for day in days)),
        "days": show_days(days),
        "date": days[0].date,
        "last": days[-1].date,
        "turn": turn[shots[0].strip.scene],
    }


def _turns(shoot: Shoot) -> dict[str, int]:
    """Give by scene id as which of all it is shot, from 1, by date, unit and place."""
    order = dict.fromkeys(shot.strip.scene for shot in shoot.shots)
    return {scene: turn for turn, scene in enumerate(order, start=1)}

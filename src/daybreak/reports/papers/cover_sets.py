"""Cover sets by day: what is shot in place of exteriors when the weather turns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from daybreak.checking.cover_sets import CoverSet, ExposedDay, cover_sets
from daybreak.model.production import Scene
from daybreak.reports.papers.board_parts import board_paper
from daybreak.reports.papers.paper import (
    Cell,
    Column,
    Group,
    Paper,
    Row,
    Section,
    Table,
    Text,
    Value,
)
from daybreak.reports.papers.shoot_days import ShootDay, shoot_of
from daybreak.reports.papers.shown import Shown, Wanted
from daybreak.reports.papers.standing import show_dates
from daybreak.reports.papers.told_columns import told_columns
from daybreak.reports.phrases import count_of

ASKED_FOR = "asked for: none is ready"
COLUMNS = (
    Column(key="unit", label="Unit", width=1.2),
    Column(key="day", label="Day", form="number", width=0.5, align="right"),
    Column(key="date", label="Date", form="date", width=1.5),
    Column(key="base", label="Base", width=1.4),
    Column(key="lost", label="Exteriors", width=1.6),
    Column(key="lost_minutes", label="Work", form="minutes", width=0.8, align="right"),
    Column(key="cover", label="Cover set", width=2.6),
    Column(key="scenes", label="Scenes", width=1.6),
    Column(key="minutes", label="Work", form="minutes", width=0.8, align="right"),
    Column(key="planned", label="Planned for", width=2.0),
    Column(key="call", label="Call in addition", width=2.0),
    Column(key="scene_ids", label="Scene ids", form="id", where="computed"),
)


def cover_sets_paper(shown: Shown) -> Paper:
    """Give each day with an exterior, and the interiors held ready for it."""
    maker = _Rows(shown)
    groups = tuple(maker.groups())
    table = Table(
        name="cover-sets",
        columns=told_columns(_columns(shown), groups),
        groups=groups,
        empty="No day has an exterior: no weather can take one.",
    )
    sections = (Section(blocks=(*maker.summary(), table)),)
    return board_paper(shown, sections, kind="cover-sets", title="Cover sets")


def _columns(shown: Shown) -> tuple[Column, ...]:
    """Give the columns; unit and base are for programs alone where there is one."""
    single = {
        "unit": len(shown.production.units) == 1,
        "base": len(shown.production.bases) == 1,
    }
    return tuple(
        replace(one, where="computed") if single.get(one.key) else one
        for one in COLUMNS
    )


class _Rows:
    """Makes the rows of exposed days."""

    def __init__(self, shown: Shown) -> None:
        made, wanted = shown.production, shown.wanted
        shoot = shoot_of(shown)
        self.days: dict[tuple[str, object], ShootDay] = {
            (one.edge.unit, one.edge.date): one for one in shoot.days
        }
        self.scenes = {one.id: one for one in made.scenes}
        self.people = {one.id: one.name for one in made.people}
        self.places = {one.id: one.name for one in made.locations}
        whole = shoot_of(replace(shown, wanted=Wanted()))
        shots = (*whole.shots, *whole.boneyard)
        self.letters = (
            {one.scene.picture: one.strip.picture for one in shots}
            if shoot.has_pictures
            else {}
        )
        self.planned = {
            strip: day.date for day in shown.schedule.days for strip in day.strips
        }
        found = cover_sets(made, shown.schedule, unit=wanted.unit, day=wanted.day)
        self.exposed = [
            one
            for one in found
            if (one.unit, one.date) in self.days and self.is_wanted(one, wanted)
        ]

    def is_wanted(self, day: ExposedDay, wanted: Wanted) -> bool:
        """Tell whether a day loses anything of the picture that is asked for."""
        pictures = {self.scenes[one].picture for one in day.lost}
        return wanted.picture is None or wanted.picture in pictures

    def summary(self) -> Iterator[Text]:
        """Yield how many days are covered, and what a cover set is."""
        if not self.exposed:
            return
        ready = sum(any(not one.call for one in day.covers) for day in self.exposed)
        callable_ = sum(bool(day.covers) for day in self.exposed) - ready
        missing = len(self.exposed) - ready - callable_
        told = [f"{count_of(len(self.exposed), 'day')} with exteriors"]
        told.append(f"{ready:,} with a cover set whose people are all called")
        if callable_:
            told.append(f"{callable_:,} with one that needs somebody more")
        if missing:
            told.append(f"{missing:,} where one is asked for")
        yield Text(
            paragraphs=(
                f"{'; '.join(told)}.",
                "A cover set is shot in place of the exteriors when the weather takes "
                "them. It was tried on the board: it breaks no rule there. One that is "
                "ready for several days can be shot only once.",
            )
        )

    def groups(self) -> Iterator[Group]:
        """Yield the rows of each day."""
        for day in self.exposed:
            covers = day.covers or (None,)
            yield Group(
                rows=tuple(self.row(day, one, at) for at, one in enumerate(covers))
            )

    def row(self, day: ExposedDay, cover: CoverSet | None, at: int) -> Row:
        """Give the row of a cover set; of the first one with what the day loses."""
        edge = self.days[day.unit, day.date].edge
        lead: tuple[Value, ...] = (
            edge.unit_name,
            edge.number,
            day.date,
            edge.base,
            self.numbers(day.lost),
            day.minutes,
        )
        if cover is None:
            rest = (Cell(ASKED_FOR, "away"), *(Cell() for _ in range(5)))
            return Row(cells=(*map(Cell, lead), *rest))
        values: tuple[Value, ...] = (
            *lead,
            self.places[cover.location],
            self.numbers(cover.scenes),
            cover.minutes,
            self.dates(cover),
            ", ".join(self.people[one] for one in cover.call) or None,
            ", ".join(cover.scenes),
        )
        style = "" if not (cover.call or at) else "soft"
        return Row(cells=tuple(map(Cell, values)), style=style)

    def dates(self, cover: CoverSet) -> str:
        """Give when the scenes of a set are planned."""
        days = [self.planned[one] for one in cover.scenes if one in self.planned]
        told = [show_dates(days)] if days else []
        if len(days) < len(cover.scenes):
            told.append("boneyard")
        return ", ".join(told)

    def numbers(self, scenes: tuple[str, ...]) -> str:
        """Give scene numbers in shooting order, with the letters of their pictures."""
        return ", ".join(self.number(self.scenes[one]) for one in scenes)

    def number(self, scene: Scene) -> str:
        """Give a scene's number, with the letter of its picture where needed."""
        letter = self.letters.get(scene.picture)
        return f"{letter} {scene.number}" if letter else scene.number

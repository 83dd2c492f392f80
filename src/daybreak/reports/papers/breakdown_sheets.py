"""Breakdown sheets: a sheet for each scene with what it needs and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybreak.model.fields import DateRange
from daybreak.model.production import Production, Scene
from daybreak.reports.board_columns import PLACES
from daybreak.reports.board_rows import Strip
from daybreak.reports.papers.board_parts import shown_part
from daybreak.reports.papers.needs import Needs
from daybreak.reports.papers.paper import (
    MISSING,
    Block,
    Fact,
    Facts,
    Paper,
    Section,
    Text,
)
from daybreak.reports.papers.script_colors import Revisions
from daybreak.reports.papers.shoot_days import Shoot, Shot, shoot_of
from daybreak.reports.papers.shown import Shown
from daybreak.reports.papers.standing import by_scene, days_of, show_days
from daybreak.reports.phrases import (
    count_of,
    show_date,
    show_hours,
    show_pages,
    show_range,
)

WORD = re.compile(r"\w+")


def breakdown_sheets(shown: Shown) -> Paper:
    """Give a sheet for each scene, in the order of the script.

    Facts that nobody has given say so; none is invented.
    """
    shoot = shoot_of(shown)
    sheets = _Sheets(shown.production, shoot)
    return Paper(
        kind="breakdown-sheets",
        title="Breakdown sheets",
        subtitle=shown_part(shown),
        stamp=shown.stamp,
        currency=shown.production.currency,
        sections=tuple(sheets.sections()),
    )


class _Sheets:
    """Makes the sheets of the scenes that are shown."""

    def __init__(self, production: Production, shoot: Shoot) -> None:
        self.production = production
        self.shoot = shoot
        self.needs = Needs(production)
        self.revisions = Revisions(production)
        self.standing = by_scene(shoot)
        self.has_pictures = shoot.has_pictures
        self.names = _names(shoot, production)
        self.units = {one.id: one.name for one in production.units}
        self.bases = {one.id: one.name for one in production.bases}
        self.base_of = {one.id: one.base for one in production.locations}

    def sections(self) -> Iterator[Section]:
        for scene in self.production.scenes:
            shots = self.standing.get(scene.id)
            if shots:
                yield self.section(scene, shots)

    def section(self, scene: Scene, shots: tuple[Shot, ...]) -> Section:
        return Section(blocks=tuple(self.blocks(scene, shots)), together=True)

    def blocks(self, scene: Scene, shots: tuple[Shot, ...]) -> Iterator[Block]:
        yield self.strip(scene, shots)
        if scene.synopsis:
            yield Text(paragraphs=(scene.synopsis,))
        facts = (
            *self.script_facts(scene, shots[0].strip),
            *self.plan_facts(scene, shots),
        )
        yield Facts(name="scene", facts=facts, columns=4)
        limits = (*self.limits(scene, shots), *self.orders(scene))
        if limits:
            yield Facts(name="limits", title="Limits", facts=limits, columns=2)
        yield Facts(name="needs", title="Needs", facts=tuple(self.boxes(scene)))

    def strip(self, scene: Scene, shots: tuple[Shot, ...]) -> Text:
        """Give the strip in its color, as it stands on the board, at full length."""
        strip = shots[0].strip
        picture = f"{shots[0].picture}   " if self.has_pictures else ""
        minutes = sum(shot.minutes for shot in shots)
        told = (
            f"{picture}Scene {scene.number}   {PLACES[scene.place]}  {strip.set}  "
            f"{scene.time.upper()}   {show_pages(scene.eighths)}"
            f" · {show_hours(minutes)}"
        )
        return Text(paragraphs=(told,), style=f"{strip.color}-bold")

    # --- facts ------------------------------------------------------------------

    def script_facts(self, scene: Scene, strip: Strip) -> list[Fact]:
        facts = [Fact(label="Script day", value=scene.script_day or MISSING)]
        if _says_more(scene, strip):
            facts.insert(0, Fact(label="Heading", value=scene.heading))
        if not scene.synopsis:
            facts.append(Fact(label="Synopsis", value=MISSING))
        revised = self.revisions.mark(scene)
        if revised:
            facts.append(Fact(label="Revised", value=revised))
        return facts

    def plan_facts(self, scene: Scene, shots: tuple[Shot, ...]) -> list[Fact]:
        strip = shots[0].strip
        base = self.bases[self.base_of[scene.location]]
        facts = [Fact(label="Location", value=strip.location)]
        if len(self.bases) > 1:
            facts.append(Fact(label="Base", value=base))
        days = days_of(shots)
        if not days:
            facts.append(Fact(label="Shooting day", value="none: in the boneyard"))
            if strip.reason:
                facts.append(Fact(label="Why", value=strip.reason))
            return facts
        dates = [day.date for day in days]
        if len(self.units) > 1:
            names = dict.fromkeys(day.unit_name for day in days)
            facts.append(Fact(label="Unit", value=", ".join(names)))
        facts += [
            Fact(label="Shooting day", value=show_days(days)),
            Fact(label="Date", value=show_range(min(dates), max(dates))),
        ]
        if strip.broken:
            facts.append(Fact(label="Breaks", value=", ".join(strip.broken)))
        return facts

    def limits(self, scene: Scene, shots: tuple[Shot, ...]) -> Iterator[Fact]:
        """Yield what binds a scene: pin, window, light, units, its whole."""
        if scene.pin:
            unit = self.units[scene.pin.unit]
            told = f"{show_date(scene.pin.date)}, {unit}"
            yield Fact(label="Pinned to", value=told)
        if scene.window:
            yield Fact(label="Window", value=_show_window(scene.window))
        if scene.time_locked:
            yield Fact(label="Light", value="shot at its time of day, also inside")
        standing = {day.unit for day in days_of(shots)}
        if scene.units is not None and set(scene.units) != standing:
            names = ", ".join(self.units[one] for one in scene.units)
            yield Fact(label="May be shot by", value=names)
        if scene.part_of:
            yield Fact(label="Rest of", value=self.names[scene.part_of])

    def orders(self, scene: Scene) -> Iterator[Fact]:
        """Yield the scenes that have to be shot before it, or after it."""
        for order in self.production.orders:
            after = f", {count_of(order.min_days, 'day')} at least"
            tail = after if order.min_days else ""
            if order.after == scene.id:
                told = f"{self.names[order.before]}{tail}"
                yield Fact(label="Shot after", value=told)
            if order.before == scene.id:
                told = f"{self.names[order.after]}{tail}"
                yield Fact(label="Shot before", value=told)

    def boxes(self, scene: Scene) -> Iterator[Fact]:
        """Yield what a scene needs, a box for each category."""
        cast = self.needs.cast_of(scene)
        yield Fact(label="Cast", value="\n".join(cast) or "nobody")
        extras = MISSING if scene.extras is None else str(scene.extras)
        yield Fact(label="Extras", value=extras)
        for need in self.needs.things_of(scene):
            yield Fact(label=need.category, value="\n".join(need.items))
        if scene.notes:
            yield Fact(label="Notes", value=scene.notes)


def _says_more(scene: Scene, strip: Strip) -> bool:
    """Tell whether a heading says what its strip does not: ``CONTINUOUS``."""
    strip_words = f"{PLACES[scene.place]} {scene.place} {strip.set} {scene.time}"
    said, known = (
        set(WORD.findall(one.upper())) for one in (scene.heading, strip_words)
    )
    return bool(said - known)


def _names(shoot: Shoot, production: Production) -> dict[str, str]:
    """Give what each scene is called: ``scene 12A``, of several pictures with it."""
    titles = {one.id: one.title for one in production.pictures}
    several = shoot.board.several_pictures
    return {
        one.id: f"scene {one.number}"
        + (f" of {titles[one.picture]}" if several else "")
        for one in production.scenes
    }


def _show_window(window: DateRange) -> str:
    return show_range(window.first, window.last)

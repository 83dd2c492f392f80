"""Screenplays to a whole production, with stated defaults and open questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from daybreak.importers.assumptions import assumptions
from daybreak.importers.casting import Cast, cast_scenes
from daybreak.importers.defaults import (
    FIVE_DAYS,
    first_monday,
    holiday_test,
    holidays_between,
    last_date,
)
from daybreak.importers.drafts import Drafted, SceneDraft, draft_scenes
from daybreak.importers.elements import TaggedElements
from daybreak.importers.names import Ids
from daybreak.importers.outcome import Imported
from daybreak.importers.places import PlaceNames, place_questions
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.strips import scene_of
from daybreak.importers.tiers import (
    CURRENCY,
    DAY_MINUTES,
    TIERS,
    Tier,
    TierName,
    minutes_per_eighth,
)
from daybreak.model.errors import UsageError
from daybreak.model.fields import Weekday
from daybreak.model.production import (
    Base,
    Location,
    Picture,
    Production,
    Scene,
    Unit,
)

UNIT_NAMES = ("Main unit",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the shoot is meant to be, as far as the caller says.

    Parameters
    ----------
    start
        First date of shooting.
    tier
        Budget tier, the source of every cost.
    workweek
        Weekdays on which the units work.
    units
        Names of the units; any of them may shoot any scene.
    day_minutes
        Minutes of work in a day.
    pages_per_day
        Pages shot in a day; None takes those of the tier.
    holidays
        Dates and countries on which nobody shoots.
    base
        Where everything lies; None is a base "Home" without daylight.
    """

    start: date
    tier: Tier
    workweek: tuple[Weekday, ...] = FIVE_DAYS
    units: tuple[str, ...] = UNIT_NAMES
    day_minutes: int = DAY_MINUTES
    pages_per_day: Decimal | None = None
    holidays: tuple[date | str, ...] = ()
    base: Base | None = None

    @property
    def pages(self) -> Decimal:
        """Pages shot in a day."""
        return self.pages_per_day or Decimal(self.tier.pages_a_day.value)

    @property
    def eighth_minutes(self) -> int:
        """Minutes that an eighth takes."""
        return minutes_per_eighth(self.day_minutes, self.pages)


def import_scripts(
    scripts: Sequence[Screenplay],
    *,
    today: date | None = None,
    start: date | None = None,
    tier: TierName = "micro",
    title: str | None = None,
    workweek: Sequence[Weekday] = FIVE_DAYS,
    units: Sequence[str] = UNIT_NAMES,
    day_minutes: int = DAY_MINUTES,
    pages_per_day: Decimal | int | None = None,
    holidays: Sequence[date | str] = (),
    base: Base | None = None,
    locations: Mapping[str, str] | None = None,
) -> Imported:
    """Make a production of screenplays, each a picture of its own.

    The production is whole and valid; what no script says has a stated default.

    Parameters
    ----------
    scripts
        The screenplays; the same one twice makes two pictures.
    today
        The date of the import; without ``start``, shooting begins on the first Monday
        at least eight weeks after it.
    start
        First date of shooting.
    tier
        ``micro``, ``low``, ``mid`` or ``studio``: rates, crew, pace.
    title
        Title of the production; else that of the first picture.
    workweek, units, day_minutes, pages_per_day, holidays, base
        As in `Settings`.
    locations
        Names of places that are one, ``{"variant": "canonical"}``.

    Raises
    ------
    UsageError
        When neither ``today`` nor ``start`` is given, or a setting makes no sense.
    DocumentError
        When a setting breaks the production, such as a day of 0 minutes.

    Notes
    -----
    SPEC 1. The recipes stand in docs/importing.md.
    """
    if not scripts:
        raise UsageError("There is no script.\nMaybe name a Fountain or FDX file.")
    settings = Settings(
        start=_start(start, today),
        tier=_tier(tier),
        workweek=tuple(workweek),
        units=tuple(units) or UNIT_NAMES,
        day_minutes=day_minutes,
        pages_per_day=_pages(pages_per_day),
        holidays=tuple(holidays),
        base=base,
    )
    names = PlaceNames(locations or {})
    pictures = _pictures(scripts)
    pairs = [
        (picture.id, script) for picture, script in zip(pictures, scripts, strict=True)
    ]
    drafted = draft_scenes(pairs, place_of=names.of)
    by_picture = [
        (script, [scene for scene in drafted.scenes if scene.picture == picture])
        for picture, script in pairs
    ]
    cast = cast_scenes(by_picture, tier=settings.tier)
    production = _production(title, pictures, drafted, cast, settings, scripts)
    return Imported(
        production=production,
        assumed=assumptions(production, drafted, cast, settings, scripts),
        questions=(
            *drafted.questions,
            *place_questions(drafted.scenes, names),
            *cast.questions,
        ),
        warnings=tuple(remark for script in scripts for remark in script.remarks),
    )


def _start(start: date | None, today: date | None) -> date:
    if start is not None:
        return start
    if today is None:
        raise UsageError("No date is given.\nMaybe say when shooting begins: start.")
    return first_monday(today)


def _tier(name: str) -> Tier:
    for tier in TIERS.values():
        if tier.name == name:
            return tier
    raise UsageError(f'"{name}" is no budget tier.\nMaybe one of {", ".join(TIERS)}.')


def _pages(pages: Decimal | int | None) -> Decimal | None:
    if pages is None:
        return None
    if not 0 < pages <= 100:
        raise UsageError(f"{pages} pages a day cannot be.\nMaybe 3 to 6.")
    return Decimal(pages)


def _pictures(scripts: Sequence[Screenplay]) -> tuple[Picture, ...]:
    """Make a picture of each script; titles that return are counted."""
    times: dict[str, int] = {}
    pictures = []
    for at, script in enumerate(scripts, 1):
        title = script.title()
        times[title] = times.get(title, 0) + 1
        shown = title if times[title] == 1 else f"{title} ({times[title]})"
        pictures.append(Picture(id=f"m{at}", title=shown))
    return tuple(pictures)


def _production(
    title: str | None,
    pictures: tuple[Picture, ...],
    drafted: Drafted,
    cast: Cast,
    settings: Settings,
    scripts: Sequence[Screenplay],
) -> Production:
    base = settings.base or Base(id="home", name="Home")
    units = _units(settings, drafted.scenes)
    locations = _locations(drafted.scenes, base, settings)
    place_ids = {location.name: location.id for location in locations}
    tagged = TaggedElements()
    scenes = tuple(
        _scene(scene, place_ids, cast, tagged, units, settings)
        for scene in drafted.scenes
    )
    is_holiday = holiday_test(settings.holidays)
    return Production(
        title=title or _title(pictures),
        currency=CURRENCY,
        pictures=pictures,
        units=units,
        holidays=holidays_between(units[0].start, units[0].end, is_holiday),
        bases=(base,),
        locations=locations,
        people=cast.people,
        elements=tagged.all(),
        scenes=scenes,
        extra={
            "import": {
                "tier": settings.tier.name,
                "scripts": [script.file for script in scripts],
            }
        },
    )


def _title(pictures: Sequence[Picture]) -> str:
    rest = len(pictures) - 1
    return pictures[0].title + (f" and {rest} more" if rest else "")


def _scene(
    draft: SceneDraft,
    place_ids: Mapping[str, str],
    cast: Cast,
    tagged: TaggedElements,
    units: Sequence[Unit],
    settings: Settings,
) -> Scene:
    return scene_of(
        draft,
        location=place_ids[draft.location],
        cast=tuple(cast.ids[name] for name in draft.cast),
        tags=tagged.of(draft.scene),
        units=tuple(unit.id for unit in units) if len(units) > 1 else None,
        days=_days(draft, settings),
    )


def _days(draft: SceneDraft, settings: Settings) -> int | None:
    """Give the whole days of a scene that is longer than one, None for the others.

    What passes a day by no more than an eighth of it is squeezed in.
    """
    day = settings.day_minutes
    minutes = draft.length.eighths * settings.eighth_minutes
    if minutes <= day:
        return None
    return max(1, -(-(8 * minutes - day) // (8 * day))) if day > 0 else None


def _units(settings: Settings, scenes: Sequence[SceneDraft]) -> tuple[Unit, ...]:
    tier = settings.tier
    minutes = sum(
        (_days(scene, settings) or 0) * settings.day_minutes
        or scene.length.eighths * settings.eighth_minutes
        for scene in scenes
    )
    days = ceil(minutes / max(1, settings.day_minutes) / len(settings.units))
    end = last_date(
        settings.start,
        days=days,
        workweek=settings.workweek,
        is_holiday=holiday_test(settings.holidays),
    )
    ids = Ids()
    return tuple(
        Unit(
            id=ids.make(name.removesuffix(" unit"), otherwise="unit"),
            name=name,
            start=settings.start,
            end=end,
            workweek=settings.workweek,
            day_minutes=settings.day_minutes,
            minutes_per_eighth=settings.eighth_minutes,
            day_cost=tier.crew_day.value,
            idle_day_cost=tier.crew_day.value * tier.idle_percent.value // 100,
            move_minutes=tier.move_minutes.value,
        )
        for name in settings.units
    )


def _locations(
    scenes: Sequence[SceneDraft], base: Base, settings: Settings
) -> tuple[Location, ...]:
    ids = Ids()
    return tuple(
        Location(
            id=ids.make(name, otherwise="place"),
            name=name,
            base=base.id,
            day_fee=settings.tier.location_day.value,
        )
        for name in dict.fromkeys(scene.location for scene in scenes)
    )

"""Screenplays to a whole production, with stated defaults and open questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from daybreak.importers.assumptions import assumptions
from daybreak.importers.casting import Cast, cast_scenes
from daybreak.importers.defaults import FIVE_DAYS, holiday_test, holidays_between
from daybreak.importers.drafts import Drafted, SceneDraft, draft_scenes
from daybreak.importers.elements import TaggedElements
from daybreak.importers.names import Ids
from daybreak.importers.outcome import Imported
from daybreak.importers.places import PlaceNames, place_questions
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.shoot import (
    UNIT_NAMES,
    Settings,
    settings_for,
    units_for,
    whole_days,
)
from daybreak.importers.strips import scene_of
from daybreak.importers.tiers import CURRENCY, DAY_MINUTES, TierName
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
    settings = settings_for(
        today=today,
        start=start,
        tier=tier,
        workweek=workweek,
        units=units,
        day_minutes=day_minutes,
        pages_per_day=pages_per_day,
        holidays=holidays,
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
    lengths = [scene.length.eighths for scene in drafted.scenes]
    units = units_for(settings, lengths)
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
        days=whole_days(draft.length.eighths, settings),
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

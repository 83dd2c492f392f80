"""What a new draft says of a scene, taken into the scene that people worked on.

Three are compared: what the earlier draft said, what the new one says, and what stands
in the production. Only what the drafts say differently is changed; where somebody
entered something else meanwhile, that stays and is a question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from daybreak.importers.names import name_key
from daybreak.importers.revisions.changes import FieldChange, FieldName
from daybreak.importers.revisions.written import Written
from daybreak.model.eighths import format_eighths
from daybreak.model.production import Scene, Unit

BY_HAND = "manual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How ids of people, locations and elements are shown, and where a set is shot.

    Parameters
    ----------
    of_script
        The people who play a character: those that a script can take out of a scene.
    """

    people: Callable[[str], str]
    locations: Callable[[str], str]
    elements: Callable[[str], str]
    place_of: Callable[[str, str], str]
    of_script: frozenset[str]


@dataclass(slots=True)
class Merged:
    """A scene while a draft is taken in.

    Parameters
    ----------
    scene
        As it stands so far.
    fields
        What the draft changed.
    kept
        What it would have changed, had nobody entered something else: the field, what
        stays, what the draft says.
    """

    scene: Scene
    fields: list[FieldChange] = field(default_factory=list)
    kept: list[tuple[FieldName, str, str]] = field(default_factory=list)

    def set(self, name: FieldName, before: str, after: str, **values: Any) -> None:
        """Set something of the scene, and remember what it was."""
        self.scene = replace(self.scene, **values)
        self.fields.append(FieldChange(field=name, before=before, after=after))


def merge(ours: Scene, base: Written, new: Written, names: Names) -> Merged:
    """Take what a draft says of a scene into it.

    Parameters
    ----------
    ours
        The scene of the production.
    base
        What the earlier draft said; of its heading alone where nothing else is known.
    new
        What the new draft says.
    """
    made = Merged(ours)
    if new.number is not None and new.number != ours.number:
        made.set("number", ours.number, new.number, number=new.number)
    _heading(made, base, new, names)
    _set_of(made, "cast", base.cast, new.cast or (), names.people, names.of_script)
    _set_of(made, "elements", base.elements, new.elements or (), names.elements)
    if base.words is not None:
        _told(made, base, new)
    return made


def _heading(made: Merged, base: Written, new: Written, names: Names) -> None:
    ours = made.scene
    knows_draft = base.words is not None
    if base.heading != new.heading and ours.heading != new.heading:
        made.set("heading", ours.heading, new.heading, heading=new.heading)
    elif not knows_draft:
        return  # the same heading says the same
    if base.place != new.place:
        _three_way(made, "place", ours.place, base.place, new.place, str.upper)
    _time(made, base, new)
    if name_key(base.set) != name_key(new.set):
        _three_way(made, "set", ours.set or "", base.set, new.set, str)
    if name_key(base.location) != name_key(new.location):
        target = names.place_of(new.set, new.location)
        if target != made.scene.location:
            shown = names.locations(made.scene.location), names.locations(target)
            made.set("location", *shown, location=target)


def _time(made: Merged, base: Written, new: Written) -> None:
    """Take in the time of day; what only the scene before suggests is a question."""
    ours = made.scene.time
    if new.is_time_stated or base.time_word != new.time_word:
        if base.time != new.time or base.time_word != new.time_word:
            _three_way(made, "time", ours, base.time, new.time, str.upper)
    elif base.time is not None and new.time not in (None, base.time, ours):
        made.kept.append(("time", ours.upper(), str(new.time).upper()))


def _three_way(
    made: Merged,
    name: FieldName,
    ours: str,
    base: str | None,
    new: str | None,
    shown: Callable[[str], str],
) -> None:
    if new is None or new == ours:
        return
    if base is None or base == ours:
        made.set(name, shown(ours), shown(new), **{name: new})
    else:
        made.kept.append((name, shown(ours), shown(new)))


def _set_of(
    made: Merged,
    name: FieldName,
    base: Sequence[str] | None,
    new: Sequence[str],
    shown: Callable[[str], str],
    can_go: frozenset[str] = frozenset(),
) -> None:
    """Take in who or what came and went; whoever was added by hand stays."""
    ours: tuple[str, ...] = getattr(made.scene, name)
    if base is None:
        gone = [one for one in ours if one not in new and one in can_go]
        come = [one for one in new if one not in ours]
    else:
        gone = [one for one in base if one not in new and one in ours]
        come = [one for one in new if one not in base and one not in ours]
    if not gone and not come:
        return
    left = tuple(one for one in (*ours, *come) if one not in gone)
    values: dict[str, Any] = {name: left}
    made.scene = replace(made.scene, **values)
    made.fields.append(
        FieldChange(
            field=name,
            gained=tuple(map(shown, come)),
            lost=tuple(map(shown, gone)),
        )
    )


def _told(made: Merged, base: Written, new: Written) -> None:
    """Take in what only a whole draft tells: synopsis, story day, notes."""
    fields: tuple[FieldName, ...] = ("synopsis", "script_day", "notes")
    for name in fields:
        before, after = getattr(base, name), getattr(new, name)
        ours = getattr(made.scene, name)
        if before != after and ours != after and (ours == before or ours is None):
            made.set(name, ours or "", after or "", **{name: after})


def merge_length(
    made: Merged, base: Written, new: Written, rests: Iterable[Scene]
) -> None:
    """Take in the length of a scene, unless somebody entered another one."""
    ours = made.scene
    if new.eighths is None:
        return
    whole = ours.eighths + sum(one.eighths for one in rests)
    if whole == new.eighths or base.eighths == new.eighths:
        return
    by_hand = ours.extra.get("eighths_source") == BY_HAND
    is_own = base.eighths is not None and base.eighths != whole
    if by_hand or is_own or whole != ours.eighths:
        shown = format_eighths(whole), format_eighths(new.eighths)
        made.kept.append(("eighths", *shown))
        return
    shown = format_eighths(ours.eighths), format_eighths(new.eighths)
    made.set("eighths", *shown, eighths=new.eighths)


def merge_days(made: Merged, before: Scene, units: Sequence[Unit]) -> None:
    """Let a scene fill whole days where its new length is longer than a day.

    Days that follow from the length are counted anew; others were entered and stay.
    """
    if made.scene.eighths == before.eighths:
        return
    if before.minutes is not None:
        pages = f"{format_eighths(made.scene.eighths)} pages"
        made.kept.append(("minutes", str(before.minutes), pages))
        return
    was, will = days_of(before.eighths, units), days_of(made.scene.eighths, units)
    if before.days == was and was != will:
        made.set("days", _shown_days(was), _shown_days(will), days=will)
    elif before.days is not None and before.days != will:
        made.kept.append(("days", _shown_days(before.days), _shown_days(will)))


def _shown_days(days: int | None) -> str:
    return "part of a day" if days is None else f"{days} whole"


def days_of(eighths: int, units: Sequence[Unit]) -> int | None:
    """Give the whole days of a scene that no unit can shoot in one, else None.

    Up to an eighth of a day too much is squeezed in, as an import does.
    """
    fits = any(eighths * one.minutes_per_eighth <= one.day_minutes for one in units)
    if fits or not units:
        return None
    day = units[0].day_minutes
    minutes = eighths * units[0].minutes_per_eighth
    return max(1, -(-(8 * minutes - day) // (8 * day))) if day else None

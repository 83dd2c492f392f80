"""A new draft of a script, taken into a production that people have worked on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from daybreak.importers.revisions.adding import Adder
from daybreak.importers.revisions.asking import questions_of
from daybreak.importers.revisions.changes import Revised, SceneChange
from daybreak.importers.revisions.finding import People, Places, Things, tier_of
from daybreak.importers.revisions.keeping import kept_scene
from daybreak.importers.revisions.known import known_scenes
from daybreak.importers.revisions.leaving import Left, left_scenes
from daybreak.importers.revisions.likeness import number_order
from daybreak.importers.revisions.matching import Matched, match_scenes
from daybreak.importers.revisions.merging import Names
from daybreak.importers.revisions.putting import put_together
from daybreak.importers.revisions.reading import Draft, read_draft
from daybreak.importers.revisions.work import Told, Work
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.tiers import TIERS, Tier, TierName
from daybreak.model.production import Production, Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDraft:
    """A draft that comes in.

    Parameters
    ----------
    script
        The draft.
    color
        Its color of paper, ``blue``.
    day
        The date it bears; None for none.
    earlier
        The draft that the production was made of, where it is at hand: texts are
        compared then, and what people entered is told from what the script said.
    """

    script: Screenplay
    color: str
    day: date | None = None
    earlier: Screenplay | None = None


@dataclass(frozen=True, slots=True)
class _Makers:
    """Those who find people, places and things, or make them."""

    people: People
    places: Places
    things: Things
    tier: Tier
    locations: Mapping[str, str]


def revise(
    production: Production,
    draft: NewDraft,
    *,
    picture: str,
    tier: TierName | None = None,
    locations: Mapping[str, str] | None = None,
    shot: Mapping[str, date] | None = None,
    taken: Iterable[str] = (),
) -> Revised:
    """Give the production after a new draft of one of its scripts.

    Only what the script says changes. Scenes keep their ids; omitted ones are kept
    beside (`daybreak.importers.revisions.omitted`), so that they can come back.

    Parameters
    ----------
    picture
        The id of the picture whose script it is.
    tier
        What new people and locations cost; None for the tier of the import.
    locations
        Names of places that are one, as an import has them.
    shot
        By scene id, the date on which it was shot. Such a scene stays as it was shot,
        whatever the draft says.
    taken
        Ids that were given once and are not to be given again.

    Raises
    ------
    UsageError
        When the earlier draft is of another script.
    DocumentError
        When the production would be sound no more.
    """
    taken = tuple(taken)
    makers = _makers(production, picture, tier, locations or {}, taken)
    work = _work(production, draft, picture, makers, shot or {})
    told = _told(work, Adder(work, taken))
    left = left_scenes(work, dict(enumerate(told)))
    scenes, changes = _in_order(work, told, left)
    after = put_together(
        production,
        picture=picture,
        scenes=scenes,
        omitted=[one for some, _ in left.omitted.values() for one in some],
        people=makers.people.new,
        locations=makers.places.new,
        elements=makers.things.new,
        script={"file": draft.script.file, "color": draft.color}
        | ({"date": draft.day.isoformat()} if draft.day else {}),
    )
    return Revised(
        production=after,
        picture=picture,
        file=draft.script.file,
        color=draft.color,
        scenes=tuple(changes),
        people=tuple(one.id for one in makers.people.new),
        locations=tuple(one.id for one in makers.places.new),
        elements=tuple(one.id for one in makers.things.new),
        questions=questions_of(work, after, told=told, changes=changes, own=left.own),
        warnings=draft.script.remarks,
    )


def _makers(
    production: Production,
    picture: str,
    tier: TierName | None,
    locations: Mapping[str, str],
    taken: tuple[str, ...],
) -> _Makers:
    made = TIERS[tier] if tier else tier_of(production)
    own = [one for one in production.scenes if one.picture == picture]
    return _Makers(
        people=People(production, made, taken),
        places=Places(production, own, made, taken),
        things=Things(production, taken),
        tier=made,
        locations=locations,
    )


def _work(
    production: Production,
    draft: NewDraft,
    picture: str,
    makers: _Makers,
    shot: Mapping[str, date],
) -> Work:
    """Read both drafts, and find the known scenes in the new one."""
    earlier, unplayed = None, frozenset[str]()
    if draft.earlier is not None:
        earlier = _read(draft.earlier, picture, makers, None)
        unplayed = earlier.characters - set(makers.people.known(earlier.characters))
    new = _read(draft.script, picture, makers, unplayed)
    known = known_scenes(production, picture, earlier.written if earlier else None)
    matched: Matched = match_scenes(
        [one.view for one in known],
        new.written,
        gone=[one.omitted is not None for one in known],
    )
    return Work(
        production=production,
        picture=picture,
        color=draft.color,
        new=new,
        known=known,
        matched=matched,
        names=_names(production, makers),
        places=makers.places,
        shot=shot,
    )


def _read(
    script: Screenplay,
    picture: str,
    makers: _Makers,
    unplayed: frozenset[str] | None,
) -> Draft:
    return read_draft(
        script,
        picture,
        locations=makers.locations,
        people=makers.people,
        things=makers.things,
        tier=makers.tier,
        unplayed=unplayed,
    )


def _names(production: Production, makers: _Makers) -> Names:
    people = {one.id: one.name for one in (*production.people, *makers.people.new)}
    things = {one.id: one.name for one in (*production.elements, *makers.things.new)}

    places = {one.id: one.name for one in production.locations}

    def location(name: str) -> str:
        new = {one.id: one.name for one in makers.places.new}
        return places.get(name) or new.get(name, name)

    return Names(
        people=lambda name: people.get(name, name),
        locations=location,
        elements=lambda name: things.get(name, name),
        place_of=makers.places.of,
        of_script=frozenset(one.id for one in production.people if one.characters),
    )


def _told(work: Work, adder: Adder) -> list[Told]:
    """Give every scene of the draft in its order."""
    made: list[Told] = []
    for j in range(len(work.new.written)):
        before = made[-1].scenes[0].number if made else ""
        i = work.matched.known_of.get(j)
        if i is None:
            made.append(adder.added(j, before))
        else:
            made.append(kept_scene(work, j, work.known[i], before))
    return made


def _in_order(
    work: Work, told: Sequence[Told], left: Left
) -> tuple[list[Scene], list[SceneChange]]:
    """Give all scenes and changes; what the draft does not have, where it stood."""
    behind: dict[int | None, list[int]] = {}
    new_of = {i: j for j, i in work.matched.known_of.items()}
    last: int | None = None
    for i, one in enumerate(work.known):
        if i in new_of and one.omitted is None:
            last = new_of[i]
        elif i in left.stays or i in left.omitted:
            at = _behind_added(work, told, last, one.scene.number)
            behind.setdefault(at, []).append(i)
    scenes: list[Scene] = []
    changes: list[SceneChange] = []
    for j in (None, *range(len(told))):
        if j is not None:
            scenes += told[j].scenes
            changes.append(told[j].change)
        for i in behind.get(j, ()):
            if i in left.stays:
                scenes += left.stays[i].scenes
                changes.append(left.stays[i].change)
            else:
                changes.append(left.omitted[i][1])
    return scenes, changes


def _behind_added(
    work: Work, told: Sequence[Told], last: int | None, number: str
) -> int | None:
    """Give the place of a scene that is gone: 3 stood behind a new 2A."""
    at = -1 if last is None else last
    while at + 1 < len(told) and at + 1 not in work.matched.known_of:
        if number_order(told[at + 1].change.number) > number_order(number):
            break
        at += 1
    return None if at < 0 else at

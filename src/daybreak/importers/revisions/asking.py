"""What a person should look at after a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from daybreak.importers.outcome import Question, counted
from daybreak.importers.revisions.changes import SceneChange
from daybreak.importers.revisions.work import Told, Work
from daybreak.model.production import Production

LISTED_MOST = 8
WORDS = {
    "eighths": "length",
    "place": "I/E",
    "time": "time of day",
    "days": "whole days",
}


def questions_of(
    work: Work,
    after: Production,
    *,
    told: Sequence[Told],
    changes: Sequence[SceneChange],
    own: Sequence[str],
) -> tuple[Question, ...]:
    """Give what is open after a draft.

    Parameters
    ----------
    after
        The production with the draft in it.
    told
        Every scene of the draft.
    changes
        What became of every scene.
    own
        Numbers of scenes that were made by hand.
    """
    return (
        *_new_people(work, after),
        *_new_places(work, after),
        *_kept(told),
        *_shot(changes),
        *_other_owners(work, changes),
        *_own(own),
        *_without_scenes(work, after),
        *_of_the_import(work, changes),
    )


def _new_people(work: Work, after: Production) -> Iterable[Question]:
    there = {one.id for one in work.production.people}
    new = [one for one in after.people if one.id not in there]
    if new:
        rates = sorted({deal.rate for one in new for deal in one.deals})
        yield Question(
            what=f"{counted(len(new), 'new character')} cast at "
            f"{', '.join(f'{rate:,}' for rate in rates)} {after.currency} a day: "
            f"{_listed(one.name for one in new)}",
            todo="give each a deal and dates, or put them together with somebody "
            "who is there",
        )


def _new_places(work: Work, after: Production) -> Iterable[Question]:
    there = {one.id for one in work.production.locations}
    new = [one for one in after.locations if one.id not in there]
    if new:
        bases = {one.id: one.name for one in after.bases}
        yield Question(
            what=f"{counted(len(new), 'new location')}, put at base "
            f"{bases.get(new[0].base, new[0].base)} for {new[0].day_fee:,} "
            f"{after.currency} a day: {_listed(one.name for one in new)}",
            todo="say where each is shot, its base, fees and windows",
        )


def _kept(told: Sequence[Told]) -> Iterable[Question]:
    found: dict[str, list[tuple[str, str]]] = {}
    for one in told:
        for field, stays, said in one.kept:
            words = f"{one.change.number} ({stays}, the draft has {said})"
            found.setdefault(field, []).append((one.change.number, words))
    for name, pairs in found.items():
        yield Question(
            what=f"kept, though the draft says otherwise: {WORDS.get(name, name)} "
            f"of {_listed(words for _, words in pairs)}",
            todo="set it anew where the draft is right",
            scenes=tuple(number for number, _ in pairs),
        )


def _shot(changes: Sequence[SceneChange]) -> Iterable[Question]:
    late = [one for one in changes if one.shot_on and {*one.what} - {"renumbered"}]
    if late:
        shown = (f"{one.number} (shot {one.shot_on})" for one in late)
        yield Question(
            what=f"the draft changes {counted(len(late), 'scene')} shot before it, "
            f"which stay as they were shot: {_listed(shown)}",
            todo="add a scene for whatever is to be shot again",
            scenes=tuple(one.number for one in late),
        )


def _other_owners(work: Work, changes: Sequence[SceneChange]) -> Iterable[Question]:
    """Say aloud where a number belongs to another scene than before."""
    was = {one.scene.number: one.scene for one in work.known if one.omitted is None}
    other = [
        one
        for one in changes
        if one.number in was
        and was[one.number].id != one.scene
        and "omitted" not in one.what
    ]
    if other:
        yield Question(
            what=f"{counted(len(other), 'number')} now "
            f"{'belongs' if len(other) == 1 else 'belong'} to another scene than "
            "before",
            todo="look whether these are the scenes you mean; their ids tell them "
            "apart",
            scenes=tuple(one.number for one in other),
        )


def _own(own: Sequence[str]) -> Iterable[Question]:
    if own:
        yield Question(
            what=f"{counted(len(own), 'scene')} made by hand and not in the draft stay",
            todo="remove them where they are not needed any more",
            scenes=tuple(own),
        )


def _without_scenes(work: Work, after: Production) -> Iterable[Question]:
    had = {name for one in work.production.scenes for name in one.cast}
    have = {name for one in after.scenes for name in one.cast}
    gone = [one for one in after.people if one.id in had - have]
    if gone:
        yield Question(
            what=f"{_listed(one.name for one in gone)} "
            f"{'is' if len(gone) == 1 else 'are'} in no scene any more",
            todo="tell them, and end their deals; they stay in the list",
        )


def _of_the_import(work: Work, changes: Sequence[SceneChange]) -> Iterable[Question]:
    """Give what an import asks, of the scenes that the draft touched."""
    touched = {one.number for one in changes if {"added", "changed"} & {*one.what}}
    for one in work.new.questions:
        scenes = tuple(number for number in one.scenes if number in touched)
        if scenes:
            what = one.what
            if scenes != one.scenes:
                what = f"of the scenes that changed: {what}"
            yield replace(one, what=what, scenes=scenes)


def _listed(names: Iterable[str]) -> str:
    listed = list(names)
    rest = len(listed) - LISTED_MOST
    more = f" and {rest} more" if rest > 0 else ""
    return ", ".join(listed[:LISTED_MOST]) + more

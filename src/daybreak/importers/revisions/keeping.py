"""A scene that the new draft still has: what changes of it, and what stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daybreak.importers.revisions.changes import FieldChange, What
from daybreak.importers.revisions.known import Known
from daybreak.importers.revisions.merging import (
    Merged,
    merge,
    merge_days,
    merge_length,
)
from daybreak.importers.revisions.work import LEFT_OUT, REVISION, Told, Work
from daybreak.importers.strips import beside
from daybreak.model.production import Scene

FROM_SCRIPT = ("time_as_written", "asides", "voice_only", "storylines", "markers")
"""Keys under ``extra`` that follow the script wherever it changes a scene."""


def kept_scene(work: Work, j: int, known: Known, before: str) -> Told:
    """Give a known scene as the draft has it.

    Parameters
    ----------
    j
        Its place in the draft.
    before
        The number of the scene before it; empty for the first.
    """
    new = work.new.written[j]
    made = merge(known.scene, known.base, new, work.names)
    merge_length(made, known.base, new, known.rests)
    merge_days(made, known.scene, work.units_of(known.scene))
    _compare_texts(work, made, known, j)
    what = _what(work, made.fields, known, j)
    if j in work.matched.moved:
        made.fields.append(_script_place(work, j, before))
    if known.scene.id in work.shot:
        return _as_shot(work, known, made, what)
    change = work.change(made.scene, what, made.fields)
    scene = _marked(work, made, j) if change.is_marked else made.scene
    return Told(
        scenes=(scene, *_renumbered(known.rests, known.scene, scene)),
        change=change,
        kept=tuple(made.kept),
    )


def _as_shot(work: Work, known: Known, made: Merged, what: tuple[What, ...]) -> Told:
    """Give a scene that was shot as it was shot; a new number is only a name."""
    scene = replace(known.scene, number=made.scene.number)
    return Told(
        scenes=(scene, *_renumbered(known.rests, known.scene, scene)),
        change=work.change(scene, what, made.fields),
    )


def _compare_texts(work: Work, made: Merged, known: Known, j: int) -> None:
    before, after = known.base.words, work.new.written[j].words
    if before is None or after is None or before == after:
        return
    alike = work.matched.text.get(j, 0.0)
    percent = min(100, max(1, round(100 * (1 - alike))))
    made.fields.append(FieldChange(field="text", after=f"{percent} % other words"))


def _what(
    work: Work, fields: Sequence[FieldChange], known: Known, j: int
) -> tuple[What, ...]:
    names = {one.field for one in fields}
    told: dict[What, bool] = {
        "restored": known.omitted is not None,
        "changed": bool(names - {"number"}),
        "renumbered": "number" in names,
        "moved": j in work.matched.moved,
    }
    return tuple(one for one, holds in told.items() if holds)


def _script_place(work: Work, j: int, before: str) -> FieldChange:
    """Say behind which scene it stood, and behind which it stands."""
    i = work.matched.known_of[j]
    was = work.known[i - 1].scene.number if i else ""
    return FieldChange(
        field="script place",
        before=f"after {was}" if was else "first",
        after=f"after {before}" if before else "first",
    )


def _marked(work: Work, made: Merged, j: int) -> Scene:
    """Give a changed scene in the color of the draft."""
    draft = work.new.drafts[j]
    said = beside(draft, work.new.tags[j])
    dropped = {*FROM_SCRIPT, LEFT_OUT}
    extra = {key: one for key, one in made.scene.extra.items() if key not in dropped}
    extra |= {key: said[key] for key in FROM_SCRIPT if key in said}
    if any(one.field == "eighths" for one in made.fields):
        extra["eighths_source"] = draft.length.source
    extra["script_line"] = draft.scene.heading.first_line
    extra[REVISION] = work.color
    return replace(made.scene, extra=extra)


def _renumbered(
    rests: Sequence[Scene], before: Scene, after: Scene
) -> tuple[Scene, ...]:
    """Give what is left of a scene under the scene's new number."""
    return tuple(
        replace(one, number=after.number + one.number.removeprefix(before.number))
        if one.number.startswith(before.number)
        else one
        for one in rests
    )

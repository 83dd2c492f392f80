"""What every step of a revision looks at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from daybreak.importers.revisions.changes import (
    FieldChange,
    FieldName,
    SceneChange,
    What,
)
from daybreak.importers.revisions.finding import Places
from daybreak.importers.revisions.known import Known
from daybreak.importers.revisions.matching import Matched
from daybreak.importers.revisions.merging import Names
from daybreak.importers.revisions.reading import Draft
from daybreak.model.production import Production, Scene, Unit

REVISION = "revision"
"""Key under a scene's ``extra``: the color in which it changed last."""
SPLIT_FROM = "split_from"
"""Key under a scene's ``extra``: the scene that it was cut out of."""
LEFT_OUT = "omitted"
"""Key under a scene's ``extra``: the color that left it out after it was shot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A production, a new draft of one picture's script, and what belongs together.

    Parameters
    ----------
    color
        The color of the draft.
    new, known, matched
        Its scenes, those of the production, and which is which.
    shot
        By scene id, the date on which it was shot.
    """

    production: Production
    picture: str
    color: str
    new: Draft
    known: tuple[Known, ...]
    matched: Matched
    names: Names
    places: Places
    shot: Mapping[str, date]

    def own_scenes(self) -> tuple[Scene, ...]:
        """Give the scenes of the picture."""
        return tuple(
            one for one in self.production.scenes if one.picture == self.picture
        )

    def units_of(self, scene: Scene) -> tuple[Unit, ...]:
        """Give the units that may shoot a scene."""
        wanted = self.production.units_of(scene)
        return tuple(one for one in self.production.units if one.id in wanted)

    def change(
        self,
        scene: Scene,
        what: tuple[What, ...],
        fields: Iterable[FieldChange] = (),
        *,
        other: Scene | None = None,
    ) -> SceneChange:
        """Give what became of a scene, and when it was shot where it was."""
        day = self.shot.get(scene.id) if what else None
        return SceneChange(
            scene=scene.id,
            number=scene.number,
            heading=scene.heading,
            what=what,
            fields=tuple(fields),
            other=other.id if other else "",
            other_number=other.number if other else "",
            shot_on=day.isoformat() if day else "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A scene of the draft in the production, and what became of it.

    Parameters
    ----------
    scenes
        The scene, and those that hold what is left of it.
    kept
        What people entered and the draft says otherwise: it stays.
    """

    scenes: tuple[Scene, ...]
    change: SceneChange
    kept: tuple[tuple[FieldName, str, str], ...] = ()

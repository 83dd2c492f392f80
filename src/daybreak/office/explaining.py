"""Tell why scenes cannot be shot, and what would let them be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from daybreak.model.errors import UsageError
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule

if TYPE_CHECKING:
    from daybreak.solving import Explanation


def why(
    production: Production,
    schedule: Schedule | None = None,
    *,
    scenes: Sequence[str] = (),
    seconds: float = 10.0,
    progress: Callable[[str], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Explanation:
    """Give the conflicts behind scenes that stand in the boneyard.

    Parameters
    ----------
    schedule
        A valid plan; made where there is none.
    scenes
        Ids or numbers of scenes; the whole boneyard, where left out.
    seconds
        Time for everything.
    progress
        Called with a few words at each step.
    stop
        Asked often; true ends it with what was found.

    Raises
    ------
    UsageError
        When a scene is unknown, or the schedule breaks a rule.
    """
    from daybreak.solving import explain  # slow import: numba  # noqa: PLC0415

    found = [one for named in scenes for one in _scenes_named(production, named)]
    return explain(
        production,
        scenes=found or None,
        schedule=schedule,
        seconds=seconds,
        progress=progress,
        stop=stop,
    )


def _scenes_named(production: Production, named: str) -> list[str]:
    """Give the ids of the scenes of an id or, where none has it, of a number."""
    by_id = [scene.id for scene in production.scenes if scene.id == named]
    by_number = [scene.id for scene in production.scenes if scene.number == named]
    if not by_id and not by_number:
        raise UsageError(
            f"There is no scene {named}.\nMaybe give its number, as on its strip."
        )
    return by_id or by_number

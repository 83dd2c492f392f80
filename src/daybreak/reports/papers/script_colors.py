"""The color of the script that a paper was made of, and of the scenes it changed.

A revised draft leaves both under ``extra``: a picture's ``script`` and a scene's
``revision``. A production without them has its first, white script, or none: then
papers say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from daybreak.model.production import Picture, Production, Scene
from daybreak.reports.phrases import show_date, written_date
from daybreak.reports.stripboard import picture_letters

COLOR_MOST = 40
"""Letters of a color; a stranger's document may hold anything."""
FIRST = "White"
CHANGED = "*"
"""The mark of what a draft changed, as it stands in the margin of a script."""


def color_of(told: object) -> str:
    """Give a color as people write it: ``Blue``; empty for anything else."""
    if not isinstance(told, str):
        return ""
    name = " ".join(told.replace("·", " ").split())[:COLOR_MOST]
    return name[:1].upper() + name[1:]


def script_of(picture: Picture) -> str:
    """Give the color of a picture's script; empty where it never was revised."""
    return color_of(_script(picture).get("color"))


def _script(picture: Picture) -> dict[str, Any]:
    told = picture.extra.get("script")
    return dict(told) if isinstance(told, dict) else {}


def scripts_said(production: Production) -> str:
    """Give the color of the script: ``Blue``; of several pictures ``A Blue, B White``.

    Empty where none was revised.
    """
    colors = {one.id: script_of(one) for one in production.pictures}
    if not any(colors.values()):
        return ""
    if len(colors) == 1:
        return next(iter(colors.values()))
    letters = picture_letters(production)
    return ", ".join(
        f"{letters[one]} {color or FIRST}" for one, color in colors.items()
    )


def dated_scripts(production: Production, pictures: Iterable[str]) -> str:
    """Give color and date of the scripts of some pictures, as call sheets tell them.

    ``Blue, Tue 16 Mar 2027``, several parted by semicolons; empty where none is known.
    """
    wanted = set(pictures)
    letters = picture_letters(production)
    several = len(production.pictures) > 1
    said = []
    for one in production.pictures:
        color = script_of(one)
        if one.id in wanted and color:
            day = written_date(_script(one).get("date"))
            lead = f"{letters[one.id]} " if several else ""
            said.append(f"{lead}{color}" + (f", {show_date(day)}" if day else ""))
    return "; ".join(said)


def revision_of(scene: Scene) -> str:
    """Give the color in which a scene changed last, or came; empty for the first."""
    return color_of(scene.extra.get("revision"))


class Revisions:
    """What the scenes of a production say of drafts."""

    def __init__(self, production: Production) -> None:
        self.current = {one.id: script_of(one) for one in production.pictures}
        self.are_told = any(revision_of(one) for one in production.scenes)

    def mark(self, scene: Scene) -> str | None:
        """Give a scene's color, with an asterisk where the last draft changed it."""
        color = revision_of(scene)
        if not color:
            return None
        is_new = color.casefold() == self.current[scene.picture].casefold()
        return f"{CHANGED} {color}" if is_new else color

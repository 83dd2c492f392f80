"""Parts that several board papers share: the days, the cast, colors, conflicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from daybreak.reports.board_lines import LEGEND
from daybreak.reports.papers.paper import (
    Block,
    Legend,
    Paper,
    Section,
    Swatch,
)
from daybreak.reports.papers.shoot_days import Shoot
from daybreak.reports.papers.shown import Shown
from daybreak.reports.phrases import show_date
from daybreak.reports.stripboard import board_numbers, cast_name


def shown_part(shown: Shown) -> str:
    """Give what part of the shoot was asked for; empty where it is all."""
    wanted, production = shown.wanted, shown.production
    parts = [one.title for one in production.pictures if one.id == wanted.picture]
    parts += [one.name for one in production.units if one.id == wanted.unit]
    parts += [cast_name(one) for one in production.people if one.id == wanted.person]
    parts += [show_date(wanted.day)] if wanted.day else []
    return ", ".join(parts)


def board_paper(
    shown: Shown,
    sections: Iterable[Section],
    *,
    kind: str,
    title: str,
    sheet: Literal["small", "large"] = "small",
) -> Paper:
    """Give a paper of the board on its side, narrowed to what was asked for."""
    return Paper(
        kind=kind,
        title=title,
        subtitle=shown_part(shown),
        stamp=shown.stamp,
        currency=shown.production.currency,
        sheet=sheet,
        landscape=True,
        sections=tuple(sections),
    )


def cast_legend(shoot: Shoot) -> Legend:
    """Give number and name of everyone in the scenes shown, by number."""
    numbers = board_numbers(shoot.production)
    shots = (*shoot.shots, *shoot.boneyard)
    there = {person for shot in shots for person in shot.scene.cast}
    named = sorted(
        (numbers[one.id], cast_name(one))
        for one in shoot.production.people
        if one.id in there
    )
    return Legend(
        swatches=tuple(
            Swatch(style="", label=name, code=str(number)) for number, name in named
        )
    )


def color_legend(shoot: Shoot) -> Legend:
    """Give the strip colors that are on the board."""
    seen = {shot.strip.color for shot in (*shoot.shots, *shoot.boneyard)}
    swatches = (Swatch(style=one, label=said) for one, said in LEGEND if one in seen)
    return Legend(swatches=tuple(swatches))


def mark_legend(shoot: Shoot) -> Legend:
    """Give the strip colors that are on the board, and the marks."""
    shots = (*shoot.shots, *shoot.boneyard)
    swatches = list(color_legend(shoot).swatches)
    strips = [shot.strip for shot in shots]
    if any(strip.broken for strip in strips):
        swatches.append(Swatch(style="conflict", label="breaks a rule", code="!"))
    if any(strip.pinned for strip in strips):
        swatches.append(Swatch(style="", label="pinned to its date", code="*"))
    return Legend(swatches=tuple(swatches))


def picture_legend(shoot: Shoot) -> tuple[Block, ...]:
    """Give the letter of each picture, where there are several."""
    if not shoot.has_pictures:
        return ()
    swatches = (
        Swatch(style="", label=title, code=letter)
        for letter, title in shoot.board.pictures
    )
    return (Legend(swatches=tuple(swatches)),)

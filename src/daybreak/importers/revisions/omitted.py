"""Scenes that a draft left out: kept beside the production, ready to come back.

They lie under ``omitted_scenes`` of the production's ``extra``. Rules, costs and
counts never see them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from daybreak.model.errors import Fault
from daybreak.model.production import Order, Production, Scene
from daybreak.model.reading import read_part
from daybreak.model.writing import write_part

OMITTED = "omitted_scenes"
"""The key under ``extra``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OmittedScene:
    """A scene that no draft has any more.

    Parameters
    ----------
    scene
        As it was, with everything that people entered for it.
    orders
        What it had to be shot before or after.
    color
        The color of the draft that left it out.
    merged_into
        The id of the scene that took it in; empty for none.
    """

    scene: Scene
    orders: tuple[Order, ...] = ()
    color: str = ""
    merged_into: str = ""


def omitted_in(production: Production) -> tuple[OmittedScene, ...]:
    """Give the omitted scenes that a production keeps, in the order they went.

    What somebody wrote there by hand and is no scene is passed over.
    """
    listed = production.extra.get(OMITTED)
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        return ()
    found = (_read(one) for one in listed if isinstance(one, Mapping))
    return tuple(one for one in found if one is not None)


def omitted_json(omitted: Sequence[OmittedScene]) -> list[dict[str, Any]]:
    """Give omitted scenes as they lie under ``extra``."""
    return [_written(one) for one in omitted]


def _read(data: Mapping[str, Any]) -> OmittedScene | None:
    faults: list[Fault] = []
    scene = read_part(Scene, data.get("scene"), "", faults)
    orders = [read_part(Order, one, "", faults) for one in data.get("orders", ())]
    if faults or not isinstance(scene, Scene):
        return None
    return OmittedScene(
        scene=scene,
        orders=tuple(orders),
        color=str(data.get("color", "")),
        merged_into=str(data.get("merged_into", "")),
    )


def _written(one: OmittedScene) -> dict[str, Any]:
    made: dict[str, Any] = {"scene": write_part(one.scene)}
    if one.orders:
        made["orders"] = [write_part(order) for order in one.orders]
    if one.color:
        made["color"] = one.color
    if one.merged_into:
        made["merged_into"] = one.merged_into
    return made

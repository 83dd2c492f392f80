"""The bound's process tells a bound at once, then better ones, and stops when asked."""

from __future__ import annotations

from typing import Any

from daybreak.model.files import to_json
from daybreak.model.production import Production
from daybreak.solving.bounds.serving import serve
from tests.checking.productions import person, scene, shoot, unit
from tests.solving.productions import five_hundred_alike


class Asked:
    """A parent that asks to stop after some looks."""

    def __init__(self, looks: int) -> None:
        self._looks = looks

    def is_stopped(self) -> bool:
        """Tell whether the looks are used up."""
        self._looks -= 1
        return self._looks < 0

    def news(self) -> list[dict[str, Any]]:
        """Give nothing."""
        return []


def told(production: Production, *, seconds: float, looks: int) -> list[int]:
    """Give the bounds that the process tells; boards on the way cost no less."""
    bounds: list[int] = []
    costs: list[int] = []

    def say(**message: Any) -> None:
        assert message["kind"] in ("bound", "board")
        if message["kind"] == "bound":
            bounds.append(message["bound"])
        else:
            costs.append(message["cost"])

    task = {"production": to_json(production), "seconds": seconds, "boneyard": 0}
    serve(task, say, Asked(looks))
    assert all(bounds[-1] <= cost for cost in costs)
    return bounds


def two_stars() -> Production:
    """Give two stars three scenes: two days at the least, one of them with both."""
    people = [
        person("ana", {"kind": "daily", "rate": 70}),
        person("ben", {"kind": "daily", "rate": 50}),
    ]
    casts = (["ana"], ["ben"], ["ana", "ben"])
    scenes = [
        scene(f"s{at}", minutes=300, cast=cast) for at, cast in enumerate(casts, 1)
    ]
    return shoot(units=[unit(day_cost=1000)], people=people, scenes=scenes)


def test_bounds_grow_to_the_cost_of_the_best_plan() -> None:
    bounds = told(two_stars(), seconds=5.0, looks=10_000)
    assert bounds == sorted(set(bounds))
    assert bounds[0] == 0
    # Ana's two scenes share a day, and Ben comes for a second one
    assert bounds[-1] == 2 * 1000 + 70 + 50 + 50


def test_a_stop_ends_it_with_what_is_proven() -> None:
    bounds = told(five_hundred_alike(), seconds=60.0, looks=3)
    assert bounds[0] == 0
    assert bounds[-1] == 10_000  # 100 days of five strips: minutes alone prove that

"""Shoots under way: a production, a schedule of it, a day in its midst, and news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from daybreak.model.errors import UsageError
from daybreak.model.files import to_json
from daybreak.model.people import Unavailability
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.model.shot import Shot
from daybreak.solving.boards import Board
from daybreak.solving.problem import Problem
from daybreak.solving.replanning.earlier import Earlier, earlier_of
from daybreak.solving.replanning.front import Front, Point
from daybreak.solving.replanning.keep import Keep
from daybreak.solving.replanning.left import problem_left
from daybreak.solving.replanning.serving import Server
from daybreak.solving.replanning.splitting import UnderWay, under_way
from tests.strategies import random_production, random_schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Shoot:
    """A shoot under way on ``today``."""

    seed: int
    production: Production
    earlier: Schedule
    today: date
    so_far: UnderWay
    before: Earlier
    keep: Keep
    problem: Problem


def shoot_of(
    production: Production,
    earlier: Schedule,
    today: date,
    *,
    shot: Shot | None = None,
    seed: int = 0,
) -> Shoot:
    """Give a shoot; without ``shot`` the days before today were shot as planned."""
    so_far = under_way(production, earlier, today, shot)
    before = earlier_of(production, so_far, earlier, today)
    keep = Keep(today=today, shot=so_far.shot, earlier=before.places)
    return Shoot(
        seed=seed,
        production=production,
        earlier=earlier,
        today=today,
        so_far=so_far,
        before=before,
        keep=keep,
        problem=problem_left(so_far.production, keep),
    )


def random_shoots(*, scenes: int = 24) -> Iterator[Shoot]:
    """Yield shoots under way, some of them planned and shot against the rules."""
    seed = 0
    while True:
        seed += 1
        made = random_production(seed, scenes=scenes)
        earlier = random_schedule(made, seed, broken=8 * (seed % 2))
        days = sorted({day.date for day in earlier.days})
        if len(days) < 3:
            continue
        try:
            yield shoot_of(made, earlier, days[1 + seed % (len(days) - 1)], seed=seed)
        except UsageError:
            continue  # a strip stands on two days, which cannot have been shot


def with_someone_away(production: Production, earlier: Schedule, today: date) -> Any:
    """Give the production with a person of the first day from today on away then.

    None where nobody works from today on.
    """
    cast = {scene.id: scene.cast for scene in production.scenes}
    for day in earlier.in_order():
        for strip in day.strips:
            if day.date >= today and cast[strip]:
                away = Unavailability(first=day.date, last=day.date, reason="news")
                return replace(
                    production,
                    people=tuple(
                        replace(one, unavailable=(*one.unavailable, away))
                        if one.id == cast[strip][0]
                        else one
                        for one in production.people
                    ),
                )
    return None


class Never:
    """An inbox in which nothing ever arrives."""

    def is_stopped(self) -> bool:
        return False

    def news(self) -> list[dict[str, Any]]:
        return []


def front_of(
    shoot: Shoot,
    *,
    iterations: int,
    change_cost: int | None = None,
    alternatives: int = 5,
    homeless: bool = False,
) -> list[Point[Board]]:
    """Give the boards that two processes find, both made in this one.

    With ``homeless`` they forget where strips stood, which a test has to notice.
    """
    task = {
        "production": to_json(shoot.so_far.production),
        "keep": shoot.keep.to_data(),
        "change_cost": change_cost,
        "alternatives": alternatives,
        "seconds": 1.0,
        "iterations": iterations,
        "called": 0.0,
    }
    front: Front[Board] = Front()
    for number in range(2):
        numbered = {**task, "seed": 64 + number, "number": number}
        server = Server(numbered, lambda **message: None, Never())
        if homeless:
            server._problem.scenes.home[:] = -1
        server.run()
        for point in server.front.points:
            front.add(point)
    return front.points

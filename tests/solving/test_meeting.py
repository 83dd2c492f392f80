"""Searches side by side hand each other their best board where they meet."""

from __future__ import annotations

from daybreak.solving import solve
from daybreak.solving.problem import problem_of
from daybreak.solving.search import Offer, SearchRun
from tests.solving.searching import assert_sound, busy_production, search


def searched(offer: Offer | None) -> tuple[SearchRun, int]:
    """Give a short search that is offered a board, and how often it asked."""
    run = SearchRun(problem_of(busy_production()), seed=9)
    asked = []

    def meet(_: SearchRun) -> Offer | None:
        asked.append(offer)
        return offer

    run.run(
        seconds=1.0,
        iterations=20_000,
        stop=lambda: False,
        tell=lambda _: None,
        meet=meet,
    )
    return run, len(asked)


def test_a_better_board_of_another_search_is_taken() -> None:
    long = search(busy_production(), seed=3, iterations=60_000)
    offer = Offer(long.boneyard, long.cost, long.board)
    alone, asked = searched(None)
    helped, asked_too = searched(offer)
    assert asked == asked_too >= 1
    assert alone.standing()[:2] > (long.boneyard, long.cost)
    assert helped.standing()[:2] <= (long.boneyard, long.cost)


def test_a_worse_board_of_another_search_changes_nothing() -> None:
    alone, _ = searched(None)
    poor = Offer(len(busy_production().scenes), 0, [])
    helped, _ = searched(poor)
    assert helped.board() == alone.board()


def test_workers_that_meet_find_the_same_again() -> None:
    """RELIABILITY B3: both wait for each other, so both always find the same."""
    made = busy_production()
    found = [
        solve(made, iterations=20_000, seed=4, workers=2, prove=False).schedule.days
        for _ in range(2)
    ]
    assert found[0] == found[1]
    result = solve(made, iterations=20_000, seed=4, workers=2, prove=False)
    assert_sound(made, result.schedule, result.cost)

"""The engine's process with a sequence: what it tells, and that it stops."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from daybreak.checking import check, count_costs, is_valid
from daybreak.importers.published_productions import production_of
from daybreak.model.errors import SolverError
from daybreak.model.files import to_json
from daybreak.model.production import Production
from daybreak.solving.boards import schedule_from_board
from daybreak.solving.problem import problem_of
from daybreak.solving.sequences.recognizing import recognized
from daybreak.solving.sequences.serving import serve
from daybreak.solving.tiny import tiny_production
from daybreak.solving.workers import COMMAND
from tests.solving.sequences.made import START, least, production, published


def task_of(made: Production, **more: Any) -> dict[str, Any]:
    return {
        "kind": "sequence",
        "production": to_json(made),
        "seconds": 60.0,
        "iterations": None,
        "start": None,
        "seed": 64,
        "called": time.time(),
        **more,
    }


class NeverStopped:
    """An inbox that stays empty."""

    def is_stopped(self) -> bool:
        return False

    def news(self) -> list[dict[str, Any]]:
        return []


def told(made: Production, **more: Any) -> list[dict[str, Any]]:
    """Give what serving a task says, in this process."""
    said: list[dict[str, Any]] = []

    def say(**message: Any) -> None:
        said.append(message)

    serve(task_of(made, **more), say, NeverStopped())
    return said


def board_is_right(made: Production, message: dict[str, Any]) -> bool:
    """Tell whether a board passes the rule book at the cost that was told."""
    board = json.loads(json.dumps(message["board"]))
    schedule = schedule_from_board(problem_of(made), board)
    counted = count_costs(made, schedule).lines["total"]
    return (
        is_valid(check(made, schedule))
        and not schedule.boneyard
        and counted == message["cost"]
    )


def test_every_board_told_passes_the_rule_book_and_the_last_is_proven() -> None:
    """RELIABILITY B1: each board, not only the last."""
    boards = 0
    for seed in range(20):
        made = production(seed, 7, places=1 + seed % 3)
        sequence = recognized(made)
        assert sequence is not None
        said = told(made, iterations=5_000)
        found = [message for message in said if message["kind"] == "board"]
        assert all(board_is_right(made, message) for message in found)
        bounds = [one["bound"] for one in said if one["kind"] == "bound"]
        assert bounds == sorted(bounds)
        best = least(sequence) + sequence.fixed_cost
        assert found[-1]["cost"] == bounds[-1] == best
        boards += len(found)
    assert boards >= 30


@pytest.mark.twin
def test_a_board_told_at_a_wrong_cost_is_caught() -> None:
    made = production(3, 6, places=2)
    board = next(one for one in told(made) if one["kind"] == "board")
    assert board_is_right(made, board)
    assert not board_is_right(made, {**board, "cost": board["cost"] - 1})
    assert not board_is_right(made, {**board, "board": board["board"][1:]})


def test_a_production_that_is_no_sequence_is_refused() -> None:
    with pytest.raises(SolverError):
        told(tiny_production())


def messages(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    for line in process.stdout:
        yield json.loads(line)


def test_a_search_that_would_take_long_stops_when_asked() -> None:
    """RELIABILITY B5: asked to stop, it ends, and what it told is still right."""
    one = published(21, 60, places=4)
    made = production_of(replace(one, orders=()), start=START)
    process = subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(task_of(made, seconds=10_000.0)) + "\n")
    process.stdin.flush()
    heard: list[dict[str, Any]] = []
    for message in messages(process):
        heard.append(message)
        if sum(one["kind"] == "board" for one in heard) == 2:
            process.stdin.close()
            break
    heard += list(messages(process))
    assert process.wait() == 0
    assert heard[-1]["kind"] == "done"
    boards = [one for one in heard if one["kind"] == "board"]
    bounds = [one["bound"] for one in heard if one["kind"] == "bound"]
    assert board_is_right(made, boards[-1])
    assert bounds
    assert bounds[-1] <= boards[-1]["cost"]

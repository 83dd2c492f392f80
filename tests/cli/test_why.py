"""``daybreak why`` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from daybreak.model.files import write
from tests.checking.productions import FRI, MON, TUE, board, on, person, scene, shoot
from tests.checking.productions import unit as crew
from tests.cli.running import files, run, run_json

QUICK = ("--seconds", "2", "--quiet")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Give scene 41, which needs Ana on the only day of the pier, and a plan."""
    pier = {"id": "pier", "name": "Pier 7", "base": "london", "windows": [[MON, MON]]}
    made = shoot(
        units=[crew(end=FRI, day_cost=100)],
        locations=[{"id": "house", "name": "House", "base": "london"}, pier],
        people=[person(unavailable=[{"from": MON, "to": MON, "reason": "a gala"}])],
        scenes=[
            scene("s1"),
            scene(
                "s41",
                location="pier",
                cast=["ana"],
                heading="EXT. PIER 7 - DAY",
                place="ext",
            ),
        ],
    )
    return files(tmp_path, (made, board(on(TUE, "s1"), boneyard="s41")))


def test_a_conflict_is_told_with_its_ways_out(pair: tuple[Path, Path]) -> None:
    done = run("why", *pair, *QUICK)
    assert done.exit_code == 0
    assert done.stdout == (
        "Scene 41 (EXT. PIER 7 - DAY) cannot be shot: it needs Ana Ruiz and Pier 7; "
        "Pier 7 is open Mon 7 Jun 2027 only; "
        "Ana Ruiz is away Mon 7 Jun 2027 (a gala).\n"
        "Proven; without any one of these facts it could be done.\n"
        "Ways out, as the rest of the production stands:\n"
        "             +€0  keep Pier 7 open until Tue 8 Jun 2027, 1 day more\n"
        "           +€100  get Ana Ruiz free on Mon 7 Jun 2027\n"
        "           +€100  play scene 41 without Ana Ruiz, or recast\n"
    )


def test_a_scene_is_asked_for_by_number_or_id(pair: tuple[Path, Path]) -> None:
    by_number = run_json("why", *pair, "--scene", "41", *QUICK)
    by_id = run_json("why", *pair, "--scene", "s41", *QUICK)
    assert by_number["conflicts"] == by_id["conflicts"]
    assert by_number["conflicts"][0]["scenes"] == ["s41"]
    assert by_number["conflicts"][0]["ways_out"][0]["change"] == {
        "path": "locations[1].windows[0][1]",
        "was": MON,
        "becomes": TUE,
    }


def test_a_scene_that_stands_is_told_to_stand(pair: tuple[Path, Path]) -> None:
    done = run("why", *pair, "--scene", "1", *QUICK)
    assert done.stdout == "Scene 1 can be shot: a valid plan places it.\n"


def test_an_empty_boneyard_needs_no_words(tmp_path: Path) -> None:
    made = shoot(units=[crew(end=FRI)], scenes=[scene("s1")])
    done = run("why", *files(tmp_path, (made, board(on(MON, "s1")))), *QUICK)
    assert done.stdout == "Every scene stands on a day: nothing is in the way.\n"


def test_without_a_schedule_one_is_made(pair: tuple[Path, Path]) -> None:
    found = run_json("why", pair[0], "--seconds", "6", "--quiet")
    assert [one["proven"] for one in found["conflicts"]] == [True]
    assert found["cost"] == 100


def test_wrong_use_is_told(pair: tuple[Path, Path], tmp_path: Path) -> None:
    assert run("why", *pair, "--scene", "77", *QUICK).exit_code == 2
    broken = tmp_path / "broken.json"
    write(board(on(MON, "s41"), boneyard="s1"), broken)
    done = run("why", pair[0], broken, *QUICK)
    assert done.exit_code == 2
    assert "breaks a rule" in done.stderr
    assert run("why", "-", "-").exit_code == 2

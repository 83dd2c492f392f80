"""``daybreak scenarios``: what-ifs kept, and planned side by side."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from daybreak.checking import check, count_costs
from daybreak.model.files import read_schedule
from daybreak.office.asked import Asked
from daybreak.office.opening import read_production
from daybreak.office.scenarios import cases
from tests.cli.running import run, run_json
from tests.store.made_entries import SMALL

FEW = ("--iterations", "300", "--quiet")


@pytest.fixture
def shoot(tmp_path: Path) -> Path:
    """Give a document of the small production."""
    (tmp_path / "small.json").write_text(json.dumps(SMALL), encoding="utf-8")
    made = tmp_path / "shoot.daybreak"
    assert run("load", tmp_path / "small.json", "-o", made).exit_code == 0
    return made


def add(shoot: Path, name: str, *words: str) -> None:
    done = run("scenarios", shoot, "add", name, *words, "--by", "ann")
    assert done.exit_code == 0, done.stderr


def head(shoot: Path) -> tuple[int, str]:
    found = run_json("verify", shoot)
    return found["entries"], found["hash"]


def test_scenario_is_listed_and_told_and_taken_off(shoot: Path) -> None:
    add(shoot, "dear", "unit/main/day_cost=2000", "--note", "a dearer crew")
    add(shoot, "short", "--remove", "scene/s3", "--remove", "order/s1/s2")
    found = run_json("scenarios", shoot, "list")["scenarios"]
    assert [(one["name"], one["note"], one["by"]) for one in found] == [
        ("dear", "a dearer crew", "ann"),
        ("short", "", "ann"),
    ]
    assert found[0]["what_ifs"] == [
        {"path": "unit/main/day_cost", "action": "set", "value": 2000}
    ]
    assert run("scenarios", shoot, "list").stdout.splitlines() == [
        "dear: a dearer crew",
        "  unit/main/day_cost is 2000",
        "short",
        "  scene/s3 is gone",
        "  order/s1/s2 is gone",
    ]
    assert run("scenarios", shoot, "remove", "dear", "--by", "ann").exit_code == 0
    assert run("undo", shoot, "--by", "ann").exit_code == 0
    told = run_json("scenarios", shoot, "history", "dear")["entries"]
    assert [one["action"] for one in told] == ["set", "remove", "remove"]
    assert "undo" in run("scenarios", shoot, "history", "dear").stdout
    assert len(run_json("scenarios", shoot, "list")["scenarios"]) == 2


def test_fields_of_a_thing_are_typed_as_for_set(shoot: Path) -> None:
    add(
        shoot,
        "away",
        "person/star/unavailable/play=from=2020-03 to=2020-04 reason='a play'",
        "unit/main=day_cost=900 idle_day_cost=5",
        'scene/s1/cast=["star", "guest"]',
    )
    found = run_json("scenarios", shoot, "list")["scenarios"][0]["what_ifs"]
    assert [(one["path"], one["value"]) for one in found] == [
        (
            "person/star/unavailable/play",
            {"from": "2020-03", "to": "2020-04", "reason": "a play"},
        ),
        ("unit/main/day_cost", 900),
        ("unit/main/idle_day_cost", 5),
        ("scene/s1/cast", ["star", "guest"]),
    ]
    made = cases(shoot).given[1].production
    assert (made.units[0].day_cost, made.units[0].day_minutes) == (900, 600)
    assert str(made.people[0].unavailable[0].last) == "2020-04-30"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add",), "add takes the name of a scenario and its what-ifs."),
        (("add", "dear", "title=Other"), 'There is a scenario "dear" already;'),
        (("add", "x", "picture/m9/release=2021"), "there is no picture/m9"),
        (("add", "x", "picture/m7/release=soon"), "soon is no day, month or year"),
        (("add", "x", "picture/m7/release"), '"picture/m7/release" is no what-if.'),
        (("add", "x", "picture/m7/release="), '"picture/m7/release=" is no what-if.'),
        (("add", "x", "unit/main=name='A"), "has a quote that does not end."),
        (("add", "x", "--remove", "location/stage"), "scenario/x: scene/s1/location"),
        (("add", "x", "--remove", "person/nobody"), "there is none to remove"),
        (("remove", "x"), 'There is no scenario "x".'),
        (("remove",), "scenarios remove takes one name."),
        (("history", "x"), 'There never was a scenario "x".'),
        (("x", *FEW), 'There is no scenario "x".'),
        (("--remove", "scene/s1", *FEW), "--remove belongs to add"),
        (("ways", "dear", "x", *FEW), "ways takes one scenario at most."),
        (("--from", "x", *FEW), 'There is no board or revision "x".'),
    ],
)
def test_what_cannot_be_says_what_to_do_and_changes_nothing(
    words: tuple[str, ...], said: str, shoot: Path
) -> None:
    add(shoot, "dear", "unit/main/day_cost=2000")
    before = head(shoot)
    done = run("scenarios", shoot, *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert head(shoot) == before


def test_scenario_that_cannot_be_on_a_day_is_told_before_the_search(
    shoot: Path,
) -> None:
    report = ("--said-on", "2020-06-01", "--outlet", "A")
    assert run("set", shoot, "person/kim", "name=Kim", *report).exit_code == 0
    add(shoot, "kim", "scene/s1/cast=star,kim")
    done = run("scenarios", shoot, "kim", "--as-of", "2020-05-31", *FEW)
    assert done.exit_code == 2
    assert "scenario/kim: scene/s1/cast" in done.stderr
    found = cases(shoot, asked=Asked(as_of=read_day("2020-05-31")))
    assert [one.name for one in found.given] == ["as-it-is"]
    (told,) = found.impossible
    assert (told[0], told[1].split(":")[0]) == ("kim", "scene/s1/cast[1]")


def test_scenario_respects_the_day_that_is_asked_about(shoot: Path) -> None:
    for day, value in (("2020-02-01", "2021-07"), ("2020-07-07", "2021-11-19")):
        report = ("--said-on", day, "--outlet", "A")
        done = run("set", shoot, "picture/m7/release", value, *report)
        assert done.exit_code == 0
    add(shoot, "same")
    add(shoot, "early", "picture/m7/release=2020-12-24")
    for day, known in (("2020-03-01", "2021-07-31"), ("2020-08-01", "2021-11-19")):
        asked = Asked(as_of=read_day(day))
        found = cases(shoot, asked=asked).given
        releases = [str(one.production.pictures[0].release) for one in found]
        assert releases == [known, known, "2020-12-24"]
        assert found[1].production == read_production(shoot, asked).production


def read_day(text: str) -> date:
    return date.fromisoformat(text)


def test_scenario_without_what_ifs_is_planned_as_the_document_is(
    shoot: Path, tmp_path: Path
) -> None:
    """Same seed, same work: the same plan as that of ``daybreak plan``."""
    add(shoot, "same")
    add(shoot, "dear", "unit/main/day_cost=2000", "picture/m7/release=2020-03-02")
    out = tmp_path / "plan.json"
    assert run("plan", shoot, "-o", out, *FEW).exit_code == 0
    planned = read_schedule(out)
    found = run_json("scenarios", shoot, "--keep", *FEW)
    first, same, dear = found["rows"]
    assert [one["name"] for one in found["rows"]] == found["kept"]
    assert found["kept"] == ["as-it-is", "same", "dear"]
    assert first["cost"] == same["cost"] == dict(planned.cost)
    assert (first["difference"], same["difference"]) == (0, 0)
    assert dear["difference"] == dear["cost"]["total"] - first["cost"]["total"]
    assert (dear["days"], dear["what_ifs"]) == (
        first["days"],
        ["unit/main/day_cost is 2000", "picture/m7/release is 2020-03-02"],
    )
    seven = dear["pictures"][0]
    assert (seven["picture"], seven["release"]) == ("m7", "2020-03-02")
    assert (
        seven["days_late"]
        == (read_day(seven["delivery"]) - read_day(seven["release"])).days
    )
    for case, row in zip(cases(shoot).given, found["rows"], strict=True):
        kept = tmp_path / f"{row['name']}.json"
        run("boards", shoot, "write", row["name"], "-o", kept)
        schedule = read_schedule(kept)
        assert check(case.production, schedule) == ()
        assert dict(count_costs(case.production, schedule).lines) == row["cost"]
        if row["name"] == "same":
            assert schedule.days == planned.days
    assert run("undo", shoot).exit_code == 0
    assert run_json("boards", shoot)["boards"] == []


def test_names_of_boards_that_are_taken_are_told_before_the_search(
    shoot: Path, tmp_path: Path
) -> None:
    out = tmp_path / "plan.json"
    run("plan", shoot, "-o", out, "--iterations", "1", "--quiet")
    run("boards", shoot, "save", "as-it-is", out)
    before = head(shoot)
    done = run("scenarios", shoot, "--keep", "--seconds", "86400")
    assert (done.exit_code, head(shoot)) == (2, before)
    assert "There is a board as-it-is already; nothing was planned." in done.stderr
    little = ("--iterations", "1", "--workers", "1")
    begun = run_json("scenarios", shoot, "--from", "as-it-is", *little)
    assert begun["rows"][0]["boneyard"] == len(read_schedule(out).boneyard)


def test_ways_are_told_with_their_parts_and_clashes(shoot: Path) -> None:
    """The star is in both pictures; Norway is a move of two days away."""
    found = run_json("scenarios", shoot, "ways", *FEW, "--workers", "1")
    names = [one["name"] for one in found["rows"]]
    assert names == ["cross-boarded", "m7-then-m8", "m8-then-m7", "each-alone"]
    alone = found["rows"][-1]
    assert [one["name"] for one in alone["parts"]] == ["alone-m7", "alone-m8"]
    for line, amount in alone["cost"].items():
        assert amount == sum(one["cost"][line] for one in alone["parts"])
    assert {one["person"] for one in alone["clashes"]} <= {"star"}

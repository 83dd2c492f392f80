"""``check``, ``cost``, ``show`` and ``schema``: what they say and how they end."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from daybreak.checking import check, count_costs
from daybreak.model.files import write
from daybreak.model.json_schema import schema_of
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from tests.cli.running import files, run, run_json
from tests.reports.made_up import crossing, harbor, with_reason


def _bad_files(folder: Path) -> tuple[Path, Path]:
    production, schedule = harbor()
    first = replace(schedule.days[0], strips=("s1", "s2", "s3a"))
    bad = replace(schedule, days=(first, *schedule.days[2:]), boneyard=("s4", "s6"))
    return files(folder, (production, bad))


def test_check_of_a_valid_schedule_ends_with_0(tmp_path: Path) -> None:
    done = run("check", *files(tmp_path, harbor()))
    assert (done.exit_code, done.stdout) == (0, "valid: it breaks no rule\n")


def test_check_of_a_broken_schedule_ends_with_1_and_lists_by_rule(
    tmp_path: Path,
) -> None:
    done = run("check", *_bad_files(tmp_path))
    assert done.exit_code == 1
    assert done.stdout.splitlines()[:4] == [
        "NOT VALID: 1 violation",
        "",
        "Breaks the schedule",
        "shift",
    ]


def test_warnings_alone_end_with_0(tmp_path: Path) -> None:
    production, _ = harbor()
    paths = _bad_files(tmp_path)
    write(replace(production, rules={"shift": "warns"}), paths[0])
    done = run("check", *paths)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "valid: it breaks no rule, 1 warning"


def test_check_gives_violations_as_data(tmp_path: Path) -> None:
    found = run_json("check", *_bad_files(tmp_path))
    assert sorted(found) == ["ok", "valid", "violations"]
    assert (found["ok"], found["valid"]) == (True, False)
    assert sorted(found["violations"][0]) == ["level", "limit", "rule", "said", "where"]
    where = {"unit": "main", "date": "2027-03-01", "scene": "s3a"}
    assert found["violations"][0]["where"] == where


def test_cost_gives_every_line_and_the_total(tmp_path: Path) -> None:
    pair = harbor()
    found = run_json("cost", *files(tmp_path, pair))
    assert sorted(found) == ["bound", "cost", "currency", "ok", "valid"]
    assert found["cost"] == dict(count_costs(*pair).lines)


@pytest.mark.parametrize("line", ["cast_hold", "unit_days", "total"])
def test_why_lists_items_that_add_up(tmp_path: Path, line: str) -> None:
    pair = crossing()
    found = run_json("cost", *files(tmp_path, pair), "--why", line)
    items = found["why"]["items"]
    assert found["why"]["line"] == line
    assert sum(item["amount"] for item in items) == found["cost"][line]
    assert {"line", "amount", "said", "dates", "person"} <= set(items[0])


def test_why_names_person_dates_and_sum(tmp_path: Path) -> None:
    done = run("cost", *files(tmp_path, crossing()), "--why", "cast_hold")
    assert done.exit_code == 0
    assert "NOK 5,000  Mira Vale: 1 held day" in done.stdout
    assert "Fri 5 Mar 2027" in done.stdout


def test_why_of_an_unknown_line_is_wrong_use(tmp_path: Path) -> None:
    done = run("cost", *files(tmp_path, harbor()), "--why", "popcorn")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "popcorn" in done.stderr


def test_show_draws_the_board_and_the_reason_of_a_boneyard_strip(
    tmp_path: Path,
) -> None:
    production, schedule = harbor()
    told = with_reason(schedule, "s6", "Nobody is up that early.")
    done = run("show", *files(tmp_path, (production, told)))
    assert done.exit_code == 0
    assert "END OF DAY 3  Thu 18 Mar 2027" in done.stdout
    assert "Nobody is up that early." in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 120
    assert "\x1b" not in done.stdout


def test_show_of_a_broken_schedule_marks_it_and_ends_with_1(tmp_path: Path) -> None:
    done = run("show", *_bad_files(tmp_path))
    assert done.exit_code == 1
    assert "NOT VALID: 1 violation" in done.stdout
    assert "BROKEN: shift" in done.stdout


def test_show_gives_rows_as_data(tmp_path: Path) -> None:
    found = run_json("show", *files(tmp_path, harbor()))
    assert sorted(found) == ["board", "ok", "valid"]
    kinds = [row["kind"] for row in found["board"]["rows"]]
    assert kinds[:4] == ["strip", "strip", "strip", "day_break"]


def test_show_gives_the_day_out_of_days(tmp_path: Path) -> None:
    paths = files(tmp_path, harbor())
    done = run("show", *paths, "--dood")
    assert done.stdout.splitlines()[0] == "The Harbor Light: day out of days"
    found = run_json("show", *paths, "--dood")
    assert sorted(found) == ["day_out_of_days", "ok", "valid"]
    rows = found["day_out_of_days"]["rows"]
    assert [row["number"] for row in rows] == [1, 2, 5]


@pytest.mark.parametrize("width", [72, 100, 160])
def test_show_keeps_to_the_width_it_is_given(tmp_path: Path, width: int) -> None:
    paths = files(tmp_path, crossing())
    for more in ((), ("--dood",)):
        done = run("show", *paths, "--width", str(width), *more)
        assert max(map(len, done.stdout.splitlines())) <= width


def test_color_is_shown_where_it_is_asked_for(tmp_path: Path) -> None:
    paths = files(tmp_path, harbor())
    classic = run("show", *paths, "--color").stdout
    singleton = run("show", *paths, "--color", "--colors", "singleton").stdout
    blue, green = "48;2;177;202;252", "48;2;116;235;153"
    attic = next(row for row in classic.splitlines() if "ATTIC" in row)
    assert blue in attic
    assert green not in attic
    assert green in next(row for row in singleton.splitlines() if "ATTIC" in row)
    assert "INT NIGHT" in classic


def test_schedule_of_another_version_is_said_to_be_so(tmp_path: Path) -> None:
    production, schedule = harbor()
    other = replace(production, title="The Harbor Lights")
    done = run("check", *files(tmp_path, (other, schedule)))
    assert done.exit_code == 0
    assert "has changed since this schedule was made" in done.stderr


def test_wrong_total_in_a_schedule_is_told_and_counted_anew(tmp_path: Path) -> None:
    production, schedule = harbor()
    wrong = replace(schedule, cost={**schedule.cost, "total": 5})
    done = run("cost", *files(tmp_path, (production, wrong)))
    assert "states a total of 5; counted anew" in done.stderr
    assert f"{count_costs(production, schedule).total:,}" in done.stdout


def test_schedule_of_another_production_is_refused_by_name(tmp_path: Path) -> None:
    production, _ = harbor()
    _, schedule = crossing()
    paths = files(tmp_path, (production, schedule))
    done = run("show", *paths)
    assert (done.exit_code, done.stdout) == (2, "")
    assert 'schedule.json: days[0].strips[0]: unknown scene "x0"' in done.stderr


def test_one_document_may_come_from_a_pipe_but_not_both(tmp_path: Path) -> None:
    production, schedule = files(tmp_path, harbor())
    piped = run("check", production, "-", stdin=schedule.read_text())
    assert piped.exit_code == 0
    piped = run("check", "-", schedule, stdin=production.read_text())
    assert piped.exit_code == 0
    both = run("check", "-", "-", stdin="{}")
    assert both.exit_code == 2
    assert "Maybe name a file" in both.stderr


@pytest.mark.parametrize("document", [Production, Schedule])
def test_schema_is_that_of_the_model(document: type[Production]) -> None:
    found = json.loads(run("schema", document.__name__.lower()).stdout)
    assert found == json.loads(json.dumps(schema_of(document)))


@pytest.mark.parametrize("command", ["check", "cost", "show"])
def test_all_faults_of_a_document_are_told_at_once(
    tmp_path: Path, command: str
) -> None:
    production, schedule = files(tmp_path, harbor())
    text = production.read_text().replace('"day_cost": 10000', '"day_cost": -1')
    production.write_text(text.replace('"currency": "USD"', '"currency": "X"'))
    done = run(command, production, schedule)
    assert (done.exit_code, done.stdout) == (2, "")
    told = done.stderr.splitlines()
    assert len(told) == 2
    lines = production.read_text().splitlines()
    at = [
        int(one.removeprefix(f"daybreak: {production}:").split(":")[0]) for one in told
    ]
    assert [lines[one - 1].split(":")[0].strip() for one in at] == [
        '"currency"',
        '"day_cost"',
    ]
    found = run_json(command, production, schedule)
    assert found["ok"] is False
    assert [sorted(one) for one in found["errors"]] == [
        ["line", "path", "todo", "what"]
    ] * 2
    assert [one["line"] for one in found["errors"]] == at


def test_valid_of_the_command_is_valid_of_the_rule_book(tmp_path: Path) -> None:
    production, schedule = _bad_files(tmp_path)
    pair = harbor()
    assert run_json("show", production, schedule)["valid"] is False
    assert check(*pair) == ()

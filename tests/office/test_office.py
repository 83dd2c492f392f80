"""The office: documents opened together, and the gate that plans pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from daybreak.checking import check, count_costs, is_valid
from daybreak.model.errors import DocumentError, SolverError, UsageError
from daybreak.model.files import write
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office import examples, planning, showing
from daybreak.office.importing import import_scripts_files
from daybreak.office.opening import open_documents, open_files, reasons_in
from tests.reports.made_up import crossing, harbor
from tests.strategies import cases


@settings(max_examples=60)
@given(cases(broken=20))
def test_opened_documents_are_checked_and_counted(
    case: tuple[Production, Schedule],
) -> None:
    opened = open_documents(*case)
    assert opened.violations == check(*case)
    assert opened.valid == is_valid(opened.violations)
    assert opened.costs.lines == count_costs(*case).lines


@pytest.mark.twin
@settings(max_examples=60)
@given(cases(broken=30))
def test_gate_lets_no_invalid_schedule_through(
    case: tuple[Production, Schedule],
) -> None:
    """RELIABILITY B1: whatever an engine gives, the rule book decides."""
    production, schedule = case
    made = replace(schedule, cost=dict(count_costs(*case).lines))
    if is_valid(check(*case)):
        assert planning.passed(production, made).valid
    else:
        with pytest.raises(SolverError, match="breaks"):
            planning.passed(production, made)


@pytest.mark.twin
def test_gate_lets_no_wrong_sum_through() -> None:
    production, schedule = harbor()
    assert planning.passed(production, schedule).valid
    lines = dict(schedule.cost)
    shifted = {**lines, "elements": 1, "locations": lines["locations"] - 1}
    assert shifted["total"] == lines["total"]
    with pytest.raises(SolverError, match="counts"):
        planning.passed(production, replace(schedule, cost=shifted))


def test_files_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    write(harbor()[0], tmp_path / "p.json")
    write(crossing()[1], tmp_path / "s.json")
    with pytest.raises(DocumentError) as caught:
        open_files(tmp_path / "p.json", tmp_path / "s.json")
    assert caught.value.source == str(tmp_path / "s.json")
    assert [fault.path for fault in caught.value.faults][:2] == [
        "days[0].strips[0]",
        "days[1].unit",
    ]


def test_broken_production_keeps_its_own_name_in_errors(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text("{}")
    write(harbor()[1], tmp_path / "s.json")
    with pytest.raises(DocumentError) as caught:
        open_files(tmp_path / "p.json", tmp_path / "s.json")
    assert caught.value.source == str(tmp_path / "p.json")


def test_reasons_are_kept_for_boneyard_strips_alone() -> None:
    _, schedule = harbor()
    kept = planning.with_reasons(
        replace(schedule, extra={"mine": 1}), {"s6": "No dawn.", "s1": "stands"}
    )
    assert kept.extra == {"mine": 1, "reasons": {"s6": "No dawn."}}
    assert reasons_in(kept) == {"s6": "No dawn."}
    empty = planning.with_reasons(replace(kept, boneyard=()), {})
    assert empty.extra == {"mine": 1}


def test_reasons_of_any_other_shape_are_passed_over() -> None:
    _, schedule = harbor()
    assert reasons_in(replace(schedule, extra={"reasons": ["x"]})) == {}


def test_planned_schedule_shows_as_valid_papers() -> None:
    planned = planning.plan(crossing()[0], iterations=2000, seed=3)
    board = showing.board_of(planned.opened)
    table = showing.cost_of(planned.opened)
    assert board.broken[0] == 0
    assert board.cost == table.total == planned.result.cost
    paper = showing.day_out_of_days_of(planned.opened)
    assert sum(paper.working) == sum(row.worked for row in paper.rows)


def test_scripts_become_a_production_that_can_be_planned(tmp_path: Path) -> None:
    script = tmp_path / "a.fountain"
    script.write_text(examples.example_script(), encoding="utf-8")
    imported = import_scripts_files([script, script], today=date(2027, 1, 4))
    assert len(imported.production.pictures) == 2
    planned = planning.plan(imported.production, iterations=2000)
    assert planned.opened.valid


def test_two_pipes_are_refused() -> None:
    with pytest.raises(UsageError, match="standard input"):
        open_files("-", "-")


def test_example_is_whole() -> None:
    made = examples.example_production()
    assert len(made.scenes) >= 25
    assert examples.example_script().startswith("Title:")

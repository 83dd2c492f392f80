"""What pages are told a board comes to, against the papers and the rule book."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given, settings

from daybreak.checking import check, count_costs
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office.live.view import meaning_view
from daybreak.reports.board_rows import Strip
from daybreak.reports.stripboard import stripboard
from tests.strategies import cases


def marked(production: Production, schedule: Schedule) -> dict[str, set[str]]:
    """Give by scene the rules with which the stripboard marks its strips."""
    board = stripboard(
        production,
        schedule,
        costs=count_costs(production, schedule),
        broken=check(production, schedule),
    )
    found: dict[str, set[str]] = defaultdict(set)
    for row in (*board.rows, *board.boneyard):
        if isinstance(row, Strip) and row.broken:
            found[row.scene].update(row.broken)
    return dict(found)


@given(cases())
@settings(max_examples=60, deadline=None)
def test_a_page_marks_the_strips_that_the_papers_mark(
    case: tuple[Production, Schedule],
) -> None:
    production, schedule = case
    told = meaning_view(production, schedule)["strips"]
    assert {scene: set(one["broken"]) for scene, one in told.items()} == marked(
        production, schedule
    )

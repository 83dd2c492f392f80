"""Check a schedule against every rule of SPEC 3."""

from __future__ import annotations

from collections.abc import Iterator

from daybreak.checking.board import Board, board_of
from daybreak.checking.rules import RULES
from daybreak.checking.violations import RULE_NAMES, Violation
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule


def check(production: Production, schedule: Schedule) -> tuple[Violation, ...]:
    """Give every place where a schedule breaks a rule, sorted.

    Rules that the production ignores are left out; the others carry their level.

    Parameters
    ----------
    production
        What is to be shot.
    schedule
        The stripboard; its cost, bound and hash are not looked at.

    Raises
    ------
    DocumentError
        For every unit or scene that the production does not know.

    Notes
    -----
    SPEC 3, all rules.
    """
    return tuple(sorted(_violations(board_of(production, schedule))))


def _violations(board: Board) -> Iterator[Violation]:
    for rule in RULE_NAMES:
        level = board.facts.production.level(rule)
        if level == "ignored":
            continue
        for found in RULES[rule](board):
            yield Violation(
                rule=rule,
                where=found.where,
                said=found.said,
                limit=found.limit,
                level=level,
            )

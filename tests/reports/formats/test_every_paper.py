"""Every paper of three shoots: its text as agreed, its pages counted and stamped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daybreak.model.production import Production
from daybreak.model.schedule import Schedule
from daybreak.office.paper_source import Source
from daybreak.office.reporting import jobs_of, paper_of
from daybreak.reports.formats.text import text_lines
from daybreak.reports.lines import to_text
from daybreak.reports.papers.kinds import KINDS
from daybreak.reports.papers.paper import Paper
from daybreak.reports.papers.shown import Wanted
from tests.conftest import Compare
from tests.reports.formats.pages import texts
from tests.reports.made_up import crossing, harbor
from tests.reports.papers.shown import shown_of


def _broken() -> tuple[Production, Schedule]:
    """Give the harbor with a night exterior by day, and a pin that is not kept."""
    production, schedule = harbor()
    first = replace(schedule.days[0], strips=("s1", "s2", "s3a"))
    late = replace(schedule.days[2], date=schedule.days[2].date.replace(day=19))
    broken = replace(schedule, days=(first, late), boneyard=("s4", "s6"))
    return production, broken


SHOOTS = {"harbor": harbor, "crossing": crossing, "broken": _broken}
PAIRS = [(kind, shoot) for kind in KINDS for shoot in SHOOTS]


def _paper(kind: str, shoot: str) -> Paper:
    """Give the first paper of a kind, as `daybreak report all` makes it."""
    shown = shown_of(SHOOTS[shoot]())
    source = Source(shown=shown, valid=shoot != "broken", remarks=())
    first = next(one for one in jobs_of(source, Wanted()) if one.kind == kind)
    return paper_of(source, KINDS[kind], first.wanted)


@pytest.mark.parametrize(("kind", "shoot"), PAIRS)
def test_text_of_every_paper_is_as_agreed(
    kind: str, shoot: str, golden: Compare
) -> None:
    """E8."""
    lines = text_lines(_paper(kind, shoot), width=120)
    golden(f"papers/{kind}-{shoot}.txt", to_text(lines))


def test_pages_of_every_paper_are_as_agreed_and_each_is_stamped(
    golden: Compare,
) -> None:
    """E8, E10: no page more or less, and each tells which plan it shows."""
    counted = []
    for kind, shoot in PAIRS:
        paper = _paper(kind, shoot)
        pages = texts(paper)
        assert all(paper.stamp.mark in page for page in pages), (kind, shoot)
        marked = [f"NOT VALID: {paper.warning}" in page for page in pages]
        assert all(marked) if shoot == "broken" else not any(marked), (kind, shoot)
        counted.append(f"{kind:20}{shoot:10}{len(pages)}\n")
    golden("papers/pages.txt", "".join(counted))

"""The list of papers: what each is called, what it shows, in which formats it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from daybreak.reports.papers.costs import costs
from daybreak.reports.papers.day_out_of_days import day_out_of_days_paper
from daybreak.reports.papers.one_liner import one_liner
from daybreak.reports.papers.paper import Paper
from daybreak.reports.papers.shown import Shown

Format = Literal["text", "html", "pdf", "csv", "xlsx", "ics", "svg", "json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of paper.

    Parameters
    ----------
    name
        What ``daybreak report`` calls it.
    shows
        What it shows, in one line for a list.
    make
        Gives the paper.
    formats
        In which formats it is written when all papers are asked for.
    every
        Of what there is one paper each in the folder of all papers.
    """

    name: str
    shows: str
    make: Callable[[Shown], Paper]
    formats: tuple[Format, ...] = ("pdf", "xlsx")
    every: Literal["once", "picture", "person", "day", "category"] = "once"


KINDS: dict[str, Kind] = {
    one.name: one
    for one in (
        Kind(
            name="one-liner",
            shows="a line for each scene by day, what each day comes to, the cast",
            make=one_liner,
            formats=("pdf", "xlsx", "csv"),
        ),
        Kind(
            name="day-out-of-days",
            shows="who works, is held, dropped, travels on which date, with totals",
            make=day_out_of_days_paper,
        ),
        Kind(
            name="costs",
            shows="what the plan costs by line, what each line is made of, the bound",
            make=costs,
        ),
    )
}
"""By name, in the order of a list for people."""

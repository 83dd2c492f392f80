"""What a paper is: which plan it shows, and whether that plan is still the current one.

A stamp tells what a paper was made of; nothing vouches for it. Whoever doubts a paper
makes it anew.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from daybreak.importers.stamped import Stamped, stamped_in_child
from daybreak.model.errors import UsageError
from daybreak.model.files import read_schedule
from daybreak.model.schedule import Schedule
from daybreak.office.asked import is_document
from daybreak.office.paper_age import Age, Judge, Verdict
from daybreak.reports.papers.stamp_reading import StampRead, stamps_in

PathLike = str | os.PathLike[str]
Status = Literal["current", "out of date", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIs:
    """What is known of a file.

    Parameters
    ----------
    file
        Its name.
    kind
        What it is: ``PDF``, ``XLSX`` and so on.
    stamps
        The stamps in it: one, or several where it was pieced together.
    ages
        For each stamp whether it is current; empty where nothing was there to
        compare with.
    remarks
        What else there is to say: pages without a stamp.
    """

    file: str
    kind: str
    stamps: tuple[StampRead, ...]
    ages: tuple[Age, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def status(self) -> Verdict:
        """The worst of what is known: out of date, then unknown, then current."""
        verdicts = {one.verdict for one in self.ages}
        if "out of date" in verdicts:
            return "out of date"
        return "current" if verdicts == {"current"} else "unknown"


def what_is(
    path: PathLike, against: PathLike | None = None, schedule: PathLike | None = None
) -> WhatIs:
    """Give what a paper shows, and how it stands to a plan.

    Parameters
    ----------
    path
        A paper in any format, or a schedule in JSON.
    against
        A document, or a production in JSON with its ``schedule``; None to only ask
        what the file says of itself.

    Raises
    ------
    ImportProblem, DocumentError, UsageError
        When a file cannot be read.
    """
    _refuse_half(against, schedule)
    found = stamped_in_child(Path(path))
    file = Path(path).name
    judge = None if against is None else Judge.of(against, schedule)
    if found.kind == "schedule":
        return _of_schedule(file, read_schedule(path), judge)
    stamps = stamps_in(found.lines)
    ages = tuple(judge.age_of(one) for one in stamps) if judge else ()
    return WhatIs(
        file=file,
        kind=found.kind,
        stamps=stamps,
        ages=ages,
        remarks=tuple(_remarks(found, stamps)),
    )


def _refuse_half(against: PathLike | None, schedule: PathLike | None) -> None:
    if against is None or is_document(against) == (schedule is None):
        return
    name = os.fspath(against)
    if schedule is None:
        raise UsageError(
            f"{name}: a production alone does not say which board is meant.\n"
            "Maybe name the schedule after it, or a .daybreak document."
        )
    raise UsageError(
        f"{name}: a document knows its boards.\nMaybe leave the schedule out."
    )


def _of_schedule(file: str, schedule: Schedule, judge: Judge | None) -> WhatIs:
    """Tell of a schedule in JSON, which bears no stamp."""
    if judge is None:
        remark = "A schedule bears no stamp: name what to compare it with."
        return WhatIs(file=file, kind="schedule", stamps=(), remarks=(remark,))
    age = judge.age_of_schedule(schedule)
    return WhatIs(file=file, kind="schedule", stamps=(), ages=(age,))


def _remarks(found: Stamped, stamps: Sequence[StampRead]) -> list[str]:
    remarks = []
    if not stamps:
        remarks.append("It bears no stamp of Daybreak.")
    elif found.bare:
        some = ", ".join(map(str, found.bare[:10]))
        remarks.append(f"No stamp stands on page {some}.")
    if len(stamps) > 1:
        remarks.append(f"It was pieced together of {len(stamps)} different papers.")
    return remarks

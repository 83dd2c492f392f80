"""Papers of a checked schedule: one of them, or all into a folder."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast, get_args

from daybreak.model.errors import UsageError
from daybreak.model.files import write_bytes
from daybreak.office.paper_jobs import Job, written_by
from daybreak.office.paper_source import Source
from daybreak.office.wishes import nearest
from daybreak.reports.formats.look import Look
from daybreak.reports.formats.signs import remarks_on
from daybreak.reports.papers.kinds import KINDS, Format, Kind
from daybreak.reports.papers.paper import Paper, Picture
from daybreak.reports.papers.shown import Shown, Wanted

ENDINGS: dict[str, Format] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".ics": "ics",
    ".svg": "svg",
    ".json": "json",
    ".uss": "uss",
}
ENDING_OF: dict[Format, str] = {
    form: ending for ending, form in reversed(ENDINGS.items())
}
TEXT_WIDTH = 120
"""Cells of a line in a text file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A paper to be written: as data, with what it was made from, and its look."""

    paper: Paper
    shown: Shown
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was written, and what is not in it as it was typed."""

    kind: str
    form: Format
    path: str
    remarks: tuple[str, ...] = ()


def kind_named(name: str) -> Kind:
    """Give a kind of paper.

    Raises
    ------
    UsageError
        When there is none of that name; it says which is nearest.
    """
    if name in KINDS:
        return KINDS[name]
    near = nearest(name, KINDS)
    hint = f'Did you mean "{near}"? ' if near else ""
    raise UsageError(
        f'There is no paper "{name}".\n{hint}daybreak report --list shows all.'
    )


def format_of(path: str, named: str | None) -> Format:
    """Give the format that is named, or else the one that a file's ending says.

    Raises
    ------
    UsageError
        When neither says one.
    """
    if named is not None:
        if named in get_args(Format):
            return cast(Format, named)
        raise UsageError(
            f"--format {named}: is no format.\nMaybe use one of {', '.join(ENDING_OF)}."
        )
    form = ENDINGS.get(Path(path).suffix.lower())
    if form is None:
        raise UsageError(
            f"{path}: its ending says no format.\n"
            f"Maybe end it with {', '.join(ENDINGS)}, or add --format."
        )
    return form


def paper_of(source: Source, kind: Kind, wanted: Wanted) -> Paper:
    """Give a paper, marked where the schedule breaks rules."""
    shown = replace(source.shown, wanted=wanted)
    return replace(kind.make(shown), warning=source.warning)


def write_paper(
    source: Source,
    kind: Kind,
    wanted: Wanted,
    path: str,
    *,
    form: Format,
    look: Look,
) -> Written:
    """Write one paper to a file; ``-`` is standard output.

    Raises
    ------
    UsageError
        When it cannot be written, or the paper has no such format.
    """
    order = Order(
        paper=paper_of(source, kind, wanted),
        shown=replace(source.shown, wanted=wanted),
        look=look,
    )
    write_bytes(content(order, form), path)
    remarks = remarks_on(order.paper)
    return Written(kind=kind.name, form=form, path=path, remarks=remarks)


def write_all(
    source: Source, wanted: Wanted, folder: str, *, look: Look
) -> Iterator[Written]:
    """Write every paper into a folder; yield each file when it is there.

    Files of the same names are replaced, others stay.

    Raises
    ------
    UsageError
        When the folder cannot be made or written.
    """
    _make_folder(folder)
    jobs = jobs_of(source, wanted)
    write = Writer(source=source, folder=folder, look=look)
    for files in written_by(write, jobs, scenes=len(source.shown.production.scenes)):
        yield from files


def jobs_of(source: Source, wanted: Wanted) -> list[Job]:
    """Give every paper that there is of a schedule."""
    return [
        Job(kind=kind.name, part=part, wanted=narrowed)
        for kind in KINDS.values()
        for part, narrowed in _parts(source.shown, kind, kind.fitting(wanted))
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes papers of one schedule into one folder, in all their formats."""

    source: Source
    folder: str
    look: Look

    def __call__(self, job: Job) -> tuple[Written, ...]:
        """Write one paper in each of its formats."""
        kind = KINDS[job.kind]
        order = Order(
            paper=paper_of(self.source, kind, job.wanted),
            shown=replace(self.source.shown, wanted=job.wanted),
            look=self.look,
        )
        place = _place(self.folder, kind, job.part)
        _make_folder(os.path.dirname(place))
        made = []
        for form in kind.formats:
            path = place + ENDING_OF[form]
            write_bytes(content(order, form), path)
            remarks = remarks_on(order.paper) if form == kind.formats[0] else ()
            made.append(Written(kind=kind.name, form=form, path=path, remarks=remarks))
        return tuple(made)


def _place(folder: str, kind: Kind, part: str) -> str:
    """Give the path of a paper without its ending: many of a kind share a folder."""
    name = f"{kind.name}-{part}" if part else kind.name
    under = kind.name if kind.every in ("person", "day") else ""
    return os.path.join(folder, under, name)


def _make_folder(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{folder}: {reason} - nothing was written there") from None


def _parts(shown: Shown, kind: Kind, wanted: Wanted) -> Iterator[tuple[str, Wanted]]:
    """Yield what there is one paper of each, as part of a file name, and its wish."""
    if kind.every == "once":
        yield "", wanted
    elif kind.every == "picture":
        yield "", wanted
        if len(shown.production.pictures) > 1 and wanted.picture is None:
            for one in shown.production.pictures:
                yield one.id, replace(wanted, picture=one.id)
    elif kind.every == "person":
        yield from _people(shown, wanted)
    elif kind.every == "day":
        yield from _days(shown, wanted)
    else:
        yield from _categories(shown, wanted)


def _people(shown: Shown, wanted: Wanted) -> Iterator[tuple[str, Wanted]]:
    cast = {one for scene in shown.production.scenes for one in scene.cast}
    for person in shown.production.people:
        if person.id in cast and wanted.person in (None, person.id):
            yield person.id, replace(wanted, person=person.id)


def _days(shown: Shown, wanted: Wanted) -> Iterator[tuple[str, Wanted]]:
    """Yield each unit's day on the date that is asked for, else on its first one.

    Papers of a day are made the night before, not months ahead.
    """
    begun: set[str] = set()
    has_units = len({one.unit for one in shown.schedule.days}) > 1
    for day in shown.schedule.in_order():
        is_next = (
            day.unit not in begun if wanted.day is None else day.date == wanted.day
        )
        if not is_next or wanted.unit not in (None, day.unit):
            continue
        begun.add(day.unit)
        part = f"{day.date}-{day.unit}" if has_units else f"{day.date}"
        yield part, replace(wanted, day=day.date, unit=day.unit)


def _categories(shown: Shown, wanted: Wanted) -> Iterator[tuple[str, Wanted]]:
    used: set[str] = set()
    for category in dict.fromkeys(one.category for one in shown.production.elements):
        if wanted.category in (None, category):
            part = _file_part(category, used)
            yield part, replace(wanted, category=category)


def _file_part(text: str, used: set[str]) -> str:
    """Give words as part of a file name: plain letters and digits, each only once."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = "".join(one if one.isalnum() else " " for one in plain.lower()).split()
    part = whole = "-".join(words)[:60] or "other"
    number = 1
    while part in used:
        number += 1
        part = f"{whole}-{number}"
    used.add(part)
    return part


# --- formats ------------------------------------------------------------------------


def content(order: Order, form: Format) -> bytes:
    """Give a paper in a format.

    Raises
    ------
    UsageError
        When the paper has nothing to show in it.
    """
    if form not in WRITERS:
        raise UsageError(f"{form}: papers cannot be written as that yet.")
    return WRITERS[form](order)


def _text(order: Order) -> bytes:
    from daybreak.reports.formats.text import (  # slow import: one format  # noqa: PLC0415
        text_lines,
    )
    from daybreak.reports.lines import to_text  # slow import: one format  # noqa: PLC0415

    return to_text(text_lines(order.paper, width=TEXT_WIDTH)).encode()


def _json(order: Order) -> bytes:
    from daybreak.reports.formats.json import (  # slow import: one format  # noqa: PLC0415
        to_json,
    )

    return to_json(order.paper).encode()


def _pdf(order: Order) -> bytes:
    from daybreak.reports.formats.pdf import (  # slow import: one format  # noqa: PLC0415
        to_pdf,
    )

    return to_pdf(order.paper, order.look)


def _html(order: Order) -> bytes:
    from daybreak.reports.formats.html import (  # slow import: one format  # noqa: PLC0415
        to_html,
    )

    return to_html(order.paper, order.look).encode()


def _xlsx(order: Order) -> bytes:
    from daybreak.reports.formats.xlsx import (  # slow import: one format  # noqa: PLC0415
        to_xlsx,
    )

    return to_xlsx(order.paper, order.look)


def _csv(order: Order) -> bytes:
    from daybreak.reports.formats.csv import (  # slow import: one format  # noqa: PLC0415
        to_csv,
    )

    return to_csv(order.paper)


def _uss(order: Order) -> bytes:
    from daybreak.reports.formats.uss import (  # slow import: one format  # noqa: PLC0415
        to_uss,
    )

    if order.paper.kind != "uss":
        raise UsageError(
            f"{order.paper.kind}: a schedule file is no format of a paper.\n"
            "Maybe write: daybreak report uss production.json schedule.json -o x.uss"
        )
    return to_uss(order.shown)


def _ics(order: Order) -> bytes:
    from daybreak.reports.formats.ics import (  # slow import: one format  # noqa: PLC0415
        to_ics,
    )

    paper = order.paper
    if "ics" not in KINDS[paper.kind].formats:
        calendars = [one.name for one in KINDS.values() if "ics" in one.formats]
        raise UsageError(
            f"{paper.kind}: is no calendar.\nMaybe make one of {', '.join(calendars)}."
        )
    cast = paper.kind != "unit-calendar"
    return to_ics(order.shown, cast=cast, warning=paper.warning)


def _svg(order: Order) -> bytes:
    for section in order.paper.sections:
        for block in section.blocks:
            if isinstance(block, Picture):
                return block.svg.encode()
    raise UsageError(
        f"{order.paper.kind}: has no picture.\nMaybe write it as .pdf or .html."
    )


WRITERS: dict[Format, Callable[[Order], bytes]] = {
    "text": _text,
    "html": _html,
    "pdf": _pdf,
    "json": _json,
    "svg": _svg,
    "xlsx": _xlsx,
    "csv": _csv,
    "ics": _ics,
    "uss": _uss,
}
"""What writes each format."""

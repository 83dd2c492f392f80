"""What runs say, written: a paper in any format, or one JSON object."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from daybreak.model.files import write_bytes
from daybreak.office.reporting import Order, content, format_of
from daybreak.office.risk import Risk
from daybreak.reports.formats.look import Look
from daybreak.reports.risk_rows import ReplanRow


def write_paper(risk: Risk, path: str, *, form: str | None = None) -> None:
    """Write the paper of some runs to a file; ``-`` is standard output.

    Raises
    ------
    UsageError
        When it cannot be written, or its ending says no format.
    """
    found = format_of(path, form)
    order = Order(paper=risk.paper(), shown=risk.source.shown, look=Look())
    write_bytes(content(order, found), path)


def as_json(risk: Risk) -> dict[str, Any]:
    """Give everything that runs say as a JSON object."""
    rows = risk.rows()
    told = asdict(rows)
    told["assumptions"] = [
        {"what": what, "assumed": said} for what, said in rows.assumptions
    ]
    told["notes"] = [*told.pop("findings"), *rows.notes]
    for picture, found in zip(told["pictures"], risk.summary.pictures, strict=True):
        picture["id"] = found.picture.id
        picture["needs"] = [
            {"share": share, "days": days} for share, days in picture["needs"]
        ]
        picture["waits"] = [
            {"strip": strip, "share": share} for strip, share in picture["waits"]
        ]
    if rows.replans is not None:
        told["replans"]["rows"] = [_replan(one) for one in rows.replans.rows]
    return {
        "ok": True,
        "valid": risk.source.valid,
        "again": risk.again,
        "breaking": asdict(risk.summary.breaking),
        "broken": dict(risk.summary.broken),
        **told,
    }


def _replan(row: ReplanRow) -> dict[str, Any]:
    """Give a replanned run with what was lost and won back."""
    told = asdict(row)
    for picture, found in zip(told["pictures"], row.pictures, strict=True):
        picture |= {"lost": found.lost, "won": found.won}
    return told

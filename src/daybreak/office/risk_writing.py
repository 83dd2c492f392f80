"""What runs say, written: a paper in any format, or one JSON object."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from daybreak.model.files import write_bytes
from daybreak.office.reporting import Order, content, format_of
from daybreak.office.risk import Risk
from daybreak.office.risk_papers import rows_of
from daybreak.reports.formats.look import Look


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
    rows = rows_of(risk.bet, risk.summary, asked=risk.asked, notes=risk.notes)
    told = asdict(rows)
    told["assumptions"] = [
        {"what": what, "assumed": said} for what, said in rows.assumptions
    ]
    for picture, found in zip(told["pictures"], risk.summary.pictures, strict=True):
        picture["id"] = found.picture.id
        picture["needs"] = [
            {"share": share, "days": days} for share, days in picture["needs"]
        ]
        picture["waits"] = [
            {"strip": strip, "share": share} for strip, share in picture["waits"]
        ]
    return {
        "ok": True,
        "valid": risk.source.valid,
        "again": risk.again,
        "breaking": asdict(risk.summary.breaking),
        "broken": dict(risk.summary.broken),
        **told,
    }

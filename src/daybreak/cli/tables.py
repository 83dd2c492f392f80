"""Small tables of text: columns as wide as they need, empty ones left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from daybreak.cli.speech import out
from daybreak.reports.cells import left, width_of
from daybreak.reports.phrases import show_date

if TYPE_CHECKING:
    from daybreak.store.entry import Entry


def small_table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Write rows below their heads; nothing where there is none."""
    if not rows:
        return
    columns = zip(head, *rows, strict=True)
    wide = [max(map(width_of, one)) if any(one[1:]) else 0 for one in columns]
    for row in (head, *rows):
        cells = [left(cell, size) for cell, size in zip(row, wide, strict=True) if size]
        out("  ".join(cells).rstrip() + "\n")
    out("\n")


def history_table(entries: Sequence[Entry]) -> None:
    """Write what was done to a board or scenario, by whom and when."""
    rows = [
        (
            str(one.seq),
            "undo" if one.undoes is not None else one.action,
            show_date(one.entered_at.date()),
            one.entered_by,
            one.note,
        )
        for one in entries
    ]
    small_table(("entry", "what", "when", "by", "note"), rows)

"""Pictures on a plan: wrap, post-production, delivery, release, streaming."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daybreak.reports.drawing.plan_frame import Frame, Sign
from daybreak.reports.drawing.plan_look import (
    FAINT,
    INK,
    LATE,
    LATE_HATCH,
    PICTURE,
    POST_HATCH,
)
from daybreak.reports.drawing.plan_rows import PictureRow, PlanRows
from daybreak.reports.drawing.svg import text_width
from daybreak.reports.phrases import MONTHS, count_of

BETWEEN = 5.0
"""Points between two labels."""
Label = tuple[float, str, str]
"""Where a mark is, what is said of it, in which color."""


def draw_picture(frame: Frame, row: PictureRow, y: float, *, several: bool) -> float:
    """Draw a picture and give where its row ends."""
    frame.name(
        f"{row.letter}  {row.title}" if several else row.title,
        y + 11,
        size=9,
        bold=True,
    )
    middle = y + 8
    frame.sheet.line((frame.left, middle), (frame.right, middle), color="#E8E8E8")
    if row.wrap and row.delivered:
        _bar(frame, frame.span(row.wrap, row.wrap)[1], row.delivered, middle)
    if row.release and row.delivered:
        if row.late:
            left, right = frame.axis.x(row.release), frame.axis.x(row.delivered)
            frame.sheet.rect(
                *(left, middle - 4), width=right - left, height=8, fill=LATE_HATCH
            )
            frame.count(f"{count_of(row.late, 'day')} late", y + 11, color=LATE)
        else:
            frame.count("in time", y + 11)
    _labels(frame, list(_marks(frame, row, middle)), middle + 13)
    return y + PICTURE


def release_signs(rows: PlanRows) -> Iterator[Sign]:
    """Yield what the signs of pictures mean."""
    if any(row.wrap != row.delivered for row in rows.pictures):
        yield Sign(said="post-production", fill=POST_HATCH, line=FAINT)
    if any(row.late for row in rows.pictures):
        yield Sign(said="delivered after its release", fill=LATE_HATCH, line=LATE)


def _bar(frame: Frame, left: float, delivered: date, middle: float) -> None:
    frame.sheet.rect(
        *(left, middle - 4),
        width=frame.axis.x(delivered) - left,
        height=8,
        fill=POST_HATCH,
        line=FAINT,
    )


def _marks(frame: Frame, row: PictureRow, middle: float) -> Iterator[Label]:
    """Draw the mark of each date that is known, and yield what is said of it."""
    sheet, axis = frame.sheet, frame.axis
    color = LATE if row.late else INK
    if row.wrap:
        x = frame.span(row.wrap, row.wrap)[1]
        sheet.rect(x - 1.2, middle - 7, width=2.4, height=14, fill=INK)
        yield x, f"wrap {_short(row.wrap)}", INK
    if row.delivered and row.delivered != row.wrap:
        x = axis.x(row.delivered)
        points = [(x - 4, middle - 5), (x + 4, middle - 5), (x, middle + 4)]
        sheet.shape(points, fill=color)
        yield x, f"delivered {_short(row.delivered)}", color
    if row.release:
        x = axis.x(row.release)
        points = [(x, middle - 6), (x + 6, middle), (x, middle + 6), (x - 6, middle)]
        sheet.shape(points, fill=INK)
        yield x, f"release {_short(row.release)}", INK
    if row.streaming:
        x = axis.x(row.streaming)
        sheet.circle(x, middle, 4.5, line=INK)
        yield x, f"streaming {_short(row.streaming)}", INK


def _labels(frame: Frame, labels: Sequence[Label], y: float) -> None:
    """Write labels under their marks, moved so that none covers another."""
    for start, said, color in spread(labels, left=frame.left, right=frame.edge):
        frame.sheet.text(start, y, said, size=7, color=color)


def spread(labels: Sequence[Label], *, left: float, right: float) -> list[Label]:
    """Give labels with where each begins: in the middle under its mark.

    Those that would touch stand side by side, together in the middle under their
    marks; between the edges, as far as there is room.
    """
    groups: list[list[Label]] = []
    for label in sorted(labels):
        groups.append([label])
        while len(groups) > 1 and _end(groups[-2]) > _start(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    placed = []
    for group in groups:
        x = max(left, min(_start(group), right - _width(group)))
        for _, said, color in group:
            placed.append((x, said, color))
            x += text_width(said, 7) + BETWEEN
    return placed


def _width(group: Sequence[Label]) -> float:
    words = sum(text_width(said, 7) for _, said, _ in group)
    return words + BETWEEN * (len(group) - 1)


def _start(group: Sequence[Label]) -> float:
    marks = sum(x for x, _, _ in group) / len(group)
    return marks - _width(group) / 2


def _end(group: Sequence[Label]) -> float:
    return _start(group) + _width(group) + BETWEEN


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

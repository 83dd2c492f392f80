"""Tables as HTML: a body for each group, so that a day is printed together."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from daybreak.reports.formats.plain import plain
from daybreak.reports.formats.values import align_of, read_columns, show
from daybreak.reports.papers.paper import Bar, Column, Row, Table


def table_html(table: Table, currency: str) -> Iterator[str]:
    """Yield a table as HTML, every text escaped."""
    rows = [one for group in table.groups for one in group.rows]
    if not rows and not table.totals:
        yield f'<p class="text s-soft">{escape(plain(table.empty))}</p>\n'
        return
    places = read_columns(table)
    columns = [table.columns[place] for place in places]
    boxed = ' class="boxed"' if table.boxed else ""
    yield f'<div class="scroll"><table{boxed}>\n<thead><tr>'
    for column in columns:
        yield f"<th{_class(column)}><span>{escape(plain(column.label))}</span></th>"
    yield "</tr></thead>\n"
    for group in table.groups:
        kept = ' class="keep"' if len(group.rows) > 1 else ""
        yield f"<tbody{kept}>\n"
        for one in group.rows:
            if isinstance(one, Bar):
                yield _bar(one, len(columns))
            else:
                yield from _row(one, table, places, currency)
        yield "</tbody>\n"
    if table.totals:
        yield "<tfoot>\n"
        for total in table.totals:
            yield from _row(total, table, places, currency)
        yield "</tfoot>\n"
    yield "</table></div>\n"


def _class(column: Column, style: str = "") -> str:
    names = [f"s-{style}"] if style else []
    if column.turned:
        names.append("up")
    if align_of(column) != "left":
        names.append(align_of(column))
    elif column.form != "text":
        names.append("whole")
    return f' class="{escape(" ".join(names))}"' if names else ""


def _bar(bar: Bar, columns: int) -> str:
    left, right = escape(plain(bar.left)), escape(plain(bar.right))
    return (
        f'<tr class="bar s-{escape(bar.style)}"><td colspan="{columns}"><div>'
        f"<b>{left}</b><span>{right}</span></div></td></tr>\n"
    )


def _row(row: Row, table: Table, places: list[int], currency: str) -> Iterator[str]:
    style = f' class="s-{escape(row.style)}"' if row.style else ""
    yield f"<tr{style}>"
    for place in places:
        cell, column = row.cells[place], table.columns[place]
        text = escape(plain(show(cell.value, column.form, currency)))
        yield f"<td{_class(column, cell.style)}>{text}</td>"
    yield "</tr>\n"
    more = f" s-{escape(row.style)}" if row.style else ""
    for note in row.notes:
        text = escape(plain(note))
        yield f'<tr class="note{more}"><td colspan="{len(places)}">{text}</td></tr>\n'

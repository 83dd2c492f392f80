"""Signs that no file can hold: replaced where a paper is written, and reported.

Text is kept exactly, to the last blank, but for control characters, halves of
character pairs and non-characters, which neither XML nor a text file may carry. Each
becomes U+FFFD, the sign for a lost character, and whoever asked for the paper is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from daybreak.reports.cells import clean, clip
from daybreak.reports.papers.paper import (
    Bar,
    Block,
    Facts,
    Legend,
    Paper,
    Picture,
    Row,
    Table,
    Text,
)
from daybreak.reports.phrases import count_of

LOST = "\ufffd"
UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TOLD_MOST = 3
TOLD_WIDTH = 40


def held(text: str) -> str:
    r"""Give text that a file can hold: what it cannot is U+FFFD, the rest as it is.

    Examples
    --------
    >>> held("Bar\x0b at\tnoon") == "Bar\ufffd at\\tnoon"
    True
    """
    return text if text.isprintable() else UNHELD.sub(LOST, text)


def remarks_on(paper: Paper) -> tuple[str, ...]:
    """Say which texts of a paper hold signs that no file can; none mostly.

    Notes
    -----
    The first few texts are told, the others counted.
    """
    wrong = dict.fromkeys(one for one in _texts(paper) if UNHELD.search(one))
    if not wrong:
        return ()
    told = ", ".join(f'"{clip(clean(one), TOLD_WIDTH)}"' for one in _few(wrong))
    more = f" and {len(wrong) - TOLD_MOST} more" if len(wrong) > TOLD_MOST else ""
    return (
        f"{paper.title}: {count_of(len(wrong), 'text')} with signs that no file can "
        f"hold, shown as {LOST}: {told}{more} - type them anew in the production.",
    )


def _few(texts: Iterable[str]) -> list[str]:
    return list(texts)[:TOLD_MOST]


def _texts(paper: Paper) -> Iterable[str]:
    yield from (paper.title, paper.subtitle, paper.stamp.said)
    for section in paper.sections:
        yield section.title
        for block in section.blocks:
            yield from _texts_of_block(block)


def _texts_of_block(block: Block) -> Iterable[str]:
    match block:
        case Table():
            yield from _texts_of_table(block)
        case Facts():
            yield block.title
            for fact in block.facts:
                yield from (fact.label, fact.value)
        case Text():
            yield from (block.title, *block.paragraphs)
        case Picture():
            yield block.says
        case Legend():
            yield from (one.label for one in block.swatches)


def _texts_of_table(table: Table) -> Iterable[str]:
    yield from (table.title, *(one.label for one in table.columns))
    for group in table.groups:
        for row in group.rows:
            yield from (row.left, row.right) if isinstance(row, Bar) else _of(row)
    for row in table.totals:
        yield from _of(row)


def _of(row: Row) -> Iterable[str]:
    yield from (one.value for one in row.cells if isinstance(one.value, str))
    yield from row.notes

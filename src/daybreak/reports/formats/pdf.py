"""Papers as PDF, set by Typst with templates of our own.

Data reaches a template as JSON and stays data: no text of a paper is ever read as
markup. Fonts are those of the package alone, so the same paper gives the same bytes on
every machine. Nothing is fetched.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from daybreak.reports.formats.inks import chip_of, inks
from daybreak.reports.formats.look import Look, Size
from daybreak.reports.formats.pdf_table import table_data
from daybreak.reports.formats.plain import plain
from daybreak.reports.papers.paper import (
    Block,
    Facts,
    Legend,
    Paper,
    Picture,
    Section,
    Table,
    Text,
)

HERE = Path(__file__).parent
TEMPLATES, FONTS = HERE / "templates", HERE / "fonts"
MARGIN, HEAD, FOOT = 34.0, 66.0, 40.0
"""Of a page, in points: at each side, above, below."""
SHEETS: dict[Size, tuple[float, float]] = {
    "a4": (595.28, 841.89),
    "letter": (612.0, 792.0),
    "a3": (841.89, 1190.55),
    "tabloid": (792.0, 1224.0),
}
"""Width and height in points, upright."""


def to_pdf(paper: Paper, look: Look) -> bytes:
    """Give a paper as PDF.

    Notes
    -----
    RELIABILITY E4, E8, E10: text exact, same bytes twice, the stamp on every page.
    """
    made: Any = _compiler().compile(
        format="pdf",
        sys_inputs=_inputs(paper, look),
        pdf_tags=False,  # ten times the size; a page of HTML reads aloud better
        timestamp=int(paper.stamp.made.timestamp()),
    )
    return bytes(made)


def to_pictures(paper: Paper, look: Look, *, dots_per_inch: float) -> list[bytes]:
    """Give the pages of the PDF as PNG pictures."""
    made: Any = _compiler().compile(
        format="png",
        sys_inputs=_inputs(paper, look),
        ppi=dots_per_inch,
        timestamp=int(paper.stamp.made.timestamp()),
    )
    return [bytes(one) for one in (made if isinstance(made, list) else [made])]


def _inputs(paper: Paper, look: Look) -> dict[str, str]:
    data = json.dumps(paper_for_typst(paper, look), ensure_ascii=False)
    styles = {name: asdict(ink) for name, ink in inks(look).items()}
    return {"paper": data, "styles": json.dumps(styles)}


@cache
def _compiler() -> typst.Compiler:
    """Give the one compiler; fonts are read once."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    return typst.Compiler(
        TEMPLATES / "paper.typ",
        root=TEMPLATES,
        font_paths=fonts,
        ignore_system_fonts=True,
    )


def paper_for_typst(paper: Paper, look: Look) -> dict[str, Any]:
    """Give a paper as the template reads it: texts as shown, sizes in points."""
    wide, high = SHEETS[look.size_of(paper)]
    if paper.landscape:
        wide, high = high, wide
    stamp = paper.stamp
    room = (wide - 2 * MARGIN, high - HEAD - FOOT)
    return {
        "page": {
            "width": wide,
            "height": high,
            "margin": MARGIN,
            "head": HEAD,
            "foot": FOOT,
        },
        "title": plain(paper.title),
        "subtitle": plain(paper.subtitle),
        "warning": plain(paper.warning),
        "production": plain(stamp.production),
        "board": plain(stamp.headed),
        "revision": plain(stamp.revision),
        "chip": chip_of(stamp.color) if stamp.color and not look.grey else "",
        "said": plain(stamp.said),
        "mark": stamp.mark,
        "sections": [_section(one, paper.currency, room) for one in paper.sections],
    }


def _section(
    section: Section, currency: str, room: tuple[float, float]
) -> dict[str, Any]:
    return {
        "title": plain(section.title),
        "new_page": section.new_page,
        "together": section.together,
        "blocks": [_block(one, currency, room) for one in section.read],
    }


def _block(block: Block, currency: str, room: tuple[float, float]) -> dict[str, Any]:
    match block:
        case Table():
            return table_data(block, currency, width=room[0], height=room[1])
        case Facts():
            return {
                "block": "facts",
                "title": plain(block.title),
                "columns": block.columns,
                "facts": [
                    [plain(one.label), plain(one.value), one.is_missing]
                    for one in block.facts
                ],
            }
        case Text():
            return {
                "block": "text",
                "title": plain(block.title),
                "style": block.style,
                "paragraphs": [plain(one) for one in block.paragraphs],
            }
        case Picture():
            return _picture(block, room)
        case Legend():
            return {
                "block": "legend",
                "swatches": [
                    [one.style, plain(one.label), plain(one.code)]
                    for one in block.swatches
                ],
            }


def _picture(picture: Picture, room: tuple[float, float]) -> dict[str, Any]:
    """Give a drawing as large as the page has room for, in its own proportions."""
    scale = min(room[0] / picture.width, room[1] * 0.97 / picture.height)
    return {
        "block": "picture",
        "svg": picture.svg,
        "says": plain(picture.says),
        "width": round(picture.width * scale, 2),
        "height": round(picture.height * scale, 2),
    }

"""Papers as one HTML file: no script, nothing fetched, every text escaped.

A drawing stands in it as an image, in which no browser runs anything; a policy forbids
the rest. Light and dark follow the reader's system, and it prints as it should.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from daybreak.reports.colors import INK
from daybreak.reports.formats.html_table import table_html
from daybreak.reports.formats.inks import Ink, chip_of, inks
from daybreak.reports.formats.look import Look, Size
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

STYLESHEET = Path(__file__).parent / "templates" / "paper.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
SHEETS: dict[Size, str] = {
    "a4": "A4",
    "letter": "letter",
    "a3": "A3",
    "tabloid": "ledger",
}
PATTERNS = {
    "": "",
    "lines": "background-image:repeating-linear-gradient(135deg,#bdbdbd 0 1px,"
    "transparent 1px 5px);",
    "dots": "background-image:radial-gradient(#a8a8a8 1px,transparent 1px);"
    "background-size:5px 5px;",
}


def to_html(paper: Paper, look: Look) -> str:
    """Give a paper as an HTML document (RELIABILITY E7)."""
    return "".join(_parts(paper, look))


def _parts(paper: Paper, look: Look) -> Iterator[str]:
    title = escape(plain(f"{paper.stamp.production}: {paper.title}"))
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
    yield f'<meta name="daybreak-stamp" content="{escape(paper.stamp.mark)}">\n'
    yield f"<title>{title}</title>\n<style>\n{_stylesheet()}"
    yield f"{_styles(paper, look)}</style>\n</head>\n<body>\n"
    yield from _head(paper)
    yield "<main>\n"
    for section in paper.sections:
        yield from _section(section, paper.currency)
    yield f"</main>\n<footer>{escape(plain(paper.stamp.said))}</footer>\n"
    yield "</body>\n</html>\n"


@cache
def _stylesheet() -> str:
    return STYLESHEET.read_text(encoding="utf-8")


def _styles(paper: Paper, look: Look) -> str:
    sheet = SHEETS[look.size_of(paper)]
    turn = "landscape" if paper.landscape else "portrait"
    foot = "font:6.5pt sans-serif;color:#55585e;vertical-align:top;padding-top:2mm;"
    page = (
        f"@page {{ size: {sheet} {turn}; margin: 12mm 12mm 14mm; "
        f"@bottom-left {{ {foot} content: {_string(plain(paper.stamp.said))}; }} "
        f'@bottom-right {{ {foot} content: "Page " counter(page) " of " '
        "counter(pages); } }\n"
    )
    rules = [
        f".s-{name}{{{_rule(ink)}}}\n"
        for name, ink in inks(look).items()
        if name and (ink.ground or ink.bold or name == "away")
    ]
    return page + "".join(rules)


def _string(text: str) -> str:
    """Give a text as a string of CSS: whatever is no letter or digit by its number."""
    signs = (
        one if one.isascii() and one.isalnum() else f"\\{ord(one):06x}" for one in text
    )
    return '"' + "".join(signs) + '"'


def _rule(ink: Ink) -> str:
    weight = "font-weight:600;" if ink.bold else ""
    if not ink.ground:
        return weight + (f"color:{ink.text};" if ink.text != INK else "")
    colors = f"color:{ink.text};background-color:{ink.ground};"
    return colors + PATTERNS[ink.pattern] + weight


def _head(paper: Paper) -> Iterator[str]:
    stamp = paper.stamp
    small = f"<small>{escape(plain(paper.subtitle))}</small>" if paper.subtitle else ""
    ground = f' style="background:{chip_of(stamp.color)}"' if stamp.color else ""
    yield f"<header>\n<h1>{escape(plain(paper.title))}{small}</h1>\n<p>"
    if paper.warning:
        warning = escape(plain(paper.warning))
        yield f'<span class="warning">NOT VALID: {warning}</span>'
    yield f'<span class="chip"{ground}>{escape(plain(stamp.revision))}</span></p>\n'
    yield f'<p class="production">{escape(plain(stamp.production))}</p>\n'
    yield f'<p class="board">{escape(plain(stamp.headed))}</p>\n</header>\n'


def _section(section: Section, currency: str) -> Iterator[str]:
    named = ["new-page"] * section.new_page + ["together"] * section.together
    classes = f' class="{" ".join(named)}"' if named else ""
    yield f"<section{classes}>\n"
    if section.title:
        yield f"<h2>{escape(plain(section.title))}</h2>\n"
    for block in section.read:
        yield from _block(block, currency)
    yield "</section>\n"


def _block(block: Block, currency: str) -> Iterator[str]:
    title = "" if isinstance(block, Legend | Picture) else block.title
    if title:
        yield f"<h3>{escape(plain(title))}</h3>\n"
    match block:
        case Table():
            yield from table_html(block, currency)
        case Facts():
            yield from _facts(block)
        case Text():
            for one in block.paragraphs:
                yield f'<p class="text s-{block.style}">{escape(plain(one))}</p>\n'
        case Picture():
            data = b64encode(block.svg.encode()).decode()
            says = escape(plain(block.says))
            yield f'<img alt="{says}" src="data:image/svg+xml;base64,{data}">\n'
        case Legend():
            yield from _legend(block)


def _facts(facts: Facts) -> Iterator[str]:
    across = f"grid-template-columns:repeat({facts.columns},1fr)"
    yield f'<dl style="{across}">\n'
    for one in facts.facts:
        kind = ' class="missing"' if one.is_missing else ""
        yield f"<div><dt>{escape(plain(one.label))}</dt>"
        yield f"<dd{kind}>{escape(plain(one.value))}</dd></div>\n"
    yield "</dl>\n"


def _legend(legend: Legend) -> Iterator[str]:
    yield '<ul class="legend">\n'
    for one in legend.swatches:
        code = escape(plain(one.code)) or "&nbsp;"
        label = escape(plain(one.label))
        yield f'<li><i class="s-{one.style}">{code}</i>{label}</li>\n'
    yield "</ul>\n"

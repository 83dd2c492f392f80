"""Papers as lines of a terminal, in the styles of `daybreak.reports.colors`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daybreak.reports.cells import clean, left, width_of, wrap
from daybreak.reports.formats.text_table import table_lines
from daybreak.reports.lines import Line, Span, line
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

BETWEEN = 2


def text_lines(paper: Paper, *, width: int) -> list[Line]:
    """Give a paper as lines of at most ``width`` cells."""
    made = _wrapped(f"{paper.stamp.production}: {paper.title}", width, "title")
    made += _wrapped(paper.subtitle, width, "") if paper.subtitle else []
    told = f"{paper.stamp.headed} · {paper.stamp.revision}"
    made += _wrapped(told, width, "soft")
    if paper.warning:
        made += _wrapped(f"NOT VALID: {paper.warning}", width, "conflict")
    for section in paper.sections:
        made += _section_lines(section, paper.currency, width)
    return [*made, line(), *_wrapped(paper.stamp.said, width, "soft")]


def _section_lines(section: Section, currency: str, width: int) -> Iterator[Line]:
    if section.title:
        yield line()
        yield from _wrapped(section.title, width, "title")
    for block in section.read:
        yield line()
        yield from _block_lines(block, currency, width)


def _block_lines(block: Block, currency: str, width: int) -> Iterator[Line]:
    title = "" if isinstance(block, Legend | Picture) else block.title
    if title:
        yield from _wrapped(title, width, "title")
    match block:
        case Table():
            yield from table_lines(block, currency=currency, width=width)
        case Facts():
            yield from _facts_lines(block, width)
        case Text():
            for paragraph in block.paragraphs:
                yield from _wrapped(paragraph, width, block.style)
        case Picture():
            yield from _wrapped(f"[{block.says}]", width, "soft")
        case Legend():
            yield from _legend_lines(block, width)


def _wrapped(text: str, width: int, style: str) -> list[Line]:
    """Give a paragraph; its own line breaks are kept."""
    return [
        line(one, style)
        for part in text.splitlines() or [""]
        for one in wrap(clean(part).split(), width)
    ]


def _facts_lines(facts: Facts, width: int) -> Iterator[Line]:
    across = max(1, min(facts.columns, width // 30))
    each = (width - BETWEEN * (across - 1)) // across
    for start in range(0, len(facts.facts), across):
        row = facts.facts[start : start + across]
        labels = max(width_of(clean(one.label)) for one in facts.facts)
        taken = min(labels, each // 2)
        wrapped = [_value_lines(one.value, each - taken - 1) for one in row]
        for place in range(max(map(len, wrapped))):
            spans: list[Span] = []
            for fact, values in zip(row, wrapped, strict=True):
                label = clean(fact.label) if place == 0 else ""
                value = values[place] if place < len(values) else ""
                style = "away" if fact.is_missing else ""
                spans += [
                    Span(left(label, taken) + " ", "soft"),
                    Span(left(value, each - taken - 1), style),
                    Span(" " * BETWEEN),
                ]
            yield Line(tuple(spans[:-1]))


def _value_lines(value: str, width: int) -> list[str]:
    """Give what is known of a fact: each of its lines begins a line."""
    told = value.split("\n")
    return [text for one in told for text in wrap(clean(one).split(), width)]


def _legend_lines(legend: Legend, width: int) -> Iterator[Line]:
    spans: list[Span] = []
    used = 0
    for one in legend.swatches:
        sample, label = f" {clean(one.code) or ' '} ", f" {clean(one.label)}   "
        size = width_of(sample) + width_of(label)
        if spans and used + size > width + 3:
            yield _cut(spans, width)
            spans, used = [], 0
        spans += [Span(sample, one.style), Span(label)]
        used += size
    if spans:
        yield _cut(spans, width)


def _cut(spans: Sequence[Span], width: int) -> Line:
    """Give spans as a line of at most ``width`` cells."""
    made: list[Span] = []
    room = width
    last = Span(spans[-1].text.rstrip(), spans[-1].style)
    for span in (*spans[:-1], last):
        size = width_of(span.text)
        text = span.text if size <= room else left(span.text, room)
        made.append(Span(text, span.style))
        room -= width_of(text)
        if room <= 0:
            break
    return Line(tuple(made))

"""Reading takes time in proportion to the text, whatever the text."""

from __future__ import annotations

import ast
import gc
import time
from datetime import date
from pathlib import Path

import pytest

import daybreak.importers
from daybreak.importers.breakdown import import_scripts
from daybreak.importers.fdx import parse_fdx
from daybreak.importers.fountain import parse_fountain
from daybreak.importers.limits import Limits

WIDE = Limits(line_bytes=100_000_000, lines=100_000_000, scenes=100_000_000)
UNITS = [
    "[[",
    "[[ a ]] ",
    "> ",
    "/*",
    "/* a */ ",
    "***",
    "#",
    " ",
    "\t",
    "(",
    "a-",
    "\\",
    "INT. ",
    "^",
    "[[\n",
    "/*\n",
    "]]\n",
    "x\n",
    "  \n",
    "#1#\n",
    "=\n",
    "INT. A - DAY\n\n",
    "ANN\nHi.\n\n",
    "ANN ^\nHi.\n\n",
    "Key: value\n",
]
SIZE = 250_000
RATIO_MOST = 3.5
"""Twice the text takes at most 2.5 times as long; the rest is room for noise."""
FLOOR_SECONDS = 0.02
"""Below this a clock says nothing."""


def seconds(text: str) -> float:
    """Give the least processor time of three readings."""
    times = []
    gc.collect()
    gc.disable()  # a collection in the midst of one reading is not the reader's work
    try:
        for _ in range(3):
            started = time.process_time()
            parse_fountain(text, "a.fountain", limits=WIDE).scenes()
            times.append(time.process_time() - started)
    finally:
        gc.enable()
    return min(times)


def is_linear(unit: str, lead: str = "") -> bool:
    once = seconds(lead + unit * (SIZE // len(unit)))
    twice = seconds(lead + unit * (2 * SIZE // len(unit)))
    return twice <= max(RATIO_MOST * once, FLOOR_SECONDS)


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_takes_about_twice_the_time(unit: str) -> None:
    """RELIABILITY C5."""
    # squared work fails every time; a busy machine not four times over
    assert any(is_linear(unit) for _ in range(4))


@pytest.mark.twin
def test_a_reader_that_looks_at_everything_before_would_be_caught() -> None:
    """The twin of C5: squared work fails the same ratio."""

    def squared(size: int) -> float:
        started = time.process_time()
        text = "a" * size
        sum(text.count("b", 0, at) for at in range(0, size, 4))
        return time.process_time() - started

    assert squared(40_000) > RATIO_MOST * squared(20_000) or squared(
        80_000
    ) > RATIO_MOST * squared(40_000)


def test_a_script_of_two_thousand_scenes_is_imported_whole() -> None:
    """RELIABILITY F9; its time is benchmarks/importers.py."""
    scene = "INT. PLACE {} - DAY\n\nIt rains.\n\n" + "ANN {}\nSo it does.\n\n" * 5
    text = "".join(scene.format(at % 90, *[at % 40] * 5) for at in range(2000))
    script = parse_fountain(text, "a.fountain")
    production = import_scripts([script], start=date(2027, 1, 18)).production
    assert len(production.scenes) == 2000


def test_a_final_draft_script_of_two_thousand_scenes_is_imported_whole() -> None:
    """RELIABILITY F9; its time is benchmarks/importers.py."""
    paragraph = '<Paragraph Type="{}"><Text>{}</Text></Paragraph>\n'
    scene = paragraph.format("Scene Heading", "INT. PLACE {} - DAY") + "".join(
        paragraph.format(kind, text)
        for kind, text in (("Character", "ANN {}"), ("Dialogue", "So it does.")) * 5
    )
    body = "".join(scene.format(at % 90, *[at % 40] * 5) for at in range(2000))
    data = f'<FinalDraft Version="5"><Content>{body}</Content></FinalDraft>'.encode()
    script = parse_fdx(data, "a.fdx")
    production = import_scripts([script], start=date(2027, 1, 18)).production
    assert len(production.scenes) == 2000


def test_no_reader_uses_a_pattern() -> None:
    """RELIABILITY C5: every pattern used on input is listed, and there is none."""
    folder = Path(daybreak.importers.__file__).parent
    files = sorted(folder.glob("*.py"))
    assert len(files) > 20
    found = [
        f"{file.name}:{node.lineno}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and {"re", "fnmatch", "glob"} & _modules(node)
    ]
    assert found == []


def test_no_reader_runs_or_unpickles_what_it_reads() -> None:
    folder = Path(daybreak.importers.__file__).parent
    banned = {"pickle", "marshal", "shelve", "yaml", "eval", "exec", "__import__"}
    found = [
        (file.name, node.id if isinstance(node, ast.Name) else "import")
        for file in sorted(folder.glob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if (isinstance(node, ast.Name) and node.id in banned)
        or (isinstance(node, ast.Import | ast.ImportFrom) and banned & _modules(node))
    ]
    assert found == []


def _modules(node: ast.Import | ast.ImportFrom) -> set[str]:
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").partition(".")[0]}
    return {alias.name.partition(".")[0] for alias in node.names}

"""How long importing takes on a made script of 2,000 scenes.

Run ``python benchmarks/importers.py [SCENES]``: it prints a Markdown table. Each
scene has a heading, a paragraph of action and three speeches; 40 characters, 120
places. ``read`` is in this process, ``child`` in a process of its own with its start,
``import`` makes the production of what was read.
"""

from __future__ import annotations

import os
import platform
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from xml.sax.saxutils import escape

from daybreak.importers.breakdown import import_scripts
from daybreak.importers.sandbox import read_in_child
from daybreak.importers.scripts import read_script

SCENES = 2_000
RUNS = 3
TIMES = ("DAY", "NIGHT", "CONTINUOUS", "DUSK")


def main() -> None:
    scenes = int(sys.argv[1]) if len(sys.argv) > 1 else SCENES
    script = made_script(scenes)
    print("| script | size | read | child | import | machine |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("fountain", fountain(script)), ("fdx", fdx(script))):
            path = Path(folder) / f"made.{name}"
            path.write_text(text, encoding="utf-8")
            print(row(name, path, scenes))


def row(name: str, path: Path, scenes: int) -> str:
    whole = read_script(path)
    assert len(whole.scenes()) == scenes
    start = date(2027, 1, 18)
    times = (
        seconds(lambda: read_script(path)),
        seconds(lambda: read_in_child(path)),
        seconds(lambda: import_scripts([whole], start=start)),
    )
    size = f"{path.stat().st_size / 1e6:.1f} MB"
    cells = " | ".join(f"{one:.2f} s" for one in times)
    return f"| {name}, {scenes:,} scenes | {size} | {cells} | {machine()} |"


def seconds(what: Callable[[], object]) -> float:
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        what()
        taken.append(time.perf_counter() - started)
    return median(taken)


def machine() -> str:
    load = os.getloadavg()[0]
    python = platform.python_version()
    return (
        f"{os.cpu_count()} cores {platform.machine()}, Python {python}, load {load:.1f}"
    )


Paragraphs = list[tuple[str, str]]


def made_script(scenes: int) -> Paragraphs:
    """Make paragraphs: pairs of an FDX type and a text; the same every time."""
    chance = random.Random(1)
    names = [f"PERSON {chr(65 + at % 26)}{chr(65 + at // 26)}" for at in range(40)]
    text = "the boat turns slowly into a wind that nobody had seen coming"
    words = text.split()
    made: Paragraphs = []
    for _ in range(scenes):
        place = f"PLACE {chance.randrange(120)}"
        made.append(("Scene Heading", f"INT. {place} - {chance.choice(TIMES)}"))
        for name in chance.sample(names, 3):
            line = " ".join(chance.choices(words, k=40))
            made.append(("Action", f"{line.capitalize()}."))
            made.append(("Character", name))
            made.append(("Dialogue", f"{line[:120].capitalize()}."))
    return made


def fountain(script: Paragraphs) -> str:
    return "".join(
        f"{text}\n" if kind == "Character" else f"{text}\n\n" for kind, text in script
    )


def fdx(script: Paragraphs) -> str:
    body = "\n".join(
        f'<Paragraph Type="{kind}"><Text>{escape(text)}</Text></Paragraph>'
        for kind, text in script
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<FinalDraft DocumentType="Script" Version="5"><Content>\n'
        f"{body}\n</Content></FinalDraft>\n"
    )


if __name__ == "__main__":
    main()

"""What README shows is what happens: its lines are run, its picture is drawn."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

import daybreak.examples
from daybreak.model.schedule import CostLine
from tests.conftest import Compare
from tests.docs.commands import python, run
from tests.docs.pages import README, blocks_of, text_of
from tests.docs.picture import svg_of
from tests.reference import ROOT

EXAMPLE = Path(daybreak.examples.__file__).parent
PICTURE = "docs/pictures/board.svg"
PICTURE_WIDTH = 104
LINES_MOST = 170
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(
    r"^```python\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the files of the example, as ``--keep example`` leaves it."""
    place = tmp_path_factory.mktemp("readme")
    kept = place / "example"
    kept.mkdir()
    for name in ("ten-minutes-dark.fountain", "ten-minutes-dark.json"):
        shutil.copy(EXAMPLE / name, kept)
    return place


@pytest.fixture(scope="module")
def said(folder: Path) -> str:
    """Give README with every output in it made anew."""
    text = CONSOLE.sub(lambda found: terminal(found.group(1), folder), text_of(README))
    return PYTHON.sub(lambda found: interpreter(found.group(1), folder), text)


def terminal(block: str, folder: Path) -> str:
    """Give a block of commands with their output."""
    shown = []
    for command in commands_in(block):
        shown.append(f"$ {command}\n{trimmed(run(command, folder))}")
    return "```console\n" + "".join(shown) + "```"


def interpreter(code: str, folder: Path) -> str:
    """Give a block of Python with its output."""
    return f"```python\n{code}```\n\n```text\n{trimmed(python(code, folder))}```"


def commands_in(block: str) -> list[str]:
    """Give the command lines of a block."""
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def trimmed(output: str) -> str:
    """Give output without blanks at the ends of its lines."""
    return "".join(f"{line.rstrip()}\n" for line in output.splitlines())


def test_outputs_are_what_the_commands_print(said: str, renewed: Compare) -> None:
    renewed("README.md", said)


def test_the_picture_is_what_the_terminal_shows(
    said: str, folder: Path, renewed: Compare
) -> None:
    painted = run(
        "daybreak show example/ten-minutes-dark.json schedule.json "
        f"--color --width {PICTURE_WIDTH}",
        folder,
    )
    title = "The stripboard of Ten Minutes Dark"
    renewed(PICTURE, svg_of(painted, title=title, width=PICTURE_WIDTH))


def test_the_picture_fetches_nothing() -> None:
    drawn = text_of(ROOT / PICTURE).replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"https?:|url\((?!#)|<script|@import|@font-face", drawn) == []


def test_readme_has_two_commands_and_five_lines_of_each() -> None:
    assert [len(block.splitlines()) for block in blocks_of(README, "sh")] == [1, 1]
    [console] = blocks_of(README, "console")
    [code] = blocks_of(README, "python")
    assert len(commands_in(console)) == 5
    assert len([line for line in code.splitlines() if line.strip()]) == 5


def test_readme_is_short() -> None:
    assert len(text_of(README).splitlines()) <= LINES_MOST


def test_the_demo_prints_a_board_of_every_scene_and_every_cost_line(
    tmp_path: Path,
) -> None:
    printed = run("daybreak demo --iterations 200000 --seed 1", tmp_path)
    strips = re.findall(r"^ +(\d+) (?:INT|EXT)", printed, re.MULTILINE)
    assert sorted(map(int, strips)) == list(range(1, 31))
    table = printed.split("what it costs\n")[1]
    lines = re.findall(r"^\S.*?  ([a-z_]+) +[^ ]", table, re.MULTILINE)
    assert lines == [line for line in get_args(CostLine) if line != "total"]


def test_the_python_page_runs(folder: Path) -> None:
    plan, replan = blocks_of(ROOT / "docs" / "python.md", "python")
    shutil.copy(EXAMPLE / "ten-minutes-dark.fountain", folder / "script.fountain")
    assert python(plan, folder).splitlines()[-1].isdigit()
    assert python(replan, folder).splitlines()[-1] == "True"

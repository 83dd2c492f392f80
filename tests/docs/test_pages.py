"""The pages hang together, and tell nothing that is nobody's business."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.docs.pages import (
    DOCS,
    anchors_of,
    every_page,
    links_of,
    name_of,
    text_of,
)
from tests.reference import ROOT

HOUSE = ROOT / "src" / "daybreak"
OUTSIDE = ("https://", "http://", "mailto:")
MACHINE = "a path of somebody's machine"
INDEX = "the address of a package index"
FORBIDDEN = {
    MACHINE: r"(?<![\w.])/(?:work|root|tmp|home|Users)/",
    INDEX: r"pypi\.org|files\.pythonhosted|/simple/|--index-url",
    "the number of an issue": r"(?:issue|pull request|PR) ?#\d|(?<![\w&/])GH-\d",
    "British spelling": r"\b(?:colour|neighbour|cancelled|licence|behaviour|centre)",
}
TOLD_BY_TEXT = {".md", ".py", ".toml", ".txt", ".fountain", ".json", ".yml", ".yaml"}


def told_files() -> list[Path]:
    """Give every text file that is committed or about to be.

    Where there is no checkout, or no git to ask, the pages alone.
    """
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return list(every_page())
    paths = [ROOT / name for name in done.stdout.decode().split("\0") if name]
    return [path for path in paths if path.suffix in TOLD_BY_TEXT and path.is_file()]


def forbidden_in(text: str) -> list[str]:
    """Give what a text holds that it should not."""
    return [what for what, how in FORBIDDEN.items() if re.search(how, text)]


@pytest.mark.parametrize("page", every_page(), ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    lost = []
    for link in links_of(page):
        if link.startswith(OUTSIDE):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            lost.append(link)
    assert lost == []


def paths_named_on(page: Path, roots: str) -> list[str]:
    """Give the paths in one of some folders that a page names as code."""
    return re.findall(rf"`((?:{roots})/[\w./-]*)`", text_of(page))


@pytest.mark.parametrize("page", every_page(), ids=name_of)
def test_paths_named_on_a_page_are_there(page: Path) -> None:
    named = paths_named_on(page, r"src|tests|docs|benchmarks|changelog\.d|\.ci")
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_house_is_described_as_it_stands() -> None:
    page = DOCS / "architecture.md"
    rooms = [one.name for one in HOUSE.iterdir() if (one / "__init__.py").exists()]
    named = paths_named_on(page, "|".join(rooms))
    assert [path for path in named if not (HOUSE / path).exists()] == []
    assert sorted({path.split("/")[0] for path in named}) == sorted(rooms)


def test_the_index_lists_every_page_once() -> None:
    links = links_of(DOCS / "index.md")
    linked = [one for one in links if one.endswith(".md") and not one.startswith("..")]
    pages = [page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")]
    assert sorted(linked) == sorted(one for one in pages if one != "index.md")


@pytest.mark.parametrize("page", every_page(), ids=name_of)
def test_pages_hold_nothing_forbidden(page: Path) -> None:
    assert forbidden_in(text_of(page)) == []


def test_files_name_no_machine_and_no_package_index() -> None:
    mine = Path(__file__).resolve()
    found = {}
    for path in told_files():
        if path.resolve() == mine:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        wrong = [
            what
            for what in forbidden_in(text)
            if what
            in ("a path of somebody's machine", "the address of a package index")
        ]
        if wrong:
            found[name_of(path)] = wrong
    assert found == {}


@pytest.mark.twin
@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("see /work/main", MACHINE),
        ("pip install --index-url x", INDEX),
        ("as issue #12 says", "the number of an issue"),
        ("the colour of a strip", "British spelling"),
    ],
)
def test_forbidden_words_are_caught(text: str, what: str) -> None:
    assert forbidden_in(text) == [what]


def test_innocent_words_pass() -> None:
    text = "the color at 07:00, a/work of art, docs/root.md, 3 #1 strips, canceled"
    assert forbidden_in(text) == []

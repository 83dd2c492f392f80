"""The pages that ship: compiled, complete, preloaded, with what they need of others."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

import pytest

from tests.conftest import Compare
from tests.reference import ROOT

PAGES = ROOT / "src" / "daybreak" / "web" / "pages"
INDEX = "src/daybreak/web/pages/index.html"
FIRST = ("app/main.js", "app/board/BoardPage.js")
"""What the first board needs, with all that these import."""
IMPORT = re.compile(r'^(?:import|export)\b[^;"]*"(\.[^"]+)";', re.MULTILINE)
PRELOAD = re.compile(
    r'^<link rel="modulepreload" href="/static/([^"]+)">\n', re.MULTILINE
)
MODULE = '<script type="module"'


def flat(name: str) -> str:
    """Give a path without ``..``."""
    parts: list[str] = []
    for one in name.split("/"):
        parts = parts[:-1] if one == ".." else [*parts, *([] if one == "." else [one])]
    return "/".join(parts)


def preloaded() -> str:
    """Give the index as it should be: every module of the first board preloaded."""
    seen: dict[str, None] = {}
    for name in FIRST:
        _closure(name, seen)
    vendor = sorted(f"vendor/{one.name}" for one in (PAGES / "vendor").glob("*.mjs"))
    links = [f'<link rel="modulepreload" href="/static/{one}">\n' for one in vendor]
    links += [
        f'<link rel="modulepreload" href="/static/{one}">\n' for one in sorted(seen)
    ]
    text = PRELOAD.sub("", (PAGES / "index.html").read_text(encoding="utf-8"))
    return text.replace(MODULE, "".join(links) + MODULE, 1)


def _closure(name: str, seen: dict[str, None]) -> None:
    if name in seen:
        return
    seen[name] = None
    for found in _imports(name):
        _closure(found, seen)


def _imports(name: str) -> Iterator[str]:
    text = (PAGES / name).read_text(encoding="utf-8")
    folder = str(PurePosixPath(name).parent)
    for found in IMPORT.findall(text):
        yield flat(f"{folder}/{found}")


def test_every_module_of_the_first_board_is_preloaded(renewed: Compare) -> None:
    renewed(INDEX, preloaded())


def test_every_import_is_there() -> None:
    modules = [one.relative_to(PAGES) for one in (PAGES / "app").rglob("*.js")]
    assert len(modules) > 20
    for module in modules:
        for name in _imports(module.as_posix()):
            assert (PAGES / name).is_file(), f"{module} imports {name}"


def test_every_source_is_compiled_and_nothing_else_is_there() -> None:
    sources = ROOT / "web" / "src"
    wanted = {
        one.relative_to(sources).with_suffix(".js").as_posix()
        for one in sources.rglob("*.ts*")
    }
    found = {
        one.relative_to(PAGES / "app").as_posix()
        for one in (PAGES / "app").rglob("*")
        if one.is_file()
    }
    assert found == wanted


def test_what_comes_from_others_is_what_was_locked() -> None:
    first, *lines = (PAGES / "vendor" / "vendor.lock").read_text().splitlines()
    assert re.fullmatch(r"preact \d+\.\d+\.\d+ MIT", first)
    locked = dict(reversed(line.split("  ")) for line in lines)
    found = {
        one.name: sha256(one.read_bytes()).hexdigest()
        for one in (PAGES / "vendor").iterdir()
        if one.name != "vendor.lock"
    }
    assert found == locked


@pytest.mark.twin
def test_a_changed_file_of_others_is_noticed(tmp_path: Path) -> None:
    changed = (PAGES / "vendor" / "preact.mjs").read_bytes() + b"\n"
    lock = (PAGES / "vendor" / "vendor.lock").read_text()
    assert sha256(changed).hexdigest() not in lock


def test_no_page_needs_what_its_policy_forbids() -> None:
    """D7, D8: no inline style or handler, no innerHTML, no eval, no other origin."""
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
        r"|dangerouslySetInnerHTML"
    )
    for module in (PAGES / "app").rglob("*.js"):
        found = forbidden.search(module.read_text(encoding="utf-8"))
        assert found is None, f"{module.name}: {found}"
    index = (PAGES / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"\son\w+=|\sstyle=|https?://", index)


def test_the_wheel_holds_the_pages(tmp_path: Path) -> None:
    words = ["-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    made = subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if "No module named hatchling" in made.stderr:
        pytest.skip("hatchling is not installed here, so no wheel is built")
    assert made.returncode == 0, made.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in ("index.html", "favicon.svg", "app/main.js", "vendor/vendor.lock"):
        assert f"daybreak/web/pages/{name}" in names

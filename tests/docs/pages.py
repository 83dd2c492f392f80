"""The pages of the project, and what stands in them."""

from __future__ import annotations

import re
from pathlib import Path

from tests.reference import ROOT

README = ROOT / "README.md"
DOCS = ROOT / "docs"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ROW = re.compile(r"^\|(.+)\|$", re.MULTILINE)


def every_page() -> tuple[Path, ...]:
    """Give every page that a person reads."""
    tops = sorted(ROOT.glob("*.md"))
    folders = [DOCS, ROOT / "changelog.d", ROOT / "benchmarks"]
    return (*tops, *(page for one in folders for page in sorted(one.rglob("*.md"))))


def name_of(page: Path) -> str:
    """Give a page's path inside the checkout."""
    return page.relative_to(ROOT).as_posix()


def text_of(page: Path) -> str:
    """Give what stands on a page."""
    return page.read_text(encoding="utf-8")


def blocks_of(page: Path, language: str) -> tuple[str, ...]:
    """Give the fenced blocks of a language on a page."""
    return tuple(
        match.group(2)
        for match in FENCE.finditer(text_of(page))
        if match.group(1) == language
    )


def links_of(page: Path) -> tuple[str, ...]:
    """Give what a page links to, outside its blocks."""
    return tuple(LINK.findall(FENCE.sub("", text_of(page))))


def anchors_of(page: Path) -> frozenset[str]:
    """Give the anchors of a page's headings, as they are commonly made."""
    titles = re.findall(r"^#+ (.+)$", FENCE.sub("", text_of(page)), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", title.lower()) for title in titles)
    return frozenset(title.replace(" ", "-") for title in plain)


def rows_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Give the cells of every row of every table, header lines left out."""
    rows = (
        tuple(cell.strip() for cell in match.group(1).split(" | "))
        for match in ROW.finditer(text)
    )
    return tuple(row for row in rows if not set("".join(row)) <= set("-| "))

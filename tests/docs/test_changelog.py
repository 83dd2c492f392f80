"""Fragments of the change log have a kind, and words for a user."""

from __future__ import annotations

from pathlib import Path

import pytest

from daybreak._version import __version__
from tests.docs.pages import name_of, rows_of, text_of
from tests.reference import ROOT

FOLDER = ROOT / "changelog.d"
FRAGMENTS = sorted(one for one in FOLDER.iterdir() if one.name != "README.md")
KINDS = {row[0].strip("`") for row in rows_of(text_of(FOLDER / "README.md"))} - {"kind"}


def test_kinds_are_told_in_the_readme() -> None:
    assert {"added", "changed", "fixed"} == KINDS


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=name_of)
def test_a_fragment_has_a_kind_and_one_paragraph(fragment: Path) -> None:
    assert fragment.suffixes[-1] == ".md"
    assert fragment.name.split(".")[-2] in KINDS
    text = text_of(fragment)
    assert text == text.strip() + "\n"
    assert "\n\n" not in text
    assert text.strip().endswith(".")


def test_the_change_log_knows_this_version() -> None:
    assert f"\n## {__version__}" in text_of(ROOT / "CHANGELOG.md")

"""Small nasty files, each with what must come of it; new finds are added here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from daybreak.importers.breakdown import import_scripts
from daybreak.importers.scripts import read_script
from daybreak.model.errors import ImportProblem

CORPUS = Path(__file__).parent / "corpus"
# Scenes and codes of what is read; the code of what is refused.
EXPECTED: dict[str, tuple[int, list[str]] | str] = {
    "all-marks.fountain": (1, ["FTN-W06"]),
    "bare-dual.fdx": (0, ["SCR-W03"]),
    "columns.fountain": (1, ["FTN-W06"]),
    "cr-only.fountain": (1, []),
    "cut-off.fdx": "FDX-E01",
    "doctype.fdx": "FDX-E02",
    "empty-headings.fdx": (0, ["FDX-W03", "FDX-W03", "SCR-W03"]),
    "fake-title.fountain": (1, ["FTN-W01"]),
    "named-wrong.fdx": "SCR-E05",
    "nested-comments.fountain": (1, ["FTN-W04"]),
    "no-content.fdx": (0, ["SCR-W03"]),
    "nul.fountain": (1, ["SCR-W02"]),
    "odd-measures.fdx": (1, ["FDX-W02", "FDX-W06", "FDX-W06"]),
    "open-boneyard.fountain": (2, ["FTN-W03"]),
    "open-note.fountain": (2, ["FTN-W04"]),
    "scripts-of-the-world.fountain": (2, []),
    "tight-headings.fountain": (3, ["FTN-W01"] * 3 + ["FTN-W02"] * 2),
    "title-only.fountain": (0, ["SCR-W03"]),
    "utf16.fountain": (1, []),
    "windows.fountain": (1, ["SCR-W01"]),
    "xml-in-disguise.fountain": (0, ["SCR-W03"]),
}


def test_every_file_of_the_corpus_has_its_outcome() -> None:
    assert sorted(path.name for path in CORPUS.iterdir()) == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_corpus_is_read_as_before(name: str) -> None:
    """RELIABILITY C1, the replay."""
    expected = EXPECTED[name]
    if isinstance(expected, str):
        with pytest.raises(ImportProblem) as caught:
            read_script(CORPUS / name)
        assert caught.value.remark.code == expected
        return
    script = read_script(CORPUS / name)
    codes = sorted(remark.code for remark in script.remarks)
    assert (len(script.scenes()), codes) == expected
    production = import_scripts([script], start=date(2027, 1, 18)).production
    assert len(production.scenes) == expected[0]

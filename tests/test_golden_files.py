"""The golden comparison itself: it must catch a difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import same_text


def test_equal_text_passes(tmp_path: Path) -> None:
    (tmp_path / "board.txt").write_text("day 1\n", encoding="utf-8")
    same_text(tmp_path / "board.txt", "day 1\n", update=False)


def test_other_text_fails_and_shows_the_difference(tmp_path: Path) -> None:
    (tmp_path / "board.txt").write_text("day 1\n", encoding="utf-8")
    with pytest.raises(pytest.fail.Exception, match=r"(?s)-day 1.*\+day 2"):
        same_text(tmp_path / "board.txt", "day 2\n", update=False)


def test_missing_file_fails(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="is not there"):
        same_text(tmp_path / "board.txt", "day 1\n", update=False)


def test_update_writes_the_file_whole(tmp_path: Path) -> None:
    same_text(tmp_path / "new" / "board.txt", "day 2\n", update=True)
    assert (tmp_path / "new" / "board.txt").read_bytes() == b"day 2\n"

"""Files: whole or not at all, UTF-8, pipes, and what is said of bad ones."""

from __future__ import annotations

import io
import json
import os
import re
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from daybreak.model import files
from daybreak.model.errors import DocumentError, UsageError
from daybreak.model.files import (
    BYTES_MOST,
    production_from_json,
    read,
    read_schedule,
    read_text,
    to_json,
    write,
    write_text,
)
from tests.model.documents import a_board, a_shoot
from tests.strategies import as_production, as_schedule


class Pipe:
    """A standard stream with a buffer of bytes."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)


def test_a_production_comes_back_from_its_file(tmp_path: Path) -> None:
    production = as_production(a_shoot())
    write(production, tmp_path / "shoot.json")
    assert read(tmp_path / "shoot.json") == production
    assert os.listdir(tmp_path) == ["shoot.json"]


def test_a_schedule_comes_back_from_its_file(tmp_path: Path) -> None:
    schedule = as_schedule(a_board())
    write(schedule, str(tmp_path / "board.json"))
    assert read_schedule(str(tmp_path / "board.json")) == schedule


def test_a_dash_is_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    production = as_production(a_shoot())
    out = Pipe()
    monkeypatch.setattr(sys, "stdout", out)
    write(production, "-")
    monkeypatch.setattr(sys, "stdin", Pipe(out.buffer.getvalue()))
    assert read("-") == production


def test_faults_from_a_pipe_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Pipe(b"[]"))
    with pytest.raises(DocumentError, match=r"^standard input: \[\.\.\.\] is no obj"):
        read("-")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "shoot.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(a_shoot()).encode())
    assert read(path) == as_production(a_shoot())
    text = "\ufeff" + json.dumps(a_shoot())
    assert production_from_json(text) == as_production(a_shoot())


def test_names_keep_their_letters(tmp_path: Path) -> None:
    """RELIABILITY S30: composed, decomposed, right to left, emoji."""
    document = a_shoot()
    names = ["Zoe\u0308", "Zo\u00eb", "\u202eאבג", "👩‍🎬"]
    document["people"][0]["characters"] = names
    write(as_production(document), tmp_path / "shoot.json")
    assert read(tmp_path / "shoot.json").people[0].characters == tuple(names)
    assert names[3] in (tmp_path / "shoot.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("absent.json", None, "no such file or directory - check the name"),
        ("latin.json", b'{"title": "Zo\xeb"}', "byte 13 is no UTF-8 text - save"),
        (".", None, "is a folder - name a JSON file"),
        ("sub/absent.json", None, "no such file or directory - check the name"),
    ],
)
def test_what_cannot_be_read_is_said(
    tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageError, match=re.escape(f"{path}: {said}")):
        read(path)


def test_a_far_too_large_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(BYTES_MOST + 1)
    with pytest.raises(UsageError, match="is over 200 MB - is it JSON"):
        read_text(path)


# --- whole or not at all -------------------------------------------------------------


def break_replace(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "replace", fails)


def test_a_failed_write_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shoot.json"
    path.write_text("old")
    break_replace(monkeypatch)
    with pytest.raises(UsageError, match="no space left on device - nothing was writ"):
        write_text("new", path)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["shoot.json"]


@pytest.mark.twin
def test_a_write_in_place_that_fails_loses_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_place(target: Path, data: bytes) -> None:
        target.write_bytes(data[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_replace", in_place)
    path = tmp_path / "shoot.json"
    path.write_text("old")
    with pytest.raises(UsageError):
        write_text("new", path)
    assert path.read_text() != "old"


def test_a_folder_that_is_absent_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing was written"):
        write_text("new", tmp_path / "absent" / "shoot.json")


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "shoot.json"
    path.write_text("old")
    path.chmod(0o640)
    write_text("new", path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_text("new", tmp_path / "shoot.json")
    finally:
        os.umask(old)
    assert (tmp_path / "shoot.json").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    write_text("new", tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


def test_a_device_can_be_written() -> None:
    write_text("gone", os.devnull)
    assert not Path(os.devnull).is_file()


def test_a_name_of_the_greatest_length_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".json")
    write_text("new", path)
    assert path.read_text() == "new"


# --- speed ---------------------------------------------------------------------------


def of_a_thousand_scenes() -> str:
    document = a_shoot()
    people = [
        {"id": f"p{one}", "name": f"P {one}", "deals": [{"kind": "daily", "rate": 1}]}
        for one in range(80)
    ]
    document["people"] += people
    scene = document["scenes"][0]
    document["scenes"] += [
        {
            **scene,
            "id": f"x{one}",
            "cast": [f"p{(one + k) % 80}" for k in range(6)],
            "synopsis": "They meet and part.",
        }
        for one in range(1000)
    ]
    document["orders"] += [
        {"before": f"x{one}", "after": f"x{one + 1}"} for one in range(0, 998, 3)
    ]
    return json.dumps(document)


def test_a_thousand_scenes_come_back_as_they_were() -> None:
    text = of_a_thousand_scenes()
    production = production_from_json(text)
    assert len(production.scenes) == len(json.loads(text)["scenes"]) > 1000
    assert production_from_json(to_json(production)) == production


def least_seconds(work: Any) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def test_reading_grows_no_faster_than_the_document() -> None:
    """RELIABILITY C7: repeats of names and ids are no way to stall the reader."""
    document = a_shoot()
    document["scenes"][0]["cast"] = ["ann"] * 20_000
    assert least_seconds(lambda: refused(json.dumps(document))) <= 1
    repeated = "{" + ",".join(f'"a{n // 2}": 1' for n in range(20_000)) + "}"
    text = json.dumps(a_shoot())[:-1] + f', "extra": {repeated}}}'
    assert least_seconds(lambda: refused(text)) <= 1


def refused(text: str) -> None:
    with pytest.raises(DocumentError) as caught:
        production_from_json(text)
    assert len(caught.value.faults) > 9_000


def test_an_input_named_as_output_is_not_lost(tmp_path: Path) -> None:
    production, schedule = as_production(a_shoot()), as_schedule(a_board())
    shoot = tmp_path / "shoot.json"
    files.write(production, shoot)
    before = shoot.read_bytes()
    for wrong in (
        files.to_json(schedule).encode(),
        b'{"kind": "one-liner"}',
        b"%PDF-1.7",
    ):
        with pytest.raises(UsageError) as caught:
            files.write_bytes(wrong, shoot)
        assert str(caught.value) == (
            f"{shoot}: is a production, which would be lost - name another file"
        )
        assert shoot.read_bytes() == before
    files.write(replace(production, title="Another"), shoot)
    assert files.read(shoot).title == "Another"


def test_a_document_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    shoot = tmp_path / "shoot.daybreak"
    shoot.write_bytes(b"SQLite format 3\x00 and more")
    with pytest.raises(UsageError, match="is a document, which would be lost"):
        files.write(as_production(a_shoot()), shoot)
    with pytest.raises(UsageError, match="is a document, which would be lost"):
        write_text('{"format": "daybreak/document"}', shoot)

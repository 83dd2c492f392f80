"""Papers that come back: what they show, and whether that is still so."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pypdf
import pytest

from daybreak.model.errors import ImportProblem, UsageError
from daybreak.model.files import write
from daybreak.office import boards, documents, facts
from daybreak.office.asked import Asked
from daybreak.office.paper_source import Source, from_document, from_files
from daybreak.office.reporting import kind_named, write_paper
from daybreak.office.whatis import WhatIs, what_is
from daybreak.reports.formats.look import Look
from daybreak.reports.papers.kinds import Format
from daybreak.reports.papers.shown import Wanted
from daybreak.reports.papers.stamp import Stamp
from daybreak.reports.papers.stamp_reading import StampRead, stamps_in
from daybreak.store.boards import saved
from daybreak.store.files import open_document
from daybreak.store.revisions import frozen
from tests.cli.running import files
from tests.reports.made_up import harbor

AT = datetime(2027, 2, 1, 12, tzinfo=UTC)
LOOK = Look()
FORMS: dict[Format, str] = {
    "pdf": "one-liner",
    "xlsx": "one-liner",
    "csv": "one-liner",
    "html": "one-liner",
    "text": "one-liner",
    "json": "one-liner",
    "ics": "unit-calendar",
}
NAMES = {"text": "text"}


def shoot(folder: Path) -> Path:
    """Make a document of the harbor with its board, frozen once."""
    production, schedule = files(folder, harbor())
    path = folder / "shoot.daybreak"
    documents.load(production, path, by="ada", at=AT)
    boards.save(path, "main", schedule, by="ada", at=AT)
    freeze(path)
    return path


def freeze(path: Path, board: str = "main") -> None:
    with open_document(path, by="ada") as document:
        entry = frozen(document.entries(), board, day=AT.date(), by="ada", at=AT)
        document.append([entry])


def change_rate(path: Path, amount: int = 12_345) -> None:
    """Enter one fact that papers rest on."""
    wish = facts.wish(
        "unit/main/day_cost",
        [str(amount)],
        action="set",
        said_on=None,
        not_before=None,
        source=("", "", "", ""),
        status="confirmed",
        settles=False,
        note="",
        by="ada",
        at=AT,
    )
    facts.enter(path, wish)


def move_day(path: Path) -> None:
    """Replace the board: its last day is given up."""
    _, schedule = harbor()
    less = replace(schedule, days=schedule.days[:-1], boneyard=("s5", "s6"))
    with open_document(path, by="ada") as document:
        entries = document.entries()
        entry = saved(entries, "main", less, by="ada", at=AT, replaces=True)
        document.append([entry])


def source(path: Path) -> Source:
    return from_document(path, None, Asked(), made=AT)


def paper(path: Path, form: Format = "csv", *, of: Source | None = None) -> Path:
    """Write a paper of a document beside it."""
    output = path.parent / f"paper.{form}"
    kind = kind_named(FORMS[form])
    write_paper(of or source(path), kind, Wanted(), str(output), form=form, look=LOOK)
    return output


def age(found: WhatIs) -> str:
    (one,) = found.ages
    return one.said


# --- every format ---------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_every_format_tells_what_it_shows(form: Format, tmp_path: Path) -> None:
    """E10."""
    path = shoot(tmp_path)
    made = source(path)
    found = what_is(paper(path, form, of=made), path)
    (stamp,) = found.stamps
    assert (found.kind.lower(), stamp.mark) == (form, made.shown.stamp.mark)
    assert stamp.production == "The Harbor Light"
    assert (stamp.board, stamp.color) == ("main", "white")
    assert stamp.entry == made.shown.stamp.entry
    assert stamp.made.startswith("2027-02-01 12:00")
    assert found.remarks == ()
    assert found.status == "current"
    assert age(found) == (
        "Current: it shows the same as board main and revision white."
    )


@pytest.mark.parametrize("form", FORMS)
def test_every_format_is_recognized_when_it_is_old(
    form: Format, tmp_path: Path
) -> None:
    """E10: a wrong revision is recognized."""
    path = shoot(tmp_path)
    old = paper(path, form)
    move_day(path)
    freeze(path)
    found = what_is(old, path)
    assert found.status == "out of date"
    assert age(found) == (
        "Out of date: 2 entries behind. It shows the same as revision white. "
        "The newest revision is blue, Mon 1 Feb 2027: ask for that."
    )


# --- against a document ---------------------------------------------------------------


def test_a_fact_that_changed_makes_a_paper_old(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    old = paper(path)
    change_rate(path)
    assert age(what_is(old, path)) == (
        "Out of date: 1 entry behind. It shows revision white, the newest, but the "
        "production has changed since. Make the paper anew."
    )
    assert what_is(paper(path), path).status == "current"


def test_a_draft_that_changed_is_told_by_its_board(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    move_day(path)
    draft = paper(path)
    assert what_is(draft, path).stamps[0].revision == "Draft"
    assert what_is(draft, path).status == "current"
    with open_document(path, by="ada") as document:
        entries = document.entries()
        back = saved(entries, "main", harbor()[1], by="ada", at=AT, replaces=True)
        document.append([back])
    found = what_is(draft, path)
    assert found.status == "out of date"
    assert age(found) == (
        "Out of date: 1 entry behind. It shows board main as it was then. "
        "Make the paper anew."
    )


def test_what_does_not_touch_the_plan_leaves_papers_current(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    made = paper(path)
    boards.save(path, "other", harbor()[1], by="ada", at=AT)
    found = what_is(made, path)
    assert found.ages[0].behind == 1
    assert age(found) == (
        "Current: it shows the same as board main and board other and revision white, "
        "although 1 entry came since."
    )


def test_a_change_that_was_taken_back_leaves_papers_current(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    made = paper(path)
    change_rate(path)
    documents.undo(path, by="ada", at=AT)
    assert what_is(made, path).status == "current"


def test_a_paper_newer_than_the_document_is_not_judged(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    earlier = path.with_name("earlier.daybreak")
    documents.backup(path, earlier)
    change_rate(path)
    found = what_is(paper(path), earlier)
    assert found.status == "unknown"
    assert "look for a newer copy of the document" in age(found)


def test_a_paper_of_another_production_is_not_judged(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    made = source(path)
    stamp = replace(made.shown.stamp, digest="00000000", production="Other", entry=1)
    other = replace(made, shown=replace(made.shown, stamp=stamp))
    found = what_is(paper(path, of=other), path)
    assert found.status == "unknown"
    assert age(found) == 'It is of another production, "Other".'


def test_a_forged_digest_is_nothing_the_document_ever_had(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    made = source(path)
    stamp = replace(made.shown.stamp, digest="00000000", entry=3)
    forged = replace(made, shown=replace(made.shown, stamp=stamp))
    found = what_is(paper(path, of=forged), path)
    assert found.status == "out of date"
    assert "It shows nothing that this document ever had." in age(found)


# --- against files --------------------------------------------------------------------


def test_papers_of_files_are_judged_by_their_content(tmp_path: Path) -> None:
    pair = files(tmp_path, harbor())
    made = from_files(*pair, Asked(), made=AT)
    written = paper(tmp_path / "x", of=made)
    assert what_is(written, *pair).status == "current"
    assert age(what_is(written, *pair)) == ("Current: it shows schedule.json as it is.")
    production, schedule = harbor()
    write(replace(production, holidays=()), pair[0])
    assert what_is(written, *pair).status == "out of date"
    files(tmp_path, (production, replace(schedule, days=schedule.days[1:])))
    assert what_is(written, *pair).status == "out of date"


def test_a_schedule_is_judged_by_its_content(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    schedule = tmp_path / "schedule.json"
    assert what_is(schedule, path).status == "current"
    assert what_is(schedule, tmp_path / "production.json", schedule).status == "current"
    change_rate(path)
    assert what_is(schedule, path).status == "current"  # it bears no facts of its own
    move_day(path)
    freeze(path)
    found = what_is(schedule, path)
    assert found.status == "out of date"
    assert age(found) == (
        "Out of date: It shows the same as revision white. The newest revision is "
        "blue, Mon 1 Feb 2027: ask for that."
    )


def test_without_anything_to_compare_nothing_is_judged(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    found = what_is(paper(path))
    assert (found.status, found.ages) == ("unknown", ())


def test_half_of_what_is_needed_is_refused(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    made = paper(path)
    with pytest.raises(UsageError, match="does not say which board"):
        what_is(made, tmp_path / "production.json")
    with pytest.raises(UsageError, match="a document knows its boards"):
        what_is(made, path, tmp_path / "schedule.json")


# --- files that went around -----------------------------------------------------------


def test_a_workbook_saved_by_another_program_is_still_known(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    made = paper(path, "xlsx")
    book = openpyxl.load_workbook(made)
    book.properties.keywords = None
    book.save(made)
    assert what_is(made, path).status == "current"


def test_pages_of_two_papers_in_one_file_are_told(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    first = paper(path, "pdf").read_bytes()
    change_rate(path)
    merged = pypdf.PdfWriter()
    for data in (first, paper(path, "pdf").read_bytes()):
        merged.append(io.BytesIO(data))
    merged.add_blank_page(width=200, height=200)
    both = tmp_path / "both.pdf"
    merged.write(both)
    found = what_is(both, path)
    assert [one.verdict for one in found.ages] == ["out of date", "current"]
    assert found.status == "out of date"
    blank = len(pypdf.PdfReader(both).pages)
    assert found.remarks == (
        f"No stamp stands on page {blank}.",
        "It was pieced together of 2 different papers.",
    )


@pytest.mark.parametrize(
    "content",
    [b"INT. HOUSE - DAY\n", b"<p>daybreak: a word</p>", b'{"a": 1}', b"[1]", b"{"],
)
def test_a_file_without_a_stamp_says_so(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "some.txt"
    path.write_bytes(content)
    found = what_is(path)
    assert found.stamps == ()
    assert found.remarks == ("It bears no stamp of Daybreak.",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7 broken", "PAP-E01"),
        (b"PK\x03\x04 broken", "TAB-E04"),
        (b"", "SCR-E03"),
    ],
)
def test_damaged_files_are_refused_with_a_line(
    content: bytes, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "some.bin"
    path.write_bytes(content)
    with pytest.raises(ImportProblem, match=code):
        what_is(path)


# --- stamps ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"entry": None},
        {"color": "", "revised": None},
        {"color": "2nd white"},
        {"production": "A · B, and · C"},
    ],
)
def test_a_stamp_is_read_back_as_it_was_said(given: dict[str, object]) -> None:
    fields: dict[str, object] = {
        "production": "The Harbor Light",
        "board": "main",
        "digest": "0f3a99c1",
        "made": AT,
        "color": "blue",
        "revised": AT.date(),
        "entry": 412,
    }
    stamp = Stamp(**(fields | given))  # type: ignore[arg-type]
    (read,) = stamps_in(
        [f"some text\t{stamp.mark}", stamp.said, f"{stamp.said} Page 1"]
    )
    assert read == StampRead(
        digest=stamp.digest,
        entry=stamp.entry,
        production=stamp.production,
        board=stamp.board,
        revision=stamp.revision,
        made="2027-02-01 12:00 UTC",
    )
    assert read.mark == stamp.mark
    assert read.color == stamp.color


@pytest.mark.twin
def test_a_paper_without_its_stamp_is_caught(tmp_path: Path) -> None:
    path = shoot(tmp_path)
    made = paper(path, "json")
    told = json.loads(made.read_text(encoding="utf-8"))
    del told["stamp"]
    made.write_text(json.dumps(told), encoding="utf-8")
    found = what_is(made, path)
    assert (found.stamps, found.status) == ((), "unknown")

"""Papers of files and documents: their stamps, their folder, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from daybreak.model.errors import UsageError
from daybreak.model.files import write
from daybreak.office import boards, documents
from daybreak.office.asked import Asked
from daybreak.office.paper_jobs import LARGE, SMALL, Job, written_by
from daybreak.office.paper_source import Source, from_document, from_files
from daybreak.office.reporting import (
    ENDING_OF,
    Writer,
    format_of,
    jobs_of,
    kind_named,
    paper_of,
    write_all,
)
from daybreak.office.wishes import Wish, wanted
from daybreak.reports.formats.look import Look
from daybreak.reports.papers.kinds import KINDS
from daybreak.reports.papers.shown import Wanted
from tests.cli.running import files
from tests.reports.made_up import crossing, harbor

MADE = datetime(2027, 2, 1, 9, 30, tzinfo=UTC)
BY = {"by": "Ada", "at": MADE}


def _source(folder: Path, pair=None) -> Source:  # type: ignore[no-untyped-def]
    return from_files(*files(folder, pair or harbor()), Asked(), made=MADE)


@pytest.fixture
def shoot(tmp_path: Path) -> Path:
    """Make a document with two boards; the first was frozen as it stands."""
    production, schedule = harbor()
    path = tmp_path / "shoot.daybreak"
    write(production, tmp_path / "production.json")
    documents.new(path, production=tmp_path / "production.json", **BY)
    boards.save(path, "first", schedule, **BY)
    boards.freeze(path, "first", day=date(2027, 2, 2), **BY)
    shorter = replace(
        schedule, days=schedule.days[:2], boneyard=(*schedule.boneyard, "s5")
    )
    boards.save(path, "second", shorter, **BY)
    return path


def test_papers_of_files_name_the_file_and_are_drafts(tmp_path: Path) -> None:
    stamp = _source(tmp_path).shown.stamp
    assert (stamp.board, stamp.revision, stamp.entry) == (
        "schedule.json",
        "Draft",
        None,
    )
    assert stamp.made == MADE


def test_papers_of_a_document_show_the_board_saved_last(shoot: Path) -> None:
    stamp = from_document(shoot, None, Asked(), made=MADE).shown.stamp
    assert (stamp.board, stamp.color) == ("second", "")
    assert stamp.entry == boards.desk(shoot).entries


def test_a_board_that_stands_as_it_was_frozen_bears_the_color(shoot: Path) -> None:
    for name in ("first", "white", "1"):
        stamp = from_document(shoot, name, Asked(), made=MADE).shown.stamp
        assert (stamp.board, stamp.color) == ("first", "white")
        assert stamp.revised == date(2027, 2, 2)


def test_a_board_changed_since_the_freeze_is_a_draft(shoot: Path) -> None:
    _, schedule = harbor()
    changed = replace(
        schedule, days=schedule.days[1:], boneyard=("s1", "s2", "s4", "s6")
    )
    boards.save(shoot, "first", changed, replaces=True, **BY)
    draft = from_document(shoot, "first", Asked(), made=MADE).shown.stamp
    frozen = from_document(shoot, "white", Asked(), made=MADE).shown.stamp
    assert (draft.color, frozen.color) == ("", "white")
    assert draft.digest != frozen.digest


def test_an_unknown_board_is_refused_with_those_there_are(shoot: Path) -> None:
    with pytest.raises(UsageError, match="first, second, white"):
        from_document(shoot, "third", Asked(), made=MADE)


def test_a_document_without_a_board_says_how_to_save_one(tmp_path: Path) -> None:
    path = tmp_path / "bare.daybreak"
    production, _ = files(tmp_path, harbor())
    documents.new(path, production=production, **BY)
    with pytest.raises(UsageError, match=r"save first schedule\.json"):
        from_document(path, None, Asked(), made=MADE)


def test_a_plain_production_needs_a_schedule(tmp_path: Path) -> None:
    production, _ = files(tmp_path, harbor())
    with pytest.raises(UsageError, match="papers need a schedule"):
        from_document(production, None, Asked(), made=MADE)


def test_papers_of_a_broken_schedule_say_so(tmp_path: Path) -> None:
    production, schedule = harbor()
    night = replace(schedule.days[0], strips=("s1", "s2", "s3a"))
    broken = replace(schedule, days=(night, *schedule.days[2:]), boneyard=("s4", "s6"))
    source = _source(tmp_path, (production, broken))
    assert (source.valid, source.warning) == (False, "breaks 1 rule")
    assert paper_of(source, KINDS["costs"], Wanted()).warning == "breaks 1 rule"
    assert _source(tmp_path).warning == ""


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (Wish(person="norra"), 'Did you mean "nora"'),
        (Wish(person="Ada Quil"), 'Did you mean "Ada Quill"'),
        (Wish(picture="zzz"), "Maybe one of these: harbor"),
        (Wish(unit="man"), 'Did you mean "main"'),
        (Wish(category="props"), "The production has none"),
        (Wish(day="2027-03-04"), "2027-03-01 or 2027-03-02 or 2027-03-18"),
        (Wish(day="tomorrow"), "is no date"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is_near(
    tmp_path: Path, wish: Wish, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        wanted(_source(tmp_path).shown, wish)


@pytest.mark.parametrize("name", ["nora", "Ada Quill", "ADA QUILL", "1"])
def test_people_are_found_by_id_name_and_number(tmp_path: Path, name: str) -> None:
    assert wanted(_source(tmp_path).shown, Wish(person=name)).person == "nora"


def test_an_unknown_kind_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match='Did you mean "one-liner"'):
        kind_named("one-linr")


def test_the_format_is_that_of_the_ending_or_the_one_named() -> None:
    assert format_of("a/b.PDF", None) == "pdf"
    assert format_of("-", "html") == "html"
    with pytest.raises(UsageError, match="its ending says no format"):
        format_of("a/b", None)
    with pytest.raises(UsageError, match="is no format"):
        format_of("a.pdf", "doc")


def test_all_papers_are_written_in_all_their_formats(tmp_path: Path) -> None:
    source = _source(tmp_path, crossing())
    made = list(write_all(source, Wanted(), str(tmp_path / "papers"), look=Look()))
    assert {one.kind for one in made} == set(KINDS)
    assert len({one.path for one in made}) == len(made)
    for one in made:
        path = Path(one.path)
        assert path.stat().st_size > 0
        assert path.suffix == ENDING_OF[one.form]
    found = {one for one in (tmp_path / "papers").rglob("*") if one.is_file()}
    assert found == {Path(one.path) for one in made}


def test_all_papers_of_one_person_hold_no_other(tmp_path: Path) -> None:
    source = _source(tmp_path)
    people = [one for one in jobs_of(source, Wanted(person="ben")) if one.part]
    assert {one.part for one in people if one.kind == "person"} == {"ben"}


def test_an_odd_category_stays_in_the_folder(tmp_path: Path) -> None:
    from daybreak.office.reporting import _file_part  # noqa: PLC0415

    used: set[str] = set()
    made = [_file_part(one, used) for one in ("../x", "X", "Stunts & Fx", "\u202e", "")]
    assert made == ["x", "x-2", "stunts-fx", "other", "other-2"]


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    source = _source(tmp_path)
    taken = tmp_path / "taken"
    taken.write_text("a file")
    with pytest.raises(UsageError, match="nothing was written there"):
        list(write_all(source, Wanted(), str(taken / "papers"), look=Look()))


def test_workers_make_the_same_papers_as_one_process(tmp_path: Path) -> None:
    """E8: who writes a paper changes no byte of it."""
    source = _source(tmp_path)
    kinds = ("one-liner", "locations", "person")
    jobs = [one for one in jobs_of(source, Wanted(person="ben")) if one.kind in kinds]
    assert {one.is_light for one in jobs} == {True}
    for scenes, folder in ((SMALL, "alone"), (SMALL + 1, "shared")):
        write_here = Writer(source=source, folder=str(tmp_path / folder), look=Look())
        made = list(written_by(write_here, jobs, scenes=scenes))
        assert [one[0].kind for one in made] == [one.kind for one in jobs]
    alone = [one for one in (tmp_path / "alone").rglob("*") if one.is_file()]
    assert len(alone) > 4
    for one in alone:
        other = tmp_path / "shared" / one.relative_to(tmp_path / "alone")
        assert one.read_bytes() == other.read_bytes(), one.name


def test_whole_papers_come_before_those_of_a_day(tmp_path: Path) -> None:
    jobs = jobs_of(_source(tmp_path), Wanted())
    made = list(written_by(lambda job: job.is_light, jobs, scenes=SMALL))
    assert made == sorted(made)
    assert set(made) == {False, True}


def _named(job: Job) -> str:
    return f"{job.kind} {job.part}"


def _begun(job: Job) -> str:
    """Leave a file for each job that was begun; the first of them fails."""
    folder = Path(str(job.wanted.category))
    (folder / job.part).touch()
    if job.part == "0":
        raise UsageError("no room")
    return job.part


def test_answers_come_in_order_whichever_lane_found_them() -> None:
    """E12: a process for each large paper, and one for many small ones."""
    whole = [Job(kind="scenes", part=f"{one}", wanted=Wanted()) for one in range(2)]
    one_person = Wanted(person="nora")
    light = [Job(kind="person", part=f"{one}", wanted=one_person) for one in range(26)]
    jobs = [*light[:7], *whole, *light[7:]]
    made = list(written_by(_named, jobs, scenes=LARGE + 1))
    assert made == [_named(one) for one in [*whole, *light]]


def test_a_paper_that_cannot_be_written_ends_the_work(tmp_path: Path) -> None:
    here = Wanted(category=str(tmp_path))
    jobs = [Job(kind="scenes", part=f"{one}", wanted=here) for one in range(12)]
    with pytest.raises(UsageError, match="no room"):
        list(written_by(_begun, jobs, scenes=LARGE + 1))
    assert 1 <= len(list(tmp_path.iterdir())) < 12

"""``set``, ``remove``, ``facts``, ``changes``, and planning as of a day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from daybreak.office.asked import SUFFIX, Asked
from daybreak.office.opening import read_production
from daybreak.store import files
from tests.cli.running import run, run_json
from tests.store.made_entries import SMALL

RELEASE = "picture/m7/release"
REPORTS = (
    ("2021-07", "--not-before", "2020-02-03", "--outlet", "A"),
    ("2021-11-19", "--said-on", "2020-07-07", "--outlet", "B"),
    ("2021-07-23", "--said-on", "2020-10-02", "--outlet", "C"),
    ("2021-11-19", "--said-on", "2021-02-25", "--outlet", "D"),
)
FEW = ("--iterations", "300", "--quiet")


@pytest.fixture
def shoot(tmp_path: Path) -> Path:
    """Give a document of the small production."""
    (tmp_path / "small.json").write_text(json.dumps(SMALL), encoding="utf-8")
    made = tmp_path / "shoot.daybreak"
    assert run("load", tmp_path / "small.json", "-o", made).exit_code == 0
    return made


def report(shoot: Path, *rows: tuple[str, ...]) -> None:
    """Enter reports of a release."""
    for row in rows:
        done = run("set", shoot, RELEASE, *row, "--by", "ann")
        assert done.exit_code == 0, done.stderr


def test_a_dispute_shows_and_settles_as_reports_come_in(shoot):
    report(shoot, *REPORTS[:3])
    open_one = run("facts", shoot, RELEASE)
    assert "Disputed: C (2020-10-02) says 2021-07-23; B (2020-07-07) says" in (
        open_one.stdout
    )
    report(shoot, REPORTS[3])
    settled = run_json("facts", shoot, RELEASE)
    assert (settled["value"], settled["disputed"]) == ("2021-11-19", False)
    assert [(one["source"]["outlet"], one["fate"]) for one in settled["history"]] == [
        ("A", "replaced"),
        ("B", "stands"),
        ("C", "replaced"),
        ("D", "agrees"),
    ]
    assert settled["settled_by"] == settled["history"][-1]["seq"]


def test_what_is_entered_is_told_with_what_it_contradicts(shoot):
    report(shoot, *REPORTS[:2])
    done = run("set", shoot, RELEASE, *REPORTS[2], "--by", "ann")
    assert f"{RELEASE} was 2021-11-19, is 2021-07-23 now." in done.stderr
    assert "Disputed: C (2020-10-02)" in done.stderr
    assert "Decide where you know better: daybreak set" in done.stderr


def test_streaming_follows_the_release(shoot):
    report(shoot, REPORTS[1])
    run("set", shoot, "picture/m7/streaming_after_days", "45")
    before = run_json("facts", shoot, RELEASE)["derived"]
    done = run("set", shoot, RELEASE, "2022-05-27")
    assert {"path": "picture/m7/streaming", "value": "2022-01-03"}.items() <= (
        before[-1].items()
    )
    assert "picture/m7/streaming follows: 2022-07-11, 45 days after" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("picure/m7/release", "2021-07"), 'did you mean "picture"?'),
        (("picture/m7/release", "2021-02-30"), "2021-02-30 is no day, month or year"),
        (("picture/m7/release", "2021-07", "--outlet", "A"), "a source without a date"),
        (("picture/m7/release", "2021-07", "--said-on", "2020-13"), "no day of the"),
        (
            ("picture/m7/release", "2021-07", "--not-before", "2020"),
            "--not-before 2020",
        ),
        (("picture/m7/release", "2021-07", "--status", "maybe"), 'status "maybe"'),
        (("picture/m9/release", "2021-07"), "there is no picture/m9"),
        (("picture/m7/release",), "0 values for one field"),
        (("picture/m7/streaming", "2022-01-03"), "streaming follows from other facts"),
        (("scene/s1/location", "nowhere"), 'unknown location "nowhere"'),
        (("scene/s1/eighths", "900"), "scene 1 needs 13500 minutes"),
    ],
)
def test_a_bad_wish_says_what_to_do_and_leaves_the_journal_as_it_was(
    shoot, words, said
):
    before = shoot.read_bytes()
    done = run("set", shoot, *words)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr
    assert shoot.read_bytes() == before


def test_a_removal_that_would_break_the_production_is_refused(shoot):
    before = shoot.read_bytes()
    done = run("remove", shoot, "person/star")
    assert (done.exit_code, "scene/s1/cast[0]" in done.stderr) == (2, True)
    assert shoot.read_bytes() == before


def test_what_is_removed_is_gone_from_its_day_on(shoot):
    path = "person/star/unavailable/press"
    run("set", shoot, path, "from=2021-06", "to=2021-08", "--said-on", "2021-01-10",
        "--outlet", "A")  # fmt: skip
    done = run("remove", shoot, path, "--said-on", "2021-03-01", "--outlet", "B")
    assert done.exit_code == 0, done.stderr
    then = run_json("facts", shoot, "person/star", "--as-of", "2021-02")["facts"]
    now = run_json("facts", shoot, "person/star")["facts"]
    assert f"{path}/from" in [one["path"] for one in then]
    assert f"{path}/from" not in [one["path"] for one in now]


def test_naming_fields_of_a_thing_that_is_there_leaves_the_others(shoot):
    done = run_json("set", shoot, "picture/m7", "title=Sieben", "release=2021-07")
    assert len(done["entries"]) == 2
    found = run_json("facts", shoot, "picture/m7")["facts"]
    assert {one["path"]: one["value"] for one in found} == {
        "picture/m7/title": "Sieben",
        "picture/m7/release": "2021-07",
        "picture/m7/post_days": 100,
    }
    assert run("set", shoot, "picture/m7", '{"title": "Sept"}').exit_code == 0
    found = run_json("facts", shoot, "picture/m7")["facts"]
    assert [(one["path"], one["value"]) for one in found] == [
        ("picture/m7/title", "Sept")
    ]


def test_changes_tell_what_moved_and_which_names_were_lost(shoot):
    report(shoot, *REPORTS[:2])
    run("set", shoot, "cast/m7", "Atwell,Hoult", "--said-on", "2020-07-07",
        "--outlet", "B")  # fmt: skip
    run("set", shoot, "cast/m7", "Atwell,Morales", "--said-on", "2021-02-25",
        "--outlet", "D")  # fmt: skip
    done = run("changes", shoot, "--from", "2020-03", "--to", "2021-02-25")
    assert "2021-07 -> 2021-11-19" in done.stdout
    data = run_json("changes", shoot, "--from", "2020-07-07", "--to", "2021-02-25")
    assert [(one["path"], one["lost"], one["gained"]) for one in data["changes"]] == [
        ("cast/m7", ["Hoult"], ["Morales"])
    ]


def test_changes_backwards_are_refused(shoot):
    done = run("changes", shoot, "--from", "2021-01", "--to", "2020-01")
    assert (done.exit_code, "swap the two" in done.stderr) == (2, True)


def test_a_plan_of_a_day_knows_nothing_later_and_says_what_it_rests_on(shoot, tmp_path):
    hiatus = ("from=2020-02-24", "to=2021-04-30", "--status", "expected")
    run("set", shoot, "hiatus/shutdown", *hiatus, "--said-on", "2020-07-07",
        "--outlet", "B")  # fmt: skip
    before = read_production(shoot, Asked(as_of=date(2020, 7, 6)))
    assert (before.production.hiatuses, before.rests_on) == ((), ())
    schedule = tmp_path / "schedule.json"
    words = ("plan", shoot, "-o", schedule, "--as-of", "2020-07-07", *FEW[:2])
    done = run(*words, "--no-bound")
    assert done.exit_code == 0, done.stderr
    assert "only expected: hiatus/shutdown" in done.stderr
    assert run("check", shoot, schedule, "--as-of", "2020-07-07").exit_code == 0
    days = json.loads(schedule.read_text(encoding="utf-8"))["days"]
    assert min(one["date"] for one in days) >= "2021-05-03"  # the hiatus is over


def test_rumors_are_never_planned_on_silently(shoot, tmp_path):
    run("set", shoot, "unit/main/day_minutes", "660", "--status", "rumoured",
        "--said-on", "2020-07", "--speaker", "S")  # fmt: skip
    usual = read_production(shoot, Asked())
    assert (usual.production.units[0].day_minutes, usual.rests_on) == (600, ())
    words = ("plan", shoot, "-o", tmp_path / "schedule.json", *FEW, "--no-bound")
    assert run_json(*words, "--at-least", "rumoured")["rests_on"] == [
        "Planned on what is only rumored: unit/main/day_minutes = 660 (S, 2020-07)"
    ]


def test_entered_by_reads_when_it_was_entered(shoot):
    report(shoot, REPORTS[1])
    found = run_json("facts", shoot, RELEASE, "--entered-by", "2020-12-31")
    assert (found["value"], found["history"]) == (None, [])


def test_a_production_without_history_cannot_be_asked_for_a_day(shoot):
    done = run("plan", shoot.with_name("small.json"), "--as-of", "2020-07-07")
    assert (done.exit_code, "daybreak load" in done.stderr) == (2, True)


def test_both_rooms_know_a_document_by_the_same_ending():
    assert SUFFIX == files.SUFFIX


def test_a_value_may_be_a_number_below_zero(shoot: Path) -> None:
    done = run("set", shoot, "base/london", "lat=51.5", "lon=-0.1", "timezone=UTC")
    assert done.exit_code == 0
    assert run_json("set", shoot, "base/london/lon", "-0.12")["fact"]["value"] == -0.12


def test_an_unknown_flag_of_set_is_no_value(shoot: Path) -> None:
    done = run("set", shoot, "title", "Harbor", "--statsu", "rumored")
    assert (done.exit_code, done.stderr.splitlines()) == (
        2,
        ["daybreak: No such option: --statsu", "daybreak: Maybe --status."],
    )


@pytest.mark.parametrize("asked", ["person/gest", "person/GUEST"])
def test_a_name_that_is_nearly_known_is_told(shoot: Path, asked: str) -> None:
    done = run("facts", shoot, asked)
    assert (done.exit_code, done.stderr.splitlines()[1]) == (
        2,
        "daybreak: Maybe you mean person/guest.",
    )

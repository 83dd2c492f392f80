"""Risk of a plan as the office gives it: models, boards, kept runs, unsure facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from daybreak.checking import costed
from daybreak.model.errors import UsageError
from daybreak.model.files import write
from daybreak.office import boards, documents, facts
from daybreak.office.asked import Asked
from daybreak.office.risk import Risk, model_in, risk, usual_keep
from daybreak.office.risk_runs import How
from daybreak.office.uncertain import unsure_facts
from daybreak.risking import RiskModel
from daybreak.store.entry import Status
from tests.risking.shoots import MONDAY, exterior, production, scene, schedule

AT = datetime(2027, 5, 1, tzinfo=UTC)
SHOOT = production(exterior("a"), scene("b"))
PLAN = schedule((MONDAY, ["a"]), ("2027-06-08", ["b"]))


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Give a document with a plan that fits and, saved later, one that does not."""
    path = tmp_path / "small.daybreak"
    write(SHOOT, tmp_path / "small.json")
    documents.load(tmp_path / "small.json", path, by="ann", at=AT)
    boards.save(path, "good", costed(SHOOT, PLAN), by="ann", at=AT)
    other = replace(PLAN, days=PLAN.days[:1], boneyard=("b",))
    boards.save(path, "other", other, by="ann", at=AT)
    return path


def asked(
    path: Path,
    *,
    board: str | None = None,
    how: How | None = None,
    known: Asked = Asked(as_of=AT.date()),  # noqa: B008
) -> Risk:
    """Give the risk of a document's board."""
    return risk(
        path,
        "",
        board,
        known,
        how or How(runs=5, workers=1),
        model=None,
        today=None,
        made=AT,
    )


def test_as_of_a_day_the_board_made_for_what_was_known_is_looked_at(
    document: Path,
) -> None:
    assert asked(document).source.shown.stamp.board == "good"
    assert asked(document, board="other").source.shown.stamp.board == "other"
    assert asked(document, known=Asked()).source.shown.stamp.board == "other"


def test_finished_runs_are_not_done_again(document: Path) -> None:
    keep = usual_keep(document)
    assert keep == document
    first = asked(document, how=How(runs=4, workers=1, keep=keep))
    both = asked(document, how=How(runs=9, workers=1, keep=keep))
    assert (first.again, both.again) == (0, 4)
    assert both.summary == asked(document, how=How(runs=9, workers=1)).summary


def test_a_stop_gives_what_is_done(document: Path) -> None:
    done: list[int] = []
    how = How(
        runs=50,
        workers=1,
        progress=lambda count, _: done.append(count),
        stop=lambda: len(done) >= 7,
    )
    found = asked(document, how=how)
    assert (found.summary.runs, found.asked) == (7, 50)


def test_a_plan_that_stands_twice_is_refused(tmp_path: Path) -> None:
    write(SHOOT, tmp_path / "p.json")
    twice = schedule((MONDAY, ["a"]), ("2027-06-08", ["a"]))
    write(twice, tmp_path / "s.json")
    with pytest.raises(UsageError, match="daybreak check"):
        risk(
            tmp_path / "p.json",
            str(tmp_path / "s.json"),
            None,
            Asked(),
            How(runs=2),
            model=None,
            today=None,
            made=AT,
        )


def test_nothing_scheduled_is_told(tmp_path: Path) -> None:
    write(SHOOT, tmp_path / "p.json")
    write(schedule(boneyard=["a", "b"]), tmp_path / "s.json")
    with pytest.raises(UsageError, match="Nothing is scheduled"):
        risk(
            tmp_path / "p.json",
            str(tmp_path / "s.json"),
            None,
            Asked(),
            How(runs=2),
            model=None,
            today=None,
            made=AT,
        )


def test_a_production_brings_its_own_model() -> None:
    own = replace(SHOOT, extra={"risk": {"post": {"chance": 0.5}}})
    assert model_in(None, own).post.chance == 0.5
    assert model_in(None, SHOOT) == RiskModel()


def test_what_was_shot_before_today_cannot_go_wrong(document: Path) -> None:
    found = risk(
        document,
        "",
        None,
        Asked(),
        How(runs=20, workers=1),
        model=None,
        today=date(2027, 6, 9),
        made=AT,
    )
    assert found.summary.kinds == ()
    assert found.summary.pictures[0].wraps.share == 1.0


# --- facts that are not certain -----------------------------------------------------


def say(path: Path, words: list[str], status: Status) -> None:
    """Enter a fact with a status."""
    entry = facts.wish(
        words[0],
        words[1:],
        action="set",
        said_on="2027-04-01",
        not_before=None,
        source=("The Echo", "", "", ""),
        status=status,
        settles=False,
        note="",
        by="ann",
        at=AT,
    )
    facts.enter(path, entry)


def test_an_expected_end_of_a_hiatus_may_come_later(document: Path) -> None:
    words = ["hiatus/rest", "from=2027-07-01", "to=2027-07-10"]
    say(document, words, "expected")
    found = list(unsure_facts(document, Asked()))
    assert found == [("hiatus/rest/to", "expected", "shoot", "", date(2027, 7, 11))]
    bet = asked(document, board="good").bet
    assert [(one.path, one.holds) for one in bet.facts] == [("hiatus/rest/to", 0.8)]


def test_somebody_who_is_away_may_stay_away(document: Path) -> None:
    words = ["person/ann/unavailable/play", "from=2027-07-01", "to=2027-07-10"]
    say(document, words, "expected")
    (found,) = unsure_facts(document, Asked())
    assert found[1:] == ("expected", "person", "ann", date(2027, 7, 11))


def test_an_unsure_fact_that_moves_no_day_is_told(document: Path) -> None:
    say(document, ["picture/p/release", "2027-12-30"], "expected")
    found = asked(document, board="good")
    assert found.bet.facts == ()
    assert found.notes[-1] == (
        "Not simulated, though not certain: picture/p/release (expected)."
    )

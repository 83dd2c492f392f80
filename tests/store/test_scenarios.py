"""Scenarios in the journal: what-ifs on top of what is known, and never more."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.errors import DocumentError, UsageError
from daybreak.office import documents
from daybreak.store import scenarios
from daybreak.store.building import build
from daybreak.store.entry import Entry
from daybreak.store.known import Known
from daybreak.store.loading import checked_all
from daybreak.store.scenarios import WhatIf, added, put_on, read_what_ifs, removed
from daybreak.store.state import State
from daybreak.store.undoing import redo, undo
from tests.store.made_entries import journal as facts
from tests.store.made_entries import said, state
from tests.store.making import START, a_document, an_entry, founded, memory, opened

LATER = WhatIf(path="picture/harbor/title", value="The Pier")
RELEASE = "picture/m7/release"
SAID = (
    said(RELEASE, "2021-07", "2020-02-03", outlet="A"),
    said(RELEASE, "2021-11-19", "2020-07-07", outlet="B"),
)


def scenario(name: str = "pier", *what_ifs: WhatIf, by: str = "anna") -> Entry:
    return added((), name, what_ifs or (LATER,), by=by, at=START, note="a pier")


def with_what_if(
    *what_ifs: WhatIf, as_of: str | None = None, entries: Any = SAID
) -> Known:
    """Give what is known on a day with what-ifs on top."""
    made = state([*facts(), *entries])
    day = None if as_of is None else date.fromisoformat(as_of)
    put_on(made, what_ifs, as_of=day)
    return Known(made, as_of=day)


# --- kept in the journal -----------------------------------------------------------


def test_scenario_comes_back_from_an_export_and_verifies(tmp_path: Path) -> None:
    path = a_document(tmp_path, [*founded(), scenario()])
    documents.export(path, tmp_path / "out.json")
    documents.load(tmp_path / "out.json", tmp_path / "b.daybreak", by="b", at=START)
    with opened(path) as one, opened(tmp_path / "b.daybreak") as other:
        assert scenarios.scenarios(other.entries()) == scenarios.scenarios(
            one.entries()
        )
        assert other.journal.head() == one.journal.head()
    found = documents.verify(tmp_path / "b.daybreak")
    assert (found.is_sound, found.scenarios) == (True, 1)


def test_undo_and_redo_take_a_scenario_off_the_list_and_back() -> None:
    _, journal = memory([*founded(), scenario()])
    journal.append(undo(journal.entries(), by="anna", at=START))
    assert scenarios.scenarios(journal.entries()) == {}
    journal.append(redo(journal.entries(), by="anna", at=START))
    assert [*scenarios.scenarios(journal.entries())] == ["pier"]
    assert len(scenarios.history(journal.entries(), "pier")) == 3


def test_replaced_and_removed_scenario_keeps_its_history() -> None:
    _, journal = memory([*founded(), scenario()])
    other = [WhatIf(path="extra/x", value=1)]
    entry = added(journal.entries(), "pier", other, by="ben", at=START, replaces=True)
    journal.append([entry])
    found = scenarios.scenario_named(journal.entries(), "pier")
    assert (found.what_ifs, found.note) == (tuple(other), "")
    journal.append([removed(journal.entries(), "pier", by="ben", at=START)])
    assert scenarios.scenarios(journal.entries()) == {}
    assert len(scenarios.history(journal.entries(), "pier")) == 3


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pier", 'There is a scenario "pier" already; nothing was changed.'),
        ("a/b", '"a/b" is no name of a scenario.'),
        ("", '"" is no name of a scenario.'),
        ("ways", 'A scenario cannot be called "ways": the word asks for'),
        ("as-it-is", 'A scenario cannot be called "as-it-is": the word asks'),
    ],
)
def test_name_that_cannot_be_says_what_to_do(name: str, said: str) -> None:
    entries = memory([*founded(), scenario()])[1].entries()
    with pytest.raises(UsageError) as error:
        added(entries, name, [LATER], by="anna", at=START)
    first, todo = str(error.value).splitlines()
    assert first.startswith(said)
    assert todo.startswith("Maybe ")


def test_unknown_scenario_says_which_there_are() -> None:
    entries = memory([*founded(), scenario()])[1].entries()
    with pytest.raises(UsageError) as error:
        removed(entries, "pear", by="anna", at=START)
    assert str(error.value).splitlines() == [
        'There is no scenario "pear".',
        "Maybe one of these: pier.",
    ]


@pytest.mark.parametrize(
    "value",
    [
        None,
        "picture/m7/release",
        [["picture/m7/release", "2021"]],
        [{"path": "picture/m7/release"}],
        [{"path": "picture/m7/release", "action": "remove", "value": 1}],
        [{"path": "picture/m7/release", "action": "deny", "value": 1}],
        [{"path": "nothing/of/this", "value": 1}],
        [{"path": 7, "value": 1}],
        [{"path": "title", "value": 1, "by": "x"}],
        [{"path": "title", "value": "x"}] * 501,
    ],
)
def test_what_is_no_scenario_is_refused_with_advice(value: Any) -> None:
    with pytest.raises(DocumentError) as error:
        read_what_ifs(value)
    assert all(one.what and one.todo for one in error.value.faults)
    bad = an_entry("scenario/x", value)
    with pytest.raises(DocumentError, match="scenario/x"):
        checked_all([*founded(), bad])


def test_scenario_by_hand_whose_what_if_cannot_be_is_refused() -> None:
    bad = an_entry("scenario/x", [{"path": "picture/film/release", "value": "2021"}])
    with pytest.raises(DocumentError, match="there is no picture/film"):
        checked_all([*founded(), bad])


# --- on top of what is known --------------------------------------------------------


def test_what_if_holds_over_what_was_said_later_than_the_day() -> None:
    what_if = WhatIf(path=RELEASE, value="2022-01-07")
    for day in ("2020-03-01", "2020-07-07", None):
        known = with_what_if(what_if, as_of=day)
        picture = build(known).production.pictures[0]
        assert str(picture.release) == "2022-01-07"
        standing = known.standing(RELEASE)
        assert standing is not None
        assert not standing.is_disputed


def test_what_is_known_on_the_day_stays_where_no_what_if_says_otherwise() -> None:
    what_if = WhatIf(path="picture/m8/title", value="Nine")
    early = build(with_what_if(what_if, as_of="2020-03-01")).production.pictures
    late = build(with_what_if(what_if, as_of="2020-07-07")).production.pictures
    assert [str(one.release) for one in (early[0], late[0])] == [
        "2021-07-31",
        "2021-11-19",
    ]
    assert (early[1].title, late[1].title) == ("Nine", "Nine")


def test_what_if_may_remove_and_build_on_what_another_sets() -> None:
    known = with_what_if(
        WhatIf(path="person/guest", action="remove"),
        WhatIf(path="person/kim", value={"name": "Kim", "deals": []}),
        WhatIf(path="person/kim/prep_days", value=2),
        WhatIf(path="order/s1/s2", action="remove"),
    )
    made = build(known).production
    people = [(one.id, one.prep_days) for one in made.people]
    assert people == [("star", 0), ("other", 0), ("kim", 2)]
    assert made.orders == ()


@pytest.mark.parametrize(
    ("what_if", "said"),
    [
        (WhatIf(path="picture/m9/release", value="2021"), "there is no picture/m9"),
        (WhatIf(path="picture/m7/release", value="soon"), "soon is no day, month"),
        (WhatIf(path="picture/m7/wrap", value="2021"), "wrap follows from other facts"),
        (WhatIf(path="star", value=1), '"star" is nothing of a production'),
        (WhatIf(path="person/x", action="remove"), "there is none to remove"),
        (WhatIf(path="unit/main/name", action="remove"), "cannot be without name"),
    ],
)
def test_what_if_that_cannot_be_says_why(what_if: WhatIf, said: str) -> None:
    with pytest.raises(DocumentError) as error:
        with_what_if(what_if)
    assert said in str(error.value)
    assert all(one.todo for one in error.value.faults)


def late_person() -> tuple[Entry, ...]:
    """Somebody who joined, and left again."""
    return (
        said("person/kim", {"name": "Kim"}, "2020-06-01"),
        said("hiatus/stop", {"from": "2020-03-02", "to": "2020-04-03"}, "2020-06-01"),
    )


@pytest.mark.parametrize(
    "what_if",
    [
        WhatIf(path="person/kim/prep_days", value=2),
        WhatIf(path="person/kim/window/1", value=["2020-07-01", "2020-08-01"]),
        WhatIf(path="hiatus/stop", action="remove"),
    ],
)
def test_what_if_on_what_was_not_there_that_day_is_refused(what_if: WhatIf) -> None:
    """Else it would be passed over in silence."""
    with_what_if(what_if, as_of="2020-06-02", entries=late_person())
    with pytest.raises(DocumentError, match="on 2020-05-31"):
        with_what_if(what_if, as_of="2020-05-31", entries=late_person())


@pytest.mark.twin
def test_what_if_that_is_passed_over_in_silence_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Broken: nobody looks whether the thing is there on the day."""
    monkeypatch.setattr(scenarios, "_missing", lambda *_: ())
    what_if = WhatIf(path="person/kim/prep_days", value=2)
    known = with_what_if(what_if, as_of="2020-05-31", entries=late_person())
    assert "kim" not in [one.id for one in build(known).production.people]


def test_document_itself_is_not_changed_by_asking(tmp_path: Path) -> None:
    path = a_document(tmp_path)
    with opened(path) as document:
        before = document.journal.head()
        put_on(document.own_state(), [LATER])
        assert Known(document.state()).value("picture/harbor")["title"] != "The Pier"
        assert document.journal.head() == before


FIELDS: dict[str, Any] = {
    "picture/m7/release": ("2021-05-28", "2022-01-07"),
    "picture/m8/title": ("Eight", "Nine"),
    "unit/main/day_cost": (900, 1100),
    "scene/s2/eighths": (4, 12),
    "person/star/deal/1/rate": (1, 200),
    "extra/idea": ("a", "b"),
}
DAYS = st.dates(date(2019, 12, 1), date(2021, 12, 1))


@settings(max_examples=60, deadline=None)
@given(data=st.data(), as_of=st.none() | DAYS)
def test_whatever_was_said_a_what_if_holds_on_any_day(
    data: st.DataObject, as_of: date | None
) -> None:
    """What-ifs read back as asked for; everything else is as it is without them."""
    told = data.draw(st.lists(st.sampled_from([*FIELDS]), max_size=4))
    entries = [
        said(
            path, data.draw(st.sampled_from(FIELDS[path])), data.draw(DAYS).isoformat()
        )
        for path in told
    ]
    wished = data.draw(st.sets(st.sampled_from([*FIELDS]), min_size=1))
    what_ifs = [
        WhatIf(path=one, value=data.draw(st.sampled_from(FIELDS[one])))
        for one in sorted(wished)
    ]
    plain, made = state([*facts(), *entries]), state([*facts(), *entries])
    put_on(made, what_ifs, as_of=as_of)
    before, after = Known(plain, as_of=as_of), Known(made, as_of=as_of)
    for one in what_ifs:
        found = after.standing(one.path)
        assert found is not None
        assert (found.claim.value, found.is_disputed) == (one.value, False)
    for path in FIELDS.keys() - wished:
        assert after.standing(path) == before.standing(path)


def test_no_what_ifs_are_the_production_as_it_is() -> None:
    plain: State = state([*facts(), *SAID])
    assert build(with_what_if()).production == build(Known(plain)).production

"""Which claim stands, and when reports dispute: the rule of `store/standing.py`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daybreak.store.standing import Standing
from tests.store.made_entries import decided, founded, journal, known, said, stands

RELEASE = "picture/m7/release"
ROWS_2_TO_6 = (
    said(RELEASE, "2021-07", not_before="2020-02-03", outlet="A"),
    said(RELEASE, "2021-11-19", "2020-07-07", outlet="B"),
    said(RELEASE, "2021-07-23", "2020-10-02", outlet="C"),
    said(RELEASE, "2021-11-19", "2021-02-25", outlet="D"),
    said(RELEASE, "2021-11-19", not_before="2021-03-01", outlet="E"),
)
"""The reports of the founding case on the release of its first picture."""


def sides(found: Standing | None) -> list[list[str]]:
    """Give the outlets of the other sides of a dispute."""
    assert found is not None
    return [[one.outlet for one in side] for side in found.against]


def course(entries: list, *days: str) -> list[tuple]:
    """Give what stands on each day: value, outlet and the other sides."""
    made = []
    for day in days:
        found = known(entries, day).standing(RELEASE)
        assert found is not None
        value = None if found.claim.removes else found.claim.value
        made.append((value, found.claim.outlet, sides(found)))
    return made


def test_facts_rows_2_to_6_dispute_and_settle():
    entries = journal(*ROWS_2_TO_6)
    days = ("2020-02-02", "2020-02-03", "2020-07-07", "2020-10-02", "2021-02-25")
    assert course(entries, *days) == [
        (None, "", []),
        ("2021-07", "A", []),
        ("2021-11-19", "B", []),  # a moved date, no dispute
        ("2021-07-23", "C", [["B"]]),
        ("2021-11-19", "B", []),
    ]
    settled = known(entries).standing(RELEASE)
    assert settled is not None
    assert [one.outlet for one in settled.together] == ["B", "D", "E"]
    assert settled.settled_by == entries[-2].seq


@pytest.mark.twin
def test_twin_without_the_fourth_row_nothing_was_disputed():
    rows = [one for one in ROWS_2_TO_6 if one.source.outlet != "C"]
    found = known(journal(*rows)).standing(RELEASE)
    assert found is not None
    assert (sides(found), found.settled_by) == ([], None)


def test_the_order_of_entering_changes_nothing():
    forward = journal(*ROWS_2_TO_6)
    backward = journal(*reversed(ROWS_2_TO_6))
    days = ("2020-02-03", "2020-07-07", "2020-10-02", "2021-02-25", "2021-12-01")
    assert course(forward, *days) == course(backward, *days)


def test_a_person_settles_a_dispute():
    rows = ROWS_2_TO_6[:3]
    taken = decided(RELEASE, "2021-11-19", "2020-10-05", note="we trust the studio")
    found = known(journal(*rows, taken)).standing(RELEASE)
    assert found is not None
    assert (found.claim.value, sides(found)) == ("2021-11-19", [])
    assert found.settled_by is not None


def test_a_person_settles_with_a_third_value():
    taken = decided(RELEASE, "2022-01-07", "2020-10-05")
    found = known(journal(*ROWS_2_TO_6[:3], taken)).standing(RELEASE)
    assert found is not None
    assert (found.claim.value, sides(found)) == ("2022-01-07", [])


def test_an_announcement_settles_where_a_report_would_dispute():
    report = said(RELEASE, "2022-05-27", "2021-04-09", outlet="F")
    disputed = known(journal(*ROWS_2_TO_6, report)).standing(RELEASE)
    announced = known(journal(*ROWS_2_TO_6, replace(report, settles=True)))
    assert sides(disputed) == [["B", "D", "E"]]
    assert sides(announced.standing(RELEASE)) == []
    assert stands(journal(*ROWS_2_TO_6, report), RELEASE) == "2022-05-27"


def test_an_outlet_that_repeats_itself_settles_nothing():
    again = said(RELEASE, "2021-07-23", "2020-10-09", outlet="C")
    other = said(RELEASE, "2021-07-23", "2020-10-09", outlet="G")
    rows = ROWS_2_TO_6[:3]
    assert sides(known(journal(*rows, again)).standing(RELEASE)) == [["B"]]
    assert sides(known(journal(*rows, other)).standing(RELEASE)) == []


def test_a_third_value_leaves_three_sides():
    third = said(RELEASE, "2022-01-07", "2020-10-09", outlet="G")
    found = known(journal(*ROWS_2_TO_6[:3], third)).standing(RELEASE)
    assert sides(found) == [["B"], ["C"]]


def test_what_the_document_began_with_gives_way_without_dispute():
    entries = journal(founded(RELEASE, "2021-07-31"), ROWS_2_TO_6[1])
    assert course(entries, "2020-07-06", "2020-07-07") == [
        ("2021-07-31", "", []),
        ("2021-11-19", "B", []),
    ]


def test_a_month_that_agrees_with_the_beginning_is_still_a_month():
    entries = journal(founded(RELEASE, "2021-07-31"), *ROWS_2_TO_6[:2])
    assert course(entries, "2020-07-06", "2020-07-07") == [
        ("2021-07-31", "", []),
        ("2021-11-19", "B", []),
    ]


def test_cast_lists_and_quotes_never_dispute():
    for path, one, other in (
        ("cast/m7", ["Atwell", "Hoult"], ["Atwell", "Morales"]),
        ("quote/ilsa", "not written", "however long it takes"),
    ):
        entries = journal(
            said(path, one, "2020-07-07", outlet="B"),
            said(path, other, "2020-10-02", outlet="C"),
        )
        found = known(entries).standing(path)
        assert found is not None
        assert (found.claim.value, found.is_disputed) == (other, False)


def test_a_report_against_a_decision_is_shown():
    entries = journal(decided(RELEASE, "2021-07-31", "2020-06-01"), ROWS_2_TO_6[1])
    assert course(entries, "2020-07-07") == [("2021-11-19", "B", [[""]])]


@pytest.mark.parametrize(
    ("earlier", "later", "disputed"),
    [
        ("confirmed", "confirmed", True),
        ("expected", "expected", True),
        ("expected", "confirmed", False),
        ("rumored", "confirmed", False),
        ("confirmed", "expected", False),
    ],
)
def test_only_equally_sure_reports_dispute(earlier, later, disputed):
    one = said(RELEASE, "2021-11-19", "2020-07-07", outlet="B", status=earlier)
    two = said(RELEASE, "2021-07-23", "2020-10-02", outlet="C", status=later)
    found = known(journal(one, two), at_least="rumored").standing(RELEASE)
    assert found is not None
    assert (found.claim.value, found.is_disputed) == ("2021-07-23", disputed)


def test_a_rumor_in_between_hides_no_dispute():
    rumor = said(RELEASE, "2022-07-01", "2020-08-01", outlet="R", status="rumored")
    entries = journal(ROWS_2_TO_6[1], rumor, ROWS_2_TO_6[2])
    for level in ("confirmed", "rumored"):
        found = known(entries, at_least=level).standing(RELEASE)
        assert sides(found) == [["B"]]


@pytest.mark.parametrize(
    ("level", "value"),
    [
        ("confirmed", "2021-07-31"),
        ("expected", "2021-09-03"),
        ("rumored", "2022-01-07"),
    ],
)
def test_only_what_is_sure_enough_stands(level, value):
    entries = journal(
        said(RELEASE, "2021-07-31", "2020-05-01", outlet="A"),
        said(RELEASE, "2021-09-03", "2020-06-01", outlet="B", status="expected"),
        said(RELEASE, "2022-01-07", "2020-07-01", outlet="C", status="rumored"),
    )
    found = known(entries, at_least=level).standing(RELEASE)
    assert found is not None
    assert found.claim.value == value


@pytest.mark.parametrize("status", ["denied", "withdrawn"])
@pytest.mark.parametrize("value", [None, "2021-11-19"])
def test_what_is_taken_back_restores_what_stood_before(status, value):
    back = said(RELEASE, value, "2020-08-01", outlet="S", status=status)
    entries = journal(*ROWS_2_TO_6[:2], back)
    assert course(entries, "2020-07-31", "2020-08-01") == [
        ("2021-11-19", "B", []),
        ("2021-07", "A", []),
    ]


def test_a_denial_of_one_side_ends_the_dispute():
    back = said(RELEASE, "2021-07-23", "2020-10-03", outlet="S", status="denied")
    entries = journal(*ROWS_2_TO_6[1:3], back)
    assert course(entries, "2020-10-03") == [("2021-11-19", "B", [])]


def test_a_denial_of_another_value_changes_nothing():
    back = said(RELEASE, "2023-01-01", "2020-10-03", outlet="S", status="denied")
    entries = journal(ROWS_2_TO_6[1], back)
    assert course(entries, "2020-10-03") == [("2021-11-19", "B", [])]


def test_a_month_is_known_from_its_last_day():
    entries = journal(said(RELEASE, "2021-11-19", "2020-07"))
    assert stands(entries, RELEASE, "2020-07-30") is None
    assert stands(entries, RELEASE, "2020-07-31") == "2021-11-19"


def test_a_day_once_known_is_kept_when_its_month_is_repeated():
    entries = journal(
        said(RELEASE, "2021-11-19", "2020-07-07"),
        said(RELEASE, "2021-11", "2020-08-01", outlet="M"),
        said(RELEASE, "2021", "2020-09-01", outlet="Y"),
    )
    found = known(entries).standing(RELEASE)
    assert found is not None
    assert (found.claim.value, len(found.together)) == ("2021-11-19", 3)


def test_an_expected_date_is_confirmed():
    start = "hiatus/shutdown/to"
    entries = journal(
        decided(
            "hiatus/shutdown", {"from": "2020-03-15", "to": "2020-12-31"}, "2020-03-15"
        ),
        said(start, "2020-09-06", "2020-07-07", status="expected"),
        said(start, "2020-09-06", "2020-10-02", outlet="C"),
    )
    assert known(entries, "2020-07-07").standing(start).status == "expected"
    assert known(entries, "2020-10-02").standing(start).status == "confirmed"


def test_an_undone_entry_never_was():
    report = ROWS_2_TO_6[1]
    entries = journal(report)
    undo = replace(decided(RELEASE, report.value, "2020-12-01"), undoes=len(entries))
    undone = journal(report, undo)
    redone = journal(report, undo, replace(undo, undoes=len(undone)))
    assert stands(entries, RELEASE, "2020-07-07") == "2021-11-19"
    assert stands(undone, RELEASE, "2020-07-07") is None
    assert stands(redone, RELEASE, "2020-07-07") == "2021-11-19"


def test_a_whole_said_anew_says_all_its_fields():
    whole = {"title": "Seven", "release": "2021-07-23"}
    entries = journal(
        said(RELEASE, "2021-11-19", "2020-07-07"),
        said("picture/m7", whole, "2020-10-02", outlet="C"),
    )
    assert stands(entries, RELEASE) == "2021-07-23"
    assert stands(entries, "picture/m7/post_days") is None
    assert known(entries).standing(RELEASE).is_disputed


def test_a_removed_thing_is_gone_until_it_is_set_again():
    path = "person/star/unavailable/press"
    tour = {"from": "2021-06", "to": "2021-08"}
    entries = journal(
        said(path, tour, "2021-01-10"),
        replace(said(path, None, "2021-03-01"), action="remove"),
        said(path, tour, "2021-04-01"),
    )
    days = ("2021-01-09", "2021-01-10", "2021-03-01", "2021-04-01")
    there = [known(entries, day).value(path) is not None for day in days]
    assert there == [False, True, False, True]

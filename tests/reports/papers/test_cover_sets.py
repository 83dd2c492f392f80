"""The paper of cover sets."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from daybreak.reports.papers.call_sheet import call_sheet
from daybreak.reports.papers.cover_sets import ASKED_FOR, cover_sets_paper
from tests.checking.productions import MON, TUE, WED, board, on, person, scene, shoot
from tests.conftest import Compare
from tests.reports.made_up import harbor
from tests.reports.papers.shown import records, shown_of, table_of, text_of
from tests.reports.papers.two_pictures import two_pictures


def test_two_pictures_look_as_agreed(golden: Compare) -> None:
    paper = cover_sets_paper(shown_of(two_pictures()))
    golden("paper-cover-sets-two-pictures.txt", text_of(paper))


def test_the_harbor_looks_as_agreed(golden: Compare) -> None:
    golden("paper-cover-sets-harbor.txt", text_of(cover_sets_paper(shown_of(harbor()))))


def test_each_exposed_day_has_its_sets_or_asks_for_one() -> None:
    made = shoot(
        people=[person("ana"), person("ben")],
        scenes=[
            scene("s1", place="ext", cast=["ana"]),
            scene("s2", cast=["ana", "ben"], number="2A"),
            scene("s3", place="ext"),
        ],
    )
    case = made, board(on(MON, "s1"), on(TUE, "s2"), on(WED, "s3"))
    paper = cover_sets_paper(shown_of(case))
    found = list(records(table_of(paper, "cover-sets")))
    assert [
        (one["day"], one["lost"], one["cover"], one["scenes"], one["call"])
        for one in found
    ] == [
        (1, "1", "House", "2A", "Ben Okafor"),
        (3, "3", ASKED_FOR, None, None),
    ]
    assert (
        "2 days with exteriors; 0 with a cover set whose people are all called; "
        "1 with one that needs somebody more; 1 where one is asked for."
    ) in text_of(paper)


def test_the_call_sheet_of_a_day_names_its_cover_sets() -> None:
    made = shoot(
        people=[person("ana"), person("ben")],
        scenes=[
            scene("s1", place="ext", cast=["ana"]),
            scene("s2", cast=["ana", "ben"], number="2A"),
            scene("s3", place="ext"),
        ],
    )
    case = made, board(on(MON, "s1"), on(TUE, "s2"), on(WED, "s3"))

    def said(day: str | None) -> list[str]:
        when = None if day is None else date.fromisoformat(day)
        lines = text_of(call_sheet(shown_of(case, day=when))).splitlines()
        return [after for one, after in pairwise(lines) if one == "Cover set"]

    assert said(MON) == ["House: 2A (2h00 of work); call Ben Okafor, too"]
    assert said(WED) == ["Asked for: none is ready."]
    assert (said(TUE), said(None)) == ([], [])


def test_a_day_and_a_picture_narrow_it() -> None:
    case = two_pictures()
    whole = list(records(table_of(cover_sets_paper(shown_of(case)), "cover-sets")))
    day = whole[0]["date"]
    assert isinstance(day, date)
    narrow = cover_sets_paper(shown_of(case, day=day))
    assert list(records(table_of(narrow, "cover-sets"))) == [
        one for one in whole if one["date"] == day
    ]


def test_no_exterior_says_so() -> None:
    made = shoot()
    paper = cover_sets_paper(shown_of((made, board(on(MON, "s1 s2 s3")))))
    assert "No day has an exterior" in text_of(paper)

"""Cast lists into productions: who is meant, what changes, what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from daybreak.importers.tables_cast import CastTaken, take_cast
from daybreak.importers.tables_one_liner import import_one_liner
from daybreak.importers.tables_reading import parse_table
from daybreak.model.errors import ImportProblem
from daybreak.model.fields import DateRange
from daybreak.model.people import Deal, Person
from daybreak.model.production import Picture, Production
from tests.importers.workbooks import book

HEADS = ("No", "Name", "Character", "Unavailable", "From", "To", "Reason", "Rate")


def production(*, pictures: int = 1) -> Production:
    """Give a production of three people, called Cast 1, ANNA and BEN."""
    table = parse_table(b"Scene;Set;Cast\n1;A;1, 2. ANNA, 3. BEN\n", "list.csv")
    made = import_one_liner(table, start=date(2027, 3, 1)).production
    more = tuple(
        Picture(id=f"m{at}", title=f"Film {at}") for at in range(1, pictures + 1)
    )
    return replace(made, pictures=more) if pictures > 1 else made


def taken(rows: Sequence[Sequence[Any]], **wishes: Any) -> CastTaken:
    before = wishes.pop("production", None) or production()
    return take_cast(parse_table(book(rows), "cast.xlsx"), before, **wishes)


def person(found: CastTaken, number: int) -> Person:
    return next(one for one in found.production.people if one.number == number)


def refused(rows: Sequence[Sequence[Any]], **wishes: Any) -> list[str]:
    """Give what is said of a list, without what to do."""
    with pytest.raises(ImportProblem) as caught:
        taken(rows, **wishes)
    return [str(one).split(" — ")[0] for one in caught.value.remarks]


def test_availability_rates_and_names_come_from_a_list() -> None:
    found = taken(
        [
            ["Cast list"],
            HEADS,
            [1, "Jane Doe", "EVE", "3-5 March 2027; 2027-03-10", None, None, "", 500],
            [None, None, None, None, date(2027, 3, 15), date(2027, 3, 16), "wedding"],
            [None, None, "ben", None, date(2027, 4, 1), None, "", "3,000/week"],
        ]
    )
    jane, ben = person(found, 1), person(found, 3)
    assert (jane.name, jane.characters) == ("Jane Doe", ("EVE",))
    assert [(one.first.day, one.last.day, one.reason) for one in jane.unavailable] == [
        (3, 5, ""),
        (10, 10, ""),
        (15, 16, "wedding"),
    ]
    assert jane.deals == (Deal(kind="daily", rate=500),)
    assert [(one.first, one.last) for one in ben.unavailable] == [
        (date(2027, 4, 1), date(2027, 4, 1))
    ]
    assert ben.deals == (Deal(kind="weekly", rate=3000),)
    assert person(found, 2) == person(taken([HEADS, [2]]), 2)
    assert [one.said for one in found.changes] == [
        "Cast 1: name Jane Doe",
        "Jane Doe: characters EVE",
        "Jane Doe: away 2027-03-03 to 2027-03-05",
        "Jane Doe: away 2027-03-10",
        "Jane Doe: away 2027-03-15 to 2027-03-16 (wedding)",
        "Jane Doe: rate 257 -> 500",
        "BEN: away 2027-04-01",
        "BEN: kind daily -> weekly",
        "BEN: rate 257 -> 3000",
    ]


def test_the_same_list_twice_changes_nothing_more() -> None:
    rows = [HEADS, [1, "Jane", "EVE", "2027-03-10", None, None, "x", 500]]
    once = taken(rows)
    again = taken(rows, production=once.production)
    assert (again.changes, again.production) == ((), once.production)


def test_windows_holds_drops_minors_and_preparation() -> None:
    heads = [
        "Cast #", "Available", "Avail from", "Avail to", "Weekly rate", "Hold", "Drops",
        "Drop after", "Max hours", "Max consecutive days", "Prep days", "Prep from",
    ]  # fmt: skip
    row = [1, "March 1-5, 2027", date(2027, 4, 1), date(2027, 4, 9), 2500, "50%", 1, 12,
           5.5, 5, 3, date(2027, 2, 1)]  # fmt: skip
    found = person(taken([heads, row]), 1)
    assert found.windows == (
        DateRange(date(2027, 3, 1), date(2027, 3, 5)),
        DateRange(date(2027, 4, 1), date(2027, 4, 9)),
    )
    assert found.deals == (
        Deal(
            kind="weekly", rate=2500, hold=Decimal("0.5"), drops=1, drop_after_days=12
        ),
    )
    assert (found.day_minutes, found.max_consecutive_days) == (330, 5)
    assert (found.prep_days, found.prep_from) == (3, date(2027, 2, 1))


def test_a_list_in_text_is_read_alike() -> None:
    text = (
        "Nr;Name;Sperrtage;Tagesgage;Arbeitszeit\n"
        "2;Jane;3.6.2027 - 5.6.2027;1.200,00;4 h\n"
    )
    found = take_cast(parse_table(text.encode("cp1252"), "liste.csv"), production())
    jane = person(found, 2)
    assert (jane.deals[0].rate, jane.day_minutes) == (1200, 240)
    assert jane.unavailable[0].last == date(2027, 6, 5)


def test_who_is_not_there_is_refused_or_new_where_asked() -> None:
    rows = [HEADS, [9, "Zoe", "ZOE", None, None, None, None, 300], [2, "Annie"]]
    assert refused(rows) == [
        "cast.xlsx:Sheet1!B2: TAB-E19 nobody of the production is called Zoe with "
        "number 9"
    ]
    found = taken(rows, new_people=True)
    zoe = person(found, 9)
    assert (zoe.id, zoe.name, zoe.deals) == (
        "zoe",
        "Zoe",
        (Deal(kind="daily", rate=300),),
    )
    assert [one.said for one in found.changes] == ["Zoe: new", "ANNA: name Annie"]


def test_a_misspelled_name_gets_the_near_one() -> None:
    with pytest.raises(ImportProblem, match="did you mean ANNA"):
        taken([HEADS, [None, "ANA", None, "2027-03-01"]])


def test_numbers_and_names_that_contradict_are_refused() -> None:
    assert refused([HEADS, [3, "ANNA"]]) == [
        "cast.xlsx:Sheet1!A2: TAB-E18 number 3 is BEN, but ANNA is number 2"
    ]


def test_two_people_of_one_name_need_a_number() -> None:
    made = production()
    twins = tuple(replace(one, name="Sam", characters=()) for one in made.people)
    both = replace(made, people=twins)
    assert refused([HEADS, [None, "Sam"]], production=both) == [
        "cast.xlsx:Sheet1!B2: TAB-E20 Sam may be Sam, Sam, Sam"
    ]
    found = taken([HEADS, [2, "Sam", "EVE"]], production=both)
    assert person(found, 2).characters == ("EVE",)


def test_deals_of_several_pictures_need_the_picture() -> None:
    made = production(pictures=2)
    first = replace(
        made.people[0],
        deals=(
            Deal(kind="daily", rate=1, pictures=("m1",)),
            Deal(kind="daily", rate=2, pictures=("m2",)),
        ),
    )
    two = replace(made, people=(first, *made.people[1:]))
    heads = ["No", "Rate", "Picture"]
    assert refused([heads, [1, 5, None]], production=two) == [
        "cast.xlsx:Sheet1!B2: TAB-E20 Cast 1 has 2 deals"
    ]
    assert refused([heads, [1, 5, "Film 9"], [2, 5, "Film 1"]], production=two) == [
        'cast.xlsx:Sheet1!C2: TAB-E13 "Film 9" is no picture of the production',
        'cast.xlsx:Sheet1!C3: TAB-E20 the deal of ANNA for "Film 1" is for other '
        "pictures, too",
    ]
    found = taken([heads, [1, 5, "film 2"]], production=two)
    assert [one.rate for one in person(found, 1).deals] == [1, 5]


def test_every_wrong_cell_is_told_at_once() -> None:
    heads = ["No", "From", "To", "Daily rate", "Weekly rate", "Max hours", "Deal"]
    rows = [
        heads,
        [None, date(2027, 3, 1)],
        [1, date(2027, 3, 5), date(2027, 3, 1), "lots"],
        [2, None, date(2027, 3, 1), 1, 2],
        [3, "3/4/2027", None, None, None, 30, "hourly"],
    ]
    assert refused(rows) == [
        'cast.xlsx:Sheet1!B2: TAB-E19 the row says "2027-03-01" but names nobody',
        'cast.xlsx:Sheet1!C3: TAB-E18 "2027-03-01" is before the first date, '
        "2027-03-05",
        'cast.xlsx:Sheet1!D3: TAB-E13 "lots" is no amount',
        'cast.xlsx:Sheet1!C4: TAB-E18 "2027-03-01" has no first date beside it',
        'cast.xlsx:Sheet1!E4: TAB-E18 "2" stands beside a daily rate',
        'cast.xlsx:Sheet1!B5: TAB-E16 "3/4/2027" may begin with the day or with the '
        "month",
        'cast.xlsx:Sheet1!F5: TAB-E13 "30" is no length of a working day',
        'cast.xlsx:Sheet1!G5: TAB-E13 "hourly" is no kind of deal',
    ]


def test_somebody_without_a_deal_needs_a_rate_for_one() -> None:
    made = production()
    unpaid = replace(made, people=(replace(made.people[0], deals=()), *made.people[1:]))
    assert refused([["No", "Hold"], [1, "50%"]], production=unpaid) == [
        "cast.xlsx:Sheet1!A2: TAB-E18 Cast 1 has no deal yet, and the row tells no rate"
    ]
    found = taken([["No", "Deal"], [1, "none"]], production=unpaid)
    assert person(found, 1).deals == (Deal(kind="none", rate=0),)


def test_rows_of_one_person_apart_are_a_question() -> None:
    found = taken([HEADS, [1, "Jane"], [2], [1, None, "EVE"]])
    assert [one.what for one in found.questions] == [
        "Jane has rows of their own in 2 and 4; what the later one says holds"
    ]


@pytest.mark.twin
def test_a_list_taken_row_by_row_would_be_half_in() -> None:
    """RELIABILITY P5: the twin takes the good rows of a bad list; we take none."""
    rows = [HEADS, [1, "Jane"], [99, "Nobody"]]
    before = production()
    assert taken(rows[:2], production=before).production != before
    with pytest.raises(ImportProblem):
        taken(rows, production=before)

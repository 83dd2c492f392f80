"""One-liners to productions and boards: the shapes that other tools write."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from daybreak.checking import check
from daybreak.importers.tables import Book
from daybreak.importers.tables_one_liner import TableImported, import_one_liner
from daybreak.importers.tables_reading import parse_table
from daybreak.model.errors import ImportProblem
from tests.importers.workbooks import book

TODAY = date(2026, 11, 21)


def read(text: str, file: str = "list.csv", **wishes: Any) -> TableImported:
    return import_one_liner(parse_table(text.encode(), file), today=TODAY, **wishes)


def of_book(made: Book, **wishes: Any) -> TableImported:
    return import_one_liner(made, today=TODAY, **wishes)


def refused(text: str, **wishes: Any) -> list[str]:
    """Give what is said of a table, without what to do."""
    with pytest.raises(ImportProblem) as caught:
        read(text, **wishes)
    return [str(one).split(" — ")[0] for one in caught.value.remarks]


def scenes_of(found: TableImported) -> list[str]:
    """Give the scenes as lines: number, place, time, set, location, length, cast."""
    places = {one.id: one.name for one in found.production.locations}
    numbers = {one.id: one.number for one in found.production.people}
    return [
        f"{one.number} {one.place} {one.time} {one.set} @{places[one.location]} "
        f"{one.eighths} {sorted(numbers[who] or 0 for who in one.cast)}"
        for one in found.production.scenes
    ]


def days_of(found: TableImported) -> list[tuple[str, list[str]]]:
    """Give the days of the board: date, and the numbers of the scenes."""
    numbers = {one.id: one.number for one in found.production.scenes}
    (board,) = found.boards
    return [
        (str(day.date), [numbers[one] for one in day.strips])
        for day in board.schedule.in_order()
    ]


PRINTED = """\
STORM HARBOR;;;;;;
ONE LINE SCHEDULE;;;Page 1 of 2;;;
Scene #;I/E;Set & Description;D/N;Pgs;Cast ID;Location
Day 1 -- Monday, March 1, 2027;;;;;;
12;INT;HOUSE - KITCHEN;Day;1 3/8;1, 2;Old House
13A;EXT;PIER;Night;3/8;1;Harbor
End of Day # 1 -- Total Pages: 1 6/8;;;;;;
COMPANY MOVE TO HARBOR;;;;;;
Scene #;I/E;Set & Description;D/N;Pgs;Cast ID;Location
Day 2 -- Tuesday, March 2, 2027;;;;;;
14;I/E;TRUCK;Dusk;1/8;2, 3;Harbor
15;INT;OMITTED;Day;;;
End of Day # 2 -- Total Pages: 1/8;;;;;;
Boneyard;;;;;;
16;INT;ATTIC;Day;2;1;Old House
Total;;;;3 7/8;;
"""
WEB = """\
"Strip","Scene No.","Int/Ext","Scene Setting","Time of Day","Synopsis",\
"Page Length","Characters","Script Day","Est. Time","Shoot Day","Shoot Date","Props"
1,1,INT,KITCHEN,DAY,"She cooks, alone.",4/8,"ANNA, OLD BEN",D1,1:30,1,2027-03-01,"\
knife, pan"
2,2,EXT,YARD,CONTINUOUS,Ben waits.,1 2/8,OLD BEN,D1,45 min,,,pan
3,3,EXT,ROAD,NIGHT,,7/8,,N1,,2,2027-03-06,
4,,,,,,,,,,,,
"""
GORILLA = """\
Sc\tSlugline\tEighths\tCast Members\tUnit\tShooting Day
1\tINT. CAFE - BACK ROOM - DAY\t9\t1;2\tMain Unit\t1
2\tEXT. CAFE - NIGHT\t4\t2\tSecond Unit\t1
3\tI/E VAN - DAWN\t3\t1\tMain Unit\t2
"""


def test_a_printed_one_liner_with_day_breaks() -> None:
    found = read(PRINTED)
    assert scenes_of(found) == [
        "12 int day HOUSE - KITCHEN @Old House 11 [1, 2]",
        "13A ext night PIER @Harbor 3 [1]",
        "14 int/ext dusk TRUCK @Harbor 1 [2, 3]",
        "16 int day ATTIC @Old House 16 [1]",
    ]
    assert days_of(found) == [("2027-03-01", ["12", "13A"]), ("2027-03-02", ["14"])]
    (board,) = found.boards
    assert board.schedule.boneyard == ("s16",)
    assert [str(one).split(" — ")[0] for one in found.warnings] == [
        'list.csv:8:1: TAB-W03 the row "COMPANY MOVE TO HARBOR" is no scene and was '
        "skipped"
    ]
    said = [one.what for one in found.assumed]
    assert "omitted scenes left out: 15" in said
    assert "rows that tell days are no scenes: 4, 7, 10, 13, 14" in said
    assert "rows of totals were passed over: 16" in said


def test_a_list_of_a_web_tool_with_names_and_days() -> None:
    found = read(WEB)
    assert scenes_of(found) == [
        "1 int day KITCHEN @KITCHEN 4 [1, 2]",
        "2 ext day YARD @YARD 10 [1]",
        "3 ext night ROAD @ROAD 7 []",
    ]
    assert days_of(found) == [("2027-03-01", ["1", "2"]), ("2027-03-06", ["3"])]
    production = found.production
    assert [scene.minutes for scene in production.scenes] == [90, 45, None]
    assert [one.characters for one in production.people] == [("OLD BEN",), ("ANNA",)]
    assert [(one.category, one.name) for one in production.elements] == [
        ("Props", "knife"),
        ("Props", "pan"),
    ]
    assert production.units[0].workweek[-1] == "sat"
    assert production.scenes[0].script_day == "D1"
    assert not [one for one in check(production, found.boards[0].schedule)]


def test_a_list_with_slugs_units_and_days_by_number() -> None:
    found = read(GORILLA, "list.tsv", start=date(2027, 3, 5))
    assert scenes_of(found) == [
        "1 int day CAFE - BACK ROOM @CAFE 9 [1, 2]",
        "2 ext night CAFE @CAFE 4 [2]",
        "3 int/ext dawn VAN @VAN 3 [1]",
    ]
    assert days_of(found) == [
        ("2027-03-05", ["1"]),
        ("2027-03-05", ["2"]),
        ("2027-03-08", ["3"]),
    ]
    assert [scene.units for scene in found.production.scenes] == [
        ("main-unit",),
        ("second-unit",),
        ("main-unit",),
    ]


def test_a_workbook_keeps_numbers_dates_and_sheets() -> None:
    rows = [
        ["Storm Harbor"],
        [None, "Scene", "IE", "Set", "DN", "Pages", "Cast", "Date"],
        [None, 12, "INT", "HOUSE", "D1", 1.375, 1, date(2027, 3, 1)],
        [None, "12A", "EXT", "PIER", "N1", "3/8", "1, 2", date(2027, 3, 1)],
    ]
    others = {"Legend": [["No", "Name"], [1, "ANNA"]], "Notes": [["x"]]}
    made = parse_table(book(rows, sheet="Board", **others), "board.xlsx")
    found = of_book(made)
    assert scenes_of(found) == [
        "12 int day HOUSE @HOUSE 11 [1]",
        "12A ext night PIER @PIER 3 [1, 2]",
    ]
    assert [scene.script_day for scene in found.production.scenes] == ["D1", "N1"]
    assert days_of(found) == [("2027-03-01", ["12", "12A"])]
    assert found.sheet == "Board"
    assert [str(one) for one in found.columns][:2] == [
        'B "Scene": scene',
        'C "IE": place',
    ]


@pytest.mark.parametrize(
    "heads",
    [
        "Scene,INT/EXT,Set,Day/Night,Location,Script day,Pages,Cast,Synopsis,Unit",
        "Sc #,I/E,Set Name,D/N,Loc.,Story Day,Pgs.,Cast #,Description,Unit",
        "SCENE NO,Int./Ext.,SETTING,TOD,Loc,Scr Day,Page Count,Cast IDs,Action,Crew",
        "Szene,Innen/Außen,Motiv,Tag/Nacht,Drehort,Spieltag,Seiten,Rollen,Inhalt,Team",
        "Scène,Int/Ext,Décor,Jour/Nuit,Lieu,Jour scénario,Longueur,Rôles,Résumé,Équipe",
        "Escena,Int/Ext,Decorado,Día/Noche,Locación,Día de guion,Páginas,Personajes,"
        "Sinopsis,Unidad",
    ],
)
def test_headings_of_many_tools_mean_the_same(heads: str) -> None:
    found = read(f"{heads}\n1,INT,A,D,B,D1,1/8,1,Hi.,Main\n")
    assert [one.field for one in found.columns] == [
        "scene", "place", "set", "time", "location", "script_day", "pages", "cast",
        "synopsis", "unit",
    ]  # fmt: skip


def test_a_mapping_says_what_headings_do_not() -> None:
    text = "Nr.;Wo;Pages;Scene\n7;ATTIC;1/8;old number\n"
    found = read(text, mapping={"Nr.": "scene", "wo": "set", "Scene": "-"})
    assert scenes_of(found) == ["7 int day ATTIC @ATTIC 1 []"]
    assert [one.field for one in found.columns] == ["scene", "set", "pages", ""]
    listed = read("Sc;Set;Hats\n1;A;bowler, cap\n", mapping={"Hats": "elements:Hats"})
    assert [one.category for one in listed.production.elements] == ["Hats", "Hats"]


def test_a_mapping_of_nothing_is_refused() -> None:
    text = "Sc;Set\n1;A\n"
    assert refused(text, mapping={"Nr": "scene"}) == [
        'list.csv:1: TAB-E12 no column is headed "Nr"'
    ]
    assert refused(text, mapping={"Sc": "number"}) == [
        'list.csv:1: TAB-E12 there is no field "number" to map a column to'
    ]


def test_what_is_no_list_is_refused() -> None:
    assert refused("a;b\n1;2\n") == [
        "list.csv:1: TAB-E11 no row of headings was found among the first 60 rows"
    ]
    assert refused("Scene;Set\nCOMPANY MOVE;\n") == [
        "list.csv:1: TAB-E11 no scene stands below the headings"
    ]
    assert refused("Scene;Set\n1;A\n", sheet="Board") == [
        'list.csv:1: TAB-E10 there is no visible sheet "Board"'
    ]


def test_every_wrong_cell_is_told_at_once() -> None:
    text = (
        "Scene;Set;Pages;Eighths;Cast;Est. time;Date\n"
        "1;A;1 1/3;;1;;2027-03-01\n"
        "2;B;1;9;1;soon;3/4/2027\n"
        ";C;2;;;;\n"
    )
    assert refused(text) == [
        'list.csv:2:3: TAB-E13 "1 1/3" is no length in eighths of a page',
        'list.csv:3:4: TAB-E18 "9" eighths are 1 1/8 pages, but the row says 1',
        'list.csv:3:6: TAB-E13 "soon" is no length of work',
        'list.csv:3:7: TAB-E16 "3/4/2027" may begin with the day or with the month',
        "list.csv:4:1: TAB-E17 the row has a length but no scene number",
    ]


def test_cells_of_a_workbook_are_named_as_it_names_them() -> None:
    rows = [["Scene", "Set", "Pages", "Cast"], [12, "A", date(2027, 1, 8), 1.2]]
    with pytest.raises(ImportProblem) as caught:
        of_book(parse_table(book(rows), "board.xlsx"))
    assert [one.where for one in caught.value.remarks] == [
        "board.xlsx:Sheet1!C2",
        "board.xlsx:Sheet1!D2",
    ]
    assert {one.code for one in caught.value.remarks} == {"TAB-E14"}


def test_one_day_with_two_dates_is_refused() -> None:
    text = "Scene;Set;Shoot day;Date\n1;A;1;2027-03-01\n2;B;1;2027-03-02\n"
    assert refused(text) == [
        'list.csv:3:4: TAB-E18 "2027-03-02" is another date of day 1 than 2027-03-01'
    ]


def test_unknown_words_are_told_and_taken_as_the_usual() -> None:
    found = read("Scene;I/E;Set;D/N\n1;EXT;A;N\n2;UP;B;BLUE\n")
    assert scenes_of(found) == ["1 ext night A @A 1 []", "2 int night B @B 1 []"]
    assert [one.code for one in found.warnings] == ["TAB-W04", "TAB-W04"]
    assert [one.what for one in found.questions] == [
        "2 scenes have no length, taken as 1/8"
    ]


def test_a_second_list_in_a_workbook_is_told() -> None:
    rows = [["Scene", "Set", "Pages"], [1, "A", 1]]
    made = parse_table(book(rows, sheet="Draft", Final=rows), "b.xlsx")
    found = of_book(made)
    assert [one.code for one in found.warnings] == ["TAB-W05"]
    chosen = of_book(
        parse_table(book(rows, sheet="Draft", Final=rows), "b.xlsx"), sheet="final"
    )
    assert (chosen.sheet, chosen.warnings) == ("Final", ())


def test_days_written_once_hold_for_the_rows_below() -> None:
    text = "Scene;Set;Shoot day\n1;A;1\n2;B;\n3;C;2\n4;D;\n"
    found = read(text, start=date(2027, 3, 1))
    assert days_of(found) == [("2027-03-01", ["1", "2"]), ("2027-03-02", ["3", "4"])]
    assert "a day that stands beside one scene holds for the scenes below it" in [
        one.what for one in found.assumed
    ]


def test_scenes_without_a_day_at_the_end_are_the_boneyard() -> None:
    found = read("Scene;Set;Shoot day\n1;A;1\n2;B;2\n3;C;\n", start=date(2027, 3, 1))
    assert days_of(found) == [("2027-03-01", ["1"]), ("2027-03-02", ["2"])]
    assert found.boards[0].schedule.boneyard == ("s3",)


def test_a_long_day_of_the_board_makes_days_long_enough() -> None:
    rows = "".join(f"{at};A;1;1\n" for at in range(1, 7))
    found = read(f"Scene;Set;Pages;Shoot day\n{rows}", start=date(2027, 3, 1))
    unit = found.production.units[0]
    assert (unit.day_minutes, unit.minutes_per_eighth) == (720, 15)
    assert check(found.production, found.boards[0].schedule) == ()


def test_numbers_that_return_get_ids_of_their_own() -> None:
    found = read("Scene;Set\n1;A\n1;B\n2;C\n")
    assert [scene.id for scene in found.production.scenes] == ["s1", "s1-2", "s2"]
    twice = [one for one in found.questions if "used before" in one.what]
    assert [one.scenes for one in twice] == [("1",)]


def test_pictures_have_scenes_of_their_own() -> None:
    found = read("Episode;Scene;Set\n101;1;A\n102;1;B\n")
    assert [one.title for one in found.production.pictures] == ["101", "102"]
    assert [one.id for one in found.production.scenes] == ["m1-1", "m2-1"]


def test_formula_guards_of_our_own_are_taken_off() -> None:
    """RELIABILITY E2."""
    text = "scene,set,synopsis\n1,'=A,''-- wait\n2,'Tis,'x\n"
    sets = [(one.set, one.synopsis) for one in read(text).production.scenes]
    assert sets == [("=A", "'-- wait"), ("'Tis", "'x")]

"""``import`` of tables: one-liners with their boards, cast lists into what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from daybreak.model.files import read, read_schedule
from tests.cli.running import real, run, run_json
from tests.importers.workbooks import book

LIST = """Scene;I/E;Set;D/N;Pages;Cast;Location;Shoot day
1;INT;KITCHEN;D;1 3/8;1, 2;House;1
2;EXT;PIER;N;4/8;1;Harbor;1
3;INT;ATTIC;D;2;2;House;
"""
CAST = [["No", "Actor", "Unavailable", "Daily rate"], [1, "Jane", "2027-03-10", 500]]
FORM = re.compile(
    r"^[^:\n]+:(\d+(:\d+)?|[^:]+![A-Z]+\d+): [A-Z]{2,4}-[EW]\d{2} .+ — .+$"
)


@pytest.fixture
def one_liner(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, "utf-8")
    return path


@pytest.fixture
def production(one_liner: Path, tmp_path: Path) -> Path:
    path = tmp_path / "production.json"
    run("import", one_liner, "-o", path, "--start", "2027-03-01", "--quiet")
    return path


@pytest.fixture
def cast(tmp_path: Path) -> Path:
    path = tmp_path / "cast.xlsx"
    path.write_bytes(book(CAST))
    return path


def test_a_one_liner_gives_a_production_and_its_board(
    one_liner: Path, tmp_path: Path
) -> None:
    output, board = tmp_path / "p.json", tmp_path / "s.json"
    start = ("--start", "2027-03-01")
    done = run("import", one_liner, "-o", output, "--schedule", board, *start)
    assert (done.exit_code, done.stdout) == (0, "")
    told = done.stderr.splitlines()
    assert told[0] == "list: 3 scenes, 3 7/8 pgs, 2 characters, 2 locations"
    assert '  - E "Pages": pages' in told
    assert "Boards (1)" in told
    assert read(output).scenes[0].eighths == 11
    (day,) = read_schedule(board).days
    assert (str(day.date), day.strips) == ("2027-03-01", ("s1", "s2"))
    checked = run("check", output, board)
    assert checked.exit_code == 0
    assert run("cost", output, board).exit_code == 0


def test_json_tells_the_columns_and_the_board(one_liner: Path, tmp_path: Path) -> None:
    found = run_json("import", one_liner, "-o", tmp_path / "p.json", "-q")
    assert found["columns"][1] == {"column": "B", "heading": "I/E", "field": "place"}
    assert (found["sheet"], found["boards"][0]["boneyard"]) == ("", 1)


def test_a_table_comes_through_a_pipe(tmp_path: Path) -> None:
    done = real("import", "-", "--format", "table", "-q", stdin=LIST.encode())
    assert done.returncode == 0
    assert b'"KITCHEN"' in done.stdout


def test_every_wrong_cell_is_one_line_and_nothing_is_written(tmp_path: Path) -> None:
    """RELIABILITY C6."""
    path, output = tmp_path / "list.csv", tmp_path / "p.json"
    path.write_text("Scene;Set;Pages\n" + "1;A;x\n" * 30, "utf-8")
    done = run("import", path, "-o", output)
    assert done.exit_code == 2
    told = done.stderr.splitlines()
    assert told[-1] == "daybreak: and 10 more"
    assert all(FORM.match(one.removeprefix("daybreak: ")) for one in told[:-1])
    assert (len(told), output.exists()) == (21, False)


def test_a_cast_list_goes_into_a_production(
    cast: Path, production: Path, tmp_path: Path
) -> None:
    output = tmp_path / "new.json"
    done = run("import", cast, "--into", production, "-o", output)
    assert done.exit_code == 0
    jane = read(output).people[0]
    assert (jane.name, jane.deals[0].rate) == ("Jane", 500)
    assert str(jane.unavailable[0].first) == "2027-03-10"
    assert "  - Jane: rate 257 -> 500" in done.stderr.splitlines()


def test_a_bad_cast_list_changes_nothing(production: Path, tmp_path: Path) -> None:
    path, output = tmp_path / "cast.xlsx", tmp_path / "new.json"
    path.write_bytes(book([*CAST, [9, "Zoe", "soon", None]]))
    done = run("import", path, "--into", production, "-o", output)
    assert done.exit_code == 2
    assert [one.split(" — ")[0] for one in done.stderr.splitlines()] == [
        "daybreak: cast.xlsx:Sheet1!B3: TAB-E19 nobody of the production is called Zoe "
        "with number 9",
        'daybreak: cast.xlsx:Sheet1!C3: TAB-E13 "soon" does not tell whole dates from '
        "first to last",
    ]
    assert not output.exists()


def test_a_cast_list_goes_into_a_document_as_one_wish(
    cast: Path, production: Path, tmp_path: Path
) -> None:
    shoot = tmp_path / "shoot.daybreak"
    run("load", production, "-o", shoot, "--by", "ann")
    found = run_json(
        "import", cast, "--into", shoot, "--by", "ann", "--said-on", "2027-01-05"
    )
    assert found["changes"] == [
        "Cast 1: name Jane",
        "Jane: away 2027-03-10",
        "Jane: rate 257 -> 500",
    ]
    rate = run_json("facts", shoot, "person/cast-1/deal/1/rate")
    assert "cast.xlsx" in str(rate)
    assert run("facts", shoot, "person/cast-1/name").stdout.splitlines()[0] == (
        "person/cast-1/name: Jane, confirmed"
    )
    again = run_json("import", cast, "--into", shoot, "--by", "ann")
    assert (again["changes"], again["entries"]) == ([], [])
    run("undo", shoot, "--by", "ann")
    assert run("facts", shoot, "person/cast-1/name").stdout.splitlines()[0] == (
        "person/cast-1/name: Cast 1, confirmed"
    )
    assert run("verify", shoot).exit_code == 0


def test_a_bad_cast_list_leaves_a_document_as_it_was(
    production: Path, tmp_path: Path
) -> None:
    """RELIABILITY P5."""
    shoot, path = tmp_path / "shoot.daybreak", tmp_path / "cast.xlsx"
    run("load", production, "-o", shoot, "--by", "ann")
    before = shoot.read_bytes()
    path.write_bytes(book([*CAST, [2, "Tom", None, "lots"]]))
    assert run("import", path, "--into", shoot, "--by", "ann").exit_code == 2
    assert shoot.read_bytes() == before


def test_new_rates_of_a_later_list_are_no_dispute(
    cast: Path, production: Path, tmp_path: Path
) -> None:
    shoot, later = tmp_path / "shoot.daybreak", tmp_path / "later.xlsx"
    later.write_bytes(book([CAST[0], [1, "Jane", None, 700], [8, "Zoe", None, 90]]))
    run("load", production, "-o", shoot, "--by", "ann")
    run("import", cast, "--into", shoot, "--by", "ann")
    done = run("import", later, "--into", shoot, "--by", "ann", "--new-people")
    assert done.exit_code == 0
    told = run("facts", shoot, "person/cast-1/deal/1/rate").stdout
    assert told.startswith("person/cast-1/deal/1/rate: 700, confirmed")
    assert "Disputed" not in told
    assert run("facts", shoot, "person/zoe/deal/1/rate").stdout.startswith(
        "person/zoe/deal/1/rate: 90, confirmed"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--board", "A"), "A table holds one board."),
        (("--map", "scene"), '"scene" maps no heading to a field.'),
        (("--said-on", "2027-01-01"), "--map, --sheet, --dates, --new-people and"),
    ],
)
def test_wishes_that_make_no_sense_are_refused(
    one_liner: Path, words: tuple[str, ...], said: str
) -> None:
    done = run("import", one_liner, *words)
    assert done.exit_code == 2
    assert done.stderr.splitlines()[0].startswith(f"daybreak: {said}")


def test_scripts_take_no_columns(tmp_path: Path) -> None:
    script = tmp_path / "a.fountain"
    script.write_text("INT. A - DAY\n\nHi.\n", "utf-8")
    assert run("import", script, "--map", "a=b").exit_code == 2
    assert run("import", script, "--into", "p.json").exit_code == 2

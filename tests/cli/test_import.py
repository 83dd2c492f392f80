"""``import``: scripts to a production, what was assumed, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from daybreak.model.files import production_from_json, read
from daybreak.office.importing import PIPED
from tests.cli.running import real, run, run_json

SCRIPT = """Title: The Pier

INT. HOUSE - KITCHEN - DAY

ANNA sits.

ANNA
No.

EXT. THE PIER - NIGHT #2#

BOB
Yes.

EXT. PIER - DAY

Rain.
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """Give a script of three scenes with one place spelled in two ways."""
    path = tmp_path / "pier.fountain"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def test_import_writes_a_production_and_says_what_it_assumed(
    script: Path, tmp_path: Path
) -> None:
    output = tmp_path / "p.json"
    done = run("import", script, "-o", output)
    assert (done.exit_code, done.stdout) == (0, "")
    assert len(read(output).scenes) == 3
    told = done.stderr.splitlines()
    assert told[0].startswith("The Pier: 3 scenes, ")
    assert any(one.startswith("What I assumed (") for one in told)
    assert any("change units[0].day_cost" in one for one in told)
    assert told[-1] == (
        f"Written to {output}. Next: daybreak plan {output} -o schedule.json"
    )


def test_import_without_a_file_writes_to_the_pipe(script: Path) -> None:
    done = run("import", script, "--quiet")
    assert (done.exit_code, done.stderr) == (0, "")
    assert production_from_json(done.stdout).title == "The Pier"


def test_options_reach_the_production(script: Path, tmp_path: Path) -> None:
    names = tmp_path / "places.txt"
    names.write_text("PIER = THE PIER\n", encoding="utf-8")
    done = run(
        "import",
        script,
        script,
        "--quiet",
        *("--tier", "mid", "--start", "2027-03-01", "--title", "Piers"),
        *("--pages-per-day", "4.5", "--unit", "Main", "--unit", "Second"),
        *("--base", "Gdynia,54.5,18.5,Europe/Warsaw", "--holidays", "2027-03-03"),
        *("--locations", names),
    )
    made = production_from_json(done.stdout)
    assert (made.title, len(made.pictures), len(made.scenes)) == ("Piers", 2, 6)
    assert [unit.name for unit in made.units] == ["Main", "Second"]
    assert str(made.units[0].start) == "2027-03-01"
    assert made.units[0].minutes_per_eighth == 17  # 600 by 36, rounded
    assert (made.bases[0].name, made.bases[0].lat) == ("Gdynia", 54.5)
    assert "2027-03-03" in map(str, made.holidays)
    assert len(made.locations) == 2


def test_import_gives_what_it_found_as_data(script: Path, tmp_path: Path) -> None:
    found = run_json("import", script, "-o", tmp_path / "p.json", "--quiet")
    assert sorted(found) == ["assumed", "ok", "output", "questions", "warnings"]
    assert sorted(found["assumed"][0]) == ["source", "what", "where"]
    piped = run_json("import", script, "--quiet")
    assert piped["production"]["title"] == "The Pier"


def test_script_may_come_from_a_pipe() -> None:
    done = real("import", "-", "-q", stdin=SCRIPT.encode())
    assert done.returncode == 0
    assert production_from_json(done.stdout.decode()).title == "The Pier"


def test_refused_script_is_told_by_file_and_line_and_nothing_is_written(
    script: Path, tmp_path: Path
) -> None:
    """RELIABILITY C6 and C7: the exact form; all or nothing."""
    broken = tmp_path / "broken.fdx"
    broken.write_text("<FinalDraft><Content>", encoding="utf-8")
    output = tmp_path / "p.json"
    done = run("import", script, broken, "-o", output)
    assert (done.exit_code, done.stdout, output.exists()) == (2, "", False)
    assert done.stderr.startswith("daybreak: broken.fdx:1")
    assert "FDX-E" in done.stderr
    found = json.loads(run("import", broken, "--json").stdout)
    assert found["ok"] is False


def test_refused_pipe_is_called_by_a_name_of_its_own() -> None:
    done = real("import", "-", stdin=b"%PDF-1.7")
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"daybreak: {PIPED}:1")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--start", "soon"), "Maybe write it as 2027-03-01"),
        (("--start", "2027-02-30"), "Maybe write it as 2027-03-01"),
        (("--pages-per-day", "many"), "Maybe write 5 or 4.5"),
        (("--pages-per-day", "inf"), "Maybe write 5 or 4.5"),
        (("--pages-per-day", "-3"), ""),
        (("--base", "Gdynia,54.5"), "Maybe write"),
        (("--holidays", "Atlantis"), "Atlantis"),
        (("--locations", "absent.txt"), "absent.txt: no such file"),
        (("--tier", "huge"), "huge"),
    ],
)
def test_option_that_makes_no_sense_is_wrong_use(
    script: Path, words: tuple[str, str], told: str
) -> None:
    done = run("import", script, *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr


def test_two_scripts_cannot_both_come_from_the_pipe() -> None:
    done = run("import", "-", "-", stdin=SCRIPT)
    assert done.exit_code == 2
    assert "Maybe name a file for one" in done.stderr

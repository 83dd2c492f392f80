"""The page of ``--json`` tells every key, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from daybreak.cli.app import app
from daybreak.office.examples import example_script
from tests.cli.running import files, run, run_json
from tests.importers.made_uss import data_of, made
from tests.reference import ROOT
from tests.reports.made_up import harbor
from tests.web.commands import serving

PAGE = ROOT / "docs" / "json-output.md"
FEW = ("--iterations", "500", "--quiet")
MORE = ("--iterations", "30000", "--quiet")


def told() -> dict[str, set[str]]:
    """Give the keys that the page tells, by command."""
    parts = PAGE.read_text(encoding="utf-8").split("\n## daybreak ")[1:]
    keys = {}
    for part in parts:
        name, _, table = part.partition("\n")
        firsts = re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE)
        keys[name] = {key for first in firsts for key in re.findall(r"`(\w+)`", first)}
    return keys


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Give the keys that the commands give, by command."""
    folder = tmp_path_factory.mktemp("json")
    pair = files(folder, harbor())
    shoot = folder / "shoot.daybreak"
    assert run("load", pair[0], "-o", shoot).exit_code == 0
    script = folder / "script.fountain"
    script.write_text(example_script(), encoding="utf-8")
    schedule_file = folder / "schedule.uss"
    schedule_file.write_bytes(data_of(made()))
    calls: list[tuple[str | Path, ...]] = [
        ("import", script, "--quiet"),
        ("import", schedule_file, "--quiet"),
        ("plan", pair[0], *FEW),
        ("breaks", *pair, "--pages", "4"),
        ("replan", pair[0], "--from", pair[1], "--today", "2027-03-02", *FEW),
        ("compare", *pair, pair[1]),
        ("revise", pair[0], script, "--preview", "--schedule", pair[1]),
        ("why", *pair, "--seconds", "1", "--quiet"),
        ("risk", *pair, "--runs", "5", "--workers", "1"),
        ("levers", *pair, "--only", "minor", "--seeds", "1", *FEW),
        ("edit", shoot, "number"),
        ("set", shoot, "unit/main/day_minutes", "540"),
        ("facts", shoot, "unit/main/day_minutes"),
        ("facts", shoot, "unit"),
        ("changes", shoot, "--from", "2027-01", "--to", "2027-02"),
        ("remove", shoot, "unit/main/day_minutes"),
        ("new", folder / "new.daybreak"),
        ("load", pair[0], "-o", folder / "loaded.daybreak"),
        ("boards", shoot, "save", "first", pair[1]),
        ("boards", shoot),
        ("boards", shoot, "write", "first", "-o", folder / "first.json"),
        ("boards", shoot, "compare", "first", "first"),
        ("freeze", shoot, "first"),
        ("scenarios", shoot, "add", "long", "unit/main/day_minutes=660"),
        ("scenarios", shoot, "list"),
        ("scenarios", shoot, "history", "long"),
        ("scenarios", shoot, "remove", "long"),
        ("scenarios", shoot, "--workers", "1", *FEW),
        ("undo", shoot),
        ("redo", shoot),
        ("export", shoot, "-o", folder / "export.json"),
        ("verify", shoot),
        ("backup", shoot, "-o", folder / "copy.daybreak"),
        ("backup", shoot, "--into", folder),
        ("check", *pair),
        ("cost", *pair, "--why", "total"),
        ("show", *pair),
        ("show", *pair, "--dood"),
        ("report", "--list"),
        ("report", "costs", *pair),
        ("report", "costs", *pair, "-o", folder / "costs.json"),
        ("whatis", pair[1], shoot),
        ("access", shoot, "link", "Ben"),
        ("access", shoot),
        ("demo", *FEW),
        ("demo", "mission", *MORE, "--until", "2020-02"),
        ("warmup", "--quiet"),
    ]
    keys: dict[str, set[str]] = {}
    for words in calls:
        keys.setdefault(str(words[0]), set()).update(run_json(*words))
    with serving(shoot) as (_, said):
        keys["serve"] = set(said)
    return keys


def test_every_key_is_told_and_every_told_key_is_given(
    given: dict[str, set[str]],
) -> None:
    assert told() == given


def test_every_command_but_schema_is_on_the_page() -> None:
    names = {
        one.name or getattr(one.callback, "__name__", "")
        for one in app.registered_commands
    }
    assert set(told()) == names - {"schema"}  # a schema is the object itself

"""What all commands have in common: streams, exit codes, help, locales, pipes."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from daybreak import __version__
from daybreak.cli.app import app
from daybreak.cli.doorkeeper import OWN_FAULT
from daybreak.model.errors import SolverError
from daybreak.office import opening
from tests.cli.running import HERE, files, real, run, run_json
from tests.reports.made_up import crossing, harbor

COMMANDS = (
    *("import", "plan", "breaks", "why", "replan", "levers", "check", "cost", "show"),
    *("report", "whatis", "compare", "risk", "new", "load", "revise", "edit", "set"),
    *("remove", "facts", "changes", "boards", "freeze", "scenarios", "undo", "redo"),
    *("export", "verify", "backup", "serve", "access", "demo", "warmup", "schema"),
)


def test_every_command_is_known_here() -> None:
    names = [
        one.name or getattr(one.callback, "__name__", "")
        for one in app.registered_commands
    ]
    assert tuple(names) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_has_an_example_and_takes_json(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"  For example:\n    daybreak {command}" in done.stdout
    assert "--json" in done.stdout


def test_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"daybreak {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ("show",),
        ("show", "a.json"),
        ("nonsense",),
        ("check", "a.json", "b.json", "--loud"),
        ("plan", "a.json", "--seconds", "soon"),
        ("plan", "a.json", "--iterations", "0"),
        ("show", "a.json", "b.json", "--width", "10"),
        ("schema", "cast"),
    ],
)
def test_wrong_use_ends_with_2_and_writes_no_data(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr


@pytest.mark.parametrize("command", ["check", "cost", "show"])
def test_missing_file_is_told_without_a_traceback(tmp_path: Path, command: str) -> None:
    done = run(command, tmp_path / "no.json", tmp_path / "none.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        f"daybreak: {tmp_path}/no.json: no such file or directory - "
        "check the name and try again"
    ]


def test_unexpected_fault_is_one_line_and_how_to_see_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by naught\nand more")

    monkeypatch.setattr(opening, "check", broken)
    paths = files(tmp_path, harbor())
    done = run("check", *paths)
    assert (done.exit_code, done.stdout) == (OWN_FAULT, "")
    assert done.stderr.splitlines() == [
        "daybreak: unexpected ZeroDivisionError: by naught",
        "This is a fault of Daybreak. Set DAYBREAK_DEBUG=1 to see where it began.",
    ]
    assert run_json("check", *paths)["ok"] is False
    monkeypatch.setenv("DAYBREAK_DEBUG", "1")
    assert "Traceback" in run("check", *paths).stderr


def test_failed_engine_is_a_fault_of_daybreak_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failed(*_: object) -> None:
        raise SolverError("The engine stopped.")

    monkeypatch.setattr(opening, "check", failed)
    done = run("check", *files(tmp_path, harbor()))
    assert (done.exit_code, done.stderr) == (3, "daybreak: The engine stopped.\n")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LANG": "C", "LC_ALL": "C"},
        {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    ],
)
def test_any_locale_gets_a_board_of_the_same_shape(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    production, schedule = crossing()
    paths = files(tmp_path, (production, schedule))
    plain = real("show", *paths, PYTHONIOENCODING="utf-8").stdout.decode()
    done = real("show", *paths, **environment)
    assert done.returncode == 0
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    shown = done.stdout.decode(encoding)
    assert list(map(len, shown.splitlines())) == list(map(len, plain.splitlines()))


def test_json_is_readable_in_any_locale(tmp_path: Path) -> None:
    production, schedule = files(tmp_path, harbor())
    text = production.read_text(encoding="utf-8").replace("Old house", "Łódź 日本")
    production.write_text(text, encoding="utf-8")
    done = real("show", production, schedule, "--json", PYTHONIOENCODING="ascii")
    assert rb"\u0141\u00f3d\u017a" in done.stdout
    assert "Łódź".encode() in real("show", production, schedule, "--json").stdout


def test_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    production, schedule = files(tmp_path, harbor())
    line = f'"$@" show {production} {schedule} | head -n 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", line, "bash", *HERE], capture_output=True, check=False
    )
    assert done.stdout.decode().splitlines()[1:] == ["0"]
    assert done.stderr == b""


def test_closed_output_is_no_fault(tmp_path: Path) -> None:
    production, schedule = files(tmp_path, harbor())
    line = f'"$@" show {production} {schedule} | true; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", line, "bash", *HERE], capture_output=True, check=False
    )
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def _on_a_terminal(*words: str | Path, **environment: str) -> str:
    """Run a command with a terminal of 100 columns as its output."""
    master, slave = pty.openpty()
    subprocess.run(["stty", "cols", "100", "rows", "40"], stdin=slave, check=True)
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in ("NO_COLOR", "COLUMNS", "LINES")
    }
    with subprocess.Popen(
        [*HERE, *map(str, words)],
        stdout=slave,
        stderr=subprocess.DEVNULL,
        env={**kept, "TERM": "xterm-256color", **environment},
    ):
        os.close(slave)
        said = b""
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            said += part
    os.close(master)
    return said.decode()


def test_terminal_gets_color_and_its_own_width(tmp_path: Path) -> None:
    paths = files(tmp_path, harbor())
    shown = _on_a_terminal("show", *paths)
    assert "\x1b[" in shown
    plain = _on_a_terminal("show", *paths, NO_COLOR="1")
    assert "\x1b[" not in plain
    assert max(map(len, plain.splitlines())) <= 100
    breaks = [one for one in plain.splitlines() if "END OF WEEK" in one]
    assert {len(one) for one in breaks} == {99}
    assert "\x1b[" not in _on_a_terminal("show", *paths, "--no-color")
    assert "\x1b[" not in _on_a_terminal("show", *paths, TERM="dumb")


def test_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """RELIABILITY E3: escape codes in a document come out as lost characters."""
    production, schedule = files(tmp_path, harbor())
    text = production.read_text().replace("Old house", r"Old \u001b[2Jhouse")
    production.write_text(text.replace('"title": "', '"title": "\\u001b]0;x\\u0007'))
    for words in (("show",), ("show", "--dood"), ("check",), ("cost",)):
        done = run(words[0], production, schedule, *words[1:])
        assert done.exit_code == 0
        assert "\x1b" not in done.stdout + done.stderr
        assert "\x07" not in done.stdout + done.stderr


def test_no_text_leaves_the_two_streams_unlike_data_and_talk(tmp_path: Path) -> None:
    done = run("check", *files(tmp_path, harbor()))
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_behind_the_output_is_told_in_a_sentence(tmp_path: Path) -> None:
    paths = map(str, files(tmp_path, harbor()))
    line = f"{' '.join(['show', *paths])} > /dev/full"
    done = subprocess.run(
        ["bash", "-c", f'"$@" {line}', "bash", *HERE], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (
        OWN_FAULT,
        "daybreak: standard output: no space left on device"
        " - make room, or write it elsewhere\n",
    )

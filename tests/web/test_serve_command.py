"""``daybreak serve`` and ``daybreak access``: what they say, and what they refuse."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from daybreak.model.files import write
from tests.cli.running import HERE, real, run, run_json
from tests.office.live.sessions import document_with_board
from tests.reports.made_up import harbor
from tests.store.making import opened
from tests.web.commands import serving

WORD = "four words of mine\n"


def _listening_addresses(process: int) -> set[str]:
    """Give the addresses at which a process listens, as the system knows them."""
    links = {
        os.readlink(one)
        for one in Path(f"/proc/{process}/fd").iterdir()
        if one.is_symlink()
    }
    sockets = {one[8:-1] for one in links if one.startswith("socket:[")}
    found = set()
    for name in ("tcp", "tcp6"):
        for row in Path(f"/proc/{process}/net/{name}").read_text().splitlines()[1:]:
            cells = row.split()
            if cells[3] == "0A" and cells[9] in sockets:
                found.add(cells[1].split(":")[0])
    return found


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="reads Linux's /proc")
def test_it_listens_to_this_machine_alone_and_ends_cleanly(tmp_path: Path) -> None:
    """D1: with defaults 127.0.0.1 only; Ctrl-C saves, closes and leaves nothing."""
    path = document_with_board(tmp_path)
    with serving(path, "--by", "anna") as (process, told):
        address = told["address"]
        assert address.startswith("http://127.0.0.1:")
        assert _listening_addresses(process.pid) == {"0100007F"}
        code = address.partition("code=")[2]
        others = Path(f"/proc/{process.pid}/cmdline").read_text()
        assert code not in others
        held = run("set", path, "title", '"New"', "--by", "ben")
        assert held.exit_code == 2
        where = address.partition("/enter")[0]
        assert f"in the browser at {where} has it open" in held.stderr
        assert code not in held.stderr
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
        assert process.returncode == 0
        assert said.rstrip().endswith("Saved, closed.")
    assert sorted(one.name for one in tmp_path.iterdir()) == [path.name]
    assert run("set", path, "title", '"New"', "--by", "ben").exit_code == 0


def test_a_closed_terminal_ends_it_cleanly_too(tmp_path: Path) -> None:
    path = document_with_board(tmp_path)
    with serving(path) as (process, _):
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=20)
        assert process.returncode == 0
        assert said.rstrip().endswith("Saved, closed.")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "board.example.org"])
def test_others_are_not_let_near_without_accounts(tmp_path: Path, host: str) -> None:
    """D1: off this machine without accounts: exit 2, and why."""
    path = document_with_board(tmp_path)
    done = run("serve", path, "--host", host, "--no-browser")
    assert done.exit_code == 2
    assert "nobody has an account" in done.stderr
    assert "daybreak access SHOOT add NAME" in done.stderr
    behind = run("serve", path, "--trusted-proxy", "board.example.org", "--no-browser")
    assert behind.exit_code == 2


def test_plain_http_for_others_is_refused(tmp_path: Path) -> None:
    """D23: with accounts, but without a proxy that speaks https: exit 2, and why."""
    path = document_with_board(tmp_path)
    run("access", path, "link", "Ben")
    done = run("serve", path, "--host", "0.0.0.0", "--no-browser")
    assert done.exit_code == 2
    assert "plain HTTP would show them every password" in done.stderr
    wrong = run("serve", path, "--trusted-proxy", "https://x/", "--no-browser")
    assert wrong.exit_code == 2
    assert "is no name of a host" in wrong.stderr


def test_behind_a_proxy_it_says_the_proxys_address(tmp_path: Path) -> None:
    """D23: with both, it serves."""
    path = document_with_board(tmp_path)
    run("access", path, "link", "Ben")
    with serving(path, "--trusted-proxy", "board.example.org") as (_, told):
        assert told["address"].startswith("https://board.example.org/enter?code=")


def test_what_cannot_be_served_is_said_in_one_sentence(tmp_path: Path) -> None:
    production = tmp_path / "harbor.json"
    write(harbor()[0], production)
    done = run("serve", production)
    assert done.exit_code == 2
    made = tmp_path / "harbor.daybreak"
    assert (
        f"{production}: is no document - make one: daybreak load {production} -o {made}"
    ) in done.stderr
    script = tmp_path / "harbor.fountain"
    script.write_text("INT. HOUSE - DAY\n")
    assert "import it first: daybreak import" in run("serve", script).stderr
    assert "no such file" in run("serve", tmp_path / "none.daybreak").stderr
    broken = tmp_path / "broken.daybreak"
    broken.write_bytes(b"SQLite format 3\0" + b"\0" * 4000)
    assert run("serve", broken).exit_code == 2


def test_a_held_document_names_its_holder(tmp_path: Path) -> None:
    path = document_with_board(tmp_path)
    with opened(path):
        done = run("serve", path)
    assert done.exit_code == 2
    assert "has it open - close it there, or wait a moment" in done.stderr
    assert run("serve", path, "--port", "70000").exit_code == 2


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    path = document_with_board(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    with serving(document_with_board(other)) as (_, told):
        port = told["address"].split("/")[2].rpartition(":")[2]
        done = run("serve", path, "--port", port, "--no-browser")
    assert done.exit_code == 2
    assert f"port {port} cannot be used" in done.stderr


# --- access ---------------------------------------------------------------------------


def test_people_are_added_changed_and_removed(tmp_path: Path) -> None:
    path = document_with_board(tmp_path)
    assert run("access", path).stdout == "0 accounts, 0 links.\n"
    done = run(
        *("access", path, "add", "Ben", "--role", "edit", "--password-stdin"),
        stdin=WORD,
    )
    assert done.stderr == "Ben may edit.\n"
    done = run("access", path, "role", "Ben", "--role", "comment")
    assert done.stderr == "Ben may comment from now on.\n"
    link = run_json("access", path, "link", "Cy", "--at", "https://board.example.org")
    assert link["address"].startswith("https://board.example.org/enter?link=")
    told = run_json("access", path)
    assert told["accounts"] == [{"name": "Ben", "role": "comment"}]
    assert [one["name"] for one in told["links"]] == ["Cy"]
    assert run("access", path).stdout.endswith("1 account, 1 link.\n")
    assert run("access", path, "revoke", told["links"][0]["key"]).exit_code == 0
    done = run("access", path, "remove", "Ben")
    assert done.stderr == "Ben may not come in any more.\n"
    assert run_json("access", path) == {"ok": True, "accounts": [], "links": []}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add",), "access add takes a name"),
        (("role", "Eve"), 'There is no account "Eve"'),
        (("remove", "Eve"), 'There is no account "Eve"'),
        (("revoke", "00"), 'There is no link "00"'),
        (("link", "Eve", "--days", "0"), "0 days cannot be"),
        (("add", "Eve", "--password-stdin"), "The password has 0 letters"),
        (("add", "Eve"), "no terminal to type a password in"),
    ],
)
def test_what_cannot_be_done_is_said(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    path = document_with_board(tmp_path)
    done = run("access", path, *words, stdin="")
    assert done.exit_code == 2
    assert said in done.stderr


def test_access_of_no_document_is_refused(tmp_path: Path) -> None:
    done = run("access", tmp_path / "none.daybreak")
    assert done.exit_code == 2
    assert "no such file" in done.stderr


def test_help_stays_quick_to_import() -> None:
    """The server is imported when it serves, not before."""
    code = "import sys, daybreak.cli.app; print('fastapi' in sys.modules)"
    done = subprocess.run([HERE[0], "-c", code], capture_output=True, check=True)
    assert done.stdout == b"False\n"
    assert real("serve", "--help").returncode == 0

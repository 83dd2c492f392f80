"""Faults of our own, nonsense from outside, and words that no source may hold."""

from __future__ import annotations

import ast
import logging
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute

import daybreak
from daybreak.office.live.session import LiveShoot
from daybreak.web.roles import needs
from tests.web.sites import routes_of, site, size_of

SOURCE = Path(daybreak.__file__).parent
SECRETS = (b"Traceback", b"sqlite", b"SELECT", b".py", b"/var/lib/x", b"secret-1")
TRIES = size_of("DAYBREAK_FUZZ_TRIES", 3)
"""Nonsense requests for each route; a nightly run has 1,000."""

# --- D14: our own faults --------------------------------------------------------------


class Broken(Exception):
    """A fault that nobody foresaw."""


def _break(*_: object, **__: object) -> Any:
    raise Broken("SELECT secret-1 FROM /var/lib/x.py")


def test_a_fault_of_ours_is_a_number_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """D14: in each handler: 500, a sentence, a number; the rest is logged once."""
    with site(tmp_path) as made:
        page, numbers = made.page(), []
        for name in ("production", "board", "entries", "submit"):
            monkeypatch.setattr(LiveShoot, name, _break)
        with caplog.at_level(logging.ERROR, "daybreak.web"):
            for done in (
                page.get("/api/shoot"),
                page.get("/api/boards/first"),
                page.get("/api/entries"),
                page.get("/api/desk"),
                page.edit("lock", base=1, strips=["s1"], locked=True),
            ):
                assert done.status == 500
                assert not any(one in done.body for one in SECRETS)
                [said] = done.json["errors"]
                found = re.fullmatch(
                    r"Something failed here; it is in the log as ([0-9a-f]{8})\.", said
                )
                assert found is not None
                numbers.append(found[1])
                assert done.headers["content-security-policy"]
        monkeypatch.undo()
        assert page.get("/api/shoot").status == 200
    logged = [one for one in caplog.records if one.name == "daybreak.web"]
    assert len(logged) == len(set(numbers)) == 5
    assert [
        number in one.getMessage() for number, one in zip(numbers, logged, strict=True)
    ]


@pytest.mark.twin
def test_a_handler_that_tells_too_much_is_noticed(tmp_path: Path) -> None:
    """D14's twin: an answer with the words of the fault in it is caught."""
    router = APIRouter()

    @router.get("/api/chatty", dependencies=[needs("read")])
    def chatty() -> dict[str, str]:
        try:
            _break()
        except Broken as error:
            return {"error": repr(error)}
        return {}

    with site(tmp_path, more=[router]) as made:
        body = made.page().get("/api/chatty").body
    assert any(one in body for one in SECRETS)


# --- D15: nonsense --------------------------------------------------------------------

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**63, 1e308, "", " ", "first", "s1", "main", "x" * 5000),
    *("2027-03-01", "2027-02-30", "\u0000", "\u202e", "\ud800", "__proto__", "../x"),
    *([], [None], ["s1"], ["s1", "s1"], {}, {"a": {}}, [[[[]]]], {"days": 7}),
)
KEYS = (
    *("id", "base", "type", "board", "strips", "unit", "date", "after", "to", "shift"),
    *("locked", "key", "value", "path", "scene", "eighths", "schedule", "dates", "op"),
    *("kind", "name", "like", "note", "anyway", "way", "seconds", "source", "status"),
)
TYPES = (
    *("move", "park", "shift", "move-day", "lock", "lock-day", "banner", "set"),
    *("remove", "split", "take", "undo", "redo"),
)


def _nonsense(dice: random.Random) -> Any:
    if dice.random() < 0.1:
        return dice.choice(ODD)
    made = {key: dice.choice(ODD) for key in dice.sample(KEYS, dice.randint(0, 12))}
    if dice.random() < 0.7:
        made |= {"id": f"fuzz-{dice.random():.12f}".replace(".", "-"), "base": 9999}
        made |= {"base": dice.choice((0, 24, 9999)), "type": dice.choice(TYPES)}
    return made


def _asked(route: APIRoute, dice: random.Random) -> str:
    texts = ("first", "scenes", "total", "x", "%00", "..%2f", "-1", "main", "s1", "é")

    def part(_: re.Match[str]) -> str:
        return dice.choice(texts).replace("é", "%C3%A9")

    return re.sub(r"\{[^}]*\}", part, route.path)


def test_nonsense_is_never_a_fault_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D15: odd values for every route and key: 0 answers of 500 and above."""
    dice, tried = random.Random(7), 0
    with site(tmp_path) as made:
        page = made.page()
        for route in routes_of(made.app):
            if not isinstance(route, APIRoute) or "import" in route.path:
                continue
            if route.path in ("/enter", "/api/leave"):
                continue
            for method in route.methods:
                for _ in range(TRIES):
                    path = _asked(route, dice)
                    if method in ("GET", "HEAD"):
                        query = f"?since={dice.choice(('x', '-1', '1e9', '%00'))}"
                        query += f"&board={dice.choice(('first', '%ff', 'x'))}"
                        done = page.ask(method, path + query)
                    else:
                        done = page.post(path, _nonsense(dice), method=method)
                    assert done.status < 500, (method, path, done)
                    tried += 1
        assert page.get("/api/shoot").status == 200
    assert tried >= 20 * TRIES


# --- D19: words that no source may hold -----------------------------------------------

NEVER = {
    *("eval", "exec", "compile", "__import__"),
    *("os.system", "os.popen", "pickle", "marshal", "shelve", "yaml.load"),
    *("cPickle", "dill", "subprocess.getoutput", "tempfile.mktemp"),
}


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_name(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _faults(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [one.name for one in node.names]
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            yield from (one for one in names if one.split(".")[0] in NEVER)
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        if name in NEVER:
            yield name
        if any(
            one.arg == "shell" and not _is_constant(one.value, False)
            for one in node.keywords
        ):
            yield f"{name} with a shell"
        is_sql = name.rpartition(".")[2] in ("execute", "executemany", "executescript")
        if is_sql and node.args and _is_woven(node.args[0]):
            yield f"woven SQL, line {node.lineno}"


def _is_constant(node: ast.expr, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


def _is_woven(node: ast.expr) -> bool:
    """Tell whether a text is put together of parts that are not written here."""
    if isinstance(node, ast.JoinedStr):
        if (
            isinstance(node.values[0], ast.Constant)
            and node.values[0].value == "PRAGMA "
        ):
            return False  # its name cannot be bound, and is never a user's
        return any(
            isinstance(one, ast.FormattedValue) and not _is_capital(one.value)
            for one in node.values
        )
    if isinstance(node, ast.BinOp):
        return not _is_capital(node.right) and not isinstance(node.right, ast.Constant)
    return isinstance(node, ast.Call) and _name(node.func).endswith(".format")


def _is_capital(node: ast.expr) -> bool:
    """Tell whether it is a constant of a module, by its name."""
    name = _name(node).rpartition(".")[2]
    return bool(name) and name == name.upper()


def test_no_source_runs_what_it_reads() -> None:
    """D19: no eval, exec, pickle, shell, woven SQL; over the whole package."""
    sources = sorted(SOURCE.rglob("*.py"))
    assert len(sources) >= 200
    found = {
        f"{one.relative_to(SOURCE)}: {fault}"
        for one in sources
        for fault in _faults(one.read_text("utf-8"))
    }
    assert found == set()


@pytest.mark.twin
@pytest.mark.parametrize(
    "text",
    [
        "eval('1')",
        "import pickle",
        "from pickle import loads",
        "import os\nos.system('x')",
        "import subprocess\nsubprocess.run('x', shell=True)",
        "c.execute(f'SELECT {name}')",
        "c.execute('SELECT ' + name)",
        "c.execute('SELECT {}'.format(name))",
    ],
)
def test_what_would_run_is_noticed(text: str) -> None:
    """D19's twin: each of them is caught where it stands."""
    assert list(_faults(text))


def test_no_page_sets_html_of_its_own() -> None:
    """D8: the client writes no markup from text, and no style into it."""
    scripts = sorted((SOURCE / "web" / "pages" / "app").rglob("*.js"))
    assert len(scripts) >= 8
    never = re.compile(
        r"\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|"
        r"document\.write|eval\(|new Function|javascript:)"
    )
    for one in scripts:
        assert never.search(one.read_text("utf-8")) is None, one.name


def test_no_source_holds_a_secret() -> None:
    """D21: nothing in the package looks like a key or a password."""
    pattern = re.compile(
        r"(BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{30}|"
        r"(?:password|secret|token)\s*=\s*['\"][^'\"]{8,})",
        re.IGNORECASE,
    )
    looked = 0
    for one in sorted(SOURCE.rglob("*.py")):
        assert pattern.search(one.read_text("utf-8")) is None, one
        looked += 1
    assert looked >= 200

"""What is too long, too much, too slow or not ours to read."""

from __future__ import annotations

import asyncio
import resource
import socket
import threading
import time
from contextlib import ExitStack
from itertools import product
from pathlib import Path
from urllib.parse import quote

import pytest

from daybreak.web import deadlines, guard
from daybreak.web.guard import BODY_MOST, JSON, OCTETS
from daybreak.web.paper_routes import attachment
from tests.office.live.sessions import BOARD
from tests.web.sites import Page, Site, site, size_of

MEGABYTE = 2**20
CANARY = "the canary nobody may read"
CLIENTS = size_of("DAYBREAK_SLOW_CLIENTS", 30)
"""Slow clients of each kind; a nightly run has 300 that owe a head."""

# --- D9: paths ------------------------------------------------------------------------

STEPS = ("..", "..%2f", "..%5c", "%2e%2e/", "%252e%252e/", "....//", "..;/", "%c0%ae./")
TARGETS = ("canary.txt", "etc/passwd", "pages-next/canary.txt", "app.py")


def _payloads(folder: Path) -> list[str]:
    deep = [
        "/".join([step.rstrip("/")] * 6) + "/" + name
        for step, name in product(STEPS, TARGETS)
    ]
    absolute = [str(folder / "canary.txt"), "/etc/passwd", "//etc/passwd"]
    others = ["C:\\windows\\win.ini", "\\\\host\\share", "file:///etc/passwd", "\0"]
    others += ["canary.txt\0.js", "%00", "~root", "%2fetc%2fpasswd", "..\\..\\app.py"]
    others += ["." * 4000, "CON", "NUL", "x" * 300, "\u202etxt", "..%c1%9c..%c1%9c"]
    packed = [quote(one, safe="") for one in (*absolute, *others)]
    return [*deep, *(quote(one, safe="/") for one in absolute), *packed]


def test_no_path_leads_out(served: Site, tmp_path: Path) -> None:
    """D9: 60 payloads in each place of a path: nothing read, nothing written."""
    (tmp_path / "canary.txt").write_text(CANARY)
    page, tried = served.page(), 0
    before = sorted(one.name for one in served.path.parent.rglob("*"))
    payloads = _payloads(tmp_path)
    assert len(payloads) >= 50
    for number, payload in enumerate(payloads):
        places = [
            f"/static/{payload}",
            f"/api/boards/{payload}",
            f"/api/papers/{payload}?board={BOARD}",
            f"/api/papers/scenes?format=text&board={payload}",
        ]
        if number % 8 == 0:  # an import begins a process, which takes its time
            places.append(f"/api/import?name={payload}")
        for place in places:
            method = "POST" if "import" in place else "GET"
            headers = {"Content-Type": OCTETS, "Origin": served.origin}
            done = page.ask(method, place, b"nonsense", headers)
            assert CANARY.encode() not in done.body
            assert b"root:x:" not in done.body
            assert done.status in (200, 307, 400, 403, 404, 405, 422), (place, done)
            assert done.status != 200 or "import" in place, place
            tried += 1
    assert tried >= 200
    assert sorted(one.name for one in served.path.parent.rglob("*")) == before


def test_a_link_inside_our_files_leads_nowhere(served: Site) -> None:
    """D9: the floor: our own file is given, a neighbor of the folder is not."""
    page = served.page()
    assert page.get("/static/app/main.js").status == 200
    assert page.get("/static/../app.py").status == 404
    assert page.get("/static").status in (404, 405, 307)


# --- D10: size ------------------------------------------------------------------------


def _headers(made: Site, page: Page, kind: str, *more: str) -> bytes:
    lines = [
        "POST /api/import?name=a.fountain HTTP/1.1",
        f"Host: {made.host}",
        f"Origin: {made.origin}",
        f"Cookie: {page.usual['Cookie']}",
        f"Content-Type: {kind}",
        *more,
    ]
    return "\r\n".join([*lines, "", ""]).encode()


def _status(line: socket.socket) -> int:
    said = line.recv(65536)
    return int(said.split(b" ", 2)[1]) if said else 0


@pytest.mark.parametrize("kind", [JSON, OCTETS])
def test_more_than_is_taken_is_refused_before_it_comes(served: Site, kind: str) -> None:
    """D10: one byte past the limit by its own word: 413, and nothing of it is read."""
    page, most = served.page(), BODY_MOST[kind]
    for length, status in ((most + 1, 413), (10**18, 413), (-1, 400)):
        with socket.create_connection(("127.0.0.1", served.port), 10) as line:
            line.sendall(_headers(served, page, kind, f"Content-Length: {length}"))
            assert _status(line) == status


def test_a_body_without_end_is_cut_off(served: Site) -> None:
    """D10: chunks without end: 413 at the limit, and little memory is kept."""
    page, piece = served.page(), b"x" * 2**16
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sent = 0
    with socket.create_connection(("127.0.0.1", served.port), 10) as line:
        line.sendall(_headers(served, page, JSON, "Transfer-Encoding: chunked"))
        try:
            while sent < 64 * MEGABYTE:
                line.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
                sent += len(piece)
        except OSError:
            pass
    assert BODY_MOST[JSON] <= sent < 16 * MEGABYTE
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert after - before <= 20 * 1024  # kilobytes
    assert page.get("/api/shoot").status == 200


def test_forms_packed_bodies_and_endless_heads_are_refused(served: Site) -> None:
    """D10: multipart, gzip, 10,000 fields and long heads are not even read."""
    page = served.page()
    fields = "&".join(f"f{number}=x" for number in range(10_000))
    assert served.stranger().form("/enter", fields).status == 413
    assert served.stranger().form("/enter", fields[:4000]).status in (403, 429)
    headers = {"Origin": served.origin, "Content-Type": "multipart/form-data"}
    assert page.ask("POST", "/api/ops", b"--x", headers).status == 415
    headers = {"Origin": served.origin, "Content-Type": JSON}
    headers["Content-Encoding"] = "gzip"
    assert page.ask("POST", "/api/ops", b"\x1f\x8b", headers).status == 415
    many = "\r\n".join(f"X-{number}: {'y' * 500}" for number in range(100))
    request = f"GET / HTTP/1.1\r\nHost: {served.host}\r\n{many}\r\n\r\n".encode()
    assert int(served.raw(request).split(b" ", 2)[1]) in (400, 431)


# --- D11: slowness --------------------------------------------------------------------


def _is_closed(line: socket.socket, *, seconds: float) -> bool:
    line.settimeout(seconds)
    try:
        while line.recv(65536):
            pass
    except TimeoutError:
        return False
    except OSError:
        pass
    return True


def _drip(lines: list[socket.socket], piece: bytes, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for line in lines:
            try:
                line.send(piece)
            except OSError:
                continue
        time.sleep(0.05)


def test_slow_clients_are_cut_and_others_do_not_feel_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D11: heads and bodies byte by byte, and answers nobody takes: all are closed."""
    monkeypatch.setattr(deadlines, "HEAD_SECONDS", 0.6)
    monkeypatch.setattr(deadlines, "TAKE_SECONDS", 0.6)
    monkeypatch.setattr(guard, "BODY_SECONDS", 0.6)
    with site(tmp_path) as made, ExitStack() as stack:
        page = made.page()

        def line() -> socket.socket:
            return stack.enter_context(
                socket.create_connection(("127.0.0.1", made.port), 10)
            )

        heads = [line() for _ in range(CLIENTS)]
        bodies = [line() for _ in range(max(3, CLIENTS // 6))]
        begun = _headers(made, page, JSON, "Content-Length: 1000000")
        for one in bodies:
            one.sendall(begun)
        dripping = threading.Thread(target=_drip, args=([*heads, *bodies], b"x", 1.2))
        dripping.start()
        answered, slowest = 0, 0.0
        while dripping.is_alive():
            began = time.monotonic()
            assert page.get("/api/entries?since=9999").status == 200
            slowest = max(slowest, time.monotonic() - began)
            answered += 1
        assert answered >= 20
        assert slowest < 2
        assert all(_is_closed(one, seconds=2) for one in (*heads, *bodies))


@pytest.mark.twin
def test_endless_patience_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D11's twin: with no deadline a slow head stays."""
    monkeypatch.setattr(deadlines, "HEAD_SECONDS", 3600.0)
    with site(tmp_path) as made, ExitStack() as stack:
        line = socket.create_connection(("127.0.0.1", made.port), 10)
        stack.enter_context(line)
        line.send(b"GET / HTTP/1.1\r\n")
        _drip([line], b"X", 0.3)
        assert not _is_closed(line, seconds=0.5)


def test_one_address_has_so_many_heads_in_waiting(served: Site) -> None:
    """D11: the oldest connection that owes a head goes for a new one."""
    with ExitStack() as stack:
        lines = []
        for _ in range(deadlines.WAITING_MOST + 8):
            made = socket.create_connection(("127.0.0.1", served.port), 10)
            lines.append(stack.enter_context(made))
            made.send(b"G")
        assert _is_closed(lines[0], seconds=5)
        assert _is_closed(lines[7], seconds=5)
        assert not _is_closed(lines[-1], seconds=0.2)
        assert served.page().get("/api/shoot").status == 200


def test_a_client_that_takes_nothing_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """D11: what waits to be taken has its seconds, then the connection is gone."""
    monkeypatch.setattr(deadlines, "TAKE_SECONDS", 0.1)

    class Taken:
        is_aborted = False

        def abort(self) -> None:
            self.is_aborted = True

    async def slow(*, resumes: bool) -> bool:
        made = object.__new__(deadlines.Connection)
        made.loop = asyncio.get_running_loop()
        made.transport = Taken()  # type: ignore[assignment]
        made.client = ("127.0.0.1", 1)

        class Flow:
            def pause_writing(self) -> None: ...
            def resume_writing(self) -> None: ...

        made.flow = Flow()  # type: ignore[assignment]
        made.pause_writing()
        if resumes:
            made.resume_writing()
        await asyncio.sleep(0.3)
        return made.transport.is_aborted  # type: ignore[attr-defined, no-any-return]

    assert asyncio.run(slow(resumes=False))
    assert not asyncio.run(slow(resumes=True))


# --- D16: downloads -------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "evil.html",
        "evil.svg",
        '"; filename="evil.html',
        "a\r\nSet-Cookie: x=1.pdf",
        "../../etc/passwd",
        "C:\\evil.exe",
        "\u202efdp.exe",
        "Käse – 日本.pdf",
        "x" * 500 + ".pdf",
    ],
)
def test_the_name_of_a_download_is_only_a_name(name: str) -> None:
    """D16: attachment, one quoted plain name, the full one by RFC 6266."""
    header = attachment(name)
    assert header.startswith('attachment; filename="')
    assert header.count('"') == 2
    assert header.isascii()
    assert header.isprintable()
    assert "/" not in header
    assert "\\" not in header
    assert "filename*=UTF-8''" in header


def test_papers_come_as_attachments_of_a_fixed_type(served: Site) -> None:
    """D16: whatever the paper holds, the browser saves it and runs nothing."""
    page, seen = served.page(), 0
    for form in ("html", "text", "csv", "svg", "json", "pdf"):
        done = page.get(f"/api/papers/stripboard?board={BOARD}&format={form}")
        if done.status != 200:
            continue
        seen += 1
        assert done.headers["content-disposition"].startswith("attachment;")
        assert done.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in done.headers["content-security-policy"] or (
            "script-src 'self'" in done.headers["content-security-policy"]
        )
    assert seen >= 3

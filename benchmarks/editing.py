"""How fast edits of many people at once are saved, and seen by the others.

Run ``python benchmarks/editing.py [NAME ...]`` with names of `RUNS`: it prints a
Markdown table and ends with 1 where an edit was lost. A real server runs in a process
of its own; the editors are one other process, so both share the machine. Each editor
moves a strip, waits for the answer, thinks, and moves another; one in ten edits goes to
the same few strips as everybody's. Every editor also listens on the wire: *seen* is the
time from an edit's sending to its arrival at another page. An edit that is refused,
because somebody else was first, is sent again upon what is there then.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from websockets.asyncio.client import connect

from board import document
from daybreak.store.files import open_document

Json = dict[str, Any]
ADDRESS = re.compile(r"http://([^/\s]+)(/enter\?code=[^\s\"]+)")
BOARD = "first"
HOT = 0.1
"""How many of the edits go to strips that everybody moves."""
HOT_STRIPS = 5
HEADER = (
    "| editors | strips | think | edits | refused first | edit, median | 99 of 100 "
    "| edits/s | processor, each | seen, 95 of 100 | board, 99 of 100 "
    "| board, packed | edit told "
    "| lost | limits |\n| " + "--- | " * 15
).rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What is measured, and what it may take, in milliseconds."""

    strips: int
    editors: int
    think: float
    edits: int
    solver: bool = False
    limits: str = ""


RUNS = {
    "F1": Run(strips=400, editors=20, think=0.1, edits=2400, limits="edit 150 ms"),
    "saturated": Run(
        strips=400, editors=20, think=0.0, edits=3000, limits="150 edits/s"
    ),
    "F2": Run(
        strips=2000,
        editors=50,
        think=0.1,
        edits=2500,
        limits="edit 400 ms, board 1 s, 400 KB, edit told 20 KB",
    ),
    "F5": Run(
        strips=400,
        editors=20,
        think=0.1,
        edits=2000,
        solver=True,
        limits="edit: twice F1",
    ),
}


@dataclass(slots=True)
class Noted:
    """What was measured so far."""

    left: int
    took: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)
    boards: list[float] = field(default_factory=list)
    board_bytes: int = 0
    told_bytes: int = 0
    refused: int = 0
    sent: dict[str, float] = field(default_factory=dict)
    saved: set[str] = field(default_factory=set)
    ends: bool = False
    processor: float = 0.0


class Line:
    """One kept connection of HTTP, as a browser has it."""

    def __init__(self, host: str, cookie: str) -> None:
        self.host, self.cookie = host, cookie
        self.reader: asyncio.StreamReader
        self.writer: asyncio.StreamWriter | None = None

    async def ask(self, method: str, path: str, data: Any = None) -> tuple[int, bytes]:
        """Give the status and the body of an answer."""
        if self.writer is None:
            name, port = self.host.split(":")
            self.reader, self.writer = await asyncio.open_connection(name, int(port))
        body = b"" if data is None else json.dumps(data).encode()
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: {self.host}",
            f"Cookie: {self.cookie}",
            "Accept-Encoding: gzip",
        ]
        if data is not None:
            lines += ["Content-Type: application/json", f"Origin: http://{self.host}"]
            lines.append(f"Content-Length: {len(body)}")
        self.writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        found = re.search(r"(?i)content-length: (\d+)", head)
        said = await self.reader.readexactly(int(found[1]) if found else 0)
        self.size = len(said)
        if "content-encoding: gzip" in head.lower():
            said = zlib.decompress(said, 31)
        self.head = head
        return int(head.split(" ", 2)[1]), said


def main() -> int:
    names = sys.argv[1:] or list(RUNS)
    print(HEADER)
    lost = 0
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            lost += asyncio.run(measured(name, RUNS[name], Path(folder)))
    print(f"\n{machine()}")
    return 1 if lost else 0


async def measured(name: str, run: Run, folder: Path) -> int:
    """Print a row of the table; give how many edits were lost."""
    path = document(run.strips, folder)
    code = "from daybreak.cli import main; main()"
    words = [sys.executable, "-c", code, "serve", str(path), "--no-browser"]
    said = folder / "said"
    with said.open("w") as out:
        server = subprocess.Popen(words, stderr=out)
    try:
        noted, spent = await _edited(run, said)
        noted.processor = _processor(server.pid)
    finally:
        server.terminate()
        server.wait(20)
    lost = _lost(path, noted)
    if faults := said.read_text().count("Traceback"):
        print(f"{faults} faults: {said.read_text()[-2000:]}")
    print(_row(name, run, noted, spent, lost), flush=True)
    return lost


async def _edited(run: Run, said: Path) -> tuple[Noted, float]:
    while (found := ADDRESS.search(said.read_text())) is None:
        await asyncio.sleep(0.05)
    host, enter = found[1], found[2]
    line = Line(host, "")
    await line.ask("GET", enter)
    cookie = re.search(r"(?i)set-cookie: ([^;]+)", line.head)
    assert cookie is not None
    first = Line(host, cookie[1])
    shoot = json.loads((await first.ask("GET", "/api/shoot"))[1])["shoot"]
    noted = Noted(left=run.edits)
    if run.solver:
        await _solve(first, shoot)
    editors = [
        _editor(Line(host, first.cookie), number, run, shoot, noted)
        for number in range(run.editors)
    ]
    ears = [
        asyncio.create_task(_listen(host, first.cookie, noted))
        for _ in range(run.editors)
    ]
    watch = asyncio.create_task(_look(Line(host, first.cookie), noted))
    await asyncio.sleep(1)
    began = time.perf_counter()
    await asyncio.gather(*editors)
    spent = time.perf_counter() - began
    await asyncio.sleep(0.5)
    noted.ends = True
    await watch
    for one in ears:
        one.cancel()
    return noted, spent


async def _editor(line: Line, number: int, run: Run, shoot: Json, noted: Noted) -> None:
    dice = random.Random(number)
    scenes = [one["id"] for one in shoot["scenes"]]
    mine, hot = scenes[number :: run.editors], scenes[:HOT_STRIPS]
    [(unit, dates), *_] = shoot["eligible"].items()
    said = await line.ask("GET", "/api/entries?since=99999999")
    head = json.loads(said[1])["head"]
    await asyncio.sleep(dice.random() * run.think)
    while noted.left > 0:
        noted.left -= 1
        strip = dice.choice(hot if dice.random() < HOT else mine)
        wish = {"type": "move", "board": BOARD, "strips": [strip], "unit": unit}
        wish["date"] = dice.choice(dates[: len(scenes) // 5])
        head = await _send(line, wish, head, noted, dice)
        await asyncio.sleep(run.think * (0.5 + dice.random()))


async def _send(
    line: Line, wish: Json, head: int, noted: Noted, dice: random.Random
) -> int:
    """Send an edit until it is saved; give the head that is known then."""
    while True:
        name = f"edit-{dice.getrandbits(64):016x}"
        began = noted.sent[name] = time.perf_counter()
        status, said = await line.ask(
            "POST", "/api/ops", {**wish, "id": name, "base": head}
        )
        noted.took.append(time.perf_counter() - began)
        told = json.loads(said)
        if status == 200:
            noted.saved.add(name)
            return int(told["head"])
        if status == 409:
            noted.refused += 1
            head = int(told["head"])
            continue
        if "Nothing would change" in said.decode():
            return head
        raise SystemExit(f"{status}: {said[:300]!r}")


async def _listen(host: str, cookie: str, noted: Noted) -> None:
    headers = {"Cookie": cookie}
    async with connect(
        f"ws://{host}/api/live",
        additional_headers=headers,
        origin=f"http://{host}",  # type: ignore[arg-type]
        max_size=2**24,
    ) as line:
        await line.send(json.dumps({"type": "seen", "board": BOARD}))
        async for text in line:
            told = json.loads(text)
            if told["type"] == "edits" and told["op"] in noted.sent:
                noted.seen.append(time.perf_counter() - noted.sent[told["op"]])
                noted.told_bytes = max(noted.told_bytes, len(text))


async def _look(line: Line, noted: Noted) -> None:
    """Load the whole board now and then, as somebody who comes along does."""
    while not noted.ends:
        began = time.perf_counter()
        status, _ = await line.ask("GET", f"/api/boards/{BOARD}")
        assert status == 200
        noted.boards.append(time.perf_counter() - began)
        noted.board_bytes = max(noted.board_bytes, line.size)
        await asyncio.sleep(0.25)


async def _solve(line: Line, shoot: Json) -> None:
    """Let a plan be searched for as long as this goes on."""
    wish = {"kind": "plan", "board": BOARD, "seconds": 300}
    status, said = await line.ask("POST", "/api/jobs", wish)
    if status != 200:
        raise SystemExit(f"no plan: {said[:300]!r}")
    await asyncio.sleep(8)


def _processor(process: int) -> float:
    """Give the seconds of processor that a process took, on Linux."""
    with suppress(OSError):
        cells = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _lost(path: Path, noted: Noted) -> int:
    """Give how many edits that were answered as saved are not in the journal."""
    with open_document(path, write=False) as kept:
        there = {one.batch.removeprefix("op ") for one in kept.entries()}
    assert len(noted.saved) >= 100
    return len(noted.saved - there)


def _row(name: str, run: Run, noted: Noted, spent: float, lost: int) -> str:
    cells = [
        f"{name}: {run.editors}" + (", a plan running" if run.solver else ""),
        f"{run.strips:,}",
        f"{1000 * run.think:.0f} ms",
        f"{len(noted.saved):,}",
        f"{noted.refused:,}",
        _ms(median(noted.took)),
        _ms(_at(noted.took, 99)),
        f"{len(noted.saved) / spent:.0f}",
        f"{1000 * noted.processor / len(noted.took):.1f} ms",
        _ms(_at(noted.seen, 95)),
        _ms(_at(noted.boards, 99)),
        f"{noted.board_bytes / 1024:.0f} KB",
        f"{noted.told_bytes / 1024:.1f} KB",
        str(lost),
        run.limits,
    ]
    return f"| {' | '.join(cells)} |"


def _at(times: list[float], hundredth: int) -> float:
    return quantiles(times, n=100)[hundredth - 1]


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"


def machine() -> str:
    """Give what it ran on."""
    load = os.getloadavg()[0]
    python = platform.python_version()
    return (
        f"{os.cpu_count()} cores {platform.machine()}, Python {python}, load {load:.1f}"
    )


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        raise SystemExit(main())

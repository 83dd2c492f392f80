"""The published scheduling problems: their files, read within limits.

Two formats, both text of whole numbers: talent scheduling (Cheng, Diamond and Lin 1993;
the instances of Smith and of de la Banda, Stuckey and Chu) and movie shoot scheduling
(Bomsdorf and Derigs 2008, simplified). `published_productions` makes productions of
what is read here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn

from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.reading import (
    check_size,
    decode,
    read_bytes,
    refuse_other_kinds,
)
from daybreak.importers.remarks import Remarks, snippet

Format = Literal["talent", "movie-shoot"]
MOST_PEOPLE = 1_000
MOST_DIGITS = 12
MOST_SCENE_DAYS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a published file says.

    Parameters
    ----------
    name
        Its name: the file's first line, or the file's own.
    days
        Whole days of each scene.
    rates
        Day rate of each person.
    casts
        Who is in each scene, numbers from 0.
    locations
        The location of each scene, from 0; all 0 where the format has none.
    location_costs
        What a visit of each location costs.
    orders
        Pairs of scenes, the first to be shot before the second.
    """

    name: str
    days: tuple[int, ...]
    rates: tuple[int, ...]
    casts: tuple[tuple[int, ...], ...]
    locations: tuple[int, ...]
    location_costs: tuple[int, ...]
    orders: tuple[tuple[int, int], ...] = ()


def read_published(
    path: Path | str, kind: Format, *, limits: Limits = LIMITS
) -> Published:
    """Read a file of one of the two formats.

    Raises
    ------
    ImportProblem
        ``SCR-E01`` to ``SCR-E06``, ``PUB-E01`` to ``PUB-E04``, with the line.
    """
    path = Path(path)
    remarks = Remarks(path.name)
    data = read_bytes(path, most=limits.text_bytes, remarks=remarks)
    return parse_published(data, path.name, kind, limits=limits)


def parse_published(
    data: bytes, file: str, kind: Format, *, limits: Limits = LIMITS
) -> Published:
    """Read a file of one of the two formats from its bytes.

    Raises
    ------
    ImportProblem
        As `read_published`.
    """
    remarks = Remarks(file)
    check_size(data, most=limits.text_bytes, remarks=remarks)
    refuse_other_kinds(data, remarks)
    text = decode(data, remarks)
    numbers = _Numbers(text, remarks, limits)
    if kind == "talent":
        return _talent(numbers, limits)
    return _movie_shoot(numbers, Path(file).stem, limits)


class _Numbers:
    """The whole numbers of a text, one after the other, each with its line."""

    def __init__(self, text: str, remarks: Remarks, limits: Limits) -> None:
        self._lines = text.splitlines()
        self._remarks = remarks
        self._most = limits.line_bytes
        self._words = self._split()
        self.line = 1

    def _split(self) -> Iterator[tuple[int, str]]:
        for number, line in enumerate(self._lines, start=1):
            if len(line) > self._most:
                self._remarks.refuse(
                    "SCR-E06",
                    number,
                    f"the line is longer than {self._most:,} characters",
                    "break it into several lines",
                )
            for word in line.split():
                yield number, word

    def heading(self) -> str:
        """Give the first line that is not empty, whole."""
        lines = enumerate(self._lines, start=1)
        self.line, line = next((one for one in lines if one[1].strip()), (1, ""))
        for _ in line.split():
            next(self._words)
        return snippet(line.strip())

    def take(self, what: str, *, least: int = 0, most: int = 10**MOST_DIGITS) -> int:
        """Give the next number; ``what`` says in a message what it should be."""
        found = next(self._words, None)
        if found is None:
            self._refuse_end(what)
        self.line, word = found
        digits = word.removeprefix("+")
        is_number = digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS
        value = int(digits) if is_number else -1
        if not least <= value <= most:
            self._remarks.refuse(
                "PUB-E01",
                self.line,
                f'"{snippet(word)}" should be {what}, a whole number from {least:,} '
                f"to {most:,}",
                "correct the number and import again",
            )
        return value

    def several(
        self, count: int, what: str, *, least: int = 0, most: int = 10**MOST_DIGITS
    ) -> tuple[int, ...]:
        """Give the next numbers."""
        return tuple(self.take(what, least=least, most=most) for _ in range(count))

    def refuse(self, code: str, what: str, todo: str) -> NoReturn:
        """Stop at the line of the last number."""
        self._remarks.refuse(code, self.line, what, todo)

    def end(self) -> None:
        """Refuse anything that is left."""
        found = next(self._words, None)
        if found is not None:
            self.line = found[0]
            self.refuse(
                "PUB-E03",
                f'"{snippet(found[1])}" stands behind the last number that the '
                "format has",
                "see that the counts at the top are right",
            )

    def _refuse_end(self, what: str) -> NoReturn:
        self.line = max(len(self._lines), 1)
        self.refuse(
            "PUB-E02",
            f"the file ends where {what} should stand",
            "see that the counts at the top are right and no row is missing",
        )


def _talent(numbers: _Numbers, limits: Limits) -> Published:
    """Read name, scenes, people, a row a person with its rate, then the durations."""
    name = numbers.heading()
    scenes = numbers.take("the number of scenes", least=1, most=limits.scenes)
    people = numbers.take("the number of people", most=MOST_PEOPLE)
    rows: list[tuple[int, ...]] = []
    rates: list[int] = []
    for _ in range(people):
        rows.append(numbers.several(scenes, "0 or 1 for a scene", most=1))
        rates.append(numbers.take("a day rate"))
    days = _days(numbers, scenes)
    numbers.end()
    return Published(
        name=name,
        days=days,
        rates=tuple(rates),
        casts=_casts(rows, scenes),
        locations=(0,) * scenes,
        location_costs=(0,),
    )


def _movie_shoot(numbers: _Numbers, name: str, limits: Limits) -> Published:
    """Read the counts, then rates, location costs, scenes, casts and orders."""
    people = numbers.take("the number of people", most=MOST_PEOPLE)
    scenes = numbers.take("the number of scenes", least=1, most=limits.scenes)
    places = numbers.take("the number of locations", least=1, most=limits.scenes)
    pairs = numbers.take("the number of orders", most=limits.scenes**2)
    rates = numbers.several(people, "a day rate")
    costs = numbers.several(places, "a location's cost")
    days = _days(numbers, scenes)
    at = numbers.several(scenes, "a location, from 0", most=places - 1)
    rows = [
        numbers.several(scenes, "0 or 1 for a scene", most=1) for _ in range(people)
    ]
    orders: list[tuple[int, int]] = []
    for _ in range(pairs):
        before, after = numbers.several(2, "a scene, from 0", most=scenes - 1)
        orders.append((before, after))
        if _goes_round(orders, before, after):
            numbers.refuse(
                "PUB-E04",
                f"scene {before} is to be shot before scene {after}, which other "
                "pairs put before it",
                "take out one of these pairs",
            )
    numbers.end()
    return Published(
        name=name,
        days=days,
        rates=rates,
        casts=_casts(rows, scenes),
        locations=at,
        location_costs=costs,
        orders=tuple(dict.fromkeys(orders)),
    )


def _days(numbers: _Numbers, scenes: int) -> tuple[int, ...]:
    return numbers.several(scenes, "the days of a scene", least=1, most=MOST_SCENE_DAYS)


def _casts(rows: list[tuple[int, ...]], scenes: int) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(person for person, row in enumerate(rows) if row[scene])
        for scene in range(scenes)
    )


def _goes_round(orders: list[tuple[int, int]], before: int, after: int) -> bool:
    """Tell whether the pairs lead from ``after`` back to ``before``."""
    followers: dict[int, list[int]] = {}
    for one, other in orders:
        followers.setdefault(one, []).append(other)
    seen, waiting = {after}, [after]
    while waiting:
        scene = waiting.pop()
        if scene == before:
            return True
        for one in followers.get(scene, ()):
            if one not in seen:
                seen.add(one)
                waiting.append(one)
    return False

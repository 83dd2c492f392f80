"""Published problems: read whole or refused with their line, and read back the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from daybreak.importers.limits import LIMITS
from daybreak.importers.published import (
    Format,
    Published,
    parse_published,
    read_published,
)
from daybreak.importers.published_productions import production_of
from daybreak.model.errors import ImportProblem
from daybreak.model.files import production_from_json, read, to_json
from daybreak.office.importing import import_published_file
from daybreak.solving.sequences.recognizing import recognized
from tests.cli.running import run
from tests.reference import reference_file, reference_folder

START = date(2027, 3, 1)
TALENT = """Two

3 2
1 0 1  10
0 1 1   4

2 1 1
"""
MOVIE = """2 3 2 1
10 4
7 9
2 1 1
0 1 0
1 0 1
0 1 1
2 0
"""


def talent_text(one: Published) -> str:
    """Write a talent scheduling problem."""
    rows = [
        " ".join(str(int(person in cast)) for cast in one.casts) + f"  {rate}"
        for person, rate in enumerate(one.rates)
    ]
    head = [one.name, str(len(one.days)), str(len(one.rates))]
    return "\n".join([*head, "", *rows, "", " ".join(map(str, one.days))]) + "\n"


def movie_text(one: Published) -> str:
    """Write a movie shoot scheduling problem."""
    counts = (
        len(one.rates),
        len(one.days),
        len(one.location_costs),
        len(one.orders),
    )
    rows = [
        [int(person in cast) for cast in one.casts] for person in range(len(one.rates))
    ]
    lines = [counts, one.rates, one.location_costs, one.days, one.locations]
    return "\n".join(" ".join(map(str, line)) for line in [*lines, *rows, *one.orders])


def made(seed: int, kind: Format) -> Published:
    """Give a problem by chance."""
    dice = Random(seed)
    scenes, people = dice.randint(1, 9), dice.randint(1, 5)
    is_talent = kind == "talent"
    places = 1 if is_talent else dice.randint(1, 4)
    pairs = {
        (one, other)
        for one in range(scenes)
        for other in range(one + 1, scenes)
        if dice.random() < 0.1 and not is_talent
    }
    return Published(
        name=f"made {seed}",
        days=tuple(dice.randint(1, 9) for _ in range(scenes)),
        rates=tuple(dice.randint(0, 99) for _ in range(people)),
        casts=tuple(
            tuple(one for one in range(people) if dice.random() < 0.5)
            for _ in range(scenes)
        ),
        locations=tuple(dice.randrange(places) for _ in range(scenes)),
        location_costs=(0,)
        if is_talent
        else tuple(dice.randint(0, 50) for _ in range(places)),
        orders=tuple(sorted(pairs)),
    )


def refusal(text: str, kind: Format) -> str:
    with pytest.raises(ImportProblem) as refused:
        parse_published(text.encode(), "broken.txt", kind)
    return str(refused.value)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_problem_written_is_read_the_same(newline: str) -> None:
    for seed in range(60):
        one = made(seed, "talent")
        text = talent_text(one).replace("\n", newline).encode()
        assert parse_published(text, f"{one.name}.txt", "talent") == one
        one = made(seed, "movie-shoot")
        text = movie_text(one).replace("\n", newline).encode()
        assert parse_published(text, f"{one.name}.txt", "movie-shoot") == one


def test_the_production_of_a_problem_is_read_back_as_the_same_sequence() -> None:
    for seed in range(60):
        one = made(seed, "movie-shoot" if seed % 2 else "talent")
        production = production_of(one, start=START)
        assert production_from_json(to_json(production)) == production
        sequence = recognized(production)
        assert sequence is not None
        assert sequence.days == one.days
        held = dict(enumerate(sequence.rates))
        for scene, cast in enumerate(one.casts):
            rates = sorted(held[person] for person in sequence.casts[scene])
            wanted = [*(one.rates[person] for person in cast), 0]  # the location's
            assert rates == sorted(wanted)
        if any(one.location_costs) and len(one.location_costs) > 1:
            costs = [sequence.base_costs[base] for base in sequence.bases]
            assert costs == [one.location_costs[place] for place in one.locations]
        assert sequence.orders == one.orders


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (
            "talent",
            TALENT.replace("0 1 1   4", "0 2 1   4"),
            'broken.txt:5: PUB-E01 "2" should be 0 or 1 for a scene, a whole number '
            "from 0 to 1 — correct the number and import again",
        ),
        (
            "talent",
            TALENT.replace("2 1 1\n", "2 0 1\n"),
            'broken.txt:7: PUB-E01 "0" should be the days of a scene, a whole number '
            "from 1 to 1,000 — correct the number and import again",
        ),
        (
            "talent",
            TALENT.replace("2 1 1\n", "2 1\n"),
            "broken.txt:7: PUB-E02 the file ends where the days of a scene should "
            "stand — see that the counts at the top are right and no row is missing",
        ),
        (
            "talent",
            TALENT + "5\n",
            'broken.txt:8: PUB-E03 "5" stands behind the last number that the format '
            "has — see that the counts at the top are right",
        ),
        (
            "movie-shoot",
            MOVIE.replace("2 3 2 1", "2 3 2 2") + "0 2\n",
            "broken.txt:9: PUB-E04 scene 0 is to be shot before scene 2, which other "
            "pairs put before it — take out one of these pairs",
        ),
        (
            "movie-shoot",
            MOVIE.replace("0 1 0\n", "0 2 0\n"),
            'broken.txt:5: PUB-E01 "2" should be a location, from 0, a whole number '
            "from 0 to 1 — correct the number and import again",
        ),
        (
            "movie-shoot",
            MOVIE.replace("7 9", "7 ٩"),
            'broken.txt:3: PUB-E01 "٩" should be a location\'s cost, a whole number '
            "from 0 to 1,000,000,000,000 — correct the number and import again",
        ),
        (
            "movie-shoot",
            MOVIE.replace("2 3 2 1", "2 3 2 1" + " " * LIMITS.line_bytes),
            "broken.txt:1: SCR-E06 the line is longer than 65,536 characters — break "
            "it into several lines",
        ),
    ],
)
def test_a_broken_problem_is_refused_with_its_line(
    kind: Format, text: str, said: str
) -> None:
    """RELIABILITY C6: file, line, code, what, what to do."""
    assert refusal(text, kind) == said


def test_anything_at_all_is_read_or_refused() -> None:
    """RELIABILITY C1, small: whatever is changed, only a refusal comes out."""
    refused = 0
    for seed in range(400):
        dice = Random(seed)
        kind: Format = "talent" if seed % 2 else "movie-shoot"
        data = bytearray((TALENT if seed % 2 else MOVIE).encode())
        for _ in range(dice.randint(1, 4)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            one = parse_published(bytes(data), "broken.txt", kind)
        except ImportProblem:
            refused += 1
        else:
            assert len(one.days) == len(one.casts) == len(one.locations)
    assert 50 <= refused < 400


def test_a_problem_is_imported_as_a_production(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(TALENT, encoding="utf-8")
    imported = import_published_file(path, "talent", today=date(2027, 1, 4))
    unit = imported.production.units[0]
    assert (unit.start, unit.end) == (date(2027, 3, 1), date(2027, 3, 4))
    assert imported.production.title == "Two"
    named = import_published_file(
        path, "talent", today=START, start=START, title="Another"
    )
    assert named.production.title == "Another"


def test_every_published_file_is_read() -> None:
    """Every instance at hand becomes a production that is a sequence."""
    folder = reference_folder()
    if folder is None or reference_file("bench", "talent") is None:
        return
    files: dict[Path, Format] = {
        **dict.fromkeys(sorted(folder.glob("bench/talent/**/*.txt")), "talent"),
        **dict.fromkeys(sorted(folder.glob("bench/movie-shoot/*.txt")), "movie-shoot"),
    }
    assert len(files) >= 20
    for path, kind in files.items():
        one = read_published(path, kind)
        assert recognized(production_of(one, start=START)) is not None, path.name


@pytest.mark.twin
def test_a_reader_that_takes_a_wrong_row_is_caught() -> None:
    one = made(7, "movie-shoot")
    wrong = replace(one, rates=one.rates[::-1])
    text = movie_text(wrong).encode()
    assert parse_published(text, f"{one.name}.txt", "movie-shoot") != one


def test_the_command_takes_one_problem_and_nothing_that_means_nothing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "two.txt"
    path.write_text(MOVIE, encoding="utf-8")
    words = ["--format", "movie-shoot", "--start", "2027-03-01", "-q"]
    done = run("import", path, "-o", tmp_path / "two.json", *words)
    assert done.exit_code == 0
    assert recognized(read(tmp_path / "two.json")) is not None
    assert run("import", path, path, *words).exit_code == 2
    assert run("import", path, *words, "--unit", "Second").exit_code == 2
    assert run("import", path, "--format", "talent", "-q").exit_code == 2

"""Whatever stands in a table comes out of it, or is refused in one line a cell."""

from __future__ import annotations

import csv
import io
import os
import random
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daybreak.importers.tables import book_from_json, book_to_json
from daybreak.importers.tables_cast import take_cast
from daybreak.importers.tables_one_liner import import_one_liner
from daybreak.importers.tables_reading import parse_table
from daybreak.model.eighths import format_eighths
from daybreak.model.errors import ImportProblem
from tests.importers.test_tables_cast import HEADS, production
from tests.importers.test_tables_one_liner import GORILLA, PRINTED, WEB
from tests.importers.workbooks import book, packed, parts

MUTANTS = int(os.environ.get("DAYBREAK_MUTATED_TABLES", "150"))
START = date(2027, 3, 1)
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Co", "Cn", "Zs")),
    min_size=1,
    max_size=12,
).filter(lambda text: text.split() == [text] and "\ufffd" not in text)
PLACES = ("int", "ext", "int/ext")
TIMES = ("day", "night", "dawn", "dusk", "any")
SCENE = st.tuples(
    st.integers(1, 400),
    st.sampled_from(PLACES),
    st.sampled_from(TIMES),
    st.tuples(TEXT, TEXT).map(" ".join),
    TEXT,
    st.integers(0, 400),
    st.lists(st.integers(1, 40), max_size=4, unique=True),
    TEXT,
    st.integers(1, 600),
)
NAMES = ("Scene", "I/E", "D/N", "Set", "Location", "Pages", "Cast", "Synopsis", "Est")
MANY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def guarded(text: str) -> str:
    """Keep a text from being a formula, as our papers do."""
    bare = text.lstrip("'")
    return f"'{text}" if bare[:1] in tuple("=+-@＝＋－＠") else text


@MANY
@given(st.lists(SCENE, min_size=1, max_size=6), st.sampled_from((",", ";", "\t")))
def test_scenes_written_as_text_come_back(
    scenes: list[tuple[int, str, str, str, str, int, list[int], str, int]], mark: str
) -> None:
    """RELIABILITY C2, E2."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=mark)
    writer.writerow(NAMES)
    for number, place, time, name, location, eighths, cast, synopsis, minutes in scenes:
        pages, people = format_eighths(eighths), ", ".join(map(str, cast))
        texts = [guarded(one) for one in (name, location)]
        row = [number, place.upper(), time.upper(), *texts, pages, people]
        writer.writerow([*row, guarded(synopsis), minutes])
    data = file.getvalue().encode("utf-8-sig")
    made = import_one_liner(parse_table(data, "made.csv"), start=START).production
    places = {one.id: one.name for one in made.locations}
    numbers = {one.id: one.number for one in made.people}
    assert [
        (int(one.number), one.place, one.time, one.set, one.eighths, one.synopsis,
         one.minutes, [numbers[who] for who in one.cast])
        for one in made.scenes
    ] == [
        (number, place, time, name, eighths, synopsis, minutes, cast)
        for number, place, time, name, _, eighths, cast, synopsis, minutes in scenes
    ]  # fmt: skip
    assert len(set(places.values())) == len(places)


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Change, drop or repeat some bytes."""
    made = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(made))
        what = dice.randrange(3)
        if what == 0:
            made[at] = dice.choice(b";,\t\"'\n1/8-=D\x00\xff")
        elif what == 1:
            del made[at : at + dice.randint(1, 9)]
        else:
            made[at:at] = made[at : at + dice.randint(1, 9)]
    return bytes(made)


def test_mutated_tables_are_read_or_refused() -> None:
    """RELIABILITY C1: nothing but `ImportProblem` escapes."""
    dice = random.Random(7)
    before = production()
    cast = "\n".join([";".join(HEADS), "1;Jane;EVE;3-5 March 2027;;;x;500", "2;Tom"])
    lists = [text.encode() for text in (PRINTED, WEB, GORILLA)]
    read = refused = 0
    for turn in range(MUTANTS):
        data = mutated(lists[turn % 3] if turn % 4 else cast.encode(), dice)
        try:
            made = parse_table(data, "made.csv")
            if turn % 4:
                import_one_liner(made, start=START)
            else:
                take_cast(made, before, new_people=turn % 8 == 0)
            read += 1
        except ImportProblem:
            refused += 1
    assert min(read, refused) > MUTANTS // 50


def test_mutated_workbooks_are_read_or_refused() -> None:
    """RELIABILITY C1: nothing but `ImportProblem` escapes."""
    dice = random.Random(8)
    data = book([["Scene", "Set", "Pages"], [1, "A", "1 3/8"], [2, "B", 2]])
    rows = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><f>1</f><v>3</v></c></row>'
    inside = parts(rows)
    refused = 0
    for turn in range(MUTANTS):
        odd = mutated(data, dice)
        if turn % 3:  # packed soundly, odd inside
            name = dice.choice([one for one in inside if one.endswith(".xml")])
            odd = packed({**inside, name: mutated(inside[name], dice)})
        try:
            made = parse_table(odd, "made.xlsx")
            assert book_from_json(book_to_json(made)) == made
        except ImportProblem:
            refused += 1
    assert refused > MUTANTS // 4

"""C11: whatever a draft changes, what is kept keeps its id, and nothing is lost."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.importers.revisions import revise as revising
from daybreak.importers.revisions.changes import Revised
from daybreak.importers.revisions.matching import Matched
from daybreak.importers.revisions.omitted import omitted_in
from daybreak.importers.revisions.written import Written
from daybreak.model.files import to_json
from daybreak.model.production import Production
from tests.importers.revisions.drafts import Made, imported, made, revised, text

RUNS = int(os.environ.get("DAYBREAK_DRAFTS", "12"))
SETS = ("HOUSE", "HOUSE - KITCHEN", "FERRY", "BARN", "PIER", "SCHOOL - GYM")
CASTS = (("ANN",), ("ANN", "BOB"), ("BOB", "CARL"), ("CARL",), ("ANN", "DORA"))
OPERATIONS = ("rewrite", "recast", "retime", "omit", "insert", "move")


@dataclass(frozen=True)
class Drafts:
    """A white draft and a blue one; content is told apart by keys."""

    white: tuple[Made, ...]
    blue: tuple[Made, ...]
    touched: frozenset[int]


def white_scene(key: int, choice: int, is_numbered: bool) -> Made:
    return made(
        key,
        number=str(key) if is_numbered else None,
        place=("INT.", "EXT.")[choice % 2],
        set=SETS[choice % len(SETS)],
        time=("DAY", "NIGHT", "DUSK")[choice % 3],
        cast=CASTS[choice % len(CASTS)],
        words=text(key, 30 + choice % 50),
    )


@st.composite
def drafts(draw: st.DrawFn) -> Drafts:
    """Draw a script, and another draft with about a fifth of its scenes changed."""
    size = draw(st.integers(5, 24))
    is_numbered = draw(st.booleans())
    choices = draw(st.lists(st.integers(0, 999), min_size=size, max_size=size))
    white = [white_scene(i + 1, one, is_numbered) for i, one in enumerate(choices)]
    some = st.sets(st.integers(1, size), min_size=1, max_size=max(1, size // 5))
    keys = sorted(draw(some))
    blue = list(white)
    for number, key in enumerate(keys):
        _change(blue, key, draw(st.sampled_from(OPERATIONS)), 100 + number)
    if is_numbered and draw(st.booleans()):
        blue = [replace(one, number=str(i)) for i, one in enumerate(blue, 1)]
    return Drafts(white=tuple(white), blue=tuple(blue), touched=frozenset(keys))


def _change(blue: list[Made], key: int, operation: str, fresh: int) -> None:
    at = next(i for i, one in enumerate(blue) if one.key == key)
    old = blue[at]
    if operation == "rewrite":
        half = len(old.words) // 2
        blue[at] = replace(old, words=(*old.words[:half], *text(fresh, half)))
    elif operation == "recast":
        blue[at] = replace(old, cast=(*old.cast, "EVE"))
    elif operation == "retime":
        blue[at] = replace(old, time="DAWN")
    elif operation == "omit" and len(blue) > 3:
        del blue[at]
    elif operation == "insert":
        number = None if old.number is None else f"{old.number}A"
        new = made(fresh, number=number, set="CAVE", cast=("ANN", "FAY"))
        blue.insert(at + 1, new)
    elif operation == "move":
        blue.append(blue.pop(at))


def worked_on(white: Sequence[Made]) -> Production:
    """Give the white draft as a production in which everybody noted something."""
    production = imported(white)
    scenes = tuple(
        replace(one, notes=f"note {one.id}", minutes=20 + at)
        for at, one in enumerate(production.scenes)
    )
    return replace(production, scenes=scenes)


def check(drawn: Drafts, production: Production, found: Revised) -> None:
    """Hold what became of the scenes against what was done to the draft."""
    after = found.production
    pairs = zip(drawn.white, production.scenes, strict=True)
    ids = {one.key: scene.id for one, scene in pairs}
    listed = [one for one in found.scenes if "omitted" not in one.what]
    assert len(listed) == len(drawn.blue)
    for new, one in zip(drawn.blue, listed, strict=True):
        is_new = new.key >= 100
        assert ("added" in one.what) == is_new
        assert is_new or one.scene == ids[new.key]
        if not is_new and new.key not in drawn.touched:
            assert set(one.what) <= {"renumbered", "moved"}
    was = {one.id: one for one in production.scenes}
    now = {one.id: one for one in after.scenes}
    beside = {one.scene.id: one.scene for one in omitted_in(after)}
    kept_keys = {one.key for one in drawn.blue}
    gone = {ids[one.key] for one in drawn.white if one.key not in kept_keys}
    assert set(found.ids("omitted")) == gone == set(beside)
    assert set(was) <= {*now, *beside}  # nothing is dropped without a tombstone
    assert all(beside[name] == was[name] for name in beside)
    for name in set(was) & set(now):
        entered = (now[name].notes, now[name].minutes, now[name].location)
        assert entered == (was[name].notes, was[name].minutes, was[name].location)
    assert {one.scene for one in found.scenes} == {*now, *beside}


@settings(max_examples=RUNS)
@given(drafts())
def test_kept_scenes_stay_themselves_and_nothing_is_lost(drawn: Drafts) -> None:
    """C11, with the earlier draft at hand, as a document keeps it."""
    production = worked_on(drawn.white)
    found = revised(production, drawn.blue, drawn.white)
    check(drawn, production, found)
    again = revised(production, drawn.blue, drawn.white)
    assert to_json(again.production) == to_json(found.production)


@settings(max_examples=RUNS)
@given(drafts())
def test_nothing_is_lost_without_the_earlier_draft(drawn: Drafts) -> None:
    """C11 where only headings, casts and numbers can be compared."""
    production = worked_on(drawn.white)
    found = revised(production, drawn.blue)
    now = {one.id for one in found.production.scenes}
    beside = {one.scene.id for one in omitted_in(found.production)}
    was = {one.id for one in production.scenes}
    assert was <= now | beside
    assert now & beside == set()
    assert len(now) == len(drawn.blue)
    assert set(found.ids("omitted")) == beside


@settings(max_examples=RUNS)
@given(drafts())
def test_the_way_back_leads_back(drawn: Drafts) -> None:
    """Blue, then white again: everything omitted is there as it was."""
    production = worked_on(drawn.white)
    blue = revised(production, drawn.blue, drawn.white)
    found = revised(blue.production, drawn.white, drawn.blue).production
    was = {one.id: one for one in production.scenes}
    now = {one.id: one for one in found.scenes}
    assert was.keys() <= now.keys() | {one.scene.id for one in omitted_in(found)}
    for name in was.keys() & now.keys():
        assert now[name].notes == was[name].notes


Matcher = Callable[..., Matched]


def by_number(known: Sequence[Written], new: Sequence[Written], **rest: Any) -> Matched:
    """Match by number alone: the broken twin."""
    places = {one.number: i for i, one in enumerate(known)}
    found = {j: places[one.number] for j, one in enumerate(new) if one.number in places}
    return Matched(
        known_of=found, split_from={}, merged_into={}, moved=frozenset(), text={}
    )


@pytest.mark.twin
def test_matching_by_number_alone_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    white = tuple(white_scene(key, 7 * key, True) for key in range(1, 9))
    new = made(100, number="1", set="CAVE", cast=("FAY",))
    rest = (replace(one, number=str(one.key + 1)) for one in white)
    drawn = Drafts(white=white, blue=(new, *rest), touched=frozenset())
    production = worked_on(white)
    check(drawn, production, revised(production, drawn.blue, white))
    monkeypatch.setattr(revising, "match_scenes", by_number)
    with pytest.raises(AssertionError):
        check(drawn, production, revised(production, drawn.blue, white))

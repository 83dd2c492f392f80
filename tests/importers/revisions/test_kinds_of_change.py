"""Each kind of change that a draft can bring, and what is told of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daybreak.importers.revisions.changes import FieldChange
from daybreak.importers.revisions.omitted import omitted_in
from daybreak.importers.revisions.revise import NewDraft, revise
from daybreak.importers.scripts import parse_script
from daybreak.model.errors import UsageError
from daybreak.model.production import Order
from tests.importers.revisions.drafts import (
    Made,
    change,
    imported,
    made,
    revised,
    scene,
    script,
    text,
    told,
)

WHITE = (
    made(1, set="FERRY", place="EXT."),
    made(2, set="HOUSE - KITCHEN"),
    made(3, set="HOUSE - KITCHEN", cast=("ANN", "CARL")),
    made(4, set="BARN", time="NIGHT"),
    made(5, set="FERRY", place="EXT.", time="DUSK"),
    made(6, set="HOUSE - ATTIC", cast=("CARL",)),
)
EARLIER = pytest.mark.parametrize("earlier", [WHITE, None], ids=["text", "no text"])
Earlier = tuple[Made, ...] | None


def blue(**changes: dict[str, object] | None) -> tuple[Made, ...]:
    """Give the white draft with some scenes changed, by ``s2`` ...; None omits."""
    return tuple(
        replace(one, **(changes.get(f"s{one.key}") or {}))  # type: ignore[arg-type]
        for one in WHITE
        if changes.get(f"s{one.key}", {}) is not None
    )


@EARLIER
def test_the_same_draft_changes_nothing(earlier: Earlier) -> None:
    production = imported(WHITE)
    found = revised(production, WHITE, earlier)
    assert found.changed == ()
    assert found.questions == ()
    assert replace(found.production, pictures=production.pictures) == production
    assert found.production.pictures[0].extra["script"] == {
        "file": "blue.fountain",
        "color": "blue",
    }


@EARLIER
def test_heading_place_and_set_of_a_scene(earlier: Earlier) -> None:
    draft = blue(s2={"place": "EXT.", "set": "HOUSE - PORCH", "time": "NIGHT"})
    found = revised(imported(WHITE), draft, earlier)
    assert told(found) == {"s2": ("changed",)}
    now = scene(found.production, "s2")
    assert (now.place, now.time, now.set) == ("ext", "night", "HOUSE - PORCH")
    assert now.location == "house"
    assert now.extra["revision"] == "blue"
    assert change(found, "s2").fields == (
        FieldChange(
            field="heading",
            before="INT. HOUSE - KITCHEN - DAY",
            after="EXT. HOUSE - PORCH - NIGHT",
        ),
        FieldChange(field="place", before="INT", after="EXT"),
        FieldChange(field="time", before="DAY", after="NIGHT"),
        FieldChange(field="set", before="HOUSE - KITCHEN", after="HOUSE - PORCH"),
    )


@EARLIER
def test_cast_and_length_of_a_scene(earlier: Earlier) -> None:
    longer = (*text(4), *text(40, 200))
    draft = blue(s4={"cast": ("ANN", "CARL", "DORA"), "words": longer})
    found = revised(imported(WHITE), draft, earlier)
    assert told(found) == {"s4": ("changed",)}
    fields = [one for one in change(found, "s4").fields if one.field != "text"]
    assert fields == [
        FieldChange(field="cast", gained=("CARL", "DORA"), lost=("BOB",)),
        FieldChange(field="eighths", before="3/8", after="6/8"),
    ]
    now = scene(found.production, "s4")
    assert (now.cast, now.eighths) == (("ann", "carl", "dora"), 6)
    dora = next(one for one in found.production.people if one.id == "dora")
    assert (dora.number, dora.deals[0].rate, found.people) == (4, 257, ("dora",))
    assert [one.what for one in found.questions] == [
        "1 new character cast at 257 USD a day: DORA"
    ]


def test_other_words_alone_are_told_where_the_earlier_draft_is_at_hand() -> None:
    draft = blue(s5={"words": (*text(5)[:-4], *text(50, 4))})
    found = revised(imported(WHITE), draft, WHITE)
    assert told(found) == {"s5": ("changed",)}
    assert [one.field for one in change(found, "s5").fields] == ["text"]
    assert scene(found.production, "s5").extra["revision"] == "blue"


@EARLIER
def test_an_added_scene_gets_its_place_number_and_id(earlier: Earlier) -> None:
    extra = made(30, number="3A", set="BARN", cast=("CARL",))
    draft = (*WHITE[:3], extra, *WHITE[3:])
    found = revised(imported(WHITE), draft, earlier)
    assert told(found) == {"s3a": ("added",)}
    assert [one.id for one in found.production.scenes] == [
        *("s1", "s2", "s3", "s3a", "s4", "s5", "s6")
    ]
    assert scene(found.production, "s3a").location == "barn"


@EARLIER
def test_an_omitted_scene_lies_beside_and_comes_back_whole(earlier: Earlier) -> None:
    production = imported(WHITE)
    order = Order(before="s4", after="s5", min_days=2)
    scenes = tuple(
        replace(one, notes="borrow a cow") if one.id == "s4" else one
        for one in production.scenes
    )
    production = replace(production, scenes=scenes, orders=(order,))
    gone = revised(production, blue(s4=None), earlier)
    assert told(gone) == {"s4": ("omitted",)}
    assert [one.id for one in gone.production.scenes] == ["s1", "s2", "s3", "s5", "s6"]
    assert gone.production.orders == ()
    kept = omitted_in(gone.production)
    assert [(one.scene, one.orders, one.color) for one in kept] == [
        (scene(production, "s4"), (order,), "blue")
    ]
    back = revised(gone.production, WHITE, blue(s4=None) if earlier else None)
    assert told(back) == {"s4": ("restored",)}
    now = scene(back.production, "s4")
    assert replace(now, extra={}) == replace(scene(production, "s4"), extra={})
    assert back.production.orders == (order,)
    assert omitted_in(back.production) == ()


def test_an_omitted_heading_omits_the_scene() -> None:
    body = "".join(".OMITTED #4#\n\n" if o.key == 4 else o.fountain() for o in WHITE)
    draft = parse_script(f"Title: The Ferry\n\n{body}".encode(), "blue.fountain")
    new = NewDraft(script=draft, color="blue", earlier=script(WHITE))
    found = revise(imported(WHITE), new, picture="m1")
    assert told(found) == {"s4": ("omitted",)}


@EARLIER
def test_renumbered_scenes_keep_their_ids(earlier: Earlier) -> None:
    first = made(70, number="1", set="PIER", place="EXT.", cast=("BOB",))
    rest = [replace(one, number=str(one.key + 1)) for one in WHITE]
    found = revised(imported(WHITE), (first, *rest), earlier)
    assert told(found) == {
        "s1-2": ("added",),
        **{f"s{key}": ("renumbered",) for key in range(1, 7)},
    }
    assert {one.id: one.number for one in found.production.scenes} == {
        "s1-2": "1",
        **{f"s{key}": str(key + 1) for key in range(1, 7)},
    }


def test_a_number_that_goes_to_another_scene_is_told() -> None:
    other = made(80, number="4", set="CAVE", place="EXT.", cast=("DORA",))
    draft = tuple(other if one.key == 4 else one for one in WHITE)
    found = revised(imported(WHITE), draft, WHITE)
    assert told(found) == {"s4-2": ("added",), "s4": ("omitted",)}
    assert "1 number now belongs to another scene than before" in [
        one.what for one in found.questions
    ]


def test_a_moved_scene_is_told_and_keeps_its_number() -> None:
    draft = (WHITE[0], *WHITE[2:5], WHITE[1], WHITE[5])
    found = revised(imported(WHITE), draft, WHITE)
    assert told(found) == {"s2": ("moved",)}
    assert change(found, "s2").fields == (
        FieldChange(field="script place", before="after 1", after="after 5"),
    )
    assert "revision" not in scene(found.production, "s2").extra


@EARLIER
@pytest.mark.parametrize("cut", [32, 8])
def test_a_split_scene_keeps_its_number_with_a_piece_of_it(
    earlier: Earlier, cut: int
) -> None:
    long = made(2, set="HOUSE - KITCHEN", words=text(2, 200))
    white = (WHITE[0], long, *WHITE[2:])
    pieces = (
        replace(long, words=long.words[: cut * 5]),
        replace(long, number="2A", words=long.words[cut * 5 :]),
    )
    draft = (WHITE[0], *pieces, *WHITE[2:])
    found = revised(imported(white), draft, white if earlier else None)
    assert told(found) == {"s2": ("changed",), "s2a": ("added", "split")}
    assert change(found, "s2a").other == "s2"
    assert scene(found.production, "s2a").extra["split_from"] == "s2"


@EARLIER
def test_a_merged_scene_is_omitted_into_the_other(earlier: Earlier) -> None:
    both = replace(
        WHITE[1], words=(*WHITE[1].words, *WHITE[2].words), cast=("ANN", "BOB", "CARL")
    )
    draft = (WHITE[0], both, *WHITE[3:])
    found = revised(imported(WHITE), draft, earlier)
    assert told(found) == {"s2": ("changed",), "s3": ("omitted", "merged")}
    assert change(found, "s3").other == "s2"
    assert omitted_in(found.production)[0].merged_into == "s2"


def test_scenes_without_numbers_keep_those_they_were_given() -> None:
    white = tuple(replace(one, number=None) for one in WHITE)
    extra = made(30, number=None, set="BARN", cast=("CARL",))
    found = revised(imported(white), (*white[:2], extra, *white[2:]), white)
    assert told(found) == {"s2a": ("added",)}
    assert [one.number for one in found.production.scenes] == [
        *("1", "2", "2A", "3", "4", "5", "6")
    ]


def test_another_script_is_no_earlier_draft() -> None:
    strange = [made(key, set=f"CAVE {key}", cast=("ZOE",)) for key in range(91, 99)]
    with pytest.raises(UsageError, match="it is of another script"):
        revised(imported(WHITE), WHITE, strange)

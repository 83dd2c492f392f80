"""Several people edit one document: nothing is lost, nothing done twice."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest

from daybreak.checking import check, count_costs, is_valid
from daybreak.model.errors import DocumentError, StoreError, UsageError
from daybreak.office.live import touching
from daybreak.office.live.ops import read_op
from daybreak.office.live.session import LiveShoot, Stale
from daybreak.office.live.view import (
    changed,
    meaning_view,
    schedule_of,
    shoot_view,
    standing_view,
)
from tests.office.live.sessions import BOARD, days_of, send, session
from tests.store.making import opened

CLIENTS, EDITS = 8, 12


def first_days(shoot: LiveShoot) -> tuple[tuple[str, list[str]], tuple[str, list[str]]]:
    (one, strips), (other, others) = list(days_of(shoot).items())[:2]
    return (one, list(strips)), (other, list(others))


def drop(shoot: LiveShoot, strip: str, key: str, **more: object) -> None:
    unit, _, day = key.partition("/")
    send(shoot, "move", strips=[strip], unit=unit, date=day, **more)  # type: ignore[arg-type]


def test_strip_dropped_behind_another_stands_there_and_undo_brings_it_back(
    tmp_path: Path,
) -> None:
    with session(tmp_path) as shoot:
        before = days_of(shoot)
        (one, strips), (other, others) = first_days(shoot)
        drop(shoot, strips[0], other, after=others[0])
        assert days_of(shoot)[other] == (others[0], strips[0], *others[1:])
        assert days_of(shoot).get(one, ()) == tuple(strips[1:])
        send(shoot, "undo")
        assert days_of(shoot) == before
        send(shoot, "redo")
        assert days_of(shoot)[other] == (others[0], strips[0], *others[1:])


def test_what_was_answered_is_on_the_disk(tmp_path: Path) -> None:
    with session(tmp_path) as shoot:
        (_, strips), (other, _) = first_days(shoot)
        drop(shoot, strips[0], other)
        told = days_of(shoot)
    again = LiveShoot(
        opened(tmp_path / "shoot.daybreak"), clock=lambda: pytest.fail("nothing to do")
    )
    assert days_of(again) == told
    again.close()


def test_two_people_who_move_different_strips_both_succeed(tmp_path: Path) -> None:
    with session(tmp_path) as shoot:
        (one, strips), (other, others) = first_days(shoot)
        base = shoot.head
        drop(shoot, strips[0], other, by="anna", base=base)
        drop(shoot, others[0], one, by="ben", base=base)
        assert strips[0] in days_of(shoot)[other]
        assert others[0] in days_of(shoot)[one]


def test_two_people_who_move_one_strip_clash_and_the_second_is_told(
    tmp_path: Path,
) -> None:
    with session(tmp_path) as shoot:
        (_, strips), (other, _) = first_days(shoot)
        base = shoot.head
        drop(shoot, strips[0], other, by="anna", base=base)
        before = days_of(shoot)
        with pytest.raises(Stale, match="anna changed the same since") as caught:
            send(shoot, "park", strips=[strips[0]], by="ben", base=base)
        assert {one.entered_by for one in caught.value.entries} == {"anna"}
        assert days_of(shoot) == before


def test_facts_clash_where_they_are_the_same_or_a_part(tmp_path: Path) -> None:
    with session(tmp_path) as shoot:
        base = shoot.head
        send(shoot, "set", path="title", value="Harbor Lights", base=base)
        send(shoot, "set", path="picture/harbor/title", value="H", base=base, by="ben")
        with pytest.raises(Stale):
            send(shoot, "set", path="title", value="Quay", base=base, by="ben")
        assert shoot.production().title == "Harbor Lights"


def test_a_wish_sent_again_has_no_second_effect(tmp_path: Path) -> None:
    """RELIABILITY A7: a retry with the same id answers as the first time."""
    with session(tmp_path) as shoot:
        (_, strips), (other, _) = first_days(shoot)
        unit, _, day = other.partition("/")
        more = {"strips": [strips[0]], "unit": unit, "date": day}
        first = send(shoot, "move", name="retry-me-1", **more)
        again = send(shoot, "move", name="retry-me-1", base=0, **more)
        assert again.is_repeat
        assert (again.head, again.entries) == (first.head, first.entries)
        assert shoot.head == first.head
    reopened = LiveShoot(
        opened(tmp_path / "shoot.daybreak"), clock=lambda: pytest.fail("nothing to do")
    )
    assert send(reopened, "move", name="retry-me-1", **more).is_repeat
    reopened.close()


def work(shoot: LiveShoot, who: str, done: list[str], clashes: list[str]) -> None:
    """Move strips of the first two days about until so many moves were taken."""
    rng = random.Random(who)
    mine = 0
    while mine < EDITS:
        base = shoot.head
        days = days_of(shoot)
        keys = sorted(days)[:2]
        strip = rng.choice([one for key in keys for one in days[key]])
        unit, _, day = rng.choice(keys).partition("/")
        try:
            told = send(
                shoot,
                "move",
                strips=[strip],
                unit=unit,
                date=day,
                base=base,
                by=who,
            )
        except Stale:
            clashes.append(who)
        except UsageError as error:
            assert str(error).startswith("Nothing would change")  # noqa: PT017
        else:
            done.append(told.op)
            mine += 1


def run_clients(shoot: LiveShoot) -> tuple[list[str], list[str]]:
    done: list[str] = []
    clashes: list[str] = []
    threads = [
        threading.Thread(target=work, args=(shoot, f"client {number}", done, clashes))
        for number in range(CLIENTS)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return done, clashes


def lost_moves(shoot: LiveShoot, done: list[str]) -> int:
    """Count the moves that were answered and have no entry in the journal."""
    kept = {one.batch.removeprefix("op ") for one in shoot.entries()}
    return sum(one not in kept for one in done)


def test_no_edit_is_lost_where_many_edit_the_same(tmp_path: Path) -> None:
    """RELIABILITY A6: each answered edit is in the journal, once, on its base.

    Floor: 8 clients with 12 edits each; every strip still stands once.
    """
    with session(tmp_path) as shoot:
        every = sorted(one for day in days_of(shoot).values() for one in day)
        done, clashes = run_clients(shoot)
        assert len(done) == len(set(done)) == CLIENTS * EDITS
        assert lost_moves(shoot, done) == 0
        assert clashes, "nobody ever got in another's way: the test is too tame"
        assert sorted(one for day in days_of(shoot).values() for one in day) == every
        assert follows_bases(shoot)


def follows_bases(shoot: LiveShoot) -> bool:
    """Tell whether each day's entry was made of the day as it stood before it."""
    standing: dict[str, tuple[str, ...]] = {}
    moved_from_nowhere = 0
    for one in shoot.entries():
        if one.path == f"board/{BOARD}":
            standing = {
                f"board/{BOARD}/day/{day['unit']}/{day['date']}": tuple(day["strips"])
                for day in one.value["days"]
            }
        elif one.path.startswith(f"board/{BOARD}/day/"):
            now = tuple(one.value["strips"]) if one.value else ()
            was = standing.get(one.path, ())
            moved_from_nowhere += len(set(now) ^ set(was)) > 1
            standing[one.path] = now
    return moved_from_nowhere == 0


@pytest.mark.twin
def test_twin_without_the_check_of_bases_loses_edits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touching, "clashing", lambda *_: [])
    with session(tmp_path) as shoot:
        (_, strips), (other, _) = first_days(shoot)
        base = shoot.head
        drop(shoot, strips[0], other, by="anna", base=base)
        send(shoot, "park", strips=[strips[0]], by="ben", base=base)
        assert strips[0] not in days_of(shoot)[other], "anna's edit is overwritten"


def drop_and_undo(shoot: LiveShoot, strip: str, key: str) -> None:
    for _ in range(400):
        drop(shoot, strip, key)
        send(shoot, "undo")


def test_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """RELIABILITY A3: the wish is refused, the session shows what is on the disk."""
    with session(tmp_path) as shoot:
        before = days_of(shoot)
        run = shoot.document.connection.execute
        pages = run("PRAGMA page_count").fetchone()[0]
        run(f"PRAGMA max_page_count = {pages}")
        (_, strips), (other, _) = first_days(shoot)
        head = shoot.head
        with pytest.raises(StoreError, match="full"):
            drop_and_undo(shoot, strips[0], other)
        assert sorted(one for d in days_of(shoot).values() for one in d) == sorted(
            one for d in before.values() for one in d
        )
        run("PRAGMA max_page_count = 1000000")
        send(shoot, "park", strips=[strips[0]])
        assert shoot.head > head


def test_locked_strip_and_day_stay(tmp_path: Path) -> None:
    with session(tmp_path) as shoot:
        (one, strips), (other, others) = first_days(shoot)
        send(shoot, "lock", strips=[strips[0]], locked=True)
        with pytest.raises(UsageError, match="is locked"):
            drop(shoot, strips[0], other)
        unit, _, day = other.partition("/")
        send(shoot, "lock-day", unit=unit, date=day, locked=True)
        with pytest.raises(UsageError, match="is locked"):
            drop(shoot, others[0], one)
        send(shoot, "lock-day", unit=unit, date=day, locked=False)
        drop(shoot, others[0], one)


def test_scene_split_in_two_keeps_its_eighths_and_its_place(tmp_path: Path) -> None:
    with session(tmp_path) as shoot:
        scene = max(shoot.production().scenes, key=lambda one: one.eighths)
        made = send(shoot, "split", scene=scene.id, eighths=1)
        assert len({one.batch for one in made.entries}) == 1
        now = {one.id: one for one in shoot.production().scenes}
        rest = now[f"{scene.id}-a"]
        assert (now[scene.id].eighths, rest.eighths) == (1, scene.eighths - 1)
        assert rest.part_of == scene.id
        for strips in days_of(shoot).values():
            if scene.id in strips:
                assert strips[strips.index(scene.id) + 1] == rest.id
        send(shoot, "undo")
        assert {one.id for one in shoot.production().scenes} == now.keys() - {rest.id}


def test_proposal_is_taken_whole_or_for_some_dates(tmp_path: Path) -> None:
    with session(tmp_path) as shoot:
        now = shoot.board(BOARD)
        (one, strips), (other, _) = first_days(shoot)
        proposed = {
            "format": "daybreak/schedule",
            "version": 1,
            "days": [
                {"unit": u, "date": d, "shift": day["shift"], "strips": day["strips"]}
                for (u, d), day in now.arranged.days.items()
                if f"{u}/{d}" not in (one, other)
            ],
            "boneyard": [*now.data["boneyard"]],
        }
        unit, _, day = other.partition("/")
        proposed["days"].append(
            {
                "unit": unit,
                "date": day,
                "shift": "day",
                "strips": [*strips, *days_of(shoot)[other]],
            }
        )
        send(shoot, "take", schedule=proposed, dates=[day])
        assert days_of(shoot)[other][: len(strips)] == tuple(strips)
        assert one not in days_of(shoot)
        send(shoot, "undo")
        send(shoot, "take", schedule=proposed)
        assert one not in days_of(shoot)


def test_meaning_of_a_board_is_what_the_rule_book_says(tmp_path: Path) -> None:
    with session(tmp_path) as shoot:
        now = shoot.board(BOARD)
        schedule = schedule_of(now)
        meaning = meaning_view(now.production, schedule)
        costs = count_costs(now.production, schedule)
        assert meaning["costs"] == dict(costs.lines)
        assert is_valid(check(now.production, schedule)) == (
            meaning["totals"]["blocks"] == 0
        )
        assert set(meaning["days"]) == set(days_of(shoot))
        view = shoot_view(now.production)
        assert set(view["eligible"]) == {one.id for one in now.production.units}
        assert set(standing_view(now)["days"]) == set(days_of(shoot))


def test_changes_between_two_meanings_rebuild_the_second(tmp_path: Path) -> None:
    with session(tmp_path) as shoot:
        before = meaning_of(shoot)
        (_, strips), (other, _) = first_days(shoot)
        drop(shoot, strips[0], other)
        after = meaning_of(shoot)
        told = changed(before, after)
        rebuilt = dict(before)
        for key, part in told.items():
            if "whole" in part:
                rebuilt[key] = part["whole"]
            else:
                merged = {**before[key], **part["changed"]}
                rebuilt[key] = {k: v for k, v in merged.items() if v is not None}
        assert {k: v for k, v in rebuilt.items() if k != "totals"} == {
            k: v for k, v in after.items() if k != "totals"
        }
        assert changed(after, after) == {}


def meaning_of(shoot: LiveShoot) -> dict[str, object]:
    now = shoot.board(BOARD)
    return meaning_view(now.production, schedule_of(now))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"type": "fly"}, "type: 'fly' is no edit|type: \"fly\" is no edit"),
        ({"id": "x"}, "id: .* cannot be"),
        ({"base": -1}, "base: -1 is no such number"),
        ({"strips": []}, "strips: .* is no list of ids"),
        ({"strips": ["s1", "s1"]}, "an id stands twice"),
        ({"date": "2027-02-30"}, "date: .* is no date"),
        ({"color": "red"}, "color: is unknown here"),
    ],
)
def test_wish_that_is_none_says_what_is_wrong(
    change: dict[str, object], said: str
) -> None:
    good = {
        "id": "abcdefgh",
        "base": 0,
        "type": "move",
        "board": "first",
        "strips": ["s1"],
        "unit": "main",
        "date": "2027-02-03",
    }
    read_op(good)
    with pytest.raises(DocumentError, match=said):
        read_op({**good, **change})


def test_wish_for_what_is_not_there_changes_nothing(tmp_path: Path) -> None:
    with session(tmp_path) as shoot:
        head = shoot.head
        (_, strips), (other, _) = first_days(shoot)
        unit, _, day = other.partition("/")
        for kind, more, said in (
            ("park", {"strips": ["nobody"]}, "Nothing would change"),
            ("move", {"strips": ["nobody"], "unit": unit, "date": day}, "no scene"),
            ("move", {"strips": strips[:1], "unit": "x", "date": day}, "no unit"),
            ("park", {"strips": strips[:1], "board": "x"}, "no board"),
            ("set", {"path": "pictur/x", "value": 1}, "pictur"),
            ("park", {"strips": strips[:1], "base": head + 5}, "no entry"),
        ):
            with pytest.raises((UsageError, DocumentError), match=said):
                send(shoot, kind, **more)  # type: ignore[arg-type]
        assert shoot.head == head

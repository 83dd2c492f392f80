"""Comments: said by those who may not edit, seen by those who may, settled by both."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from daybreak.office import documents
from daybreak.store.files import open_document
from daybreak.web.roles import RANK
from tests.store.making import START
from tests.web.sites import Answer, Page, Site, site
from tests.web.wires import heard, wire

NUMBERS = count(1)
SECRET = "her rate is 7000001 a day"


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Site]:
    with site(tmp_path) as found:
        yield found


def send(page: Page, path: str, **more: Any) -> Answer:
    """Send a wish about comments."""
    return page.post(path, {"id": f"comment-{next(NUMBERS):04}", **more})


def say(page: Page, text: str, about: str = "scene/s1") -> Answer:
    return send(page, "/api/comments", about=about, text=text)


def listed(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.get("/api/comments").json["comments"]
    return found


def test_a_comment_has_who_and_when_and_is_in_the_document(made: Site) -> None:
    ben, anna = made.page("comment", "ben"), made.page("edit", "anna")
    assert say(ben, " Is the pier free? ").status == 200
    assert say(anna, "Rain cover is the house.", "day/main/2027-03-02").status == 200
    first, second = listed(anna)
    assert (first["about"], first["text"], first["by"]) == (
        "scene/s1",
        "Is the pier free?",
        "ben",
    )
    assert first["at"].startswith("20")
    assert not first["settled"]
    assert second["about"] == "day/main/2027-03-02"
    entry = made.shoot.entries()[-2]
    assert (entry.path.split("/")[0], entry.entered_by) == ("comment", "ben")


def test_a_comment_is_settled_and_opened_again_by_either(made: Site) -> None:
    ben, anna = made.page("comment", "ben"), made.page("edit", "anna")
    key = say(ben, "Too long?").json["comments"][0]["key"]
    assert send(anna, f"/api/comments/{key}/settle", settled=True).status == 200
    (told,) = listed(ben)
    assert (told["settled"], told["settled_by"], told["by"]) == (True, "anna", "ben")
    assert send(anna, f"/api/comments/{key}/settle", settled=True).status == 422
    assert send(ben, f"/api/comments/{key}/settle", settled=False).status == 200
    (told,) = listed(ben)
    assert (told["settled"], told["settled_by"]) == (False, "")


def test_only_who_said_it_or_an_editor_takes_a_comment_away(made: Site) -> None:
    """D18: a comment of somebody else stays for those who only comment."""
    ben, eve = made.page("comment", "ben"), made.page("comment", "eve")
    key = say(ben, "Mine").json["comments"][0]["key"]
    assert [one["may_remove"] for one in listed(eve)] == [False]
    assert [one["may_remove"] for one in listed(ben)] == [True]
    refused = send(eve, f"/api/comments/{key}/remove")
    assert (refused.status, listed(eve)[0]["key"]) == (422, key)
    assert send(ben, f"/api/comments/{key}/remove").status == 200
    assert listed(eve) == []
    other = say(ben, "Another").json["comments"][0]["key"]
    assert send(made.page("edit"), f"/api/comments/{other}/remove").status == 200


def test_whoever_comments_edits_nothing_else(made: Site) -> None:
    """D18: the plan is as it was, and the edit is refused."""
    ben = made.page("comment", "ben")
    head = made.shoot.head
    assert ben.edit("park", strips=["s1"]).status == 403
    assert made.shoot.head == head
    told = ben.get("/api/shoot").json
    assert told["may"] == ["look", "print", "comment"]
    assert told["why_not"].startswith("You may comment")
    assert made.page("edit").get("/api/shoot").json["why_not"] == ""


def seen_by_reader(made: Site) -> bytes:
    """Give all that a reader is told while somebody comments."""
    reader = made.page("read", "rob")
    with wire(made, reader) as line:
        heard(line, "present")
        assert say(made.page("comment", "ben"), SECRET).status == 200
        told = json.dumps(heard(line, "edits")).encode()
    head = made.shoot.head
    assert json.loads(told)["comments"] is True
    entries = reader.get(f"/api/entries?since={head - 1}").body
    return told + entries + reader.get("/api/comments").body


def test_readers_are_not_told_what_is_commented(made: Site) -> None:
    """D18: comments are for those who comment or edit, on every way out."""
    reader = made.page("read", "rob")
    assert SECRET.encode() not in seen_by_reader(made)
    assert reader.get("/api/comments").status == 403
    assert say(reader, "May I?").status == 403


@pytest.mark.twin
def test_comments_for_readers_are_noticed(
    made: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D18's twin: a reader who counts as somebody who comments sees them."""
    monkeypatch.setitem(RANK, "read", RANK["comment"])
    assert SECRET.encode() in seen_by_reader(made)


def test_a_comment_sent_twice_is_there_once(made: Site) -> None:
    """A7: the answer got lost, and the page sends it again."""
    ben = made.page("comment", "ben")
    wish = {"id": "comment-twice", "about": "scene/s1", "text": "Once"}
    first = ben.post("/api/comments", wish)
    again = ben.post("/api/comments", wish)
    assert (first.json["repeat"], again.json["repeat"]) == (False, True)
    assert len(listed(ben)) == 1


@pytest.mark.parametrize(
    ("about", "text", "said"),
    [
        ("scene/nothing", "x", "no scene"),
        ("day/main/2027-13-01", "x", "about a scene or a day"),
        ("day/nobody/2027-03-01", "x", "no unit"),
        ("person/nora", "x", "about a scene or a day"),
        ("scene/s1", "   ", "1 to 2,000 characters"),
        ("scene/s1", "x" * 2001, "1 to 2,000 characters"),
        ("scene/s1", "half \ud800", "no text"),
    ],
)
def test_what_is_no_comment_is_refused(
    made: Site, about: str, text: str, said: str
) -> None:
    head = made.shoot.head
    done = say(made.page("comment", "ben"), text, about)
    assert done.status == 422
    assert said in done.json["errors"][0]
    assert made.shoot.head == head


def test_comments_go_along_with_an_export(tmp_path: Path) -> None:
    """E9: the whole document, comments included, comes back as it was."""
    with site(tmp_path) as made:
        say(made.page("comment", "ben"), "Keep me")
        path = made.path
    documents.export(path, tmp_path / "all.json")
    documents.load(tmp_path / "all.json", tmp_path / "b.daybreak", by="x", at=START)
    with (
        open_document(path, write=False) as one,
        open_document(tmp_path / "b.daybreak", write=False) as other,
    ):
        assert tuple(one.entries()) == tuple(other.entries())

"""A document as JSON and back is the same document."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.errors import DaybreakError, DocumentError
from daybreak.model.files import write
from daybreak.office import documents
from daybreak.store import boards
from daybreak.store.exporting import export
from daybreak.store.files import Document
from daybreak.store.scripts import kept
from daybreak.store.undoing import undo
from daybreak.store.verifying import verify
from tests.reports.made_up import harbor
from tests.store.making import LONG, START, a_document, an_entry, memory, opened

LATER = START + timedelta(days=9)


def full(folder: Path) -> Path:
    """Make a document with something of everything."""
    path = a_document(folder)
    with opened(path) as document:
        entries = document.entries()
        script, other = b"INT. HOUSE - DAY\n\xc5\x81\n", b"\xff\x00 no text"
        board = boards.saved(entries, "first", harbor()[1], by="ben", at=START)
        document.append(
            [
                board,
                kept("a.fountain", "a.fountain", script, by="ben", at=START),
                kept("b.fdx", "b.fdx", other, by="ben", at=START),
                an_entry("extra/long", LONG),
                an_entry(
                    "extra/odd", {"z": [1, 2.5, None, True], "a": 'Łódź "日本"\n'}
                ),
            ],
            files=[script, other],
        )
        document.append(undo(document.entries(), by="anna", at=LATER))
    return path


def exported(path: Path) -> str:
    """Give a document as text."""
    with opened(path, write=False) as document:
        return export(document)


def loaded(text: str, folder: Path) -> Path:
    """Load a text into a new document."""
    source, target = folder / "text.json", folder / "loaded.daybreak"
    source.write_text(text, encoding="utf-8")
    documents.load(source, target, by="zoe", at=LATER)
    return target


def everything(document: Document) -> tuple[object, ...]:
    """Give all that a document is."""
    journal = document.journal
    contents = [journal.file(one) for one in journal.digests()]
    return document.about, list(journal.links()), journal.head(), contents


def test_document_loaded_from_its_export_is_the_same(tmp_path: Path) -> None:
    """RELIABILITY E9: the whole document, to the last hash; the same bytes again."""
    path = full(tmp_path)
    text = exported(path)
    again = loaded(text, tmp_path)
    with opened(path) as one, opened(again) as other:
        assert everything(one) == everything(other)
        assert verify(other).is_sound
    assert exported(again) == text


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["extra/a", "extra/b", "title"]),
            st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
        ),
        max_size=6,
    )
)
@settings(max_examples=25)
def test_any_text_survives_the_way_out_and_back(pairs: list[tuple[str, str]]) -> None:
    _, journal = memory([an_entry(path, value) for path, value in pairs])
    links = list(journal.links())
    lines = [json.loads(one.line) for one in links]
    assert [(one["path"], one["value"]) for one in lines] == pairs
    assert [one.value for one in journal.entries()] == [value for _, value in pairs]


def test_new_entry_is_a_new_line_of_the_export(tmp_path: Path) -> None:
    path = full(tmp_path)
    before = exported(path).splitlines()
    with opened(path) as document:
        document.append([an_entry("title", "Pier")])
    after = exported(path).splitlines()
    assert len(after) == len(before) + 1
    assert (
        len([line for line in after if line not in before]) <= 3
    )  # comma, entry, head


def test_script_comes_back_byte_by_byte(tmp_path: Path) -> None:
    path = full(tmp_path)
    assert documents.script(path, "b.fdx") == b"\xff\x00 no text"
    with pytest.raises(DaybreakError, match=r"a\.fountain, b\.fdx"):
        documents.script(path, "c.fdx")


def test_document_written_by_hand_is_loaded(tmp_path: Path) -> None:
    source = {
        "path": "picture/m7/release",
        "value": "2021-11",
        "said_on": "2020-07",
        "source": {"outlet": "The Trade"},
    }
    value = {
        "format": "daybreak/document",
        "version": 1,
        "entries": [
            {"path": "title", "value": "M", "batch": "loaded"},
            {
                "path": "picture/m7",
                "value": {"title": "Seven", "post_days": 3},
                "batch": "loaded",
            },
            {
                "path": "person/ann",
                "value": {"name": "Ann", "deals": [{"kind": "none", "rate": 0}]},
            },
            source,
        ],
    }
    path = loaded(json.dumps(value), tmp_path)
    with opened(path) as document:
        entries = document.entries()
    assert [one.path for one in entries] == [
        "title",
        "picture/m7",
        "person/ann",
        "person/ann/deal/1",
        "picture/m7/release",
    ]
    assert (entries[0].entered_by, entries[0].entered_at) == ("zoe", LATER)


def _change(where: list[Any], value: object) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        for step in where[:-1]:
            data = data[step]
        data[where[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "path", "what"),
    [
        (_change(["version"], 2), "version", "form 2 is unknown"),
        (_change(["colour"], 2), "colour", "unknown field"),
        (_change(["entries"], {}), "entries", "is no list"),
        (_change(["entries", 2], 7), "entries[2]", "is no object"),
        (_change(["entries", 2, "seq"], 9), "entries[2].seq", "is number 9"),
        (_change(["entries", 2, "undoes"], 9), "entries[2].undoes", "takes back"),
        (_change(["entries", 0, "value"], "Pier"), "head", "are not those that were"),
        (_change(["files", 0, "text"], "other"), "files[0]", "is no file with its"),
        (_change(["about", "id"], "0"), "head", "are not those that were"),
        (_change(["about"], {"id": "0"}), "about", "is not what an export says"),
    ],
)
def test_changed_export_is_refused_and_nothing_made(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], path: str, what: str
) -> None:
    data = json.loads(exported(full(tmp_path)))
    change(data)
    with pytest.raises(DocumentError) as error:
        loaded(json.dumps(data), tmp_path)
    assert error.value.faults[0].path == path
    assert what in error.value.faults[0].what
    assert not (tmp_path / "loaded.daybreak").exists()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"path": "pictures/m7"}, "pictures/m7"),
        ({"path": "board/first", "value": {"days": 7}}, "days: 7 is no list"),
        ({"path": "board/my board", "value": {"days": []}}, "is no name of a board"),
        ({"path": "revision/1", "value": {}}, "is no revision as it is kept"),
        ({"path": "script/a", "value": {"file": "a"}}, "is no script as it is kept"),
        ({"path": "colors", "value": 7}, "is no colors as it is kept"),
        ({"path": 7}, "is no text"),
        ({"path": "title", "value": "A", "said_on": "2020-02-30"}, "no day of the"),
    ],
)
def test_wrong_entry_from_outside_is_refused(
    tmp_path: Path, entry: dict[str, object], said: str
) -> None:
    value = {"format": "daybreak/document", "version": 1, "entries": [entry]}
    with pytest.raises(DaybreakError) as error:
        loaded(json.dumps(value), tmp_path)
    assert said in str(error.value)
    assert not (tmp_path / "loaded.daybreak").exists()


def test_production_becomes_a_document_and_is_the_same(tmp_path: Path) -> None:
    production, _ = harbor()
    source, target = tmp_path / "p.json", tmp_path / "p.daybreak"
    write(production, source)
    documents.load(source, target, by="anna", at=START)
    with opened(target) as document:
        assert documents.production(document) == production

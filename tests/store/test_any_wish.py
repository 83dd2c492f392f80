"""Whatever somebody wishes to enter: refused with advice, or sound ever after."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from daybreak.model.errors import DocumentError
from daybreak.store.building import build
from daybreak.store.changes import changes
from daybreak.store.entering import checked
from daybreak.store.entry import STATUSES
from daybreak.store.entry_json import entry_as_json, entry_from_json
from daybreak.store.history import history
from daybreak.store.known import Known
from daybreak.store.paths import PARTS, ROOTS, THINGS, fields_of
from daybreak.store.state import State
from daybreak.store.typed import typed_value
from tests.store.made_entries import ENTERED, decided, journal, said, state

WORDS = (
    *ROOTS,
    *(field for root in THINGS for field in fields_of(root)),
    *(part for parts in PARTS.values() for part in parts),
    *("m7", "main", "star", "s1", "stage", "london", "norway", "1", "villain", "x"),
    *("2020-12-25", "2020-02-30", "daylight", "", "..", "a b", "\ud800", "é"),
)
PATHS = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("/".join),
    st.sampled_from([one.path for one in journal()]),
)
TEXTS = ("2021-07", "2020-06-31", "star", "guest", "s2", "daily", "blocks", "10:00", "")
VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-5, 2000),
        st.floats(),
        st.sampled_from(TEXTS),
        st.text(max_size=5),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(WORDS), inner, max_size=4),
    ),
    max_leaves=6,
)


def told_with_advice(error: DocumentError) -> None:
    """Look whether each fault says where, what is wrong, and what to do."""
    assert error.faults
    for one in error.faults:
        assert (bool(one.what), bool(one.todo)) == (True, True), one


@settings(max_examples=50, deadline=None)
@given(
    path=PATHS,
    value=VALUES,
    removes=st.booleans(),
    status=st.sampled_from(STATUSES),
    by_report=st.booleans(),
)
def test_any_wish_is_refused_with_advice_or_can_be_asked_for(
    path, value, removes, status, by_report
):
    entries = journal()
    made = state(entries)
    wish = (
        said(path, value, "2020-07-07", status=status)
        if by_report
        else decided(path, value, "2020-07-07", status=status)
    )
    wish = replace(wish, action="remove" if removes else "set")
    try:
        pieces = checked(wish, made)
    except DocumentError as error:
        told_with_advice(error)
        return
    new = [replace(one, seq=len(entries) + n) for n, one in enumerate(pieces, 1)]
    assert [entry_from_json(json.loads(json.dumps(entry_as_json(one)))) for one in new]
    for one in new:
        made.apply(one)
    again = State.from_data(json.loads(json.dumps(made.to_data())))
    assert again.claims == made.claims
    by_seq = {one.seq: one for one in [*entries, *new]}
    for one in new:
        assert history(one.path, made, by_seq).path == one.path
    changes(made, ENTERED.date(), ENTERED.date().replace(year=2021), at_least="rumored")
    try:
        build(Known(made, at_least="rumored"))
    except DocumentError as error:
        told_with_advice(error)


@settings(max_examples=50, deadline=None)
@given(
    path=PATHS,
    words=st.lists(st.one_of(st.sampled_from(TEXTS), st.text(max_size=8)), max_size=3),
)
def test_whatever_is_typed_is_read_or_refused(path, words):
    try:
        typed_value(path, words)
    except DocumentError as error:
        told_with_advice(error)

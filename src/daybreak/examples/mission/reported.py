"""The part of the founding case that was reported, fact by fact, with its sources.

Five articles, named A to E, and what the trade press wrote beside them. Each fact has
a number, which is the batch of its entries; docs/mission.md lists them. Facts are told
in words of our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

A = {"not_before": "2020-02-03", "source": {"outlet": "Article A"}}
B = {"said_on": "2020-07-07", "source": {"outlet": "Article B"}}
C = {"said_on": "2020-10-02", "source": {"outlet": "Article C"}}
D = {"said_on": "2021-02-25", "source": {"outlet": "Article D"}}
E = {"not_before": "2021-03-01", "source": {"outlet": "Article E"}}
MCQUARRIE = "Christopher McQuarrie"
EMPIRE = {
    "not_before": "2020-02-03",
    "source": {"outlet": "Empire podcast, in Article A", "speaker": MCQUARRIE},
}

AT_FIRST = (
    "Tom Cruise", "Hayley Atwell", "Rebecca Ferguson", "Pom Klementieff",
    "Nicholas Hoult", "Shea Whigham",
)  # fmt: skip


def entries() -> Iterator[dict[str, Any]]:
    """Yield everything that was reported, as entries of a document."""
    for number, made in FACTS:
        for one in made:
            yield {**one, "batch": f"fact {number}"}
    for one in TRADE_PRESS:
        yield {**one, "batch": "trade press"}


def decisions() -> Iterator[dict[str, Any]]:
    """Yield what the company decides meanwhile: invented, and without a source."""
    for one in DECISIONS:
        yield {**one, "batch": "invented", "note": f"invented: {one['note']}"}


def _said(
    when: dict[str, Any],
    path: str,
    value: Any,
    *,
    note: str = "",
    status: str = "confirmed",
    settles: bool = False,
    speaker: str = "",
    quotation: str = "",
    outlet: str = "",
    address: str = "",
) -> dict[str, Any]:
    given = {
        "speaker": speaker,
        "quotation": quotation,
        "outlet": outlet,
        "address": address,
    }
    source = {**when["source"], **{key: text for key, text in given.items() if text}}
    made = {**when, "path": path, "value": value, "source": source}
    if status != "confirmed":
        made["status"] = status
    if settles:
        made["settles"] = True
    return {**made, "note": note} if note else made


def _cast(
    when: dict[str, Any], role: str, who: str, status: str = "confirmed", note: str = ""
) -> dict[str, Any]:
    return _said(when, f"casting/{role}", who, status=status, note=note)


def _company(when: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    return (
        _said(when, "extra/back-to-back", True, note="two pictures shot in one go"),
        *(
            _said(when, f"picture/{one}/extra/company", COMPANY, note="one company")
            for one in ("m7", "m8")
        ),
    )


COMPANY = {
    "director": MCQUARRIE,
    "studio": "Paramount",
    "star and producer": "Tom Cruise",
}


def _releases(
    when: dict[str, Any], first: str, second: str, *, note: str = "", **more: Any
) -> tuple[dict[str, Any], ...]:
    return (
        _said(when, "picture/m7/release", first, note=note, **more),
        _said(when, "picture/m8/release", second, note=note, **more),
    )


TOP_GUN = "promotion of Top Gun: Maverick"

FACTS: tuple[tuple[int, tuple[dict[str, Any], ...]], ...] = (
    (1, (*_company(A), *_company(B), *_company(C))),
    (2, _releases(A, "2021-07", "2022-08", note="only the months are named")),
    (3, _releases(B, "2021-11-19", "2022-11-04")),
    (4, _releases(C, "2021-07-23", "2022-08-05",
                  note="contradicts what was written in July")),
    (5, _releases(D, "2021-11-19", "2022-11",
                  note="moved from July 2021; of the second picture only the month")),
    (6, _releases(E, "2021-11-19", "2022-11-04")),
    (7, (_said(D, "picture/m7/streaming_after_days", 45,
               note="on Paramount+, 45 days after theaters"),)),
    (8, (
        _said(D, "hiatus/shutdown/reason", "the pandemic",
              note="filming had just begun when it was stopped"),
        _said(B, "hiatus/shutdown/reason", "the pandemic",
              note="filming had just begun when it was stopped"),
    )),
    (9, (_said(B, "hiatus/shutdown/to", "2020-09-06", status="expected",
               note="to go on early in September, if not sooner: read as Monday 7"),)),
    (10, (
        _said(C, "hiatus/shutdown/to", "2020-09",
              note="shooting went on last month, in Norway"),
        _said(D, "hiatus/shutdown/extra/resumed", "summer 2020",
              note="shooting went on during the summer"),
    )),
    (11, (
        _said(E, "base/abu-dhabi/extra/leg", "wrapped",
              note="the shoot in the Middle East is done"),
        _said(E, "base/london/extra/leg", "a few finishing touches", status="expected",
              quotation="a few finishing touches", note="the company returns there"),
    )),
    (12, (
        _said(D, "quote/second-start", "It may or may not wait for the promotion.",
              quotation="may or may not", status="rumored",
              note=f"whether the second picture waits for the {TOP_GUN}"),
        _said(E, "element/m8-gear/window/hire", ["2021-09", "2022-06-24"],
              status="expected",
              note=f"the second picture starts only after the {TOP_GUN}, it was "
              "reported last month; read as: not before September 2021"),
    )),
    (13, (
        _said(D, "extra/back-to-back", False, status="rumored",
              note="a headline beside it: perhaps no longer in one go"),
        _said(D, "element/m8-gear/window/hire", ["2021-09", "2022-06-24"],
              status="rumored",
              note="the what-if that belongs to it: the second picture waits until "
              "September 2021"),
    )),
    (14, (_said(D, "person/cruise/unavailable/top-gun",
                {"from": "2021-06", "to": "2021-08", "reason": TOP_GUN},
                status="expected",
                note="a break in summer 2021 for press duties; read as June to "
                "August"),)),
    (15, (
        _cast(A, "m7/white-widow", "kirby", note="Alanna Mitsopolis returns"),
        _said(A, "person/kirby/extra/training", "goes into training"),
        _said(A, "person/kirby/extra/other-picture", "has wrapped",
              note="the commitment before this one has ended"),
    )),
    (16, (
        _said(A, "cast/m7", [*AT_FIRST, "Vanessa Kirby"]),
        _said(A, "cast/m8", list(AT_FIRST)),
        _cast(A, "m7/ethan-hunt", "cruise"),
        _cast(A, "m8/ethan-hunt", "cruise"),
        _cast(A, "m7/ilsa-faust", "ferguson"),
        _said(B, "cast/m7",
              [*AT_FIRST, "Vanessa Kirby", "Simon Pegg", "Ving Rhames", "Henry Czerny"],
              settles=True, note="the same list, with more names"),
        _said(B, "cast/m8", list(AT_FIRST)),
        _cast(B, "m7/ethan-hunt", "cruise"),
        _cast(B, "m8/ethan-hunt", "cruise"),
        _cast(B, "m7/ilsa-faust", "ferguson"),
    )),
    (17, (
        *(_cast(B, f"{one}/{role}", who)
          for one in ("m7", "m8")
          for role, who in (("benji-dunn", "pegg"), ("luther-stickell", "rhames"))),
        _cast(C, "m7/white-widow", "kirby", "expected", "expected to return"),
        _cast(C, "m7/ilsa-faust", "ferguson", "expected", "expected to return"),
        _cast(C, "m8/white-widow", "kirby", "expected", "expected to return"),
        _cast(C, "m8/ilsa-faust", "ferguson", "expected", "expected to return"),
    )),
    (18, (_cast(B, "m7/kittridge", "czerny", note="Eugene Kittridge returns"),
          _cast(D, "m7/kittridge", "czerny", note="Eugene Kittridge returns"))),
    (19, (_cast(B, "m7/villain", "hoult", "rumored", "said to play the villain"),)),
    (20, (_said(D, "cast/m7",
                ["Tom Cruise", "Hayley Atwell", "Pom Klementieff", "Esai Morales",
                 "Henry Czerny", "Angela Bassett"],
                note="names who is new and some who return; Nicholas Hoult is not "
                "among them, and nobody announced it"),)),
    (21, (
        _cast(B, "m7/sloane", "bassett", "rumored", "hoped for"),
        _cast(D, "m7/sloane", "bassett", note="the role she had in Fallout"),
        _cast(E, "m7/sloane", "bassett", note="the role she had in Fallout"),
    )),
    (22, tuple(
        _said(when, f"casting/m7/{role}", who, status="rumored", outlet=outlet,
              note=note)
        for role, who in (("hunley", "baldwin"), ("walker", "cavill"))
        for when, outlet, note in (
            ({**C, "said_on": "2020-01"}, "The Hollywood Reporter, in Article C",
             "considered, for a scene in flashback"),
            (B, "Article B", "there is talk of it"),
        )
    )),
    (23, tuple(_cast(B, f"m7/{role}", who, "rumored", "fans hope for it")
               for role, who in (("brandt", "renner"), ("jane-carter", "patton"),
                                 ("zhen-lei", "maggie-q")))),
    (24, (
        _said(C, "quote/recruiting", "The list of actors to win is very long.",
              speaker=MCQUARRIE, quotation="very, very, very long list"),
        _said(B, "quote/recruiting", "Nobody is ruled out, living or dead.",
              speaker=MCQUARRIE, quotation="any character, dead or alive",
              settles=True, note="another quotation of the same matter"),
    )),
    (25, (
        _said(B, "extra/training", "individual programs through the shutdown",
              note="the cast trains, each on a program of their own"),
        _said(C, "person/trainer", {
            "name": "A world champion of speed flying and wingsuits",
            "extra": {"role": "trainer"}}, note="trains the cast; not named"),
        _said(C, "person/atwell/extra/training", "climbs with the champion"),
    )),
    (26, (_said(C, "quote/ilsa", "She stays however long it takes; her character's "
                "fate is not decided.", speaker="Rebecca Ferguson",
                outlet="The Hollywood Reporter, in Article C",
                quotation="however long the shoot would be",
                note="scenes whose pages are not written wait for a date"),)),
    (27, (_said(EMPIRE, "quote/gear", "On arrival what counts is what they wear and "
                "drive, and that no two vehicles meet.",
                quotation="they don't drive into each other unintentionally",
                note="gear is tracked by day and unit"),)),
    (28, (_said(EMPIRE, "quote/eight-minutes", "One piece moved, and the whole "
                "picture was outlined in eight minutes.",
                quotation="about four weeks ago",
                note="when the story was found"),)),
    (29, (_said(E, "publicity/photographs", "Photographs from the set, posted by "
                "Pegg, Ferguson, Rhames and McQuarrie"),)),
    (30, (_said(D, "publicity/first-image", "An image of the first picture, posted "
                "by its director", speaker=MCQUARRIE),)),
)  # fmt: skip


def _press(outlet: str, said_on: str) -> dict[str, Any]:
    return {"said_on": said_on, "source": {"outlet": outlet}}


THR = "The Hollywood Reporter"
VENICE = _press(THR, "2020-02-24")
SUIT = _press("Los Angeles Times", "2021-08-30")
INSURER = _press("PropertyCasualty360", "2021-09-03")
ANNOUNCED = "announced by the studio"

TRADE_PRESS: tuple[dict[str, Any], ...] = (
    _said(VENICE, "hiatus/shutdown/from", "2020-02-24", speaker="Paramount",
          note="the three weeks in Venice that were to come first are put off"),
    _said(INSURER, "base/italy/extra/second-start", "2020-03",
          note="a start in March was prevented by the quarantine in Italy"),
    _said(_press("Variety", "2020-06-02"), "hiatus/shutdown/to", "2020-09",
          status="expected", speaker="Tommy Gormley, first assistant director, to BBC "
          "Radio 4", note="hopes to go on in September"),
    _said(_press("Variety", "2020-06-02"), "quote/wrap-hoped", "He is sure that the "
          "first picture can be done by the end of April 2021, or in May.",
          speaker="Tommy Gormley, first assistant director, to BBC Radio 4"),
    _said(_press("Bleeding Cool, after Variety", "2020-12-28"),
          "base/london/extra/studio", "Longcross",
          note="the company moves there from Leavesden"),
    _said(SUIT, "extra/stoppages", 7, speaker="Paramount, in its suit",
          note="stopped seven times between February 2020 and June 2021"),
    *_releases(_press("IndieWire", "2021-04"), "2022-05-27", "2023-07-07",
               settles=True, note=ANNOUNCED),
    _said(_press("Trade press", "2021-09"), "picture/m7/release", "2022-09-30",
          settles=True, note=ANNOUNCED),
    *_releases(_press(THR, "2022-01-21"), "2023-07-14", "2024-06-28",
               settles=True, note=ANNOUNCED),
    _said(_press("Collider", "2023-10-23"), "picture/m8/release", "2025-05-23",
          settles=True, note=ANNOUNCED),
)  # fmt: skip

NOBODY_KNOWS = "the company's own guess of the end"

DECISIONS: tuple[dict[str, Any], ...] = (
    *(
        {"path": f"casting/{one}/{role}", "value": who, "said_on": "2020-02-03",
         "note": "the name of the role and that it is this player's"}
        for one in ("m7", "m8")
        for role, who in (("newcomer", "atwell"), ("driver", "klementieff"),
                          ("agent", "whigham"))
    ),
    {"path": "hiatus/shutdown", "said_on": "2020-02-24",
     "value": {"from": "2020-02-24", "to": "2020-03-13"}, "note": NOBODY_KNOWS},
    {"path": "hiatus/shutdown/to", "value": "2020-04-30", "said_on": "2020-03-14",
     "status": "expected", "note": NOBODY_KNOWS},
    {"path": "hiatus/shutdown/to", "value": "2020-09", "said_on": "2020-05-04",
     "status": "expected", "note": NOBODY_KNOWS},
    {"path": "hiatus/shutdown/to", "value": "2020-09-06", "said_on": "2020-09-07",
     "note": "the day on which shooting went on"},
    {"path": "casting/m7/villain", "value": "morales", "said_on": "2020-08-31",
     "note": "that the newcomer plays this part, and the day it was decided"},
    {"path": "casting/m8/kittridge", "value": "czerny", "said_on": "2020-07-07",
     "note": "that he is in the second picture"},
    {"path": "element/m8-gear/window/hire", "value": ["2021-04-12", "2022-06-24"],
     "said_on": "2020-07-06",
     "note": "the second picture waits until the first has wrapped"},
    *(
        {"path": f"location/{place}/window/{key}", "value": dates,
         "said_on": "2020-03-14", "note": "a permit for autumn and winter"}
        for place, key, dates in (
            ("canals", "second", ["2020-09-21", "2021-06-25"]),
            ("palazzo", "second", ["2020-09-21", "2021-06-25"]),
            ("rome-streets", "autumn", ["2020-09-21", "2020-12-18"]),
            ("rome-offices", "autumn", ["2020-09-21", "2020-12-18"]),
        )
    ),
    {"path": "location/terminal/window/first", "action": "remove",
     "said_on": "2020-09-21",
     "note": "no permit for the terminal before February"},
    {"path": "location/desert/window/first", "action": "remove",
     "said_on": "2020-09-21",
     "note": "the desert is shot on the same journey as the terminal"},
)  # fmt: skip

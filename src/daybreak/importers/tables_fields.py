"""What the columns of a table can be, and the words that head them elsewhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOf:
    """Something that a column can hold.

    Parameters
    ----------
    name
        What ``--map`` calls it.
    says
        What a column of it holds, in a few words.
    words
        Headings that mean it, as `heading_key` has them, the surest first.
    """

    name: str
    says: str
    words: tuple[str, ...]


def _field(name: str, says: str, words: str) -> FieldOf:
    own = heading_key(name)
    keys = dict.fromkeys((own, *(heading_key(one) for one in words.split(", "))))
    return FieldOf(name=name, says=says, words=tuple(keys))


def heading_key(heading: str) -> str:
    """Give what is left of a heading without case, accents, marks and blanks.

    Examples
    --------
    >>> heading_key("Scene #"), heading_key("Décor / Set"), heading_key("I/E")
    ('sceneno', 'decorset', 'ie')
    """
    text = heading.replace("#", " no ").replace("№", " no ").replace("&", " and ")
    folded = unicodedata.normalize("NFKD", text).casefold().replace("ß", "ss")
    return "".join(char for char in folded if char.isalnum())


ONE_LINER = (
    _field("scene", "scene number", "scene, scene no, scene number, scene nos, sc, sc "
           "no, scn, scn no, scenes, strip, szene, bild, bild nr, escena, scena"),
    _field("heading", "whole heading, INT. HOUSE - DAY", "heading, scene heading, "
           "slugline, slug, scene header, scene name, scene title, titel"),
    _field("place", "INT or EXT", "int ext, i e, ie, int or ext, interior exterior, "
           "int, ext int, inside outside, innen aussen, i a, interieur exterieur"),
    _field("set", "place in the story", "set, set name, sets, scene setting, setting, "
           "set description, set and description, set or location, set location, "
           "set and scene, motiv, decor, decors, decorado"),
    _field("time", "day or night", "d n, day night, dn, time of day, day or night, "
           "tod, story time, tag nacht, t n, jour nuit, j n, dia noche, d n d d"),
    _field("location", "where it is shot", "location, shooting location, filming "
           "location, location name, practical location, loc, locations, drehort, "
           "lieu, lieu de tournage, locacion, localizacion"),
    _field("script_day", "day in the story", "script day, story day, scr day, sd, "
           "script days, dramatic day, spieltag, jour scenario, dia de guion"),
    _field("pages", "length, 1 3/8", "pages, pgs, page count, pg count, length, page "
           "length, page s, pp, total pages, scene length, seiten, longueur, paginas, "
           "page, pg, pg s"),
    _field("eighths", "length in eighths, 11", "eighths, 8ths, eights, page eighths, "
           "pages 8ths, length 8ths, pages in eighths, achtel, huitiemes, octavos"),
    _field("cast", "cast numbers or names", "cast, cast no, cast nos, cast numbers, "
           "cast ids, cast id, cast id s, cast members, cast list, characters, "
           "character, talent, actors, principal cast, besetzung, darsteller, rollen, "
           "personnages, roles, reparto, personajes"),
    _field("synopsis", "what happens", "synopsis, description, scene description, "
           "summary, one line description, one liner, scene synopsis, action, logline, "
           "brief, inhalt, resume, sinopsis"),
    _field("minutes", "minutes of work", "est time, estimated time, minutes, mins, "
           "est, est min, est mins, est minutes, estimated minutes, shoot time, "
           "shooting time, est shoot time, duration, est time min, drehzeit, duree"),
    _field("unit", "unit that shoots it", "unit, unit name, units, shooting unit, "
           "crew unit, crew, team, drehteam, equipe, unidad"),
    _field("shoot_day", "number of the shooting day", "shoot day, shooting day, shoot "
           "day no, shooting day no, day no, day number, sched day, schedule day, "
           "day of shooting, drehtag, dt, jour de tournage, jornada, dia de rodaje"),
    _field("date", "date of the shooting day", "date, shoot date, shooting date, "
           "schedule date, scheduled date, calendar date, datum, drehdatum, fecha"),
    _field("picture", "film or episode", "picture, film, movie, episode, ep, ep no, "
           "episode no, episode number, project, production, folge, pelicula"),
    _field("shift", "day, split or night", "shift, schicht, call type"),
    _field("scene_id", "id of the scene", "scene id"),
    _field("extras", "number of background people", "extras, background, bg, "
           "atmosphere, atmos, extras count, background count, no of extras, "
           "background actors, komparsen, figuration, figuracion"),
    _field("notes", "anything to say about it", "notes, note, comments, comment, "
           "remarks, production notes, bemerkungen, anmerkungen, remarques, notas"),
)  # fmt: skip
"""Fields of a one-liner."""

CATEGORIES = {
    "props": "Props", "prop": "Props", "requisiten": "Props", "accessoires": "Props",
    "vehicles": "Vehicles", "picturevehicles": "Vehicles", "cars": "Vehicles",
    "picturecars": "Vehicles", "vehiclesanimals": "Vehicles",
    "stunts": "Stunts", "stunt": "Stunts",
    "animals": "Animals", "livestock": "Animals", "tiere": "Animals",
    "wardrobe": "Wardrobe", "costumes": "Wardrobe", "costume": "Wardrobe",
    "makeup": "Makeup/Hair", "makeuphair": "Makeup/Hair", "hairmakeup": "Makeup/Hair",
    "specialeffects": "Special Effects", "sfx": "Special Effects",
    "spfx": "Special Effects", "mechanicaleffects": "Mechanical Effects",
    "visualeffects": "Visual Effects", "vfx": "Visual Effects",
    "setdressing": "Set Dressing", "dressing": "Set Dressing",
    "artdepartment": "Art Department", "greenery": "Greenery", "greens": "Greenery",
    "specialequipment": "Special Equipment", "equipment": "Special Equipment",
    "camera": "Camera", "sound": "Sound", "music": "Music", "security": "Security",
    "additionallabor": "Additional Labor", "miscellaneous": "Miscellaneous",
}  # fmt: skip
"""Headings of columns that list elements, and the category each means."""
ELEMENTS = "elements:"
"""Begins the name of a field that lists elements of a category."""

PEOPLE = (
    _field("number", "cast number", "number, no, cast no, cast number, cast id, id, "
           "board no, board id, cast, nr, numero, rollennummer"),
    _field("name", "performer", "name, actor, performer, artist, actor name, talent, "
           "cast member, full name, person, darsteller, schauspieler, nom, comedien, "
           "nombre"),
    _field("character", "whom the person plays", "character, role, part, characters, "
           "character name, plays, rolle, figur, personnage, personaje"),
    _field("unavailable", "dates away, 2027-06-03 to 2027-06-05; 2027-06-10",
           "unavailable, not available, unavailability, unavailable dates, na, n a, "
           "blackout dates, blackouts, dates unavailable, conflicts, nicht verfuegbar, "
           "sperrtermine, sperrtage, indisponible, indisponibilites, no disponible"),
    _field("unavailable_from", "first date away", "unavailable from, from, away from, "
           "not available from, start, first date, na from, out from, von, du, desde"),
    _field("unavailable_to", "last date away", "unavailable to, to, until, away to, "
           "unavailable until, not available to, end, through, last date, na to, out "
           "to, back, bis, au, hasta"),
    _field("reason", "why away", "reason, why, conflict, grund, motif, motivo"),
    _field("available", "the only dates at hand", "available, availability, windows, "
           "available dates, dates available, window, verfuegbar, disponible, "
           "disponibilites, dates"),
    _field("available_from", "first date at hand", "available from, avail from, start "
           "date, in, in date, on hold from, verfuegbar von"),
    _field("available_to", "last date at hand", "available to, available until, avail "
           "to, end date, out, out date, stop date, verfuegbar bis"),
    _field("deal", "daily, weekly, flat or none", "deal, deal type, deal kind, rate "
           "type, contract, contract type, terms, type, vertrag, contrat, contrato"),
    _field("rate", "what is paid", "rate, fee, salary, pay, gage, cachet, tarifa"),
    _field("daily_rate", "what is paid a day", "daily rate, day rate, rate per day, "
           "rate day, daily, per day, tagesgage, cachet jour, tarifa diaria"),
    _field("weekly_rate", "what is paid a week", "weekly rate, week rate, rate per "
           "week, rate week, weekly, per week, wochengage"),
    _field("flat_fee", "what is paid once", "flat fee, flat rate, flat, buyout, "
           "pauschale, forfait"),
    _field("hold", "part of the rate for a held day, 50 %", "hold, hold rate, hold "
           "pay, hold percent, held days, paid holds, haltetage"),
    _field("drops", "how many gaps may go unpaid", "drops, drop, drop pickup, drop "
           "pick up, drops allowed, allowed drops"),
    _field("drop_after_days", "a gap of more days may be dropped", "drop after, drop "
           "after days, drop days, min drop days, drop day count"),
    _field("picture", "film that the deal is for", "picture, film, movie, episode, "
           "project, production"),
    _field("minutes", "most minutes of work a day (a minor)", "minutes, max minutes, "
           "minutes per day, max minutes per day, work minutes, day minutes, minor "
           "minutes, minutes allowed"),
    _field("hours", "most hours of work a day (a minor)", "hours, max hours, hours per "
           "day, max hours per day, work hours, minor hours, hours allowed, "
           "arbeitszeit"),
    _field("max_consecutive_days", "most days in a row", "max consecutive days, "
           "consecutive days, max days, days in a row"),
    _field("prep_days", "days of preparation", "prep days, prep, rehearsal days, "
           "preparation days"),
    _field("prep_from", "first date of preparation", "prep from, prep start"),
)  # fmt: skip
"""Fields of a table of people: availability, rates, characters, minors."""

LEFT_OUT = "-"
"""What ``--map "Heading=-"`` gives to leave a column out."""
AMBIGUOUS = {
    "day": ("time", "shoot_day"),
    "tag": ("time", "shoot_day"),
    "jour": ("time", "shoot_day"),
    "dia": ("time", "shoot_day"),
    "time": ("time", "minutes"),
}
"""Headings that mean the first field where times of day stand below, else the other."""
_WEAK = {"no": "scene", "nr": "scene", "title": "heading", "name": "set"}
"""Headings of a one-liner that mean something where nothing surer does."""
_KNOWN = frozenset(word for field in (*ONE_LINER, *PEOPLE) for word in field.words) | {
    *CATEGORIES,
    *AMBIGUOUS,
    *_WEAK,
}


def known_headings(cells: Iterable[str]) -> int:
    """Count the cells that read as headings of a table that is known."""
    return len({key for cell in cells if (key := heading_key(cell[:60])) in _KNOWN})


def weak_field(key: str) -> str | None:
    """Give the field of a one-liner that a weak heading may mean."""
    return _WEAK.get(key)

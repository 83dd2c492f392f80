"""Cast and things of a schedule file as people and elements of a production."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from daybreak.importers.names import Ids
from daybreak.importers.tiers import Tier
from daybreak.importers.uss_calendars import away_of, events_of
from daybreak.importers.uss_document import UssDocument, UssElement
from daybreak.model.production import Deal, Element, Person
from daybreak.model.schedule_standard import CAST, DROP_MOST

_NUMBER_DIGITS = 6


def people_of(
    document: UssDocument, *, tier: Tier, span: tuple[date, date]
) -> dict[str, Person]:
    """Give the cast by element id, in the order of their numbers.

    Parameters
    ----------
    tier
        Whose day rates are taken.
    span
        The dates over which weekdays off are written out.
    """
    ids = Ids()
    cast = {one.id for one in document.categories if one.ucid == CAST}
    elements = [one for one in document.elements if one.category in cast]
    elements.sort(key=lambda one: (number_of(one) is None, number_of(one) or 0))
    return {
        one.id: Person(
            id=ids.make(one.name, otherwise="person"),
            name=one.name,
            characters=(one.name,),
            number=number_of(one),
            deals=(_deal(one, place, tier),),
            unavailable=away_of(one.events, one.days_off, span),
            events=events_of(one.events),
            extra=_beside(one),
        )
        for place, one in enumerate(elements, 1)
    }


def number_of(element: UssElement) -> int | None:
    """Give the cast number; None where the board knows letters or nothing."""
    digits = element.board_id
    usual = digits.isascii() and digits.isdecimal() and len(digits) <= _NUMBER_DIGITS
    return int(digits) if usual and str(int(digits)) == digits else None


def _deal(element: UssElement, place: int, tier: Tier) -> Deal:
    """Give a daily deal; ``drop_days`` 10 is a gap of at least ten dates."""
    may_drop = element.is_drop and element.drop_days > 0
    rate = tier.lead_day if place <= tier.leads else tier.cast_day
    after = min(element.drop_days - 1, 10_000) if may_drop else 10
    return Deal(
        kind="daily",
        rate=rate.value,
        hold=Decimal(1) if element.is_hold else Decimal(0),
        drops=DROP_MOST if may_drop else 0,
        drop_after_days=after,
    )


def _beside(element: UssElement) -> dict[str, str]:
    kept = {"uss_id": element.id}
    if element.board_id and number_of(element) is None:
        kept["board_id"] = element.board_id
    return kept


def things_of(document: UssDocument) -> Mapping[str, Element]:
    """Give the elements that are neither cast nor of whole scenes, by element id."""
    ids = Ids()
    categories = {one.id: one for one in document.categories}
    return {
        one.id: Element(
            id=ids.make(one.name, otherwise="element"),
            name=one.name,
            category=categories[one.category].name,
            extra={"uss_id": one.id}
            | ({"board_id": one.board_id} if one.board_id else {}),
        )
        for one in document.elements
        if categories[one.category].ucid > CAST
    }

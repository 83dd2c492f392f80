"""How many dates it takes from base to base, over others where that is quicker."""

from __future__ import annotations

from daybreak.model.production import Production

NO_WAY = 10**9


def shortest_ways(production: Production) -> dict[tuple[str, str], int]:
    """Give the least dates strictly between work on two bases, by (from, to).

    A day's work on a base in between is a date of its own, so A to B over C takes the
    dates of both moves and one. Pairs between which there is no way are left out;
    without any moves, or where ``travel`` does not block, everything is near.

    Notes
    -----
    SPEC 3, rule ``travel``; shortest paths by Floyd (1962). What two days of work
    have to lie apart, whatever is shot between them, is at least this.
    """
    names = [base.id for base in production.bases]
    if not production.moves or production.level("travel") != "blocks":
        return {(one, other): 0 for one in names for other in names}
    ways: dict[tuple[str, str], int] = {}
    for move in production.moves:
        ways[move.origin, move.target] = move.days
        if move.both_ways:
            ways[move.target, move.origin] = move.days
    worked = {one.base for one in production.locations}
    for over in (name for name in names if name in worked):
        for one in names:
            for other in names:
                if over in (one, other) or one == other:
                    continue
                first, second = ways.get((one, over)), ways.get((over, other))
                if first is not None and second is not None:
                    around = first + 1 + second
                    ways[one, other] = min(ways.get((one, other), NO_WAY), around)
    return ways

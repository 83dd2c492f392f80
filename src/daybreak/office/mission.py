"""The founding case, day by day: what was known, what was planned, what changed.

Two pictures, one company, and a shoot that the world stopped. The document is an
example that ships along; each plan goes on from the one of the day before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from daybreak.model.calendar import calendar_of
from daybreak.model.errors import UsageError
from daybreak.model.files import to_json, write_text
from daybreak.model.production import Picture, Production
from daybreak.model.schedule import Day, Schedule
from daybreak.model.shot import Shot, ShotDay
from daybreak.model.standing import changed_strips, places_of
from daybreak.office import boards, documents, fact_papers, facts, planning, replanning
from daybreak.office.asked import Asked
from daybreak.office.opening import Opened
from daybreak.reports.fact_lines import ChangeRow

if TYPE_CHECKING:
    from daybreak.solving import Progress
    from daybreak.store.building import Built
    from daybreak.store.casting import Uncast
    from daybreak.store.entry import Entry

DATES: tuple[date, ...] = (
    date(2020, 2, 23),
    date(2020, 3, 15),
    date(2020, 7, 7),
    date(2020, 10, 2),
    date(2021, 2, 25),
    date(2021, 3, 31),
)
"""The evening before the first day of the main unit, and each later day on which the
plan had to be another one."""
CHANGE_COST = 10_000
"""What it is worth to leave a strip on its date: a call sheet, tickets, a phone call
to everybody in it. An assumption of the example."""
SECONDS = 45.0
"""For each date, plan and bound together."""
BOUND_SHARE = 0.4  # of the time for a day
NAME = "mission"
BY = "demo"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOutlook:
    """Whether a picture makes its release, as far as one knows.

    Parameters
    ----------
    release
        Its date; a month means its last day. None where nobody said one.
    said
        The release as it was said: a day, a month or a year.
    status
        How sure it is; empty where nobody said one.
    sources
        Everybody who says so, each with the date.
    is_disputed
        Whether another report contradicts it.
    settled_by
        Who settled the last dispute; empty where there was none.
    streaming
        When it streams, where that is known.
    wrap, delivery
        The last date of its strips, and the date on which it is ready for theaters.
    """

    title: str
    release: date | None
    said: str
    status: str
    sources: tuple[str, ...]
    is_disputed: bool
    settled_by: str
    streaming: date | None
    wrap: date | None
    delivery: date | None

    @property
    def days_late(self) -> int:
        """Days by which delivery passes the release; below 0 for days to spare."""
        if self.release is None or self.delivery is None:
            return 0
        return (self.delivery - self.release).days


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionDay:
    """One day of the replay.

    Parameters
    ----------
    pictures
        Their releases as known on the day, and what the plan makes of them.
    rests_on
        What the plan rests on that is not certain.
    disputes
        Who contradicts whom, a line each.
    changes
        What changed in what is known since the day before.
    opened
        The plan of the day, checked and counted by the rule book; what was shot
        before the day stands in it as it was shot.
    bound
        A proven least cost of every plan with these days shot; None where none is.
    shot
        How many strips are in the can.
    moved
        Strips that stood on a day in the plan before and stand elsewhere now; None on
        the first day.
    notes
        What the planner had to say.
    """

    day: date
    pictures: tuple[PictureOutlook, ...]
    rests_on: tuple[str, ...]
    disputes: tuple[str, ...]
    changes: tuple[ChangeRow, ...]
    opened: Opened
    bound: int | None
    shot: int
    moved: int | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How much work a plan of one day may be.

    Parameters
    ----------
    seconds
        Time for plan and bound together.
    iterations
        Moves to try in place of a time; then no bound is proven.
    seed
        The same seed and iterations give the same plans.
    progress
        Called with each improvement.
    stop
        Asked often; true ends the search of the day with the best so far.
    """

    seconds: float = SECONDS
    iterations: int | None = None
    seed: int = 1
    progress: Callable[[Progress], None] | None = field(default=None, compare=False)
    stop: Callable[[], bool] | None = field(default=None, compare=False)


def mission_text() -> str:
    """Give the document of the founding case, as JSON text for ``daybreak load``."""
    place = resources.files("daybreak") / "examples" / NAME / f"{NAME}.json"
    return place.read_text("utf-8")


def begin(folder: Path, *, at: datetime) -> Path:
    """Load the founding case into a new document in a folder; give its path.

    Raises
    ------
    UsageError
        When the folder cannot be written to, or has such a document already.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{folder}: {(error.strerror or str(error)).lower()}\n"
            "Maybe name another folder."
        ) from None
    source, path = folder / f"{NAME}.json", folder / f"{NAME}.daybreak"
    write_text(mission_text(), source)
    documents.load(source, path, by=BY, at=at)
    return path


def dates_until(last: date) -> tuple[date, ...]:
    """Give the days of the replay up to one, at least the first.

    Examples
    --------
    >>> [str(day) for day in dates_until(date(2020, 6, 30))]
    ['2020-02-23', '2020-03-15']
    """
    return tuple(day for day in DATES if day <= last) or DATES[:1]


def replay(
    path: Path, how: How, *, dates: Sequence[date] = DATES
) -> Iterator[MissionDay]:
    """Yield one day after another, each planned on what was known then.

    Parameters
    ----------
    path
        The document of the founding case.
    dates
        The days, by rising date.

    Raises
    ------
    SolverError
        When the engine fails, or gives a plan that breaks a rule.
    """
    before: MissionDay | None = None
    for day in dates:
        before = day_of(path, day, before, how)
        yield before


def keep(path: Path, one: MissionDay, *, at: datetime) -> Path:
    """Save the plan of a day as a board of the document and as a file beside it.

    The first of them goes out as the White schedule: what is frozen next is Blue. Facts
    that came later break it, so it is frozen with whatever rules it breaks by now.

    Raises
    ------
    UsageError
        When the file cannot be written, or there is such a board already.
    """
    name = f"plan-{one.day}"
    output = path.parent / f"{name}.json"
    write_text(to_json(one.opened.schedule), output)
    boards.save(path, name, one.opened.schedule, by=BY, at=at)
    if one.moved is None:
        first = "the first schedule"
        boards.freeze(path, name, day=one.day, by=BY, at=at, note=first, anyway=True)
    return output


# --- one day -------------------------------------------------------------------------


def day_of(path: Path, day: date, before: MissionDay | None, how: How) -> MissionDay:
    """Give one day of the replay, after the day before it.

    Raises
    ------
    SolverError
        When the engine fails, or gives a plan that breaks a rule.
    """
    asked = Asked(as_of=day)
    built, entries = facts.built_as_asked(path, asked)
    production = built.production
    opened, notes = _plan(production, day, before, how)
    shot = tuple(one for one in opened.schedule.in_order() if one.date < day)
    changes: tuple[ChangeRow, ...] = ()
    if before is not None:
        found, journal = facts.fact_changes(path, before.day, day, Asked())
        changes = fact_papers.change_rows(found, journal)
    return MissionDay(
        day=day,
        pictures=tuple(_outlooks(path, asked, opened)),
        rests_on=tuple(_rests_on(built, entries)),
        disputes=tuple(_disputes(path, asked)),
        changes=changes,
        opened=opened,
        bound=_bound(opened, shot, day, how),
        shot=sum(len(one.strips) for one in shot),
        moved=_moved(before, opened.schedule),
        notes=notes,
    )


def _plan(
    production: Production, day: date, before: MissionDay | None, how: How
) -> tuple[Opened, tuple[str, ...]]:
    seconds = how.seconds * (1 - BOUND_SHARE)
    if before is None:
        planned = planning.plan(
            production,
            seconds=seconds,
            iterations=how.iterations,
            seed=how.seed,
            progress=how.progress,
            stop=how.stop,
            prove=False,
        )
        return planned.opened, planned.result.notes
    earlier = before.opened.schedule
    ways = replanning.replan(
        production,
        earlier,
        today=day,
        shot=what_was_shot(production, earlier, day),
        change_cost=CHANGE_COST,
        seconds=seconds,
        iterations=how.iterations,
        seed=how.seed,
        progress=how.progress,
        stop=how.stop,
    )
    return ways.ways[0].opened, ways.replanned.notes


def what_was_shot(production: Production, earlier: Schedule, day: date) -> Shot:
    """Give what was shot by an earlier plan before a day.

    Each of its days was shot as planned, unless the production as it is known by now
    says that nobody shot on that date: a hiatus, a holiday.
    """
    eligible = calendar_of(production).eligible
    days = [
        ShotDay(unit=one.unit, date=one.date, shift=one.shift, strips=one.strips)
        for one in earlier.in_order()
        if one.date < day and one.date in eligible.get(one.unit, ())
    ]
    return Shot(shot=tuple(days))


def _bound(opened: Opened, shot: tuple[Day, ...], day: date, how: How) -> int | None:
    """Give a proven least cost; none where rules were broken, or moves are counted."""
    if how.iterations is not None or not opened.valid:
        return None
    from daybreak.solving import (  # slow import: numba  # noqa: PLC0415
        least_cost,
        with_the_past_pinned,
    )

    proven = least_cost(
        with_the_past_pinned(opened.production, shot, day),
        seconds=how.seconds * BOUND_SHARE,
        boneyard=len(opened.schedule.boneyard),
        stop=how.stop,
    )
    cost = opened.costs.total
    return proven if proven is not None and 0 < proven <= cost else None


def _moved(before: MissionDay | None, schedule: Schedule) -> int | None:
    if before is None:
        return None
    was = places_of(before.opened.schedule)
    return len(changed_strips(was, places_of(schedule)))


# --- what is known -------------------------------------------------------------------


def _rests_on(built: Built, entries: dict[int, Entry]) -> Iterator[str]:
    """Yield what is not certain; who plays nobody yet is told by role, not by scene."""
    yield from fact_papers.rests_on(replace(built, uncast=(), disputed={}), entries)
    if built.uncast:
        yield f"Nobody plays yet: {_roles(built.production, built.uncast)}"


def _roles(production: Production, uncast: tuple[Uncast, ...]) -> str:
    picture = {scene.id: scene.picture for scene in production.scenes}
    found = Counter((picture[one.scene], one.character) for one in uncast)
    return ", ".join(
        f"{role} of {one} ({count})" for (one, role), count in sorted(found.items())
    )


def _disputes(path: Path, asked: Asked) -> Iterator[str]:
    for fact in facts.fact_list(path, "", asked):
        if fact.standing.is_disputed:
            told = facts.fact_history(path, fact.path, asked)
            yield from (
                f"{fact.path}: {words.removeprefix('Disputed: ')}"
                for words in fact_papers.dispute_words(told)
            )


def _outlooks(path: Path, asked: Asked, opened: Opened) -> Iterator[PictureOutlook]:
    wraps = wraps_of(opened.production, opened.schedule)
    for picture in opened.production.pictures:
        yield _outlook(path, asked, picture, wraps.get(picture.id))


def wraps_of(production: Production, schedule: Schedule) -> dict[str, date]:
    """Give the last date of each picture's strips (SPEC 3, ``release``)."""
    picture = {scene.id: scene.picture for scene in production.scenes}
    return {
        picture[strip]: day.date for day in schedule.in_order() for strip in day.strips
    }


def _outlook(
    path: Path, asked: Asked, picture: Picture, wrap: date | None
) -> PictureOutlook:
    told = facts.fact_history(path, f"picture/{picture.id}/release", asked)
    standing = told.standing
    after, release = picture.streaming_after_days, picture.release
    said_by = {one.entry.seq: _said_by(one.entry) for one in told.told}
    together = () if standing is None else standing.together
    settled_by = None if standing is None else standing.settled_by
    return PictureOutlook(
        title=picture.title,
        release=release,
        said="" if standing is None else str(standing.claim.value),
        status="" if standing is None else standing.status,
        sources=tuple(said_by[one.seq] for one in together),
        is_disputed=standing is not None and standing.is_disputed,
        settled_by="" if settled_by is None else said_by[settled_by],
        streaming=release + timedelta(days=after) if release and after else None,
        wrap=wrap,
        delivery=wrap + timedelta(days=picture.post_days) if wrap else None,
    )


def _said_by(entry: Entry) -> str:
    return f"{fact_papers.who_of(entry)}, {fact_papers.when_of(entry)}"

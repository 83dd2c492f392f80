"""``daybreak demo mission``: two pictures whose plan kept moving, date by date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from daybreak.cli.document_options import moment
from daybreak.cli.interrupts import NotedInterrupt
from daybreak.cli.known_options import day_of
from daybreak.cli.painting import paint, width_of_output
from daybreak.cli.progress import ProgressLine
from daybreak.cli.speech import out_json, say
from daybreak.office import mission
from daybreak.office.mission_papers import day_as_json, day_lines
from daybreak.reports.phrases import count_of

CURRENCY = "USD"


def show_mission(
    *,
    seconds: float | None,
    seed: int,
    iterations: int | None,
    until: str | None,
    keep: str | None,
    color: bool | None,
    width: int | None,
    quiet: bool,
    json: bool,
) -> None:
    """Replay the founding case and show each date as it is planned."""
    dates = mission.DATES
    if until is not None:
        dates = mission.dates_until(day_of("--until", until))
    progress = ProgressLine(CURRENCY, quiet=quiet)
    wide = width_of_output(width)
    shown: list[dict[str, Any]] = []
    if not quiet:
        say(f"Two pictures, one company: planning {count_of(len(dates), 'date')} ...")
    with _folder(keep) as folder, NotedInterrupt() as interrupt:
        at = moment()
        path = mission.begin(folder, at=at)
        how = mission.How(
            seconds=seconds or mission.SECONDS,
            iterations=iterations,
            seed=seed,
            progress=progress,
            stop=interrupt.asks,
        )
        try:
            for one in mission.replay(path, how, dates=dates):
                progress.end()
                if keep is not None:
                    mission.keep(path, one, at=at)
                if json:
                    shown.append(day_as_json(one))
                else:
                    paint(day_lines(one, width=wide), color=color)
                if interrupt.seen:
                    break
        finally:
            progress.end()
        if json:
            valid = all(one["valid"] for one in shown)
            out_json({"ok": True, "valid": valid, "dates": shown})
        if keep is not None and not quiet:
            _say_next(path, dates[0], dates[-1])


@contextmanager
def _folder(keep: str | None) -> Iterator[Path]:
    """Give the folder that was asked for, or one that is gone afterwards."""
    if keep is not None:
        yield Path(keep)
        return
    with TemporaryDirectory(prefix="daybreak-") as made:
        yield Path(made)


def _say_next(path: Path, first: date, last: date) -> None:
    say(f"Kept {path}, with a board for each date. Now try:")
    say(f"  daybreak facts {path} picture/m7/release")
    say(f"  daybreak changes {path} --from {first} --to {last}")
    say(f"  daybreak show {path} {path.parent / f'plan-{last}.json'} --as-of {last}")

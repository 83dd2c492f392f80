"""Finished runs, kept in a file line by line, so that none is done twice."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from daybreak.model.errors import UsageError
from daybreak.risking.outcome import Outcome, outcome_data, outcome_from


def kept(path: Path, key: str) -> dict[int, Outcome]:
    """Give the runs of a bet that a file keeps, by number; none where there is none.

    Lines of other bets, and one that was cut off, are passed over.

    Raises
    ------
    UsageError
        When the file cannot be read.
    """
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _refused(path, error) from None
    found = {}
    for line in lines:
        try:
            value = json.loads(line)
            if value["bet"] == key:
                outcome = outcome_from(value["outcome"])
                found[outcome.run] = outcome
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
    return found


def keep(path: Path, key: str, outcomes: Iterable[Outcome]) -> None:
    """Add runs of a bet to a file.

    Raises
    ------
    UsageError
        When it cannot be written.
    """
    lines = [json.dumps({"bet": key, "outcome": outcome_data(one)}) for one in outcomes]
    try:
        with path.open("ab+") as file:
            file.seek(0, 2)
            if file.tell():
                file.seek(-1, 2)
                torn = file.read(1) != b"\n"
                file.write(b"\n" if torn else b"")
            file.write("".join(f"{line}\n" for line in lines).encode())
    except OSError as error:
        raise _refused(path, error) from None


def _refused(path: Path, error: OSError) -> UsageError:
    reason = (error.strerror or str(error)).lower()
    return UsageError(f"{path}: {reason}\nMaybe keep the runs elsewhere: --keep FILE.")

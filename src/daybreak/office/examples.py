"""The example that ships with Daybreak: a short script and its production."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from daybreak.model.errors import UsageError
from daybreak.model.files import production_from_json, write_text
from daybreak.model.production import Production

NAME = "ten-minutes-dark"
SCRIPT = f"{NAME}.fountain"
PRODUCTION = f"{NAME}.json"


def example_script() -> str:
    """Give the script of the example, as Fountain text."""
    return _text(SCRIPT)


def example_production() -> Production:
    """Give the production of the example: its script, cast, dates and prices."""
    return production_from_json(_text(PRODUCTION), source=PRODUCTION)


def _text(name: str) -> str:
    return (resources.files("daybreak") / "examples" / name).read_text("utf-8")


def keep_example(folder: str, schedule: str) -> tuple[str, str, str]:
    """Write script, production and a schedule of the example into a folder.

    Parameters
    ----------
    folder
        Where; it is made where it is not there.
    schedule
        The schedule as JSON text.

    Returns
    -------
    tuple
        The three paths.

    Raises
    ------
    UsageError
        When the folder cannot be made or written to.
    """
    place = Path(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{folder}: {(error.strerror or str(error)).lower()}\n"
            "Maybe name another folder."
        ) from None
    paths = (place / SCRIPT, place / PRODUCTION, place / f"{NAME}-schedule.json")
    texts = (example_script(), _text(PRODUCTION), schedule)
    for path, text in zip(paths, texts, strict=True):
        write_text(text, path)
    return str(paths[0]), str(paths[1]), str(paths[2])

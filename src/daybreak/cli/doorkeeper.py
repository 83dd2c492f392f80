"""What every command has in common: errors in plain words, quiet broken pipes."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from daybreak.cli.speech import out_json, say, say_all, tame_streams
from daybreak.model.errors import (
    DaybreakError,
    DocumentError,
    SolverError,
    StoreError,
)

FINE, BROKEN, WRONG_USE, OWN_FAULT = 0, 1, 2, 3
FAULTS_SHOWN = 20


class Doorkeeper(TyperGroup):
    """The group of all commands; no traceback leaves it for a user's mistake."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; turn errors into words and an exit code."""
        tame_streams()
        wants_json = "--json" in _arguments(ctx)
        try:
            return super().invoke(ctx)
        except DaybreakError as error:
            _tell(error, wants_json)
            raise typer.Exit(
                OWN_FAULT if isinstance(error, SolverError | StoreError) else WRONG_USE
            ) from None
        except BrokenPipeError:
            _close_quietly()
            raise typer.Exit(FINE) from None
        except (MemoryError, RecursionError, Exception) as error:
            if _is_of_typer(error):
                raise
            _tell_unexpected(error, wants_json)
            raise typer.Exit(OWN_FAULT) from None


def _arguments(ctx: Any) -> Sequence[str]:
    return [*getattr(ctx, "_protected_args", ()), *ctx.args]


def _is_of_typer(error: BaseException) -> bool:
    """Tell whether Typer itself speaks: exits, aborts and usage errors."""
    return type(error).__module__.partition(".")[0] in ("typer", "click")


def _tell(error: DaybreakError, wants_json: bool) -> None:
    lines = str(error).splitlines() or ["unknown error"]
    for text in lines[:FAULTS_SHOWN]:
        say(f"daybreak: {text}")
    if len(lines) > FAULTS_SHOWN:
        say(f"daybreak: and {len(lines) - FAULTS_SHOWN} more")
    if wants_json:
        out_json({"ok": False, "errors": _as_data(error)})


def _as_data(error: DaybreakError) -> list[dict[str, str | int]]:
    if isinstance(error, DocumentError):
        return [
            {"path": one.path, "what": one.what, "todo": one.todo}
            | ({"line": error.lines[one.path]} if one.path in error.lines else {})
            for one in error.faults
        ]
    return [{"path": "", "what": str(error), "todo": ""}]


def _tell_unexpected(error: BaseException, wants_json: bool) -> None:
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    say(f"daybreak: unexpected {said}")
    if os.environ.get("DAYBREAK_DEBUG"):
        say_all("".join(traceback.format_exception(error)).splitlines())
    else:
        say("This is a fault of Daybreak. Set DAYBREAK_DEBUG=1 to see where it began.")
    if wants_json:
        errors = [{"path": "", "what": f"unexpected {said}", "todo": ""}]
        out_json({"ok": False, "errors": errors})


def _close_quietly() -> None:
    """Let what is still unwritten go nowhere: the reader has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())

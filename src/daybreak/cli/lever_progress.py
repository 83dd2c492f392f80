"""The progress of levers: a live line, and a line for each that was measured."""

from __future__ import annotations

import os
import sys
from threading import Lock
from typing import TYPE_CHECKING

from daybreak.cli.progress import LOADING, WIPE
from daybreak.cli.speech import say
from daybreak.reports.cells import clip
from daybreak.reports.lever_rows import VERDICTS
from daybreak.reports.phrases import count_of, show_money, with_dates

if TYPE_CHECKING:
    from daybreak.solving.levers.measuring import Step

PHASES = {
    "settle": "searching on without any change",
    "screen": "trying each lever once",
    "measure": "measuring the most promising",
}


class LeverProgress:
    """Shows on standard error how far levers are; replans tell from threads."""

    def __init__(self, currency: str, *, quiet: bool) -> None:
        self._currency, self._quiet = currency, quiet
        dumb = os.environ.get("TERM") == "dumb"
        self._live = sys.stderr.isatty() and not dumb and not quiet
        self._lock = Lock()
        self._phase = ""

    def __call__(self, step: Step) -> None:
        """Take note of a replan or a lever that is done."""
        if self._quiet:
            return
        with self._lock:
            if step.phase == "compile":
                self._draw(LOADING)
            elif step.value is not None:
                self._wipe()
                say(self._result(step))
            else:
                told = f"{PHASES[step.phase]}: {count_of(step.done, 'replan')}"
                self._draw(f"{told} of {step.of:,}", phase=step.phase)

    def _result(self, step: Step) -> str:
        value = step.value
        assert value is not None
        saved = show_money(round(value.saved.mean), self._currency)
        return (
            f"{step.done} of {step.of}  {saved:>12}  {VERDICTS[value.verdict]}: "
            f"{with_dates(value.lever.text)}"
        )

    def _draw(self, text: str, *, phase: str = "") -> None:
        """Show a line that is replaced; where nothing can be, one for each phase."""
        if self._live:
            columns = os.get_terminal_size(sys.stderr.fileno()).columns
            sys.stderr.write(WIPE + clip(text, max(20, columns - 1)))
            sys.stderr.flush()
        elif phase != self._phase or not phase:
            self._phase = phase
            say(PHASES.get(phase, text) + (" ..." if phase else ""))

    def _wipe(self) -> None:
        if self._live:
            sys.stderr.write(WIPE)
            sys.stderr.flush()

    def end(self) -> None:
        """Take the live line away."""
        self._wipe()

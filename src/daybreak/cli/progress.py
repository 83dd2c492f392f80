"""The progress of a search: a live line on a terminal, else a line a second."""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import TYPE_CHECKING

from daybreak.cli.speech import say
from daybreak.reports.cells import clip
from daybreak.reports.cost_table import gap_of, percent
from daybreak.reports.phrases import count_of, show_money

if TYPE_CHECKING:
    from daybreak.solving import Progress

LOADING = (
    "Loading the planner; the first time it is compiled for this machine, "
    "which no limit counts ..."
)
WIPE = "\r\x1b[2K"


class ProgressLine:
    """Shows a search on standard error.

    Parameters
    ----------
    currency
        Of the production.
    quiet
        Whether to show nothing.

    Attributes
    ----------
    lead
        What is planned at the moment, where there are several; before each line.
    """

    def __init__(self, currency: str, *, quiet: bool = False) -> None:
        self.lead = ""
        self._currency = currency
        self._quiet = quiet
        dumb = os.environ.get("TERM") == "dumb"
        self._live = sys.stderr.isatty() and not dumb and not quiet
        self._shown_at = float("-inf")
        self._best: tuple[int, int] | None = None
        self._loading = False

    def __call__(self, progress: Progress) -> None:
        """Take note of how the search stands."""
        if self._quiet:
            return
        if progress.phase == "compile":
            self._tell_loading()
            return
        now = monotonic()
        if self._live:
            if now - self._shown_at >= 0.1:
                self._shown_at = now
                self._draw(self.text(progress))
            return
        best = (progress.boneyard, progress.cost)
        is_better = self._best is None or best < self._best
        if is_better and now - self._shown_at >= 1:
            self._shown_at, self._best = now, best
            say(self.text(progress))

    def turn_to(self, lead: str) -> None:
        """Show the next of several searches, which begins anew."""
        if lead != self.lead:
            self.lead, self._best = lead, None
            self._shown_at = float("-inf")

    def _tell_loading(self) -> None:
        if not self._loading:
            self._loading = True
            if self._live:
                self._draw(LOADING)
            else:
                say(LOADING)

    def text(self, progress: Progress) -> str:
        """Give the line."""
        boneyard = "boneyard empty"
        if progress.boneyard:
            boneyard = f"{count_of(progress.boneyard, 'strip')} in the boneyard"
        lead = f"{self.lead}  " if self.lead else ""
        return (
            f"{lead}{progress.seconds:6.1f} s  "
            f"{show_money(progress.cost, self._currency)}  "
            f"{self._least(progress)}"
            f"{count_of(progress.days, 'day')}  "
            f"{boneyard}  "
            f"{progress.iterations:,} moves"
        )

    def _least(self, progress: Progress) -> str:
        """Give the proven least cost, in the words of the line."""
        if progress.bound is None:
            return ""
        gap = gap_of(progress.cost, progress.bound)
        least = show_money(progress.bound, self._currency)
        return f"proven least {least} (-{percent(gap or 0)})  "

    def end(self) -> None:
        """Take the live line away."""
        if self._live:
            sys.stderr.write(WIPE)
            sys.stderr.flush()

    def _draw(self, text: str) -> None:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns
        sys.stderr.write(WIPE + clip(text, max(20, columns - 1)))
        sys.stderr.flush()

"""Every error that Daybreak raises, drawn as one tree.

::

    DaybreakError                 anything a user can mend
    +-- DocumentError             a production or schedule that breaks its format
    +-- ImportProblem             a script that cannot be read at all
    +-- SolverError               the engine failed; the best so far is kept
    +-- UsageError                a wrong flag, a missing file, a wrong format
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class DaybreakError(Exception):
    """An error that says what is wrong and what to do about it."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """One thing wrong in a document.

    Parameters
    ----------
    path
        JSON path from the top of the document, ``people[3].deals[0].rate``;
        empty for the document itself.
    what
        What is wrong, with the value found.
    todo
        What to do about it.
    """

    path: str
    what: str
    todo: str

    def __str__(self) -> str:
        """Give ``path: what - todo``, the line a user reads."""
        where = f"{self.path}: " if self.path else ""
        return f"{where}{self.what} - {self.todo}"


class DocumentError(DaybreakError):
    """A document that breaks its format; carries all faults at once.

    Parameters
    ----------
    faults
        Every fault found, in document order.
    source
        The name of the file, where there is one.
    """

    def __init__(self, faults: Sequence[Fault], *, source: str = "") -> None:
        self.faults = tuple(faults)
        self.source = source
        super().__init__(self.faults, source)

    def __str__(self) -> str:
        """Give one line a fault, each led by the file where one is known."""
        lead = f"{self.source}: " if self.source else ""
        return "\n".join(f"{lead}{fault}" for fault in self.faults)


class ImportProblem(DaybreakError):
    """A script that cannot be read at all; nothing of it was taken in.

    The text has the form ``FILE:LINE: CODE what — what to do``.
    """


class SolverError(DaybreakError):
    """The engine stopped without an answer of its own."""


class UsageError(DaybreakError):
    """A call that cannot be carried out as it was given."""

"""Who is in: the launch code, and the sessions of those who came in."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from daybreak.office.access import Access, Admitted, Role

CODE_SECONDS = 60.0
CODE_BYTES = 32
IDLE_SECONDS = 24 * 3600.0
"""A session that nobody used so long is over."""
SESSIONS_MOST = 2000
ATTEMPTS_MOST, ATTEMPTS_SECONDS = 10, 60.0
ADDRESSES_MOST = 10_000
LAUNCH = "launch"


@dataclass(slots=True)
class Session:
    """Somebody who is in.

    Parameters
    ----------
    by
        How they came in: ``launch``, or what `Access` calls it.
    used
        When it was last used, in seconds of the doors' clock.
    """

    person: str
    role: Role
    by: str
    used: float


@dataclass(slots=True)
class Doors:
    """The launch code, the accounts, and the sessions that they opened.

    Parameters
    ----------
    access
        Accounts and links; None where only the launch code opens.
    clock
        Seconds that only go forward.
    now
        The time with its zone.
    """

    access: Access | None = None
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _codes: dict[str, tuple[float, str, Role]] = field(default_factory=dict)
    _sessions: dict[str, Session] = field(default_factory=dict)
    _attempts: dict[str, list[float]] = field(default_factory=dict)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    @property
    def has_accounts(self) -> bool:
        """Whether people may come in by name and password, or by a link."""
        return self.access is not None and not self.access.is_empty()

    # --- coming in ----------------------------------------------------------------

    def new_code(self, person: str, role: Role = "edit") -> str:
        """Give a code that opens one session, once, within a minute."""
        code = secrets.token_urlsafe(CODE_BYTES)
        self._codes[code] = (self.clock() + CODE_SECONDS, person, role)
        return code

    def enter(self, code: str) -> str | None:
        """Give the secret of a new session for a code; None where it opens nothing."""
        found = self._codes.pop(code, None)
        if found is None or found[0] < self.clock():
            return None
        return self.open(found[1], found[2])

    def login(self, name: str, password: str) -> str | None:
        """Give the secret of a new session for an account; None where it is wrong."""
        found = self.access.by_password(name, password) if self.access else None
        return self._admit(found)

    def invited(self, secret: str) -> Admitted | None:
        """Give whom a link invites; None where it ended, was revoked, or never was."""
        return self.access.by_link(secret, at=self.now()) if self.access else None

    def follow(self, secret: str) -> str | None:
        """Give the secret of a new session for a link."""
        return self._admit(self.invited(secret))

    def may_try(self, address: str) -> bool:
        """Note an attempt from an address; tell whether it is one too many."""
        now = self.clock()
        with self._turn:
            if len(self._attempts) > ADDRESSES_MOST:
                self._attempts = {
                    one: times
                    for one, times in self._attempts.items()
                    if times[-1] > now - ATTEMPTS_SECONDS
                }
            tried = self._attempts.get(address, [])
            tried = [one for one in tried if one > now - ATTEMPTS_SECONDS]
            is_fine = len(tried) < ATTEMPTS_MOST
            if is_fine:
                tried.append(now)
            self._attempts[address] = tried
        return is_fine

    def _admit(self, found: Admitted | None) -> str | None:
        return self.open(found.name, found.role, by=found.by) if found else None

    # --- being in -----------------------------------------------------------------

    def open(self, person: str, role: Role, *, by: str = LAUNCH) -> str:
        """Give the secret of a new session; the oldest make room."""
        secret = secrets.token_urlsafe(CODE_BYTES)
        with self._turn:
            while len(self._sessions) >= SESSIONS_MOST:
                self._sessions.pop(next(iter(self._sessions)))
            self._sessions[secret] = Session(person, role, by, self.clock())
        return secret

    def person(self, secret: str) -> tuple[str, Role] | None:
        """Give who a session belongs to, and their role now; None where it is over."""
        found = self._sessions.get(secret)
        if found is None:
            return None
        now = self.clock()
        role: Role | None = found.role
        if found.by != LAUNCH:
            role = (
                self.access.standing(found.by, at=self.now()) if self.access else None
            )
        if role is None or now - found.used > IDLE_SECONDS:
            self.close(secret)
            return None
        found.used = now
        return found.person, role

    def close(self, secret: str) -> None:
        """End a session."""
        self._sessions.pop(secret, None)

"""Who may open a shoot from elsewhere: accounts and links, beside its document.

They lie in a file of their own, ``SHOOT.access``, that only its owner may read; never
in the document, which people pass on. A password is kept as its scrypt hash, a link as
its SHA-256: neither can be told from the file.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import threading
import time
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal, get_args

from daybreak.model.errors import UsageError

Role = Literal["edit", "comment", "read"]
ROLES: tuple[Role, ...] = get_args(Role)
SUFFIX = ".access"
FORMAT = "daybreak/access"
PASSWORD_LEAST, PASSWORD_MOST = 10, 200
NAME_MOST = 60
DAYS_MOST = 366
LINK_BYTES = 32
# RFC 7914's cost, 32 MB a try: some 0.1 s, also for a name that is not there
_COST: dict[str, int] = {"n": 2**15, "r": 8, "p": 1, "maxmem": 2**26}
_AT_ONCE = threading.BoundedSemaphore(2)
_FRESH_SECONDS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person who may come in with a password.

    Parameters
    ----------
    salt, hash
        Of the password, as hexadecimal digits.
    """

    name: str
    role: Role
    salt: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address by which a person comes in without a password, for some days.

    Parameters
    ----------
    key
        Names the link to whoever takes it back; it opens nothing.
    hash
        SHA-256 of its secret.
    until
        When it ends, ISO with its zone.
    """

    key: str
    name: str
    role: Role
    hash: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """Somebody who was let in.

    Parameters
    ----------
    by
        ``account/NAME`` or ``link/KEY``: as long as that stands, they may stay.
    """

    name: str
    role: Role
    by: str


def file_beside(document: str | os.PathLike[str]) -> Path:
    """Give the file in which the accounts of a document lie."""
    return Path(document).with_suffix(SUFFIX)


class Access:
    """The accounts and links of a document, read anew when their file changes.

    Parameters
    ----------
    document
        The document; its file need not be open.

    Raises
    ------
    UsageError
        Here and in each method: when the file is damaged, or others may read it.
    """

    def __init__(self, document: str | os.PathLike[str]) -> None:
        self.path = file_beside(document)
        self._turn = threading.RLock()
        self._looked = 0.0
        self._mark: tuple[int, int, int] | None = None
        self._accounts: dict[str, Account] = {}
        self._links: dict[str, Link] = {}
        self._read()

    # --- who there is -------------------------------------------------------------

    def accounts(self) -> tuple[Account, ...]:
        """Give the accounts, in the order in which they came."""
        with self._turn:
            self._look()
            return tuple(self._accounts.values())

    def links(self) -> tuple[Link, ...]:
        """Give the links, also those that ended."""
        with self._turn:
            self._look()
            return tuple(self._links.values())

    def is_empty(self) -> bool:
        """Tell whether nobody may come in."""
        return not (self.accounts() or self.links())

    # --- who comes in -------------------------------------------------------------

    def by_password(self, name: str, password: str) -> Admitted | None:
        """Give who has this name and password; None where nobody has."""
        found = next((one for one in self.accounts() if one.name == name), None)
        salt = bytes.fromhex(found.salt) if found else b"nobody"
        with _AT_ONCE:
            given = _hashed(password[:PASSWORD_MOST], salt)
        if found is None or not hmac.compare_digest(given, found.hash):
            return None
        return Admitted(name=found.name, role=found.role, by=f"account/{found.name}")

    def by_link(self, secret: str, *, at: datetime) -> Admitted | None:
        """Give whose link a secret is; None where it is nobody's, or has ended."""
        given = _digest(secret)
        for one in self.links():
            if hmac.compare_digest(one.hash, given) and not _is_over(one, at):
                return Admitted(name=one.name, role=one.role, by=f"link/{one.key}")
        return None

    def standing(self, by: str, *, at: datetime) -> Role | None:
        """Give the role that somebody let in has by now; None where it was taken."""
        kind, _, name = by.partition("/")
        with self._turn:
            self._look()
            account, link = self._accounts.get(name), self._links.get(name)
        if kind == "account" and account is not None:
            return account.role
        if kind == "link" and link is not None and not _is_over(link, at):
            return link.role
        return None

    # --- changes ------------------------------------------------------------------

    def add(self, name: str, role: Role, password: str) -> None:
        """Add an account, or give one another password and role.

        Raises
        ------
        UsageError
            When the name or the password cannot be.
        """
        _refuse_name(name)
        if not PASSWORD_LEAST <= len(password) <= PASSWORD_MOST:
            raise UsageError(
                f"The password has {len(password)} letters.\n"
                f"Maybe choose one of {PASSWORD_LEAST} to {PASSWORD_MOST}, such as "
                "four words."
            )
        salt = secrets.token_bytes(16)
        with self._turn:
            self._read()
            self._accounts[name] = Account(
                name=name, role=role, salt=salt.hex(), hash=_hashed(password, salt)
            )
            self._write()

    def change(self, name: str, role: Role) -> None:
        """Give an account another role; it holds at once.

        Raises
        ------
        UsageError
            When there is none of that name.
        """
        with self._turn:
            found = self._account(name)
            self._accounts[name] = Account(**{**asdict(found), "role": role})
            self._write()

    def remove(self, name: str) -> None:
        """Remove an account and the links of that name; who is in is sent away.

        Raises
        ------
        UsageError
            When there is none of that name.
        """
        with self._turn:
            self._read()
            links = [one.key for one in self._links.values() if one.name == name]
            if not links:
                self._account(name)
            self._accounts.pop(name, None)
            for key in links:
                del self._links[key]
            self._write()

    def new_link(self, name: str, role: Role, *, days: int, at: datetime) -> str:
        """Give the secret of a new link; it is told this once.

        Parameters
        ----------
        days
            How long it lasts.

        Raises
        ------
        UsageError
            When the name or the days cannot be.
        """
        _refuse_name(name)
        if not 0 < days <= DAYS_MOST:
            raise UsageError(f"{days} days cannot be.\nMaybe choose 1 to {DAYS_MOST}.")
        secret = secrets.token_urlsafe(LINK_BYTES)
        link = Link(
            key=secrets.token_hex(4),
            name=name,
            role=role,
            hash=_digest(secret),
            until=(at + timedelta(days=days)).isoformat(),
        )
        with self._turn:
            self._read()
            self._links[link.key] = link
            self._write()
        return secret

    def revoke(self, key: str) -> None:
        """Take a link back; who is in by it is sent away.

        Raises
        ------
        UsageError
            When there is no such link.
        """
        with self._turn:
            self._read()
            if self._links.pop(key, None) is None:
                there = ", ".join(self._links) or "none"
                raise UsageError(f'There is no link "{key}".\nMaybe one of: {there}.')
            self._write()

    def _account(self, name: str) -> Account:
        self._read()
        if name not in self._accounts:
            there = ", ".join(self._accounts) or "nobody yet"
            raise UsageError(f'There is no account "{name}".\nMaybe one of: {there}.')
        return self._accounts[name]

    # --- the file -----------------------------------------------------------------

    def _look(self) -> None:
        """Read the file anew where it changed, asking once a second at most."""
        now = time.monotonic()
        if now - self._looked > _FRESH_SECONDS:
            self._looked = now
            if _mark_of(self.path) != self._mark:
                self._read()

    def _read(self) -> None:
        self._mark = _mark_of(self.path)
        if self._mark is None:
            self._accounts, self._links = {}, {}
            return
        if os.name == "posix" and self.path.stat().st_mode & 0o077:
            raise UsageError(
                f"{self.path}: others may read it - run: chmod 600 {self.path}"
            )
        try:
            data = json.loads(self.path.read_text("utf-8"))
            if data["format"] != FORMAT:
                raise ValueError(data["format"])
            accounts = [Account(**one) for one in data["accounts"]]
            links = [Link(**one) for one in data["links"]]
            _refuse_strange(accounts, links)
        except (OSError, ValueError, KeyError, TypeError):
            raise UsageError(
                f"{self.path}: is damaged - move it away, and add the people anew"
            ) from None
        self._accounts = {one.name: one for one in accounts}
        self._links = {one.key: one for one in links}

    def _write(self) -> None:
        data: dict[str, Any] = {
            "format": FORMAT,
            "version": 1,
            "accounts": [asdict(one) for one in self._accounts.values()],
            "links": [asdict(one) for one in self._links.values()],
        }
        beside = self.path.with_name(f".{self.path.name}.{secrets.token_hex(4)}")
        try:
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(json.dumps(data, indent=1) + "\n")
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, self.path)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UsageError(
                f"{self.path}: {reason} - check the folder and try again"
            ) from None
        finally:
            beside.unlink(missing_ok=True)
        self._mark = _mark_of(self.path)


def _mark_of(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _refuse_name(name: str) -> None:
    is_sound = name == name.strip() and name.isprintable()
    if not 0 < len(name) <= NAME_MOST or not is_sound:
        raise UsageError(
            f"{name[:NAME_MOST]!r} is no name.\n"
            f"Maybe use up to {NAME_MOST} letters, as it shall stand in the journal."
        )


def _refuse_strange(accounts: list[Account], links: list[Link]) -> None:
    named = [(one.name, one.role) for one in accounts]
    named += [(one.name, one.role) for one in links]
    for name, role in named:
        _refuse_name(name)
        if role not in ROLES:
            raise ValueError(role)
    for link in links:
        datetime.fromisoformat(link.until)
    for account in accounts:
        bytes.fromhex(account.salt)


def _is_over(link: Link, at: datetime) -> bool:
    return datetime.fromisoformat(link.until) <= at


def _hashed(password: str, salt: bytes) -> str:
    return hashlib.scrypt(password.encode("utf-8"), salt=salt, **_COST).hex()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()

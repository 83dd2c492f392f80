"""Documents as files: one SQLite file a production, opened by one writer at a time."""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
import secrets
import sqlite3
import stat
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from daybreak.model.errors import DaybreakError, DocumentError, Fault, StoreError
from daybreak.model.errors import UsageError as Refused
from daybreak.store import chain, locks, schema
from daybreak.store.chain import Link
from daybreak.store.entry import Entry
from daybreak.store.journal import StoredJournal
from daybreak.store.snapshots import Memory
from daybreak.store.state import State

SUFFIX = ".daybreak"
FULL, FAILED, BUSY, LOCKED, READ_ONLY = 13, 10, 5, 6, 8
STRANGE = 26  # SQLite's NOTADB
DAMAGED = (11, STRANGE)  # CORRUPT is the other
MAGIC = b"SQLite format 3\0"  # with which every document begins


def is_document(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path names a document rather than JSON."""
    return os.fspath(path).endswith(SUFFIX)


class Document:
    """An open document.

    Parameters
    ----------
    path
        The file, in its real folder.
    connection
        Set as `schema.prepare` does; None of its rows were read yet.
    lock
        Held by us; None where the document is read only.
    held_by
        Why it is read only: who holds it, or what hinders writing.
    """

    def __init__(
        self,
        path: Path,
        connection: Speaking,
        *,
        lock: locks.Lock | None,
        held_by: str = "",
    ) -> None:
        self.path = path
        self.connection = connection
        self.held_by = held_by
        self.journal = StoredJournal(connection)
        self._lock = lock
        self._turn = threading.RLock()  # one connection: one thread at a time
        self._memory = Memory(self.journal, connection)

    def __enter__(self) -> Document:
        """Give the document itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the document."""
        self.close()

    @property
    def is_read_only(self) -> bool:
        """Whether somebody else holds it, or it cannot be written."""
        return self._lock is None

    @property
    def about(self) -> dict[str, str]:
        """What is said of the document once: its format, its id, its beginning."""
        return about(self.connection)

    def entries(self) -> Sequence[Entry]:
        """Give every entry by rising number."""
        with self._turn:
            return self.journal.entries()

    def append(
        self,
        entries: Iterable[Entry],
        *,
        files: Iterable[bytes] = (),
        after: int | None = None,
    ) -> tuple[Entry, ...]:
        """Append entries in one step, or none of them; give them with their numbers.

        Raises
        ------
        UsageError
            When the document is held by somebody else, or grew past ``after``.
        StoreError
            When the disk took no more, or failed; nothing was changed.
        """
        if self.is_read_only:
            raise Refused(
                f"{self.path.name}: is read only, {self.held_by} - "
                "nothing was changed; try again when it is free"
            )
        with self._turn:
            made = self.journal.append(entries, files=files, after=after)
            self._memory.keep_up()
        return made

    @contextlib.contextmanager
    def steady(self) -> Iterator[None]:
        """See one state of the document throughout, whatever others write."""
        with self._turn:
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("ROLLBACK")

    def state(self) -> State:
        """Give all that was claimed, ready to be asked what stood on a day.

        It is shared, and not to be changed.
        """
        with self._turn:
            return self._memory.state()

    def own_state(self) -> State:
        """Give all that was claimed, as a copy that may be changed."""
        with self._turn:
            return self._memory.own_state()

    def say_where(self, words: str) -> None:
        """Let those who are refused know where it is open, such as in a browser."""
        if self._lock is not None:
            self._lock.say_where(words)

    def close(self) -> None:
        """Close the file, and give it free."""
        self.connection.close()
        if self._lock is not None:
            _tidy(Path(f"{self.path}-journal"))
            self._lock.release()
            self._lock = None


def open_document(
    path: str | os.PathLike[str],
    *,
    by: str = "",
    write: bool = True,
    wait: float = locks.WAIT,
) -> Document:
    """Open a document, to write where nobody else does, else to read only.

    Parameters
    ----------
    by
        Who opens it; else the name of the user.
    write
        Whether to write.
    wait
        Seconds to wait for another writer to end.

    Raises
    ------
    UsageError
        When there is no such document, it is a link, or of a newer Daybreak.
    DocumentError
        When it is damaged.
    """
    real = _real(path)
    lock, held_by = _lock(real, by, wait) if write else (None, "opened to read")
    try:
        connection = Speaking(real, read_only=lock is None)
        try:
            schema.guard(connection)
            schema.refuse_strangers(connection, real.name)
            schema.prepare(connection, read_only=lock is None)
            _refuse_torn(connection, real.name)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return Document(real, connection, lock=lock, held_by=held_by)


def new_document(
    path: str | os.PathLike[str],
    about: dict[str, str],
    fill: Callable[[StoredJournal], object],
) -> None:
    """Make a document, whole or not at all.

    Parameters
    ----------
    about
        What is said of it once.
    fill
        Puts the first entries into its journal.

    Raises
    ------
    UsageError
        When there is such a file already, or it cannot be made there.
    StoreError
        When the disk is full or fails.
    """
    target = Path(path)
    if os.path.lexists(target):
        raise Refused(f"{target}: is there already - name another file")
    if not target.parent.is_dir():
        raise Refused(f"{target}: there is no such folder - make it first")
    beside = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.new")
    try:
        _made(beside, about, fill)
        put_in_place(beside, target)
    finally:
        for left in (beside, Path(f"{beside}-journal")):
            left.unlink(missing_ok=True)


def new_about(begun: str) -> dict[str, str]:
    """Give what is said once of a new document; its id is random and never reused.

    Parameters
    ----------
    begun
        When it is begun, as text.
    """
    return {
        "format": "daybreak/document",
        "version": str(schema.VERSION),
        "id": secrets.token_hex(8),
        "begun": begun,
    }


def about(connection: schema.Connection) -> dict[str, str]:
    """Give what is said of a document once."""
    rows = connection.execute("SELECT key, value FROM about ORDER BY key").fetchall()
    return {str(key): str(value) for key, value in rows}


def refusal(name: str, error: sqlite3.Error) -> DaybreakError:
    """Give an error of SQLite in words that say what became of the document."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == FULL:
        return StoreError(
            f"{name}: disk full, nothing was changed - make room and try again"
        )
    if code in DAMAGED:
        return _damaged(name)
    if code in (BUSY, LOCKED):
        return Refused(f"{name}: another program is writing - try again")
    if code == READ_ONLY:
        return Refused(f"{name}: cannot be written - check its permissions")
    return StoreError(f"{name}: {error}, nothing was changed - open it again")


def _damaged(name: str) -> DocumentError:
    what = Fault(path="", what="is damaged", todo="open a backup of it")
    return DocumentError([what], source=name)


class Rows(NamedTuple):
    """What a statement gave, read to its end."""

    rows: list[Any]

    def fetchall(self) -> list[Any]:
        """Give every row."""
        return self.rows

    def fetchone(self) -> Any:
        """Give the first row, or None."""
        return self.rows[0] if self.rows else None


class Speaking:
    """A connection whose errors say what became of the document."""

    def __init__(self, path: Path, *, read_only: bool = False, new: bool = False):
        self._name = path.name
        self._path = path
        self._failed = False
        mode = "rwc" if new else "rw"
        if read_only and not os.access(path, os.W_OK):
            mode = "ro"  # else a crash before us can be mended while we read
        try:
            self._inner = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
        except sqlite3.Error as error:
            raise refusal(self._name, error) from None

    def copy_to(self, other: Speaking) -> None:
        """Copy everything as it is this moment, in one step.

        Raises
        ------
        StoreError
            When the other disk is full or fails.
        """
        try:
            self._inner.backup(other._inner, pages=-1)  # in parts it would start anew
        except sqlite3.Error as error:
            raise refusal(self._name, error) from None

    def execute(self, sql: str, parameters: Sequence[Any] = (), /) -> Rows:
        """Run a statement to its end.

        Raises
        ------
        StoreError, UsageError, DocumentError
            As the disk, another program or the file has it.
        """
        if self._failed:
            raise StoreError(
                f"{self._name}: the disk failed before - close it and open it again"
            )
        try:
            return self._run(sql, parameters)
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code == FAILED:
                self._failed = True
                self._inner.close()
            if code == STRANGE and not self._begins_as_one():
                raise Refused(
                    f"{self._name}: is no Daybreak document - open a backup if it was "
                    "one, else make one with daybreak new"
                ) from None
            raise refusal(self._name, error) from None
        except UnicodeDecodeError:  # SQLite's own message names what is damaged
            raise _damaged(self._name) from None
        except UnicodeEncodeError:
            raise Refused("A text holds half a character - write it anew") from None

    def _begins_as_one(self) -> bool:
        """Tell whether the file begins as a database does; only asked of a bad one.

        Of a good one it would free the locks that SQLite holds on it.
        """
        with self._path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC

    def _run(self, sql: str, parameters: Sequence[Any]) -> Rows:
        try:
            return Rows(self._inner.execute(sql, parameters).fetchall())
        except (UnicodeDecodeError, sqlite3.OperationalError) as error:
            if not _is_no_text(error):
                raise
        self._inner.text_factory = damaged_text  # so that its place can be named
        return Rows(self._inner.execute(sql, parameters).fetchall())

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()


def _is_no_text(error: Exception) -> bool:
    """Tell whether a text of the document is no UTF-8."""
    is_told = str(error).startswith("Could not decode to UTF-8")
    return is_told or isinstance(error, UnicodeDecodeError)


def damaged_text(content: bytes) -> str:
    """Give a text that is no UTF-8, each wrong byte as half a character."""
    return content.decode("utf-8", "surrogateescape")


def _real(path: str | os.PathLike[str]) -> Path:
    """Give the one path of a document; refuse links, by which two could write."""
    given = Path(path)
    try:
        found = os.lstat(given)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Refused(f"{given}: {reason} - check the name and try again") from None
    if stat.S_ISLNK(found.st_mode):
        raise Refused(
            f"{given}: is a link - open the document itself, {os.readlink(given)}"
        )
    if not stat.S_ISREG(found.st_mode):
        raise Refused(f"{given}: is no file - name a {SUFFIX} file")
    if found.st_nlink > 1:
        raise Refused(
            f"{given}: has {found.st_nlink} names on this disk, and two people could "
            "write past each other - make a copy with another tool and open that"
        )
    return given.parent.resolve() / given.name


def _lock(path: Path, by: str, wait: float) -> tuple[locks.Lock | None, str]:
    if not os.access(path, os.W_OK):
        return None, "its file may not be written"
    try:
        found = locks.take(path, holder=_holder(by), wait=wait)
    except OSError:
        return None, "its folder may not be written"
    if isinstance(found, str):
        return None, f"{found} has it open"
    return found, ""


def _holder(by: str) -> str:
    name = by
    if not name:
        try:
            name = getpass.getuser()
        except (KeyError, OSError):
            name = "somebody"
    return f"{name} on {platform.node()} (process {os.getpid()})"


def _tidy(left: Path) -> None:
    """Take away the empty file that SQLite leaves beside; only its writer may."""
    with contextlib.suppress(OSError):
        if left.stat().st_size == 0:
            left.unlink()


def _refuse_torn(connection: Speaking, name: str) -> None:
    """Refuse a document whose last entry is not the one that its head names."""
    connection.execute("BEGIN")  # else a writer could come between the two
    head = StoredJournal(connection).head()
    sql = "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1"
    last = connection.execute(sql).fetchone()
    connection.execute("ROLLBACK")
    root = chain.root_of(about(connection))
    found = Link(seq=last[0], line="", hash=last[1]) if last else None
    if (found or Link(seq=0, line="", hash=root)) != head:
        what = Fault(
            path=f"entry {head.seq}",
            what="is not the last one",
            todo="run daybreak verify, and open a backup",
        )
        raise DocumentError([what], source=name)


def _made(
    path: Path, told: dict[str, str], fill: Callable[[StoredJournal], object]
) -> None:
    connection = Speaking(path, new=True)
    try:
        schema.guard(connection)
        schema.prepare(connection)
        schema.create(connection, told, chain.root_of(told))
        fill(StoredJournal(connection))
    finally:
        connection.close()


def put_in_place(beside: Path, target: Path) -> None:
    """Give a finished file its name, never that of another file."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise Refused(f"{target}: is there already - name another file") from None
    except OSError:  # a disk without links
        os.rename(beside, target)
    beside.unlink(missing_ok=True)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

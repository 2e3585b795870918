"""The ledger's SQLite file: owned by one process, durable, checked, set aside where damaged. Knows no ticket."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from kiosk.ticketing.errors import LedgerDamaged, LedgerInUse, LedgerUnwritable
from kiosk.ticketing.mark import sync_folder
from kiosk.ticketing.schema import APPLICATION_ID

BUSY_SECONDS = 5.0
"""How long a statement waits for another connection of this process."""
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
COMPANIONS = ("-wal", "-shm")
"""Files that belong to an SQLite file in WAL mode."""


class Ownership:
    """An exclusive lock on a file; the kernel lets go of it when the process dies."""

    def __init__(self, path: Path) -> None:
        """:raises LedgerInUse: another process has it.

        :raises LedgerUnwritable: the file cannot be made.
        """
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as fault:
            raise LedgerUnwritable(f"{path} cannot be opened: {fault.strerror}. Check disk and rights.") from fault
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            owner = os.pread(self._handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
            os.close(self._handle)
            raise LedgerInUse(
                f"Another process (id {owner}) already gives out numbers from {path.parent}. Stop it first."
            ) from fault
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Let go; may be called twice."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def connect(path: Path) -> sqlite3.Connection:
    """Open for reading and writing: WAL, every commit synced to disk before it returns, foreign keys on.

    May be used from several threads if the caller lets in one at a time.
    """
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def damage(connection: sqlite3.Connection) -> str:
    """What is wrong with the file, or "" where nothing is: pages, indexes, references, and whether it is a ledger."""
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if not empty and mark != APPLICATION_ID:
        return "it is not a ledger of waiting numbers"
    found = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    if found != ["ok"]:
        return "; ".join(found)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        return "rows refer to rows that are not there"
    return ""


def is_damage(fault: sqlite3.Error) -> bool:
    """Whether the file itself is broken, rather than busy, full or forbidden."""
    code = getattr(fault, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _DAMAGE


@contextmanager
def in_clear_words(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk raise into a `LedgerError`."""
    try:
        yield
    except sqlite3.DatabaseError as fault:
        if is_damage(fault):
            raise LedgerDamaged(f"{path} is damaged ({fault}). Start again: it is set aside, numbers go on.") from fault
        if isinstance(fault, sqlite3.OperationalError):
            raise LedgerUnwritable(f"{path} cannot be used ({fault}). Check that the disk has room.") from fault
        raise
    except OSError as fault:
        raise LedgerUnwritable(f"{path} cannot be written ({fault.strerror}). Check that the disk has room.") from fault


def set_aside(path: Path, now: datetime) -> Path:
    """Rename the damaged file with its companions, keep it, and say where it is."""
    stem = f"{path.stem}-damaged-{now:%Y%m%d-%H%M%S}"
    aside = path.with_name(f"{stem}{path.suffix}")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{stem}-{count}{path.suffix}")
    for companion in (*COMPANIONS, ""):
        old = Path(f"{path}{companion}")
        if old.exists():
            old.rename(f"{aside}{companion}")
    sync_folder(path.parent)
    return aside

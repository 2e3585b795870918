"""The SQLite file of the pickups: owned by one connection, durable, append-only. Knows no pickup.

`locking_mode = EXCLUSIVE` keeps the file locked while it is open, and needs no shared memory: on a full disk the mapped
`-shm` file of an ordinary WAL database can kill the process (SIGBUS).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.pickup.errors import Contradiction, LedgerDamaged, LedgerInUse, LedgerTooNew, LedgerUnwritable

APPLICATION_ID = 0x4C4F5050
""""LOPP", so that `file` and we know the file as ours."""
VERSION = 1
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_TABLES = (
    """CREATE TABLE entry (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        record TEXT NOT NULL,
        hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT""",
    """CREATE TRIGGER entries_stay BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'entries cannot be removed'); END""",
    """CREATE TRIGGER entries_stand BEFORE UPDATE ON entry
        BEGIN SELECT RAISE(ABORT, 'entries cannot be changed'); END""",
    """CREATE TABLE secret (
        pickup TEXT PRIMARY KEY,
        code_tag BLOB NOT NULL,
        factors BLOB NOT NULL,
        seal BLOB NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE UNIQUE INDEX one_pickup_a_code ON secret (code_tag) WHERE length(code_tag) > 0",
)


def connect(path: Path) -> sqlite3.Connection:
    """Open and own: WAL, every commit on disk before it returns, what is deleted is overwritten.

    May be used from several threads if the caller lets in one at a time.
    """
    connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether the file holds nothing at all."""
    count: int = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return count == 0


def make_tables(connection: sqlite3.Connection) -> None:
    """In the transaction that is open."""
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def check_file(connection: sqlite3.Connection) -> None:
    """Pages, indexes, and whether it is ours.

    :raises LedgerDamaged: it is not.
    :raises LedgerTooNew: a later version wrote it.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise LedgerDamaged("The file is not a ledger of pickups.")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise LedgerTooNew(f"The ledger of pickups has version {version}, this software knows {VERSION}. Update it.")
    found = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    if found != ["ok"]:
        raise LedgerDamaged(f"The file of the ledger is damaged: {'; '.join(found)}.")


@contextmanager
def in_clear_words(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk raise into a `LedgerError`."""
    try:
        yield
    except sqlite3.IntegrityError as fault:
        raise Contradiction(f"The ledger of pickups refuses that: {fault}.") from fault
    except sqlite3.DatabaseError as fault:
        code = (getattr(fault, "sqlite_errorcode", None) or 0) & 0xFF
        if code in _DAMAGE:
            raise LedgerDamaged(f"{path} is damaged ({fault}). Nothing is handed out until a person looked.") from fault
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LedgerInUse(f"Another process has {path}. Stop it first.") from fault
        if isinstance(fault, sqlite3.OperationalError):
            raise LedgerUnwritable(f"{path} cannot be used ({fault}). Check that the disk has room.") from fault
        raise
    except OSError as fault:
        raise LedgerUnwritable(f"{path} cannot be written ({fault.strerror}). Check that the disk has room.") from fault

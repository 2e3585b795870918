"""Checks a ledger of pickups from outside, while its terminal may be running: on a copy, which is thrown away.

Only for another process than the terminal's: a process that closes a file gives up its own locks on it (fcntl(2)).
"""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from kiosk.pickup.chain import HEAD_FILE, read_head
from kiosk.pickup.database import in_clear_words
from kiosk.pickup.errors import LedgerDamaged, LedgerError, LedgerInUse
from kiosk.pickup.reading import FILE, check, check_not_lost
from kiosk.pickup.records import Entry

TRIES = 50
"""Of copying while nobody writes; a commit takes a few milliseconds."""


class Audit(Struct, frozen=True, kw_only=True):
    """What a ledger says, and whether it is as it was written."""

    entries: tuple[Entry, ...]
    """All, or those before the row at which it breaks."""
    fault: str = ""
    """What is wrong; "" = nothing."""
    row: int | None = None
    """The first entry that was changed or is missing; None: it is not one entry that is wrong."""


def audit(folder: Path, key: bytes) -> Audit:
    """:param key: of the chain.

    :raises LedgerError: there is no ledger, or it cannot be copied.
    """
    path = folder / FILE
    if not path.exists() and not (folder / HEAD_FILE).exists():
        raise LedgerError(f"{path} does not exist: no pickup terminal ran here. Give the folder with --state.")
    entries: list[Entry] = []
    try:
        with in_clear_words(path):
            head = read_head(folder / HEAD_FILE, key)  # before the ledger, which goes on meanwhile
            check_not_lost(path, head)
            with (
                tempfile.TemporaryDirectory() as copies,
                closing(sqlite3.connect(_copied(path, Path(copies)))) as connection,
            ):
                check(connection, key, head, entries.append)
    except LedgerDamaged as fault:
        return Audit(entries=tuple(entries), fault=str(fault), row=fault.row)
    return Audit(entries=tuple(entries))


def _copied(path: Path, folder: Path) -> Path:
    """The file with its write-ahead log, as they were at one moment.

    :raises LedgerDamaged: it is not there.
    :raises LedgerInUse: it is written to without a pause.
    """
    log = Path(f"{path}-wal")
    for _ in range(TRIES):
        before = _stamps(path, log)
        if before[0] is None:
            raise LedgerDamaged(f"{FILE} is missing.", 1)
        for one, stamp in zip((path, log), before, strict=True):
            if stamp is not None:
                shutil.copyfile(one, folder / one.name)
            else:
                (folder / one.name).unlink(missing_ok=True)
        if _stamps(path, log) == before:
            return folder / path.name
    raise LedgerInUse(f"{path} is written to all the time. Stop the terminal, and try again.")


def _stamps(*paths: Path) -> tuple[tuple[int, int] | None, ...]:
    found: list[tuple[int, int] | None] = []
    for path in paths:
        try:
            known = path.stat()
            found.append((known.st_mtime_ns, known.st_size))
        except FileNotFoundError:
            found.append(None)
    return tuple(found)

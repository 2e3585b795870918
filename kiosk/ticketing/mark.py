"""The high-water mark: a small file beside the ledger with the highest numbers given, for the day the ledger is lost.

It is written (to a new file, synced, renamed, folder synced) before a number's transaction commits, so it is never
below any number that a visitor may hold, whatever becomes of the ledger. It is read at every start: where a disk lied
about having written the ledger, the numbers go on above the mark as well.
"""

import os
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

EVERY_PREFIX = "*"


class Mark(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The highest number that may have been given, per prefix, on the working day `working_day`."""

    working_day: int
    """Row id in the ledger; grows with every working day, also over a lost ledger."""
    date: date
    highest: dict[str, int]
    """`EVERY_PREFIX` holds for all prefixes."""

    def floor(self, prefix: str) -> int:
        """No number of `prefix` up to this one may be given again; 0: none was given."""
        return max(self.highest.get(prefix, 0), self.highest.get(EVERY_PREFIX, 0))

    def raised(self, prefix: str, number: int) -> "Mark":
        """The mark after `number` was given."""
        highest = {**self.highest, prefix: max(number, self.highest.get(prefix, 0))}
        return msgspec.structs.replace(self, highest=highest)


class MarkUnreadable(Exception):
    """The file is there, but says nothing."""


def read_mark(path: Path) -> Mark | None:
    """:returns: None where there is no such file.

    :raises MarkUnreadable: it is damaged.
    """
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise MarkUnreadable(str(fault)) from fault
    try:
        return msgspec.json.decode(written, type=Mark)
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        raise MarkUnreadable(str(fault)) from fault


def write_mark(path: Path, mark: Mark) -> None:
    """Replace the file; on disk when this returns.

    :raises OSError: the disk is full or read-only; the old file stands.
    """
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(msgspec.json.encode(mark))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put renamed and new names of a folder on disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

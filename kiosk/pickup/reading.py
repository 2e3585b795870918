"""Reading the rows of the ledger, each checked against the chain while it is read. Changes nothing."""

import hmac
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

import msgspec
from msgspec import Struct

from kiosk.pickup.chain import HEAD_FILE, START, Head, link, seal_of_secret
from kiosk.pickup.database import check_file, is_empty
from kiosk.pickup.errors import Contradiction, LedgerDamaged
from kiosk.pickup.folding import derive
from kiosk.pickup.model import ENDED
from kiosk.pickup.records import Entry, Record
from kiosk.pickup.secrets import Secret
from kiosk.pickup.state import State

FILE = "pickups.sqlite3"
_DECODER = msgspec.json.Decoder(Record)
Row = tuple[int, str, str]
"""Number, moment, record; its hash comes from the chain."""
ALL = "SELECT seq, at, record, hash FROM entry ORDER BY seq"


class Checked(Struct, frozen=True, kw_only=True):
    """A ledger in which nothing was changed."""

    state: State
    last: bytes
    """Hash of the last entry."""
    secrets: Mapping[str, Secret]
    beyond_head: int
    """Entries that the head does not know."""


def check_not_lost(path: Path, head: Head | None) -> None:
    """:raises LedgerDamaged: the head knows of entries, and there is no file."""
    if head is not None and head.seq and not path.exists():
        raise LedgerDamaged(f"{path.name} with {head.seq} entries is missing.", 1)


def unheard(_: Entry) -> None:
    """What hears the entries in service: nothing."""


def check(
    connection: sqlite3.Connection, key: bytes, head: Head | None, heard: Callable[[Entry], None] = unheard
) -> Checked:
    """Every page, every row, every proof.

    :param heard: gets each entry that is in order, up to the first that is not.

    :raises LedgerDamaged: the first thing that is not as it was written.
    """
    if is_empty(connection) and head is not None and head.seq:
        raise LedgerDamaged(f"{FILE} is empty; it had {head.seq} entries.", 1)
    check_file(connection)
    if head is None:
        raise LedgerDamaged(f"{HEAD_FILE} is missing: nobody knows whether entries were cut off.")
    walk = _Walk(connection, key, head)
    state = derive(_telling(walk.entries(), heard))
    return Checked(
        state=state,
        last=walk.last,
        secrets=MappingProxyType(_secrets(connection, key, state)),
        beyond_head=walk.seq - head.seq,
    )


def _telling(entries: Iterator[Entry], heard: Callable[[Entry], None]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        heard(entry)


class _Walk:
    """Through all entries, once; afterwards `seq` and `last` say where the chain ends."""

    def __init__(self, connection: sqlite3.Connection, key: bytes, head: Head) -> None:
        self._connection, self._key, self._head = connection, key, head
        self.seq, self.last = 0, START

    def entries(self) -> Iterator[Entry]:
        """:raises LedgerDamaged: at the first row that is not as it was written, or missing."""
        for seq, at, record, kept in self._connection.execute(ALL):
            if seq != self.seq + 1:
                raise LedgerDamaged(f"Entry {self.seq + 1} of the ledger is missing.", self.seq + 1)
            self.last = link(self._key, self.last, seq, at, record)
            if not hmac.compare_digest(self.last, kept):
                raise LedgerDamaged(f"Entry {seq} of the ledger is not as it was written.", seq)
            if self._head.seq == seq and self._head.hash != self.last.hex():
                raise LedgerDamaged(f"Entry {seq} is another one than the ledger's head names.", seq)
            self.seq = seq
            yield entry_of(seq, at, record)
        if self._head.seq > self.seq:
            raise LedgerDamaged(f"Entries {self.seq + 1} to {self._head.seq} of the ledger are missing.", self.seq + 1)


def row_of(entry: Entry) -> Row:
    """As it is kept.

    :raises Contradiction: it could not be read again.
    """
    row = entry.seq, entry.at.isoformat(), msgspec.json.encode(entry.record).decode()
    try:
        same = entry_of(*row) == entry
    except LedgerDamaged as fault:
        raise Contradiction(str(fault)) from fault
    if not same or entry.at.tzinfo is None:
        raise Contradiction("a record would be read differently from how it was written")
    return row


def entry_of(seq: int, at: str, record: str) -> Entry:
    """:raises LedgerDamaged: a record this software does not know."""
    try:
        return Entry(seq=seq, at=datetime.fromisoformat(at), record=_DECODER.decode(record))
    except (msgspec.MsgspecError, ValueError) as fault:
        raise LedgerDamaged(f"Entry {seq} of the ledger cannot be understood: {fault}.", seq) from fault


def _secrets(connection: sqlite3.Connection, key: bytes, state: State) -> dict[str, Secret]:
    found = {}
    for pickup, code_tag, factors, seal in connection.execute("SELECT pickup, code_tag, factors, seal FROM secret"):
        known = state.pickups.get(pickup)
        sealed = hmac.compare_digest(seal, seal_of_secret(key, pickup, code_tag, factors))
        if not sealed or known is None or known.state in ENDED:
            raise LedgerDamaged("What proves a holder was changed or put in.")
        found[pickup] = Secret(code_tag=code_tag, factors=msgspec.msgpack.decode(factors, type=tuple[bytes, ...]))
    return found

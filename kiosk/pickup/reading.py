"""Reading the rows of the ledger, each checked against the chain while it is read. Changes nothing."""

import hmac
import sqlite3
from collections.abc import Iterator
from datetime import datetime

import msgspec

from kiosk.pickup.chain import START, Head, link, seal_of_secret
from kiosk.pickup.errors import Contradiction, LedgerDamaged
from kiosk.pickup.records import Entry, Record
from kiosk.pickup.secrets import Secret

_DECODER = msgspec.json.Decoder(Record)
Row = tuple[int, str, str]
"""Number, moment, record; its hash comes from the chain."""
ALL = "SELECT seq, at, record, hash FROM entry ORDER BY seq"


class Reading:
    """Walks through all entries once; afterwards `seq` and `last` say where the chain ends."""

    def __init__(self, connection: sqlite3.Connection, key: bytes) -> None:
        self._connection, self._key = connection, key
        self.seq, self.last = 0, START

    def entries(self, head: Head | None) -> Iterator[Entry]:
        """In order.

        :param head: as far as it says there must be entries; None: as far as there are.

        :raises LedgerDamaged: at the first row that is not as it was written, or missing.
        """
        if head is not None and head.seq == 0:
            head = None
        for seq, at, record, kept in self._connection.execute(ALL):
            if seq != self.seq + 1:
                raise LedgerDamaged(f"Entry {self.seq + 1} of the ledger is missing.", self.seq + 1)
            self.last = link(self._key, self.last, seq, at, record)
            if not hmac.compare_digest(self.last, kept):
                raise LedgerDamaged(f"Entry {seq} of the ledger is not as it was written.", seq)
            if head is not None and head.seq == seq and head.hash != self.last.hex():
                raise LedgerDamaged(f"Entry {seq} is another one than the ledger's head names.", seq)
            self.seq = seq
            yield entry_of(seq, at, record)
        if head is not None and head.seq > self.seq:
            raise LedgerDamaged(f"Entries {self.seq + 1} to {head.seq} of the ledger are missing.", self.seq + 1)


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


def read_secrets(connection: sqlite3.Connection, key: bytes) -> dict[str, Secret]:
    """By booking number.

    :raises LedgerDamaged: one is not as it was written.
    """
    found = {}
    for pickup, code_tag, factors, seal in connection.execute("SELECT pickup, code_tag, factors, seal FROM secret"):
        if not hmac.compare_digest(seal, seal_of_secret(key, pickup, code_tag, factors)):
            raise LedgerDamaged("What proves a holder was changed or put in.")
        found[pickup] = Secret(code_tag=code_tag, factors=msgspec.msgpack.decode(factors, type=tuple[bytes, ...]))
    return found

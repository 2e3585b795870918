"""The ledger of pickups: one SQLite file to which is only added, and what is known from it.

It is not responsible for what may be done (`custody`), nor for what an entry means (`folding`).

In its folder: `pickups.sqlite3` (WAL, every commit synced, locked while open) with the entries, the secrets (wiped at
pickup or expiry) and the outbox to the city, and `pickups.head` (`chain`). Opening checks every row. Where something
was changed, removed or put in, it stays shut and says why: an empty ledger in its place would forget who may open what.

Threads: any; one at a time gets in. `state` never waits.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import msgspec
from msgspec import Struct

from content.sync import outbox
from content.sync.messages import Outgoing
from hardware.host.clock import Clock
from kiosk.pickup.chain import HEAD_FILE, START, Head, link, read_head, seal_of_secret, write_head
from kiosk.pickup.database import connect, in_clear_words, is_empty, make_tables
from kiosk.pickup.errors import Contradiction, LedgerError
from kiosk.pickup.folding import apply
from kiosk.pickup.model import ENDED
from kiosk.pickup.reading import FILE, Row, check, check_not_lost, entry_of, row_of
from kiosk.pickup.records import Entry, Record
from kiosk.pickup.secrets import Secret, same
from kiosk.pickup.state import State
from kiosk.pickup.steps import OnStep, Step, unwatched


class OpeningReport(Struct, frozen=True, kw_only=True):
    """What was found when the ledger was opened."""

    entries: int
    """How many; all of them were checked."""
    fresh: bool
    """There was none before."""
    beyond_head: int
    """Entries that the head did not know: of the commit during which the power went."""

    def __str__(self) -> str:
        if self.fresh:
            return "A new ledger of pickups was begun."
        return f"The ledger of pickups is in order: {self.entries} entries."


class PickupLedger:
    """Owns the file from construction to `close`."""

    def __init__(self, folder: Path, clock: Clock, *, key: bytes, step: OnStep = unwatched) -> None:
        """:param folder: made where it does not exist.

        :param key: of the chain (`DeviceKeys.chain`).

        :raises LedgerDamaged: something was changed, removed or put in; `row` says which entry, where it is one.
        :raises LedgerError: in use by another process, unwritable, or written by a later version.
        """
        self._path, self._head_path = folder / FILE, folder / HEAD_FILE
        self._clock, self._key, self._step = clock, key, step
        self._inside = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._head_behind = self._wiping_due = False
        try:
            with in_clear_words(self._path):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                self.report = self._open()
        except BaseException:
            self.close()
            raise
        self.outbox = Outbox(self)

    # --- opening -----------------------------------------------------------------------------------------------------

    def _open(self) -> OpeningReport:
        head = read_head(self._head_path, self._key)
        check_not_lost(self._path, head)
        self._connection = connection = connect(self._path)
        fresh = is_empty(connection)
        if fresh:
            head = head or self._write_head(0, START)
            self._step(Step.HEAD_BEGUN)
            connection.execute("BEGIN IMMEDIATE")
            make_tables(connection)
            outbox.create(connection)
            connection.execute("COMMIT")
            self._step(Step.TABLES_ON_DISK)
        checked = check(connection, self._key, head)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._state, self._last, self._secrets = checked.state, checked.last, checked.secrets
        if checked.beyond_head:
            self._write_head(checked.state.seq, checked.last)
        return OpeningReport(entries=checked.state.seq, fresh=fresh, beyond_head=checked.beyond_head)

    def _write_head(self, seq: int, last: bytes) -> Head:
        head = Head.of(self._key, seq, last)
        write_head(self._head_path, head)
        return head

    # --- writing -----------------------------------------------------------------------------------------------------

    def commit(
        self,
        *records: Record,
        secrets: Mapping[str, Secret | None] = MappingProxyType({}),
        outgoing: Sequence[Outgoing] = (),
    ) -> tuple[Entry, ...]:
        """Write all of it in one transaction; on return it is on disk and in `state`.

        Where it raises, nothing of it counts: no pulse may follow. (Where the disk failed in the middle of the last
        step, the entries may be found after a restart, as after a power cut at that moment.)

        :param secrets: by booking number; None wipes. What is collected, returned or withdrawn is wiped by itself.

        :raises Contradiction: a record does not fit what is known.
        :raises LedgerError: the disk is full or failing.
        """
        with self._inside, in_clear_words(self._path):
            connection = self._open_connection()
            self._catch_up()
            at = self._clock.now()
            entries = tuple(
                Entry(seq=seq, at=at, record=record) for seq, record in enumerate(records, self._state.seq + 1)
            )
            rows = tuple(row_of(entry) for entry in entries)
            state = apply(self._state, *entries)
            secrets = {**secrets, **dict.fromkeys(self._ended(state, secrets))}
            self._step(Step.COMMIT_BEGUN)
            connection.execute("BEGIN IMMEDIATE")
            try:
                last = self._write_entries(connection, rows)
                self._step(Step.ENTRIES_WRITTEN)
                self._write_secrets(connection, secrets)
                self._step(Step.SECRETS_WRITTEN)
                for one in outgoing:
                    outbox.put(connection, one)
                self._step(Step.OUTBOX_WRITTEN)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            self._step(Step.COMMIT_ON_DISK)
            self._last, self._state = last, state
            self._remember(secrets)
            self._head_behind = bool(entries)
            self._wiping_due = None in secrets.values()
            with contextlib.suppress(OSError, sqlite3.Error):  # it is on disk; the next commit does not begin before
                self._catch_up()
            self._step(Step.ACKNOWLEDGED)
            return entries

    def _write_entries(self, connection: sqlite3.Connection, rows: Sequence[Row]) -> bytes:
        last = self._last
        for seq, at, record in rows:
            last = link(self._key, last, seq, at, record)
            connection.execute("INSERT INTO entry (seq, at, record, hash) VALUES (?, ?, ?, ?)", (seq, at, record, last))
        return last

    def _write_secrets(self, connection: sqlite3.Connection, secrets: Mapping[str, Secret | None]) -> None:
        for pickup, secret in secrets.items():
            connection.execute("DELETE FROM secret WHERE pickup = ?", (pickup,))
            if secret is not None:
                factors = msgspec.msgpack.encode(secret.factors)
                seal = seal_of_secret(self._key, pickup, secret.code_tag, factors)
                connection.execute(
                    "INSERT INTO secret (pickup, code_tag, factors, seal) VALUES (?, ?, ?, ?)",
                    (pickup, secret.code_tag, factors, seal),
                )

    def _ended(self, state: State, secrets: Mapping[str, Secret | None]) -> tuple[str, ...]:
        """Whose proofs are wiped, whether anybody thought of it or not.

        :raises Contradiction: proofs of what is not known.
        """
        for pickup in secrets:
            if pickup not in state.pickups:
                raise Contradiction("no such booking was taken")
        return tuple(pickup for pickup in {**self._secrets, **secrets} if state.pickups[pickup].state in ENDED)

    def _remember(self, secrets: Mapping[str, Secret | None]) -> None:
        changed = {**self._secrets, **secrets}
        self._secrets = MappingProxyType({pickup: one for pickup, one in changed.items() if one is not None})

    def _catch_up(self) -> None:
        """What follows a commit: deleted secrets leave the write-ahead log, and the head is written."""
        if self._wiping_due:
            self._open_connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._wiping_due = False
            self._step(Step.WIPED_FROM_DISK)
        if self._head_behind:
            self._write_head(self._state.seq, self._last)
            self._head_behind = False
            self._step(Step.HEAD_ON_DISK)

    # --- reading -----------------------------------------------------------------------------------------------------

    @property
    def state(self) -> State:
        """What is known; replaced as a whole by `commit`."""
        return self._state

    def entries(self, since: int = 0) -> tuple[Entry, ...]:
        """All after the entry `since`, from the disk."""
        with self._inside, in_clear_words(self._path):
            rows = self._open_connection().execute(
                "SELECT seq, at, record FROM entry WHERE seq > ? ORDER BY seq", (since,)
            )
            return tuple(entry_of(*row) for row in rows)

    def secret(self, pickup: str) -> Secret | None:
        """What proves its holder; None = nothing is kept (not loaded yet, or wiped)."""
        return self._secrets.get(pickup)

    def pickup_of_code(self, tag: bytes) -> str | None:
        """Whose code it is. Compares with every one, each in constant time."""
        found = None
        for pickup, secret in self._secrets.items():
            if same(secret.code_tag, tag):
                found = pickup
        return found

    # --- the file ----------------------------------------------------------------------------------------------------

    def _open_connection(self) -> sqlite3.Connection:
        if self._connection is None:
            raise LedgerError("The ledger of pickups is closed.")
        return self._connection

    @contextmanager
    def inside(self) -> Iterator[sqlite3.Connection]:
        """The file, for tables that are not the ledger's own; one thread at a time, each statement a transaction."""
        with self._inside, in_clear_words(self._path):
            yield self._open_connection()

    def close(self) -> None:
        """Let go of the file; may be called twice and from any thread."""
        with self._inside:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def __enter__(self) -> "PickupLedger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Outbox:
    """What waits for the city, in the ledger's file."""

    def __init__(self, ledger: PickupLedger) -> None:
        self._ledger = ledger

    def pending(self, limit: int) -> tuple[tuple[int, Outgoing], ...]:
        """The oldest, with their numbers."""
        with self._ledger.inside() as connection:
            return tuple(outbox.pending(connection, limit))

    def acknowledge(self, seq: int) -> None:
        """The city has all up to this number."""
        with self._ledger.inside() as connection:
            outbox.acknowledge(connection, seq)

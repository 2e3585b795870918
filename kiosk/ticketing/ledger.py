"""The ledger of waiting numbers: one SQLite file that outlives crashes, power cuts and its own damage.

It is not responsible for deciding who gets a number (`issuing`), for paper, or for the order of calls (`queues`).

In its folder: `tickets.sqlite3` (WAL, every commit synced), `tickets.mark` (see `mark`), `tickets.lock` (held while
open), and `tickets-damaged-*.sqlite3` where a damaged file was set aside. After damage, numbers go on above the mark,
and readable tickets are taken over. Where the mark cannot be read either, nothing is known of the numbers given: all
concerns are paused until staff begin a day above the highest paper they see (`Book.begin_day` by `Queues.start_day`).

Threads: one thread writes at a time, any thread may read; a reader has a connection of its own and never waits for a
writer.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path

import msgspec
from msgspec import Struct

from hardware.host.clock import Clock
from kiosk.ticketing.book import Book
from kiosk.ticketing.database import Ownership, connect, damage, in_clear_words, is_damage, set_aside
from kiosk.ticketing.life import What
from kiosk.ticketing.mark import Mark, MarkUnreadable, read_mark
from kiosk.ticketing.numbers import Numbers, this_boot
from kiosk.ticketing.page import EVERY_CONCERN, Page
from kiosk.ticketing.rescue import Salvage, salvage, take_over
from kiosk.ticketing.rows import written
from kiosk.ticketing.schema import migrate
from kiosk.ticketing.steps import OnStep, unwatched

BY_LEDGER = "ledger"
"""Who paused, where the ledger did it by itself."""


class OpeningReport(Struct, frozen=True, kw_only=True):
    """What was found when the ledger was opened."""

    damage: str = ""
    """What was wrong with the file, "" = nothing."""
    set_aside: str = ""
    """Name under which the damaged file is kept."""
    taken_over: int = 0
    """Tickets that could be read from it."""
    numbers_known: bool = True
    """False: all concerns are paused until staff begin a day above the highest paper."""

    def __str__(self) -> str:
        if not self.damage:
            return "The ledger of waiting numbers is in order."
        goes_on = (
            "Numbers go on above the highest that was given."
            if self.numbers_known
            else "No numbers are given until staff begin a day above the highest paper they see."
        )
        kept = f" ({self.damage}); it is kept as {self.set_aside}" if self.set_aside else f": {self.damage}"
        return f"The ledger was damaged{kept}. {self.taken_over} tickets were taken over. {goes_on}"


class Ledger:
    """Owns the file from construction to `close`."""

    def __init__(self, folder: Path, clock: Clock, *, boot: str | None = None, step: OnStep = unwatched) -> None:
        """:param folder: made where it does not exist.

        :param boot: names this run of the machine; None: as the kernel says.

        :raises LedgerError: in use by another process, unwritable, or written by a later version.
        """
        self._path, self._clock, self.step = folder / "tickets.sqlite3", clock, step
        self._numbers = Numbers(folder / "tickets.mark", this_boot() if boot is None else boot)
        self._writing, self._reading = threading.RLock(), threading.Lock()
        with in_clear_words(self._path):
            folder.mkdir(parents=True, exist_ok=True)
        self._ownership = Ownership(folder / "tickets.lock")
        try:
            with in_clear_words(self._path):
                self._writer = self._open()
                self._reader = connect(self._path)
                self._reader.execute("PRAGMA query_only = ON")
        except BaseException:
            self.close()
            raise

    # --- opening -----------------------------------------------------------------------------------------------------

    def _open(self) -> sqlite3.Connection:
        now = self._clock.now()
        fault, aside = self._fault(), None
        if fault:
            aside = set_aside(self._path, now)
        self._writer = connection = connect(self._path)
        migrate(connection)
        mark_readable = True
        try:
            self._numbers.mark = read_mark(self._numbers.path)
        except MarkUnreadable as unreadable:
            mark_readable = False
            fault = fault or f"the mark cannot be read: {unreadable}"
        with self.write() as book:
            rows = salvage(aside) if aside else []
            fresh = book.last_day() is None
            taken = self._go_on(book, rows, now)
            known = not (fresh and fault) or (mark_readable and self._numbers.mark is not None)
            if fault:
                book.note(What.SET_ASIDE, f"{aside.name if aside else ''}: {fault}")
            if not known:
                book.pause(EVERY_CONCERN, "", BY_LEDGER)
        self.report = OpeningReport(
            damage=fault, set_aside=aside.name if aside else "", taken_over=taken, numbers_known=known
        )
        return connection

    def _fault(self) -> str:
        """What is wrong with the file as it is, "" = nothing or no file."""
        try:
            connection = connect(self._path)
        except sqlite3.DatabaseError as fault:
            if not is_damage(fault):
                raise
            return str(fault)
        try:
            return damage(connection)
        except sqlite3.DatabaseError as fault:
            if not is_damage(fault):
                raise
            return str(fault)
        finally:
            connection.close()

    def _go_on(self, book: Book, rows: list[Salvage], now: datetime) -> int:
        """Take up the working day of the mark where the ledger does not know it, with the tickets that were saved."""
        mark, last = self._numbers.mark, book.last_day()
        if mark is None and rows:
            newest = max(rows, key=lambda row: int(row["seq"]))
            mark = Mark(working_day=newest["working_day"], date=date.fromisoformat(newest["day"]), highest={})
        if mark is None or (last is not None and last.id >= mark.working_day):
            return 0
        rows = [row for row in rows if row["working_day"] == mark.working_day]
        # When its last number was drawn is lost: the latest moment makes the next day begin most carefully.
        latest = datetime.combine(mark.date, time.max, now.tzinfo)
        self._writer.execute(
            "INSERT INTO working_day (id, date, began_at, seen_at, seen_monotonic, seen_boot, floors)"
            " VALUES (?, ?, ?, ?, 0.0, '', ?)",
            (
                *(mark.working_day, mark.date.isoformat(), written(min(now, latest)), written(latest)),
                msgspec.json.encode(mark.highest).decode(),
            ),
        )
        book.note(What.DAY_BEGAN, "mark")
        return take_over(self._writer, rows, written(now))

    # --- use ---------------------------------------------------------------------------------------------------------

    @contextmanager
    def write(self) -> Iterator[Book]:
        """One transaction: all of it is on disk when the block has ended, or, where it raised, nothing.

        :raises LedgerError: the disk is full or failing, or the file is damaged.
        """
        with self._writing, in_clear_words(self._path):
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield Book(self._writer, self._clock, self._numbers, self.step)
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise

    @contextmanager
    def read(self) -> Iterator[Page]:
        """One moment of the ledger, from any thread.

        :raises LedgerError: the file is damaged.
        """
        with self._reading, in_clear_words(self._path):
            self._reader.execute("BEGIN")
            try:
                yield Page(self._reader, self._clock, self._numbers)
            finally:
                self._reader.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file; may be called twice and from any thread."""
        with self._writing, self._reading:
            for name in ("_reader", "_writer"):
                connection = getattr(self, name, None)
                if connection is not None:
                    connection.close()
            self._ownership.release()

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

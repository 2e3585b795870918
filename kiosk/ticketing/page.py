"""What stands in the ledger, read in one transaction: a page shows one moment, whatever is written meanwhile."""

import sqlite3
from collections.abc import Collection
from datetime import date, datetime

import msgspec
from msgspec import Struct

from content.model.town import Concern
from hardware.host.clock import Clock
from kiosk.ticketing.day import BELIEVABLE_FROM, DayIs, WorkingDay, judge
from kiosk.ticketing.errors import UnknownTicket
from kiosk.ticketing.mark import EVERY_PREFIX
from kiosk.ticketing.model import Ticket, TicketEvent, TicketState
from kiosk.ticketing.numbers import Numbers
from kiosk.ticketing.rows import day_of, event_of, ticket_of, tickets_of_days

MOST_ON_A_ROLL = 2000
"""Tickets; an 80 m roll holds about 500."""


class Waiting(Struct, frozen=True):
    """Somebody who waits. `place` orders the queue; a replaced number keeps it."""

    ticket: str
    concern: str
    priority: int
    place: int
    drawn_at: datetime


class Call(Struct, frozen=True):
    """A number that was called."""

    concern: str
    label: str
    room: str
    drawn_at: datetime
    called_at: datetime


class Pause(Struct, frozen=True):
    """A concern that gives out no numbers. `text`: what staff wrote; `by`: who ("staff", "ledger")."""

    text: str
    by: str


EVERY_CONCERN = "*"
"""A pause of this concern holds for all."""


class Page:
    """Reading. Made by `Ledger.read` and `Ledger.write`; not to be kept longer than their block."""

    def __init__(self, connection: sqlite3.Connection, clock: Clock, numbers: Numbers) -> None:
        self._db, self._clock, self._numbers = connection, clock, numbers

    def ticket(self, ticket_id: str) -> Ticket:
        """:raises UnknownTicket:"""
        row = self._db.execute("SELECT * FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
        if row is None:
            raise UnknownTicket(f"The ledger has no ticket {ticket_id!r}. Look for its number in the list.")
        return ticket_of(row)

    def knows(self, ticket_id: str) -> bool:
        """Whether there is such a ticket: a printer may also tell of other jobs."""
        return self._db.execute("SELECT 1 FROM ticket WHERE id = ?", (ticket_id,)).fetchone() is not None

    def ticket_of_visit(self, visit_id: str, concern: str) -> Ticket | None:
        """The one number of this visit and concern that is not void."""
        row = self._db.execute(
            "SELECT * FROM ticket WHERE visit_id = ? AND concern = ? AND state <> 'void'", (visit_id, concern)
        ).fetchone()
        return ticket_of(row) if row else None

    def replacement_of(self, ticket_id: str) -> Ticket | None:
        """The number that took the place of a void one."""
        row = self._db.execute("SELECT * FROM ticket WHERE replaces = ?", (ticket_id,)).fetchone()
        return ticket_of(row) if row else None

    def tickets(self, states: Collection[TicketState], day: WorkingDay | None = None) -> tuple[Ticket, ...]:
        """Those in `states`, of one working day or of all, oldest first."""
        wanted = msgspec.json.encode(sorted(states)).decode()
        rows = self._db.execute(
            "SELECT * FROM ticket WHERE state IN (SELECT value FROM json_each(?)) AND (working_day = ? OR ? IS NULL)"
            " ORDER BY seq",
            (wanted, day.id if day else None, day.id if day else None),
        )
        return tuple(ticket_of(row) for row in rows)

    def tickets_of_days(self, last: date, days: int) -> tuple[Ticket, ...]:
        """Those drawn on `last` and the days before it, by their dates, oldest first."""
        return tickets_of_days(self._db, last, days)

    def printed_since(self, moment: datetime) -> int:
        """Papers the printer confirmed since `moment`, by the moments as they were written."""
        rows = self._db.execute(
            "SELECT at FROM event WHERE what IN ('print_confirmed', 'late_print') ORDER BY id DESC LIMIT ?",
            (MOST_ON_A_ROLL,),
        )
        return sum(datetime.fromisoformat(row[0]) >= moment for row in rows)

    def events(self, ticket_id: str | None = None) -> tuple[TicketEvent, ...]:
        """All events, or those of one ticket, in the order they happened."""
        rows = self._db.execute(
            "SELECT * FROM event WHERE ticket_id = ? OR ? IS NULL ORDER BY id", (ticket_id, ticket_id)
        )
        return tuple(event_of(row) for row in rows)

    def last_day(self) -> WorkingDay | None:
        """The working day that numbers were last drawn in."""
        row = self._db.execute("SELECT * FROM working_day ORDER BY id DESC LIMIT 1").fetchone()
        return day_of(row) if row else None

    def judge(self, day: WorkingDay | None, now: datetime) -> DayIs:
        """What `now` means for `day`."""
        return judge(day, now, self._clock.monotonic(), self._numbers.boot)

    def day_at(self, now: datetime) -> WorkingDay | None:
        """The working day `now` belongs to; None: a new one begins with the next number."""
        day = self.last_day()
        return None if self.judge(day, now) is DayIs.NEW else day

    def is_of(self, ticket_id: str, day: WorkingDay | None) -> bool:
        """Whether the ticket belongs to `day`."""
        row = self._db.execute("SELECT working_day FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
        return day is not None and row is not None and row[0] == day.id

    def waiting(self, day: WorkingDay) -> tuple[Waiting, ...]:
        """Valid numbers not yet called, in the order they are called in."""
        rows = self._db.execute(
            "SELECT id, concern, priority, place, drawn_at FROM ticket"
            " WHERE working_day = ? AND called_at IS NULL AND state <> 'void' ORDER BY priority, place, seq",
            (day.id,),
        )
        return tuple(Waiting(row[0], row[1], row[2], row[3], datetime.fromisoformat(row[4])) for row in rows)

    def calls(self, day: WorkingDay) -> tuple[Call, ...]:
        """All calls of the day, oldest first."""
        rows = self._db.execute(
            "SELECT concern, prefix || printf('%03d', number), called_room, drawn_at, called_at FROM ticket"
            " WHERE working_day = ? AND call_order IS NOT NULL ORDER BY call_order",
            (day.id,),
        )
        return tuple(
            Call(row[0], row[1], row[2], datetime.fromisoformat(row[3]), datetime.fromisoformat(row[4])) for row in rows
        )

    def pauses(self) -> dict[str, Pause]:
        """Per concern id, or `EVERY_CONCERN`."""
        return {
            row["concern"]: Pause(row["text"], row["set_by"])
            for row in self._db.execute("SELECT * FROM pause").fetchall()
        }

    def given(self, concern: str, prefix: str, first: int, day: WorkingDay, on: date) -> int:
        """Numbers of a concern given out on `on`, void ones left out, those a damaged ledger lost counted in."""
        count = self._db.execute(
            "SELECT count(*) FROM ticket WHERE working_day = ? AND day = ? AND concern = ? AND state <> 'void'",
            (day.id, on.isoformat(), concern),
        ).fetchone()[0]
        floor = day.floors.get(prefix, 0)
        if day.date != on or floor < first:
            return int(count)
        known = self._db.execute(
            "SELECT count(*) FROM ticket WHERE working_day = ? AND prefix = ? AND number BETWEEN ? AND ?",
            (day.id, prefix, first, floor),
        ).fetchone()[0]
        return int(count) + max(0, floor - first + 1 - int(known))

    def highest(self, prefix: str, day: WorkingDay | None, on: date) -> int | None:
        """The highest number on record with `prefix`, in `day` or on the date `on`; None: none is."""
        believed = on.isoformat() if on >= BELIEVABLE_FROM else ""
        row = self._db.execute(
            "SELECT max(number) FROM ticket WHERE prefix = ? AND (working_day = ? OR day = ?)",
            (prefix, day.id if day else -1, believed),
        ).fetchone()
        return None if row[0] is None else int(row[0])

    def next_number(self, concern: Concern, day: WorkingDay | None, now: datetime) -> int | None:
        """The number somebody would get who draws now, None where the series is at its end.

        Concerns with the same prefix share one series: what is on the paper is what must not come twice.
        """
        floors = [day.floors, self._numbers.floors(day)] if day else []
        known = [floor[prefix] for floor in floors for prefix in (concern.prefix, EVERY_PREFIX) if prefix in floor]
        given = self.highest(concern.prefix, day, now.date())
        number = max([concern.first_number, *(n + 1 for n in known), 0 if given is None else given + 1])
        return number if number <= concern.last_number else None

    def last_place(self) -> int:
        """The last place in any queue."""
        return int(self._db.execute("SELECT coalesce(max(seq), 0) FROM ticket").fetchone()[0])

    def place_of(self, ticket_id: str) -> int:
        """A ticket's place in its queue."""
        return int(self._db.execute("SELECT place FROM ticket WHERE id = ?", (ticket_id,)).fetchone()[0])

"""Writing in the ledger, inside one transaction: numbers, events and the states that follow, calls, pauses."""

import secrets
import sqlite3
from datetime import datetime

import msgspec

from content.model.town import Concern
from hardware.host.clock import Clock
from kiosk.ticketing.day import DayIs, WorkingDay
from kiosk.ticketing.errors import CannotSettle
from kiosk.ticketing.life import What, after
from kiosk.ticketing.mark import Mark, write_mark
from kiosk.ticketing.model import Ticket, TicketState
from kiosk.ticketing.numbers import Numbers
from kiosk.ticketing.page import Page
from kiosk.ticketing.rows import label, written
from kiosk.ticketing.steps import OnStep, Step


class Book(Page):
    """The open transaction. What it writes is on disk when the block of `Ledger.write` has ended."""

    def __init__(self, connection: sqlite3.Connection, clock: Clock, numbers: Numbers, step: OnStep) -> None:
        super().__init__(connection, clock, numbers)
        self._step = step

    # --- days --------------------------------------------------------------------------------------------------------

    def today(self) -> WorkingDay:
        """The working day of now; begins it where a night has certainly passed (see `day`)."""
        day, now = self.last_day(), self._clock.now()
        judged = self.judge(day, now)
        if day is None or judged is DayIs.NEW:
            return self.begin_day("midnight" if day else "first", {})
        if judged is DayIs.DOUBTFUL:
            self._doubt(day, now)
        return day

    def begin_day(self, why: str, floors: dict[str, int]) -> WorkingDay:
        """Begin a working day now, with no number up to `floors`."""
        now = self._clock.now()
        at = written(now)
        self._db.execute(
            "INSERT INTO working_day (date, began_at, seen_at, seen_monotonic, seen_boot, floors)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                *(now.date().isoformat(), at, at, self._clock.monotonic(), self._numbers.boot),
                msgspec.json.encode(floors).decode(),
            ),
        )
        self.note(What.DAY_BEGAN, why)
        day = self.last_day()
        assert day is not None
        if floors:
            self._set_mark(Mark(working_day=day.id, date=day.date, highest=floors))
        return day

    def _doubt(self, day: WorkingDay, now: datetime) -> None:
        detail = f"{day.date.isoformat()} goes on at {now.date().isoformat()}"
        known = self._db.execute(
            "SELECT detail FROM event WHERE what = ? AND ticket_id IS NULL ORDER BY id DESC LIMIT 1",
            (What.CLOCK_DOUBTED,),
        ).fetchone()
        if known is None or known[0] != detail:
            self.note(What.CLOCK_DOUBTED, detail)

    # --- numbers -----------------------------------------------------------------------------------------------------

    def add(
        self, visit_id: str, concern: Concern, *, before: int, minutes: int | None, replaces: Ticket | None = None
    ) -> Ticket:
        """Give a number: the mark goes to disk now, the ticket with this transaction.

        :param before: people before, :param minutes: the wait as told to the visitor.
        :raises ValueError: the series is at its end; ask `next_number` first.
        """
        now, day = self._clock.now(), self.today()
        number = self.next_number(concern, day, now)
        if number is None:
            raise ValueError(f"no number left for {concern.id}")
        self._note_skipped(concern, day, now, number)
        self._raise_mark(day, concern.prefix, number)
        ticket_id = secrets.token_hex(16)
        place = self.place_of(replaces.id) if replaces else self.last_place() + 1
        self._db.execute(
            "INSERT INTO ticket (id, working_day, day, visit_id, concern, prefix, number, priority, place, drawn_at,"
            " state, waiting_before, wait_minutes, replaces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(ticket_id, day.id, now.date().isoformat(), visit_id, concern.id, concern.prefix, number),
                *(concern.priority, place, written(now), TicketState.DRAWN, before, minutes),
                replaces.id if replaces else None,
            ),
        )
        self._db.execute(
            "UPDATE working_day SET seen_at = ?, seen_monotonic = ?, seen_boot = ? WHERE id = ?",
            (written(now), self._clock.monotonic(), self._numbers.boot, day.id),
        )
        self._append(ticket_id, What.DRAWN, label(concern.prefix, number))
        return self.ticket(ticket_id)

    def _raise_mark(self, day: WorkingDay, prefix: str, number: int) -> None:
        old = self._numbers.mark
        if old is None or old.working_day != day.id:
            old = Mark(working_day=day.id, date=day.date, highest=day.floors)
        self._set_mark(old.raised(prefix, number))
        self._step(Step.MARK_ON_DISK)

    def _set_mark(self, mark: Mark) -> None:
        write_mark(self._numbers.path, mark)
        self._numbers.mark = mark

    def _note_skipped(self, concern: Concern, day: WorkingDay, now: datetime, number: int) -> None:
        """Say which numbers are left out because they may have been given: none disappears silently."""
        given = self.highest(concern.prefix, day, now.date())
        first = concern.first_number if given is None else max(concern.first_number, given + 1)
        if first < number:
            ends = dict.fromkeys((label(concern.prefix, first), label(concern.prefix, number - 1)))
            self.note(What.NUMBERS_SKIPPED, "-".join(ends))

    # --- what happens ------------------------------------------------------------------------------------------------

    def record(self, ticket_id: str, what: What, detail: str = "") -> Ticket:
        """Append an event and derive the ticket's state from it.

        :raises CannotSettle: `what` cannot happen in the ticket's state.
        """
        ticket = self.ticket(ticket_id)
        state = after(ticket.state, what)
        if state is None:
            raise CannotSettle(f"{ticket.label} is {ticket.state}: `{what}` cannot happen. Nothing was changed.")
        self._append(ticket_id, what, detail)
        self._db.execute(
            "UPDATE ticket SET state = ?, paper_missed = paper_missed OR ? WHERE id = ?",
            (state, what is What.PAPER_MISSED, ticket_id),
        )
        return self.ticket(ticket_id)

    def call(self, ticket_id: str, room: str) -> Ticket:
        """Note that a waiting number is called to `room`."""
        self.record(ticket_id, What.CALLED, room)
        self._db.execute(
            "UPDATE ticket SET called_at = ?, called_room = ?,"
            " call_order = (SELECT coalesce(max(call_order), 0) + 1 FROM ticket AS other"
            "               WHERE other.working_day = ticket.working_day AND call_order IS NOT NULL)"
            " WHERE id = ?",
            (written(self._clock.now()), room, ticket_id),
        )
        return self.ticket(ticket_id)

    def end(self, ticket_id: str, what: What) -> Ticket:
        """Note that a called number was served (FINISHED) or nobody came (MISSED); the first word counts."""
        row = self._db.execute("SELECT called_at, ended_at FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
        if row is not None and row["called_at"] is None:
            raise CannotSettle(f"{self.ticket(ticket_id).label} was not called yet. Call it first.")
        if row is None or row["ended_at"] is None:
            self.record(ticket_id, what)
            self._db.execute("UPDATE ticket SET ended_at = ? WHERE id = ?", (written(self._clock.now()), ticket_id))
        return self.ticket(ticket_id)

    def note(self, what: What, detail: str = "") -> None:
        """Append an event of the ledger itself."""
        self._append(None, what, detail)

    def _append(self, ticket_id: str | None, what: What, detail: str) -> None:
        self._db.execute(
            "INSERT INTO event (ticket_id, what, at, detail) VALUES (?, ?, ?, ?)",
            (ticket_id, what, written(self._clock.now()), detail),
        )

    # --- pauses ------------------------------------------------------------------------------------------------------

    def pause(self, concern: str, text: str, by: str) -> None:
        """Give out no numbers for a concern or (`EVERY_CONCERN`) at all."""
        self._db.execute(
            "INSERT INTO pause (concern, since, text, set_by) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (concern) DO UPDATE SET text = excluded.text, set_by = excluded.set_by",
            (concern, written(self._clock.now()), text, by),
        )
        self.note(What.PAUSED, f"{concern}: {by}")

    def resume(self, concern: str, by: str) -> None:
        """Give out numbers again."""
        if self._db.execute("DELETE FROM pause WHERE concern = ?", (concern,)).rowcount:
            self.note(What.RESUMED, f"{concern}: {by}")

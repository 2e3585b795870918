"""The queues of the day: how they stand, who is called next, pauses. Writes calls and pauses into the ledger."""

from collections.abc import Callable, Mapping
from datetime import datetime

from hardware.host.clock import Clock
from kiosk.ticketing.day import DayIs
from kiosk.ticketing.ledger import BY_LEDGER, Ledger
from kiosk.ticketing.life import What
from kiosk.ticketing.mark import EVERY_PREFIX
from kiosk.ticketing.model import QueueState, Ticket, TicketState
from kiosk.ticketing.page import EVERY_CONCERN
from kiosk.ticketing.standing import Concerns, Opening, Standings, called_at
from kiosk.ticketing.steps import Step


class Queues:
    """Reads from any thread; calls and pauses come from one thread at a time."""

    def __init__(self, *, ledger: Ledger, clock: Clock, concerns: Callable[[], Concerns], opening: Opening) -> None:
        """:param concerns: those of the content in use; asked anew each time, as content is swapped while running."""
        self._ledger, self._clock, self._concerns, self._opening = ledger, clock, concerns, opening

    def queue_states(self, now: datetime | None = None) -> Mapping[str, QueueState]:
        """Every concern of the content, in its order. Safe from any thread; takes about a millisecond.

        :raises LedgerError: the file is damaged.
        """
        concerns = self._concerns()
        with self._ledger.read() as page:
            standings = Standings(page, concerns, self._opening, now or self._clock.now())
            return {concern.id: standings.of(concern) for concern in concerns.values()}

    def todays_tickets(self) -> tuple[Ticket, ...]:
        """All numbers of the working day, oldest first. Safe from any thread."""
        with self._ledger.read() as page:
            day = page.day_at(self._clock.now())
            return page.tickets(set(TicketState), day) if day else ()

    def call_next(self, concern_id: str | None, room: str) -> Ticket | None:
        """Call whoever is next: of one concern, or (None) of all that the desks of `room` call, most urgent first.

        Two desks that ask at once get two different people. None: nobody waits.
        :raises LedgerError: the disk is full or failing; nobody was called.
        """
        concerns = called_at(room, self._concerns().values()) if concern_id is None else frozenset({concern_id})
        with self._ledger.write() as book:
            day = book.day_at(self._clock.now())
            waiting = book.waiting(day) if day else ()
            first = next((one for one in waiting if one.concern in concerns), None)
            if first is None:
                return None
            ticket = book.call(first.ticket, room)
            self._ledger.step(Step.CALL_WRITTEN)
        self._ledger.step(Step.CALL_ON_DISK)
        return ticket

    def finish(self, ticket_id: str) -> Ticket:
        """The person was served.

        :raises CannotSettle: the number was not called yet.
        """
        return self._end(ticket_id, What.FINISHED)

    def missed(self, ticket_id: str) -> Ticket:
        """The number was called, but nobody came.

        :raises CannotSettle: the number was not called yet.
        """
        return self._end(ticket_id, What.MISSED)

    def _end(self, ticket_id: str, what: What) -> Ticket:
        with self._ledger.write() as book:
            return book.end(ticket_id, what)

    def clock_doubted(self) -> bool:
        """Whether the date changed in a way no midnight does, so that yesterday's numbers go on (see `day`)."""
        with self._ledger.read() as page:
            return page.judge(page.last_day(), self._clock.now()) is DayIs.DOUBTFUL

    # --- staff -------------------------------------------------------------------------------------------------------

    def pause(self, concern_id: str | None, text: str = "", by: str = "staff") -> None:
        """Give out no numbers of a concern, or (None) none at all, until `resume`. `text` is for visitors."""
        with self._ledger.write() as book:
            book.pause(concern_id or EVERY_CONCERN, text, by)

    def resume(self, concern_id: str | None, by: str = "staff") -> None:
        """Give out numbers again; (None) lifts the pause for all, single ones stay."""
        with self._ledger.write() as book:
            book.resume(concern_id or EVERY_CONCERN, by)

    def start_day(self, *, above: int = 0, by: str = "staff") -> None:
        """Begin a working day now, at the word of staff: where the clock was doubted, or the numbers given are lost.

        Numbers of every series begin above `above`, and in any case above those the ledger knows of this date. Who
        waits from before is in no queue any more. Lifts the pause that the ledger itself made.
        """
        with self._ledger.write() as book:
            book.begin_day(by, {EVERY_PREFIX: above} if above > 0 else {})
            pause = book.pauses().get(EVERY_CONCERN)
            if pause and pause.by == BY_LEDGER:
                book.resume(EVERY_CONCERN, by)

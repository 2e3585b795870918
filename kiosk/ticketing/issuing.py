"""Gives numbers and prints them: the order of steps around paper, which cannot be taken back.

A number is on disk before anybody sees it. The intent to print is on disk before a byte leaves. What the printer says
is on disk before anybody is told. A ticket that may be on paper is never sent again (docs/adr/0003).
It is not responsible for the order of calls (`queues`) nor for the words on the paper (`paper`).
"""

import logging
from collections.abc import Callable
from typing import Any

from hardware.host.clock import Clock
from hardware.printer.interface import Block, JobResult, Outcome, Printer, PrinterStatus, PrintJob
from kiosk.ticketing.book import Book
from kiosk.ticketing.errors import CannotSettle
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.life import UNSENT, What
from kiosk.ticketing.model import NoNumber, Ticket, TicketState
from kiosk.ticketing.settling import RULES, How
from kiosk.ticketing.standing import Concerns, Opening, Standings
from kiosk.ticketing.steps import Step

log = logging.getLogger(__name__)

Compose = Callable[[Ticket, Any], tuple[Block, ...]]
"""(ticket, the visitor's wishes or None) -> the paper. Wishes are language, service and such; they are never stored."""

_OUTCOMES = {
    Outcome.PRINTED: What.PRINT_CONFIRMED,
    Outcome.NOT_SENT: What.PRINT_NOT_SENT,
    Outcome.UNCONFIRMED: What.PRINT_UNCONFIRMED,
}


class TicketIssuer:
    """Works in one thread, the printer's. Every method raises `LedgerError` where the disk is full or failing."""

    def __init__(
        self,
        *,
        ledger: Ledger,
        printer: Printer,
        clock: Clock,
        concerns: Callable[[], Concerns],
        opening: Opening,
        compose: Compose,
    ) -> None:
        """:param concerns: those of the content in use; asked anew each time, as content is swapped while running."""
        self._ledger, self._printer, self._clock = ledger, printer, clock
        self._concerns, self._opening, self._compose = concerns, opening, compose
        self._step = ledger.step
        self._wish: tuple[str, Any] = ("", None)
        self._printing = ""

    # --- the visitor -------------------------------------------------------------------------------------------------

    def draw(self, visit_id: str, concern_id: str, wish: Any = None) -> Ticket:
        """Give the visit its number for this concern; asked again, it gives the same one.

        :param wish: kept in memory for the paper of this number, until it was sent or another number is drawn.
        :raises NoNumber: closed, paused or used up; also where the content has no such concern any more ("closed").
        """
        concern = self._concerns().get(concern_id)
        with self._ledger.write() as book:
            ticket = book.ticket_of_visit(visit_id, concern_id)
            if ticket is None:
                if concern is None:
                    raise NoNumber(concern_id, "closed")
                self._step(Step.DRAW_BEGUN)
                book.today()
                standings = Standings(book, self._concerns(), self._opening, self._clock.now())
                reason = standings.refusal(concern)
                if reason:
                    raise NoNumber(concern_id, reason)
                ticket = book.add(
                    visit_id, concern, before=len(standings.before(concern)), minutes=standings.minutes(concern)
                )
                self._step(Step.DRAW_WRITTEN)
        self._step(Step.DRAW_ON_DISK)
        self._wish = (ticket.id, wish)
        return ticket

    def print(self, ticket_id: str, wish: Any = None) -> Ticket:
        """Put the number on paper if surely none exists; in every other state the ticket comes back as it is.

        The state says what came of it: PRINTED, NOT_PRINTED (may be tried again), UNCONFIRMED (never again). A number
        of an earlier day is not printed.
        :param wish: instead of that of `draw`.
        :raises Exception: what `compose` raised; the ticket is NOT_PRINTED then.
        """
        with self._ledger.read() as page:
            ticket = page.ticket(ticket_id)
            valid_today = page.is_of(ticket_id, page.day_at(self._clock.now()))
        if ticket.state not in UNSENT or not valid_today:
            return ticket
        job = self._job(ticket, wish)
        self._printing = ticket_id
        try:
            ticket = self._put_on_paper(job)
        finally:
            self._printing = ""
        if ticket.state not in UNSENT:
            self._wish = ("", None)
        return ticket

    def _put_on_paper(self, job: PrintJob) -> Ticket:
        with self._ledger.write() as book:
            if book.ticket(job.job_id).state not in UNSENT:
                return book.ticket(job.job_id)
            book.record(job.job_id, What.PRINT_BEGUN)
            self._step(Step.INTENT_WRITTEN)
        self._step(Step.INTENT_ON_DISK)
        what, detail = self._send(job)
        self._step(Step.PRINTER_ANSWERED)
        with self._ledger.write() as book:
            ticket = book.record(job.job_id, what, detail)
            self._step(Step.OUTCOME_WRITTEN)
        self._step(Step.OUTCOME_ON_DISK)
        return ticket

    def _job(self, ticket: Ticket, wish: Any) -> PrintJob:
        if wish is None and self._wish[0] == ticket.id:
            wish = self._wish[1]
        try:
            job = PrintJob(ticket.id, self._compose(ticket, wish))
        except Exception as fault:
            with self._ledger.write() as book:
                book.record(ticket.id, What.NOT_COMPOSED, type(fault).__name__)
            raise
        self._step(Step.JOB_COMPOSED)
        return job

    def _send(self, job: PrintJob) -> tuple[What, str]:
        try:
            result = self._printer.print(job)
        except Exception as fault:
            log.exception("the printer's driver failed at %s", job.job_id)
            return What.PRINT_UNCONFIRMED, type(fault).__name__
        if result.job_id != job.job_id:
            log.error("the printer's driver answered for %s instead of %s", result.job_id, job.job_id)
            return What.PRINT_UNCONFIRMED, "another job's answer"
        return _OUTCOMES[result.outcome], _in_short(result.status)

    # --- after a crash, and late -------------------------------------------------------------------------------------

    def recover(self) -> tuple[Ticket, ...]:
        """Settle at the start what a crash left open; nothing is printed. The printer is asked first.

        A number whose printing had begun becomes PRINTED where the printer says so, else UNCONFIRMED. A number without
        paper stays valid and becomes NOT_PRINTED: its visitor has gone or draws again, and paper that comes out with
        nobody there would give the number to whoever takes it.
        :returns: the tickets that changed.
        """
        status, late = self._printer.status(), self._printer.late_results()
        self._step(Step.RECOVERY_ASKED)
        changed: list[Ticket] = []
        with self._ledger.write() as book:
            changed += self._note(book, late)
            for ticket in book.tickets({TicketState.PRINTING}):
                changed.append(book.record(ticket.id, What.LEFT_PRINTING, _in_short(status)))
            for ticket in book.tickets({TicketState.DRAWN}):
                changed.append(book.record(ticket.id, What.LEFT_UNPRINTED))
            self._step(Step.RECOVERY_WRITTEN)
        self._step(Step.RECOVERY_ON_DISK)
        return tuple(changed)

    def note_late_results(self) -> tuple[Ticket, ...]:
        """Take what the printer settled by itself (new paper, and the held ticket came out after all).

        :returns: the tickets that are PRINTED now; a void one whose paper came is told by `settling.unsettled`.
        """
        late = self._printer.late_results()
        if not late:
            return ()
        with self._ledger.write() as book:
            changed = self._note(book, late)
            self._step(Step.RECOVERY_WRITTEN)
        self._step(Step.RECOVERY_ON_DISK)
        return tuple(ticket for ticket in changed if ticket.state is TicketState.PRINTED)

    def _note(self, book: Book, late: tuple[JobResult, ...]) -> list[Ticket]:
        """Only a confirmed paper settles anything: "not sent" after bytes have left would be no news to rely on."""
        changed = []
        for result in late:
            if result.outcome is not Outcome.PRINTED or not book.knows(result.job_id):
                continue
            ticket = book.ticket(result.job_id)
            told = any(event.what == What.LATE_PRINT for event in book.events(ticket.id))
            if ticket.state is not TicketState.PRINTED and not told:
                changed.append(book.record(ticket.id, What.LATE_PRINT, _in_short(result.status)))
        return changed

    # --- what people say ---------------------------------------------------------------------------------------------

    def settle(self, ticket_id: str, how: How | str, by: str) -> Ticket:
        """Note what a visitor or staff say about the paper; said again, nothing changes.

        :param by: "visitor", or a role of the staff ("staff"); never a name.
        :returns: the ticket, for REPLACE the new one.
        :raises CannotSettle: it does not fit the ticket's state, or is not the visitor's to say.
        """
        how = How(how)
        rule = RULES[how]
        if by == "visitor" and not rule.visitor:
            raise CannotSettle(f"A visitor cannot say `{how}`. Only staff can.")
        if ticket_id == self._printing:
            raise CannotSettle("The ticket is being printed now. Wait for the printer.")
        with self._ledger.write() as book:
            ticket = book.ticket(ticket_id)
            if ticket.state is TicketState.PRINTING:  # its outcome could not be written
                ticket = book.record(ticket_id, What.LEFT_PRINTING)
            if how is How.REPLACE:
                ticket = self._replace(book, ticket, by)
            elif ticket.state not in rule.already and not (how is How.MISSING and ticket.paper_missed):
                ticket = book.record(ticket_id, rule.what, by)
            self._step(Step.SETTLING_WRITTEN)
        self._step(Step.SETTLING_ON_DISK)
        return ticket

    def _replace(self, book: Book, old: Ticket, by: str) -> Ticket:
        replacement = book.replacement_of(old.id)
        if replacement:
            return replacement
        concern = self._concerns().get(old.concern)
        if old.called_at or not book.is_of(old.id, book.today()):
            raise CannotSettle(f"{old.label} was called already or is of an earlier day. Draw a new number instead.")
        if concern is None:
            raise CannotSettle(f"The concern of {old.label} is not in the content any more. Nothing was changed.")
        standings = Standings(book, self._concerns(), self._opening, self._clock.now())
        place = book.place_of(old.id)
        before, minutes = len(standings.before(concern, place)), standings.minutes(concern, place)
        if book.next_number(concern, book.today(), self._clock.now()) is None:
            raise CannotSettle(
                f"No number is left to replace {old.label}. Its visitor keeps it, or gets a place at once."
            )
        book.record(old.id, What.REPLACED, by)
        self._step(Step.OLD_VOID_WRITTEN)
        return book.add(old.visit_id, concern, before=before, minutes=minutes, replaces=old)


def _in_short(status: PrinterStatus) -> str:
    """A status for the events: only what is out of the ordinary."""
    words = [
        "" if status.answers else "no answer",
        "" if status.online or not status.answers else "offline",
        f"paper {status.paper}",
        "cover open" if status.cover_open else "",
        status.fault,
        "holds a job" if status.holds_job else "",
    ]
    return ", ".join(word for word in words if word)

"""The one thread that owns ledger and printer: takes effects, tells outcomes as events, keeps an eye on the printer."""

import logging
import queue
import threading
from collections.abc import Callable, Mapping

from hardware.host.clock import Clock
from hardware.printer.interface import Block, Outcome, Paper, Printer, PrinterStatus, PrintJob
from kiosk.flows import events as e
from kiosk.flows.effects import DrawNumber, PrintNumber, PrintWay, SettleTicket
from kiosk.presenters.world import PrinterView
from kiosk.ticketing.issuing import TicketIssuer
from kiosk.ticketing.model import NoNumber, QueueState, Ticket, TicketState
from kiosk.ticketing.queues import Queues

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 5.0
"""How often printer and queues are looked at while nothing is to be done."""

Work = DrawNumber | PrintNumber | SettleTicket | PrintWay | Callable[[], None]


def trouble_of(status: PrinterStatus) -> str:
    """A stable code for what keeps the printer from printing; "" = nothing."""
    if not status.answers:
        return "printer.no_answer"
    if status.cover_open:
        return "printer.cover_open"
    if status.paper is Paper.OUT:
        return "printer.paper_out"
    if status.fault:
        return f"printer.{status.fault}"
    if status.holds_job:
        return "printer.holds_job"
    return "" if status.online else "printer.offline"


class TicketWorker:
    """Draws, prints and settles in its own thread, one thing after the other."""

    def __init__(
        self,
        *,
        issuer: TicketIssuer,
        queues: Queues,
        printer: Printer,
        clock: Clock,
        compose_way: Callable[[PrintWay], tuple[Block, ...]],
        post: Callable[[e.Event], None],
        tell_staff: Callable[[str], None] = lambda _: None,
    ) -> None:
        """:param post: takes events from this thread to the flows.

        :param tell_staff: takes one line about the printer whenever it changes, paper low among them.
        """
        self._issuer, self._queues, self._printer, self._clock = issuer, queues, printer, clock
        self._compose_way, self._post, self._tell_staff = compose_way, post, tell_staff
        self._work: queue.Queue[Work | None] = queue.Queue()
        self._tickets: dict[str, Ticket] = {}
        self._view = PrinterView()
        self._states: Mapping[str, QueueState] = {}
        self._ways = 0
        self._thread = threading.Thread(target=self._run, name="tickets", daemon=True)

    # --- from the screen's thread --------------------------------------------------------------------------------

    def start(self) -> None:
        """Settle what a crash left behind, then work."""
        for ticket in self._issuer.recover():
            log.warning("ticket %s: %s after the last stop; staff settle it", ticket.label, ticket.state)
        self._look_at_queues()
        self._thread.start()

    def stop(self) -> None:
        """End after the work in hand."""
        self._work.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout=15)

    def do(self, effect: Work) -> None:
        """Take an effect, or something to call in this thread (staff calling a number)."""
        self._work.put(effect)

    @property
    def queues(self) -> Mapping[str, QueueState]:
        """The queues as they were when last looked at."""
        return self._states

    @property
    def printer(self) -> PrinterView:
        """What the printer said last."""
        return self._view

    def ticket(self, ticket_id: str) -> Ticket | None:
        """A number drawn since the process started."""
        return self._tickets.get(ticket_id)

    # --- in the worker's thread ----------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            try:
                work = self._work.get(timeout=LOOK_EVERY_SECONDS)
            except queue.Empty:
                self._look()
                continue
            if work is None:
                return
            try:
                self._one(work)
            except Exception:
                log.exception("a ticket could not be handled")
                self._tell_fault(work)
            self._look_at_queues()

    def _one(self, work: Work) -> None:
        if isinstance(work, DrawNumber):
            self._draw(work)
        elif isinstance(work, PrintNumber):
            self._print(work.ticket, work)
        elif isinstance(work, SettleTicket):
            self._tickets[work.ticket] = self._issuer.settle(work.ticket, work.how, by="visitor")
        elif isinstance(work, PrintWay):
            self._print_way(work)
        else:
            work()

    def _draw(self, wish: DrawNumber) -> None:
        try:
            ticket = self._issuer.draw(wish.visit, wish.concern, wish)
        except NoNumber as no:
            self._post(e.NumberRefused(no.concern, no.reason))
            return
        self._tickets[ticket.id] = ticket
        self._look_at_queues()
        self._post(e.NumberDrawn(ticket.id))
        self._print(ticket.id, wish)

    def _print(self, ticket_id: str, wish: DrawNumber | PrintNumber) -> None:
        ticket = self._issuer.print(ticket_id, wish)
        self._tickets[ticket.id] = ticket
        status = self._look_at_printer()
        self._post(self._outcome(ticket, status))

    def _outcome(self, ticket: Ticket, status: PrinterStatus) -> e.Event:
        if ticket.state is TicketState.PRINTED:
            return e.TicketPrinted(ticket.id)
        if ticket.state is TicketState.NOT_PRINTED:
            return e.TicketNotPrinted(ticket.id, trouble_of(status) or "printer.not_sent")
        return e.TicketUnconfirmed(ticket.id)

    def _print_way(self, wish: PrintWay) -> None:
        self._ways += 1
        job = PrintJob(f"way-{self._ways}-{self._clock.now():%Y%m%dT%H%M%S%f}", self._compose_way(wish))
        result = self._printer.print(job)
        status = self._look_at_printer()
        if result.outcome is Outcome.PRINTED:
            self._post(e.WayPrinted())
        else:
            self._post(e.WayNotPrinted(trouble_of(status) or "printer.not_sent"))

    def _tell_fault(self, work: Work) -> None:
        if isinstance(work, DrawNumber):
            known = next((t for t in self._tickets.values() if t.visit_id == work.visit), None)
            self._post(e.TicketUnconfirmed(known.id) if known else e.NumberRefused(work.concern, "fault"))
        elif isinstance(work, PrintNumber):
            self._post(e.TicketUnconfirmed(work.ticket))
        elif isinstance(work, PrintWay):
            self._post(e.WayNotPrinted("printer.fault"))

    def look(self) -> None:
        """Ask printer and queues now; only in this thread (`do`)."""
        self._look_at_printer()
        self._look_at_queues()

    def _look(self) -> None:
        try:
            self._look_at_printer()
            for ticket in self._issuer.note_late_results():
                self._tickets[ticket.id] = ticket
                self._post(e.TicketPrinted(ticket.id))
            self._look_at_queues()
        except Exception:
            log.exception("printer or queues could not be looked at")

    def _look_at_printer(self) -> PrinterStatus:
        status = self._printer.status()
        trouble, low = trouble_of(status), status.paper is Paper.LOW
        if (trouble, low) != (self._view.trouble, self._view.paper_low):
            words = trouble or ("printer.paper_low" if low else "works")
            log.log(logging.WARNING if trouble or low else logging.INFO, "printer: %s", words)
            self._tell_staff(f"printer: {words}")
            since = self._view.since if trouble == self._view.trouble else self._clock.now()
            self._view = PrinterView(trouble, since if trouble else None, low)
        return status

    def _look_at_queues(self) -> None:
        states = self._queues.queue_states(self._clock.now())
        if dict(states) != dict(self._states):
            self._states = states

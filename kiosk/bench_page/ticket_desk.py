"""The staff's desk over the kiosk's own queues: reads in the page's thread, writes in the ledger's thread."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future, wait
from typing import TypeVar

from content.model.text import LANGUAGES, Text
from content.model.town import Concern
from hardware.host.clock import Clock
from kiosk.bench_page.parts import DeskRefused, OpenTicket, QueueLine
from kiosk.ticketing.errors import LedgerError
from kiosk.ticketing.issuing import TicketIssuer
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.queues import Queues
from kiosk.ticketing.settling import How, unsettled

Result = TypeVar("Result")
PATIENCE_SECONDS = 30.0
"""A printer in the middle of a job keeps its thread for as long as its deadline."""


class TicketDesk:
    """Calls numbers and settles tickets as staff would."""

    def __init__(
        self,
        *,
        queues: Queues,
        issuer: TicketIssuer,
        ledger: Ledger,
        clock: Clock,
        concerns: Callable[[], Mapping[str, Concern]],
        in_ledger_thread: Callable[[Callable[[], None]], None],
    ) -> None:
        """:param in_ledger_thread: has something done by the thread that owns the ledger (`TicketWorker.do`)."""
        self._queues, self._issuer, self._ledger, self._clock = queues, issuer, ledger, clock
        self._concerns, self._in_ledger_thread = concerns, in_ledger_thread

    def queues(self) -> tuple[QueueLine, ...]:
        """All queues now."""
        concerns, states = self._concerns(), self._queues.queue_states()
        return tuple(
            QueueLine(
                concern=state.concern,
                title=_languages(concerns[state.concern].title),
                open=state.open,
                reason=state.reason,
                waiting=state.waiting,
                wait_minutes=state.wait_minutes,
                last_called=state.last_called,
                rooms=concerns[state.concern].rooms,
            )
            for state in states.values()
            if state.concern in concerns
        )

    def unsettled(self) -> tuple[OpenTicket, ...]:
        """Today's tickets that need staff."""
        return tuple(
            OpenTicket(
                ticket=one.ticket.id,
                label=one.ticket.label,
                why=one.why.value,
                choices=tuple(how.value for how in one.choices),
            )
            for one in unsettled(self._ledger, self._clock)
        )

    def call_next(self, concern: str, room: str) -> str | None:
        """Call whoever waits longest."""
        known = self._concerns().get(concern)
        if known is None or room not in known.rooms:
            raise DeskRefused(f"No desk of room {room} calls the queue `{concern}`.")
        ticket = self._ask(lambda: self._queues.call_next(concern, room))
        return ticket.label if ticket else None

    def settle(self, ticket: str, how: str) -> None:
        """As staff."""
        if how not in set(How):
            raise DeskRefused(f"A ticket cannot be settled as `{how}`.")
        self._ask(lambda: self._issuer.settle(ticket, How(how), by="staff"))

    def _ask(self, work: Callable[[], Result]) -> Result:
        """Have `work` done in the ledger's thread and wait for it."""
        answer: Future[Result] = Future()

        def do() -> None:
            if not answer.set_running_or_notify_cancel():
                return
            try:
                answer.set_result(work())
            except Exception as fault:  # noqa: BLE001 - raised again in the thread that asked
                answer.set_exception(fault)

        self._in_ledger_thread(do)
        try:
            if not wait([answer], PATIENCE_SECONDS).done and answer.cancel():
                raise DeskRefused("The printer is busy. Nothing was done; try again.")
            return answer.result()
        except LedgerError as fault:
            raise DeskRefused(str(fault)) from fault


def _languages(text: Text) -> dict[str, str]:
    return {language: text.in_language(language) for language in LANGUAGES if language in text.languages}

"""What can be said about a ticket's paper, by whom, and which tickets need somebody to say it."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from hardware.host.clock import Clock
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.life import What
from kiosk.ticketing.model import Ticket
from kiosk.ticketing.model import TicketState as S


class How(StrEnum):
    """How a ticket is settled. The first four are the visitor's to say, the others the staff's."""

    CAME = "came"
    MISSING = "missing"
    """No paper came: noted, but the printer may still hold it."""
    REMEMBERED = "remembered"
    PHONE = "phone"
    PRINTED = "printed"
    PAPERLESS = "paperless"
    VOID = "void"
    REPLACE = "replace"
    """The number becomes void, a new one takes its place in the queue."""


class Rule(Struct, frozen=True):
    """What `How` does. In one of the states `already` there is nothing left to do."""

    what: What
    visitor: bool
    already: frozenset[S]


_DONE = frozenset({S.PRINTED, S.PAPERLESS, S.VOID})
RULES: Mapping[How, Rule] = {
    How.CAME: Rule(What.PAPER_CAME, True, frozenset({S.PRINTED, S.VOID})),
    How.MISSING: Rule(What.PAPER_MISSED, True, _DONE | {S.NOT_PRINTED, S.DRAWN}),
    How.REMEMBERED: Rule(What.REMEMBERED, True, _DONE),
    How.PHONE: Rule(What.ON_PHONE, True, _DONE),
    How.PRINTED: Rule(What.STAFF_PRINTED, False, frozenset({S.PRINTED})),
    How.PAPERLESS: Rule(What.STAFF_PAPERLESS, False, frozenset({S.PAPERLESS})),
    How.VOID: Rule(What.STAFF_VOID, False, frozenset({S.VOID})),
    How.REPLACE: Rule(What.REPLACED, False, frozenset()),
}


class Why(StrEnum):
    """Why a ticket needs somebody."""

    MAYBE_ON_PAPER = "maybe_on_paper"
    """Paper may have come, or may come: look at the printer."""
    PAPER_MISSED = "paper_missed"
    """As above, and the visitor said that none came."""
    NO_PAPER = "no_paper"
    """Surely no paper. The number is valid; the visitor may not know it."""
    STRAY_PAPER = "stray_paper"
    """The number is void, but its paper came out later: throw it away."""


class Unsettled(Struct, frozen=True):
    """A ticket, why it needs somebody, and what staff can do."""

    ticket: Ticket
    why: Why
    choices: tuple[How, ...]


_CHOICES = {
    Why.MAYBE_ON_PAPER: (How.PRINTED, How.PAPERLESS, How.REPLACE, How.VOID),
    Why.PAPER_MISSED: (How.REPLACE, How.PAPERLESS, How.PRINTED, How.VOID),
    Why.NO_PAPER: (How.PAPERLESS, How.REPLACE, How.VOID),
    Why.STRAY_PAPER: (),
}


def unsettled(ledger: Ledger, clock: Clock) -> tuple[Unsettled, ...]:
    """Today's tickets that need staff, oldest first; whoever was called already needs nothing. Safe from any thread."""
    found: list[Unsettled] = []
    with ledger.read() as page:
        day = page.day_at(clock.now())
        if day is None:
            return ()
        for ticket in page.tickets({S.UNCONFIRMED, S.NOT_PRINTED, S.VOID}, day):
            why = _why(ticket)
            if ticket.state is S.VOID:
                late = any(event.what == What.LATE_PRINT for event in page.events(ticket.id))
                why = Why.STRAY_PAPER if late else None
            if why and ticket.called_at is None:
                found.append(Unsettled(ticket, why, _CHOICES[why]))
    return tuple(found)


def _why(ticket: Ticket) -> Why | None:
    if ticket.state is S.UNCONFIRMED:
        return Why.PAPER_MISSED if ticket.paper_missed else Why.MAYBE_ON_PAPER
    return Why.NO_PAPER if ticket.state is S.NOT_PRINTED else None

"""What a waiting number is and the states it can be in. No database, no printer."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class TicketState(StrEnum):
    """Where the paper of a number is. The number itself is valid from `DRAWN` on, unless `VOID`."""

    DRAWN = "drawn"
    """On disk; no byte has gone to a printer."""
    PRINTING = "printing"
    """The intent to print is on disk; bytes may have gone. After a crash this means: may be on paper."""
    PRINTED = "printed"
    """The printer confirmed, or visitor or staff said they hold it."""
    NOT_PRINTED = "not_printed"
    """Surely no paper: none was sent. May be printed once more."""
    UNCONFIRMED = "unconfirmed"
    """Paper may have come or may come; never sent again by itself. Staff settle it."""
    PAPERLESS = "paperless"
    """Settled without paper: on the phone, or remembered."""
    VOID = "void"
    """Taken back by staff; never called."""


class Ticket(Struct, frozen=True, kw_only=True):
    """A waiting number as it stands on disk."""

    id: str
    """Random, never shown; key of the print job."""
    visit_id: str
    """The visit it was drawn in; one ticket for a visit and concern."""
    concern: str
    number: int
    label: str
    """"A042"."""
    day: date
    drawn_at: datetime
    state: TicketState
    waiting_before: int
    """People before this one when it was drawn."""
    wait_minutes: int | None
    """Estimate when it was drawn; None: unknown."""
    called_at: datetime | None = None
    called_room: str = ""
    paper_missed: bool = False
    """The visitor said that no paper came; the state stays as it is, staff see it."""
    replaces: str = ""
    """Id of the void number whose place in the queue this one took; "" = none."""


class TicketEvent(Struct, frozen=True, kw_only=True):
    """One thing that happened to a number, or (`ticket` "") to the ledger. Never changed, never removed."""

    order: int
    """Grows with every event."""
    ticket: str
    what: str
    """See `kiosk.ticketing.life.What`."""
    at: datetime
    detail: str = ""


class QueueState(Struct, frozen=True, kw_only=True):
    """A concern's queue as it is now."""

    concern: str
    open: bool
    reason: str = ""
    """Why not open: "closed", "used_up", "paused"."""
    opens_at: datetime | None = None
    waiting: int
    wait_minutes: int | None
    """For somebody who draws now; None: unknown."""
    left_today: int | None
    """Numbers left; None: no limit."""
    last_called: tuple[tuple[str, str], ...] = ()
    """(label, room ref), newest first, at most three."""
    before: int = 0
    """People called before somebody who draws now: those waiting here, and those of more urgent concerns at the same
    desks."""
    pause_text: str = ""
    """What staff wrote when they paused it."""


class NoNumber(Exception):
    """No number can be drawn. `reason` is "closed", "used_up" or "paused"."""

    def __init__(self, concern: str, reason: str) -> None:
        super().__init__(f"no number for {concern}: {reason}")
        self.concern, self.reason = concern, reason

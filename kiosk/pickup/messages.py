"""What the terminal tells the city: events without names, and the notification to the holder, sealed."""

from collections.abc import Callable
from datetime import datetime

import msgspec
from msgspec import Struct

from content.sync.messages import Outgoing
from kiosk.pickup.model import Booking, Pickup


class Notice(Struct, frozen=True, kw_only=True):
    """What the city needs to write to the holder."""

    booking: Booking
    code: str
    until: datetime
    terminal: str

    def __repr__(self) -> str:
        """Without the code."""
        return f"Notice({self.booking.id!r})"


def loaded(notice: Notice, seal: Callable[[bytes], bytes], at: datetime) -> tuple[Outgoing, Outgoing]:
    """That it is available, and the notification that only the city can open."""
    about = {"booking": notice.booking.id, "at": at.isoformat()}
    inside = {
        "booking": notice.booking.id,
        "code": notice.code,
        "language": notice.booking.language,
        "until": notice.until.isoformat(),
        "terminal": notice.terminal,
    }
    sealed = seal(msgspec.json.encode(inside)).hex()
    return (
        Outgoing("loaded", {**about, "until": notice.until.isoformat()}),
        Outgoing("notification", {**about, "sealed": sealed}),
    )


def collected(pickup: Pickup, at: datetime) -> Outgoing:
    """The holder has it."""
    return _about(pickup, "collected", at, stated=list(pickup.stated), handed_in=pickup.handed_in)


def returned(pickup: Pickup, at: datetime) -> Outgoing:
    """It is at the counter."""
    return _about(pickup, "returned", at)


def overdue(pickup: Pickup, at: datetime) -> Outgoing:
    """Its days are over; the city writes to the holder."""
    return _about(pickup, "overdue", at)


def problem_told(booking: str, compartment: str, problem: str, at: datetime) -> Outgoing:
    """Somebody must look."""
    about = {"booking": booking, "compartment": compartment, "problem": problem, "at": at.isoformat()}
    return Outgoing("problem", about)


def _about(pickup: Pickup, kind: str, at: datetime, **more: object) -> Outgoing:
    return Outgoing(kind, {"booking": pickup.booking.id, "at": at.isoformat(), **more})

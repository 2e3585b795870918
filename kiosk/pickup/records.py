"""What can be written into the ledger of pickups: one frozen struct for each thing that can happen.

No names, no codes, no second factors: booking numbers, numbers of compartments, pseudonyms. `by` is the pseudonym of a
staff card, `holder`, `terminal` or `city`. Tags and fields are on disk for ever: add, never rename.
"""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from kiosk.pickup.model import Booking, DoorState
from kiosk.pickup.words import Statement

Purpose = Literal["load", "collect", "take_out", "inspect"]
Told = Literal["open", "closed"]
Problem = Literal["jammed", "empty", "wrong_document", "still_inside", "not_told", "help"]
Outcome = Literal["in_it", "collected", "returned", "not_loaded", "free"]
"""What staff find who look: the document lies in it; it was collected; they took it to the counter; it was never put
in; nothing lies in it and nothing should.
"""


class _Record(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    pass


# --- bookings --------------------------------------------------------------------------------------------------------


class BookingTaken(_Record, frozen=True, tag="booked"):
    """The city announced a document."""

    booking: Booking


class BookingWithdrawn(_Record, frozen=True, tag="withdrawn"):
    """The city took it back; what lies in a compartment already is overdue from now on."""

    pickup: str


class KeptLonger(_Record, frozen=True, tag="kept_longer"):
    """The city lets it lie until a later moment."""

    pickup: str
    until: datetime


# --- doors -----------------------------------------------------------------------------------------------------------


class OpenIntended(_Record, frozen=True, tag="intended"):
    """On disk before the pulse; exactly one pulse may follow."""

    intent: str
    """Given once."""
    compartment: str
    purpose: Purpose
    pickup: str
    """"" = none (`inspect` of an empty compartment)."""
    by: tuple[str, ...]
    """Two staff cards; or the holder."""


class PulseGiven(_Record, frozen=True, tag="pulse"):
    """The command has left; it says nothing of the door."""

    intent: str


class PulseNotGiven(_Record, frozen=True, tag="no_pulse"):
    """Surely none: the intent is over."""

    intent: str
    code: str


class PulseUnsure(_Record, frozen=True, tag="pulse_unsure"):
    """It may have been given."""

    intent: str
    code: str


class DoorSeen(_Record, frozen=True, tag="door"):
    """The sensor says so."""

    intent: str
    compartment: str
    door: DoorState


class DoorNotOpened(_Record, frozen=True, tag="not_opened"):
    """The sensor said closed all the time. It may still open late: then `DoorSeen` follows."""

    intent: str
    code: str


class DoorTold(_Record, frozen=True, tag="door_told"):
    """The visitor or staff say so, where the sensor says nothing."""

    intent: str
    said: Told


# --- the life of a document ------------------------------------------------------------------------------------------


class Loaded(_Record, frozen=True, tag="loaded"):
    """It lies in the compartment, the door is closed, its code is on the way."""

    pickup: str
    compartment: str
    intent: str
    until: datetime
    """Last moment at which it may be collected."""


class LoadingGivenUp(_Record, frozen=True, tag="not_loaded"):
    """Staff put nothing in."""

    pickup: str
    intent: str


class Stated(_Record, frozen=True, tag="stated"):
    """In text form, by the holder, before the door opens."""

    pickup: str
    statements: tuple[Statement, ...]


class HandedIn(_Record, frozen=True, tag="handed_in"):
    """The holder says that the old document is in the slot."""

    pickup: str


class Taken(_Record, frozen=True, tag="taken"):
    """Collected. `how` we know: a stable word such as `told`, `closed`."""

    pickup: str
    intent: str
    how: str


class ProblemTold(_Record, frozen=True, tag="problem"):
    """By the holder. `empty`, `wrong_document` and `not_told` make it unclear."""

    pickup: str
    compartment: str
    problem: Problem


class Overdue(_Record, frozen=True, tag="overdue"):
    """Its days are over."""

    pickup: str


class Returned(_Record, frozen=True, tag="returned"):
    """Staff took it back to the counter."""

    pickup: str
    intent: str
    by: tuple[str, ...]


class Wiped(_Record, frozen=True, tag="wiped"):
    """What could prove a holder is gone from this machine."""

    pickup: str


# --- compartments ----------------------------------------------------------------------------------------------------


class OutOfOrder(_Record, frozen=True, tag="out_of_order"):
    """Nothing is put in or taken out through it."""

    compartment: str
    why: str
    by: tuple[str, ...]


class BackInOrder(_Record, frozen=True, tag="in_order"):
    """It is used again, with whatever lies in it."""

    compartment: str
    by: tuple[str, ...]


class OpenedUnbidden(_Record, frozen=True, tag="unbidden"):
    """A door opened that nobody had asked to: what lies in it is unclear."""

    compartment: str


class Found(_Record, frozen=True, tag="found"):
    """At start-up or in an inventory something contradicts the ledger: unclear until staff look."""

    compartment: str
    finding: str


class Settled(_Record, frozen=True, tag="settled"):
    """Staff looked into it and say how it is."""

    compartment: str
    pickup: str
    """What may lie in it; "" = nothing."""
    what: Outcome
    by: tuple[str, ...]


# --- attempts --------------------------------------------------------------------------------------------------------


class CodesWrong(_Record, frozen=True, tag="codes_wrong"):
    """So many wrong codes in a row at this terminal, with this one; 0 = a right one."""

    count: int


class CodesLocked(_Record, frozen=True, tag="codes_locked"):
    """No code is looked at before."""

    until: datetime


class FactorWrong(_Record, frozen=True, tag="factor_wrong"):
    """So many wrong second factors in a row for this pickup, with this one; 0 = a right one."""

    pickup: str
    count: int


class PickupLocked(_Record, frozen=True, tag="locked"):
    """The `locks`th time; `until` = `datetime.max` (UTC): until staff release it."""

    pickup: str
    until: datetime
    locks: int


class LockReleased(_Record, frozen=True, tag="released"):
    """All attempts are forgotten."""

    pickup: str
    by: tuple[str, ...]


# --- the machine -----------------------------------------------------------------------------------------------------


class ClockWentBack(_Record, frozen=True, tag="clock_back"):
    """By so many seconds."""

    seconds: float


class Started(_Record, frozen=True, tag="started"):
    """The program, in this run of the machine."""

    boot: str
    terminal: str


class WallSeen(_Record, frozen=True, tag="wall"):
    """The wall as the settings describe it, where it is not as it was before."""

    locks: dict[str, str]
    """Number on the door -> "board/lock"."""


Record = (
    BookingTaken
    | BookingWithdrawn
    | KeptLonger
    | OpenIntended
    | PulseGiven
    | PulseNotGiven
    | PulseUnsure
    | DoorSeen
    | DoorNotOpened
    | DoorTold
    | Loaded
    | LoadingGivenUp
    | Stated
    | HandedIn
    | Taken
    | ProblemTold
    | Overdue
    | Returned
    | Wiped
    | OutOfOrder
    | BackInOrder
    | OpenedUnbidden
    | Found
    | Settled
    | CodesWrong
    | CodesLocked
    | FactorWrong
    | PickupLocked
    | LockReleased
    | ClockWentBack
    | Started
    | WallSeen
)


class Entry(Struct, frozen=True, kw_only=True):
    """One row of the ledger."""

    seq: int
    """From 1, without gaps."""
    at: datetime
    """What the terminal's clock said; may go back."""
    record: Record

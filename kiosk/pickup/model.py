"""What a pickup terminal consists of: compartments, bookings, pickups. Frozen data; no disk, no device."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from kiosk.pickup.words import DocumentKind, Statement, Thing, Way

DoorState = Literal["open", "closed", "unknown"]
"""What a door's sensor says, as `hardware.locker.interface.Door` has it; this file knows no device."""


class Size(StrEnum):
    """How much fits in; compared by `fits`."""

    S = "S"
    M = "M"
    L = "L"

    def fits(self, into: "Size") -> bool:
        """Whether something of this size goes into a compartment of size `into`."""
        order = tuple(Size)
        return order.index(self) <= order.index(into)


class Compartment(Struct, frozen=True, kw_only=True):
    """One door of the wall."""

    id: str
    """The number on the door, as people read it: "17"."""
    board: int
    lock: int
    """Its lock on that board, from 0."""
    size: Size
    column: int
    """Columns left of the screen are -1, -2 ... going left, right of it 1, 2 ... going right; never 0."""
    row: int
    """0 = the lowest door of its column."""
    bottom: int
    """Lower edge of the door above the floor (mm)."""
    height: int
    """Of the door (mm)."""

    @property
    def reachable_seated(self) -> bool:
        """Whether a seated person reaches it: its middle between 400 and 1100 mm (DIN 18040-1 has 850 to 1050 for
        what is operated often; a door that is pushed may lie lower).
        """
        return 400 <= self.bottom + self.height // 2 <= 1100


class CompartmentState(StrEnum):
    """What the ledger knows of a compartment."""

    FREE = "free"
    LOADED = "loaded"
    """A document lies in it, to be collected."""
    OVERDUE = "overdue"
    """A document lies in it that nobody may collect any more: staff take it back to the counter."""
    UNCLEAR = "unclear"
    """It was opened, and what is in it is not known: staff look. Never given to anybody before."""
    OUT_OF_ORDER = "out_of_order"


class Booking(Struct, frozen=True, kw_only=True):
    """What the city says of one document to be collected. No name: the numbers are enough."""

    id: str
    """Booking number, as barcode and on the envelope: letters, digits and hyphens, 4 to 32."""
    holder: str
    """Pseudonym of the holder: what one holder may collect in one visit has the same one."""
    document: DocumentKind
    size: Size = Size.S
    low: bool = False
    """The holder reaches only compartments within reach of a seated person."""
    language: str = "de"
    """Of the notification."""
    ways: tuple[Way, ...]
    """Who may collect, and how they prove it; at least one for the holder. Never `fingerprint` alone."""
    statements: tuple[Statement, ...] = ()
    contents: tuple[Thing, ...] = ("document",)
    """What lies in the compartment, for the hint on the screen."""
    old_document: bool = False
    """The old document is handed in first, where the terminal has a slot for it."""
    keep_days: int = 7
    """Days from the loading until staff take it back."""


class PickupState(StrEnum):
    """The life of one document at this terminal."""

    BOOKED = "booked"
    """Announced by the city, not here yet."""
    LOADING = "loading"
    """A compartment was commanded open for it; not yet closed and confirmed."""
    AVAILABLE = "available"
    COLLECTING = "collecting"
    """A compartment was commanded open for its holder; not yet closed and confirmed."""
    COLLECTED = "collected"
    OVERDUE = "overdue"
    """Its days are over; it still lies in its compartment."""
    TAKING_OUT = "taking_out"
    """A compartment was commanded open for staff who take it out or move it."""
    RETURNED = "returned"
    """Staff took it back to the counter."""
    UNCLEAR = "unclear"
    """Something contradicts itself (power cut in between, empty, wrong document): staff settle it."""
    WITHDRAWN = "withdrawn"
    """The city took the booking back before it was loaded."""


ENDED = frozenset({PickupState.COLLECTED, PickupState.RETURNED, PickupState.WITHDRAWN})


class Pickup(Struct, frozen=True, kw_only=True):
    """What the ledger knows of one booking."""

    booking: Booking
    state: PickupState
    compartment: str = ""
    """"" = in none."""
    loaded_at: datetime | None = None
    until: datetime | None = None
    """Last moment at which it may be collected."""
    locked_until: datetime | None = None
    """Too many wrong second factors; `datetime.max` (UTC) = until staff release it."""
    handed_in: bool = False
    stated: tuple[Statement, ...] = ()


class CompartmentView(Struct, frozen=True, kw_only=True):
    """A compartment as screens see it."""

    compartment: Compartment
    state: CompartmentState
    door: DoorState
    pickup: str = ""
    """Booking id of what lies in it, "" = nothing known."""
    since: datetime | None = None
    why: str = ""
    """Why it is unclear or out of order: a stable word."""


class Alarm(Struct, frozen=True, kw_only=True):
    """Staff must come: a stable code, and what it is about."""

    code: str
    """`door_left_open`, `door_not_opened`, `compartment_empty`, `wrong_document`, `unclear`, `opened_unbidden`,
    `boards_silent`, `disk_full`, `ledger_damaged`, `clock_back`, `help_wanted`."""
    compartment: str = ""
    since: datetime


class TerminalView(Struct, frozen=True, kw_only=True):
    """The pickup terminal as screens see it; replaced as a whole when something changed."""

    fitted: bool = False
    """Whether this machine has compartments at all."""
    compartments: tuple[CompartmentView, ...] = ()
    booked: tuple[str, ...] = ()
    """Booking ids announced by the city and not loaded yet."""
    alarms: tuple[Alarm, ...] = ()
    hands_out: str = ""
    """"" = pickups can be collected; else why not: `disk_full`, `ledger_damaged`, `boards_silent`, `paused`."""
    city_silent_since: datetime | None = None
    locked_until: datetime | None = None
    """No code is taken before: too many wrong ones were typed."""
    slot: bool = False
    """Whether there is a slot for old documents."""

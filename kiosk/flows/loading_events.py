"""What can happen in the staff corner's part of the compartments. Those of staff are sent by screens, the others by its
handler.
"""

from typing import Literal

from kiosk.flows.events import Event

# --- at the screen ---------------------------------------------------------------------------------------------------


class LockersWanted(Event, frozen=True):
    """The compartments, from the overview."""


class OverviewWanted(Event, frozen=True):
    """Back to all compartments."""


class BookingWanted(Event, frozen=True):
    """A booking is to be loaded."""


class BookingTypingWanted(Event, frozen=True):
    """Its number is to be typed."""


class BookingDigit(Event, frozen=True):
    """One digit of the booking number."""

    digit: str


class BookingErased(Event, frozen=True):
    """The last digit is taken back."""


class BookingCleared(Event, frozen=True):
    """All digits anew."""


class BookingOffered(Event, frozen=True):
    """The number is typed."""


class BookingChosen(Event, frozen=True):
    """By its row, or by its barcode."""

    booking: str


class OtherCompartmentWanted(Event, frozen=True):
    """Not the proposed one."""


class LoadWanted(Event, frozen=True):
    """Open the proposed compartment to put the document in."""


class NothingPutIn(Event, frozen=True):
    """The door is open, but nothing is put in; or nothing lay inside that could be taken out."""


class LockerLeft(Event, frozen=True):
    """The door cannot be closed, or its sensor is wrong: somebody else looks later."""


class TakeOutWanted(Event, frozen=True):
    """Open the compartment to take the document back to the counter."""

    pickup: str


class MoveWanted(Event, frozen=True):
    """Open the compartment to move its document to another one."""

    pickup: str


class LockerTold(Event, frozen=True):
    """Something to be noted of a compartment, without opening it."""

    compartment: str
    what: Literal["out_of_order", "in_order", "empty", "release"]


class InspectWanted(Event, frozen=True):
    """Open a compartment to look into it."""

    compartment: str


class InventoryWanted(Event, frozen=True):
    """Compare sensors with what is written down."""


# --- from the handler ------------------------------------------------------------------------------------------------


class FirstCard(Event, frozen=True):
    """A known card; one more, another one."""

    who: str


class CardRefused(Event, frozen=True):
    """`key` is a key of the staff's texts."""

    key: str


class BothCards(Event, frozen=True):
    """Two different known cards."""

    first: str
    second: str


class Proposed(Event, frozen=True):
    """A compartment that fits."""

    booking: str
    compartment: str


class NotProposed(Event, frozen=True):
    """There is none, or the booking is not known; `key` is a key of the staff's texts."""

    key: str
    about: str = ""


class LockerOpened(Event, frozen=True):
    """The door is open; where its sensor says nothing, staff see it."""

    compartment: str
    seen: bool = True


class LockerNotOpened(Event, frozen=True):
    """It stayed closed, or was not opened; `key` is a key of the staff's texts."""

    key: str
    about: str = ""


class LockerNotFinished(Event, frozen=True):
    """The door is closed, but that could not be written down; `key` is a key of the staff's texts."""

    key: str


class LockerShut(Event, frozen=True):
    """The door is closed."""


class LockerTellsShut(Event, frozen=True):
    """The sensor says nothing; staff say that the door is closed."""


class LockerDone(Event, frozen=True):
    """It is written down; `key` is a key of the staff's texts."""

    key: str
    about: str = ""
    loaded: bool = False


class Findings(Event, frozen=True):
    """What the inventory found: compartment and a key of the staff's texts."""

    lines: tuple[tuple[str, str], ...]

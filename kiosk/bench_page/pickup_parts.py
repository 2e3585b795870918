"""What the page shows and touches of a pickup terminal: doors, staff cards, the scanner, the city's desk. Contracts."""

from collections.abc import Mapping
from typing import Literal, Protocol

from msgspec import Struct

Hand = Literal["open", "close", "jam", "free", "cut", "mend"]
"""What hands do at a door: push it to, pull it open; jam it, free it; cut its sensor's cable, mend it."""


class DoorCard(Struct, frozen=True, kw_only=True):
    """One door of the wall."""

    compartment: str
    column: int
    row: int
    size: str
    open: bool
    jammed: bool
    cut: bool
    state: str
    """What the ledger knows: "free", "loaded", "overdue", "unclear", "out_of_order"."""
    pickup: str
    """Booking that lies in it."""


class BookingCard(Struct, frozen=True, kw_only=True):
    """One booking of the city, with what its holder knows: only a simulated city tells that."""

    pickup: str
    document: str
    proofs: tuple[tuple[str, str, str], ...]
    """(who, factor, value)."""


class MessageCard(Struct, frozen=True, kw_only=True):
    """What the city sent to a holder."""

    pickup: str
    text: str
    code: str


class PickupCard(Struct, frozen=True, kw_only=True):
    """The terminal and the city."""

    doors: tuple[DoorCard, ...]
    cards: tuple[str, ...]
    """Names of staff cards that can be shown."""
    scans: bool | None
    """Whether the scanner looks now; None: there is no simulated one."""
    bookings: tuple[BookingCard, ...] = ()
    """Newest first."""
    messages: tuple[MessageCard, ...] = ()
    """Newest first."""
    levers: Mapping[str, bool] = {}
    """What can be wrong with the city, and whether it is."""
    alarms: tuple[str, ...] = ()
    hands_out: str = ""
    """Why nothing is handed out now; "" = it is."""


class PickupBench(Protocol):
    """Hands before the terminal, and the city behind it. Called from any thread."""

    def look(self) -> PickupCard:
        """All of it now."""
        ...

    def hand(self, compartment: str, what: Hand) -> None:
        """Do something at a door.

        :raises KeyError: there is no such door.
        """
        ...

    def show_card(self, name: str) -> None:
        """Put a staff card on the reader.

        :raises KeyError: there is no such card.
        """
        ...

    def scan(self, text: str) -> None:
        """Hold a code before the scanner.

        :raises KeyError: there is no simulated scanner.
        """
        ...

    def book(self, document: str) -> str:
        """The city announces a document; its booking number.

        :raises KeyError: there is no simulated city, or no such kind of document.
        """
        ...

    def lever(self, name: str, on: bool) -> None:
        """Make something wrong with the city, or right again.

        :raises KeyError: there is no such lever.
        """
        ...

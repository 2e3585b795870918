"""What the terminal knows, as it follows from the entries of the ledger (`folding`). Frozen data."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from msgspec import Struct

from kiosk.pickup.model import CompartmentState, DoorState, Pickup, PickupState
from kiosk.pickup.records import Purpose, Told


class Intent(Struct, frozen=True, kw_only=True):
    """One opening of one compartment, from before its pulse until it is known what became of it."""

    id: str
    compartment: str
    purpose: Purpose
    pickup: str
    by: tuple[str, ...]
    at: datetime
    before: PickupState | None
    """State of the pickup to which it returns where nothing was opened; None where there is no pickup."""
    pulse: str = ""
    """"" = not known (it may have been given, if the power went), `given`, `unsure`."""
    not_opened: str = ""
    """Why the door did not open; "" = nothing of the kind was seen. It may still open late."""
    door: DoorState | None = None
    """What its sensor said last."""
    was_open: bool = False
    """Its sensor said open at some time."""
    told: Told | None = None


class CompartmentFacts(Struct, frozen=True, kw_only=True):
    """What is known of one compartment. Of its door the sensors know, not the ledger."""

    pickup: str = ""
    """What lies in it, or may lie in it."""
    pickup_state: PickupState | None = None
    unclear: str = ""
    """Why nobody knows what is in it; a stable word."""
    out_of_order: str = ""
    since: datetime | None = None

    @property
    def state(self) -> CompartmentState:
        """Out of order over unclear over what lies in it. While it is opened to load it is not free."""
        if self.out_of_order:
            return CompartmentState.OUT_OF_ORDER
        if self.unclear:
            return CompartmentState.UNCLEAR
        if not self.pickup:
            return CompartmentState.FREE
        overdue = self.pickup_state is PickupState.OVERDUE
        return CompartmentState.OVERDUE if overdue else CompartmentState.LOADED

    @property
    def why(self) -> str:
        """Why it cannot be used; "" = it can."""
        return self.out_of_order or self.unclear


NOTHING_KNOWN = CompartmentFacts()


class Attempts(Struct, frozen=True, kw_only=True):
    """Wrong second factors of one pickup."""

    wrong: int = 0
    """In a row, since the last lock."""
    locks: int = 0


class State(Struct, frozen=True, kw_only=True):
    """Replaced as a whole; never changed."""

    seq: int = 0
    """The last entry that is in it; 0 = none."""
    pickups: Mapping[str, Pickup] = MappingProxyType({})
    """By booking number; ended ones as well, so that an old message is known when it comes again."""
    compartments: Mapping[str, CompartmentFacts] = MappingProxyType({})
    """Only those of which something was written."""
    intents: Mapping[str, Intent] = MappingProxyType({})
    """Of which it is not known yet what became of them."""
    withdrawn: frozenset[str] = frozenset()
    """Bookings the city took back, whatever has become of them."""
    codes_wrong: int = 0
    """In a row at this terminal, since the last lock."""
    codes_locked_until: datetime | None = None
    attempts: Mapping[str, Attempts] = MappingProxyType({})
    """Per pickup."""
    locks: Mapping[str, str] = MappingProxyType({})
    """Number on the door -> "board/lock", as the wall was seen last."""
    latest: datetime | None = None
    """The highest time in any entry: a clock that shows less was set back."""

    def compartment(self, number: str) -> CompartmentFacts:
        """Free where nothing was written of it."""
        return self.compartments.get(number, NOTHING_KNOWN)

    def intent_at(self, number: str) -> Intent | None:
        """What a compartment was opened for last, while it is not known what became of it."""
        return next((one for one in self.intents.values() if one.compartment == number), None)

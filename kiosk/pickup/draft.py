"""A state that may be changed until it is finished, and what several rules of `folding` need of it."""

from datetime import datetime
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from kiosk.pickup.errors import Contradiction
from kiosk.pickup.model import Pickup, PickupState
from kiosk.pickup.state import NOTHING_KNOWN, CompartmentFacts, Intent, State

WHILE_OPEN = {
    "load": PickupState.LOADING,
    "collect": PickupState.COLLECTING,
    "take_out": PickupState.TAKING_OUT,
}
OPENED = frozenset(WHILE_OPEN.values())
FROM = {
    "load": frozenset({PickupState.BOOKED}),
    "collect": frozenset({PickupState.AVAILABLE}),
    "take_out": frozenset({PickupState.AVAILABLE, PickupState.OVERDUE, PickupState.UNCLEAR}),
}
"""Where a pickup must be when a door is opened for it; while it is open, it may be opened again."""
IF_WITHDRAWN = {PickupState.BOOKED: PickupState.WITHDRAWN, PickupState.AVAILABLE: PickupState.OVERDUE}
"""What becomes of a document that the city wants back while a door is open for it or nobody knows where it is."""


class Draft:
    """A state that may be changed, until it is finished."""

    def __init__(self, state: State) -> None:
        self.seq, self.latest = state.seq, state.latest
        self.pickups, self.compartments = dict(state.pickups), dict(state.compartments)
        self.intents, self.attempts = dict(state.intents), dict(state.attempts)
        self.withdrawn, self.locks = state.withdrawn, state.locks
        self.codes_wrong, self.codes_locked_until = state.codes_wrong, state.codes_locked_until

    def finished(self) -> State:
        return State(
            seq=self.seq,
            pickups=MappingProxyType(self.pickups),
            compartments=MappingProxyType(self.compartments),
            intents=MappingProxyType(self.intents),
            withdrawn=self.withdrawn,
            codes_wrong=self.codes_wrong,
            codes_locked_until=self.codes_locked_until,
            attempts=MappingProxyType(self.attempts),
            locks=self.locks,
            latest=self.latest,
        )

    # --- pickups -----------------------------------------------------------------------------------------------------

    def pickup(self, booking: str) -> Pickup:
        if booking not in self.pickups:
            raise Contradiction("no such booking was taken")
        return self.pickups[booking]

    def change(self, booking: str, **fields: Any) -> None:
        """Change a pickup, and what is known of its compartment with it."""
        if booking in self.withdrawn and "state" in fields:
            fields["state"] = IF_WITHDRAWN.get(fields["state"], fields["state"])
        changed = replace(self.pickup(booking), **fields)
        self.pickups[booking] = changed
        if changed.compartment:
            self.set_facts(changed.compartment, pickup=booking, pickup_state=changed.state)

    def leave(self, booking: str, at: datetime) -> None:
        """It lies in no compartment any more."""
        number = self.pickup(booking).compartment
        self.pickups[booking] = replace(self.pickup(booking), compartment="")
        if number:
            self.set_facts(number, pickup="", pickup_state=None, unclear="", since=at)

    def end(self, booking: str, state: PickupState, at: datetime) -> None:
        """It is known what became of it, and it is not in a compartment."""
        self.change(booking, state=state)
        self.leave(booking, at)
        self.end_intents(pickup=booking)

    # --- compartments ------------------------------------------------------------------------------------------------

    def facts(self, number: str) -> CompartmentFacts:
        return self.compartments.get(number, NOTHING_KNOWN)

    def set_facts(self, number: str, **fields: Any) -> None:
        self.compartments[number] = replace(self.facts(number), **fields)

    def make_unclear(self, number: str, why: str, at: datetime) -> None:
        known = self.facts(number)
        self.set_facts(number, unclear=known.unclear or why, since=at)
        if known.pickup:
            self.change(known.pickup, state=PickupState.UNCLEAR)

    def lose_sight(self, number: str, why: str, at: datetime) -> None:
        """Nobody knows what became of what its door was opened for."""
        self.make_unclear(number, why, at)
        self.end_intents(compartment=number)

    # --- intents -----------------------------------------------------------------------------------------------------

    def intent(self, intent: str, pickup: str = "") -> Intent:
        """:param pickup: for which it must have been; "" = any."""
        known = self.intents.get(intent)
        if known is None or (pickup and known.pickup != pickup):
            raise Contradiction(f"no door was opened by the intent {intent} for that")
        return known

    def open_at(self, number: str) -> list[Intent]:
        """What its door was opened for, as far as it opened or may have."""
        return [one for one in self.intents.values() if one.compartment == number and not one.not_opened]

    def is_only(self, intent: Intent) -> bool:
        """Whether no other door is open for the same pickup."""
        return not any(one.pickup == intent.pickup and one.id != intent.id for one in self.intents.values())

    def end_intents(self, *, pickup: str = "", compartment: str = "") -> None:
        """It is known what became of them."""
        for one in tuple(self.intents.values()):
            if (pickup and one.pickup == pickup) or (compartment and one.compartment == compartment):
                del self.intents[one.id]

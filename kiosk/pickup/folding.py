"""From the entries of the ledger to what is known: a pure fold, one short rule a record.

A record that does not fit what is known is refused (`Contradiction`) before it reaches the disk: a second pulse for one
intent, something loaded into a compartment that is taken, something collected that nobody opened a door for.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from kiosk.pickup import records as r
from kiosk.pickup.errors import Contradiction
from kiosk.pickup.model import ENDED, Pickup, PickupState
from kiosk.pickup.records import Entry
from kiosk.pickup.state import Attempts, CompartmentFacts, Intent, State

MAKES_UNCLEAR = frozenset({"empty", "wrong_document", "not_told"})
"""Problems after which nobody knows what is in the compartment."""
_WHILE_OPEN = {
    "load": PickupState.LOADING,
    "collect": PickupState.COLLECTING,
    "take_out": PickupState.TAKING_OUT,
    "move": PickupState.TAKING_OUT,
}
_OPENED = frozenset(_WHILE_OPEN.values())
_FROM = {
    "load": frozenset({PickupState.BOOKED}),
    "collect": frozenset({PickupState.AVAILABLE}),
    "take_out": frozenset({PickupState.AVAILABLE, PickupState.OVERDUE, PickupState.UNCLEAR}),
    "move": frozenset({PickupState.AVAILABLE, PickupState.OVERDUE}),
}
"""Where a pickup must be when a door is opened for it; while it is open, it may be opened again."""


def apply(state: State, *entries: Entry) -> State:
    """The state after these entries.

    :raises Contradiction: one does not fit.
    """
    draft = _Draft(state)
    for entry in entries:
        draft.take(entry)
    return draft.finished()


def derive(entries: Iterable[Entry]) -> State:
    """The state after all entries of a ledger."""
    return apply(State(), *entries)


class _Draft:
    """A state that may be changed, until it is finished."""

    def __init__(self, state: State) -> None:
        self.before = state
        self.seq, self.latest = state.seq, state.latest
        self.pickups, self.compartments = dict(state.pickups), dict(state.compartments)
        self.intents, self.attempts = dict(state.intents), dict(state.attempts)
        self.codes_wrong, self.codes_locked_until = state.codes_wrong, state.codes_locked_until

    def take(self, entry: Entry) -> None:
        if entry.seq != self.seq + 1:
            raise Contradiction(f"entry {entry.seq} cannot come after {self.seq}")
        self.seq = entry.seq
        self.latest = entry.at if self.latest is None else max(self.latest, entry.at)
        _RULES[type(entry.record)](self, entry.record, entry.at)

    def finished(self) -> State:
        return State(
            seq=self.seq,
            pickups=MappingProxyType(self.pickups),
            compartments=MappingProxyType(self.compartments),
            intents=MappingProxyType(self.intents),
            codes_wrong=self.codes_wrong,
            codes_locked_until=self.codes_locked_until,
            attempts=MappingProxyType(self.attempts),
            latest=self.latest,
        )

    # --- parts of the rules ------------------------------------------------------------------------------------------

    def pickup(self, booking: str) -> Pickup:
        if booking not in self.pickups:
            raise Contradiction("no such booking was taken")
        return self.pickups[booking]

    def intent(self, intent: str, pickup: str = "") -> Intent:
        """:param pickup: for which it must have been; "" = any."""
        known = self.intents.get(intent)
        if known is None or (pickup and known.pickup != pickup):
            raise Contradiction(f"no door is open by the intent {intent} for that")
        return known

    def change(self, booking: str, **fields: Any) -> None:
        """Change a pickup, and what is known of its compartment with it."""
        changed = replace(self.pickup(booking), **fields)
        self.pickups[booking] = changed
        if changed.compartment:
            self.facts(changed.compartment, pickup=booking, pickup_state=changed.state)

    def facts(self, number: str, **fields: Any) -> None:
        self.compartments[number] = replace(self.compartments.get(number, CompartmentFacts()), **fields)

    def empty(self, number: str, at: datetime) -> None:
        """Nothing lies in it, and that is sure."""
        self.facts(number, pickup="", pickup_state=None, unclear="", since=at)

    def make_unclear(self, number: str, why: str, at: datetime) -> None:
        known = self.compartments.get(number, CompartmentFacts())
        self.facts(number, unclear=known.unclear or why, since=at)
        if known.pickup and self.pickup(known.pickup).state not in ENDED:
            self.change(known.pickup, state=PickupState.UNCLEAR)

    def end_intents(self, *, pickup: str = "", compartment: str = "") -> None:
        """It is known what became of them."""
        for one in tuple(self.intents.values()):
            if (pickup and one.pickup == pickup) or (compartment and one.compartment == compartment):
                del self.intents[one.id]


# --- bookings --------------------------------------------------------------------------------------------------------


def _booked(draft: _Draft, record: r.BookingTaken, _: datetime) -> None:
    if record.booking.id in draft.pickups:
        raise Contradiction("that booking was taken before")
    draft.pickups[record.booking.id] = Pickup(booking=record.booking, state=PickupState.BOOKED)


def _withdrawn(draft: _Draft, record: r.BookingWithdrawn, _: datetime) -> None:
    state = draft.pickup(record.pickup).state
    if state is PickupState.BOOKED:
        draft.change(record.pickup, state=PickupState.WITHDRAWN)
    elif state is PickupState.AVAILABLE:
        draft.change(record.pickup, state=PickupState.OVERDUE)


def _kept_longer(draft: _Draft, record: r.KeptLonger, _: datetime) -> None:
    if draft.pickup(record.pickup).until is None:
        raise Contradiction("it does not lie in a compartment")
    draft.change(record.pickup, until=record.until)


# --- doors -----------------------------------------------------------------------------------------------------------


def _intended(draft: _Draft, record: r.OpenIntended, at: datetime) -> None:
    if record.intent in draft.intents:
        raise Contradiction("an intent is given once")
    before = None
    if record.pickup:
        before = _before(draft, record)
        if record.purpose == "load":
            if draft.compartments.get(record.compartment, CompartmentFacts()).pickup not in ("", record.pickup):
                raise Contradiction(f"compartment {record.compartment} is taken")
            draft.change(record.pickup, compartment=record.compartment)
        if record.purpose in _WHILE_OPEN:
            draft.change(record.pickup, state=_WHILE_OPEN[record.purpose])
    draft.end_intents(compartment=record.compartment)
    draft.intents[record.intent] = Intent(
        id=record.intent,
        compartment=record.compartment,
        purpose=record.purpose,
        pickup=record.pickup,
        by=record.by,
        at=at,
        before=before,
    )


def _before(draft: _Draft, record: r.OpenIntended) -> PickupState:
    """Where the pickup goes back to; the same for every further opening of one undertaking."""
    state = draft.pickup(record.pickup).state
    earlier = next((one for one in draft.intents.values() if one.pickup == record.pickup), None)
    if record.purpose == "inspect":
        return state
    if earlier is not None and earlier.before is not None and state is _WHILE_OPEN[record.purpose]:
        return earlier.before
    if state not in _FROM[record.purpose]:
        raise Contradiction(f"a door cannot be opened to {record.purpose} what is {state}")
    return state


def _pulse(draft: _Draft, record: r.PulseGiven, _: datetime) -> None:
    _note_pulse(draft, record.intent, "given")


def _pulse_unsure(draft: _Draft, record: r.PulseUnsure, _: datetime) -> None:
    _note_pulse(draft, record.intent, "unsure")


def _note_pulse(draft: _Draft, intent: str, pulse: str) -> None:
    known = draft.intent(intent)
    if known.pulse:
        raise Contradiction(f"a second pulse for the intent {intent}")
    draft.intents[intent] = replace(known, pulse=pulse)


def _no_pulse(draft: _Draft, record: r.PulseNotGiven, at: datetime) -> None:
    known = draft.intent(record.intent)
    if known.pulse:
        raise Contradiction(f"a pulse was given for the intent {record.intent}")
    _put_back(draft, known, at)
    del draft.intents[record.intent]


def _put_back(draft: _Draft, intent: Intent, at: datetime) -> None:
    """Its door was not opened: as if it had not been asked for. Unless another of the same undertaking was."""
    others = any(one.pickup == intent.pickup and one.id != intent.id for one in draft.intents.values())
    if intent.before is None or others or draft.pickup(intent.pickup).state not in _OPENED:
        return
    draft.change(intent.pickup, state=intent.before)
    if intent.purpose == "load":
        _leave(draft, intent.pickup, at)


def _leave(draft: _Draft, booking: str, at: datetime) -> None:
    """It lies in no compartment any more."""
    number = draft.pickup(booking).compartment
    draft.pickups[booking] = replace(draft.pickup(booking), compartment="")
    if number:
        draft.empty(number, at)


def _door(draft: _Draft, record: r.DoorSeen, _: datetime) -> None:
    known = draft.intent(record.intent)
    opened = record.door == "open"
    draft.intents[record.intent] = replace(
        known, door=record.door, was_open=known.was_open or opened, not_opened="" if opened else known.not_opened
    )
    if opened and known.not_opened and known.pickup and known.purpose in _WHILE_OPEN:
        _opened_late(draft, known)
    if known.purpose == "inspect" and known.was_open and record.door == "closed":
        del draft.intents[record.intent]


def _opened_late(draft: _Draft, intent: Intent) -> None:
    state = draft.pickup(intent.pickup).state
    if state is intent.before:
        draft.change(intent.pickup, state=_WHILE_OPEN[intent.purpose])


def _not_opened(draft: _Draft, record: r.DoorNotOpened, _: datetime) -> None:
    known = draft.intent(record.intent)
    if known.was_open:
        raise Contradiction("its sensor said open")
    draft.intents[record.intent] = replace(known, not_opened=record.code)
    others = any(one.pickup == known.pickup and one.id != known.id for one in draft.intents.values())
    if known.before is not None and not others and draft.pickup(known.pickup).state in _OPENED:
        draft.change(known.pickup, state=known.before)


def _door_told(draft: _Draft, record: r.DoorTold, _: datetime) -> None:
    draft.intents[record.intent] = replace(draft.intent(record.intent), told=record.said)


# --- the life of a document ------------------------------------------------------------------------------------------


def _loaded(draft: _Draft, record: r.Loaded, at: datetime) -> None:
    if draft.intent(record.intent, record.pickup).compartment != record.compartment:
        raise Contradiction("another compartment was opened for it")
    draft.change(
        record.pickup,
        state=PickupState.AVAILABLE,
        compartment=record.compartment,
        loaded_at=at,
        until=record.until,
    )
    draft.facts(record.compartment, since=at)
    draft.end_intents(pickup=record.pickup)


def _loading_given_up(draft: _Draft, record: r.LoadingGivenUp, at: datetime) -> None:
    draft.intent(record.intent, record.pickup)
    draft.change(record.pickup, state=PickupState.BOOKED)
    _leave(draft, record.pickup, at)
    draft.end_intents(pickup=record.pickup)


def _stated(draft: _Draft, record: r.Stated, _: datetime) -> None:
    known = draft.pickup(record.pickup)
    fresh = tuple(one for one in record.statements if one not in known.stated)
    draft.change(record.pickup, stated=known.stated + fresh)


def _handed_in(draft: _Draft, record: r.HandedIn, _: datetime) -> None:
    draft.change(record.pickup, handed_in=True)


def _taken(draft: _Draft, record: r.Taken, at: datetime) -> None:
    if draft.intent(record.intent, record.pickup).purpose != "collect":
        raise Contradiction("its door was not opened to collect it")
    _end(draft, record.pickup, PickupState.COLLECTED, at)


def _end(draft: _Draft, booking: str, state: PickupState, at: datetime) -> None:
    draft.change(booking, state=state)
    _leave(draft, booking, at)
    draft.end_intents(pickup=booking)


def _problem(draft: _Draft, record: r.ProblemTold, at: datetime) -> None:
    if record.problem in MAKES_UNCLEAR:
        draft.make_unclear(record.compartment, record.problem, at)
        draft.end_intents(compartment=record.compartment)


def _overdue(draft: _Draft, record: r.Overdue, _: datetime) -> None:
    if draft.pickup(record.pickup).state is not PickupState.AVAILABLE:
        raise Contradiction("only what is available can become overdue")
    draft.change(record.pickup, state=PickupState.OVERDUE)


def _returned(draft: _Draft, record: r.Returned, at: datetime) -> None:
    if draft.intent(record.intent, record.pickup).purpose not in ("take_out", "move"):
        raise Contradiction("its door was not opened to take it out")
    _end(draft, record.pickup, PickupState.RETURNED, at)


def _moved(draft: _Draft, record: r.Moved, at: datetime) -> None:
    known = draft.intent(record.intent, record.pickup)
    if draft.pickup(record.pickup).compartment != record.from_ or known.compartment != record.to:
        raise Contradiction("other compartments were opened for it")
    if draft.compartments.get(record.to, CompartmentFacts()).pickup:
        raise Contradiction(f"compartment {record.to} is taken")
    _leave(draft, record.pickup, at)
    draft.change(record.pickup, compartment=record.to, state=known.before)
    draft.facts(record.to, since=at)
    draft.end_intents(pickup=record.pickup)


def _wiped(draft: _Draft, record: r.Wiped, _: datetime) -> None:
    draft.pickup(record.pickup)
    draft.attempts.pop(record.pickup, None)


# --- compartments ----------------------------------------------------------------------------------------------------


def _out_of_order(draft: _Draft, record: r.OutOfOrder, at: datetime) -> None:
    draft.facts(record.compartment, out_of_order=record.why or "out_of_order", since=at)


def _in_order(draft: _Draft, record: r.BackInOrder, at: datetime) -> None:
    draft.facts(record.compartment, out_of_order="", since=at)


def _unbidden(draft: _Draft, record: r.OpenedUnbidden, at: datetime) -> None:
    draft.make_unclear(record.compartment, "opened_unbidden", at)


def _found(draft: _Draft, record: r.Found, at: datetime) -> None:
    draft.make_unclear(record.compartment, record.finding, at)
    draft.end_intents(compartment=record.compartment)


def _settled(draft: _Draft, record: r.Settled, at: datetime) -> None:
    lies_in = draft.compartments.get(record.compartment, CompartmentFacts()).pickup
    if lies_in != record.pickup:
        raise Contradiction(f"it is another pickup that may lie in compartment {record.compartment}")
    if (record.what == "free") == bool(lies_in):
        raise Contradiction("what becomes of the pickup must be said, and only where there is one")
    draft.facts(record.compartment, unclear="", since=at)
    if not record.pickup:
        draft.empty(record.compartment, at)
    elif record.what == "in_it":
        _is_in_it(draft, record.pickup, at)
    else:
        _end(draft, record.pickup, _SETTLED[record.what], at)
    draft.end_intents(compartment=record.compartment)


_SETTLED = {
    "collected": PickupState.COLLECTED,
    "returned": PickupState.RETURNED,
    "not_loaded": PickupState.BOOKED,
}


def _is_in_it(draft: _Draft, booking: str, at: datetime) -> None:
    until = draft.pickup(booking).until
    if until is None:
        raise Contradiction("it was never loaded; load it")
    draft.change(booking, state=PickupState.AVAILABLE if at < until else PickupState.OVERDUE)
    draft.end_intents(pickup=booking)


# --- attempts --------------------------------------------------------------------------------------------------------


def _codes_wrong(draft: _Draft, record: r.CodesWrong, _: datetime) -> None:
    draft.codes_wrong = record.count


def _codes_locked(draft: _Draft, record: r.CodesLocked, _: datetime) -> None:
    draft.codes_wrong, draft.codes_locked_until = 0, record.until


def _factor_wrong(draft: _Draft, record: r.FactorWrong, _: datetime) -> None:
    draft.pickup(record.pickup)
    known = draft.attempts.get(record.pickup, Attempts())
    draft.attempts[record.pickup] = replace(known, wrong=record.count)


def _locked(draft: _Draft, record: r.PickupLocked, _: datetime) -> None:
    draft.change(record.pickup, locked_until=record.until)
    draft.attempts[record.pickup] = Attempts(locks=record.locks)


def _released(draft: _Draft, record: r.LockReleased, _: datetime) -> None:
    draft.change(record.pickup, locked_until=None)
    draft.attempts.pop(record.pickup, None)


def _nothing(_draft: _Draft, _record: object, _at: datetime) -> None:
    """Only for people who read the ledger."""


_RULES: dict[type, Callable[[_Draft, Any, datetime], None]] = {
    r.BookingTaken: _booked,
    r.BookingWithdrawn: _withdrawn,
    r.KeptLonger: _kept_longer,
    r.OpenIntended: _intended,
    r.PulseGiven: _pulse,
    r.PulseNotGiven: _no_pulse,
    r.PulseUnsure: _pulse_unsure,
    r.DoorSeen: _door,
    r.DoorNotOpened: _not_opened,
    r.DoorTold: _door_told,
    r.Loaded: _loaded,
    r.LoadingGivenUp: _loading_given_up,
    r.Stated: _stated,
    r.HandedIn: _handed_in,
    r.Taken: _taken,
    r.ProblemTold: _problem,
    r.Overdue: _overdue,
    r.Returned: _returned,
    r.Moved: _moved,
    r.Wiped: _wiped,
    r.OutOfOrder: _out_of_order,
    r.BackInOrder: _in_order,
    r.OpenedUnbidden: _unbidden,
    r.Found: _found,
    r.Settled: _settled,
    r.CodesWrong: _codes_wrong,
    r.CodesLocked: _codes_locked,
    r.FactorWrong: _factor_wrong,
    r.PickupLocked: _locked,
    r.LockReleased: _released,
    r.ClockWentBack: _nothing,
    r.Started: _nothing,
}

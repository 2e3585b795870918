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
from kiosk.pickup.draft import FROM, OPENED, WHILE_OPEN, Draft
from kiosk.pickup.errors import Contradiction, LedgerDamaged
from kiosk.pickup.model import CompartmentState, Pickup, PickupState
from kiosk.pickup.records import Entry
from kiosk.pickup.state import Attempts, Intent, State

MAKES_UNCLEAR = frozenset({"empty", "wrong_document", "not_told"})
"""Problems after which nobody knows what is in the compartment."""


def apply(state: State, *entries: Entry) -> State:
    """The state after these entries.

    :raises Contradiction: one does not fit.
    """
    draft = Draft(state)
    for entry in entries:
        _take(draft, entry)
    return draft.finished()


def derive(entries: Iterable[Entry]) -> State:
    """The state after all entries of a ledger.

    :raises LedgerDamaged: one does not fit; `row` says which.
    """
    draft = Draft(State())
    for entry in entries:
        try:
            _take(draft, entry)
        except Contradiction as fault:
            raise LedgerDamaged(f"Entry {entry.seq} contradicts those before: {fault}.", entry.seq) from fault
    return draft.finished()


def _take(draft: Draft, entry: Entry) -> None:
    if entry.seq != draft.seq + 1:
        raise Contradiction(f"entry {entry.seq} cannot come after {draft.seq}")
    draft.seq = entry.seq
    draft.latest = entry.at if draft.latest is None else max(draft.latest, entry.at)
    RULES[type(entry.record)](draft, entry.record, entry.at)


# --- bookings --------------------------------------------------------------------------------------------------------


def _booked(draft: Draft, record: r.BookingTaken, _: datetime) -> None:
    if record.booking.id in draft.pickups:
        raise Contradiction("that booking was taken before")
    draft.pickups[record.booking.id] = Pickup(booking=record.booking, state=PickupState.BOOKED)


def _withdrawn(draft: Draft, record: r.BookingWithdrawn, _: datetime) -> None:
    known = draft.pickup(record.pickup)
    draft.withdrawn |= {record.pickup}
    draft.change(record.pickup, state=known.state)


def _kept_longer(draft: Draft, record: r.KeptLonger, _: datetime) -> None:
    if draft.pickup(record.pickup).until is None:
        raise Contradiction("it does not lie in a compartment")
    draft.change(record.pickup, until=record.until)


# --- doors -----------------------------------------------------------------------------------------------------------


def _intended(draft: Draft, record: r.OpenIntended, at: datetime) -> None:
    if record.intent in draft.intents:
        raise Contradiction("an intent is given once")
    _check_place(draft, record)
    before = None
    if record.pickup:
        before = _before(draft, record)
        if record.purpose == "load":
            if draft.pickup(record.pickup).compartment != record.compartment:
                draft.leave(record.pickup, at)
            draft.change(record.pickup, compartment=record.compartment)
        if record.purpose in WHILE_OPEN:
            draft.change(record.pickup, state=WHILE_OPEN[record.purpose])
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


def _check_place(draft: Draft, record: r.OpenIntended) -> None:
    for one in draft.open_at(record.compartment):
        if one.purpose != "inspect" and (one.purpose, one.pickup) != (record.purpose, record.pickup):
            raise Contradiction(f"compartment {record.compartment} is open for something else")
    if not record.pickup:
        return
    facts = draft.facts(record.compartment)
    own = facts.pickup == record.pickup
    free = facts.state is CompartmentState.FREE
    if not own and not (free and record.purpose == "load"):
        raise Contradiction(f"compartment {record.compartment} is not its own, or not free")


def _before(draft: Draft, record: r.OpenIntended) -> PickupState:
    """Where the pickup goes back to; the same for every further opening of one undertaking."""
    state = draft.pickup(record.pickup).state
    earlier = next((one for one in draft.intents.values() if one.pickup == record.pickup), None)
    if record.purpose == "inspect":
        return state
    if earlier is not None and earlier.before is not None and state is WHILE_OPEN[record.purpose]:
        return earlier.before
    if state not in FROM[record.purpose]:
        raise Contradiction(f"a door cannot be opened to {record.purpose} what is {state}")
    return state


def _pulse(draft: Draft, record: r.PulseGiven, _: datetime) -> None:
    _note_pulse(draft, record.intent, "given")


def _pulse_unsure(draft: Draft, record: r.PulseUnsure, _: datetime) -> None:
    _note_pulse(draft, record.intent, "unsure")


def _note_pulse(draft: Draft, intent: str, pulse: str) -> None:
    known = draft.intent(intent)
    if known.pulse:
        raise Contradiction(f"a second pulse for the intent {intent}")
    draft.intents[intent] = replace(known, pulse=pulse)


def _no_pulse(draft: Draft, record: r.PulseNotGiven, at: datetime) -> None:
    known = draft.intent(record.intent)
    if known.pulse:
        raise Contradiction(f"a pulse was given for the intent {record.intent}")
    _put_back(draft, known, at)
    del draft.intents[record.intent]


def _put_back(draft: Draft, intent: Intent, at: datetime) -> None:
    """Its door was not opened: as if nobody had asked for it. Unless another door is open for the same pickup."""
    if intent.before is None or not draft.is_only(intent) or draft.pickup(intent.pickup).state not in OPENED:
        return
    draft.change(intent.pickup, state=intent.before)
    if intent.purpose == "load":
        draft.leave(intent.pickup, at)


def _door(draft: Draft, record: r.DoorSeen, _: datetime) -> None:
    known = draft.intent(record.intent)
    if known.compartment != record.compartment:
        raise Contradiction("another compartment was opened by that intent")
    opened = record.door == "open"
    draft.intents[record.intent] = replace(
        known, door=record.door, was_open=known.was_open or opened, not_opened="" if opened else known.not_opened
    )
    if opened and known.not_opened and known.pickup and known.purpose in WHILE_OPEN:
        _opened_late(draft, known)
    if known.purpose == "inspect" and known.was_open and record.door == "closed":
        del draft.intents[record.intent]


def _opened_late(draft: Draft, intent: Intent) -> None:
    if draft.pickup(intent.pickup).state is not intent.before:
        return
    place = {"compartment": intent.compartment} if intent.purpose == "load" else {}
    draft.change(intent.pickup, state=WHILE_OPEN[intent.purpose], **place)


def _not_opened(draft: Draft, record: r.DoorNotOpened, at: datetime) -> None:
    known = draft.intent(record.intent)
    if known.was_open:
        raise Contradiction("its sensor said open")
    _put_back(draft, known, at)
    draft.intents[record.intent] = replace(known, not_opened=record.code)


def _door_told(draft: Draft, record: r.DoorTold, _: datetime) -> None:
    draft.intents[record.intent] = replace(draft.intent(record.intent), told=record.said)


def _shut(intent: Intent) -> Intent:
    """What is in a compartment is confirmed only while its sensor does not say open."""
    if intent.door == "open":
        raise Contradiction(f"the door of compartment {intent.compartment} is open")
    return intent


# --- the life of a document ------------------------------------------------------------------------------------------


def _loaded(draft: Draft, record: r.Loaded, at: datetime) -> None:
    known = _shut(draft.intent(record.intent, record.pickup))
    if (known.purpose, known.compartment) != ("load", record.compartment):
        raise Contradiction("that compartment was not opened to load it")
    draft.change(record.pickup, state=PickupState.AVAILABLE, loaded_at=at, until=record.until)
    draft.set_facts(record.compartment, since=at)
    draft.end_intents(pickup=record.pickup)


def _loading_given_up(draft: Draft, record: r.LoadingGivenUp, at: datetime) -> None:
    if _shut(draft.intent(record.intent, record.pickup)).purpose != "load":
        raise Contradiction("its door was not opened to load it")
    draft.end(record.pickup, PickupState.BOOKED, at)


def _stated(draft: Draft, record: r.Stated, _: datetime) -> None:
    known = draft.pickup(record.pickup)
    fresh = tuple(one for one in record.statements if one not in known.stated)
    draft.change(record.pickup, stated=known.stated + fresh)


def _handed_in(draft: Draft, record: r.HandedIn, _: datetime) -> None:
    draft.change(record.pickup, handed_in=True)


def _taken(draft: Draft, record: r.Taken, at: datetime) -> None:
    known = _shut(draft.intent(record.intent, record.pickup))
    if known.purpose != "collect":
        raise Contradiction("its door was not opened to collect it")
    if not (known.was_open and known.door == "closed") and known.told is None:
        raise Contradiction("neither its sensor nor the holder said that the door was open and is closed")
    draft.end(record.pickup, PickupState.COLLECTED, at)


def _problem(draft: Draft, record: r.ProblemTold, at: datetime) -> None:
    draft.pickup(record.pickup)
    if record.problem in MAKES_UNCLEAR:
        draft.lose_sight(record.compartment, record.problem, at)


def _overdue(draft: Draft, record: r.Overdue, _: datetime) -> None:
    if draft.pickup(record.pickup).state is not PickupState.AVAILABLE:
        raise Contradiction("only what is available can become overdue")
    draft.change(record.pickup, state=PickupState.OVERDUE)


def _returned(draft: Draft, record: r.Returned, at: datetime) -> None:
    if _shut(draft.intent(record.intent, record.pickup)).purpose != "take_out":
        raise Contradiction("its door was not opened to take it out")
    draft.end(record.pickup, PickupState.RETURNED, at)


def _wiped(draft: Draft, record: r.Wiped, _: datetime) -> None:
    draft.pickup(record.pickup)
    draft.attempts.pop(record.pickup, None)


# --- compartments ----------------------------------------------------------------------------------------------------


def _out_of_order(draft: Draft, record: r.OutOfOrder, at: datetime) -> None:
    draft.set_facts(record.compartment, out_of_order=record.why or "out_of_order", since=at)


def _in_order(draft: Draft, record: r.BackInOrder, at: datetime) -> None:
    draft.set_facts(record.compartment, out_of_order="", since=at)


def _unbidden(draft: Draft, record: r.OpenedUnbidden, at: datetime) -> None:
    draft.make_unclear(record.compartment, "opened_unbidden", at)


def _found(draft: Draft, record: r.Found, at: datetime) -> None:
    draft.lose_sight(record.compartment, record.finding, at)


def _settled(draft: Draft, record: r.Settled, at: datetime) -> None:
    lies_in = draft.facts(record.compartment).pickup
    if lies_in != record.pickup:
        raise Contradiction(f"it is another pickup that may lie in compartment {record.compartment}")
    if any(one.pickup not in ("", lies_in) for one in draft.open_at(record.compartment)):
        raise Contradiction("its door was opened for another pickup")
    if (record.what == "free") == bool(lies_in):
        raise Contradiction("what becomes of the pickup must be said, and only where there is one")
    draft.set_facts(record.compartment, unclear="", since=at)
    if record.what == "in_it":
        _is_in_it(draft, record.pickup)
    elif record.what == "not_loaded":
        draft.change(record.pickup, loaded_at=None, until=None)
        draft.end(record.pickup, PickupState.BOOKED, at)
    elif record.what != "free":
        draft.end(record.pickup, _SETTLED[record.what], at)
    draft.end_intents(compartment=record.compartment)


_SETTLED = {"collected": PickupState.COLLECTED, "returned": PickupState.RETURNED}


def _is_in_it(draft: Draft, booking: str) -> None:
    until = draft.pickup(booking).until
    if until is None or draft.latest is None:
        raise Contradiction("it was never loaded; load it")
    draft.change(booking, state=PickupState.AVAILABLE if draft.latest < until else PickupState.OVERDUE)
    draft.end_intents(pickup=booking)


# --- attempts --------------------------------------------------------------------------------------------------------


def _codes_wrong(draft: Draft, record: r.CodesWrong, _: datetime) -> None:
    draft.codes_wrong = record.count


def _codes_locked(draft: Draft, record: r.CodesLocked, _: datetime) -> None:
    draft.codes_wrong, draft.codes_locked_until = 0, record.until


def _factor_wrong(draft: Draft, record: r.FactorWrong, _: datetime) -> None:
    draft.pickup(record.pickup)
    known = draft.attempts.get(record.pickup, Attempts())
    draft.attempts[record.pickup] = replace(known, wrong=record.count)


def _locked(draft: Draft, record: r.PickupLocked, _: datetime) -> None:
    draft.change(record.pickup, locked_until=record.until)
    draft.attempts[record.pickup] = Attempts(locks=record.locks)


def _released(draft: Draft, record: r.LockReleased, _: datetime) -> None:
    draft.change(record.pickup, locked_until=None)
    draft.attempts.pop(record.pickup, None)


def _wall(draft: Draft, record: r.WallSeen, _: datetime) -> None:
    draft.locks = MappingProxyType(dict(record.locks))


def _nothing(_draft: Draft, _record: object, _at: datetime) -> None:
    """Only for people who read the ledger."""


RULES: dict[type, Callable[[Draft, Any, datetime], None]] = {
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
    r.WallSeen: _wall,
}

"""Whatever is written in whatever order: the fold refuses it or stays sound. Hundreds of random ledgers."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.pickup import records as r
from kiosk.pickup.errors import Contradiction
from kiosk.pickup.folding import apply, derive
from kiosk.pickup.model import ENDED
from kiosk.pickup.model import PickupState as P
from kiosk.pickup.reading import entry_of, row_of
from kiosk.pickup.records import Entry, Record
from kiosk.pickup.state import State
from tests.kiosk.pickup.lives import MORNING, STAFF, UNTIL, booked, collected, loaded, opened

PICKUPS, DOORS = st.sampled_from(["B-1", "B-1", "B-2"]), st.sampled_from(["3", "3", "3", "4"])
INTENTS = st.sampled_from(["i1", "i1", "i2"])
"""Few, and one of them often: what comes later then often fits to what was before."""
PURPOSES: st.SearchStrategy[r.Purpose] = st.sampled_from(["load", "collect", "take_out", "inspect"])
OUTCOMES: st.SearchStrategy[r.Outcome] = st.sampled_from(["in_it", "collected", "returned", "not_loaded", "free"])
PROBLEMS: st.SearchStrategy[r.Problem] = st.sampled_from(["jammed", "empty", "wrong_document", "not_told", "help"])
HOLDER = st.just(("holder",))
ONE = st.one_of(
    st.builds(
        r.OpenIntended, INTENTS, DOORS, PURPOSES, st.sampled_from(["B-1", "B-2", "B-1", "B-2", ""]), st.just(STAFF)
    ),
    st.builds(r.PulseGiven, INTENTS),
    st.builds(r.PulseUnsure, INTENTS, st.just("locker.unsure")),
    st.builds(r.PulseNotGiven, INTENTS, st.just("locker.not_sent")),
    st.builds(r.DoorSeen, INTENTS, DOORS, st.sampled_from(["open", "closed", "closed", "unknown"])),
    st.builds(r.DoorNotOpened, INTENTS, st.just("door.stays_closed")),
    st.builds(r.DoorTold, INTENTS, st.sampled_from(["open", "closed"])),
    st.builds(r.Loaded, PICKUPS, DOORS, INTENTS, st.just(UNTIL)),
    st.builds(r.LoadingGivenUp, PICKUPS, INTENTS),
    st.builds(r.Taken, PICKUPS, INTENTS, st.just("told")),
    st.builds(r.Returned, PICKUPS, INTENTS, st.just(STAFF)),
    st.builds(r.ProblemTold, PICKUPS, DOORS, PROBLEMS),
    st.builds(r.Overdue, PICKUPS),
    st.builds(r.BookingWithdrawn, PICKUPS),
    st.builds(r.KeptLonger, PICKUPS, st.just(UNTIL)),
    st.builds(r.OpenedUnbidden, DOORS),
    st.builds(r.Found, DOORS, st.just("power_cut")),
    st.builds(r.Settled, DOORS, st.sampled_from(["B-1", "B-2", ""]), OUTCOMES, st.just(STAFF)),
    st.builds(r.OutOfOrder, DOORS, st.just("jammed"), st.just(STAFF)),
    st.builds(r.BackInOrder, DOORS, st.just(STAFF)),
    st.builds(r.PickupLocked, PICKUPS, st.just(UNTIL), st.just(1)),
    st.builds(r.LockReleased, PICKUPS, HOLDER),
)
MANY: st.SearchStrategy[tuple[Record, ...]] = st.one_of(
    st.builds(lambda one: (one,), ONE),
    st.builds(lambda one: (one,), ONE),
    st.builds(lambda one: (one,), ONE),
    st.builds(booked, st.just("B-2")),
    st.builds(opened, INTENTS, DOORS, PURPOSES, PICKUPS),
    st.builds(loaded, INTENTS, DOORS, PICKUPS),
    st.builds(collected, INTENTS, DOORS, PICKUPS),
)
LEDGERS = st.lists(MANY, min_size=10, max_size=30).map(
    lambda parts: [*booked("B-1"), *(one for part in parts for one in part)]
)
WHILE_OPEN = {P.LOADING, P.COLLECTING, P.TAKING_OUT}


def check_sound(state: State) -> None:
    """What must hold at any time."""
    assert "" not in state.compartments
    for number, pickup in state.pickups.items():
        place = pickup.compartment
        assert not place or state.compartment(place).pickup == number
        intents = [one for one in state.intents.values() if one.pickup == number]
        if pickup.state in ENDED:
            assert not place, "what is over lies nowhere"
        if pickup.state in {P.AVAILABLE, P.OVERDUE}:
            assert place
            assert pickup.until is not None
        if pickup.state in WHILE_OPEN:
            assert any(not one.not_opened for one in intents), "nobody would ever close this"
    for number, facts in state.compartments.items():
        if facts.pickup:
            assert state.pickups[facts.pickup].compartment == number, "a document lies in one compartment"
            assert facts.pickup_state is state.pickups[facts.pickup].state


@settings(max_examples=120, deadline=None)
@given(LEDGERS)
def test_every_ledger_is_sound(records: list[Record]) -> None:
    state, written = State(), list[Entry]()
    pulses: Counter[str] = Counter()
    for record in records:
        entry = Entry(seq=state.seq + 1, at=MORNING, record=record)
        open_doors = {one.id for one in state.intents.values() if one.door == "open"}
        try:
            after = apply(state, entry)
        except Contradiction:
            continue
        if isinstance(record, r.OpenIntended):
            pulses[record.intent] = 0
        if isinstance(record, r.PulseGiven | r.PulseUnsure):
            pulses[record.intent] += 1
            assert pulses[record.intent] == 1, "a second pulse for one intent"
        if isinstance(record, r.Taken | r.Loaded | r.Returned | r.LoadingGivenUp):
            assert record.intent not in open_doors, "confirmed behind an open door"
        check_sound(after)
        assert entry_of(*row_of(entry)) == entry
        written.append(entry)
        state = after
    assert derive(written) == state, "one by one, or all at once"

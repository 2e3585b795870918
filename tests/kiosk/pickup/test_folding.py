"""What follows from the entries: every state of a document, and what is refused because it does not fit."""

from datetime import timedelta

import pytest

from kiosk.pickup import records as r
from kiosk.pickup.errors import Contradiction, LedgerDamaged
from kiosk.pickup.folding import RULES, apply, derive
from kiosk.pickup.model import CompartmentState as C
from kiosk.pickup.model import PickupState as P
from kiosk.pickup.records import Record
from kiosk.pickup.state import Attempts, State
from tests.kiosk.pickup.lives import MORNING, STAFF, UNTIL, booked, collected, loaded, numbered, opened


def after(*records: Record) -> State:
    return derive(numbered(*records))


def then(state: State, *records: Record) -> State:
    return apply(state, *numbered(*records, after=state.seq))


AVAILABLE = (*booked("B-1"), *loaded("i1", "3", "B-1"))
LOADING = (*booked("B-1"), *opened("i1", "3", "load", "B-1"))
COLLECTING = (*AVAILABLE, *opened("i2", "3", "collect", "B-1"))
TAKING_OUT = (*AVAILABLE, *opened("i2", "3", "take_out", "B-1"))
UNCLEAR = (*COLLECTING, r.ProblemTold("B-1", "3", "empty"))
SHUT_2 = r.DoorSeen("i2", "3", "closed")

LIVES: dict[str, tuple[tuple[Record, ...], P, C]] = {
    "booked": (booked("B-1"), P.BOOKED, C.FREE),
    "withdrawn": ((*booked("B-1"), r.BookingWithdrawn("B-1")), P.WITHDRAWN, C.FREE),
    "loading": (LOADING, P.LOADING, C.LOADED),
    "no pulse to load": (
        (*booked("B-1"), r.OpenIntended("i1", "3", "load", "B-1", STAFF), r.PulseNotGiven("i1", "locker.not_sent")),
        P.BOOKED,
        C.FREE,
    ),
    "not opened to load": (
        (*booked("B-1"), *opened("i1", "3", "load", "B-1")[:2], r.DoorNotOpened("i1", "door.stays_closed")),
        P.BOOKED,
        C.FREE,
    ),
    "opened late to load": (
        (
            *booked("B-1"),
            *opened("i1", "3", "load", "B-1")[:2],
            r.DoorNotOpened("i1", "door.stays_closed"),
            r.DoorSeen("i1", "3", "open"),
        ),
        P.LOADING,
        C.LOADED,
    ),
    "loading given up": (
        (*LOADING, r.DoorSeen("i1", "3", "closed"), r.LoadingGivenUp("B-1", "i1")),
        P.BOOKED,
        C.FREE,
    ),
    "available": (AVAILABLE, P.AVAILABLE, C.LOADED),
    "collecting": (COLLECTING, P.COLLECTING, C.LOADED),
    "pulse unsure": (
        (*AVAILABLE, r.OpenIntended("i2", "3", "collect", "B-1", ("holder",)), r.PulseUnsure("i2", "locker.unsure")),
        P.COLLECTING,
        C.LOADED,
    ),
    "not opened": (
        (*AVAILABLE, *opened("i2", "3", "collect", "B-1")[:2], r.DoorNotOpened("i2", "door.stays_closed")),
        P.AVAILABLE,
        C.LOADED,
    ),
    "opened late": (
        (
            *AVAILABLE,
            *opened("i2", "3", "collect", "B-1")[:2],
            r.DoorNotOpened("i2", "door.stays_closed"),
            r.DoorSeen("i2", "3", "open"),
        ),
        P.COLLECTING,
        C.LOADED,
    ),
    "collected": ((*AVAILABLE, *collected("i2", "3", "B-1")), P.COLLECTED, C.FREE),
    "collected, sensor dead": (
        (
            *AVAILABLE,
            *opened("i2", "3", "collect", "B-1")[:2],
            r.DoorTold("i2", "closed"),
            r.Taken("B-1", "i2", "told"),
        ),
        P.COLLECTED,
        C.FREE,
    ),
    "empty": (UNCLEAR, P.UNCLEAR, C.UNCLEAR),
    "wrong document": ((*COLLECTING, r.ProblemTold("B-1", "3", "wrong_document")), P.UNCLEAR, C.UNCLEAR),
    "jammed": ((*COLLECTING, r.ProblemTold("B-1", "3", "jammed")), P.COLLECTING, C.LOADED),
    "found after a crash": ((*COLLECTING, r.Found("3", "power_cut")), P.UNCLEAR, C.UNCLEAR),
    "opened unbidden": ((*AVAILABLE, r.OpenedUnbidden("3")), P.UNCLEAR, C.UNCLEAR),
    "settled: in it": ((*UNCLEAR, r.Settled("3", "B-1", "in_it", STAFF)), P.AVAILABLE, C.LOADED),
    "settled: collected": ((*UNCLEAR, r.Settled("3", "B-1", "collected", STAFF)), P.COLLECTED, C.FREE),
    "settled: returned": ((*UNCLEAR, r.Settled("3", "B-1", "returned", STAFF)), P.RETURNED, C.FREE),
    "settled: not loaded": ((*UNCLEAR, r.Settled("3", "B-1", "not_loaded", STAFF)), P.BOOKED, C.FREE),
    "overdue": ((*AVAILABLE, r.Overdue("B-1")), P.OVERDUE, C.OVERDUE),
    "withdrawn while it lies": ((*AVAILABLE, r.BookingWithdrawn("B-1")), P.OVERDUE, C.OVERDUE),
    "withdrawn while loading": (
        (*LOADING, r.BookingWithdrawn("B-1"), r.DoorSeen("i1", "3", "closed"), r.Loaded("B-1", "3", "i1", UNTIL)),
        P.OVERDUE,
        C.OVERDUE,
    ),
    "withdrawn while it does not open": (
        (
            *AVAILABLE,
            *opened("i2", "3", "collect", "B-1")[:2],
            r.BookingWithdrawn("B-1"),
            r.DoorNotOpened("i2", "door.stays_closed"),
        ),
        P.OVERDUE,
        C.OVERDUE,
    ),
    "taking out": (TAKING_OUT, P.TAKING_OUT, C.LOADED),
    "put back": ((*TAKING_OUT, SHUT_2, r.Settled("3", "B-1", "in_it", STAFF)), P.AVAILABLE, C.LOADED),
    "returned": ((*TAKING_OUT, SHUT_2, r.Returned("B-1", "i2", STAFF)), P.RETURNED, C.FREE),
    "out of order": ((*AVAILABLE, r.OutOfOrder("3", "jammed", STAFF)), P.AVAILABLE, C.OUT_OF_ORDER),
    "in order again": (
        (*AVAILABLE, r.OutOfOrder("3", "jammed", STAFF), r.BackInOrder("3", STAFF)),
        P.AVAILABLE,
        C.LOADED,
    ),
}


@pytest.mark.parametrize("life", LIVES)
def test_every_life_leads_where_it_should(life: str) -> None:
    records, pickup, compartment = LIVES[life]
    state = after(*records)
    assert state.pickups["B-1"].state is pickup
    assert state.compartment("3").state is compartment
    assert (state.compartment("3").pickup == "B-1") == (state.pickups["B-1"].compartment == "3")


def test_what_is_free_to_look_into_ends_when_the_door_is_shut() -> None:
    state = after(*opened("i1", "5", "inspect", ""))
    assert state.intent_at("5") is not None
    assert then(state, r.DoorSeen("i1", "5", "closed")).intent_at("5") is None


REFUSED: dict[str, tuple[tuple[Record, ...], Record]] = {
    "a booking twice": (booked("B-1"), booked("B-1")[0]),
    "an unknown booking": ((), r.Overdue("B-1")),
    "overdue while collecting": (COLLECTING, r.Overdue("B-1")),
    "an intent twice": (LOADING, r.OpenIntended("i1", "3", "load", "B-1", STAFF)),
    "a pulse without intent": (AVAILABLE, r.PulseGiven("i9")),
    "a second pulse": (LOADING, r.PulseGiven("i1")),
    "a second pulse after an unsure one": (
        (*AVAILABLE, r.OpenIntended("i2", "3", "collect", "B-1", ("holder",)), r.PulseUnsure("i2", "locker.unsure")),
        r.PulseGiven("i2"),
    ),
    "no pulse after a pulse": (LOADING, r.PulseNotGiven("i1", "locker.not_sent")),
    "a door of another compartment": (LOADING, r.DoorSeen("i1", "4", "closed")),
    "not opened after open": (LOADING, r.DoorNotOpened("i1", "door.stays_closed")),
    "a compartment that is taken": (
        (*AVAILABLE, *booked("B-2")),
        r.OpenIntended("i2", "3", "load", "B-2", STAFF),
    ),
    "a compartment that is unclear": (
        (*booked("B-2"), r.OpenedUnbidden("3")),
        r.OpenIntended("i2", "3", "load", "B-2", STAFF),
    ),
    "a compartment of somebody else": (
        (*AVAILABLE, *booked("B-2"), *loaded("i2", "4", "B-2")),
        r.OpenIntended("i3", "4", "collect", "B-1", ("holder",)),
    ),
    "a compartment open for something else": (COLLECTING, r.OpenIntended("i3", "3", "inspect", "", STAFF)),
    "collecting what is overdue": (
        (*AVAILABLE, r.Overdue("B-1")),
        r.OpenIntended("i2", "3", "collect", "B-1", ("holder",)),
    ),
    "collecting what is unclear": (UNCLEAR, r.OpenIntended("i3", "3", "collect", "B-1", ("holder",))),
    "loaded with the door open": (LOADING, r.Loaded("B-1", "3", "i1", UNTIL)),
    "loaded elsewhere": ((*LOADING, r.DoorSeen("i1", "3", "closed")), r.Loaded("B-1", "4", "i1", UNTIL)),
    "taken with the door open": (COLLECTING, r.Taken("B-1", "i2", "told")),
    "taken unseen": ((*AVAILABLE, *opened("i2", "3", "collect", "B-1")[:2]), r.Taken("B-1", "i2", "closed")),
    "taken, and the cable was cut": (
        (*COLLECTING, r.DoorSeen("i2", "3", "unknown")),
        r.Taken("B-1", "i2", "closed"),
    ),
    "taken twice": ((*AVAILABLE, *collected("i2", "3", "B-1")), r.Taken("B-1", "i2", "told")),
    "taken by staff's intent": ((*TAKING_OUT, SHUT_2), r.Taken("B-1", "i2", "told")),
    "returned by the holder's intent": ((*COLLECTING, SHUT_2), r.Returned("B-1", "i2", STAFF)),
    "settled for another pickup": ((*UNCLEAR, *booked("B-2")), r.Settled("3", "B-2", "in_it", STAFF)),
    "settled as free with a pickup": (UNCLEAR, r.Settled("3", "B-1", "free", STAFF)),
    "settled as in it, never loaded": ((*LOADING, r.Found("3", "power_cut")), r.Settled("3", "B-1", "in_it", STAFF)),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_fit_is_refused(case: str) -> None:
    records, record = REFUSED[case]
    before = after(*records)
    with pytest.raises(Contradiction):
        then(before, record)
    with pytest.raises(LedgerDamaged) as damaged:
        after(*records, record)
    assert damaged.value.row == len(records) + 1


def test_attempts_are_counted_over_everything() -> None:
    state = after(*AVAILABLE, r.CodesWrong(4), r.FactorWrong("B-1", 2))
    assert (state.codes_wrong, state.attempts["B-1"]) == (4, Attempts(wrong=2))
    state = then(state, r.CodesLocked(UNTIL), r.PickupLocked("B-1", UNTIL, 1))
    assert (state.codes_wrong, state.codes_locked_until) == (0, UNTIL)
    assert (state.attempts["B-1"], state.pickups["B-1"].locked_until) == (Attempts(locks=1), UNTIL)
    state = then(state, r.LockReleased("B-1", STAFF))
    assert (state.attempts.get("B-1"), state.pickups["B-1"].locked_until) == (None, None)


def test_a_clock_set_back_does_not_make_available_what_was_overdue() -> None:
    late = UNTIL + timedelta(hours=1)
    state = apply(after(*AVAILABLE), *numbered(r.Overdue("B-1"), after=len(AVAILABLE), at=late))
    state = then(
        state,
        *opened("i2", "3", "take_out", "B-1"),
        SHUT_2,
        r.Settled("3", "B-1", "in_it", STAFF),
    )
    assert state.latest is not None and state.latest >= late
    assert state.pickups["B-1"].state is P.OVERDUE


def test_statements_and_old_documents_stay_with_the_pickup() -> None:
    state = after(*AVAILABLE, r.Stated("B-1", ("pin_letter",)), r.Stated("B-1", ("pin_letter",)), r.HandedIn("B-1"))
    assert (state.pickups["B-1"].stated, state.pickups["B-1"].handed_in) == (("pin_letter",), True)
    state = then(state, r.KeptLonger("B-1", UNTIL + timedelta(days=7)))
    assert state.pickups["B-1"].until == UNTIL + timedelta(days=7)


def test_a_gap_is_refused() -> None:
    with pytest.raises(Contradiction):
        apply(State(), *numbered(r.Started("boot", "T"), after=1))


def test_the_state_before_is_not_changed() -> None:
    before = after(*AVAILABLE)
    copy = after(*AVAILABLE)
    then(before, *opened("i2", "3", "collect", "B-1"))
    assert before == copy
    assert before.latest == MORNING + timedelta(seconds=before.seq)


def test_every_record_has_its_rule() -> None:
    assert set(RULES) == set(r.Record.__args__)

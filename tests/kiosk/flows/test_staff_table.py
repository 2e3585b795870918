"""The staff corner's table: nobody gets past the PIN, everything ends, what is not in the table changes nothing."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flows import events, staff_effects
from kiosk.flows import staff_events as e
from kiosk.flows.flow import Stays
from kiosk.flows.session import SESSION
from kiosk.flows.staff import MOST_DIGITS, OUTSIDE, STAFF, St, Staff, advance

EVENTS = [
    thing
    for thing in vars(e).values()
    if isinstance(thing, type) and issubclass(thing, events.Event) and thing is not events.Event
]
SAMPLES = {"str": "7", "int": 1}
INSIDE = [state for state in St if state not in OUTSIDE]


def sample(event: type[events.Event]) -> events.Event:
    return event(**{f.name: SAMPLES[f.type.__name__] for f in msgspec.structs.fields(event)})


@pytest.mark.parametrize("state", list(St))
@pytest.mark.parametrize("event", EVENTS)
def test_every_event_in_every_state_does_what_the_table_says_or_nothing(state: St, event: type[events.Event]) -> None:
    staff = Staff(state=state, role="staff", typed="12", row=3)
    after, effects = advance(staff, sample(event))
    transition = STAFF.transition(state, event)
    if transition is None:
        assert after is staff
        assert effects == ()
        return
    assert after.state is (state if transition.target is Stays.HERE else transition.target)
    assert len(effects) == len(transition.effects)
    if after.state is St.CLOSED:
        assert after == Staff()


def test_every_state_has_a_row_and_can_be_reached() -> None:
    assert set(STAFF.states) == set(St)
    assert {t.target for _, _, t in STAFF.arrows()} >= set(St)
    assert not STAFF.anywhere, "a row for all states would hold before the PIN too"


def test_only_an_accepted_pin_leads_inside() -> None:
    ways = {(state, event) for state, event, t in STAFF.arrows() if state in OUTSIDE and t.target in INSIDE}
    assert ways == {(St.CHECKING, e.PinAccepted)}


def test_outside_nothing_is_done_but_looking_at_pins() -> None:
    harmless = {staff_effects.LookAtPins, staff_effects.CheckPin}
    for state, event, transition in STAFF.arrows():
        if state in OUTSIDE:
            made = {type(make(sample(event), Staff(state=state))) for make in transition.effects}
            assert made <= harmless


@pytest.mark.parametrize("state", [state for state in St if state not in (St.CLOSED, St.CHECKING)])
def test_untouched_everything_closes(state: St) -> None:
    assert advance(Staff(state=state), e.Untouched())[0] == Staff()


@pytest.mark.parametrize("state", [state for state in INSIDE if state is not St.REBOOTING])
def test_signing_off_closes_from_every_screen_and_is_noted(state: St) -> None:
    after, effects = advance(Staff(state=state, role="staff"), e.SignedOff())
    assert after == Staff()
    assert effects == (staff_effects.Leave("asked"),)


def test_a_second_tap_looks_at_the_pin_once() -> None:
    first, effects = advance(Staff(state=St.PIN, typed="739415"), e.PinOffered())
    assert effects == (staff_effects.CheckPin("739415"),)
    assert first.typed == ""
    assert advance(first, e.PinOffered()) == (first, ())


def test_no_pin_in_what_may_be_logged() -> None:
    assert "739415" not in repr(Staff(state=St.PIN, typed="739415"))
    assert "739415" not in repr(staff_effects.CheckPin("739415"))


def test_a_visitors_session_knows_no_event_of_staff() -> None:
    known = {event for row in SESSION.table.values() for event in row} | set(SESSION.anywhere)
    assert known & set(EVENTS) == set()


RUNS = st.lists(
    st.one_of(st.sampled_from([sample(event) for event in EVENTS]), st.builds(e.Digit, st.text())), max_size=80
)


@given(RUNS)
def test_any_run_of_events_keeps_a_whole_memory(run: list[events.Event]) -> None:
    staff, accepted = Staff(), False
    for event in run:
        staff, _ = advance(staff, event)
        accepted = (accepted or isinstance(event, e.PinAccepted)) and staff.state not in OUTSIDE
        assert staff.state in OUTSIDE or accepted
        assert len(staff.typed) <= MOST_DIGITS
        assert set(staff.typed) <= set("0123456789")
        assert staff.state is St.PIN or staff.typed == ""
        assert staff.row >= 0

"""The staff corner's table: nobody gets past the PIN, everything ends, what is not in the table changes nothing."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.flows import events, loading_effects, loading_events, staff_effects
from kiosk.flows import staff_events as e
from kiosk.flows.flow import Stays
from kiosk.flows.loading import DOOR_STATES, Lockers
from kiosk.flows.session import SESSION
from kiosk.flows.staff import MOST_DIGITS, OUTSIDE, STAFF, St, Staff, advance

EVENTS = [
    thing
    for module in (e, loading_events)
    for thing in vars(module).values()
    if isinstance(thing, type) and issubclass(thing, events.Event) and thing is not events.Event
]
SAMPLES: dict[object, object] = {str: "7", int: 1, bool: True, tuple[tuple[str, str], ...]: (("17", "open"),)}
INSIDE = [state for state in St if state not in OUTSIDE]
HELD = (*sorted(DOOR_STATES), St.PROPOSING)
"""A door may be open, or something is looked for: nobody leaves."""


def sample(event: type[events.Event]) -> events.Event:
    return event(**{f.name: SAMPLES.get(f.type, "in_order") for f in msgspec.structs.fields(event)})


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


def test_only_an_accepted_pin_or_a_known_card_leads_inside() -> None:
    ways = {(state, event) for state, event, t in STAFF.arrows() if state in OUTSIDE and t.target in INSIDE}
    assert ways == {(St.CHECKING, e.PinAccepted), (St.PIN, e.CardSignedIn), (St.CLOSED, e.CardSignedIn)}


def test_outside_nothing_is_done_but_looking_at_pins() -> None:
    harmless = {staff_effects.LookAtPins, staff_effects.CheckPin}
    for state, event, transition in STAFF.arrows():
        if state in OUTSIDE:
            made = {type(make(sample(event), Staff(state=state))) for make in transition.effects}
            assert made <= harmless


@pytest.mark.parametrize("state", [state for state in St if state not in (St.CLOSED, St.CHECKING, *HELD)])
def test_untouched_everything_closes(state: St) -> None:
    assert advance(Staff(state=state), e.Untouched())[0] == Staff()


@pytest.mark.parametrize("state", [state for state in INSIDE if state not in (St.REBOOTING, *HELD)])
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
        accepted = (accepted or isinstance(event, e.PinAccepted | e.CardSignedIn)) and staff.state not in OUTSIDE
        assert staff.state in OUTSIDE or accepted
        assert len(staff.typed) <= MOST_DIGITS
        assert set(staff.typed) <= set("0123456789")
        assert staff.state is St.PIN or staff.typed == ""
        assert staff.row >= 0


@pytest.mark.parametrize("state", HELD)
def test_nobody_leaves_while_a_door_may_be_open(state: St) -> None:
    staff = Staff(state=state, role="staff", lockers=Lockers(first="K-3", second="K-7", purpose="load"))
    for event in (e.SignedOff(), e.Untouched(), e.MenuWanted()):
        assert advance(staff, event) == (staff, ())


def test_leaving_the_compartments_forgets_both_cards() -> None:
    staff = Staff(state=St.LOCKERS, role="staff", lockers=Lockers(first="K-3", second="K-7"))
    assert advance(staff, e.MenuWanted())[0].lockers == Lockers()


def test_only_two_cards_lead_to_the_compartments() -> None:
    ways = {(s, event) for s, event, t in STAFF.arrows() if s is St.CARDS and t.target not in (St.CLOSED, St.MENU)}
    assert ways == {
        (St.CARDS, loading_events.FirstCard),
        (St.CARDS, loading_events.CardRefused),
        (St.CARDS, loading_events.BothCards),
        (St.CARDS, e.TechnicianWanted),
        (St.CARDS, e.Answered),
    }


def test_another_compartment_is_proposed_without_those_turned_down() -> None:
    staff = Staff(state=St.PROPOSED, lockers=Lockers(booking="B", compartment="3", turned_down=("1",)))
    after, effects = advance(staff, loading_events.OtherCompartmentWanted())
    assert effects == (loading_effects.Propose("B", ("1", "3")),)
    again, _ = advance(after, loading_events.Proposed("B", "4"))
    assert (again.lockers.compartment, again.lockers.turned_down) == ("4", ("1", "3"))


def test_what_is_finished_is_what_was_opened() -> None:
    staff = Staff(state=St.PROPOSED, lockers=Lockers(first="K-3", second="K-7", booking="B", compartment="3"))
    opening, effects = advance(staff, loading_events.LoadWanted())
    assert effects == (loading_effects.OpenLocker("load", "B", "3"),)
    opened, _ = advance(opening, loading_events.LockerOpened("3"))
    nothing, _ = advance(opened, loading_events.NothingPutIn())
    _, effects = advance(nothing, loading_events.LockerShut())
    assert effects == (loading_effects.FinishLocker("load", "B", "3", nothing=True),)

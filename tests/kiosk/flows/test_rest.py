"""The table that lets the screen sleep: who wakes it, who keeps it awake, and what it never does."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.flows import events as e
from kiosk.flows.idle import IDLE, StartTimer
from kiosk.flows.rest import REST, GoDark, LightUp, Rest
from kiosk.flows.session import SESSION

HEARD: list[type[e.Event]] = [e.Acted, e.MotionSeen, e.SleepDue, e.SessionOver, e.TouchedInTheDark, e.IdleWarned]


def effects(state: Rest, event: type[e.Event]) -> list[type]:
    transition = REST.transition(state, event)
    return [type(make(event(), None)) for make in transition.effects] if transition else []


def test_every_state_is_in_the_table_and_can_be_reached() -> None:
    assert set(REST.states) == set(Rest)
    assert {transition.target for _, _, transition in REST.arrows()} == set(Rest)


def test_only_time_without_anybody_makes_it_dark() -> None:
    dark = [(state, event) for state in Rest for event in HEARD if GoDark in effects(state, event)]
    assert dark == [(Rest.AWAKE, e.SleepDue)]


def test_touch_key_and_movement_wake_it() -> None:
    woken = {event for event in HEARD if LightUp in effects(Rest.ASLEEP, event)}
    assert woken == {e.TouchedInTheDark, e.MotionSeen, e.Acted}


def test_movement_postpones_sleep_while_nobody_is_there_and_is_nothing_to_a_visit() -> None:
    assert effects(Rest.AWAKE, e.MotionSeen) == [StartTimer]
    assert REST.transition(Rest.VISITED, e.MotionSeen) is None


def test_movement_begins_no_session_and_prolongs_none() -> None:
    for event in (e.MotionSeen, e.TouchedInTheDark, e.SleepDue):
        assert not any(SESSION.transition(state, event) for state in SESSION.states)
        assert not any(IDLE.transition(state, event) for state in IDLE.states)
        assert all(REST.transition(state, event) is None for state in (Rest.VISITED,))


@given(st.lists(st.sampled_from(HEARD), max_size=40))
def test_in_any_run_of_events_dark_and_lit_take_turns(run: list[type[e.Event]]) -> None:
    """The picture is dark exactly while the table says asleep, and nothing is switched twice."""
    state, dark = REST.start, False
    for event in run:
        transition = REST.transition(state, event)
        if transition is None:
            continue
        for make in transition.effects:
            effect = make(event(), None)
            if isinstance(effect, GoDark):
                assert not dark
                dark = True
            elif isinstance(effect, LightUp):
                assert dark
                dark = False
        state = Rest(transition.target)
        assert dark is (state is Rest.ASLEEP)

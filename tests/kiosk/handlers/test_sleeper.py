"""A kiosk that sleeps: after minutes without anybody, never under a visitor, and awake at the first movement."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.display.settings import DisplaySettings
from hardware.display.simulator import SimulatedDisplay
from kiosk.flows import events as e
from kiosk.flows.session import S
from kiosk.handlers.sleeper import Sleeper
from kiosk.presenters import contents as c
from tests.kiosk.world import Kiosk, running

MINUTES = 5


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with running(tmp_path) as one:
        yield one


@pytest.fixture
def panel(kiosk: Kiosk) -> SimulatedDisplay:
    """Lit while the kiosk is awake; `dark` is what the screen was told."""
    panel = SimulatedDisplay(DisplaySettings(), clock=kiosk.clock)
    kiosk.conductor.sleeper = Sleeper(clock=kiosk.clock, sleep_minutes=MINUTES, panel=panel)
    return panel


def minutes(kiosk: Kiosk, count: float) -> None:
    """In steps of half a minute, so that nothing due is passed over."""
    for _ in range(round(count * 2)):
        kiosk.wait(30)


def asleep(kiosk: Kiosk, panel: SimulatedDisplay) -> bool:
    assert panel.state().lit is not kiosk.conductor.sleeper.asleep, "picture and light differ"
    return kiosk.conductor.sleeper.asleep


def test_it_sleeps_after_the_minutes_of_the_settings(kiosk: Kiosk, panel: SimulatedDisplay) -> None:
    told: list[bool] = []
    kiosk.conductor.sleeper.darken = told.append
    minutes(kiosk, MINUTES - 0.5)
    assert not asleep(kiosk, panel)
    minutes(kiosk, 0.5)
    assert asleep(kiosk, panel)
    assert told == [True]


def test_by_default_it_never_sleeps(kiosk: Kiosk) -> None:
    minutes(kiosk, 24 * 60)
    assert not kiosk.conductor.sleeper.asleep


def test_movement_wakes_at_the_next_tick_and_begins_no_session(kiosk: Kiosk, panel: SimulatedDisplay) -> None:
    minutes(kiosk, MINUTES)
    assert kiosk.conductor.resting
    kiosk.conductor.post(e.MotionSeen())
    assert not kiosk.conductor.resting, "the screen's clock ticks fast again"
    kiosk.conductor.tick()
    assert not asleep(kiosk, panel)
    assert kiosk.state is S.WELCOME
    minutes(kiosk, MINUTES - 1)
    assert kiosk.question is None, "nobody is asked whether they are there: no visitor ever was"
    assert not asleep(kiosk, panel)
    minutes(kiosk, 1)
    assert asleep(kiosk, panel)


def test_movement_postpones_sleep(kiosk: Kiosk, panel: SimulatedDisplay) -> None:
    for _ in range(10):
        minutes(kiosk, MINUTES - 1)
        kiosk.conductor.post(e.MotionSeen())
        kiosk.conductor.tick()
        assert not asleep(kiosk, panel)
    minutes(kiosk, MINUTES)
    assert asleep(kiosk, panel)


def test_movement_prolongs_no_visit(kiosk: Kiosk, panel: SimulatedDisplay) -> None:
    kiosk.touch(e.SearchOpened(), e.Typed("p"))
    for _ in range(61):
        kiosk.conductor.post(e.MotionSeen())
        kiosk.wait(1)
    assert kiosk.question is not None
    for _ in range(34):
        kiosk.conductor.post(e.MotionSeen())
        kiosk.wait(1)
    assert (kiosk.state, kiosk.conductor.session.query) == (S.WELCOME, "")


def test_it_never_sleeps_under_a_visitor_and_does_after_the_visit(kiosk: Kiosk, panel: SimulatedDisplay) -> None:
    kiosk.touch(e.SearchOpened())
    for _ in range(3 * MINUTES):
        minutes(kiosk, 0.5)
        kiosk.touch(e.Typed("p"))
        assert not asleep(kiosk, panel)
    kiosk.touch(e.Finished())
    kiosk.wait(3)
    assert isinstance(kiosk.screen, c.Welcome)
    minutes(kiosk, MINUTES - 1)
    assert not asleep(kiosk, panel)
    minutes(kiosk, 1)
    assert asleep(kiosk, panel)


def test_a_touch_in_the_dark_wakes_and_is_no_visit(kiosk: Kiosk, panel: SimulatedDisplay) -> None:
    minutes(kiosk, MINUTES)
    kiosk.conductor.wake()
    assert not asleep(kiosk, panel)
    kiosk.wait(61)
    assert kiosk.question is None
    assert kiosk.state is S.WELCOME


def test_what_needs_no_eyes_acts_in_the_dark_as_well(kiosk: Kiosk, panel: SimulatedDisplay) -> None:
    """A screen reader's action is meant, whatever the screen shows."""
    minutes(kiosk, MINUTES)
    kiosk.touch(e.TicketsOpened())
    assert not asleep(kiosk, panel)
    assert kiosk.state is S.TICKETS
    minutes(kiosk, 0.5)
    assert kiosk.state is S.TICKETS


def test_a_closed_house_sleeps_and_wakes_the_same(kiosk: Kiosk, panel: SimulatedDisplay) -> None:
    minutes(kiosk, 11 * 60)
    assert kiosk.clock.now().hour >= 21
    assert asleep(kiosk, panel)
    kiosk.conductor.post(e.MotionSeen())
    kiosk.conductor.tick()
    assert not asleep(kiosk, panel)
    assert isinstance(kiosk.screen, c.Welcome)

"""The mark, held: opens the staff corner on the welcome screen, and nothing else does."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from kiosk.flows.staff_events import StaffWanted
from tests.kiosk.conftest import Driver
from tests.kiosk.screens import samples

pytestmark = pytest.mark.screen
Make = Callable[..., Driver]
MARK = (86, 1920 - 64)


@pytest.fixture
def held(stage: Make, monkeypatch: pytest.MonkeyPatch) -> Driver:
    monkeypatch.setattr("kiosk.widgets.held_mark.HOLD_SECONDS", 0.05)
    driver = stage()
    welcome = samples.welcome("de")
    driver.show(replace(welcome, frame=replace(welcome.frame, hold=StaffWanted())))
    return driver


def wait(driver: Driver) -> None:
    """Frames for longer than the mark must be held; the clock is Kivy's own."""
    from kivy.clock import Clock

    end = Clock.get_time() + 0.15
    while Clock.get_time() < end:
        driver.frames(1)


def test_held_it_opens_once(held: Driver) -> None:
    touch = held.press(MARK)
    wait(held)
    touch.touch_up()
    wait(held)
    assert held.events == [StaffWanted()]


def test_a_tap_and_a_slide_do_nothing(held: Driver) -> None:
    held.press(MARK).touch_up()
    wait(held)
    touch = held.press(MARK)
    touch.touch_move(600, 900)
    wait(held)
    touch.touch_up()
    assert held.events == []


def test_elsewhere_and_on_other_screens_holding_does_nothing(held: Driver) -> None:
    touch = held.press((600, 1920 - 64))
    wait(held)
    touch.touch_up()
    held.show(samples.topics("de"))
    touch = held.press(MARK)
    wait(held)
    touch.touch_up()
    assert held.events == []


def test_a_screen_that_left_takes_the_wait_with_it(held: Driver) -> None:
    held.press(MARK)
    held.show(samples.topics("de"))
    wait(held)
    assert held.events == []

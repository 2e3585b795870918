"""The whole window with conductor and clock: it goes dark, and movement brings the picture back within 0.3 s."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.flows import events as e
from kiosk.flows.session import S
from kiosk.flows.view import View
from kiosk.handlers.sleeper import Sleeper
from kiosk.window_keys import window_keys
from tests.kiosk import shot
from tests.kiosk.conftest import PORTRAIT
from tests.kiosk.world import Kiosk, running

pytestmark = pytest.mark.screen
WITHIN_SECONDS = 0.3
PATIENCE_SECONDS = 10.0


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    """A kiosk in the window, that sleeps after a minute."""
    from kivy.app import App
    from kivy.clock import Clock
    from kivy.core.window import Window

    from kiosk.app import KioskApp

    with running(tmp_path) as kiosk:
        kiosk.conductor.sleeper = Sleeper(clock=kiosk.clock, sleep_minutes=1)
        app = KioskApp(
            panel=PORTRAIT,
            view=View(),
            conductor=kiosk.conductor,
            alive=lambda: None,
            shown=lambda: None,
            hands=kiosk.hands,
            keys=window_keys({}),
        )
        shot.area = (PORTRAIT.width_px, PORTRAIT.height_px)
        Clock._max_fps = 30
        app._run_prepare()
        yield kiosk
        Clock.unschedule(app._tick)
        Window.unbind(on_touch_down=app._touched, on_touch_up=app._released, on_key_down=app._keyed)
        for widget in Window.children[:]:
            Window.remove_widget(widget)
        App._running_app = None


def until_asleep(kiosk: Kiosk, asleep: bool) -> float:
    """Turn the window's loop until it is; how long it took (s), its picture included."""
    from kivy.base import EventLoop

    begin = time.monotonic()
    while kiosk.conductor.sleeper.asleep is not asleep:
        assert time.monotonic() - begin < PATIENCE_SECONDS
        EventLoop.idle()
    EventLoop.idle()
    return time.monotonic() - begin


def is_dark() -> bool:
    bright: int = sum(shot.image().convert("L").histogram()[200:])
    return bright == 0


def test_dark_by_time_and_lit_by_movement_in_a_moment(kiosk: Kiosk) -> None:
    took = []
    for _ in range(3):
        until_asleep(kiosk, False)
        assert not is_dark()
        kiosk.clock.advance(61)
        until_asleep(kiosk, True)
        assert is_dark()
        kiosk.conductor.post(e.MotionSeen())
        took.append(until_asleep(kiosk, False))
    assert min(took) < WITHIN_SECONDS, took


def test_the_touch_that_wakes_begins_no_visit(kiosk: Kiosk) -> None:
    from kivy.base import EventLoop
    from kivy.tests.common import UnitTestTouch

    kiosk.clock.advance(61)
    until_asleep(kiosk, True)
    touch = UnitTestTouch(290, 530)
    begin = time.monotonic()
    touch.touch_down()
    EventLoop.idle()
    assert not kiosk.conductor.sleeper.asleep
    assert time.monotonic() - begin < PATIENCE_SECONDS
    touch.touch_up()
    EventLoop.idle()
    assert (kiosk.state, kiosk.conductor.resting) == (S.WELCOME, True)
    touch = UnitTestTouch(290, 530)
    touch.touch_down()
    touch.touch_up()
    EventLoop.idle()
    assert kiosk.state is not S.WELCOME

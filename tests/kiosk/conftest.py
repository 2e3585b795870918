"""Drives the real widgets frame by frame, without a display: environment first, then Kivy, one window for all tests.

`stage` gives a driver around a `Stage`; taps are touches at the place where a finger would land. The window is as
large as every panel and never resized: without a display SDL sometimes keeps the old surface. A panel lies in its
lower left corner.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.flows.events import Event
from kiosk.flows.view import View
from kiosk.widgets.panel import Panel
from kiosk.widgets.setup import prepare_kivy
from tests.kiosk import shot

PORTRAIT = Panel()
LANDSCAPE = Panel(width_px=1920, height_px=1080)

if "kivy.core.window" not in sys.modules:
    prepare_kivy(
        width=1920, height=1920, home=Path(tempfile.mkdtemp(prefix="kivy-")), offscreen=True, log_level="error"
    )


class Driver:
    """A stage in the window, touched like a person would."""

    def __init__(self, panel: Panel = PORTRAIT, theme: Any = None, view: View | None = None) -> None:
        from kivy.base import EventLoop
        from kivy.clock import Clock
        from kivy.core.window import Window

        from kiosk.screens.show import Stage

        self.loop, self.window, self.panel = EventLoop, Window, panel
        self.events: list[Event] = []
        shot.area = (panel.width_px, panel.height_px)
        if view is None:
            view = View(theme=theme.name) if theme else View()
        self.stage = Stage(panel=panel, emit=self.events.append, view=view)
        Window.add_widget(self.stage)
        EventLoop.status = "started"
        Clock._max_fps = 0  # no waiting for the next frame
        self.frames()

    def close(self) -> None:
        self.window.remove_widget(self.stage)

    def frames(self, count: int = 2) -> None:
        """Let the window run through some frames."""
        for _ in range(count):
            self.loop.idle()

    def show(self, content: Any) -> None:
        self.stage.show(content)
        self.frames()

    def where(self, test_id: str) -> tuple[float, float]:
        """The middle of a control, in window coordinates from below."""
        control = self.stage.find(test_id)
        assert control is not None, f"{test_id} is not on the screen"
        x, y = control.center
        assert 0 <= x < self.panel.width_px and 0 <= y < self.panel.height_px, "nobody could touch it"
        return x, y

    def tap(self, test_id: str) -> None:
        self.drag(self.where(test_id), self.where(test_id))

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press, move, let go."""
        touch = self.press(start)
        touch.touch_move(*end)
        self.frames(1)
        touch.touch_up()
        self.frames()

    def press(self, at: tuple[float, float]) -> Any:
        """A finger that stays; let go with `.touch_up()`."""
        from kivy.tests.common import UnitTestTouch

        touch = UnitTestTouch(*at)
        touch.touch_down()
        self.frames(1)
        return touch

    def key(self, code: int, text: str = "", modifiers: tuple[str, ...] = ()) -> None:
        """A key of a hardware keyboard: 9 Tab, 13 Enter, 32 Space, 273 to 276 arrows."""
        self.window.dispatch("on_key_down", code, 0, text, list(modifiers))
        self.frames(1)
        self.window.dispatch("on_key_up", code, 0)
        self.frames(1)


@pytest.fixture
def stage() -> Iterator[Callable[..., Driver]]:
    """Makes drivers: `stage()`, `stage(LANDSCAPE)`, `stage(theme=CONTRAST_DARK)`, `stage(view=...)`."""
    made: list[Driver] = []

    def make(panel: Panel = PORTRAIT, theme: Any = None, view: View | None = None) -> Driver:
        for old in made:
            old.close()
        made[:] = [Driver(panel, theme, view)]
        return made[0]

    yield make
    for driver in made:
        driver.close()

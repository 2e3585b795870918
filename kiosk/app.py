"""The kiosk's window: a thin Kivy skin. Stage and conductor do the work; this joins them to Kivy's clock and input."""

from collections.abc import Callable
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.uix.scatter import Scatter
from kivy.uix.widget import Widget

from kiosk.flows import events as e
from kiosk.handlers.conductor import Conductor
from kiosk.screens.show import Stage
from kiosk.widgets.panel import Panel

TICKS_PER_SECOND = 10


class KioskApp(App):  # type: ignore[misc]  # Kivy is untyped
    """Shows what the conductor says, and tells it what was touched."""

    def __init__(self, *, panel: Panel, conductor: Conductor, alive: Callable[[], None], scale: float = 1.0) -> None:
        """:param alive: called at every tick, to feed the watchdog from the thread that must not hang.

        :param scale: below 1, the picture is drawn smaller than the panel (a window on a developer's screen).
        """
        super().__init__()
        self._panel, self._conductor, self._alive, self._scale = panel, conductor, alive, scale
        self.stage: Stage | None = None

    def build(self) -> Widget:
        """The stage, scaled where wanted."""
        self.stage = Stage(self._panel, emit=self._conductor.emit)
        self._conductor.show = self.stage.show
        self._conductor.ask = self.stage.ask
        self._conductor.tick()
        if self._scale == 1.0:
            return self.stage
        frame = Scatter(do_rotation=False, do_translation=False, do_scale=False, scale=self._scale, auto_bring_to_front=False)
        self.stage.size_hint = (None, None)
        self.stage.size = (self._panel.width_px, self._panel.height_px)
        frame.add_widget(self.stage)
        frame.pos = (0, 0)
        return frame

    def on_start(self) -> None:
        """The clock ticks from now on, and every touch counts as somebody being there."""
        Clock.schedule_interval(self._tick, 1 / TICKS_PER_SECOND)
        Window.bind(on_touch_down=self._touched, on_touch_up=self._released, on_key_down=self._touched)

    def _tick(self, _seconds: float) -> None:
        self._alive()
        self._conductor.tick()

    def _touched(self, *_: Any) -> bool:
        if not self._conductor.asking:
            self._conductor.acted()
        return False

    def _released(self, *_: Any) -> bool:
        """A touch beside the question's buttons is an answer too: somebody is there."""
        if self._conductor.asking:
            Clock.schedule_once(self._still_there, 0)
        return False

    def _still_there(self, _seconds: float) -> None:
        if self._conductor.asking:
            self._conductor.emit(e.StillThere())

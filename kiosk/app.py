"""The kiosk's window: a thin Kivy skin. Stage and conductor do the work; this joins them to Kivy's clock and input."""

from collections.abc import Callable, Mapping
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.core.window import Keyboard, Window
from kivy.uix.widget import Widget

from hardware.keypad.interface import Key
from kiosk.flows import events as e
from kiosk.flows.view import View
from kiosk.handlers.conductor import Conductor
from kiosk.handlers.keypad import KeypadHandler
from kiosk.screens.keys import ENTER, KEYPAD_ENTER, MOVING, SPACE
from kiosk.screens.show import Stage
from kiosk.widgets.panel import Panel

TICKS_PER_SECOND = 10
RESTING_TICKS = 4
"""While nobody is there, every so manieth tick is enough."""


class KioskApp(App):  # type: ignore[misc]  # Kivy is untyped
    """Shows what the conductor says, and tells it what was touched."""

    def __init__(
        self,
        *,
        panel: Panel,
        view: View,
        conductor: Conductor,
        alive: Callable[[], None],
        shown: Callable[[], None],
        hands: KeypadHandler,
        keys: Mapping[int, Key],
    ) -> None:
        """:param view: how the screen looks when a visit begins.

        :param alive: called at every tick, to feed the watchdog from the thread that must not hang.

        :param shown: called once, in Kivy's thread, after the first picture.
        :param hands: who operates the kiosk by keys.
        :param keys: what keys that reach the window mean, by Kivy's number.
        """
        super().__init__()
        self._panel, self._view = panel, view
        self._conductor, self._alive, self._shown = conductor, alive, shown
        self._hands, self._keys = hands, keys
        self.stage: Stage | None = None
        self._ticks = 0
        self._focused = ""

    def build(self) -> Widget:
        """The stage."""
        self.stage = Stage(self._panel, emit=self._conductor.emit, view=self._view)
        self._conductor.restyle = self.stage.restyle
        self._conductor.show = self.stage.show
        self._conductor.ask = self.stage.ask
        self._conductor.sleeper.darken, self.stage.wake = self.stage.sleep, self._conductor.wake
        self._hands.mark, self._hands.turn = self.stage.mark, self.stage.turn_focus
        self._conductor.tick()
        return self.stage

    def on_start(self) -> None:
        """The clock ticks from now on, and every touch counts as somebody being there."""
        Clock.schedule_interval(self._tick, 1 / TICKS_PER_SECOND)
        Window.bind(on_touch_down=self._touched, on_touch_up=self._released, on_key_down=self._keyed)
        Window.bind(on_key_down=self._key)
        Window.bind(on_flip=self._first_flip)
        Window.canvas.ask_update()

    def _first_flip(self, *_: Any) -> None:
        Window.unbind(on_flip=self._first_flip)
        Clock.schedule_once(lambda _seconds: self._shown(), 0)

    def _tick(self, _seconds: float) -> None:
        self._ticks += 1
        if self._conductor.resting and not self._hands.busy and self._ticks % RESTING_TICKS:
            return
        self._alive()
        self._hands.tick()
        self._follow_focus()
        self._conductor.tick()

    def _follow_focus(self) -> None:
        focused = self.stage.focused if self.stage is not None else ""
        if focused != self._focused:
            self._focused = focused
            self._hands.focused(focused)

    def acted(self) -> None:
        """Somebody did something. While the question is on the screen only an answer counts."""
        if self._conductor.asking:
            self._conductor.hush()
        else:
            self._conductor.acted()

    def _touched(self, *_: Any) -> bool:
        self.acted()
        return False

    def _keyed(self, _window: Any, code: int, *_: Any) -> bool:
        """A key with a meaning operates the kiosk; Tab, and what only a widget knows, is the stage's own.

        While the question stands, keys that look around give it new time; any other key is the answer yes. Enter and
        space press what has the focus, so that "no" can be chosen without a finger.
        """
        key, focused = self._keys.get(code), self.stage.focused if self.stage is not None else ""
        own = bool(focused) and not self._hands.knows(focused)
        if key is not None and not (key is Key.OK and own) and not self._conductor.at_staff:
            self._hands.press(key)
            return True
        if not self._conductor.asking:
            self._conductor.acted()
        elif code in MOVING:
            self._conductor.attended()
        elif not (code in (ENTER, SPACE, KEYPAD_ENTER) and focused):
            self._conductor.emit(e.StillThere())
        return False

    def _key(self, _window: Any, code: int, *_: Any) -> bool:
        """Kivy's name of the key, for the staff corner."""
        name = next((known for known, number in Keyboard.keycodes.items() if number == code), "")
        self._conductor.key(name)
        return False

    def _released(self, *_: Any) -> bool:
        """A touch beside the question's buttons is an answer too: somebody is there."""
        if self._conductor.asking:
            Clock.schedule_once(self._still_there, 0)
        return False

    def _still_there(self, _seconds: float) -> None:
        if self._conductor.asking:
            self._conductor.emit(e.StillThere())

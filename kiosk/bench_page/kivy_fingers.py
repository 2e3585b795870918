"""Fingers and keys from the bench page into Kivy's input pipeline, where those of a real touch panel come in too."""

import time
from collections import deque
from collections.abc import Callable
from typing import Any

from kivy.base import EventLoop
from kivy.core.window import Window
from kivy.input.motionevent import MotionEvent
from kivy.input.provider import MotionEventProvider

from kiosk.bench_page.parts import Finger

FORGOTTEN_SECONDS = 10.0
"""A finger that nobody moves or lifts for so long belongs to a page that was closed: it is lifted."""

KEY_CODES = {
    "Backspace": 8,
    "Tab": 9,
    "Enter": 13,
    "Escape": 27,
    "Delete": 127,
    "ArrowUp": 273,
    "ArrowDown": 274,
    "ArrowRight": 275,
    "ArrowLeft": 276,
    "Home": 278,
    "End": 279,
    "PageUp": 280,
    "PageDown": 281,
}
"""Name of a key in the web -> in Kivy (`kivy.core.window.Keyboard.keycodes`)."""


class FingerEvent(MotionEvent):  # type: ignore[misc]  # Kivy is untyped
    """One finger from its landing to its lifting."""

    def __init__(self, device: str, number: int, at: tuple[float, float]) -> None:
        super().__init__(device, number, at, is_touch=True, type_id="touch")

    def depack(self, args: tuple[float, float]) -> None:
        """:param args: x and y from 0 to 1, from the upper left corner."""
        self.profile = ["pos"]
        self.sx, self.sy = args[0], 1.0 - args[1]
        super().depack(args)


class Fingers(MotionEventProvider):  # type: ignore[misc]  # Kivy is untyped
    """Takes touches and keys from any thread; Kivy fetches them once a frame."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__("bench-page", "")
        self._clock = clock
        self._waiting: deque[tuple[str, float, float]] = deque()
        self._down: FingerEvent | None = None
        self._moved_at = 0.0
        self._count = 0

    def plug_in(self) -> None:
        """From now on Kivy asks."""
        EventLoop.add_input_provider(self)

    def unplug(self) -> None:
        """Kivy asks no more."""
        EventLoop.remove_input_provider(self)

    def touch(self, finger: Finger, x: float, y: float) -> None:
        """See `ScreenMirror.touch`."""
        self._waiting.append((finger, x, y))

    def key(self, name: str) -> None:
        """See `ScreenMirror.key`; keys Kivy has no code for are left out."""
        self._waiting.append((f"key {name}", 0, 0))

    def update(self, dispatch_fn: Callable[[str, Any], None]) -> None:
        """Called by Kivy in its own thread, once a frame.

        Kivy keeps events of a frame as (kind, finger) and dispatches them afterwards: a finger that lands and moves
        within one frame would land where it moved to. So a landing or a lifting ends the round.
        """
        while self._waiting:
            what, x, y = self._waiting.popleft()
            if what.startswith("key "):
                _press(what.removeprefix("key "))
                continue
            self._move(what, (x, y), dispatch_fn)
            if what != "move":
                return
        if self._down and self._clock() - self._moved_at > FORGOTTEN_SECONDS:
            self._lift(dispatch_fn)

    def _move(self, what: str, at: tuple[float, float], dispatch_fn: Callable[[str, Any], None]) -> None:
        self._moved_at = self._clock()
        if what == "down":
            self._lift(dispatch_fn)
            self._count += 1
            self._down = FingerEvent(self.device, self._count, at)
            dispatch_fn("begin", self._down)
        elif self._down:
            self._down.move(at)
            dispatch_fn("update", self._down)
            if what == "up":
                self._lift(dispatch_fn)

    def _lift(self, dispatch_fn: Callable[[str, Any], None]) -> None:
        if self._down:
            self._down.update_time_end()
            dispatch_fn("end", self._down)
            self._down = None


def _press(name: str) -> None:
    """As the SDL window does: key down, the text if it has one, key up."""
    code = KEY_CODES.get(name) or (ord(name.lower()) if len(name) == 1 else None)
    if code is None:
        return
    text = name if len(name) == 1 and name.isprintable() else ""
    if not Window.dispatch("on_key_down", code, 0, text or None, []) and text:
        Window.dispatch("on_textinput", text)
    Window.dispatch("on_key_up", code, 0)

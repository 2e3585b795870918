"""Drives the kiosk's real window the way a person does: touches at pixels, one frame after the other, and pictures."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kivy.base import EventLoop
from kivy.core.window import Window
from kivy.input.motionevent import MotionEvent
from PIL import Image

HOLD_SECONDS = 0.06
"""How long a finger stays down."""
PATIENCE_SECONDS = 20.0


class TourStopped(Exception):
    """The tour cannot go on: something is not on the screen, or does not happen."""


class _Finger(MotionEvent):  # type: ignore[misc]  # Kivy is untyped
    """A touch that comes in like every other."""

    def __init__(self, x: float, y: float) -> None:
        super().__init__("tour", id(self), {"x": x, "y": y}, is_touch=True, type_id="touch")

    def depack(self, args: dict[str, float]) -> None:
        self.sx, self.sy = args["x"], args["y"]
        self.profile = ["pos"]
        super().depack(args)


class Driver:
    """Frames, touches and pictures of a running app whose event loop this object turns."""

    def __init__(self, find: Callable[[str], Any]) -> None:
        """:param find: test id -> the widget on the screen; raises LookupError."""
        self._find = find

    def frames(self, count: int = 3) -> None:
        """Let the app draw."""
        for _ in range(count):
            Window.canvas.ask_update()
            EventLoop.idle()

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Let the app run until `condition` holds.

        :raises TourStopped: it does not within 20 seconds.
        """
        end = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise TourStopped(f"waited {PATIENCE_SECONDS:.0f} s, but not: {what}")
            EventLoop.idle()
        self.frames(2)

    def tap(self, test_id: str) -> None:
        """Touch the middle of a control.

        :raises TourStopped: it is not on the screen.
        """
        try:
            widget = self._find(test_id)
        except LookupError as missing:
            raise TourStopped(f"nothing to touch: {missing}") from missing
        x, y = widget.to_window(*widget.center)
        if not (0 <= x < Window.width and 0 <= y < Window.height):
            raise TourStopped(f"{test_id} lies outside the screen: nobody could touch it")
        self.touch(x, y)

    def touch(self, x: float, y: float) -> None:
        """Touch a pixel, y from the bottom."""
        finger = _Finger(x / Window.width, y / Window.height)
        EventLoop.post_dispatch_input("begin", finger)
        end = time.monotonic() + HOLD_SECONDS
        while time.monotonic() < end:
            EventLoop.idle()
        EventLoop.post_dispatch_input("end", finger)
        self.frames(3)

    def picture(self, path: Path) -> None:
        """The screen as a PNG, as it is now."""
        from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glReadPixels

        Window.dispatch("on_draw")
        width, height = Window.system_size
        raw = bytes(glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE))
        image = Image.frombytes("RGBA", (width, height), raw).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        image.convert("RGB").save(path, optimize=True)

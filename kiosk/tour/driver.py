"""Drives the kiosk's real window the way a person does: touches at pixels, one frame after the other, and pictures."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from kivy.base import EventLoop
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.input.motionevent import MotionEvent
from PIL import Image

from kiosk.process import KioskProcess
from kiosk.screens.show import Stage
from kiosk.tour.caps import too_small
from kiosk.tour.pixels import contrasts
from kiosk.widgets.audit import audit, visible_words

HOLD_SECONDS = 0.02
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
    """Frames, touches and pictures of a running kiosk whose event loop this object turns."""

    def __init__(self, process: KioskProcess) -> None:
        self._process = process

    @contextmanager
    def running(self) -> Iterator[None]:
        """The kiosk from its first picture to its end."""
        with self._process.opened():
            self._process.app._run_prepare()  # what App.run does, but for its loop
            Clock._max_fps = 250  # nobody watches: hardly a pause between frames
            Window.canvas.ask_update()
            try:
                self.until(lambda: self._process.serving, "the kiosk serves")
                yield
            finally:
                self._process.app.stop()

    @property
    def stage(self) -> Stage:
        """What is on the window."""
        stage = self._process.app.stage
        assert stage is not None
        return stage

    def frames(self, count: int = 3) -> None:
        """Let the app draw what changed."""
        for _ in range(count):
            EventLoop.idle()

    def look_on(self, seconds: float) -> None:
        """Let the app run for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            EventLoop.idle()

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Let the app run until `condition` holds.

        :raises TourStopped: it does not within 20 seconds.
        """
        end = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise TourStopped(
                    f"waited {PATIENCE_SECONDS:.0f} s, but not: {what}; on the screen: {self.on_screen()}"
                )
            EventLoop.idle()
        self.frames(2)

    def has(self, test_id: str) -> bool:
        """Whether a control can be seen."""
        return self.stage.find(test_id) is not None

    def on_screen(self) -> str:
        """Test ids, for messages."""
        return ", ".join(self.stage.test_ids())

    def pressable(self) -> list[str]:
        """Test ids of controls that would do something."""
        stage = self.stage
        found = ((test_id, stage.find(test_id)) for test_id in stage.test_ids())
        return [test_id for test_id, control in found if control is not None and control.pressable()]

    def tap(self, test_id: str, hold: float = HOLD_SECONDS) -> None:
        """Touch the middle of a control for `hold` seconds.

        :raises TourStopped: it is not on the screen.
        """
        widget = self.stage.find(test_id)
        if widget is None:
            raise TourStopped(f"nothing to touch: {test_id}; on the screen: {self.on_screen()}")
        x, y = widget.to_window(*widget.center)
        if not (0 <= x < Window.width and 0 <= y < Window.height):
            raise TourStopped(f"{test_id} lies outside the screen: nobody could touch it")
        self.touch(x, y, hold)

    def touch(self, x: float, y: float, hold: float = HOLD_SECONDS) -> None:
        """Touch a pixel, y from the bottom."""
        finger = _Finger(x / Window.width, y / Window.height)
        EventLoop.post_dispatch_input("begin", finger)
        self.look_on(hold)
        EventLoop.post_dispatch_input("end", finger)
        self.frames(3)

    def picture(self, path: Path) -> list[str]:
        """The screen as a PNG, as it is now; what a strict designer finds wrong with it comes back."""
        from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glReadPixels

        Window.dispatch("on_draw")
        width, height = Window.system_size
        raw = bytes(glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE))
        image = Image.frombytes("RGBA", (width, height), raw).transpose(Image.Transpose.FLIP_TOP_BOTTOM).convert("RGB")
        image.save(path, compress_level=1)
        return [*audit(self.stage), *self._measured(image)]

    def _measured(self, image: Image.Image) -> list[str]:
        """What the layout promises and the picture does not keep: contrast, size of capitals."""
        words = visible_words(self.stage)
        weak = [f"{text!r} has a contrast of {ratio:.1f}" for text, ratio in contrasts(np.asarray(image), words)]
        panel = self.stage.look.panel
        return weak + [f"{text!r} is seen at {angle:.2f} degrees" for text, angle in too_small(words, panel)]

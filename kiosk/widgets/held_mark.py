"""The mark in the header, held for three seconds: the staff's way in. Draws nothing, swallows no touch."""

from kivy.clock import Clock

from kiosk.widgets.control import Hands
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen

HOLD_SECONDS = 3.0


class HeldMark(Part):
    """Data: `event`. Sliding off or letting go before the time cancels; it is no control and takes no focus."""

    takes_hands = True

    def __init__(self, look: Look, hands: Hands) -> None:
        super().__init__(look)
        self.hands = hands
        self._touch = None
        self._waiting = None

    def draw(self, pen: Pen) -> None:
        """Nothing: the header draws the mark."""

    def on_touch_down(self, touch):
        if self.collide_point(*touch.pos) and self._waiting is None:
            self._touch = touch
            self._waiting = Clock.schedule_once(self._held, HOLD_SECONDS)
        return False

    def on_touch_move(self, touch):
        if touch is self._touch and not self.collide_point(*touch.pos):
            self._cancel()
        return False

    def on_touch_up(self, touch):
        if touch is self._touch:
            self._cancel()
        return False

    def _cancel(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        self._touch = self._waiting = None

    def _held(self, _seconds) -> None:
        self._cancel()
        if self.get_root_window() is not None:
            self.hands.emit(self.data["event"])

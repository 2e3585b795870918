"""The sleeping screen: black, with a dim sign that it can be touched. The touch or key that wakes it presses nothing.

It listens at the window before anything else does. What woke it stays its own until it is let go: nobody else hears
the finger lifted, the key repeated, the letter it would have typed.
"""

from collections.abc import Callable, Hashable
from typing import Any

from kivy.core.window import Window

from kiosk.widgets.look import Look
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.theme import colour

BLACK, DIM = colour("#000000"), colour("#5B7176")
SIGN = 132
"""Side of the sign."""
DOWN, UP = ("on_touch_down", "on_key_down"), ("on_touch_up", "on_key_up")
HEARD = (*DOWN, "on_touch_move", *UP, "on_textinput")


class Night(Part):
    """Covers everything from `begin` to `end`."""

    def __init__(self, look: Look, woken: Callable[[], None]) -> None:
        """:param woken: told of a touch or key in the dark; it calls `end`, usually."""
        super().__init__(look=look)
        self._woken, self._dark = woken, False
        self._held: set[Hashable] = set()
        self._listeners: dict[str, Callable[..., bool]] = {}

    def begin(self) -> None:
        """Black. A control that held the keyboard has it no more."""
        self.show(Rect(0, 0, self.look.panel.width_px, self.look.panel.height_px))
        Window.release_all_keyboards()
        self._let_go()
        self._dark, self._held = True, set()
        self._listeners = {name: self._listener(name) for name in HEARD}
        Window.bind(**self._listeners)

    def end(self) -> None:
        """What lies below is seen again, and touched by the next finger."""
        self._dark = False
        if not self._held:
            self._let_go()

    def draw(self, pen: Pen) -> None:
        """The sign stands where the desk is, in reach."""
        pen.fill(self.rect, BLACK)
        pen.icon("gesture-tap", self.rect.centre[0], self.rect.h * 3 // 4, self.look.px(SIGN), DIM)

    def _let_go(self) -> None:
        Window.unbind(**self._listeners)
        self._listeners = {}

    def _listener(self, name: str) -> Callable[..., bool]:
        """:return: what the window calls; True keeps it from everybody else."""

        def hear(_window: Any, what: Any, *_more: Any) -> bool:
            who = getattr(what, "uid", ("key", what))
            mine = self._dark or who in self._held
            if name == "on_textinput":
                return mine or any(isinstance(one, tuple) for one in self._held)
            if name in UP:
                self._held.discard(who)
                if not self._dark and not self._held:
                    self._let_go()
            elif self._dark and name in DOWN:
                self._held.add(who)
                self._woken()
            return mine

        return hear

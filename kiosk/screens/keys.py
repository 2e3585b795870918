"""Keys of a keyboard move the focus and press; letters are typed where the screen has a keyboard of its own."""

from typing import TYPE_CHECKING, Any

from kivy.core.window import Window

from kiosk.screens.focus import Direction

if TYPE_CHECKING:
    from kiosk.screens.show import Stage

TAB, ENTER, SPACE, KEYPAD_ENTER = 9, 13, 32, 271
ARROWS: dict[int, Direction] = {273: "up", 274: "down", 275: "right", 276: "left"}
MOVING = frozenset({TAB, *ARROWS})
"""Keys that look around and decide nothing."""


class Keys:
    """Listens to the window while the stage is in it."""

    def __init__(self, stage: "Stage") -> None:
        self._stage = stage
        stage.bind(parent=self._moved)

    def _moved(self, _stage: Any, parent: Any) -> None:
        change = Window.unbind if parent is None else Window.bind
        change(on_key_down=self._down)

    def _down(self, _window: Any, key: int, _scancode: int, _text: Any, modifiers: Any) -> bool:
        stage = self._stage
        if key == TAB:
            stage.move_focus(-1 if "shift" in modifiers else 1)
        elif key in ARROWS:
            stage.turn_focus(ARROWS[key])
        elif key in (ENTER, SPACE, KEYPAD_ENTER) and stage.focused:
            stage.press(stage.focused)
        else:
            return False
        return True

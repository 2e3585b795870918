"""Keys that reach the kiosk's window, by the names Linux gives them, so that one mapping holds for every keypad.

The numbers are Kivy's (`kivy.core.window.Keyboard.keycodes`), which are those of SDL 1.
"""

from collections.abc import Mapping

from hardware.keypad.interface import Key
from hardware.keypad.keys import meanings

NAMES: dict[int, str] = {
    **{48 + digit: f"KEY_{digit}" for digit in range(10)},
    **{256 + digit: f"KEY_KP{digit}" for digit in range(10)},
    **{281 + number: f"KEY_F{number}" for number in range(1, 16)},
    8: "KEY_BACKSPACE",
    13: "KEY_ENTER",
    27: "KEY_ESC",
    32: "KEY_SPACE",
    266: "KEY_KPDOT",
    267: "KEY_KPSLASH",
    268: "KEY_KPASTERISK",
    269: "KEY_KPMINUS",
    270: "KEY_KPPLUS",
    271: "KEY_KPENTER",
    273: "KEY_UP",
    274: "KEY_DOWN",
    275: "KEY_RIGHT",
    276: "KEY_LEFT",
    278: "KEY_HOME",
    279: "KEY_END",
    280: "KEY_PAGEUP",
    281: "KEY_PAGEDOWN",
}


def window_keys(changed: Mapping[str, Key]) -> dict[int, Key]:
    """What each key of the window means; keys without a meaning are left out."""
    known = meanings(changed)
    return {code: known[name] for code, name in NAMES.items() if name in known}

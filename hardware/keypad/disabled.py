"""No keypad of its own. The window's keys, where they count, come another way."""

from collections.abc import Callable

from hardware.host.clock import Clock
from hardware.keypad.interface import Key
from hardware.keypad.settings import KeypadSettings


class DisabledKeypad:
    """`Keypad` where there is none."""

    trouble = ""

    def __init__(self, settings: KeypadSettings, *, clock: Clock) -> None:
        """Takes what every driver takes, and needs none of it."""

    def start(self, pressed: Callable[[Key], None]) -> None:
        """Nothing to tell."""

    def close(self) -> None:
        """Nothing to release."""

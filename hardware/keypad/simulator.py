"""A keypad without a keypad: its keys are pressed by hand, from the bench page or a test."""

from collections.abc import Callable

from hardware.host.clock import Clock
from hardware.keypad.interface import Key
from hardware.keypad.settings import KeypadSettings


class SimulatedKeypad:
    """`Keypad`, and hands for it."""

    def __init__(self, settings: KeypadSettings, *, clock: Clock) -> None:
        self.trouble = ""
        self._pressed: Callable[[Key], None] | None = None

    def start(self, pressed: Callable[[Key], None]) -> None:
        """From now on."""
        self._pressed = pressed

    def press(self, key: Key) -> None:
        """Press and let go. From any thread; nothing while unplugged."""
        if self._pressed is not None and not self.trouble:
            self._pressed(key)

    def plug(self, plugged: bool) -> None:
        """Pull its cable, or put it in."""
        self.trouble = "" if plugged else "keypad.missing"

    def close(self) -> None:
        """Presses lead nowhere."""
        self._pressed = None

"""What every keypad can do: tell which of its keys was pressed. Knows no screen."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol


class Key(StrEnum):
    """What a key means, whatever is printed on it."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    OK = "ok"
    BACK = "back"
    HELP = "help"
    READ = "read"
    """Reads the screen aloud, or stops."""
    NEXT = "next"
    """The first of two switches: moves on."""
    STAR = "star"
    HASH = "hash"
    SLOWER = "slower"
    FASTER = "faster"
    QUIETER = "quieter"
    LOUDER = "louder"
    HEADPHONES_IN = "headphones_in"
    """Sent by keypads that have the jack themselves."""
    HEADPHONES_OUT = "headphones_out"
    DIGIT_0 = "0"
    DIGIT_1 = "1"
    DIGIT_2 = "2"
    DIGIT_3 = "3"
    DIGIT_4 = "4"
    DIGIT_5 = "5"
    DIGIT_6 = "6"
    DIGIT_7 = "7"
    DIGIT_8 = "8"
    DIGIT_9 = "9"


class Keypad(Protocol):
    """A keypad. It may be unplugged and come back."""

    @property
    def trouble(self) -> str:
        """ "" = works, else a stable code: "keypad.missing"."""
        ...

    def start(self, pressed: Callable[[Key], None]) -> None:
        """Tell every press from now on; `pressed` may be called from any thread and must return soon."""
        ...

    def close(self) -> None:
        """Tell nothing any more."""
        ...

"""Events of a Linux input device as bytes, without I/O. Not responsible for what an event means to the kiosk.

Source: `struct input_event` in <linux/input.h>, codes in <linux/input-event-codes.h>, and the kernel's
Documentation/input/event-codes.rst. The kernel sends whole records; what lies between may still cut them.
"""

import struct
from typing import Literal

from msgspec import Struct

EV_SYN, EV_KEY, EV_SW = 0x00, 0x01, 0x05
SYN_REPORT, SYN_DROPPED = 0, 3
LARGEST_CODE = {EV_SYN: 0x0F, EV_KEY: 0x2FF, 0x02: 0x0F, 0x03: 0x3F, 0x04: 0x07, EV_SW: 0x11, 0x11: 0x0F, 0x14: 0x01}
"""Kind of event -> largest code; kinds that a motion sensor may send (also REL, ABS, MSC, LED, REP)."""
LARGEST_VALUE = {EV_SYN: 1, EV_KEY: 2, EV_SW: 1}
"""Of kinds whose values are few: a key is 0 let go, 1 pressed, 2 held."""
LONG: Literal[4, 8] = 8 if struct.calcsize("l") == 8 else 4
"""Bytes of a `long` of this machine's C, and of its kernel's time stamps."""
LAYOUTS = {8: struct.Struct("=qqHHi"), 4: struct.Struct("=iiHHi")}
"""Seconds, microseconds, kind, code, value: 24 bytes, on 32-bit systems 16."""
MICROSECONDS = 1_000_000
LATEST_SECOND = 1 << 40


class InputEvent(Struct, frozen=True):
    """One event without its time."""

    kind: int
    code: int
    value: int


class Parser:
    """Puts records together from pieces; after bytes that cannot be a record it looks for the next one."""

    def __init__(self, long: Literal[4, 8] = LONG) -> None:
        """:param long: bytes of a `long` where the events come from."""
        self._layout = LAYOUTS[long]
        self._rest = b""

    def feed(self, data: bytes) -> tuple[InputEvent, ...]:
        """All events that are whole now."""
        found: list[InputEvent] = []
        stream, place = self._rest + data, 0
        while len(stream) - place >= self._layout.size:
            seconds, microseconds, kind, code, value = self._layout.unpack_from(stream, place)
            if 0 < seconds < LATEST_SECOND and 0 <= microseconds < MICROSECONDS and _possible(kind, code, value):
                found.append(InputEvent(kind, code, value))
                place += self._layout.size
            else:
                place += 1
        self._rest = stream[place:]
        return tuple(found)


def _possible(kind: int, code: int, value: int) -> bool:
    if kind not in LARGEST_CODE or code > LARGEST_CODE[kind]:
        return False
    return kind not in LARGEST_VALUE or 0 <= value <= LARGEST_VALUE[kind]


class Active:
    """Which keys and switches are on: a sensor that holds its line says that somebody is still there."""

    def __init__(self, code: int | None) -> None:
        """:param code: the only key or switch that counts; None: all do."""
        self._code = code
        self._on: set[tuple[int, int]] = set()

    def take(self, event: InputEvent) -> bool:
        """True: this event says that something moved."""
        if (event.kind, event.code) == (EV_SYN, SYN_DROPPED):
            self._on.clear()  # the kernel's buffer was full: nobody knows what is on now
            return False
        if event.kind not in (EV_KEY, EV_SW) or self._code not in (None, event.code):
            return False
        if event.value:
            self._on.add((event.kind, event.code))
        else:
            self._on.discard((event.kind, event.code))
        return bool(event.value)

    @property
    def any(self) -> bool:
        """Whether something is on."""
        return bool(self._on)

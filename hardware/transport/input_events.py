"""Linux input events (linux/input.h): bytes to events and back, and what a device is asked.

Not responsible for opening a device.
"""

import struct
from collections.abc import Iterator

from msgspec import Struct

EV_SYN, EV_KEY, EV_SW = 0x00, 0x01, 0x05
SW_HEADPHONE_INSERT = 0x02
RELEASED, PRESSED, REPEATED = 0, 1, 2

_EVENT = struct.Struct("llHHi")  # struct input_event: seconds, microseconds, type, code, value; native sizes
SIZE = _EVENT.size

EVIOCGRAB = (1 << 30) | (4 << 16) | (ord("E") << 8) | 0x90
"""ioctl: nobody else gets this device's events, the compositor neither."""
_SWITCH_BYTES = 4
EVIOCGSW = (2 << 30) | (_SWITCH_BYTES << 16) | (ord("E") << 8) | 0x1B
"""ioctl: the state of all switches, one bit each."""


class InputEvent(Struct, frozen=True):
    """One event; `kind` is EV_KEY or EV_SW, `code` the key or switch."""

    kind: int
    code: int
    value: int


def pack(event: InputEvent) -> bytes:
    """As the kernel writes it; time zero."""
    return _EVENT.pack(0, 0, event.kind, event.code, event.value)


class Reassembler:
    """Bytes in any pieces, whole events out. A device node gives whole events; a pipe may split them."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[InputEvent]:
        """The events that are whole now."""
        data = self._rest + data
        whole = len(data) - len(data) % SIZE
        self._rest = data[whole:]
        for _, _, kind, code, value in _EVENT.iter_unpack(data[:whole]):
            yield InputEvent(kind, code, value)


def switch_on(state: bytes | bytearray, switch: int) -> bool:
    """Whether a switch is on in the answer to EVIOCGSW."""
    return bool(state[switch // 8] >> switch % 8 & 1)


def no_switches() -> bytearray:
    """Room for the answer to EVIOCGSW."""
    return bytearray(_SWITCH_BYTES)

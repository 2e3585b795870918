"""A sensor on a serial line that sends a byte or a line for every movement. Not for radars that report all the time."""

import math
from collections.abc import Callable

from hardware.host.clock import Clock
from hardware.presence.settings import PresenceSettings
from hardware.presence.watching import WatchedSource
from hardware.transport.interface import Wire
from hardware.transport.opening import wire_for

LOOK_SECONDS = 0.25
WRITE_SECONDS = 1.0
LONGEST_LINE = 256
"""Bytes; what is longer without an end is no line of a sensor."""


class SerialLine:
    """`Source` over a wire."""

    silent_seconds = math.inf

    def __init__(self, wire: Wire, word: str) -> None:
        """:param word: a line must hold it to mean movement; "": any byte does."""
        self._wire, self._word = wire, word.encode()
        self._rest = b""

    def open(self) -> None:
        """See `Source`."""
        self._wire.open()
        self._rest = b""

    def read(self, pause: Callable[[float], object]) -> bool:
        """See `Source`."""
        data = self._wire.read(LOOK_SECONDS)
        if not self._word:
            return bool(data)
        *lines, self._rest = (self._rest + data).replace(b"\r", b"\n").split(b"\n")
        self._rest = self._rest[-LONGEST_LINE:]
        return any(self._word in line for line in lines)

    def close(self) -> None:
        """See `Source`."""
        self._wire.close()


class SerialSensor(WatchedSource):
    """`Presence` by a serial line."""

    def __init__(self, settings: PresenceSettings, *, clock: Clock) -> None:
        """Opens nothing yet."""
        wire = wire_for(settings.port, baud=settings.baud, write_seconds=WRITE_SECONDS)
        super().__init__(SerialLine(wire, settings.word), clock=clock, reopen_seconds=settings.reopen_seconds)

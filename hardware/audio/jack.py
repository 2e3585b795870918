"""A headphone jack that Linux shows as a switch (SW_HEADPHONE_INSERT of an input device). Not responsible for sound."""

import fcntl
import os
from pathlib import Path

from hardware.host.clock import Clock
from hardware.transport.input_events import (
    EV_SW,
    EVIOCGSW,
    SIZE,
    SW_HEADPHONE_INSERT,
    Reassembler,
    no_switches,
    switch_on,
)

TRY_AGAIN_SECONDS = 2.0


class HeadphoneJack:
    """Asked when somebody wants to know; reads what the device said since. From one thread at a time."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Opens nothing yet."""
        self._path, self._clock = path, clock
        self._file: int | None = None
        self._try_at = 0.0
        self._events = Reassembler()
        self._plugged: bool | None = None

    @property
    def plugged(self) -> bool | None:
        """Whether headphones are in; None while the device is not there or has said nothing."""
        if self._file is None and self._clock.monotonic() >= self._try_at:
            self._open()
        if self._file is not None:
            self._read(self._file)
        return self._plugged

    def close(self) -> None:
        """Let go of the device; what it said no longer counts."""
        if self._file is not None:
            os.close(self._file)
        self._file, self._plugged = None, None

    def _open(self) -> None:
        self._try_at = self._clock.monotonic() + TRY_AGAIN_SECONDS
        try:
            self._file = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            return
        self._events = Reassembler()
        state = no_switches()
        try:
            fcntl.ioctl(self._file, EVIOCGSW, state)
        except OSError:
            return  # not an input device: its first event tells
        self._plugged = switch_on(state, SW_HEADPHONE_INSERT)

    def _read(self, file: int) -> None:
        while True:
            try:
                data = os.read(file, 64 * SIZE)
            except BlockingIOError:
                return
            except OSError:  # unplugged
                self.close()
                return
            if not data:
                return
            for event in self._events.feed(data):
                if (event.kind, event.code) == (EV_SW, SW_HEADPHONE_INSERT):
                    self._plugged = bool(event.value)

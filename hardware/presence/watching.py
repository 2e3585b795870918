"""Watches a source of movement in a thread of its own, and opens it again when it is lost. Knows no device.

Times here are real time: whoever waits for a device waits for the world, not for a clock that tests move.
"""

import logging
import math
import threading
import time
from collections.abc import Callable
from typing import Protocol

from hardware.errors import HardwareError
from hardware.host.clock import Clock
from hardware.host.journal import Changes
from hardware.presence.interface import PresenceState

log = logging.getLogger(__name__)

FIRST_PAUSE_SECONDS = 0.25
TELL_EVERY_SECONDS = 1.0
"""While somebody moves on, it is told so often."""
CLOSE_SECONDS = 2.0
"""A device that hangs keeps nobody from ending; its thread ends with the process."""
STARTING, SILENT = "presence.starting", "presence.silent"


class Source(Protocol):
    """What senses movement; used from one thread."""

    silent_seconds: float
    """After so long without a reading it counts as not working; infinite where it speaks only of movement."""

    def open(self) -> None:
        """Take the device.

        :raises HardwareError: it cannot be opened.
        """
        ...

    def read(self, pause: Callable[[float], object]) -> bool:
        """Wait for the next reading, a second at most; True: something moved.

        :param pause: waits so many seconds, or until the watching ends.
        :raises HardwareError: the device was lost.
        """
        ...

    def close(self) -> None:
        """Let go; harmless if it was never opened."""
        ...


class WatchedSource:
    """`Presence` over a source."""

    def __init__(self, source: Source, *, clock: Clock, reopen_seconds: float) -> None:
        """Opens nothing yet.

        :param reopen_seconds: longest pause between two attempts; the first is a quarter of a second, then it doubles.
        """
        self._source, self._clock, self._longest = source, clock, reopen_seconds
        self._changes, self._closed = Changes(log), threading.Event()
        self._thread: threading.Thread | None = None
        self._on_motion: Callable[[], None] = lambda: None
        self._state = PresenceState(works=False, trouble=STARTING, since=clock.now())
        self._read_at, self._told_at = time.monotonic(), -math.inf

    def start(self, on_motion: Callable[[], None]) -> None:
        """See `Presence`."""
        self._on_motion = on_motion
        self._thread = threading.Thread(target=self._run, name="presence", daemon=True)
        self._thread.start()

    def state(self) -> PresenceState:
        """See `Presence`."""
        state = self._state
        if state.works and time.monotonic() - self._read_at > self._source.silent_seconds:
            return PresenceState(works=False, trouble=SILENT, since=state.since)
        return state

    def close(self) -> None:
        """See `Presence`."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join(CLOSE_SECONDS)

    def _run(self) -> None:
        pause = 0.0
        while not self._closed.is_set():
            if self._watched():
                pause = 0.0
            pause = min(self._longest, pause * 2 or FIRST_PAUSE_SECONDS)
            self._closed.wait(pause)

    def _watched(self) -> bool:
        """Until the device is lost or the watching ends; True: it gave a reading before."""
        read = False
        try:
            self._source.open()
            while not self._closed.is_set():
                moved = self._source.read(self._closed.wait)
                read = True
                self._works(moved)
        except HardwareError as fault:
            self._note(fault.code)
        finally:
            self._source.close()
        return read

    def _works(self, moved: bool) -> None:
        now = time.monotonic()
        self._read_at = now
        self._note("")
        if moved and now - self._told_at >= TELL_EVERY_SECONDS and not self._closed.is_set():
            self._told_at = now
            self._on_motion()

    def _note(self, trouble: str) -> None:
        if (self._state.works, self._state.trouble) != (not trouble, trouble):
            self._state = PresenceState(works=not trouble, trouble=trouble, since=self._clock.now())
            self._changes.note("presence", trouble or "works", logging.WARNING if trouble else logging.INFO)

"""Watches a source of news in a thread of its own, and opens it again when it is lost. Knows no device.

Times here are real time: whoever waits for a device waits for the world, not for a clock that tests move.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from hardware.errors import HardwareError
from hardware.host.clock import Clock
from hardware.host.journal import Changes

log = logging.getLogger(__name__)

FIRST_PAUSE_SECONDS = 0.25
CLOSE_SECONDS = 2.0
"""A device that hangs keeps nobody from ending; its thread ends with the process."""

News = TypeVar("News")
News_co = TypeVar("News_co", covariant=True)


class Source(Protocol[News_co]):
    """What gives news; used from one thread."""

    @property
    def trouble(self) -> str:
        """What keeps it from giving news although it is open, looked at after each `read`; "" = nothing."""
        ...

    def open(self) -> None:
        """Take the device.

        :raises HardwareError: it cannot be opened.
        """
        ...

    def read(self, pause: Callable[[float], object]) -> Iterable[News_co]:
        """What came; waits half a second at most.

        :param pause: waits so many seconds, or until somebody wants something else of the source.
        :raises HardwareError: the device was lost.
        """
        ...

    def close(self) -> None:
        """Let go; harmless if it was never opened."""
        ...


class WatchState(Struct, frozen=True):
    """How a watched source is."""

    trouble: str
    looking: bool
    since: datetime


class Watch(Generic[News]):
    """A source, its thread and its state. `look`, `state` and `close` may come from any thread."""

    def __init__(
        self,
        source: Source[News],
        *,
        name: str,
        clock: Clock,
        reopen_seconds: float,
        looking: bool = True,
        off_at_rest: bool = False,
    ) -> None:
        """Opens nothing yet.

        :param name: for the log, and for the trouble "NAME.starting" until the first attempt to open it is over.
        :param reopen_seconds: longest pause between two attempts; the first is a quarter of a second, then it doubles.
        :param looking: whether it looks from the beginning.
        :param off_at_rest: the device is closed while it does not look; else it is read, and what comes is dropped.
        """
        self._source, self._name, self._clock, self._longest = source, name, clock, reopen_seconds
        self._off_at_rest = off_at_rest
        self._changes = Changes(log)
        self._lock, self._closed, self._wake = threading.Lock(), threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._told: Callable[[News], None] = lambda _: None
        starting = "" if off_at_rest and not looking else f"{name}.starting"
        self._state = WatchState(starting, looking, clock.now())

    def start(self, told: Callable[[News], None]) -> None:
        """Give news from now on; called once."""
        self._told = told
        self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
        self._thread.start()

    def look(self, wanted: bool) -> None:
        """Whether news are wanted."""
        with self._lock:
            if self._state.looking != wanted:
                self._state = WatchState(self._state.trouble, wanted, self._clock.now())
        self._wake.set()

    def state(self) -> WatchState:
        """How it is, without asking the device."""
        return self._state

    def close(self) -> None:
        """No news any more, and let go of the device; harmless the second time."""
        self._closed.set()
        self._wake.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(CLOSE_SECONDS)

    def _run(self) -> None:
        pause = 0.0
        while not self._closed.is_set():
            self._wake.clear()
            if self._resting():
                self._wake.wait()
                pause = 0.0
            elif self._watched():
                pause = 0.0
            else:
                pause = min(self._longest, pause * 2 or FIRST_PAUSE_SECONDS)
                self._pause(pause)

    def _resting(self) -> bool:
        """Whether the device is to be closed now."""
        return self._closed.is_set() or (self._off_at_rest and not self._state.looking)

    def _pause(self, seconds: float) -> None:
        if not self._closed.is_set():
            self._wake.wait(seconds)

    def _watched(self) -> bool:
        """Until the device is lost or not wanted any more; False: it was lost or missing."""
        try:
            self._source.open()
            while not self._resting():
                self._wake.clear()
                came = self._source.read(self._pause)
                self._note(self._source.trouble)
                for one in came:
                    if self._state.looking and not self._closed.is_set():
                        self._told(one)
        except HardwareError as fault:
            self._note(fault.code)
            return False
        finally:
            self._source.close()
        return True

    def _note(self, trouble: str) -> None:
        with self._lock:
            if self._state.trouble != trouble:
                self._state = WatchState(trouble, self._state.looking, self._clock.now())
        self._changes.note(self._name, trouble or "works", logging.WARNING if trouble else logging.INFO)

"""A scanner without a scanner: codes are held before it by hand, from the bench page or a test."""

import threading
from collections.abc import Callable, Mapping

from hardware.host.clock import Clock
from hardware.scanner.codes import scan_of
from hardware.scanner.interface import Scan, ScannerState
from hardware.scanner.settings import ScannerSettings

MISSING, STARTING = "port.missing", "scanner.starting"


class SimulatedScanner:
    """`Scanner`, and hands for it; on the bench page a `SimulatedDevice`. Tells in the thread of the hand."""

    name = "scanner"

    def __init__(self, settings: ScannerSettings, *, clock: Clock) -> None:
        """Plugged in, at rest."""
        self._clock, self._lock = clock, threading.RLock()
        self._scanned: Callable[[Scan], None] | None = None
        self._plugged, self._looking = True, False
        self._state = ScannerState(trouble=STARTING, since=clock.now())

    def start(self, scanned: Callable[[Scan], None]) -> None:
        """See `Scanner`."""
        with self._lock:
            self._scanned = scanned
            self._note()

    def look(self, wanted: bool) -> None:
        """See `Scanner`."""
        with self._lock:
            self._looking = wanted
            self._note()

    def state(self) -> ScannerState:
        """See `Scanner`."""
        return self._state

    def close(self) -> None:
        """See `Scanner`."""
        with self._lock:
            self._scanned = None

    def scan(self, text: str) -> None:
        """Hold a code before it and take it away; nothing while it rests or is unplugged. From any thread."""
        with self._lock:
            scan = scan_of(text)
            if scan is not None and self._scanned is not None and self._plugged and self._looking:
                self._scanned(scan)

    def plug(self, plugged: bool) -> None:
        """Put its cable in, or pull it. From any thread."""
        with self._lock:
            self._plugged = plugged
            self._note()

    def faults(self) -> Mapping[str, bool]:
        """What can be wrong."""
        return {"unplugged": not self._plugged}

    def set_fault(self, name: str, on: bool) -> None:
        """Pull the cable, or put it back.

        :raises KeyError: there is no such fault.
        """
        if name != "unplugged":
            raise KeyError(name)
        self.plug(not on)

    def _note(self) -> None:
        trouble = STARTING if self._scanned is None else "" if self._plugged else MISSING
        if (trouble, self._looking) != (self._state.trouble, self._state.looking):
            self._state = ScannerState(trouble=trouble, looking=self._looking, since=self._clock.now())

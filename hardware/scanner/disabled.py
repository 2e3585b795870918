"""No scanner: codes are typed."""

from collections.abc import Callable

from hardware.host.clock import Clock
from hardware.scanner.interface import Scan, ScannerState
from hardware.scanner.settings import ScannerSettings


class DisabledScanner:
    """`Scanner` where there is none."""

    def __init__(self, settings: ScannerSettings, *, clock: Clock) -> None:
        """Takes what every driver takes."""
        self._state = ScannerState(since=clock.now())

    def start(self, scanned: Callable[[Scan], None]) -> None:
        """Nothing will be told."""

    def look(self, wanted: bool) -> None:
        """There is nothing to look with."""

    def state(self) -> ScannerState:
        """Absent, and that is no trouble."""
        return self._state

    def close(self) -> None:
        """Nothing to release."""

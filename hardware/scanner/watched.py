"""A scanner made of a source of scans. Not responsible for any wire."""

from collections.abc import Callable

from hardware.host.clock import Clock
from hardware.scanner.interface import Scan, ScannerState
from hardware.transport.watching import Source, Watch


class WatchedScanner:
    """`Scanner` over a source."""

    def __init__(self, source: Source[Scan], *, clock: Clock, reopen_seconds: float, off_at_rest: bool = False) -> None:
        """Opens nothing yet.

        :param off_at_rest: the device is closed while it rests.
        """
        self._watch = Watch(
            source,
            name="scanner",
            clock=clock,
            reopen_seconds=reopen_seconds,
            looking=False,
            off_at_rest=off_at_rest,
        )

    def start(self, scanned: Callable[[Scan], None]) -> None:
        """See `Scanner`."""
        self._watch.start(scanned)

    def look(self, wanted: bool) -> None:
        """See `Scanner`."""
        self._watch.look(wanted)

    def state(self) -> ScannerState:
        """See `Scanner`."""
        state = self._watch.state()
        return ScannerState(trouble=state.trouble, looking=state.looking, since=state.since)

    def close(self) -> None:
        """See `Scanner`."""
        self._watch.close()

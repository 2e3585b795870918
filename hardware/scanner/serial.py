"""A scanner on a serial line, or a USB scanner set to serial: a line for each code. Sends it no commands."""

from collections.abc import Callable

from hardware.host.clock import Clock
from hardware.scanner.codes import LONGEST, scan_of_bytes
from hardware.scanner.interface import Scan
from hardware.scanner.settings import ScannerSettings
from hardware.scanner.watched import WatchedScanner
from hardware.transport.interface import Wire
from hardware.transport.lines import Lines
from hardware.transport.opening import wire_for
from hardware.transport.repeats import Repeats

LOOK_SECONDS = 0.25
WRITE_SECONDS = 1.0
LONGEST_BYTES = 4 * LONGEST
"""UTF-8 needs four bytes a letter at most."""
QUIET_SECONDS = 1.0
GONE_SECONDS = 1.0
"""A scanner on a stand reads the same code again and again while it is held there."""


class CodeLines:
    """`Source` over a wire."""

    trouble = ""

    def __init__(self, wire: Wire, clock: Clock) -> None:
        self._wire, self._clock = wire, clock
        self._lines = Lines(longest=LONGEST_BYTES, quiet_seconds=QUIET_SECONDS)
        self._repeats = Repeats(GONE_SECONDS)

    def open(self) -> None:
        """See `Source`."""
        self._wire.open()
        self._lines.clear()

    def read(self, pause: Callable[[float], object]) -> list[Scan]:
        """See `Source`."""
        data = self._wire.read(LOOK_SECONDS)
        now = self._clock.monotonic()
        self._repeats.forget(now)
        found = [scan for line in self._lines.feed(data, now) if (scan := scan_of_bytes(line))]
        return [scan for scan in found if self._repeats.is_new(scan.text, now)]

    def close(self) -> None:
        """See `Source`."""
        self._wire.close()


class SerialScanner(WatchedScanner):
    """`Scanner` by a serial line."""

    def __init__(self, settings: ScannerSettings, *, clock: Clock) -> None:
        """Opens nothing yet."""
        wire = wire_for(settings.port, baud=settings.baud, write_seconds=WRITE_SECONDS)
        super().__init__(CodeLines(wire, clock), clock=clock, reopen_seconds=settings.reopen_seconds)

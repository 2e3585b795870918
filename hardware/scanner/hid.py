"""A scanner that types like a keyboard, heard through its event device and taken from everybody else.

Not responsible for the keypad or other keyboards: the device is named in the settings.
"""

from collections.abc import Callable

from hardware.host.clock import Clock
from hardware.scanner.codes import scan_of
from hardware.scanner.interface import Scan
from hardware.scanner.layouts import LAYOUTS, Layout
from hardware.scanner.settings import ScannerSettings
from hardware.scanner.typed import TypedCodes
from hardware.scanner.watched import WatchedScanner
from hardware.transport.input_device import InputDevice
from hardware.transport.repeats import Repeats

LOOK_SECONDS = 0.25
GONE_SECONDS = 1.0
"""A scanner on a stand reads the same code again and again while it is held there."""


class TypingScanner:
    """`Source` over an event device."""

    trouble = ""

    def __init__(self, port: str, layout: Layout, clock: Clock) -> None:
        self._device, self._clock = InputDevice(port), clock
        self._codes, self._repeats = TypedCodes(layout), Repeats(GONE_SECONDS)

    def open(self) -> None:
        """See `Source`."""
        self._device.open()
        self._codes.clear()

    def read(self, pause: Callable[[float], object]) -> list[Scan]:
        """See `Source`."""
        events = self._device.read(LOOK_SECONDS)
        now = self._clock.monotonic()
        self._repeats.forget(now)
        found = [scan for code in self._codes.feed(events, now) if (scan := scan_of(code))]
        return [scan for scan in found if self._repeats.is_new(scan.text, now)]

    def close(self) -> None:
        """See `Source`."""
        self._device.close()


class HidScanner(WatchedScanner):
    """`Scanner` by keys."""

    def __init__(self, settings: ScannerSettings, *, clock: Clock) -> None:
        """Opens nothing yet. Stays open while it rests, so that its keys reach nobody else either."""
        source = TypingScanner(settings.port, LAYOUTS[settings.layout], clock)
        super().__init__(source, clock=clock, reopen_seconds=settings.reopen_seconds)

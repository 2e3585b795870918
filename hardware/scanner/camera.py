"""A camera that reads codes (OpenCV for pictures, zxing-cpp for codes). Not responsible for people or movement.

It is open only while it looks. A picture lives in a local variable until it was searched: nothing is stored, sent or
shown. The libraries are imported at the first opening: a kiosk without a camera needs none.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from hardware.errors import HardwareError, WhoActs
from hardware.host.clock import Clock
from hardware.scanner.codes import scan_of
from hardware.scanner.interface import Scan
from hardware.scanner.settings import ScannerSettings
from hardware.scanner.watched import WatchedScanner
from hardware.transport import trouble, video
from hardware.transport.repeats import Repeats
from hardware.transport.video import Capture, Take, capture

if TYPE_CHECKING:
    import cv2

FORMATS = "QRCode|Aztec|DataMatrix|Code128|PDF417"
WIDTH, HEIGHT = 1280, 720
LOOKS_PER_SECOND = 8
BUSY_AT_MOST = 0.5
"""Share of the time it may search, on slow machines."""
BETWEEN_GRABS_SECONDS = 0.02
"""Pictures in between are taken from the camera and dropped undecoded: the next look sees the present."""
GONE_SECONDS = 1.5
"""A hand that trembles, a glare: a code unseen for shorter is still the same showing."""
DARK = 16
"""Mean grey of 255; a covered lens gives less than 10, a hall at night with its emergency lights more than 20."""
DARK_SECONDS = 2.0
"""A camera that was just opened needs a moment to find its exposure."""
SAMPLE = 8
"""Every so many pixels are looked at for the brightness."""


class CodeCamera:
    """`Source` over a camera."""

    def __init__(self, device: str, clock: Clock, take: Take) -> None:
        """:param take: makes the capture of a device; raises OSError."""
        self._device, self._clock, self._take = device, clock, take
        self._capture: Capture | None = None
        self._repeats = Repeats(GONE_SECONDS)
        self._due = 0.0
        self._bright_at = 0.0
        self.trouble = ""
        """See `Source`."""

    def open(self) -> None:
        """See `Source`."""
        try:
            import cv2
            import zxingcpp
        except ImportError as fault:
            raise _no_library(fault) from fault
        self._formats = zxingcpp.barcode_formats_from_str(FORMATS)
        self._repeats.clear()
        self._due, self._bright_at, self.trouble = 0.0, self._clock.monotonic(), ""
        wishes = {
            cv2.CAP_PROP_FRAME_WIDTH: WIDTH,
            cv2.CAP_PROP_FRAME_HEIGHT: HEIGHT,
            cv2.CAP_PROP_BUFFERSIZE: 1,
        }
        self._capture = video.opened(self._device, self._take, wishes)

    def read(self, pause: Callable[[float], object]) -> list[Scan]:
        """See `Source`."""
        import cv2

        assert self._capture is not None, "opened before"
        try:
            if not self._capture.grab():
                raise trouble.lost(self._device, "no picture")
            began = time.monotonic()
            if began < self._due:
                pause(BETWEEN_GRABS_SECONDS)
                return []
            there, picture = self._capture.retrieve()
            if not there:
                raise trouble.lost(self._device, "broken picture")
            found = self._searched(grey(picture))
            took = time.monotonic() - began
            self._due = began + max(1 / LOOKS_PER_SECOND, took / BUSY_AT_MOST)
            return found
        except cv2.error as fault:
            raise trouble.lost(self._device, fault) from fault

    def close(self) -> None:
        """See `Source`. Forgets what was seen."""
        camera, self._capture = self._capture, None
        self._repeats.clear()
        if camera is not None:
            camera.release()

    def _searched(self, picture: "cv2.typing.MatLike") -> list[Scan]:
        now = self._clock.monotonic()
        self._repeats.forget(now)
        found = [scan for text in texts(picture, self._formats) if (scan := scan_of(text))]
        if found or picture[::SAMPLE, ::SAMPLE].mean() >= DARK:
            self._bright_at = now
        self.trouble = "scanner.dark" if now - self._bright_at >= DARK_SECONDS else ""
        return [scan for scan in found if self._repeats.is_new(scan.text, now)]


def grey(picture: "cv2.typing.MatLike") -> "cv2.typing.MatLike":
    """Any picture in grey: a third of the bytes to search."""
    import cv2

    return cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 else picture


def texts(picture: "cv2.typing.MatLike", formats: Any) -> list[str]:
    """What the codes in a grey picture say, as encoded; those that fail their own checks are left out."""
    import zxingcpp

    found = zxingcpp.read_barcodes(picture, formats=formats, text_mode=zxingcpp.TextMode.Plain)
    return [one.text for one in found if one.valid]


def _no_library(why: object) -> HardwareError:
    return HardwareError(
        "scanner.no_library",
        WhoActs.TECHNICIAN,
        f"The libraries of the camera are not installed ({why}).",
        "Install the project with the extra `camera`.",
    )


class CameraScanner(WatchedScanner):
    """`Scanner` by a camera."""

    def __init__(self, settings: ScannerSettings, *, clock: Clock, take: Take = capture) -> None:
        """Opens nothing yet.

        :param take: instead of OpenCV's capture.
        """
        source = CodeCamera(video.device_of(settings.camera), clock, take)
        super().__init__(source, clock=clock, reopen_seconds=settings.reopen_seconds, off_at_rest=True)

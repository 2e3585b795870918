"""A camera that looks for movement only (OpenCV). Not responsible for people, faces or codes.

A picture lives in a local variable until the next one comes: nothing is stored, sent or shown. What outlives it are
the averages of 40 x 30 cells that `motion` compares with.
"""

import time
from collections.abc import Callable

import cv2
import numpy as np

from hardware.host.clock import Clock
from hardware.presence import motion
from hardware.presence.settings import PresenceSettings
from hardware.presence.watching import WatchedSource
from hardware.transport import trouble, video
from hardware.transport.video import Capture, Take, capture

LOOKS_PER_SECOND = 5
BETWEEN_GRABS_SECONDS = 0.02
"""Pictures in between are taken from the camera and dropped undecoded: the next look sees the present."""
SILENT_SECONDS = 5.0


class CameraSource:
    """`Source` over a camera."""

    silent_seconds = SILENT_SECONDS

    def __init__(self, port: str, smallest_blob: float, take: Take) -> None:
        """:param take: makes the capture of a device; raises OSError."""
        self._device = video.device_of(port)
        self._smallest, self._take = smallest_blob, take
        self._capture: Capture | None = None
        self._memory: motion.Memory | None = None
        self._due = 0.0

    def open(self) -> None:
        """See `Source`."""
        wishes = {
            cv2.CAP_PROP_FRAME_WIDTH: motion.WIDTH,
            cv2.CAP_PROP_FRAME_HEIGHT: motion.HEIGHT,
            cv2.CAP_PROP_BUFFERSIZE: 1,
        }
        self._capture = video.opened(self._device, self._take, wishes)
        self._memory, self._due = None, 0.0

    def read(self, pause: Callable[[float], object]) -> bool:
        """See `Source`."""
        assert self._capture is not None, "opened before"
        try:
            if not self._capture.grab():
                raise trouble.lost(self._device, "no picture")
            now = time.monotonic()
            if now < self._due:
                pause(BETWEEN_GRABS_SECONDS)
                return False
            self._due = now + 1 / LOOKS_PER_SECOND
            there, picture = self._capture.retrieve()
            if not there:
                raise trouble.lost(self._device, "broken picture")
            self._memory, moved = motion.look(self._memory, grey(picture), self._smallest)
        except cv2.error as fault:
            raise trouble.lost(self._device, fault) from fault
        return moved

    def close(self) -> None:
        """See `Source`. Forgets what was seen."""
        camera, self._capture, self._memory = self._capture, None, None
        if camera is not None:
            camera.release()


def grey(picture: "cv2.typing.MatLike") -> motion.Picture:
    """Small and grey, from any size, in colour or not."""
    plain = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 else picture
    small = cv2.resize(plain, (motion.WIDTH, motion.HEIGHT), interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8)


class CameraPresence(WatchedSource):
    """`Presence` by a camera."""

    def __init__(self, settings: PresenceSettings, *, clock: Clock, take: Take = capture) -> None:
        """Opens nothing yet.

        :param take: instead of OpenCV's capture.
        """
        source = CameraSource(settings.port, settings.smallest_blob, take)
        super().__init__(source, clock=clock, reopen_seconds=settings.reopen_seconds)

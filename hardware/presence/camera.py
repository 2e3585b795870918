"""A camera that looks for movement only (OpenCV). Not responsible for people, faces or codes.

A picture lives in a local variable until the next one comes: nothing is stored, sent or shown. What outlives it are
the averages of 40 x 30 cells that `motion` compares with.
"""

import errno
import os
import time
from collections.abc import Callable
from typing import Protocol

import cv2
import numpy as np

from hardware.host.clock import Clock
from hardware.presence import motion
from hardware.presence.settings import PresenceSettings
from hardware.presence.watching import WatchedSource
from hardware.transport import trouble

LOOKS_PER_SECOND = 5
BETWEEN_GRABS_SECONDS = 0.02
"""Pictures in between are taken from the camera and dropped undecoded: the next look sees the present."""
SILENT_SECONDS = 5.0
_OPENING = {errno.ENOENT: trouble.missing, errno.ENODEV: trouble.missing, errno.ENXIO: trouble.missing}


class Capture(Protocol):
    """The part of `cv2.VideoCapture` that is used."""

    def isOpened(self) -> bool: ...  # noqa: N802  # OpenCV's name
    def set(self, propId: int, value: float) -> bool: ...  # noqa: N803  # OpenCV's name
    def grab(self) -> bool: ...
    def retrieve(self) -> tuple[bool, "cv2.typing.MatLike"]: ...
    def release(self) -> None: ...


def capture(device: str) -> Capture:
    """The camera at this path.

    :raises OSError: there is none, or it may not be opened.
    """
    os.close(os.open(device, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC))  # OpenCV does not say why it fails
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    return cv2.VideoCapture(device, cv2.CAP_V4L2)


class CameraSource:
    """`Source` over a camera."""

    silent_seconds = SILENT_SECONDS

    def __init__(self, port: str, smallest_blob: float, take: Callable[[str], Capture]) -> None:
        """:param take: makes the capture of a device; raises OSError."""
        self._device = f"/dev/video{port}" if port.isdecimal() else port
        self._smallest, self._take = smallest_blob, take
        self._capture: Capture | None = None
        self._memory: motion.Memory | None = None
        self._due = 0.0

    def open(self) -> None:
        """See `Source`."""
        try:
            camera = self._take(self._device)
        except OSError as fault:
            raise _OPENING.get(fault.errno or 0, trouble.refused)(self._device, fault.strerror) from fault
        except cv2.error as fault:
            raise trouble.refused(self._device, fault) from fault
        self._capture, self._memory, self._due = camera, None, 0.0
        if not camera.isOpened():
            raise trouble.refused(self._device, "no camera, or used by another program")
        for what, value in (
            (cv2.CAP_PROP_FRAME_WIDTH, motion.WIDTH),
            (cv2.CAP_PROP_FRAME_HEIGHT, motion.HEIGHT),
            (cv2.CAP_PROP_BUFFERSIZE, 1),
        ):
            camera.set(what, value)  # a camera that cannot takes the nearest it can

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

    def __init__(self, settings: PresenceSettings, *, clock: Clock, take: Callable[[str], Capture] = capture) -> None:
        """Opens nothing yet.

        :param take: instead of OpenCV's capture.
        """
        source = CameraSource(settings.port, settings.smallest_blob, take)
        super().__init__(source, clock=clock, reopen_seconds=settings.reopen_seconds)

"""A camera's pictures (OpenCV). Not responsible for what is seen in them; keeps none.

The library is imported at the first opening: a machine without a camera needs none.
"""

import errno
import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from hardware.transport import trouble

if TYPE_CHECKING:
    import cv2

_OPENING = {errno.ENOENT: trouble.missing, errno.ENODEV: trouble.missing, errno.ENXIO: trouble.missing}


class Capture(Protocol):
    """The part of `cv2.VideoCapture` that is used."""

    def isOpened(self) -> bool: ...  # noqa: N802  # OpenCV's name
    def set(self, propId: int, value: float) -> bool: ...  # noqa: N803  # OpenCV's name
    def grab(self) -> bool: ...
    def retrieve(self) -> tuple[bool, "cv2.typing.MatLike"]: ...
    def release(self) -> None: ...


Take = Callable[[str], Capture]
"""Makes the capture of a device; raises OSError."""


def capture(device: str) -> Capture:
    """The camera at this path.

    :raises OSError: there is none, or it may not be opened.
    :raises ImportError: OpenCV is not installed.
    """
    import cv2

    os.close(os.open(device, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC))  # OpenCV does not say why it fails
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    return cv2.VideoCapture(device, cv2.CAP_V4L2)


def device_of(port: str | int) -> str:
    """A number is that of the camera: 0 is /dev/video0."""
    return f"/dev/video{port}" if str(port).isdecimal() else str(port)


def opened(device: str, take: Take, wishes: Mapping[int, float]) -> Capture:
    """An open camera.

    :param wishes: OpenCV's CAP_PROP_... and values; a camera that cannot takes the nearest it can.
    :raises HardwareError: `port.missing`, `port.refused`.
    """
    import cv2

    try:
        camera = take(device)
    except OSError as fault:
        raise _OPENING.get(fault.errno or 0, trouble.refused)(device, fault.strerror) from fault
    except cv2.error as fault:
        raise trouble.refused(device, fault) from fault
    if not camera.isOpened():
        camera.release()
        raise trouble.refused(device, "no camera, or used by another program")
    for what, value in wishes.items():
        camera.set(what, value)
    return camera

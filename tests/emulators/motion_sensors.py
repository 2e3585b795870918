"""Motion sensors that can be unplugged: an input device on a pipe, a serial sensor on a pseudo-terminal, a camera.

Pipe and terminal carry the bytes that the kernel or the sensor would send; the camera paints its pictures.
"""

import errno
import os
import struct
import threading
import tty
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hardware.presence.protocol import EV_SW, EV_SYN
from tests.hardware.presence.scenes import crossing, hall, seen

PATIENCE_SECONDS = 10.0
SW_FRONT_PROXIMITY = 0x0B
"""<linux/input-event-codes.h>"""


def input_event(kind: int, code: int, value: int, second: int = 1_795_000_000) -> bytes:
    """`struct input_event` as this machine's kernel writes it."""
    return struct.pack("llHHi", second, 500_000, kind, code, value)


def report(value: int, kind: int = EV_SW, code: int = SW_FRONT_PROXIMITY) -> bytes:
    """An event and the end of its report."""
    return input_event(kind, code, value) + input_event(EV_SYN, 0, 0)


class InputDeviceEmulator:
    """A named pipe that speaks `struct input_event`. Plugged in at the start."""

    def __init__(self, path: Path) -> None:
        self._path, self._file = path, -1
        self.plug()

    def plug(self) -> None:
        """The device appears."""
        if self._file < 0:
            os.mkfifo(self._path)
            self._file = os.open(self._path, os.O_RDWR | os.O_NONBLOCK)

    def unplug(self) -> None:
        """The device disappears, and who reads it is at its end."""
        file, self._file = self._file, -1
        if file >= 0:
            self._path.unlink()
            os.close(file)

    def send(self, *pieces: bytes) -> None:
        """Each piece in a write of its own."""
        for piece in pieces:
            os.write(self._file, piece)

    def move(self) -> None:
        """The sensor's line goes up and down."""
        self.send(report(1), report(0))

    close = unplug


class SerialSensorEmulator:
    """A pseudo-terminal under a link, as udev would make it. Plugged in at the start."""

    def __init__(self, link: Path) -> None:
        self._link, self._ends = link, (-1, -1)
        self.plug()

    def plug(self) -> None:
        """A new port under the old name."""
        if self._ends[0] < 0:
            self._ends = os.openpty()
            tty.setraw(self._ends[1])
            self._link.symlink_to(os.ttyname(self._ends[1]))

    def unplug(self) -> None:
        """The port disappears."""
        ends, self._ends = self._ends, (-1, -1)
        if ends[0] >= 0:
            self._link.unlink()
            for end in ends:
                os.close(end)

    def send(self, *pieces: bytes) -> None:
        """Each piece in a write of its own."""
        for piece in pieces:
            os.write(self._ends[0], piece)

    def move(self) -> None:
        """A line, as a small microcontroller sends it."""
        self.send(b"MOTION\r\n")

    close = unplug


class CameraEmulator:
    """Stands in the place of `cv2.VideoCapture`: a hall, and somebody who walks through when told."""

    def __init__(self) -> None:
        self._hall, self._random = hall(4), np.random.default_rng(4)
        self._news = threading.Condition()
        self._walk: Iterator[NDArray[np.float64]] = iter(())
        self.plugged = True
        self.broken = False
        """Delivers no whole picture."""
        self.opened = self.released = self.looks = 0
        """Times it was opened, let go, and pictures since the last opening."""

    def take(self, device: str) -> "CameraEmulator":
        """In the place of `camera.capture`."""
        if not self.plugged:
            raise OSError(errno.ENOENT, "No such file or directory", device)
        with self._news:
            self.opened, self.looks = self.opened + 1, 0
        return self

    def isOpened(self) -> bool:  # noqa: N802  # OpenCV's name
        return True

    def set(self, propId: int, value: float) -> bool:  # noqa: N803  # OpenCV's name
        return False

    def grab(self) -> bool:
        return self.plugged

    def retrieve(self) -> tuple[bool, NDArray[np.uint8]]:
        small = seen(next(self._walk, self._hall), 4.0, self._random)
        with self._news:
            self.looks += 1
            self._news.notify_all()
        large: NDArray[np.uint8] = np.repeat(np.repeat(small, 4, axis=0), 4, axis=1)
        return not self.broken, np.stack([large] * 3, axis=-1)

    def release(self) -> None:
        self.released += 1

    def plug(self) -> None:
        """It is there again."""
        self.plugged = True

    def unplug(self) -> None:
        """It is gone, in the middle of a picture."""
        self.plugged = False

    def move(self) -> None:
        """Somebody crosses the hall in a second, as soon as the hall is known."""
        with self._news:
            assert self._news.wait_for(lambda: self.looks > 8, PATIENCE_SECONDS), "nobody looks"
            self._walk = crossing(self._hall, seconds=1, grey=220)

    def close(self) -> None:
        """End."""
        self.plugged = False

"""A PIR or radar sensor as a Linux input device (`gpio-keys`, USB). Not responsible for other input devices.

The device is taken for this process alone (EVIOCGRAB), so that its key is nobody's keyboard.
"""

import errno
import fcntl
import math
import os
import select
from collections.abc import Callable

from hardware.host.clock import Clock
from hardware.presence.protocol import Active, Parser
from hardware.presence.settings import PresenceSettings
from hardware.presence.watching import WatchedSource
from hardware.transport import trouble

EVIOCGRAB = 0x40044590
"""<linux/input.h>: _IOW('E', 0x90, int)."""
LOOK_SECONDS = 0.25
BYTES = 24 * 64
_OPENING = {
    errno.ENOENT: trouble.missing,
    errno.ENODEV: trouble.missing,
    errno.ENXIO: trouble.missing,
    errno.EBUSY: trouble.busy,
}


class InputDevice:
    """`Source` over /dev/input/event..."""

    silent_seconds = math.inf

    def __init__(self, port: str, code: int | None) -> None:
        """:param code: of the key or switch that counts; None: any."""
        self._port, self._code = port, code
        self._file = -1
        self._parser, self._active = Parser(), Active(code)

    def open(self) -> None:
        """See `Source`."""
        try:
            self._file = os.open(self._port, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            self._take_alone()
        except OSError as fault:
            raise _OPENING.get(fault.errno or 0, trouble.refused)(self._port, fault.strerror) from fault
        self._parser, self._active = Parser(), Active(self._code)

    def _take_alone(self) -> None:
        try:
            fcntl.ioctl(self._file, EVIOCGRAB, 1)
        except OSError as fault:
            if fault.errno not in (errno.ENOTTY, errno.EINVAL):  # a pipe in its place has nobody to share with
                raise

    def read(self, pause: Callable[[float], object]) -> bool:
        """See `Source`."""
        try:
            ready, _, _ = select.select([self._file], [], [], LOOK_SECONDS)
            data = os.read(self._file, BYTES) if ready else None
        except BlockingIOError:
            data = None
        except (OSError, ValueError) as fault:
            raise trouble.lost(self._port, fault) from fault
        if data == b"":
            raise trouble.lost(self._port, "end of file")
        moved = [self._active.take(event) for event in self._parser.feed(data or b"")]
        return any(moved) or self._active.any

    def close(self) -> None:
        """See `Source`."""
        file, self._file = self._file, -1
        if file >= 0:
            os.close(file)


class MotionSensor(WatchedSource):
    """`Presence` by an input device."""

    def __init__(self, settings: PresenceSettings, *, clock: Clock) -> None:
        """Opens nothing yet."""
        source = InputDevice(settings.port, settings.code)
        super().__init__(source, clock=clock, reopen_seconds=settings.reopen_seconds)

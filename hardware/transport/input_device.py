"""A Linux input device taken for this process alone. Not responsible for what an event means, nor for trying again."""

import errno
import fcntl
import os
import select

from hardware.transport import trouble
from hardware.transport.input_events import EVIOCGRAB, SIZE, InputEvent, Reassembler

MOST_BYTES = 64 * SIZE
_OPENING = {
    errno.ENOENT: trouble.missing,
    errno.ENODEV: trouble.missing,
    errno.ENXIO: trouble.missing,
    errno.EBUSY: trouble.busy,
}
_NOT_TO_BE_GRABBED = (errno.ENOTTY, errno.EINVAL)
"""A pipe in its place has nobody to share with."""


class InputDevice:
    """/dev/input/event..., or a link to it."""

    def __init__(self, path: str) -> None:
        self._path, self._file = path, -1
        self._events = Reassembler()

    def open(self) -> None:
        """Take it; the name is looked up anew.

        :raises HardwareError: `port.missing`, `port.busy` (another program holds it), `port.refused`.
        """
        try:
            self._file = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            self._take_alone()
        except OSError as fault:
            self.close()
            raise _OPENING.get(fault.errno or 0, trouble.refused)(self._path, fault.strerror) from fault
        self._events = Reassembler()

    def _take_alone(self) -> None:
        try:
            fcntl.ioctl(self._file, EVIOCGRAB, 1)
        except OSError as fault:
            if fault.errno not in _NOT_TO_BE_GRABBED:
                raise

    def read(self, seconds: float) -> list[InputEvent]:
        """What has come by now; if nothing has, the first events within `seconds`, else nothing.

        :raises HardwareError: `port.lost`.
        """
        try:
            if not select.select([self._file], [], [], seconds)[0]:
                return []
            data = os.read(self._file, MOST_BYTES)
        except BlockingIOError:
            return []
        except OSError as fault:
            raise trouble.lost(self._path, fault) from fault
        if not data:
            raise trouble.lost(self._path, "end of file")
        return list(self._events.feed(data))

    def close(self) -> None:
        """Let go; harmless if closed."""
        file, self._file = self._file, -1
        if file >= 0:
            os.close(file)

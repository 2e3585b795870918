"""A serial line, opened for this process alone (pyserial). Not responsible for frames, nor for trying again."""

import errno
import termios
from typing import Any, Literal

import serial

from hardware.errors import HardwareError
from hardware.transport import trouble

FAILURES = (OSError, serial.SerialException, termios.error)
"""Unplugged: read and write raise SerialException, `in_waiting` a bare OSError, flushing a termios.error."""
CHUNK = 256
"""Bytes per write: pyserial's time limit is for a whole write, and a slow line needs seconds for a long job."""
_OPENING = {errno.ENOENT: trouble.missing, errno.ENODEV: trouble.missing, errno.ENXIO: trouble.missing}
_BUSY = (errno.EAGAIN, errno.EBUSY)


class SerialPort:
    """`Wire` over anything `serial.serial_for_url` knows: a device, socket://, rfc2217://, loop://."""

    def __init__(
        self,
        port: str,
        *,
        baud: int,
        write_seconds: float,
        flow: Literal["none", "rtscts", "xonxoff"] = "none",
    ) -> None:
        """:param write_seconds: longest time in which the line must take the next 256 bytes."""
        self._port, self._baud, self._write_seconds, self._flow = port, baud, write_seconds, flow
        self._line: Any = None

    @property
    def is_open(self) -> bool:
        """Opened and not lost."""
        return self._line is not None

    def open(self) -> None:
        """See `Wire`."""
        if self._line is not None:
            return
        try:
            self._line = serial.serial_for_url(
                self._port,
                baudrate=self._baud,
                timeout=0,
                write_timeout=self._write_seconds,
                exclusive=True,
                rtscts=self._flow == "rtscts",
                xonxoff=self._flow == "xonxoff",
            )
        except (*FAILURES, ValueError) as fault:
            raise self._not_opened(fault) from fault

    def _not_opened(self, fault: Exception) -> HardwareError:
        number = getattr(fault, "errno", None)
        if number in _BUSY:
            return trouble.busy(self._port, type(fault).__name__)
        return _OPENING.get(number or 0, trouble.refused)(self._port, fault)

    def write(self, data: bytes) -> None:
        """See `Wire`."""
        line = self._open_line()
        try:
            for start in range(0, len(data), CHUNK):
                line.write(data[start : start + CHUNK])
        except serial.SerialTimeoutException as fault:
            self.close()
            raise trouble.blocked(self._port, f"{self._write_seconds} s") from fault
        except FAILURES as fault:
            self.close()
            raise trouble.lost(self._port, fault) from fault

    def read(self, seconds: float) -> bytes:
        """See `Wire`."""
        line = self._open_line()
        try:
            line.timeout = max(0.0, seconds)
            first: bytes = line.read(1)
            return first + (line.read(line.in_waiting) if first else b"")
        except FAILURES as fault:
            self.close()
            raise trouble.lost(self._port, fault) from fault

    def close(self) -> None:
        """See `Wire`. Unsent bytes are dropped first: closing a line that nobody reads would wait for them."""
        line, self._line = self._line, None
        if line is None:
            return
        try:
            line.reset_output_buffer()
        except (*FAILURES, AttributeError, NotImplementedError):
            pass
        try:
            line.close()
        except FAILURES:
            return

    def _open_line(self) -> Any:
        if self._line is None:
            raise trouble.not_open(self._port)
        return self._line

"""Which wire a port in the settings means, and when a lost one is tried again."""

import re
from typing import Literal

from hardware.errors import HardwareError
from hardware.host.clock import Clock
from hardware.transport import trouble
from hardware.transport.interface import Wire
from hardware.transport.network import NetworkPort
from hardware.transport.serial_port import SerialPort
from hardware.transport.usb_printer import UsbPrinterPort

TCP = re.compile(r"tcp://(?P<host>\[[0-9a-fA-F:]+\]|[^:/]+):(?P<port>\d{1,5})/?")
USB = re.compile(r"usb://(?P<vendor>[0-9a-fA-F]{4}):(?P<product>[0-9a-fA-F]{4})(/(?P<serial>.+))?")
CONNECT_SECONDS = 2.0
FIRST_PAUSE_SECONDS = 0.25


def wire_for(
    port: str, *, baud: int, write_seconds: float, flow: Literal["none", "rtscts", "xonxoff"] = "none"
) -> Wire:
    """The wire to `port`, not opened yet.

    :raises ValueError: it begins like an address but is none.
    """
    if found := TCP.fullmatch(port):
        return NetworkPort(
            found["host"].strip("[]"),
            int(found["port"]),
            connect_seconds=CONNECT_SECONDS,
            write_seconds=write_seconds,
        )
    if found := USB.fullmatch(port):
        ids = int(found["vendor"], 16), int(found["product"], 16)
        return UsbPrinterPort(*ids, found["serial"], write_seconds=write_seconds)
    if port.startswith(("tcp:", "usb:")):
        raise ValueError(f"{port}: write tcp://HOST:PORT or usb://VENDOR:PRODUCT (four hexadecimal digits each)")
    return SerialPort(port, baud=baud, write_seconds=write_seconds, flow=flow)


class Reopener:
    """Opens a lost wire again, with pauses that double up to a longest one."""

    def __init__(self, wire: Wire, clock: Clock, *, longest_seconds: float) -> None:
        self._wire, self._clock, self._longest = wire, clock, longest_seconds
        self._pause, self._not_before = 0.0, float("-inf")
        self._last: HardwareError | None = None

    def open(self) -> bool:
        """Make sure that the wire is open; True if it was opened now.

        :raises HardwareError: it cannot be opened, or the pause after the last attempt is not over.
        """
        if self._wire.is_open:
            return False
        if self._clock.monotonic() < self._not_before:
            raise self._last or trouble.not_open("the port")
        try:
            self._wire.open()
        except HardwareError as fault:
            self._pause = min(self._longest, self._pause * 2 or FIRST_PAUSE_SECONDS)
            self._not_before, self._last = self._clock.monotonic() + self._pause, fault
            raise
        self._pause, self._not_before = 0.0, float("-inf")
        return True

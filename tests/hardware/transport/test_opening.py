"""Which wire a port means, and the pauses between attempts."""

from datetime import UTC, datetime

import pytest

from hardware.errors import HardwareError
from hardware.host.clock import FakeClock
from hardware.transport import trouble
from hardware.transport.network import NetworkPort
from hardware.transport.opening import Reopener, wire_for
from hardware.transport.serial_port import SerialPort
from hardware.transport.usb_printer import UsbPrinterPort


class Absent:
    """A wire that cannot be opened until it can."""

    def __init__(self) -> None:
        self.attempts, self.is_open, self.there = 0, False, False

    def open(self) -> None:
        self.attempts += 1
        if not self.there:
            raise trouble.missing("line", "no such file")
        self.is_open = True

    def write(self, data: bytes) -> None:
        raise NotImplementedError

    def read(self, seconds: float) -> bytes:
        raise NotImplementedError

    def close(self) -> None:
        self.is_open = False


@pytest.mark.parametrize(
    ("port", "kind"),
    [
        ("/dev/kiosk/printer", SerialPort),
        ("/dev/serial/by-id/usb-EPSON_TM-T20III-if00", SerialPort),
        ("socket://127.0.0.1:9100", SerialPort),
        ("tcp://127.0.0.1:9100", NetworkPort),
        ("tcp://[::1]:9100", NetworkPort),
        ("tcp://printer.example:9100/", NetworkPort),
        ("usb://04b8:0e28", UsbPrinterPort),
        ("usb://04B8:0E28/X3ABC", UsbPrinterPort),
    ],
)
def test_ports(port: str, kind: type) -> None:
    assert type(wire_for(port, baud=38400, write_seconds=1.0)) is kind


@pytest.mark.parametrize("port", ["tcp://printer", "tcp:printer:9100", "usb://4b8:e28", "usb://"])
def test_addresses_that_are_none(port: str) -> None:
    with pytest.raises(ValueError, match="write tcp://HOST:PORT"):
        wire_for(port, baud=38400, write_seconds=1.0)


def test_pauses_double_up_to_the_longest() -> None:
    clock, wire = FakeClock(datetime(2026, 11, 24, tzinfo=UTC)), Absent()
    reopener = Reopener(wire, clock, longest_seconds=1.0)
    waited = []
    for _ in range(5):
        before = wire.attempts
        steps = 0
        while wire.attempts == before:
            with pytest.raises(HardwareError) as caught:
                reopener.open()
            assert caught.value.code == "port.missing"
            if wire.attempts == before:
                clock.advance(0.25)
                steps += 1
        waited.append(steps * 0.25)
    assert waited == [0.0, 0.25, 0.5, 1.0, 1.0]
    wire.there = True
    clock.advance(1.0)
    assert reopener.open() is True
    assert reopener.open() is False
    wire.close()
    assert reopener.open() is True, "after success there is no pause"

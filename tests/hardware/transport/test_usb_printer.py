"""The USB wire on a device made of plain objects: there is no USB bus in a test."""

import errno
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import usb.core
import usb.util

from hardware.errors import HardwareError
from hardware.transport.usb_printer import UsbPrinterPort


class End:
    """A bulk endpoint."""

    def __init__(self, address: int) -> None:
        self.bEndpointAddress, self.bytes, self.fault = address, b"", None

    bEndpointAddress: int  # noqa: N815  # the name in the USB standard
    fault: Exception | None

    def write(self, data: bytes, timeout: int) -> int:
        if self.fault:
            raise self.fault
        self.bytes += data
        return len(data)

    def read(self, size: int, timeout: int) -> bytes:
        if self.fault:
            raise self.fault
        came, self.bytes = self.bytes[:size], self.bytes[size:]
        if not came:
            raise usb.core.USBTimeoutError("timed out")
        return came


class Interface(list[End]):
    """One setting of a printer interface."""

    bInterfaceClass = 7  # noqa: N815
    bInterfaceNumber = 0  # noqa: N815

    def __init__(self, setting: int, *ends: End) -> None:
        super().__init__(ends)
        self.bAlternateSetting = setting


class Device:
    """Speaks one way in its first setting, both ways in the second."""

    def __init__(self) -> None:
        self.out, self.into = End(0x01), End(0x82)
        self.settings = [Interface(0, End(0x01)), Interface(1, self.out, self.into)]
        self.detached: list[int] = []
        self.chosen: tuple[int, int] | None = None

    def get_active_configuration(self) -> list[Interface]:
        return self.settings

    def is_kernel_driver_active(self, number: int) -> bool:
        return True

    def detach_kernel_driver(self, number: int) -> None:
        self.detached.append(number)

    def set_interface_altsetting(self, number: int, setting: int) -> None:
        self.chosen = (number, setting)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What is plugged in, and what was asked for."""
    world = SimpleNamespace(device=Device(), asked=[], claimed=[], released=0, refuses=None)

    def find(**wanted: Any) -> Any:
        world.asked.append(wanted)
        return world.device

    def claim(device: Any, number: int) -> None:
        if world.refuses:
            raise world.refuses
        world.claimed.append(number)

    def release(device: Any) -> None:
        world.released += 1

    monkeypatch.setattr(usb.core, "find", find)
    monkeypatch.setattr(usb.util, "claim_interface", claim)
    monkeypatch.setattr(usb.util, "dispose_resources", release)
    return world


@pytest.fixture
def wire(bus: SimpleNamespace) -> Iterator[UsbPrinterPort]:
    """Open."""
    made = UsbPrinterPort(0x04B8, 0x0E28, "X1", write_seconds=1.0)
    made.open()
    yield made
    made.close()


def test_the_setting_that_speaks_both_ways_is_taken(wire: UsbPrinterPort, bus: SimpleNamespace) -> None:
    assert bus.asked == [{"idVendor": 0x04B8, "idProduct": 0x0E28, "serial_number": "X1"}]
    assert (bus.device.detached, bus.claimed, bus.device.chosen) == ([0], [0], (0, 1))
    wire.write(b"x" * 5000)
    assert len(bus.device.out.bytes) == 5000
    bus.device.into.bytes = b"\x12"
    assert wire.read(0.1) == b"\x12"
    assert wire.read(0.1) == b""


def test_unplugged(wire: UsbPrinterPort, bus: SimpleNamespace) -> None:
    bus.device.into.fault = usb.core.USBError("gone", errno=errno.ENODEV)
    with pytest.raises(HardwareError) as caught:
        wire.read(0.1)
    assert (caught.value.code, wire.is_open, bus.released) == ("port.lost", False, 1)
    bus.device = None
    with pytest.raises(HardwareError) as caught:
        wire.open()
    assert caught.value.code == "port.missing"


def test_a_printer_that_takes_nothing(wire: UsbPrinterPort, bus: SimpleNamespace) -> None:
    bus.device.out.fault = usb.core.USBTimeoutError("timed out")
    with pytest.raises(HardwareError) as caught:
        wire.write(b"x")
    assert (caught.value.code, wire.is_open) == ("port.blocked", False)


def test_somebody_else_has_it(bus: SimpleNamespace) -> None:
    bus.refuses = usb.core.USBError("busy", errno=errno.EBUSY)
    with pytest.raises(HardwareError) as caught:
        UsbPrinterPort(0x04B8, 0x0E28, None, write_seconds=1.0).open()
    assert (caught.value.code, bus.released) == ("port.busy", 1)


def test_a_printer_that_cannot_answer_is_refused(bus: SimpleNamespace) -> None:
    bus.device.settings.pop()
    with pytest.raises(HardwareError, match="no printer interface that answers"):
        UsbPrinterPort(0x04B8, 0x0E28, None, write_seconds=1.0).open()

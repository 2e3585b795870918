"""A device of the USB printer class, two bulk endpoints (pyusb). Not responsible for frames, nor for trying again.

The library is imported at the first opening: kiosks with a serial printer need no libusb.
"""

import errno
from typing import Any

from hardware.transport import trouble

PRINTER_CLASS = 7
"""USB interface class, USB Device Class Definition for Printing Devices 1.1."""
MOST_BYTES = 512
CHUNK = 4096
"""Bytes per transfer, so that a printer without paper blocks after one chunk and not after the whole job."""


class UsbPrinterPort:
    """`Wire` over the printer interface of one USB device."""

    def __init__(self, vendor: int, product: int, serial_number: str | None, *, write_seconds: float) -> None:
        """:param serial_number: where several devices of one kind are plugged in."""
        self._ids, self._serial = {"idVendor": vendor, "idProduct": product}, serial_number
        self._name = f"usb://{vendor:04x}:{product:04x}"
        self._write_ms = round(write_seconds * 1000)
        self._device: Any = None
        self._out: Any = None
        self._in: Any = None

    @property
    def is_open(self) -> bool:
        """Claimed and not lost."""
        return self._device is not None

    def open(self) -> None:
        """See `Wire`."""
        if self._device is not None:
            return
        import usb.core
        import usb.util

        wanted = {**self._ids, **({"serial_number": self._serial} if self._serial else {})}
        try:
            device = usb.core.find(**wanted)
        except usb.core.NoBackendError as fault:
            raise trouble.refused(self._name, "libusb is not installed") from fault
        except (usb.core.USBError, ValueError) as fault:
            raise trouble.refused(self._name, fault) from fault
        if device is None:
            raise trouble.missing(self._name, "no such USB device")
        try:
            self._claim(device)
        except usb.core.USBError as fault:
            usb.util.dispose_resources(device)
            raised = trouble.busy if fault.errno == errno.EBUSY else trouble.refused
            raise raised(self._name, fault) from fault

    def _claim(self, device: Any) -> None:
        import usb.util

        interfaces = usb.util.find_descriptor(
            device.get_active_configuration(), find_all=True, bInterfaceClass=PRINTER_CLASS
        )
        for interface in interfaces:
            ends = {usb.util.endpoint_direction(end.bEndpointAddress): end for end in interface}
            if usb.util.ENDPOINT_OUT in ends and usb.util.ENDPOINT_IN in ends:
                break
        else:
            usb.util.dispose_resources(device)
            raise trouble.refused(self._name, "it has no printer interface that answers")
        number = interface.bInterfaceNumber
        if device.is_kernel_driver_active(number):
            device.detach_kernel_driver(number)
        usb.util.claim_interface(device, number)
        if interface.bAlternateSetting:
            device.set_interface_altsetting(number, interface.bAlternateSetting)
        self._device, self._out, self._in = device, ends[usb.util.ENDPOINT_OUT], ends[usb.util.ENDPOINT_IN]

    def write(self, data: bytes) -> None:
        """See `Wire`."""
        import usb.core

        self._check_open()
        try:
            for start in range(0, len(data), CHUNK):
                chunk = data[start : start + CHUNK]
                if self._out.write(chunk, self._write_ms) != len(chunk):
                    self.close()
                    raise trouble.blocked(self._name, "it took a part")
        except usb.core.USBTimeoutError as fault:
            self.close()
            raise trouble.blocked(self._name, f"{self._write_ms} ms") from fault
        except usb.core.USBError as fault:
            self.close()
            raise trouble.lost(self._name, fault) from fault

    def read(self, seconds: float) -> bytes:
        """See `Wire`."""
        import usb.core

        self._check_open()
        try:
            return bytes(self._in.read(MOST_BYTES, max(1, round(seconds * 1000))))
        except usb.core.USBTimeoutError:
            return b""
        except usb.core.USBError as fault:
            self.close()
            raise trouble.lost(self._name, fault) from fault

    def close(self) -> None:
        """See `Wire`."""
        device, self._device = self._device, None
        if device is not None:
            import usb.util

            usb.util.dispose_resources(device)

    def _check_open(self) -> None:
        if self._device is None:
            raise trouble.not_open(self._name)

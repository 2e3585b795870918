"""The panel's light as the Linux kernel offers it: files in /sys/class/backlight/NAME. Not for monitors with a plug.

Source: the kernel's Documentation/ABI/stable/sysfs-class-backlight. `bl_power` is 0 for on and 4 for off; `brightness`
goes from 0 to `max_brightness`.
"""

import logging
import os

from hardware.display.interface import DisplayState
from hardware.display.settings import DisplaySettings
from hardware.host.clock import Clock
from hardware.host.journal import Changes
from hardware.transport import trouble

log = logging.getLogger(__name__)

POWER_ON, POWER_OFF = "0", "4"


class BacklightDisplay:
    """`Display` by two files."""

    def __init__(self, settings: DisplaySettings, *, clock: Clock) -> None:
        """Lights up: an earlier process may have ended in the dark."""
        self._folder, self._by_power = settings.folder, settings.switch == "power"
        self._changes = Changes(log)
        self._brightness = ""
        self._state = DisplayState(works=False)
        self.light(True)

    def light(self, on: bool) -> None:
        """See `Display`."""
        try:
            if self._by_power:
                self._write("bl_power", POWER_ON if on else POWER_OFF)
            else:
                self._set_brightness(on)
        except FileNotFoundError as fault:
            self._trouble(trouble.missing(str(self._folder), fault.strerror).code)
        except OSError as fault:
            self._trouble(trouble.refused(str(self._folder), fault.strerror).code)
        else:
            self._state = DisplayState(works=True, lit=on)
            self._changes.note("panel's light", "works")

    def _set_brightness(self, on: bool) -> None:
        now = self._read("brightness")
        if not on:
            self._brightness = now if now != "0" else self._brightness
            self._write("brightness", "0")
        elif now == "0":
            self._write("brightness", self._brightness or self._read("max_brightness"))

    def state(self) -> DisplayState:
        """See `Display`."""
        return self._state

    def close(self) -> None:
        """See `Display`."""
        self.light(True)

    def _read(self, name: str) -> str:
        return (self._folder / name).read_text("ascii").strip()

    def _write(self, name: str, value: str) -> None:
        file = os.open(self._folder / name, os.O_WRONLY | os.O_TRUNC | os.O_CLOEXEC)  # makes no file that is not there
        try:
            os.write(file, value.encode("ascii"))
        finally:
            os.close(file)

    def _trouble(self, code: str) -> None:
        self._state = DisplayState(works=False, lit=self._state.lit, trouble=code)
        self._changes.note("panel's light", code, logging.WARNING)

"""A keypad on a pipe: writes the bytes Linux would give, in any pieces, and can be unplugged."""

import contextlib
import os
from pathlib import Path

from hardware.keypad.keys import CODES
from hardware.transport.input_events import EV_KEY, EV_SYN, PRESSED, RELEASED, InputEvent, pack

EV_MSC, MSC_SCAN = 0x04, 0x04
SYN = InputEvent(EV_SYN, 0, 0)


class KeypadEmulator:
    """A device node that is a pipe. Plugged in when made."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self.plug()

    def plug(self) -> None:
        """It appears."""
        os.mkfifo(self._path)
        self._file = os.open(self._path, os.O_RDWR | os.O_NONBLOCK)

    def unplug(self) -> None:
        """It goes, and who reads it hears that."""
        self._path.unlink()
        assert self._file is not None
        os.close(self._file)
        self._file = None

    def press(self, name: str) -> None:
        """A key with everything a real keyboard sends around it: scan code, press, release, reports."""
        for value in (PRESSED, RELEASED):
            scan = InputEvent(EV_MSC, MSC_SCAN, 0x70000 + CODES[name])
            self.send(pack(scan) + pack(InputEvent(EV_KEY, CODES[name], value)) + pack(SYN))

    def send(self, data: bytes) -> None:
        """Raw bytes."""
        assert self._file is not None
        os.write(self._file, data)

    def close(self) -> None:
        """For good."""
        if self._file is not None:
            with contextlib.suppress(FileNotFoundError):
                self.unplug()

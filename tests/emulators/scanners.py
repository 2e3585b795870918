"""Scanners that can be unplugged: one that types on a pipe, and a camera that sees what is held before it.

A scanner on a serial line is `motion_sensors.SerialSensorEmulator`.
"""

import errno
import select
import threading

import numpy as np
from numpy.typing import NDArray

from hardware.transport.input_events import EV_KEY, EV_SYN, PRESSED, RELEASED, InputEvent, pack
from tests.emulators.keypad import EV_MSC, MSC_SCAN, KeypadEmulator

PATIENCE_SECONDS = 10.0
SHIFT, ALT_GR, ENTER = 42, 100, 28
AMERICAN: dict[str, tuple[int, tuple[int, ...]]] = {
    **{letter: (code, ()) for letter, code in zip("1234567890-=", range(2, 14), strict=True)},
    **{letter: (code, ()) for letter, code in zip("qwertyuiop", range(16, 26), strict=True)},
    **{letter: (code, ()) for letter, code in zip("asdfghjkl;'", range(30, 41), strict=True)},
    **{letter: (code, ()) for letter, code in zip("zxcvbnm,./", range(44, 54), strict=True)},
    " ": (57, ()),
}
"""Letter -> key and what is held (linux/input-event-codes.h, an American keyboard)."""
AMERICAN |= {
    **{letter.upper(): (code, (SHIFT,)) for letter, (code, _) in AMERICAN.items() if letter.isalpha()},
    **{
        letter: (AMERICAN[key][0], (SHIFT,))
        for letter, key in zip('!@#$%^&*()_+:"<>?', "1234567890-=;',./", strict=True)
    },
}


class TypingScannerEmulator(KeypadEmulator):
    """A scanner that types, as an event device that is a pipe."""

    def type(self, text: str) -> None:
        """A code and Enter, on an American keyboard."""
        for letter in text:
            self.key(AMERICAN[letter][0], *AMERICAN[letter][1])
        self.key(ENTER)

    def send(self, data: bytes) -> None:
        """Raw bytes, as fast as they are read."""
        assert self._file is not None
        assert select.select([], [self._file], [], PATIENCE_SECONDS)[1], "nobody reads"
        super().send(data)

    def key(self, code: int, *held: int) -> None:
        """One key with everything a real keyboard sends around it, while others are held."""
        for one in held:
            self._event(one, PRESSED)
        self._event(code, PRESSED)
        self._event(code, RELEASED)
        for one in reversed(held):
            self._event(one, RELEASED)

    def _event(self, code: int, value: int) -> None:
        scan = InputEvent(EV_MSC, MSC_SCAN, 0x70000 + code)
        self.send(pack(scan) + pack(InputEvent(EV_KEY, code, value)) + pack(InputEvent(EV_SYN, 0, 0)))


class CodeCameraEmulator:
    """Stands in the place of `cv2.VideoCapture`: sees what is held before it."""

    def __init__(self) -> None:
        self._empty = np.full((720, 1280, 3), 120, np.uint8)
        self._news = threading.Condition()
        self._held = self._empty
        self._plugged, self._open = True, False
        self.opened = self.released = self.looks = 0
        """Times it was opened, let go, and pictures taken."""
        self.asked: dict[int, float] = {}
        """What it was asked to be."""

    def take(self, device: str) -> "CodeCameraEmulator":
        """In the place of `video.capture`."""
        if not self._plugged:
            raise OSError(errno.ENOENT, "No such file or directory", device)
        with self._news:
            assert not self._open, "opened twice"
            self._open, self.opened = True, self.opened + 1
            self._news.notify_all()
        return self

    def isOpened(self) -> bool:  # noqa: N802  # OpenCV's name
        return True

    def set(self, propId: int, value: float) -> bool:  # noqa: N803  # OpenCV's name
        self.asked[propId] = value
        return True

    def grab(self) -> bool:
        assert self._open
        return self._plugged

    def retrieve(self) -> tuple[bool, NDArray[np.uint8]]:
        with self._news:
            self.looks += 1
            self._news.notify_all()
            return True, self._held

    def release(self) -> None:
        with self._news:
            self._open, self.released = False, self.released + 1
            self._news.notify_all()

    @property
    def is_off(self) -> bool:
        """Nobody has it open: its lamp is dark."""
        return not self._open

    def hold(self, picture: NDArray[np.uint8] | None) -> None:
        """Hold something before it, or nothing."""
        with self._news:
            self._held = self._empty if picture is None else picture

    def seen(self, looks: int = 2) -> None:
        """Wait until what is held there was looked at: one look may be of before."""
        with self._news:
            wanted = self.looks + looks
            assert self._news.wait_for(lambda: self.looks >= wanted, PATIENCE_SECONDS), "nobody looks"

    def plug(self) -> None:
        """It is there again."""
        self._plugged = True

    def unplug(self) -> None:
        """It is gone, in the middle of a picture."""
        self._plugged = False

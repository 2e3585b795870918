"""A keypad that Linux shows as an input device, taken for the kiosk alone; unplugging and plugging in are daily life.

No library: the kernel's interface is 24 bytes an event (`hardware.transport.input_events`). Repeats of a held key do
not count: a hand that rests on a key must not press twice.
"""

import contextlib
import fcntl
import logging
import os
import select
import threading
from collections.abc import Callable

from hardware.host.clock import Clock
from hardware.host.journal import Changes
from hardware.keypad.interface import Key
from hardware.keypad.keys import by_code
from hardware.keypad.settings import KeypadSettings
from hardware.transport.input_events import EV_KEY, EVIOCGRAB, PRESSED, SIZE, Reassembler

log = logging.getLogger(__name__)

MISSING = "keypad.missing"
END_WITHIN_SECONDS = 2.0


class EvdevKeypad:
    """`Keypad` by Linux input events, read in a thread of its own."""

    def __init__(self, settings: KeypadSettings, *, clock: Clock) -> None:
        """Opens nothing yet."""
        self._settings, self._keys = settings, by_code(settings.keys)
        self._changes = Changes(log)
        self._trouble = MISSING
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None
        self._wake_read = self._wake_write = -1
        """A pipe that ends the waiting for keys; made by `start`."""

    @property
    def trouble(self) -> str:
        """Whether it is there."""
        return self._trouble

    def start(self, pressed: Callable[[Key], None]) -> None:
        """Read from now on."""
        self._wake_read, self._wake_write = os.pipe()
        self._thread = threading.Thread(target=self._work, args=(pressed,), name="keypad", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let go of the device."""
        if self._closed.is_set():
            return
        self._closed.set()
        if self._thread is None:
            return
        os.write(self._wake_write, b"x")
        self._thread.join(END_WITHIN_SECONDS)
        os.close(self._wake_write)
        os.close(self._wake_read)

    def _work(self, pressed: Callable[[Key], None]) -> None:
        while not self._closed.is_set():
            try:
                device = os.open(self._settings.device, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            except OSError:
                self._state(MISSING)
            else:
                try:
                    self._listen(device, pressed)
                finally:
                    os.close(device)
            self._closed.wait(self._settings.reopen_seconds)

    def _listen(self, device: int, pressed: Callable[[Key], None]) -> None:
        """Until it is unplugged, or this is closed."""
        with contextlib.suppress(OSError):  # a pipe cannot be grabbed, and need not
            fcntl.ioctl(device, EVIOCGRAB, 1)
        events = Reassembler()
        while True:
            ready, _, _ = select.select([device, self._wake_read], [], [])
            if self._wake_read in ready:
                return
            try:
                data = os.read(device, 64 * SIZE)
            except BlockingIOError:
                continue
            except OSError:
                data = b""
            if not data:
                self._state(MISSING)
                return
            self._state("")
            for event in events.feed(data):
                key = self._keys.get(event.code)
                if event.kind == EV_KEY and event.value == PRESSED and key is not None:
                    pressed(key)

    def _state(self, trouble: str) -> None:
        self._trouble = trouble
        self._changes.note("keypad", trouble or "works")

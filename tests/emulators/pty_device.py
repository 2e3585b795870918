"""What every emulated device on a serial line has: a pseudo-terminal, a thread that hears, hands that unplug."""

import os
import selectors
import threading
import tty
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE_SECONDS = 20.0


class PtyDevice(ABC):
    """Plugged in from `begin` on. What it does with bytes is its own."""

    def __init__(self, link: Path) -> None:
        """:param link: symbolic link that the driver opens, as udev would make it."""
        self.link = link
        self.received = bytearray()
        """Everything that came since the start."""
        self._news = threading.Condition(threading.RLock())
        self._master = self._slave = -1
        self._wake, self._woken = os.pipe()
        self._running = True
        self._thread = threading.Thread(target=self._run, name=type(self).__name__, daemon=True)

    def begin(self) -> None:
        """Plug it in and hear; called once, when everything of it is made."""
        self.plug()
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @abstractmethod
    def _came(self, data: bytes) -> None:
        """Bytes of the driver; in the device's thread, alone."""

    @abstractmethod
    def _unplugged(self) -> None:
        """What is lost with the cable; alone."""

    def wait_for(self, what: Callable[[], bool]) -> None:
        """Until `what` holds; asked after everything that happens here.

        :raises AssertionError: it never does.
        """
        with self._news:
            assert self._news.wait_for(what, PATIENCE_SECONDS), "the device never came to that state"

    def unplug(self) -> None:
        """The port disappears; the device keeps its power."""
        with self._news:
            self._unplugged()
            master, slave, self._master, self._slave = self._master, self._slave, -1, -1
            self.link.unlink(missing_ok=True)
            if master >= 0:
                os.close(master)
                os.close(slave)
            self._news.notify_all()
        os.write(self._woken, b"!")

    def plug(self) -> None:
        """A new port under the old name."""
        with self._news:
            if self._master >= 0:
                return
            self._master, self._slave = os.openpty()
            tty.setraw(self._slave)
            os.set_blocking(self._master, False)
            self.link.symlink_to(os.ttyname(self._slave))
            self._news.notify_all()
        os.write(self._woken, b"!")

    def close(self) -> None:
        """End; harmless if ended."""
        if not self._running:
            return
        self._running = False
        self.unplug()
        self._thread.join(PATIENCE_SECONDS)
        os.close(self._wake)
        os.close(self._woken)

    def _run(self) -> None:
        while self._running:
            with selectors.DefaultSelector() as waiting:
                waiting.register(self._wake, selectors.EVENT_READ)
                with self._news:
                    if self._master >= 0:
                        waiting.register(self._master, selectors.EVENT_READ)
                ready = [key.fd for key, _ in waiting.select()]
            if self._wake in ready:
                os.read(self._wake, 64)
            with self._news:
                if self._master in ready:
                    self._hear()
                self._news.notify_all()

    def _hear(self) -> None:
        try:
            came = os.read(self._master, 4096)
        except OSError:
            return
        self._came(came)

    def _write(self, data: bytes) -> None:
        """To the driver; nothing while unplugged."""
        if self._master >= 0 and data:
            try:
                os.write(self._master, data)
            except OSError:
                return

"""Two serial lines with a cable between, for two programs that each want to open one."""

import os
import selectors
import threading
import tty
from pathlib import Path


class NullModem:
    """What is written to one end comes out of the other, until `close`."""

    def __init__(self, folder: Path) -> None:
        self.ends = (folder / "near", folder / "far")
        self._pairs = [os.openpty() for _ in self.ends]
        for link, (_, slave) in zip(self.ends, self._pairs, strict=True):
            tty.setraw(slave)
            link.symlink_to(os.ttyname(slave))
        self._wake, self._woken = os.pipe()
        self._thread = threading.Thread(target=self._run, name="null-modem", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        near, far = (master for master, _ in self._pairs)
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._wake, selectors.EVENT_READ)
            waiting.register(near, selectors.EVENT_READ, far)
            waiting.register(far, selectors.EVENT_READ, near)
            while True:
                for key, _ in waiting.select():
                    if key.fd == self._wake:
                        return
                    os.write(key.data, os.read(key.fd, 4096))

    def close(self) -> None:
        """End."""
        os.write(self._woken, b"!")
        self._thread.join(10)
        for pair in [*self._pairs, (self._wake, self._woken)]:
            for end in pair:
                os.close(end)

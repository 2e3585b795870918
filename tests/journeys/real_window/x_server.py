"""A virtual X server, and the hands and eyes of somebody before it: XTEST buttons and keys, pictures."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from Xlib import XK, X, display
from Xlib.ext import xtest

HOLD_SECONDS = 0.09
"""How long a finger or a key stays down: the window must see both ends of it."""


@contextmanager
def x_server(width: int, height: int) -> Iterator[str]:
    """Its display name (":7"); it picks a free number itself."""
    reads, writes = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writes),
        "-screen",
        "0",
        f"{width}x{height}x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    server = subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    try:
        with os.fdopen(reads) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


class Person:
    """Touches and types as the X server delivers it to every program."""

    def __init__(self, name: str) -> None:
        self._display = display.Display(name)

    def close(self) -> None:
        """Take the hands away."""
        self._display.close()

    def touch(self, x: int, y: int) -> None:
        """Press and let go at a pixel."""
        self._do(X.MotionNotify, x=x, y=y)
        self._do(X.ButtonPress, 1)
        time.sleep(HOLD_SECONDS)
        self._do(X.ButtonRelease, 1)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, move, let go somewhere else."""
        self._do(X.MotionNotify, x=start[0], y=start[1])
        self._do(X.ButtonPress, 1)
        time.sleep(HOLD_SECONDS)
        self._do(X.MotionNotify, x=end[0], y=end[1])
        time.sleep(HOLD_SECONDS)
        self._do(X.ButtonRelease, 1)

    def key(self, name: str) -> None:
        """A key of a real keyboard: "Tab", "Return", "Down"."""
        code = self._display.keysym_to_keycode(XK.string_to_keysym(name))
        self._do(X.KeyPress, code)
        time.sleep(HOLD_SECONDS)
        self._do(X.KeyRelease, code)

    def picture(self, path: Path) -> None:
        """What the whole screen shows."""
        screen = self._display.screen()
        width, height = screen.width_in_pixels, screen.height_in_pixels
        raw = screen.root.get_image(0, 0, width, height, X.ZPixmap, 0xFFFFFFFF)
        Image.frombytes("RGB", (width, height), raw.data, "raw", "BGRX").save(path)

    def _do(self, event: int, detail: int = 0, **more: int) -> None:
        xtest.fake_input(self._display, event, detail, **more)
        self._display.sync()

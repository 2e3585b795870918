"""Tells every open page when what it shows has changed. Looks only while a page is open."""

import threading
import time
from collections.abc import Callable, Iterator

from kiosk.bench_page.state import PageState

LOOK_EVERY_SECONDS = 0.5
"""How often devices and queues are asked."""
SIGN_OF_LIFE_SECONDS = 10.0
"""A page that hears nothing for longer knows that the kiosk has gone, and a page that has gone is noticed."""


class Watch:
    """Shared by all open pages."""

    def __init__(self, look: Callable[[], PageState]) -> None:
        """:param look: asks devices, queues and screen; from any thread, one at a time."""
        self._look = look
        self._looking, self._woken = threading.Lock(), threading.Condition()
        self._rounds = 0
        self._stopped = False

    def wake(self) -> None:
        """Something was done: look at once."""
        with self._woken:
            self._rounds += 1
            self._woken.notify_all()

    def stop(self) -> None:
        """End all `changes`."""
        with self._woken:
            self._stopped = True
            self._woken.notify_all()

    def changes(self) -> Iterator[bytes | None]:
        """The state now, and again whenever it has changed; None as a sign of life. Ends when stopped."""
        last, said = b"", time.monotonic()
        while not self._stopped:
            rounds = self._rounds
            with self._looking:
                now = self._look().json()
            if now != last or time.monotonic() - said > SIGN_OF_LIFE_SECONDS:
                yield now if now != last else None
                last, said = now, time.monotonic()
            with self._woken:
                if self._rounds == rounds and not self._stopped:
                    self._woken.wait(LOOK_EVERY_SECONDS)

"""Somebody before the kiosk without a sensor: comes and goes by hand. Not responsible for any wire."""

import math
import threading
from collections.abc import Callable, Mapping

from hardware.host.clock import Clock
from hardware.presence.settings import PresenceSettings
from hardware.presence.watching import WatchedSource
from hardware.transport import trouble

LOOK_SECONDS = 0.5


class _Floor:
    """The place before the kiosk. Whoever stands there moves a little all the time."""

    silent_seconds = math.inf

    def __init__(self) -> None:
        self.news = threading.Condition()
        self.somebody = self.unplugged = False
        self.came = False

    def open(self) -> None:
        """See `Source`."""
        if self.unplugged:
            raise trouble.missing("the simulated sensor", "unplugged")
        self.came = False

    def read(self, pause: Callable[[float], object]) -> bool:
        """See `Source`."""
        with self.news:
            self.news.wait_for(lambda: self.came or self.unplugged, LOOK_SECONDS)
            if self.unplugged:
                raise trouble.lost("the simulated sensor", "unplugged")
            moved, self.came = self.came or self.somebody, False
            return moved

    def close(self) -> None:
        """Nothing to release."""


class SimulatedPresence(WatchedSource):
    """`Presence`, and on the bench page a `SimulatedDevice` with a switch. The page's methods come from any thread."""

    name = "presence"

    def __init__(self, settings: PresenceSettings, *, clock: Clock) -> None:
        """Nobody is there."""
        self._floor = _Floor()
        super().__init__(self._floor, clock=clock, reopen_seconds=min(settings.reopen_seconds, LOOK_SECONDS))

    def switches(self) -> Mapping[str, bool]:
        """What can be done before it."""
        return {"somebody": self._floor.somebody}

    def set_switch(self, name: str, on: bool) -> None:
        """Somebody comes, or goes away.

        :raises KeyError: there is no such switch.
        """
        if name != "somebody":
            raise KeyError(name)
        with self._floor.news:
            self._floor.came |= on and not self._floor.somebody
            self._floor.somebody = on
            self._floor.news.notify_all()

    def faults(self) -> Mapping[str, bool]:
        """What can be wrong."""
        return {"unplugged": self._floor.unplugged}

    def set_fault(self, name: str, on: bool) -> None:
        """Pull the cable, or put it back.

        :raises KeyError: there is no such fault.
        """
        if name != "unplugged":
            raise KeyError(name)
        with self._floor.news:
            self._floor.unplugged = on
            self._floor.news.notify_all()

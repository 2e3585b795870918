"""The door that is open for a visitor: asked several times a second, and what it says told as events.

It never opens anything, and it decides nothing about what was taken: custody does.
"""

import logging
from collections.abc import Callable
from typing import Literal, Protocol

from hardware.host.clock import Clock
from kiosk.flows import pickup_events as p
from kiosk.pickup.model import DoorState
from kiosk.pickup.settings import PickupSettings

log = logging.getLogger(__name__)


class Doors(Protocol):
    """What custody knows of doors."""

    def door_now(self, compartment: str) -> DoorState:
        """What its sensor says now."""
        ...

    def closed_after_collect(self, visit: str, pickup: str) -> Literal["done", "ask"]:
        """The door was seen closed; whether the visitor must be asked if all was taken."""
        ...


class DoorWatch:
    """One door at a time, in the lockers' thread."""

    def __init__(
        self, *, doors: Doors, settings: PickupSettings, clock: Clock, post: Callable[[p.PickupEvent], None]
    ) -> None:
        self._doors, self._settings, self._clock, self._post = doors, settings, clock, post
        self.visit = self.pickup = self._compartment = ""
        self._seen: Literal["closed", "open", "shut"] = "closed"
        """`closed`: not opened yet; `shut`: opened and closed again."""
        self._since, self._warned = 0.0, 0
        self.asked = False
        """Whether the visitor was asked if all was taken."""
        self._problem = False

    @property
    def watching(self) -> bool:
        """Whether there is a door to be looked at."""
        return bool(self.visit)

    def begin(self, visit: str, pickup: str, compartment: str) -> None:
        """A pulse was given."""
        self.visit, self.pickup, self._compartment = visit, pickup, compartment
        self._seen, self.asked, self._problem = "closed", False, False

    def opened(self) -> None:
        """It is open: the sensor says so, or the visitor where the sensor says nothing."""
        self._seen, self._since, self._warned, self.asked = "open", self._clock.monotonic(), 0, False

    def problem(self) -> None:
        """The visitor told that something is wrong: closing the door confirms nothing any more."""
        self._problem = True

    def forget(self, visit: str) -> None:
        """Nothing is told to this visit any more."""
        if visit == self.visit:
            self.visit = ""

    def told_closed(self) -> None:
        """The visitor says that it is closed. As no sensor saw it, what was taken is asked; a sensor that says open
        is believed instead.
        """
        if self._doors.door_now(self._compartment) == "open":
            self._post(p.DoorOpened(self.visit))
            return
        self._shut(seen=False)

    def look(self) -> None:
        """Ask the sensor."""
        door = self._doors.door_now(self._compartment)
        if door == "open" and self._seen != "open":
            self.opened()
            self._post(p.DoorOpened(self.visit))
        elif door == "closed" and self._seen == "open":
            self._shut(seen=True)
        elif self._seen == "open":
            self._warn()

    def _shut(self, *, seen: bool) -> None:
        self._seen, self.asked = "shut", not seen
        if not self._problem:
            try:
                self.asked |= self._doors.closed_after_collect(self.visit, self.pickup) == "ask"
            except Exception:
                log.exception("a closed door could not be written down")
                self.asked = True  # the answer leads on, wherever custody then stands
        self._post(p.TakenAsked(self.visit) if self.asked else p.DoorShut(self.visit))

    def _warn(self) -> None:
        stands = self._clock.monotonic() - self._since
        if stands >= self._settings.left_open_alarm and self._warned < 2:
            self._warned = 2
            self._post(p.DoorLeftOpen(self.visit, staff=True))
        elif stands >= self._settings.left_open_warning and self._warned < 1:
            self._warned = 1
            self._post(p.DoorLeftOpen(self.visit, staff=False))

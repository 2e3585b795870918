"""Lets the screen sleep and wakes it: the table `rest`, its timer, the picture and the panel's light.

It knows no Kivy: `darken` is a callable. Used from the screen's thread; movement comes through the conductor's mail.
"""

import logging
from collections.abc import Callable
from typing import Protocol

from hardware.host.clock import Clock
from kiosk.flows import events as e
from kiosk.flows.flow import Effect
from kiosk.flows.idle import StartTimer, StopTimer
from kiosk.flows.rest import REST, GoDark, LightUp, Rest

log = logging.getLogger(__name__)


class Light(Protocol):
    """The panel's light; see `hardware.display`."""

    def light(self, on: bool) -> None:
        """Switch."""
        ...


class NoLight:
    """A panel whose light stays on."""

    def light(self, on: bool) -> None:
        """Nothing happens."""


class Sleeper:
    """Whether the screen sleeps."""

    def __init__(self, *, clock: Clock, sleep_minutes: float = 0, panel: Light | None = None) -> None:
        """:param sleep_minutes: without a visitor and without movement; 0: it never sleeps."""
        self._clock, self._seconds, self._panel = clock, sleep_minutes * 60, panel or NoLight()
        self._rest = REST.start
        self._due: float | None = None
        self.darken: Callable[[bool], None] = lambda _: None
        """Told True when the picture goes black, False when it comes back."""
        self._do(StartTimer(e.SleepDue))

    @property
    def asleep(self) -> bool:
        """Whether the screen is dark."""
        return self._rest is Rest.ASLEEP

    def take(self, event: e.Event) -> None:
        """An event of the session, of the time-outs, or of a device; those that are none of its business do nothing."""
        transition = REST.transition(self._rest, type(event))
        if transition is None:
            return
        self._rest = Rest(transition.target)
        for make in transition.effects:
            self._do(make(event, None))

    def tick(self) -> None:
        """Look at the clock."""
        if self._due is not None and self._clock.monotonic() >= self._due:
            self.take(e.SleepDue())

    def _do(self, effect: Effect) -> None:
        match effect:
            case StartTimer():
                self._due = self._clock.monotonic() + self._seconds if self._seconds else None
            case StopTimer():
                self._due = None
            case GoDark():
                log.info("the screen sleeps")
                self.darken(True)
                self._panel.light(False)
            case LightUp():
                self.darken(False)
                self._panel.light(True)
                log.info("the screen wakes")

"""No device that notices anybody: the screen wakes by touch and key alone."""

from collections.abc import Callable

from hardware.host.clock import Clock
from hardware.presence.interface import PresenceState
from hardware.presence.settings import PresenceSettings


class DisabledPresence:
    """`Presence` where there is none."""

    def __init__(self, settings: PresenceSettings, *, clock: Clock) -> None:
        """Takes what every driver takes."""
        self._state = PresenceState(works=False, since=clock.now())

    def start(self, on_motion: Callable[[], None]) -> None:
        """Nothing will be told."""

    def state(self) -> PresenceState:
        """Absent, and that is no trouble."""
        return self._state

    def close(self) -> None:
        """Nothing to release."""

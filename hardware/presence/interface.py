"""What every device can do that notices somebody. It tells that something moved, never what, who or how many."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from msgspec import Struct


class PresenceState(Struct, frozen=True, kw_only=True):
    """How the device is."""

    works: bool
    """Whether it would notice somebody now."""
    trouble: str = ""
    """Why it does not work: a `HardwareError` code, `presence.starting` or `presence.silent`; "" = it works, or there
    is no such device."""
    since: datetime
    """Since when it is so; with a time zone."""


class Presence(Protocol):
    """A camera or a motion sensor. It works in a thread of its own and opens its device anew whenever it is lost."""

    def start(self, on_motion: Callable[[], None]) -> None:
        """Watch from now on, until `close`; called once.

        :param on_motion: called when something moves, from the device's thread, at most once a second; must return
            soon and not raise.
        """
        ...

    def state(self) -> PresenceState:
        """How it is, without asking the device; from any thread. Never raises: a lost device is a state."""
        ...

    def close(self) -> None:
        """Stop watching and let go of the device. Nothing is told afterwards."""
        ...

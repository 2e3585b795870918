"""A machine that only notes that it was to start anew; can be made to refuse. For demonstrations and tests."""

import threading
from collections.abc import Mapping, Sequence
from datetime import datetime

from hardware.errors import HardwareError, WhoActs
from hardware.host.clock import Clock
from hardware.power.settings import PowerSettings

FAULTS = ("refuses",)


class SimulatedPower:
    """`Power`, and the bench page's `SimulatedDevice`. Its own methods come from one thread, the page's from any."""

    def __init__(self, settings: PowerSettings, *, clock: Clock) -> None:
        self.name = "power"
        self._clock, self._lock = clock, threading.Lock()
        self._faults = dict.fromkeys(FAULTS, False)
        self.reboots: list[datetime] = []
        """When it was started anew, oldest first."""

    # --- Power -------------------------------------------------------------------------------------------------------

    @property
    def can_reboot(self) -> bool:
        """Yes."""
        return True

    def reboot(self) -> None:
        """Note it."""
        with self._lock:
            if self._faults["refuses"]:
                raise HardwareError(
                    "power.refused",
                    WhoActs.TECHNICIAN,
                    "The machine does not restart.",
                    "Switch it off and on by hand.",
                )
            self.reboots.append(self._clock.now())

    # --- the bench page's hands --------------------------------------------------------------------------------------

    def faults(self) -> Mapping[str, bool]:
        """Whether it refuses."""
        with self._lock:
            return dict(self._faults)

    def set_fault(self, name: str, on: bool) -> None:
        """Make it refuse, or no longer.

        :raises KeyError: no such fault.
        """
        with self._lock:
            if name not in self._faults:
                raise KeyError(name)
            self._faults[name] = on

    def refill(self) -> None:
        """Nothing to put in."""

    def papers(self) -> Sequence[object]:
        """None."""
        return ()

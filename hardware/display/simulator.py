"""A light without a panel: remembers whether it is on."""

from hardware.display.interface import DisplayState
from hardware.display.settings import DisplaySettings
from hardware.host.clock import Clock


class SimulatedDisplay:
    """`Display`, to look at."""

    def __init__(self, settings: DisplaySettings, *, clock: Clock) -> None:
        """Lit."""
        self._lit = True

    def light(self, on: bool) -> None:
        """Switch."""
        self._lit = on

    def state(self) -> DisplayState:
        """As it was switched."""
        return DisplayState(works=True, lit=self._lit)

    def close(self) -> None:
        """Lit."""
        self._lit = True

"""No light to switch: the panel shines, its picture is black."""

from hardware.display.interface import DisplayState
from hardware.display.settings import DisplaySettings
from hardware.host.clock import Clock


class DisabledDisplay:
    """`Display` where there is none."""

    def __init__(self, settings: DisplaySettings, *, clock: Clock) -> None:
        """Takes what every driver takes, and needs none of it."""

    def light(self, on: bool) -> None:
        """Nothing happens."""

    def state(self) -> DisplayState:
        """Absent, and that is no trouble."""
        return DisplayState(works=False)

    def close(self) -> None:
        """Nothing to release."""

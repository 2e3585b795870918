"""No way to start the machine anew from this process."""

from hardware.errors import HardwareError, WhoActs
from hardware.host.clock import Clock
from hardware.power.settings import PowerSettings


class DisabledPower:
    """`Power` where nobody may."""

    def __init__(self, settings: PowerSettings, *, clock: Clock) -> None:
        """Takes what every driver takes, and needs none of it."""

    @property
    def can_reboot(self) -> bool:
        """No."""
        return False

    def reboot(self) -> None:
        """Refused."""
        raise HardwareError(
            "power.refused",
            WhoActs.TECHNICIAN,
            "Restarting from the screen is switched off.",
            "Set [power] driver in the settings, or switch it off and on by hand.",
        )

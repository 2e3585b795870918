"""Asks systemd for a restart, by its own command (systemctl(1)). Not responsible for the permission: a polkit rule is.

The rule stands in `systemd/polkit-1/`; without it the answer is a refusal, never a question for a password.
"""

import subprocess

from hardware.errors import HardwareError, WhoActs
from hardware.host.clock import Clock
from hardware.power.settings import PowerSettings

COMMAND = ("systemctl", "--no-ask-password", "reboot")


class SystemdPower:
    """`Power` over systemd."""

    def __init__(self, settings: PowerSettings, *, clock: Clock) -> None:
        """Takes what every driver takes."""
        self._settings = settings

    @property
    def can_reboot(self) -> bool:
        """It may be refused, but asking makes sense."""
        return True

    def reboot(self) -> None:
        """See `Power`."""
        try:
            done = subprocess.run(  # noqa: S603 - fixed words
                COMMAND,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=self._settings.wait_seconds,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as fault:
            raise _refused(type(fault).__name__) from fault
        if done.returncode:
            words = (done.stderr or "").strip().splitlines()
            raise _refused(words[-1] if words else f"systemctl ended with {done.returncode}")


def _refused(why: str) -> HardwareError:
    return HardwareError(
        "power.refused",
        WhoActs.TECHNICIAN,
        f"The machine does not restart ({why}).",
        "Install the polkit rule, or switch it off and on by hand.",
    )

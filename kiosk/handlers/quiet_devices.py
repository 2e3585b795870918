"""Devices of which staff only see how they are: motion sensor, screen light, speech, keypad."""

from collections.abc import Callable, Mapping

from kiosk.flows.staff_events import Answered
from kiosk.handlers.devices import Devices, Done
from kiosk.presenters.staff.world import DeviceView
from kiosk.texts import say_staff

ICONS = {
    "presence": "motion-sensor",
    "display": "monitor",
    "speech": "account-voice",
    "keypad": "dialpad",
    "locker": "locker-multiple",
    "card_reader": "card-account-details-outline",
    "scanner": "barcode-scan",
}
NOT_FITTED = "disabled"


class QuietDevice:
    """`Device`: says how it is. `id` is a key of `ICONS`."""

    def __init__(self, *, id: str, driver: str, trouble: Callable[[], str]) -> None:
        """:param driver: as the settings name it.

        :param trouble: stable code of what is wrong now, "" = nothing; asks no hardware.
        """
        self.id, self._fitted, self._trouble = id, driver != NOT_FITTED, trouble

    def view(self, language: str) -> DeviceView:
        """Ready, not fitted, or what is wrong and what to do."""
        trouble = self._trouble() if self._fitted else ""
        key, tone = "staff.device.ready", "ok"
        advice: tuple[str, ...] = (say_staff("staff.device.well", language),)
        if not self._fitted:
            key, tone, advice = "staff.device.absent", "", (say_staff("staff.device.absent.what", language),)
        elif trouble:
            key, tone = "staff.device.broken", "fault"
            advice = (
                say_staff("staff.device.broken.what", language, code=trouble),
                say_staff("staff.device.broken.do", language),
            )
        return DeviceView(
            id=self.id,
            icon=ICONS[self.id],
            name=say_staff(f"staff.device.{self.id}", language),
            state=say_staff(key, language),
            tone=tone,  # type: ignore[arg-type]  # one of those above
            trouble=trouble,
            advice=advice,
        )

    def do(self, action: str, done: Done) -> None:
        """There is nothing to do."""
        done(Answered("staff.failed", "fault"))


def add_quiet_devices(devices: Devices, known: Mapping[str, tuple[str, Callable[[], str]]]) -> None:
    """Show them in the staff corner.

    :param known: id -> (driver in the settings, what is wrong now).
    """
    for name, (driver, trouble) in known.items():
        devices.add(QuietDevice(id=name, driver=driver, trouble=trouble))

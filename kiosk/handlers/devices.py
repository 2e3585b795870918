"""The devices of the staff corner: an open list. A device joins it with one line: `devices.add(MyDevice(...))`."""

from collections.abc import Callable
from typing import Protocol

from kiosk.flows.staff_events import Answered
from kiosk.presenters.staff.world import DeviceView

Done = Callable[[Answered], None]
"""Takes what came of an action: a key of the staff's texts. May be called from any thread."""


class Device(Protocol):
    """A device as the staff corner knows it. `view` is asked every second while somebody looks; it asks no hardware."""

    @property
    def id(self) -> str:
        """Short and unique: "printer"."""
        ...

    def view(self, language: str) -> DeviceView:
        """How it is now, in `language` ("de" or "en")."""
        ...

    def do(self, action: str, done: Done) -> None:
        """Begin one of the view's actions; `done` is called when it has ended. Returns at once."""
        ...


class Devices:
    """All devices, in the order in which they joined."""

    def __init__(self) -> None:
        self._all: dict[str, Device] = {}

    def add(self, device: Device) -> None:
        """Show it in the staff corner; one of the same id is replaced."""
        self._all[device.id] = device

    def views(self, language: str) -> tuple[DeviceView, ...]:
        """How they are now."""
        return tuple(device.view(language) for device in self._all.values())

    def do(self, device: str, action: str, done: Done) -> None:
        """See `Device.do`; nothing for a device that does not exist."""
        known = self._all.get(device)
        if known is None:
            done(Answered("staff.failed", "fault"))
        else:
            known.do(action, done)

"""What the presenters of the staff corner may look at. Read only; no names of people, nothing a visitor said."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from content.model.content import Content, Problem
from kiosk.pickup.model import TerminalView
from kiosk.staff.faults import Fault
from kiosk.staff.kept import Kept
from kiosk.ticketing.figures import DayFigures
from kiosk.ticketing.settling import Unsettled


class DeviceAction(Struct, frozen=True, kw_only=True):
    """Something a device can be told."""

    id: str
    label: str
    icon: str
    primary: bool = False
    locked: str = ""
    """Why it cannot be told now."""


class DeviceView(Struct, frozen=True, kw_only=True):
    """A device as staff see it, in their language."""

    id: str
    icon: str
    name: str
    state: str
    """A few words: "bereit", "Papier geht aus"."""
    tone: Literal["", "ok", "warn", "fault"] = "ok"
    trouble: str = ""
    """Stable code of what is wrong, for the list of faults; "" = nothing."""
    advice: tuple[str, ...] = ()
    """What is wrong and what to do: two sentences at most."""
    actions: tuple[DeviceAction, ...] = ()
    """Three at most."""


class StaffWorld(Struct, frozen=True, kw_only=True):
    """Everything the staff's screens may say, besides the flow's memory."""

    kiosk: str
    """How this kiosk is called: "KIOSK-1"."""
    now: datetime
    content: Content
    """With today's other hours."""
    usual: Content
    """As it stands in the folder."""
    kept: Kept
    last_digit: str = ""
    """The newest digit of the PIN while it may be seen."""
    wait_seconds: int = 0
    """Until a PIN may be tried."""
    signed_in_at: datetime | None = None
    signs_off_in: int = 0
    """Minutes, rounded up."""
    devices: tuple[DeviceView, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    settling: str = ""
    """Id of the ticket whose settling can still be taken back."""
    settling_seconds: int = 0
    content_since: datetime | None = None
    problems: tuple[Problem, ...] = ()
    """Of the folder, when it was last looked at."""
    faults: tuple[Fault, ...] = ()
    figures: DayFigures | None = None
    can_reboot: bool = False
    terminal: TerminalView = TerminalView()
    """The compartments, where there are some."""
    technician: str = ""
    """Whom to call, from the settings."""

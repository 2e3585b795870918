"""What the page shows at one moment, as the JSON it is sent as."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec
from msgspec import Struct

from kiosk.bench_page.parts import (
    KeysAndEars,
    OpenTicket,
    QueueLine,
    ScreenMirror,
    SimulatedDevice,
    StaffDesk,
    WithPaper,
    WithSwitches,
)
from kiosk.bench_page.pickup_parts import PickupBench, PickupCard

PAPERS_SHOWN = 30
"""Newest papers of a device in the strip; older ones are counted."""


class PaperLine(Struct, frozen=True):
    """A paper without its picture."""

    number: int
    """Counted from 1; its picture is `/paper/DEVICE/NUMBER.png`."""
    at: datetime
    text: str


class DeviceCard(Struct, frozen=True):
    """A device with its faults, its switches and its papers."""

    name: str
    faults: Mapping[str, bool]
    switches: Mapping[str, bool]
    has_paper: bool
    papers: tuple[PaperLine, ...]
    """The newest, newest first."""
    paper_count: int


class KeypadCard(Struct, frozen=True):
    """Keypad, headphones and what is said."""

    keys: tuple[str, ...]
    headphones: bool | None
    said: tuple[str, ...]
    """Newest first."""


class PageState(Struct, frozen=True, kw_only=True):
    """Everything on the page but pictures."""

    title: str
    devices: tuple[DeviceCard, ...]
    queues: tuple[QueueLine, ...]
    unsettled: tuple[OpenTicket, ...]
    screen: tuple[int, int] | None
    """Size of the kiosk's screen, px; None: it has a display of its own."""
    demo_pin: str = ""
    """Opens the staff corner of a demonstration; "" = none."""
    figures: bool = False
    """Whether the day's figures can be had as a table."""
    keypad: KeypadCard | None = None
    pickup: PickupCard | None = None

    def json(self) -> bytes:
        """One line."""
        return msgspec.json.encode(self)


def look(
    title: str,
    devices: Sequence[SimulatedDevice],
    desk: StaffDesk | None,
    screen: ScreenMirror | None,
    keypad: KeysAndEars | None,
    demo_pin: str = "",
    figures: bool = False,
    pickup: PickupBench | None = None,
) -> PageState:
    """Ask everybody now."""
    return PageState(
        title=title,
        devices=tuple(_card(device) for device in devices),
        queues=desk.queues() if desk else (),
        unsettled=desk.unsettled() if desk else (),
        screen=screen.size if screen else None,
        demo_pin=demo_pin,
        figures=figures,
        keypad=KeypadCard(keypad.keys, keypad.headphones, keypad.said()) if keypad else None,
        pickup=pickup.look() if pickup else None,
    )


def _card(device: SimulatedDevice) -> DeviceCard:
    papers = device.papers() if isinstance(device, WithPaper) else ()
    first = max(0, len(papers) - PAPERS_SHOWN)
    lines = [PaperLine(number, paper.at, paper.text) for number, paper in enumerate(papers[first:], first + 1)]
    return DeviceCard(
        name=device.name,
        faults=dict(device.faults()),
        switches=dict(device.switches()) if isinstance(device, WithSwitches) else {},
        has_paper=isinstance(device, WithPaper),
        papers=tuple(reversed(lines)),
        paper_count=len(papers),
    )

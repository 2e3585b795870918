"""Puts the staff corner together, out of what the kiosk has."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from content.releases.current import CurrentContent
from hardware.host.clock import Clock
from hardware.power.interface import Power
from kiosk.handlers.devices import Devices
from kiosk.handlers.library import KioskLibrary
from kiosk.handlers.number_build import NumberParts
from kiosk.handlers.staff_corner import StaffCorner
from kiosk.handlers.staff_devices import ContentDevice, PrinterDevice
from kiosk.handlers.staff_facts import ContentFacts, StaffFacts
from kiosk.handlers.staff_tasks import StaffTasks
from kiosk.settings import KioskSettings
from kiosk.staff.faults import FaultLog
from kiosk.staff.kept import Keeper
from kiosk.staff.pins import Pins
from kiosk.ticketing.numbers import this_boot


class StaffParts(Struct, frozen=True, kw_only=True):
    """What the staff corner needs of the kiosk."""

    clock: Clock
    settings: KioskSettings
    folder: Path
    """For PINs, attempts, faults and what staff set."""
    keeper: Keeper
    current: CurrentContent
    library: KioskLibrary
    numbers: NumberParts
    power: Power
    in_background: Callable[[Callable[[], None]], None]
    demo_pin: str = ""


def build_corner(parts: StaffParts) -> StaffCorner:
    """The corner with the devices known so far; others join by `corner.devices.add`."""
    devices, faults, settings, numbers = Devices(), FaultLog(parts.folder), parts.settings, parts.numbers

    def printed_since(moment: datetime) -> int:
        with numbers.ledger.read() as page:
            return page.printed_since(moment)

    devices.add(
        PrinterDevice(
            worker=numbers.worker,
            printer=numbers.switched,
            keeper=parts.keeper,
            clock=parts.clock,
            printed_since=printed_since,
            kiosk=settings.kiosk,
            language=settings.language,
        )
    )
    content = ContentFacts(
        now=lambda: parts.library.content,
        usual=lambda: parts.library.usual,
        since=lambda: parts.current.since,
        problems=lambda: parts.current.problems,
    )
    devices.add(ContentDevice(since=content.since, problems=content.problems, clock=parts.clock))
    tasks = StaffTasks(
        clock=parts.clock,
        devices=devices,
        worker=numbers.worker,
        issuer=numbers.issuer,
        queues=numbers.queues,
        ledger=numbers.ledger,
        printer=numbers.switched,
        power=parts.power,
        keeper=parts.keeper,
        faults=faults,
        language=settings.language,
    )
    facts = StaffFacts(
        clock=parts.clock,
        kiosk=settings.kiosk,
        language=settings.language,
        content=content,
        devices=devices,
        keeper=parts.keeper,
        faults=faults,
        ledger=numbers.ledger,
        can_reboot=parts.power.can_reboot,
        technician=settings.staff.technician,
    )
    tasks.pause_numbers()
    return StaffCorner(
        clock=parts.clock,
        pins=Pins(parts.folder, parts.clock, this_boot(), {"staff": parts.demo_pin} if parts.demo_pin else None),
        facts=facts,
        tasks=tasks,
        devices=devices,
        in_background=parts.in_background,
        key=settings.staff.key,
    )

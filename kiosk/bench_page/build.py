"""Puts the bench page together, out of what the kiosk has. Called in Kivy's thread once the window exists."""

from collections.abc import Callable

from msgspec import Struct

from hardware.audio.interface import Speech
from hardware.audio.simulator import SimulatedSpeech
from hardware.card_reader.simulator import SimulatedReader
from hardware.host.clock import Clock
from hardware.keypad.interface import Keypad
from hardware.keypad.simulator import SimulatedKeypad
from hardware.locker.simulator import SimulatedLockers
from hardware.presence.interface import Presence
from hardware.scanner.simulator import SimulatedScanner
from kiosk.bench_page.keypad import BenchKeypad
from kiosk.bench_page.kivy_mirror import KivyMirror
from kiosk.bench_page.page import BenchPage
from kiosk.bench_page.parts import SimulatedDevice
from kiosk.bench_page.pickup_desk import LockerBus, PickupDesk
from kiosk.bench_page.ticket_desk import TicketDesk
from kiosk.handlers.library import KioskLibrary
from kiosk.handlers.number_build import NumberParts
from kiosk.handlers.pickup_terminal import PickupTerminal
from kiosk.settings import KioskSettings


class BenchParts(Struct, frozen=True, kw_only=True):
    """What the page shows and breaks."""

    settings: KioskSettings
    clock: Clock
    library: KioskLibrary
    numbers: NumberParts
    presence: Presence
    pickup: PickupTerminal | None
    keypad: Keypad
    speech: Speech
    figures: Callable[[], str]
    """Today's waiting numbers as CSV."""
    demo_pin: str = ""


def build_bench_page(parts: BenchParts) -> BenchPage:
    """The page, not yet started.

    :raises OSError: its port is taken.
    """
    settings, library, numbers = parts.settings, parts.library, parts.numbers
    assert settings.bench_page is not None
    mirror = KivyMirror()
    mirror.plug_in()
    return BenchPage(
        port=settings.bench_page,
        title=f"{library.content.town.name.in_language(settings.language)}, {settings.kiosk}",
        devices=_simulated(parts),
        demo_pin=parts.demo_pin,
        figures=parts.figures,
        desk=TicketDesk(
            queues=numbers.queues,
            issuer=numbers.issuer,
            ledger=numbers.ledger,
            clock=parts.clock,
            concerns=lambda: library.content.concerns,
            in_ledger_thread=numbers.worker.do,
        ),
        screen=mirror,
        keypad=BenchKeypad(
            keypad=parts.keypad if isinstance(parts.keypad, SimulatedKeypad) else None,
            speech=parts.speech if isinstance(parts.speech, SimulatedSpeech) else None,
        ),
        pickup=_pickup_desk(parts.pickup),
    )


def _simulated(parts: BenchParts) -> list[SimulatedDevice]:
    """Those that can be broken by hand."""
    devices: list[object] = [parts.numbers.printer, parts.presence]
    if parts.pickup is not None:
        boards = parts.pickup.boards
        devices += [LockerBus(boards) if isinstance(boards, SimulatedLockers) else boards]
        devices += [parts.pickup.card_reader, parts.pickup.scanner]
    return [device for device in devices if isinstance(device, SimulatedDevice)]


def _pickup_desk(pickup: PickupTerminal | None) -> PickupDesk | None:
    """Where the locks are real ones, there are hands and doors enough."""
    if pickup is None or not isinstance(pickup.boards, SimulatedLockers):
        return None
    reader, scanner = pickup.card_reader, pickup.scanner
    return PickupDesk(
        view=lambda: pickup.worker.view,
        lockers=pickup.boards,
        reader=reader if isinstance(reader, SimulatedReader) else None,
        scanner=scanner if isinstance(scanner, SimulatedScanner) else None,
        cards=pickup.demo.cards if pickup.demo else (),
        city=pickup.demo.city if pickup.demo else None,
    )

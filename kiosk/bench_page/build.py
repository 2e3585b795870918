"""Puts the bench page together, out of what the kiosk has. Called in Kivy's thread once the window exists."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from hardware.audio.interface import Speech
from hardware.audio.simulator import SimulatedSpeech
from hardware.host.clock import Clock
from hardware.keypad.interface import Keypad
from hardware.keypad.simulator import SimulatedKeypad
from kiosk.bench_page.keypad import BenchKeypad
from kiosk.bench_page.kivy_mirror import KivyMirror
from kiosk.bench_page.page import BenchPage
from kiosk.bench_page.parts import SimulatedDevice
from kiosk.bench_page.ticket_desk import TicketDesk
from kiosk.handlers.library import KioskLibrary
from kiosk.handlers.ticket_worker import TicketWorker
from kiosk.settings import KioskSettings
from kiosk.ticketing.issuing import TicketIssuer
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.queues import Queues


class BenchParts(Struct, frozen=True, kw_only=True):
    """What the page shows and breaks."""

    settings: KioskSettings
    clock: Clock
    library: KioskLibrary
    queues: Queues
    issuer: TicketIssuer
    ledger: Ledger
    worker: TicketWorker
    devices: Sequence[object]
    """Those that are simulated are offered."""
    keypad: Keypad
    speech: Speech
    figures: Callable[[], str]
    """Today's waiting numbers as CSV."""
    demo_pin: str = ""


def build_bench_page(parts: BenchParts) -> BenchPage:
    """The page, not yet started.

    :raises OSError: its port is taken.
    """
    settings, library = parts.settings, parts.library
    assert settings.bench_page is not None
    mirror = KivyMirror()
    mirror.plug_in()
    return BenchPage(
        port=settings.bench_page,
        title=f"{library.content.town.name.in_language(settings.language)}, {settings.kiosk}",
        devices=[device for device in parts.devices if isinstance(device, SimulatedDevice)],
        demo_pin=parts.demo_pin,
        figures=parts.figures,
        desk=TicketDesk(
            queues=parts.queues,
            issuer=parts.issuer,
            ledger=parts.ledger,
            clock=parts.clock,
            concerns=lambda: library.content.concerns,
            in_ledger_thread=parts.worker.do,
        ),
        screen=mirror,
        keypad=BenchKeypad(
            keypad=parts.keypad if isinstance(parts.keypad, SimulatedKeypad) else None,
            speech=parts.speech if isinstance(parts.speech, SimulatedSpeech) else None,
        ),
    )

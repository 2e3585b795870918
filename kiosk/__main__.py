"""Builds the `kiosk` process: every object here, by keyword, then `.run()`."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from content.releases.current import CurrentContent
from hardware import registry
from hardware.host.clock import Clock, SystemClock
from hardware.host.service_manager import ServiceManager
from kiosk.demo_clock import opened_clock
from kiosk.handlers.background import Background
from kiosk.handlers.conductor import Conductor
from kiosk.handlers.keypad import KeypadHandler
from kiosk.handlers.library import KioskLibrary
from kiosk.handlers.number_build import build_numbers
from kiosk.handlers.papers import TicketPapers
from kiosk.handlers.pickup_build import PickupParts, build_pickup
from kiosk.handlers.quiet_devices import add_quiet_devices
from kiosk.handlers.reader import Reader
from kiosk.handlers.scanner import Scanner
from kiosk.handlers.sleeper import Sleeper
from kiosk.handlers.staff_build import StaffParts, build_corner
from kiosk.handlers.todays_content import TodaysContent
from kiosk.settings import KioskSettings
from kiosk.staff.kept import Keeper
from kiosk.ticketing.figures import as_csv
from kiosk.window_keys import window_keys

if TYPE_CHECKING:
    from kiosk.access.bridge import AccessBridge
    from kiosk.bench_page.page import BenchPage
    from kiosk.process import KioskProcess

DEMO_TOWN = Path(__file__).resolve().parents[1] / "content" / "musterstadt"


def build(
    settings: KioskSettings,
    *,
    state: Path,
    cache: Path,
    offscreen: bool,
    clock: Clock | None = None,
    scale: float = 1.0,
    started: Callable[["KioskProcess"], None] = lambda _: None,
    open_hours: bool = False,
    demo_pin: str = "",
) -> "KioskProcess":
    """Everything the kiosk is made of.

    :param state: folder for what must outlive the process (numbers, kept content).
    :param cache: folder that may be deleted.
    :param offscreen: draw without a display; the bench page shows the picture.
    :param scale: below 1, the whole picture is drawn smaller (a window on a developer's screen).
    :param started: told once everything runs.
    :param open_hours: for a demonstration: where the house is closed now, the clock begins when it is open.
    :param demo_pin: for a demonstration: opens the staff corner as long as no PIN was set.
    :raises ContentRejected: the content is bad and no good one is kept.
    :raises LedgerError: another kiosk runs on this folder, or the disk is full.
    """
    from kiosk.widgets.setup import prepare_kivy

    width, height = round(settings.panel.width * scale), round(settings.panel.height * scale)
    prepare_kivy(
        width=width,
        height=height,
        home=cache / "kivy",
        fullscreen=settings.panel.fullscreen and not offscreen and scale == 1.0,
        offscreen=offscreen,
    )
    from kiosk.app import KioskApp
    from kiosk.process import KioskProcess
    from kiosk.widgets.panel import Panel

    service = ServiceManager(os.environ)
    current = CurrentContent(settings.content or DEMO_TOWN, state / "content")
    clock = clock or (opened_clock(current.content.town) if open_hours else SystemClock())
    papers = TicketPapers(clock=clock, phone_address=settings.phone_address)
    keeper = Keeper(state / "staff")
    library = KioskLibrary(
        current=current,
        clock=clock,
        kiosk=settings.kiosk,
        language=settings.language,
        phone_number=papers.phone,
        today=TodaysContent(lambda: keeper.now.changes, clock),
    )
    papers.use(library)
    numbers = build_numbers(
        settings=settings,
        clock=clock,
        folder=state / "tickets",
        library=library,
        papers=papers,
        keeper=keeper,
        post=lambda event: conductor.post(event),
        tell_staff=service.status,
    )
    presence = registry.build("presence", settings.presence, clock=clock)
    display = registry.build("display", settings.display, clock=clock)
    power = registry.build("power", settings.power, clock=clock)
    background = Background("staff")
    corner = build_corner(
        StaffParts(
            clock=clock,
            settings=settings,
            folder=state / "staff",
            keeper=keeper,
            current=current,
            library=library,
            numbers=numbers,
            power=power,
            in_background=background,
            demo_pin=demo_pin,
        )
    )
    pickup = build_pickup(
        PickupParts(
            settings=settings,
            clock=clock,
            folder=state / "pickup",
            staff_folder=state / "staff",
            library=library,
            numbers=numbers,
            corner=corner,
            post=lambda event: conductor.post(event),
            tell_staff=service.status,
            demo=bool(demo_pin),
        )
    )
    speech = registry.build("speech", settings.speech, clock=clock)
    keypad = registry.build("keypad", settings.keypad, clock=clock)
    reader = Reader(speech=speech, clock=clock)
    conductor = Conductor(
        clock=clock,
        library=library,
        desk=numbers.worker,
        kiosk=settings.kiosk,
        language=settings.language,
        idle_seconds=settings.idle_seconds,
        answer_seconds=settings.answer_seconds,
        sleeper=Sleeper(clock=clock, sleep_minutes=settings.sleep_minutes, panel=display),
        view=settings.default_view.view(),
        portrait=height >= width,
        corner=corner,
        reader=reader,
        compartments=pickup.worker if pickup else None,
    )
    hands = KeypadHandler(
        conductor=conductor,
        reader=reader,
        scanner=Scanner(reader=reader, clock=clock, seconds=settings.scan_seconds, switches=settings.scan_switches),
        clock=clock,
    )
    panel = Panel(
        width_px=width,
        height_px=height,
        diagonal_inch=settings.panel.diagonal,
        lower_edge_mm=settings.panel.lower_edge,
        viewing_distance_mm=settings.panel.viewing_distance,
    )

    def make_bridge() -> "AccessBridge | None":
        from kiosk.access.connect import connect

        if not settings.accessibility_bridge:
            return None
        assert app.stage is not None
        return connect(stage=app.stage, acted=app.acted, environment=os.environ)

    add_quiet_devices(
        corner.devices,
        {
            "keypad": (settings.keypad.driver, lambda: keypad.trouble),
            "speech": (settings.speech.driver, lambda: speech.trouble),
            "presence": (settings.presence.driver, lambda: presence.state().trouble),
            "display": (settings.display.driver, lambda: display.state().trouble),
            **(pickup.devices(settings) if pickup else {}),
        },
    )

    def make_bench_page() -> "BenchPage":
        from kiosk.bench_page.build import BenchParts, build_bench_page

        return build_bench_page(
            BenchParts(
                settings=settings,
                clock=clock,
                library=library,
                numbers=numbers,
                presence=presence,
                pickup=pickup,
                keypad=keypad,
                speech=speech,
                figures=lambda: as_csv(corner.figures()),
                demo_pin=demo_pin,
            )
        )

    process: KioskProcess
    app = KioskApp(
        panel=panel,
        view=settings.default_view.view(),
        conductor=conductor,
        alive=service.alive,
        shown=lambda: process.shown(),
        hands=hands,
        keys={} if settings.keypad.driver == "disabled" else window_keys(settings.keypad.keys),
    )
    process = KioskProcess(
        app=app,
        conductor=conductor,
        current=current,
        library=library,
        numbers=numbers,
        presence=presence,
        display=display,
        speech=speech,
        keypad=keypad,
        hands=hands,
        pickup=pickup,
        background=background,
        corner=corner,
        service=service,
        make_bridge=make_bridge,
        make_bench_page=None if settings.bench_page is None else make_bench_page,
        started=started,
    )
    return process

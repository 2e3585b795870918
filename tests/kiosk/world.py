"""A kiosk on the demo town without a window: real content, real ledger, simulated printer, a clock that is moved."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from zoneinfo import ZoneInfo

from content.releases.current import CurrentContent
from hardware.audio.settings import SpeechSettings
from hardware.audio.simulator import SimulatedSpeech
from hardware.host.clock import FakeClock
from hardware.keypad.interface import Key
from hardware.power.settings import PowerSettings
from hardware.power.simulator import SimulatedPower
from hardware.printer.settings import PrinterSettings
from hardware.printer.simulator import SimulatedPrinter
from hardware.printer.switch import SwitchedPrinter
from kiosk.flows import events as e
from kiosk.flows.session import S
from kiosk.flows.view import View
from kiosk.handlers.background import Background
from kiosk.handlers.conductor import Conductor
from kiosk.handlers.keypad import KeypadHandler
from kiosk.handlers.library import KioskLibrary
from kiosk.handlers.number_build import NumberParts
from kiosk.handlers.papers import TicketPapers
from kiosk.handlers.partners import Compartments
from kiosk.handlers.pickup_build import PickupParts, build_pickup
from kiosk.handlers.reader import Reader
from kiosk.handlers.scanner import Scanner
from kiosk.handlers.staff_build import StaffParts, build_corner
from kiosk.handlers.ticket_worker import TicketWorker
from kiosk.handlers.todays_content import TodaysContent
from kiosk.presenters.contents import Question, Screen
from kiosk.presenters.staff.contents import StaffScreen
from kiosk.settings import KioskSettings
from kiosk.staff.kept import Keeper
from kiosk.ticketing.issuing import TicketIssuer
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.office_hours import OfficeHours
from kiosk.ticketing.queues import Queues

DEMO = Path(__file__).resolve().parents[2] / "content" / "musterstadt"
WEDNESDAY = datetime(2026, 11, 25, 10, 42, tzinfo=ZoneInfo("Europe/Berlin"))
PIN = "246810"
PATIENCE_SECONDS = 20.0


@cache
def compiled() -> Path:
    """The demo town checked once for all tests of this process."""
    folder = Path(mkdtemp(prefix="lotse-tests-"))
    CurrentContent(DEMO, folder)
    return folder


class Kiosk:
    """What a visitor without eyes and fingers has: events in, screens out."""

    def __init__(
        self,
        folder: Path,
        content: Path = DEMO,
        view: View | None = None,
        *,
        letters_per_second: float = 0,
        scan_switches: int = 1,
        compartments: Compartments | None = None,
        settings: KioskSettings | None = None,
    ) -> None:
        """:param settings: with columns of doors, it is a pickup terminal as well, with a simulated city.

        :param letters_per_second: how fast the simulated voice speaks; 0: it needs no time."""
        self.clock = FakeClock(WEDNESDAY)
        self.said_to_staff: list[str] = []
        self.current = CurrentContent(content, compiled() if content == DEMO else folder / "content")
        self.keeper = Keeper(folder / "staff")
        self.power = SimulatedPower(PowerSettings(driver="simulator"), clock=self.clock)
        self.background = Background("staff")
        papers = TicketPapers(clock=self.clock, phone_address=None)
        self.library = KioskLibrary(
            current=self.current,
            clock=self.clock,
            kiosk="KIOSK-1",
            language="de",
            phone_number=papers.phone,
            today=TodaysContent(lambda: self.keeper.now.changes, self.clock),
        )
        papers.use(self.library)
        self.printer = SimulatedPrinter(PrinterSettings(driver="simulator", simulated_seconds=0.0), clock=self.clock)
        self.switched = SwitchedPrinter(self.printer, resting="printer" in self.keeper.now.out_of_service)
        self.ledger = Ledger(folder / "tickets", self.clock)
        opening = OfficeHours(lambda: self.library.content)
        self.queues = Queues(
            ledger=self.ledger, clock=self.clock, concerns=lambda: self.library.content.concerns, opening=opening
        )
        issuer = TicketIssuer(
            ledger=self.ledger,
            printer=self.switched,
            clock=self.clock,
            concerns=lambda: self.library.content.concerns,
            opening=opening,
            compose=papers.ticket,
        )
        self.worker = TicketWorker(
            issuer=issuer,
            queues=self.queues,
            printer=self.switched,
            clock=self.clock,
            compose_way=papers.way,
            post=lambda event: self.conductor.post(event),
            tell_staff=self.said_to_staff.append,
        )
        numbers = NumberParts(
            ledger=self.ledger,
            printer=self.printer,
            switched=self.switched,
            queues=self.queues,
            issuer=issuer,
            worker=self.worker,
        )
        self.corner = build_corner(
            StaffParts(
                clock=self.clock,
                settings=KioskSettings(),
                folder=folder / "staff",
                keeper=self.keeper,
                current=self.current,
                library=self.library,
                numbers=numbers,
                power=self.power,
                in_background=self.background,
                demo_pin=PIN,
            )
        )
        self.pickup = build_pickup(
            PickupParts(
                settings=settings or KioskSettings(),
                clock=self.clock,
                folder=folder / "pickup",
                staff_folder=folder / "staff",
                library=self.library,
                numbers=numbers,
                corner=self.corner,
                post=lambda event: self.conductor.post(event),
                tell_staff=self.said_to_staff.append,
                demo=True,
                sleep=self.clock.advance,
            )
        )
        if self.pickup is not None:
            compartments = self.pickup.worker
        self.speech = SimulatedSpeech(SpeechSettings(simulated_letters_per_second=letters_per_second), clock=self.clock)
        self.reader = Reader(speech=self.speech, clock=self.clock)
        self.conductor = Conductor(
            clock=self.clock,
            library=self.library,
            desk=self.worker,
            kiosk="KIOSK-1",
            view=view,
            corner=self.corner,
            reader=self.reader,
            compartments=compartments,
        )
        scanner = Scanner(reader=self.reader, clock=self.clock, seconds=1.5, switches=scan_switches)
        self.hands = KeypadHandler(conductor=self.conductor, reader=self.reader, scanner=scanner, clock=self.clock)
        self.marked: tuple[str, ...] = ()
        self.hands.mark = self._mark
        self.screen: Screen | StaffScreen | None = None
        self.question: Question | None = None
        self.conductor.show = self._show
        self.conductor.ask = self._ask

    def _show(self, screen: Screen | StaffScreen) -> None:
        self.screen = screen

    def _ask(self, question: Question | None) -> None:
        self.question = question

    def _mark(self, test_ids: tuple[str, ...]) -> None:
        self.marked = test_ids

    def keys(self, *keys: Key) -> list[str]:
        """Keys of the keypad, one after the other; what was said meanwhile."""
        before = len(self.speech.said())
        for key in keys:
            self.hands.press(key)
            self.hands.tick()
            self.conductor.tick()
        return [said.utterance.text for said in self.speech.said()[before:]]

    @property
    def state(self) -> S:
        return self.conductor.session.state

    def touch(self, *events: e.Event) -> None:
        """What a visitor does, one after the other."""
        for event in events:
            self.conductor.emit(event)

    def until(self, condition: Callable[[], bool]) -> None:
        """Tick until it holds; the worker's thread is a real one."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < end, f"still {self.state}"
            self.conductor.tick()
            time.sleep(0.005)

    def wait(self, seconds: float) -> None:
        """Let the kiosk's clock run."""
        self.clock.advance(seconds)
        self.hands.tick()
        self.conductor.tick()


@contextmanager
def running(
    folder: Path,
    content: Path = DEMO,
    view: View | None = None,
    *,
    letters_per_second: float = 0,
    scan_switches: int = 1,
    compartments: Compartments | None = None,
    settings: KioskSettings | None = None,
) -> Iterator[Kiosk]:
    """A kiosk whose worker works."""
    kiosk = Kiosk(
        folder,
        content,
        view,
        letters_per_second=letters_per_second,
        scan_switches=scan_switches,
        compartments=compartments,
        settings=settings,
    )
    kiosk.worker.start()
    if kiosk.pickup is not None:
        kiosk.pickup.start()
        kiosk.pickup.listen()
    kiosk.conductor.tick()
    try:
        yield kiosk
    finally:
        if kiosk.pickup is not None:
            kiosk.pickup.close()
        kiosk.background.stop()
        kiosk.worker.stop()
        kiosk.printer.close()
        kiosk.ledger.close()
        kiosk.current.close()

"""The life of the `kiosk` process: begins in an order that shows a picture soon, ends so that nothing is lost."""

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from content.releases.current import CurrentContent
from hardware.audio.interface import Speech
from hardware.display.interface import Display
from hardware.host.service_manager import ServiceManager
from hardware.keypad.interface import Keypad
from hardware.presence.interface import Presence
from kiosk.app import KioskApp
from kiosk.flows import events as e
from kiosk.handlers.background import Background
from kiosk.handlers.conductor import Conductor
from kiosk.handlers.keypad import KeypadHandler
from kiosk.handlers.library import KioskLibrary
from kiosk.handlers.number_build import NumberParts
from kiosk.handlers.pickup_terminal import PickupTerminal
from kiosk.handlers.staff_corner import StaffCorner

if TYPE_CHECKING:
    from kiosk.access.bridge import AccessBridge
    from kiosk.bench_page.page import BenchPage

log = logging.getLogger(__name__)


class KioskProcess:
    """Everything that was built, run together."""

    def __init__(
        self,
        *,
        app: KioskApp,
        conductor: Conductor,
        current: CurrentContent,
        library: KioskLibrary,
        numbers: NumberParts,
        presence: Presence,
        display: Display,
        speech: Speech,
        keypad: Keypad,
        hands: KeypadHandler,
        pickup: PickupTerminal | None,
        background: Background,
        corner: StaffCorner,
        service: ServiceManager,
        make_bridge: "Callable[[], AccessBridge | None]",
        make_bench_page: "Callable[[], BenchPage] | None",
        started: Callable[["KioskProcess"], None],
    ) -> None:
        """:param pickup: None: this machine has no compartments.

        :param make_bridge: called in Kivy's thread after the first picture; None comes back where none can work.

        :param make_bench_page: called in Kivy's thread once the window exists; None: no such page.

        :param started: told once everything runs.
        """
        self.app, self.conductor, self.library = app, conductor, library
        self.ledger, self.printer, self.worker = numbers.ledger, numbers.printer, numbers.worker
        self.presence, self.display = presence, display
        self.pickup = pickup
        self.corner, self._background = corner, background
        self.speech, self.keypad = speech, keypad
        self._hands = hands
        self._current, self._service = current, service
        self._make_bridge, self._make_bench_page, self._started = make_bridge, make_bench_page, started
        self.bridge: AccessBridge | None = None
        self.bench_page: BenchPage | None = None
        self.serving = False
        """True from the first picture on."""

    def run(self) -> None:
        """Until the window is closed or the process is told to end."""
        with self.opened():
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, self._told_to_end)
            self.app.run()

    @contextmanager
    def opened(self) -> Iterator[None]:
        """The worker works; on leaving, everything is stopped and closed in the order that loses nothing."""
        with ExitStack() as ending:
            ending.callback(self.ledger.close)
            ending.callback(self.printer.close)
            ending.callback(self.display.close)
            ending.callback(self.presence.close)
            ending.callback(self.speech.close)
            ending.callback(self.keypad.close)
            ending.callback(self._current.close)
            ending.callback(self.worker.stop)
            if self.pickup is not None:
                ending.callback(self.pickup.close)
            ending.callback(self._background.stop)
            ending.callback(self._close_bench_page)
            ending.callback(self._close_bridge)
            ending.callback(self._service.stopping)
            self.worker.start()
            if self.pickup is not None:
                self.pickup.start()
            yield

    def shown(self) -> None:
        """After the first picture: what visitors need next, then what staff and developers need."""
        self._service.ready("serving")
        self.library.prepare()
        self.bridge = self._make_bridge()
        self.keypad.start(self._hands.press)
        if self._make_bench_page is not None:
            self.bench_page = self._make_bench_page()
            self.bench_page.start()
        if self.pickup is not None:
            self.pickup.listen()
        self.presence.start(lambda: self.conductor.post(e.MotionSeen()))
        self.serving = True
        self._started(self)

    def _told_to_end(self, number: int, _frame: FrameType | None) -> None:
        log.info("told to end (%s)", signal.Signals(number).name)
        self.app.stop()

    def _close_bridge(self) -> None:
        if self.bridge is not None:
            self.bridge.close()

    def _close_bench_page(self) -> None:
        if self.bench_page is not None:
            self.bench_page.stop()

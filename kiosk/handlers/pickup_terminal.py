"""Everything at the compartments, run together: locks, card reader, scanner, the worker and the city's agent."""

from collections.abc import Callable, Sequence
from typing import Protocol

from hardware.card_reader.interface import CardReader
from hardware.locker.interface import LockerBoards
from hardware.scanner.interface import Scan, Scanner
from kiosk.flows.events import Event
from kiosk.flows.pickup_events import CodeScanned
from kiosk.handlers.loading import LoadingHandler
from kiosk.handlers.partners import Compartments
from kiosk.handlers.pickup_demo import Demo
from kiosk.settings import KioskSettings


class Worker(Compartments, Protocol):
    """The thread at the lockers, or what stands for it where the ledger is damaged."""

    def start(self) -> None:
        """Work from now on."""
        ...

    def stop(self) -> None:
        """End after the work in hand."""
        ...


class Agent(Protocol):
    """Talks with the city in a thread of its own."""

    def start(self) -> None:
        """From now on."""
        ...

    def stop(self) -> None:
        """No more."""
        ...


class PickupTerminal:
    """Started, listening, and closed in an order that loses nothing."""

    def __init__(
        self,
        *,
        worker: Worker,
        boards: LockerBoards,
        card_reader: CardReader,
        scanner: Scanner,
        loading: LoadingHandler | None,
        agent: Agent | None,
        close_files: Sequence[Callable[[], None]],
        post: Callable[[Event], None],
        demo: Demo | None = None,
    ) -> None:
        """:param loading: what staff do; None: nothing can be done.

        :param agent: None: this terminal knows no city.
        :param close_files: called last.
        :param post: takes codes that were scanned to the flows.
        """
        self.worker, self.boards, self.card_reader, self.scanner = worker, boards, card_reader, scanner
        self.demo = demo
        """What a demonstration has besides: a simulated city, staff cards."""
        self._loading, self._agent, self._close_files, self._post = loading, agent, close_files, post

    def start(self) -> None:
        """Settle what a crash left behind, then work."""
        self.worker.start()
        if self._agent is not None:
            self._agent.start()

    def listen(self) -> None:
        """Cards and codes count from now on."""
        if self._loading is not None:
            self.card_reader.start(self._loading.card)
        self.scanner.start(self._scanned)

    def close(self) -> None:
        """Devices tell nothing more, work in hand is ended, then ledger and bus are let go."""
        self.scanner.close()
        self.card_reader.close()
        if self._agent is not None:
            self._agent.stop()
        self.worker.stop()
        self.boards.close()
        for close in self._close_files:
            close()

    def devices(self, settings: KioskSettings) -> dict[str, tuple[str, Callable[[], str]]]:
        """For the staff corner: driver, and what is wrong now."""
        return {
            "locker": (settings.locker.driver, self._boards_trouble),
            "card_reader": (settings.card_reader.driver, lambda: self.card_reader.state().trouble),
            "scanner": (settings.scanner.driver, lambda: self.scanner.state().trouble),
        }

    def _boards_trouble(self) -> str:
        return next((one.trouble for one in self.boards.boards().values() if one.trouble), "")

    def _scanned(self, scan: Scan) -> None:
        """Staff scan bookings, visitors their codes."""
        if self._loading is None or not self._loading.scan(scan):
            self._post(CodeScanned(scan.text))

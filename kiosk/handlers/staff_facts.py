"""What the staff's screens show of the kiosk at this moment, asked for at most once a second and only where shown."""

import logging
from collections.abc import Callable
from datetime import datetime

from msgspec import Struct

from content.model.content import Content, Problem
from hardware.host.clock import Clock
from kiosk.flows.staff import OUTSIDE, St, Staff
from kiosk.handlers.devices import Devices
from kiosk.pickup.model import TerminalView
from kiosk.presenters.staff.world import DeviceView, StaffWorld
from kiosk.staff.faults import Fault, FaultLog
from kiosk.staff.kept import Keeper, Kept
from kiosk.ticketing.errors import LedgerError
from kiosk.ticketing.figures import DAYS, DayFigures, figures
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.settling import Unsettled, unsettled

log = logging.getLogger(__name__)

FIGURES_SECONDS = 10.0


class ContentFacts(Struct, frozen=True, kw_only=True):
    """Callables that tell of the content."""

    now: Callable[[], Content]
    """With today's other hours."""
    usual: Callable[[], Content]
    since: Callable[[], datetime]
    problems: Callable[[], tuple[Problem, ...]]


class Snapshot(Struct, frozen=True, kw_only=True):
    """Facts of one moment; equal ones show the same screen."""

    minute: int
    """Of the day."""
    version: str
    kept: Kept
    devices: tuple[DeviceView, ...]
    unsettled: tuple[Unsettled, ...]
    problems: tuple[Problem, ...]
    faults: tuple[Fault, ...]
    figures: DayFigures | None
    terminal: TerminalView


class StaffFacts:
    """Used from the screen's thread; reads of the ledger take about a millisecond."""

    def __init__(
        self,
        *,
        clock: Clock,
        kiosk: str,
        language: str,
        content: ContentFacts,
        devices: Devices,
        keeper: Keeper,
        faults: FaultLog,
        ledger: Ledger,
        can_reboot: bool,
        technician: str,
    ) -> None:
        self._clock, self._kiosk, self._language, self._content = clock, kiosk, language, content
        self._devices, self._keeper, self._faults, self._ledger = devices, keeper, faults, ledger
        self._can_reboot, self._technician = can_reboot, technician
        self._signed_in_at: datetime | None = None
        self.terminal: Callable[[], TerminalView] = TerminalView
        """The compartments, where there are some."""
        self._snapshot: Snapshot | None = None
        self._figures: tuple[float, DayFigures] | None = None

    def kept(self) -> Kept:
        """What staff set."""
        return self._keeper.now

    def faults(self) -> tuple[Fault, ...]:
        """The last ones, newest first."""
        return self._faults.all

    def signed_in(self, at: datetime) -> None:
        """Somebody signed in."""
        self._signed_in_at = at

    def forget(self) -> None:
        """Something changed: ask anew. From any thread."""
        self._snapshot = None

    def look(self) -> tuple[DeviceView, ...]:
        """Ask anew; called once a second, closed or not. Gives the devices, for the list of faults."""
        self.forget()
        return self._devices.views(self._language)

    def now(self, staff: Staff) -> Snapshot:
        """The facts that the screen of `staff` needs."""
        known = self._snapshot
        if known is None:
            known = self._snapshot = self._ask(staff)
        return known

    def _ask(self, staff: Staff) -> Snapshot:
        inside, moment = staff.state not in OUTSIDE, self._clock.now()
        return Snapshot(
            minute=moment.hour * 60 + moment.minute,
            version=self._content.now().version,
            kept=self._keeper.now,
            devices=self._devices.views(staff.language) if inside else (),
            unsettled=self._unsettled() if staff.state in (St.MENU, St.TICKETS) else (),
            problems=self._content.problems() if inside else (),
            faults=self._faults.all if inside else (),
            figures=self._day() if staff.state is St.FIGURES else None,
            terminal=self.terminal(),
        )

    def _unsettled(self) -> tuple[Unsettled, ...]:
        try:
            return unsettled(self._ledger, self._clock)
        except LedgerError:
            log.exception("tickets to settle could not be read")
            return ()

    def day(self) -> DayFigures:
        """The day's figures now; from any thread.

        :raises LedgerError: the ledger cannot be read.
        """
        today = self._clock.now().date()
        contingents = {one.id: one.daily_contingent for one in self._content.usual().concerns.values()}
        with self._ledger.read() as page:
            tickets = page.tickets_of_days(today, DAYS)
        return figures(tickets, today, contingents)

    def _day(self) -> DayFigures | None:
        now = self._clock.monotonic()
        if self._figures is not None and now - self._figures[0] < FIGURES_SECONDS:
            return self._figures[1]
        try:
            self._figures = (now, self.day())
        except LedgerError:
            log.exception("the day's figures could not be read")
            return None
        return self._figures[1]

    def world(
        self,
        facts: Snapshot,
        *,
        last_digit: str,
        wait_seconds: int,
        signs_off_in: int,
        settling: str,
        settling_seconds: int,
    ) -> StaffWorld:
        """Everything for a presenter."""
        return StaffWorld(
            kiosk=self._kiosk,
            now=self._clock.now(),
            content=self._content.now(),
            usual=self._content.usual(),
            kept=facts.kept,
            last_digit=last_digit,
            wait_seconds=wait_seconds,
            signed_in_at=self._signed_in_at,
            signs_off_in=signs_off_in,
            devices=facts.devices,
            unsettled=facts.unsettled,
            settling=settling,
            settling_seconds=settling_seconds,
            content_since=self._content.since(),
            problems=facts.problems,
            faults=facts.faults,
            figures=facts.figures,
            terminal=facts.terminal,
            can_reboot=self._can_reboot,
            technician=self._technician,
        )

"""What the staff corner does to the rest of the kiosk: devices, tickets, pause, today's hours, restart, faults."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from hardware.errors import HardwareError
from hardware.host.clock import Clock
from hardware.power.interface import Power
from hardware.printer.interface import Printer
from kiosk.flows import staff_effects as do
from kiosk.flows import staff_events as e
from kiosk.flows.events import Event
from kiosk.flows.flow import Effect
from kiosk.handlers.devices import Devices
from kiosk.handlers.ticket_worker import TicketWorker
from kiosk.presenters.staff.closing import PAUSES, REASONS
from kiosk.presenters.staff.world import DeviceView
from kiosk.staff.faults import Fault, FaultLog
from kiosk.staff.kept import Change, Keeper, Pause
from kiosk.texts import say_staff
from kiosk.ticketing.errors import LedgerError
from kiosk.ticketing.issuing import TicketIssuer
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.model import TicketState
from kiosk.ticketing.page import EVERY_CONCERN
from kiosk.ticketing.queues import Queues
from kiosk.ticketing.settling import How

log = logging.getLogger("kiosk.staff")

Answer = Callable[[Event], None]
InBackground = Callable[[Callable[[], None]], None]
BY_CORNER = "staff corner"
"""Who paused, in the ledger."""
ALARMING_SECONDS = 60.0
"""From this wait on, wrong PINs stand in the list of faults."""


class StaffTasks:
    """Each task ends with one event, whatever happens."""

    def __init__(
        self,
        *,
        clock: Clock,
        devices: Devices,
        worker: TicketWorker,
        issuer: TicketIssuer,
        queues: Queues,
        ledger: Ledger,
        printer: Printer,
        power: Power,
        keeper: Keeper,
        faults: FaultLog,
        language: str,
    ) -> None:
        self._clock, self._devices, self._worker, self._issuer = clock, devices, worker, issuer
        self._queues, self._ledger, self._printer, self._power = queues, ledger, printer, power
        self._keeper, self._faults, self._language = keeper, faults, language

    def carry_out(self, effect: Effect, role: str, answer: Answer, in_background: InBackground) -> None:
        """Begin it; `answer` takes what came of it, from another thread."""
        if isinstance(effect, do.TellDevice):
            self._devices.do(effect.device, effect.action, answer)
        elif isinstance(effect, do.Settle):
            self._worker.do(_answered(lambda: self._settle(effect, role), answer))
        elif isinstance(effect, do.Reboot):
            self._worker.do(_answered(self._reboot, answer))
        elif isinstance(effect, do.BeginPause):
            in_background(_answered(lambda: self._begin_pause(effect), answer))
        elif isinstance(effect, do.EndPause):
            in_background(lambda: self.end_pause(answer))
        elif isinstance(effect, do.ChangeHours):
            in_background(_answered(lambda: self._change_hours(effect), answer))
        elif isinstance(effect, do.RestoreHours):
            in_background(_answered(lambda: self._restore_hours(effect), answer))

    # --- tickets and the machine, in the worker's thread -------------------------------------------------------------

    def _settle(self, effect: do.Settle, role: str) -> Event:
        try:
            ticket = self._issuer.settle(effect.ticket, effect.how, by=role or "staff")
            if effect.how != How.REPLACE:
                return e.Answered("staff.tickets.settled", "ok", ticket.label)
            ticket = self._issuer.print(ticket.id)
        except LedgerError as fault:
            log.warning("ticket %s was not settled: %s", effect.ticket, fault)
            return e.Answered("staff.tickets.no_more", "warn")
        printed = ticket.state is TicketState.PRINTED
        key = "staff.tickets.replaced" if printed else "staff.tickets.replaced_no_paper"
        return e.Answered(key, "ok" if printed else "warn", ticket.label)

    def _reboot(self) -> Event | None:
        """Here nothing is being printed; a printer that answers and still holds a ticket is waited for."""
        status = self._printer.status()
        if status.answers and status.holds_job:
            return e.RebootRefused("staff.reboot.paper")
        try:
            self._power.reboot()
        except HardwareError as fault:
            log.warning("restart refused: %s", fault)
            return e.RebootRefused("staff.reboot.refused")
        return None

    # --- pause and hours, in the background --------------------------------------------------------------------------

    def _begin_pause(self, effect: do.BeginPause) -> Event:
        now = self._clock.now()
        until = now + timedelta(minutes=effect.minutes) if effect.minutes else None
        reason = effect.reason if effect.reason in PAUSES else PAUSES[0]
        self._keeper.change(pause=Pause(reason=reason, since=now, until=until))
        self.pause_numbers()
        return e.Answered("staff.pause.begun", "warn")

    def end_pause(self, answer: Answer) -> None:
        """By hand or by the clock."""

        def end() -> Event:
            self._keeper.change(pause=None)
            self.pause_numbers()
            return e.Answered("staff.pause.ended")

        _answered(end, answer)()

    def pause_numbers(self) -> None:
        """Have the ledger follow the pause; also at the start, where a crash may have parted them."""
        self._worker.do(self._follow)

    def _follow(self) -> None:
        with self._ledger.read() as page:
            known = page.pauses().get(EVERY_CONCERN)
        wanted = self._keeper.now.pause is not None
        if wanted and known is None:
            self._queues.pause(None, by=BY_CORNER)
        elif not wanted and known is not None and known.by == BY_CORNER:
            self._queues.resume(None, by=BY_CORNER)

    def _change_hours(self, effect: do.ChangeHours) -> Event:
        now = self._clock.now()
        change = Change(
            scope=effect.scope,
            kind="close" if effect.kind == "close" else "open",
            minute=effect.minute,
            since_minute=now.hour * 60 + now.minute,
            reason=effect.reason if effect.reason in REASONS else REASONS[0],
            day=now.date(),
        )
        self._keeper.set_change(change)
        return e.Answered("staff.hours.set")

    def _restore_hours(self, effect: do.RestoreHours) -> Event:
        self._keeper.drop_change(effect.scope, self._clock.now().date())
        return e.Answered("staff.hours.restored")

    # --- faults ------------------------------------------------------------------------------------------------------

    def note_faults(self, views: tuple[DeviceView, ...]) -> None:
        """Write down what began or ended since the last time."""
        now = self._clock.now()
        for view in views:
            self._note(view.id, _fault(view, now) if view.trouble else None, now)

    def pin_was_wrong(self, wait: float) -> None:
        """Several wrong PINs are something staff should know."""
        if wait < ALARMING_SECONDS:
            return
        words = [say_staff(key, self._language) for key in ("staff.pins", "staff.pins.what", "staff.pins.do")]
        now = self._clock.now()
        name, what, remedy = words
        fault = Fault(source="pins", code="pins.wrong", name=name, what=what, remedy=remedy, since=now)
        self._note("pins", fault, now)

    def pin_was_right(self) -> None:
        """Nobody guesses any more."""
        self._note("pins", None, self._clock.now())

    def _note(self, source: str, fault: Fault | None, now: datetime) -> None:
        try:
            self._faults.note(fault, source, now)
        except OSError as reason:
            log.error("the list of faults could not be written: %s", reason)


def _fault(view: DeviceView, now: datetime) -> Fault:
    what = view.advice[0] if view.advice else view.state
    remedy = view.advice[1] if len(view.advice) > 1 else ""
    return Fault(
        source=view.id, code=view.trouble, name=f"{view.name}: {view.state}", what=what, remedy=remedy, since=now
    )


def _answered(work: Callable[[], Event | None], answer: Answer) -> Callable[[], None]:
    """`work`, whose result or fault is always answered."""

    def do_it() -> None:
        try:
            event = work()
        except (OSError, LedgerError) as fault:
            log.error("staff's wish could not be stored: %s", fault)
            event = e.Answered("staff.disk", "fault")
        except Exception:  # the screen must hear of it, whatever it was
            log.exception("staff's wish could not be done")
            event = e.Answered("staff.failed", "fault")
        if event is not None:
            answer(event)

    return do_it

"""The one thread at the lockers: gives effects to custody, tells outcomes as events, and looks at doors and clock.

It decides nothing about who may open what, and moves no lock: custody does.
"""

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from typing import Literal, Protocol

from hardware.host.clock import Clock
from kiosk.flows import pickup_effects as fx
from kiosk.flows import pickup_events as p
from kiosk.handlers import pickup_answers
from kiosk.handlers.door_watch import DoorWatch
from kiosk.pickup.model import Alarm, DoorState, TerminalView
from kiosk.pickup.records import Problem
from kiosk.pickup.settings import PickupSettings
from kiosk.pickup.verdicts import CodeVerdict, FactorAccepted, FactorVerdict, OpenVerdict
from kiosk.pickup.words import Document, Statement, Who

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.25
"""How often an open door is asked."""
TICK_SECONDS = 1.0
"""How often custody looks at its clock and at all doors."""

ANSWERED = (fx.CheckCode, fx.CheckFactor, fx.OpenCompartment, fx.TellDoor, fx.ConfirmTaken)
"""Effects whose visitor waits for an event."""


class Custody(Protocol):
    """What this worker needs of `kiosk.pickup.custody`: called from its thread alone, but for `view`."""

    @property
    def view(self) -> TerminalView:
        """From any thread."""
        ...

    def start(self) -> None:
        """Compare doors and ledger; opens nothing."""
        ...

    def tick(self) -> None:
        """Expiry, doors opened unbidden, alarms."""
        ...

    def check_code(self, visit: str, text: str) -> CodeVerdict:
        """Typed digits, or the text of a QR code."""
        ...

    def check_factor(self, visit: str, who: Who, index: int, value: str) -> FactorVerdict:
        """Whether this visitor may collect."""
        ...

    def leave(self, visit: str) -> None:
        """Forget what was proven."""
        ...

    def state_(self, visit: str, pickup: str, statements: Sequence[Statement]) -> None:
        """What was confirmed in text form."""
        ...

    def hand_in(self, visit: str, pickup: str) -> None:
        """The old document is in the slot."""
        ...

    def open_to_collect(self, visit: str, pickup: str, again: bool = False) -> OpenVerdict:
        """Intent on disk, then one pulse."""
        ...

    def door_now(self, compartment: str) -> DoorState:
        """What its sensor says."""
        ...

    def told_door(self, visit: str, pickup: str, said: Literal["open", "closed"]) -> None:
        """What the visitor says of a door whose sensor says nothing."""
        ...

    def closed_after_collect(self, visit: str, pickup: str) -> Literal["done", "ask"]:
        """The door was seen closed."""
        ...

    def confirm_taken(self, visit: str, pickup: str, told: bool) -> tuple[Document, ...]:
        """On disk; what may still be taken."""
        ...

    def report(self, visit: str, pickup: str, problem: Problem) -> None:
        """Written down; staff are called."""
        ...


Work = fx.PickupEffect | Callable[[], None]


class PickupWorker:
    """Collecting, loading and the city's messages, one thing after the other."""

    def __init__(
        self,
        *,
        custody: Custody,
        settings: PickupSettings,
        clock: Clock,
        post: Callable[[p.PickupEvent], None],
        print_receipt: Callable[[fx.PrintReceipt, Document], None],
        tell_staff: Callable[[str], None] = lambda _: None,
        look: Callable[[bool], None] = lambda _: None,
    ) -> None:
        """:param post: takes events from this thread to the flows.

        :param print_receipt: has a receipt printed, and tells the flows how that went.
        :param tell_staff: takes one line whenever alarms change.
        :param look: lets the scanner look for codes, or rest.
        """
        self._custody, self._clock, self._post, self._print_receipt = custody, clock, post, print_receipt
        self._tell_staff, self._look = tell_staff, look
        self._work: queue.Queue[Work | None] = queue.Queue()
        self._door = DoorWatch(doors=custody, settings=settings, clock=clock, post=post)
        self._documents: dict[str, Document] = {}
        self._alarms: tuple[Alarm, ...] = ()
        self._ticked, self._ails = float("-inf"), False
        self.watchers: list[Callable[[], None]] = []
        """Called after each piece of work and several times a second, in this thread: who else looks at doors."""
        self._thread = threading.Thread(target=self._run, name="lockers", daemon=True)

    # --- from the screen's thread --------------------------------------------------------------------------------

    def start(self) -> None:
        """Settle what a crash left behind, then work."""
        self._work.put(self._custody.start)
        self._thread.start()

    def stop(self) -> None:
        """End after the work in hand."""
        self._work.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout=30)

    def do(self, effect: fx.PickupEffect) -> None:
        """Take an effect; its outcome comes back as events of its visit."""
        self._work.put(effect)

    def run(self, work: Callable[[], None]) -> None:
        """Have something done in this thread, where custody may be called; from any thread."""
        self._work.put(work)

    def leave(self, visit: str) -> None:
        """A visit is over: what was proven in it counts no longer."""
        self._work.put(lambda: self._left(visit))

    def look(self, wanted: bool) -> None:
        """Whether codes are to be read now."""
        self._look(wanted)

    @property
    def view(self) -> TerminalView:
        """The terminal as it was a moment ago."""
        return self._custody.view

    # --- in the lockers' thread ----------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            try:
                work = self._work.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                self._look_around()
                continue
            if work is None:
                return
            try:
                self._one(work)
            except Exception:
                log.exception("the lockers could not do it")
                self._tell_fault(work)
            self._look_around()

    def _one(self, work: Work) -> None:
        match work:
            case fx.CheckCode(visit, code):
                verdict = self._custody.check_code(visit, code)
                self._post(pickup_answers.of_code(visit, verdict, self._clock.now()))
            case fx.CheckFactor():
                self._check_factor(work)
            case fx.OpenCompartment():
                self._open(work)
            case fx.MakeStatement(visit, pickup, statements):
                self._custody.state_(visit, pickup, statements)
            case fx.NoteHandIn(visit, pickup):
                self._custody.hand_in(visit, pickup)
            case fx.TellDoor():
                self._told(work)
            case fx.ConfirmTaken():
                self._confirm(work)
            case fx.ReportProblem():
                self._report(work)
            case fx.PrintReceipt():
                self._print_receipt(work, self._documents[work.pickup])
            case _:
                work()  # type: ignore[operator]  # an effect that is none of these is a fault of ours

    def _check_factor(self, wish: fx.CheckFactor) -> None:
        verdict = self._custody.check_factor(wish.visit, wish.who, wish.index, wish.value)
        if isinstance(verdict, FactorAccepted):
            self._documents = {one.pickup: one for one in verdict.documents}
        self._post(pickup_answers.of_factor(wish.visit, verdict, self._clock.now()))

    def _open(self, wish: fx.OpenCompartment) -> None:
        verdict = self._custody.open_to_collect(wish.visit, wish.pickup, wish.again)
        event = pickup_answers.of_opening(wish.visit, verdict)
        if not isinstance(event, p.PickupRefused):
            self._door.begin(wish.visit, wish.pickup, verdict.compartment)  # type: ignore[union-attr]  # all but Refused
            if isinstance(event, p.DoorOpened):
                self._door.opened()
        self._post(event)

    def _told(self, wish: fx.TellDoor) -> None:
        self._custody.told_door(wish.visit, wish.pickup, wish.said)
        if wish.said == "open":
            self._door.opened()
        else:
            self._door.told_closed()

    def _confirm(self, wish: fx.ConfirmTaken) -> None:
        left = self._custody.confirm_taken(wish.visit, wish.pickup, told=self._door.asked)
        self._door.forget(wish.visit)
        self._post(p.PickupDone(wish.visit, left))

    def _report(self, wish: fx.ReportProblem) -> None:
        if wish.problem not in ("still_inside", "help"):
            self._door.problem()
        self._custody.report(wish.visit, wish.pickup, wish.problem)
        self._post(p.StaffComing(wish.visit))

    def _tell_fault(self, work: Work) -> None:
        if isinstance(work, ANSWERED):
            self._post(p.PickupRefused(work.visit, self.view.hands_out or "fault"))
        elif isinstance(work, fx.PrintReceipt):
            self._post(p.ReceiptNotPrinted(work.visit, "printer.fault"))

    def _left(self, visit: str) -> None:
        self._door.forget(visit)
        self._documents = {}
        self._custody.leave(visit)

    def _look_around(self) -> None:
        """The watched door, custody's clock, alarms. A fault that stays is logged once."""
        try:
            if self._door.watching:
                self._door.look()
            for watcher in self.watchers:
                watcher()
            now = self._clock.monotonic()
            if now - self._ticked >= TICK_SECONDS:
                self._ticked = now
                self._custody.tick()
            self._tell_alarms()
            self._ails = False
        except Exception:
            if not self._ails:
                log.exception("doors could not be looked at")
            self._ails = True

    def _tell_alarms(self) -> None:
        alarms = self.view.alarms
        if alarms == self._alarms:
            return
        self._alarms = alarms
        words = ", ".join(f"{one.code} {one.compartment}".rstrip() for one in alarms) or "no alarm"
        log.log(logging.WARNING if alarms else logging.INFO, "compartments: %s", words)
        self._tell_staff(f"compartments: {words}")

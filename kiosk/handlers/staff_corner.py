"""Runs the staff corner: takes its events, carries out its effects, signs off by itself, and notes who did what.

What may take a moment (a PIN, the disk) is done in a thread of its own, what moves paper or the ledger in the ticket
worker's; answers come back as events at the next tick. The journal gets roles, actions and results, never a PIN.
"""

import logging
import queue
from collections.abc import Callable
from datetime import timedelta

from hardware.host.clock import Clock
from kiosk.flows import staff_effects as do
from kiosk.flows import staff_events as e
from kiosk.flows.events import Event
from kiosk.flows.flow import Effect
from kiosk.flows.loading_effects import FinishLocker, LockerEffect, NoteLocker, OpenLocker
from kiosk.flows.staff import OUTSIDE, St, Staff, advance
from kiosk.handlers.devices import Devices
from kiosk.handlers.loading import LoadingHandler
from kiosk.handlers.staff_facts import Snapshot, StaffFacts
from kiosk.handlers.staff_tasks import StaffTasks
from kiosk.pickup.model import TerminalView
from kiosk.presenters.staff.contents import StaffScreen
from kiosk.presenters.staff.present import present
from kiosk.staff.faults import Fault
from kiosk.staff.kept import Pause
from kiosk.staff.pins import Pins, PinsUnusable, Unusable, Verdict
from kiosk.staff.roles import Role
from kiosk.ticketing.figures import DayFigures

log = logging.getLogger("kiosk.staff")

UNTOUCHED_SECONDS = 300.0
"""Signed in, nobody touched the screen for this long: signed off."""
UNTOUCHED_OUTSIDE_SECONDS = 60.0
"""The same before the PIN is right."""
REBOOT_SECONDS = 180.0
"""A restart that did not come within this time is over."""
SEEN_SECONDS = 1.0
"""How long the newest digit of the PIN may be seen."""
SETTLE_SECONDS = 10.0
"""How long settling a ticket can be taken back."""
KEYS: dict[str, type[Event]] = {
    "enter": e.PinOffered,
    "numpadenter": e.PinOffered,
    "backspace": e.DigitErased,
    "delete": e.DigitsCleared,
    "escape": e.SignedOff,
}
"""Keys of a keyboard while the PIN is typed."""
LOOK_SECONDS = 1.0
"""How often the facts on the screen are asked anew."""


class StaffCorner:
    """Everything but `post` is called from the screen's thread."""

    def __init__(
        self,
        *,
        clock: Clock,
        pins: Pins,
        facts: StaffFacts,
        tasks: StaffTasks,
        devices: Devices,
        in_background: Callable[[Callable[[], None]], None],
        key: str,
    ) -> None:
        """:param in_background: has something done in another thread, one after the other.

        :param key: Kivy's name of the key that opens it: "f12".
        """
        self._key = key
        self.loading: LoadingHandler | None = None
        """Who carries out what is done with compartments; None: this machine has none. See `join_compartments`."""
        self.devices = devices
        """Open: others join with `add`."""
        self._clock, self._pins, self._facts, self._tasks = clock, pins, facts, tasks
        self._in_background = in_background
        self._mail: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.staff = Staff()
        self._touched = self._looked = clock.monotonic()
        self._digit = ("", 0.0)
        self._wait_until = 0.0
        self._settling: tuple[float, do.Settle] | None = None
        self._ending: Pause | None = None
        self._troubles: tuple[tuple[str, str], ...] = ()
        self._shown: tuple[Staff, Snapshot, int, str, int, int] | None = None
        self._screen: StaffScreen | None = None

    # --- for the conductor -------------------------------------------------------------------------------------------

    @property
    def open(self) -> bool:
        """Whether it, and not the visitor's kiosk, is on the screen."""
        return self.staff.state is not St.CLOSED

    @property
    def pause(self) -> Pause | None:
        """The pause that visitors are told of."""
        return self._facts.kept().pause

    def key(self, name: str) -> Event | None:
        """What a key of a keyboard means: the staff key opens, digits type the PIN."""
        if self.staff.state is St.CLOSED:
            return e.StaffWanted() if name == self._key else None
        if self.staff.state is not St.PIN:
            return None
        digit = name.removeprefix("numpad")
        if len(digit) == 1 and digit in "0123456789":
            return e.Digit(digit)
        return KEYS[name]() if name in KEYS else None

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The last ones, newest first."""
        return self._facts.faults()

    def figures(self) -> DayFigures:
        """The day so far, for whoever asks; from any thread.

        :raises LedgerError: it cannot be read.
        """
        return self._facts.day()

    def wanted(self, language: str, by: Event | None = None) -> None:
        """Open it; the conductor knows that no visitor is there.

        :param by: what opens it: a known card; None: the PIN is asked for.
        """
        self.staff = Staff(language=language)
        self.take(by or e.StaffWanted())

    def join_compartments(self, loading: LoadingHandler, terminal: Callable[[], TerminalView]) -> None:
        """This machine has compartments."""
        self.loading, self._facts.terminal = loading, terminal

    def take(self, event: Event) -> None:
        """An event of the screen."""
        self.touched()
        self._move(event)

    def touched(self) -> None:
        """Somebody is there."""
        self._touched = self._clock.monotonic()

    def post(self, event: Event) -> None:
        """An event from any thread; taken at the next tick."""
        self._mail.put(event)

    def tick(self) -> None:
        """Take the mail, look at the clocks. Also while it is closed: pauses end, faults are noted."""
        while not self._mail.empty():
            self._move(self._mail.get_nowait())
        now = self._clock.monotonic()
        if self._settling and now >= self._settling[0]:
            self._settle_now()
        if self.staff.state is St.LOCKED and now >= self._wait_until:
            self._move(e.LockEnded())
        if self.open and now - self._touched >= self._patience():
            self._move(e.Untouched())
        if now - self._looked >= LOOK_SECONDS:
            self._looked = now
            self._look()

    def screen(self) -> StaffScreen:
        """What is on the screen; the same object as long as nothing changed."""
        facts = self._facts.now(self.staff)
        now = self._clock.monotonic()
        wait = max(0, round(self._wait_until - now + 0.49))
        shown = (self.staff, facts, wait, self._seen_digit(), self._seconds_to_settle(), self._minutes_left())
        if shown != self._shown or self._screen is None:
            self._shown = shown
            self._screen = present(
                self.staff,
                self._facts.world(
                    facts,
                    last_digit=self._seen_digit(),
                    wait_seconds=wait,
                    signs_off_in=self._minutes_left(),
                    settling=self._settling[1].ticket if self._settling else "",
                    settling_seconds=self._seconds_to_settle(),
                ),
            )
        return self._screen

    # --- clocks ------------------------------------------------------------------------------------------------------

    def _patience(self) -> float:
        if self.staff.state is St.REBOOTING:
            return REBOOT_SECONDS
        return UNTOUCHED_OUTSIDE_SECONDS if self.staff.state in OUTSIDE else UNTOUCHED_SECONDS

    def _minutes_left(self) -> int:
        left = UNTOUCHED_SECONDS - (self._clock.monotonic() - self._touched)
        return max(1, -int(-left // 60))

    def _seen_digit(self) -> str:
        digit, at = self._digit
        fresh = self._clock.monotonic() - at < SEEN_SECONDS
        return digit if fresh and self.staff.typed.endswith(digit or "-") else ""

    def _seconds_to_settle(self) -> int:
        return max(0, round(self._settling[0] - self._clock.monotonic() + 0.49)) if self._settling else 0

    def _look(self) -> None:
        pause, now = self.pause, self._clock.now()
        if pause is None:
            self._ending = None
        elif pause.until and now >= pause.until and pause != self._ending:
            self._ending = pause
            self._note("pause", "ended by the clock", role="clock")
            self._in_background(lambda: self._tasks.end_pause(lambda _: None))
        views = self._facts.look()
        troubles = tuple((view.id, view.trouble) for view in views)
        if troubles != self._troubles:
            self._troubles = troubles
            self._in_background(lambda: self._tasks.note_faults(views))

    # --- the flow ----------------------------------------------------------------------------------------------------

    def _move(self, event: Event) -> None:
        before = self.staff
        self.staff, effects = advance(before, event)
        if self.staff is before and not effects:
            return
        if isinstance(event, e.Digit):
            self._digit = (event.digit, self._clock.monotonic())
        if isinstance(event, e.PinAccepted | e.CardSignedIn):
            self._facts.signed_in(self._clock.now())
        if isinstance(event, e.Answered | e.RebootRefused):
            self._note("answer", f"{event.key} {event.about}".strip() if isinstance(event, e.Answered) else event.key)
        if before.state is St.TICKETS and self.staff.state is not St.TICKETS and self._settling:
            self._settle_now(before.role)
        if self.staff.state is not before.state:
            self._facts.forget()
            if self.loading is not None:
                self.loading.entered(self.staff.state)
        for effect in effects:
            self._carry_out(effect, before.role)

    def _carry_out(self, effect: Effect, role: str) -> None:
        if isinstance(effect, do.LookAtPins):
            self._in_background(self._look_at_pins)
        elif isinstance(effect, do.CheckPin):
            self._in_background(lambda: self._check(effect.pin))
        elif isinstance(effect, do.Leave):
            self._note("sign off", effect.why, role=role)
        elif isinstance(effect, do.Settle):
            self._begin_settling(effect)
        elif isinstance(effect, do.TakeBackSettle):
            self._settling = None
            self._note("settle", "taken back", role=role)
            self.post(e.Answered("staff.tickets.taken_back"))
        elif self.loading is not None and isinstance(effect, LockerEffect):
            self._note(*in_short(effect), role=role)
            self.loading.carry_out(effect)
        else:
            self._note(*in_short(effect), role=role)
            self._tasks.carry_out(effect, role, self._answer, self._in_background)

    def _answer(self, event: Event) -> None:
        """What came of a task, from any thread: shown, and the facts are asked anew."""
        self._facts.forget()
        self.post(event)

    # --- tickets -----------------------------------------------------------------------------------------------------

    def _begin_settling(self, effect: do.Settle) -> None:
        """Nothing physical follows: it is written down a little later, so that it can be taken back."""
        if self._settling:
            self._settle_now()
        if effect.how == "replace":
            self._settle(effect, self.staff.role)
        else:
            self._settling = (self._clock.monotonic() + SETTLE_SECONDS, effect)

    def _settle_now(self, role: str = "") -> None:
        if self._settling:
            (_, effect), self._settling = self._settling, None
            self._settle(effect, role or self.staff.role)

    def _settle(self, effect: do.Settle, role: str) -> None:
        self._note("settle", f"{effect.how} {effect.ticket}", role=role)
        self._tasks.carry_out(effect, role, self._answer, self._in_background)

    # --- PINs, in the background -------------------------------------------------------------------------------------

    def _look_at_pins(self) -> None:
        try:
            wait = self._pins.waiting()
        except PinsUnusable as fault:
            self._unusable(fault.why)
            return
        self._wait_until = self._clock.monotonic() + wait
        self.post(e.PinLocked() if wait > 0 else e.PinAsked())

    def _check(self, pin: str) -> None:
        try:
            verdict = self._pins.check(pin)
        except PinsUnusable as fault:
            self._unusable(fault.why)
            return
        except Exception:  # whatever happens, the corner stays shut and the screen goes on
            log.exception("the PIN could not be checked")
            self._unusable("damaged")
            return
        self._wait_until = self._clock.monotonic() + verdict.wait
        self._note("sign in", _result(verdict), role=verdict.role or "nobody")
        if verdict.role is not None:
            self._tasks.pin_was_right()
            self.post(e.PinAccepted(verdict.role))
        else:
            self._tasks.pin_was_wrong(verdict.wait)
            self.post(e.PinLocked() if verdict.wait > 0 else e.PinRejected())

    def _unusable(self, why: Unusable) -> None:
        self._note("sign in", f"not possible: {why}", role="nobody")
        self.post(e.PinUnusable(why))

    def _note(self, action: str, result: str, role: Role | str = "") -> None:
        """One line of the journal: role, action, result."""
        log.info("role=%s action=%s result=%s", role or self.staff.role or "nobody", action, result)


def _result(verdict: Verdict) -> str:
    if verdict.role is not None:
        return "right"
    wait = f"wait {timedelta(seconds=round(verdict.wait))}" if verdict.wait else "may try again"
    return f"{'wrong' if verdict.looked else 'too early'}, {wait}"


def in_short(effect: Effect) -> tuple[str, str]:
    """An effect as action and what it is about, for the journal."""
    match effect:
        case do.TellDevice(device, action):
            return "device", f"{device} {action}"
        case do.BeginPause(reason, minutes):
            return "pause", f"begun, {reason or 'short'}, {minutes or 'no'} minutes"
        case do.EndPause():
            return "pause", "ended"
        case do.ChangeHours(scope, kind, minute):
            return "hours", f"{scope} {kind} {minute // 60:02}:{minute % 60:02}"
        case do.RestoreHours(scope):
            return "hours", f"{scope} as usual"
        case do.Reboot():
            return "reboot", "asked"
        case OpenLocker(purpose, about, compartment):
            return "locker", f"{purpose} {about} {compartment}".strip()
        case FinishLocker(purpose, about, compartment):
            return "locker", f"closed, {purpose} {about} {compartment}".strip()
        case NoteLocker(compartment, what):
            return "locker", f"{compartment} {what}"
    return type(effect).__name__, ""

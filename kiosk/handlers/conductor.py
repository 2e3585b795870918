"""Runs the flows: takes events from screen, clock and workers, gives effects to workers, and shows what comes of it.

It knows no Kivy: `show` and `ask` are callables; whoever owns the screen calls `tick` about ten times a second.
"""

import logging
import queue
import secrets
from collections.abc import Callable, Mapping
from typing import Protocol

from content.model.content import Content
from hardware.host.clock import Clock
from kiosk.flows import events as e
from kiosk.flows.effects import DrawNumber, PrintNumber, PrintWay, SettleTicket
from kiosk.flows.flow import Effect
from kiosk.flows.idle import IDLE, Alert, Idle, StartTimer
from kiosk.flows.session import PASSING, S, Session, advance
from kiosk.flows.staff_events import StaffWanted
from kiosk.flows.view import View
from kiosk.handlers.reader import Reader
from kiosk.handlers.sleeper import Sleeper
from kiosk.presenters.contents import Question, Screen
from kiosk.presenters.messages import question
from kiosk.presenters.present import present
from kiosk.presenters.staff.contents import StaffScreen
from kiosk.presenters.world import Knowledge, PrinterView, SpeechView, World
from kiosk.staff.kept import Pause
from kiosk.ticketing.model import QueueState, Ticket

log = logging.getLogger(__name__)

CLEARED_SECONDS = 2.0
"""How long "Alles gelöscht." stands."""
READING_FACTOR = 2
"""Who listens, or waits for the focus to come by, gets that many times the time."""


class Desk(Protocol):
    """The worker at the ticket printer, seen from the screen's thread."""

    def do(self, effect: DrawNumber | PrintNumber | SettleTicket | PrintWay) -> None:
        """Take an effect; its outcome comes back as events."""
        ...

    @property
    def queues(self) -> Mapping[str, QueueState]:
        """The queues as they were seconds ago."""
        ...

    @property
    def printer(self) -> PrinterView:
        """What the printer said last."""
        ...

    def ticket(self, ticket_id: str) -> Ticket | None:
        """A number drawn since the process started."""
        ...


class Library(Protocol):
    """The content in use and what is derived from it."""

    @property
    def content(self) -> Content:
        """The content the screen shows."""
        ...

    def knowledge(self) -> Knowledge:
        """Search and ways of that content."""
        ...

    def renew(self) -> bool:
        """Take newer content if there is some; called only while nobody is there. True: it changed."""
        ...

    def phone_payload(self, session: Session, ticket: Ticket | None) -> str:
        """What the phone's code says of the session's number, else of its way."""
        ...


class Corner(Protocol):
    """The staff corner: while it is open, no visitor is there."""

    @property
    def open(self) -> bool:
        """Whether it is on the screen."""
        ...

    @property
    def pause(self) -> Pause | None:
        """What visitors are told instead of the welcome screen."""
        ...

    def wanted(self, language: str) -> None:
        """Open it."""
        ...

    def take(self, event: e.Event) -> None:
        """An event of its screens."""
        ...

    def touched(self) -> None:
        """Somebody is there."""
        ...

    def tick(self) -> None:
        """Take its mail, look at its clocks."""
        ...

    def screen(self) -> StaffScreen:
        """What it shows."""
        ...

    def key(self, name: str) -> e.Event | None:
        """What a key of a keyboard means to it."""
        ...


class Conductor:
    """One visitor's session after the other."""

    def __init__(
        self,
        *,
        clock: Clock,
        library: Library,
        desk: Desk,
        kiosk: str,
        language: str = "de",
        idle_seconds: float = 60,
        answer_seconds: float = 30,
        view: View | None = None,
        portrait: bool = True,
        sleeper: Sleeper | None = None,
        corner: Corner | None = None,
        reader: Reader | None = None,
    ) -> None:
        """:param kiosk: id of this kiosk in the content.

        :param view: how the screen looks when a visit begins.
        :param portrait: whether the panel stands upright.
        :param sleeper: lets the screen sleep; None: it never does.
        :param corner: opens at `StaffWanted` on the welcome screen; None: there is no staff corner.
        :param reader: who speaks for the screen; None: nobody.
        """
        self._corner, self._staff_were_there = corner, False
        self._clock, self._library, self._desk, self._kiosk = clock, library, desk, kiosk
        self._language, self._usual, self._portrait = language, view or View(), portrait
        self._reader = reader
        self._works: set[str] = set()
        self._seconds: dict[type[e.Event], float] = {e.IdleWarned: idle_seconds, e.IdleEnded: answer_seconds}
        self._mail: queue.SimpleQueue[e.Event] = queue.SimpleQueue()
        self._idle = Idle.NOBODY
        self._timer: tuple[float, type[e.Event]] | None = None
        self._alert_at: float | None = None
        self._cleared_at: float | None = None
        self._view = self._usual
        self._shown: Screen | StaffScreen | None = None
        self._asked: Question | None = None
        self._seen: tuple[object, ...] = ()
        self.sleeper = sleeper or Sleeper(clock=clock)
        self.session = self._fresh()
        self.show: Callable[[Screen | StaffScreen], None] = lambda _: None
        self.ask: Callable[[Question | None], None] = lambda _: None
        self.restyle: Callable[[View], None] = lambda _: None
        """Called before `show` when the visitor wants the screen another way."""
        self.speech: Callable[[], SpeechView] = SpeechView
        """What is known of the voice that reads screens aloud."""
        self.alert: Callable[[], None] = lambda: None
        """Called when the visitor must notice something by a second sense: a soft sound."""
        if reader is not None:
            self.speech, self.alert = reader.voice, reader.attention

    def _fresh(self) -> Session:
        return Session(visit=secrets.token_hex(8), language=self._language, view=self._usual, usual=self._usual)

    # --- events in -----------------------------------------------------------------------------------------------

    def emit(self, *events: e.Event) -> None:
        """An event of a visitor or of staff, or some that are one act, from the screen's thread."""
        self._somebody()
        for event in events:
            if not self._staff_take(event):
                self._take(event)
        self._render()

    def _staff_take(self, event: e.Event) -> bool:
        """Whether it went to the staff corner; that opens only where no visitor is in the middle of something."""
        corner = self._corner
        if corner is None or not (corner.open or isinstance(event, StaffWanted)):
            return False
        if corner.open:
            corner.take(event)
        elif self.session.state is S.WELCOME:
            self._move_idle(e.SessionOver())
            self.sleeper.take(e.Acted())  # the screen stays lit while staff are there
            corner.wanted(self._language)
        return True

    def key(self, name: str) -> None:
        """A key of a keyboard, by Kivy's name, that no control on the screen has taken."""
        event = self._corner.key(name) if self._corner else None
        if event is not None:
            self.emit(event)

    def acted(self) -> None:
        """Somebody touched or typed, whatever it was on: speech stops, and time begins anew."""
        self.hush()
        self._somebody()

    def _somebody(self) -> None:
        if self._corner is not None and self._corner.open:
            self._corner.touched()
        else:
            self._move_idle(e.Acted())

    def hush(self) -> None:
        """A hand is there: speech stops, whatever the hand will do."""
        if self._reader is not None:
            self._reader.hands()

    def wake(self) -> None:
        """A touch or key in the dark."""
        self.sleeper.take(e.TouchedInTheDark())

    def attended(self) -> None:
        """Somebody looks around in the question about time: it stays, and its time begins again."""
        self._move_idle(e.Attended())
        self._render_question()

    def post(self, event: e.Event) -> None:
        """An event from any thread; taken at the next tick."""
        self._mail.put(event)

    @property
    def at_staff(self) -> bool:
        """Whether the staff corner is open: nothing of it is spoken, and the visitors' keypad leads nowhere there."""
        return self._corner is not None and self._corner.open

    @property
    def asking(self) -> bool:
        """Whether the question about time is on the screen."""
        return self._idle is Idle.ASKING

    @property
    def resting(self) -> bool:
        """Whether nobody is there and nothing waits to be taken."""
        if self._corner is not None and self._corner.open:
            return False
        return self.session.state is S.WELCOME and self._timer is None and self._mail.empty()

    def tick(self) -> None:
        """Take the mail, look at the clocks, show what changed."""
        if self._corner is not None:
            self._corner.tick()
        while not self._mail.empty():
            event = self._mail.get_nowait()
            self.sleeper.take(event)
            self._take(event)
        self.sleeper.tick()
        self._listen()
        now = self._clock.monotonic()
        if self._timer and now >= self._timer[0]:
            event = self._timer[1]()
            self._timer = None
            self._move_idle(event)
            self._take(event)
        if self._alert_at is not None and now >= self._alert_at:
            self._alert_at = None
            if self.asking:
                self.alert()
        if self._cleared_at is not None and now >= self._cleared_at:
            self._cleared_at = None
            self._take(e.ClearedShown())
        if self.session.state is S.WELCOME:
            self._library.renew()
        self._render()

    def _listen(self) -> None:
        """While speech runs no time-out begins; headphones that come or go are somebody's act."""
        if self._reader is None:
            return
        for event in self._reader.tick():
            self.emit(event)
        if self._reader.speaking and not self.asking:
            self._work("speech", True)
        elif not self._reader.speaking:
            self._work("speech", False)

    # --- flows ---------------------------------------------------------------------------------------------------

    def _take(self, event: e.Event) -> None:
        if self._of_another_visit(event):
            return
        before = self.session
        self.session, effects = advance(before, event)
        if isinstance(event, e.ReadAloud) and self._reader is not None:
            self._reader.read_aloud()
        for effect in effects:
            self._desk.do(effect)  # type: ignore[arg-type]  # the session's table has no other effects
        if self.session.state is not before.state:
            self._entered(before.state)

    def _of_another_visit(self, event: e.Event) -> bool:
        """Whether a device speaks of a number that is not this session's."""
        about = getattr(event, "ticket_id", "")
        if not about:
            return False
        ticket = self._desk.ticket(about)
        return ticket is None or ticket.visit_id != self.session.visit

    def _entered(self, left: S) -> None:
        state = self.session.state
        log.debug("screen %s", state)
        self._work("paper", state in PASSING)
        if state is S.CLEARED:
            self._cleared_at = self._clock.monotonic() + CLEARED_SECONDS
            self._move_idle(e.SessionOver())
        elif state is S.WELCOME and left is S.CLEARED:
            self.session = self._fresh()
            self._move_idle(e.SessionOver())

    def _work(self, what: str, goes_on: bool) -> None:
        """Paper moves or speech runs for the visitor, or no longer."""
        before = bool(self._works)
        if goes_on:
            self._works.add(what)
        else:
            self._works.discard(what)
        if bool(self._works) is not before:
            self._move_idle(e.WorkBegan() if goes_on else e.WorkDone())

    def _move_idle(self, event: e.Event) -> None:
        self.sleeper.take(event)
        transition = IDLE.transition(self._idle, type(event))
        if transition is None:
            return
        if isinstance(transition.target, Idle):
            self._idle = transition.target
        for make in transition.effects:
            self._do_idle(make(event, None))

    def _do_idle(self, effect: Effect) -> None:
        now = self._clock.monotonic()
        if isinstance(effect, Alert):
            self._alert_at = now + effect.again_after
            self.alert()
        elif isinstance(effect, StartTimer):
            self._timer = (now + self._patience(effect.then), effect.then)
        else:
            self._timer = None

    def _patience(self, then: type[e.Event]) -> float:
        """Seconds until `then`: more for who listens instead of looking, or presses by one switch."""
        slow = self.session.view.reading or self.session.view.scanning
        return self._seconds[then] * (READING_FACTOR if slow else 1)

    # --- screens out ---------------------------------------------------------------------------------------------

    def world(self) -> World:
        """What presenters see now."""
        content = self._library.content
        ticket = self._desk.ticket(self.session.ticket) if self.session.ticket else None
        return World(
            content=content,
            kiosk=next(place for place in content.town.kiosks if place.id == self._kiosk),
            now=self._clock.now(),
            queues=self._desk.queues,
            knowledge=self._library.knowledge(),
            ticket=ticket,
            printer=self._desk.printer,
            phone_payload=self._library.phone_payload(self.session, ticket) if self.session.state is S.PHONE else "",
            speech=self.speech(),
            portrait=self._portrait,
            pause=self._corner.pause if self._corner else None,
        )

    def _render(self) -> None:
        if self._corner is not None and self._corner.open:
            self._staff_were_there = True
            self._show_once(self._corner.screen())
            return
        if self._staff_were_there:
            self._staff_were_there, self._seen, self.session = False, (), self._fresh()
            self.sleeper.take(e.SessionOver())
        self._render_visit()

    def _show_once(self, screen: Screen | StaffScreen) -> None:
        if screen != self._shown:
            self._shown = screen
            self.show(screen)

    def _render_visit(self) -> None:
        moment = self._clock.now()
        seen = (
            self.session,
            self._library.content.version,
            self._desk.queues,
            self._desk.printer,
            self.speech(),
            moment.minute,
            moment.hour,
            self._corner.pause if self._corner else None,
        )
        if seen != self._seen:
            self._seen = seen
            screen = self._present()
            if self.session.view != self._view:
                self._view = self.session.view
                self.restyle(self._view)
            self._show_once(screen)
        self._render_question()
        if self._reader is not None and isinstance(self._shown, Screen):
            self._reader.shown(self._shown, self._asked, self.session)

    def _present(self) -> Screen:
        try:
            return present(self.session, self.world())
        except Exception:
            if self.session.state is S.HELP:
                raise
            log.exception("screen %s cannot be shown", self.session.state)
            self.session, _ = advance(self.session, e.HelpOpened())
            return present(self.session, self.world())

    def _render_question(self) -> None:
        asked = None
        if self.asking and self._timer:
            total = self._patience(e.IdleEnded)
            left = max(1, round(self._timer[0] - self._clock.monotonic() + 0.49))
            asked = question(self.session, self.world(), left, round(total))
        if asked != self._asked:
            self._asked = asked
            self.ask(asked)

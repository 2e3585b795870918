"""Runs the flows: takes events from screen, clock and workers, gives effects to workers, and shows what comes of it.

It knows no Kivy: `show` and `ask` are callables; whoever owns the screen calls `tick` about ten times a second.
"""

import logging
import queue
import secrets
from collections.abc import Callable

from msgspec.structs import replace

from hardware.host.clock import Clock
from kiosk.flows import events as e
from kiosk.flows.flow import Effect
from kiosk.flows.pickup import DOOR_MAY_BE_OPEN
from kiosk.flows.pickup_effects import PickupEffect
from kiosk.flows.pickup_events import CodeScanned, PickupEvent, StaffArrived
from kiosk.flows.session import FORGOTTEN, PASSING, S, Session, advance, beneath
from kiosk.flows.staff_events import CardSignedIn, StaffWanted
from kiosk.flows.view import View
from kiosk.handlers.partners import Compartments, Corner, Desk, Library, NoCompartments
from kiosk.handlers.patience import Patience
from kiosk.handlers.reader import Reader
from kiosk.handlers.sleeper import Sleeper
from kiosk.presenters.contents import Question, Screen
from kiosk.presenters.messages import question
from kiosk.presenters.present import present
from kiosk.presenters.staff.contents import StaffScreen
from kiosk.presenters.world import SpeechView, World

log = logging.getLogger(__name__)

CLEARED_SECONDS = 2.0
"""How long "Alles gelöscht." stands."""


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
        compartments: Compartments | None = None,
    ) -> None:
        """:param kiosk: id of this kiosk in the content.

        :param view: how the screen looks when a visit begins.
        :param portrait: whether the panel stands upright.
        :param sleeper: lets the screen sleep; None: it never does.
        :param corner: opens at `StaffWanted` on the welcome screen; None: there is no staff corner.
        :param reader: who speaks for the screen; None: nobody.
        :param compartments: where documents are collected; None: not here.
        """
        self._corner, self._staff_were_there = corner, False
        self._clock, self._library, self._desk, self._kiosk = clock, library, desk, kiosk
        self._language, self._usual, self._portrait = language, view or View(), portrait
        self._reader = reader
        self._compartments = compartments or NoCompartments()
        self._mail: queue.SimpleQueue[e.Event] = queue.SimpleQueue()
        self._patience = Patience(
            clock=clock,
            idle_seconds=idle_seconds,
            answer_seconds=answer_seconds,
            slow=lambda: self.session.view.reading or self.session.view.scanning,
        )
        self._patience.alert = lambda: self.alert()
        self._cleared_at: float | None = None
        self._looks = False
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
        if corner is None or not (corner.open or isinstance(event, StaffWanted | CardSignedIn)):
            return False
        if corner.open:
            corner.take(event)
        elif self.session.state is S.WELCOME:
            self._move_idle(e.SessionOver())
            self.sleeper.take(e.Acted())  # the screen stays lit while staff are there
            corner.wanted(self._language, event)
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
        return self._patience.asking

    @property
    def resting(self) -> bool:
        """Whether nobody is there and nothing waits to be taken."""
        if self._corner is not None and self._corner.open:
            return False
        return self.session.state is S.WELCOME and not self._patience.running and self._mail.empty()

    def tick(self) -> None:
        """Take the mail, look at the clocks, show what changed."""
        if self._corner is not None:
            self._corner.tick()
        while not self._mail.empty():
            self._deliver(self._mail.get_nowait())
        self.sleeper.tick()
        self._listen()
        if (event := self._patience.tick()) is not None:
            self._take(event)
            if isinstance(event, e.IdleEnded) and self.session.state not in FORGOTTEN:
                self._somebody()  # a screen that is not left by time: its time begins anew
        now = self._clock.monotonic()
        if self._cleared_at is not None and now >= self._cleared_at:
            self._cleared_at = None
            self._take(e.ClearedShown())
        if self.session.state is S.WELCOME:
            self._library.renew()
        self._look_for_codes()
        self._render()

    def _look_for_codes(self) -> None:
        """A scanner looks only where a code is expected; staff scan bookings."""
        wanted = self.at_staff or self.session.state is S.PICKUP_CODE
        if wanted is not self._looks:
            self._looks = wanted
            self._compartments.look(wanted)

    def _deliver(self, event: e.Event) -> None:
        """From a device or worker; a card opens the staff corner, a code held under the scanner is somebody's act."""
        if isinstance(event, CardSignedIn):
            if not self.at_staff:
                self._take(StaffArrived())
            self._staff_take(event)
            return
        if isinstance(event, CodeScanned):
            self._somebody()
        self.sleeper.take(event)
        self._take(event)

    def _listen(self) -> None:
        """While speech runs no time-out begins; headphones that come or go are somebody's act."""
        if self._reader is None:
            return
        for event in self._reader.tick():
            self.emit(event)
        if self._reader.speaking and not self.asking:
            self._patience.work("speech", True)
        elif not self._reader.speaking:
            self._patience.work("speech", False)

    # --- flows ---------------------------------------------------------------------------------------------------

    def _take(self, event: e.Event) -> None:
        if self._of_another_visit(event):
            return
        before = self.session
        self.session, effects = advance(before, event)
        if isinstance(event, e.ReadAloud) and self._reader is not None:
            self._reader.read_aloud()
        for effect in effects:
            self._do(effect)
        if self.session.state is not before.state:
            self._entered(before.state)

    def _do(self, effect: Effect) -> None:
        if isinstance(effect, PickupEffect):
            self._compartments.do(effect)
        else:
            self._desk.do(effect)  # type: ignore[arg-type]  # the session's table has no other effects

    def _of_another_visit(self, event: e.Event) -> bool:
        """Whether a device speaks of a number or a compartment that is not this session's."""
        if isinstance(event, PickupEvent):
            return event.visit != self.session.visit
        about = getattr(event, "ticket_id", "")
        if not about:
            return False
        ticket = self._desk.ticket(about)
        return ticket is None or ticket.visit_id != self.session.visit

    def _entered(self, left: S) -> None:
        state = self.session.state
        log.debug("screen %s", state)
        self._patience.work("paper", state in PASSING)
        self._patience.work("door", beneath(self.session).state in DOOR_MAY_BE_OPEN)
        if state in FORGOTTEN and left not in FORGOTTEN:
            self._compartments.leave(self.session.visit)
        if state is S.CLEARED:
            self._cleared_at = self._clock.monotonic() + CLEARED_SECONDS
            self._move_idle(e.SessionOver())
        elif state is S.WELCOME and left is S.CLEARED:
            self.session = self._fresh()
            self._move_idle(e.SessionOver())

    def _move_idle(self, event: e.Event) -> None:
        self.sleeper.take(event)
        self._patience.move(event)

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
            terminal=self._compartments.view,
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
            self._compartments.view,
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
            self.session, effects = advance(self.session, e.HelpOpened())
            for effect in effects:
                self._do(effect)
            return present(replace(self.session, state=S.HELP), self.world())  # an open door keeps its state

    def _render_question(self) -> None:
        asked, left = None, self._patience.left()
        if left is not None:
            asked = question(self.session, self.world(), max(1, round(left[0] + 0.49)), round(left[1]))
        if asked != self._asked:
            self._asked = asked
            self.ask(asked)

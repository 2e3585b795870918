"""How long a visitor is waited for: the table `idle`, its timer, and the sound that calls for attention.

Not responsible for what follows when nobody answers: the session's own table decides that.
"""

from collections.abc import Callable, Mapping

from hardware.host.clock import Clock
from kiosk.flows import events as e
from kiosk.flows.flow import Effect
from kiosk.flows.idle import IDLE, Alert, Idle, StartTimer

READING_FACTOR = 2
"""Who listens, or waits for the focus to come by, gets that many times the time."""


class Patience:
    """One visitor's time. Used from the screen's thread."""

    def __init__(self, *, clock: Clock, idle_seconds: float, answer_seconds: float, slow: Callable[[], bool]) -> None:
        """:param slow: whether this visitor listens instead of looking, or presses by one switch."""
        self._clock, self._slow = clock, slow
        self._seconds: Mapping[type[e.Event], float] = {e.IdleWarned: idle_seconds, e.IdleEnded: answer_seconds}
        self._idle = Idle.NOBODY
        self._timer: tuple[float, type[e.Event]] | None = None
        self._alert_at: float | None = None
        self._works: set[str] = set()
        self.alert: Callable[[], None] = lambda: None
        """Called when the visitor must notice something by a second sense: a soft sound."""

    @property
    def asking(self) -> bool:
        """Whether the question about time is on the screen."""
        return self._idle is Idle.ASKING

    @property
    def running(self) -> bool:
        """Whether a timer runs."""
        return self._timer is not None

    def left(self) -> tuple[float, float] | None:
        """Seconds that are left for an answer, and how many there were; None: nothing is asked."""
        if not self.asking or self._timer is None:
            return None
        return self._timer[0] - self._clock.monotonic(), self._lasts(e.IdleEnded)

    def work(self, what: str, goes_on: bool) -> None:
        """Paper moves, speech runs or a door is open for the visitor, or no longer."""
        before = bool(self._works)
        if goes_on:
            self._works.add(what)
        else:
            self._works.discard(what)
        if bool(self._works) is not before:
            self.move(e.WorkBegan() if goes_on else e.WorkDone())

    def move(self, event: e.Event) -> None:
        """Somebody acted, or a visit is over."""
        transition = IDLE.transition(self._idle, type(event))
        if transition is None:
            return
        if isinstance(transition.target, Idle):
            self._idle = transition.target
        for make in transition.effects:
            self._do(make(event, None))

    def tick(self) -> e.Event | None:
        """Look at the clock; what the session must hear of: the question was asked, or nobody answered it."""
        now = self._clock.monotonic()
        event: e.Event | None = None
        if self._timer and now >= self._timer[0]:
            event = self._timer[1]()
            self._timer = None
            self.move(event)
        if self._alert_at is not None and now >= self._alert_at:
            self._alert_at = None
            if self.asking:
                self.alert()
        return event

    def _do(self, effect: Effect) -> None:
        now = self._clock.monotonic()
        if isinstance(effect, Alert):
            self._alert_at = now + effect.again_after
            self.alert()
        elif isinstance(effect, StartTimer):
            self._timer = (now + self._lasts(effect.then), effect.then)
        else:
            self._timer = None

    def _lasts(self, then: type[e.Event]) -> float:
        return self._seconds[then] * (READING_FACTOR if self._slow() else 1)

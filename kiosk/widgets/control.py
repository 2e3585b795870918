"""What can be pressed: acts on release, sliding off cancels. The stage knows which one has the focus."""

from collections.abc import Callable

from kiosk.flows.events import Event
from kiosk.widgets.look import Look
from kiosk.widgets.part import Part


class Hands:
    """What controls are given: where events go, and whom to tell that a page was turned."""

    def __init__(self, emit: Callable[[Event], None], turned: Callable[[], None] = lambda: None) -> None:
        self.emit = emit
        self.turned = turned


class Control(Part):
    """Subclasses set `test_id` and `event` in `changed()`; an `event` of None cannot be pressed."""

    doubled = False
    """The same choice is also reachable inside the reach zone (result rows: arrow keys and "open")."""

    def __init__(self, look: Look, hands: Hands) -> None:
        super().__init__(look=look)
        self.hands = hands
        self.event: Event | None = None
        self.then: Event | None = None
        """Sent right after `event`, as one act."""
        self.pressed = False
        self._touch = None
        self._meant: Event | None = None

    @property
    def spoken(self) -> str:
        """What it is called where it cannot be seen: its words, and more where an icon or "123" tells too little."""
        return " ".join(filter(None, (self.text, self.data.get("spoken"))))

    def hit(self, touch) -> bool:
        """Whether a touch lies on it."""
        return self.collide_point(*touch.pos)

    def act(self) -> None:
        """It was pressed and let go."""
        for event in (self.event, self.then) if self.event is not None else ():
            if event is not None:
                self.hands.emit(event)

    def on_touch_down(self, touch):
        if not self.hit(touch) or ("button" in touch.profile and touch.button.startswith("scroll")):
            return False
        if self._touch is not None or not self.pressable():
            return True  # a second finger, or locked: swallowed, nothing happens
        touch.grab(self)
        self._touch, self._meant = touch, self.event
        self._look_pressed(True)
        return True

    def on_touch_move(self, touch):
        if touch.grab_current is not self:
            return False
        self._look_pressed(self.hit(touch))
        return True

    def on_touch_up(self, touch):
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        held, self._touch = self._touch, None
        self._look_pressed(False)
        same = held is touch and self._meant == self.event
        if same and self.hit(touch) and self.get_root_window() is not None:
            self.act()
        return True

    def pressable(self) -> bool:
        return self.event is not None

    def _look_pressed(self, pressed: bool) -> None:
        if pressed != self.pressed:
            self.pressed = pressed
            self.redraw()

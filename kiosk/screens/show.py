"""The stage: shows one content at a time, keeps a screen while only its content changes, lays the question over it."""

from collections.abc import Callable
from importlib import import_module

from kivy.core.window import Window
from kivy.graphics import Color
from kivy.uix.widget import Widget

from kiosk.flows.events import Event
from kiosk.presenters import contents
from kiosk.presenters.outline import Node, Role, outline
from kiosk.screens.board import Board
from kiosk.screens.night import Night
from kiosk.widgets.control import Control, Hands
from kiosk.widgets.look import Look
from kiosk.widgets.memory import give_back
from kiosk.widgets.panel import Panel
from kiosk.widgets.part import Part
from kiosk.widgets.pen import Pen
from kiosk.widgets.rect import Rect
from kiosk.widgets.setup import finish_every_frame
from kiosk.widgets.strokes import Batch, rounded_outline
from kiosk.widgets.theme import LIGHT, Theme

SCREENS = {
    contents.Welcome: ("welcome", "WelcomeScreen"),
    contents.Search: ("search", "SearchScreen"),
    contents.Listing: ("listing", "ListingScreen"),
    contents.Topics: ("topics", "TopicsScreen"),
    contents.ServicePage: ("service", "ServiceScreen"),
    contents.Details: ("details", "DetailsScreen"),
    contents.Way: ("way", "WayScreen"),
    contents.Message: ("message", "MessageScreen"),
    contents.QrPage: ("qr_page", "QrPageScreen"),
    contents.Ticket: ("ticket", "TicketScreen"),
}
"""Module and class of each content; imported when first shown."""
RING = 6


class Stage(Widget):
    """The root of the kiosk's window.

    `emit` gets every event of the visitor. `show()` and `ask()` may be called as often as wanted with the same data.
    """

    def __init__(self, panel: Panel, emit: Callable[[Event], None], theme: Theme = LIGHT) -> None:
        super().__init__(size_hint=(None, None), size=(panel.width_px, panel.height_px))
        Window.clearcolor = theme.paper
        finish_every_frame()
        self.emit = emit
        self.look = Look(panel, theme)
        self.hands = Hands(lambda event: self.emit(event), self._ring, lambda: self.changed())
        self.content: contents.Screen | None = None
        self.screen: Board | None = None
        self.question: Widget | None = None
        self.asked: contents.Question | None = None
        self.changed: Callable[[], None] = lambda: None
        """Told whenever something else is shown, or the focus has moved."""
        self.night: Night | None = None
        self.wake: Callable[[], None] = lambda: None
        """Called at a touch or key while the screen sleeps."""

    def show(self, content: contents.Screen) -> None:
        """Show this content; the same screen stays as long as the kind of content does."""
        if content == self.content:
            return
        if self.screen is None or type(content) is not type(self.content):
            self._change(content)
        assert self.screen is not None
        self.screen.show(content)
        self.content = content
        self.changed()

    def ask(self, question: contents.Question | None) -> None:
        """Lay a question over the screen, or take it away."""
        self.asked = question
        if question is None:
            if self.question is not None:
                self.remove_widget(self.question)
                self.question = None
            self.changed()
            return
        if self.question is None:
            from kiosk.screens.question import QuestionSheet

            self.question = QuestionSheet(self.look, self.hands)
            self.add_widget(self.question)
        self.question.show(question)
        self.changed()

    def outline(self) -> tuple[Node, ...]:
        """What is on the screen now, in reading order; keys and other controls of widgets stand before the help bar."""
        if self.content is None:
            return ()
        nodes = outline(self.content, self.asked)
        if self.asked is not None:
            return nodes
        known = {node.id for node in nodes}
        more = tuple(_node(control) for control in self._controls() if control.test_id not in known)
        bar = next((index for index, node in enumerate(nodes) if node.id.startswith("bar.")), len(nodes))
        return (*nodes[:bar], *more, *nodes[bar:])

    def rects(self) -> dict[str, Rect]:
        """Where things stand, by the ids of `outline()`; not everything has a place of its own."""
        places = [root.rects() for root in (self.screen, self.question) if root is not None]
        return {key: rect for found in (*places, self.test_ids()) for key, rect in found.items()}

    def press(self, test_id: str) -> bool:
        """Do what a touch on this control does. False: it is not there, covered by the question, or locked."""
        control = self.find(test_id)
        if control is None or not control.pressable() or all(node.id != test_id for node in self.outline()):
            return False
        control.act()
        return True

    def focus(self, test_id: str) -> bool:
        """Put the keyboard's focus there. False: it is not there."""
        control = self.find(test_id)
        if control is not None:
            control.focus = True
        return control is not None

    @property
    def focused(self) -> str:
        """Test id of the control with the focus, "" where none has it."""
        return next((control.test_id for control in self._controls() if control.focus), "")

    def _controls(self) -> list[Control]:
        return [w for w in self.walk() if isinstance(w, Control) and w.test_id]

    def sleep(self, asleep: bool) -> None:
        """Black over everything, or the screen again; the touch or key that wakes presses nothing."""
        if asleep and self.night is None:
            self.night = Night(self.look, lambda: self.wake())
            self.add_widget(self.night)
            self.night.begin()
        elif not asleep and self.night is not None:
            self.night.end()
            self.remove_widget(self.night)
            self.night = None

    def find(self, test_id: str) -> Control | None:
        """The control of this test id; one of the question before one of the screen."""
        roots = [root for root in (self.question, self.screen) if root is not None]
        hits = [w for root in roots for w in root.walk() if isinstance(w, Control) and w.test_id == test_id]
        return hits[0] if hits else None

    def test_ids(self) -> dict[str, Rect]:
        """Every control on the screen and where it is, for tests and black-box drivers."""
        return {control.test_id: control.rect for control in self._controls()}

    def texts(self) -> list[str]:
        """All words on the screen in drawing order."""
        return [words.text for w in self.walk() if isinstance(w, Part) for words in w.words]

    def _change(self, content: contents.Screen) -> None:
        """Another kind of screen: the old one goes, and on the way to the welcome screen every word with it."""
        module, name = SCREENS[type(content)]
        if self.screen is not None:
            self.remove_widget(self.screen)
        if isinstance(content, contents.Welcome):
            self.screen = None
            self.look.scribe.forget()
            give_back()
        self.screen = getattr(import_module(f"kiosk.screens.{module}"), name)(self.look, self.hands)
        self.add_widget(self.screen, index=len(self.children))
        self._ring(None)

    def _ring(self, rect: Rect | None) -> None:
        """The focus ring in two colours, above everything."""
        self.changed()
        self.canvas.after.clear()
        if rect is None:
            return
        pen, width = Pen(self.look, self.canvas.after, []), self.look.px(RING)
        for distance, colour in ((width / 2, self.look.theme.focus_inner), (width * 1.5, self.look.theme.focus_outer)):
            far = round(distance)
            outer = rect.inset(-far)
            ring = Batch()
            outline = rounded_outline(outer.x, pen.up(outer.bottom), outer.w, outer.h, self.look.sizes.radius + far, 10)
            ring.polyline(outline, width, longer=0.3)
            pen.batch(ring, colour)
        self.canvas.after.add(Color(1, 1, 1, 1))


def _node(control: Control) -> Node:
    """A control that only its widget knows."""
    return Node(
        id=control.test_id,
        role=Role.BUTTON,
        name=control.spoken,
        event=control.event,
        locked=not control.pressable(),
    )

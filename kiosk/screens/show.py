"""The stage: shows one content at a time, keeps a screen while only its content changes, lays the question over it."""

from collections.abc import Callable
from importlib import import_module

from kivy.core.window import Window
from kivy.uix.widget import Widget

from kiosk.flows.events import Event
from kiosk.flows.view import View
from kiosk.presenters import contents
from kiosk.presenters.outline import Node, Role, outline
from kiosk.presenters.staff import contents as staff
from kiosk.screens.board import Board
from kiosk.screens.focus import Direction, nearest, stepped
from kiosk.screens.keys import Keys
from kiosk.screens.night import Night
from kiosk.widgets.control import Control, Hands
from kiosk.widgets.look import look_of
from kiosk.widgets.memory import give_back
from kiosk.widgets.panel import Panel
from kiosk.widgets.part import Part
from kiosk.widgets.rect import Rect
from kiosk.widgets.ring import draw_ring
from kiosk.widgets.setup import finish_every_frame

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
    contents.ViewPanel: ("view_panel", "ViewScreen"),
    contents.Languages: ("languages", "LanguagesScreen"),
    contents.CodePad: ("code_pad", "CodePadScreen"),
    contents.LockerPage: ("locker_page", "LockerPageScreen"),
    staff.PinPad: ("staff.pin_pad", "PinPadScreen"),
    staff.StaffMenu: ("staff.menu", "StaffMenuScreen"),
    staff.StaffBoard: ("staff.board", "StaffBoardScreen"),
    staff.FiguresPage: ("staff.figures", "FiguresScreen"),
}
"""Module and class of each content; imported when first shown."""
BAR = "bar."


class Stage(Widget):
    """The root of the kiosk's window.

    `emit` gets every event of the visitor. `show()` and `ask()` may be called as often as wanted with the same data.
    """

    def __init__(self, panel: Panel, emit: Callable[[Event], None], view: View | None = None) -> None:
        super().__init__(size_hint=(None, None), size=(panel.width_px, panel.height_px))
        finish_every_frame()
        self.emit = emit
        self.view = view or View()
        self.look = look_of(panel, self.view)
        Window.clearcolor = self.look.theme.paper
        self.hands = Hands(lambda event: self.emit(event), self._turned)
        self.content: contents.Screen | None = None
        self.screen: Board | None = None
        self.question: Widget | None = None
        self.asked: contents.Question | None = None
        self.focused = ""
        """Test id of the control that keys press; "" = none."""
        self.changed: Callable[[], None] = lambda: None
        """Told whenever something else is shown, or the focus has moved."""
        self.night: Night | None = None
        self.wake: Callable[[], None] = lambda: None
        """Called at a touch or key while the screen sleeps."""
        self._keys = Keys(self)

    # --- what is shown -------------------------------------------------------------------------------------------

    def show(self, content: contents.Screen) -> None:
        """Show this content; the same screen stays as long as the kind of content does."""
        if content == self.content:
            return
        if self.screen is None or type(content) is not type(self.content):
            self._change(content)
        assert self.screen is not None
        self.screen.show(content)
        self.content = content
        self._turned()

    def ask(self, question: contents.Question | None) -> None:
        """Lay a question over the screen, or take it away."""
        self.asked = question
        if question is None:
            if self.question is not None:
                self.remove_widget(self.question)
                self.question = None
            self._turned()
            return
        if self.question is None:
            from kiosk.screens.question import QuestionSheet

            self.question = QuestionSheet(self.look, self.hands)
            self.add_widget(self.question)
        self.question.show(question)
        self._turned()

    def sleep(self, asleep: bool) -> None:
        """Black over everything, or the screen again; the touch or key that wakes presses nothing."""
        if asleep and self.night is None:
            self.focus("")
            self.night = Night(self.look, lambda: self.wake())
            self.add_widget(self.night)
            self.night.begin()
        elif not asleep and self.night is not None:
            self.night.end()
            self.remove_widget(self.night)
            self.night = None

    def restyle(self, view: View) -> None:
        """The same content in another look."""
        if view == self.view:
            return
        old, self.view = self.look, view
        self.look = look_of(old.panel, view)
        self.look.language = old.language
        if self.look.same_drawing(old):
            self.look = old
            return
        Window.clearcolor = self.look.theme.paper
        content, asked, focused = self.content, self.asked, self.focused
        old.scribe.forget()
        self.ask(None)
        if content is not None and self.screen is not None:
            self.remove_widget(self.screen)
            self.screen = None
            self.content = None
            self.show(content)
        if asked is not None:
            self.ask(asked)
        self.focused = focused
        self._turned()

    def _turned(self) -> None:
        """Something else is shown: the focus stays where it was, or goes to the first control; the ring follows."""
        if self.focused:
            order = self.order()
            self.focus(self.focused if self.focused in order else next(iter(order), ""))
        self.changed()

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

    # --- what is there -------------------------------------------------------------------------------------------

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

    def outline(self) -> tuple[Node, ...]:
        """What is there for those who do not see it: texts, the controls that are on the stage, in reading order.

        Keys of the keyboard and the button that turns a page belong to the screen alone; they come before the help bar.
        """
        if self.content is None:
            return ()
        controls = {control.test_id: control for control in self._controls()}
        nodes = outline(self.content, self.asked)
        known = {node.id for node in nodes}
        there = [node for node in nodes if not node.control or node.id in controls]
        own = [] if self.asked else [_node(one) for name, one in controls.items() if name not in known]
        bar = next((i for i, node in enumerate(there) if node.id.startswith(BAR)), len(there))
        return (*there[:bar], *own, *there[bar:])

    def rects(self) -> dict[str, Rect]:
        """Where things stand in the window, by the ids of `outline()`; not everything has a place of its own."""
        places = [root.rects() for root in (self.screen, self.question) if root is not None]
        return {key: rect for found in (*places, self.test_ids()) for key, rect in found.items()}

    def _controls(self) -> list[Control]:
        return [w for w in self.walk() if isinstance(w, Control) and w.test_id]

    # --- focus ---------------------------------------------------------------------------------------------------

    def order(self) -> dict[str, Rect]:
        """The controls the focus may stop at, in reading order, and where they stand; px from the upper left."""
        places = self.test_ids()
        return {node.id: places[node.id] for node in self.outline() if node.control}

    def focus(self, test_id: str) -> bool:
        """Give the focus to a control of the outline, or with "" to none. False: it is not there."""
        place = self.order().get(test_id)
        if test_id and place is None:
            return False
        moved, self.focused = test_id != self.focused, test_id
        draw_ring(self, self.look, place)
        if moved:
            self.changed()
        return True

    def move_focus(self, by: int) -> str:
        """To the next control in reading order, or with -1 to the one before. Gives back which it is, "" = none."""
        self.focus(stepped(list(self.order()), self.focused, by))
        return self.focused

    def turn_focus(self, direction: Direction) -> str:
        """To the nearest control in a direction; from nowhere to the first. Gives back which it is, "" = none."""
        order = self.order()
        self.focus(nearest(order, self.focused, direction) if self.focused in order else stepped(list(order), "", 1))
        return self.focused

    def mark(self, test_ids: tuple[str, ...]) -> None:
        """The focus on one control, or the ring around a group; texts that only speech knows get none."""
        order = self.order()
        places = [order[one] for one in test_ids if one in order]
        self.focus(test_ids[0] if len(test_ids) == 1 and places else "")
        if len(places) > 1:
            left, top = min(place.x for place in places), min(place.y for place in places)
            right, bottom = max(place.right for place in places), max(place.bottom for place in places)
            draw_ring(self, self.look, Rect(left, top, right - left, bottom - top))

    def press(self, test_id: str) -> bool:
        """Do what a touch on this control does. False: it is not there, covered by the question, or locked."""
        control = self.find(test_id) if test_id in self.order() else None
        if control is None or not control.pressable():
            return False
        control.act()
        return True


def _node(control: Control) -> Node:
    """A control that only its widget knows."""
    return Node(
        id=control.test_id,
        role=Role.BUTTON,
        name=control.spoken,
        event=control.event,
        locked=not control.pressable(),
    )

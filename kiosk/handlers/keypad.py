"""Operates the whole kiosk by a tactile keypad, an arrow cube or one or two switches: no touch, no picture needed.

Where a key leads is decided by `presenters.walking` and `presenters.scanning`; here keys become the events that touches
would send. While the screen is read aloud, up and down walk through all of it in reading order, left and right turn
pages or go to the control beside; for who sees, arrows go to the nearest control. OK presses. Digits go to the n-th
control, or type letters where something is typed. Star reads again, hash erases a letter. Any key silences speech.
"""

import queue
from collections.abc import Callable
from typing import Literal

from hardware.host.clock import Clock
from hardware.keypad.interface import Key
from kiosk.flows import events as e
from kiosk.flows.session import S
from kiosk.flows.view import SPEEDS, VOLUMES, beside
from kiosk.handlers.conductor import Conductor
from kiosk.handlers.reader import Reader
from kiosk.handlers.scanner import Scanner
from kiosk.presenters import walking
from kiosk.presenters.multitap import MultiTap
from kiosk.texts import say

Direction = Literal["up", "down", "left", "right"]
HEADPHONES = {Key.HEADPHONES_IN: True, Key.HEADPHONES_OUT: False}
WALKS = {Key.UP: -1, Key.DOWN: 1}
TURNS = {Key.LEFT: -1, Key.RIGHT: 1}
ARROWS: dict[Key, Direction] = {Key.UP: "up", Key.DOWN: "down", Key.LEFT: "left", Key.RIGHT: "right"}
SPEED = {Key.SLOWER: (-1, "spoken.slower"), Key.FASTER: (1, "spoken.faster")}
VOLUME = {Key.QUIETER: (-1, "spoken.quieter"), Key.LOUDER: (1, "spoken.louder")}


class KeypadHandler:
    """Keys in from any thread; everything else in the screen's."""

    def __init__(self, *, conductor: Conductor, reader: Reader, scanner: Scanner, clock: Clock) -> None:
        self._conductor, self._reader, self._scanner, self._clock = conductor, reader, scanner, clock
        self._mail: queue.SimpleQueue[Key] = queue.SimpleQueue()
        self._at, self._on = "", ("", False)
        self._tapped = MultiTap()
        self._hinted = ""
        self.mark: Callable[[tuple[str, ...]], None] = lambda _: None
        """Told which controls bear the ring; who draws the screen sets it."""
        self.turn: Callable[[Direction], str] | None = None
        """Moves the ring to the nearest control in a direction and tells which; None: arrows go by reading order."""

    def press(self, key: Key) -> None:
        """A key; from any thread. Speech is silent before the key is even looked at."""
        self._reader.silence()
        self._mail.put(key)

    def knows(self, test_id: str) -> bool:
        """Whether keys can go there: not to what only a widget knows (keys of the keyboard on the screen)."""
        return walking.find(self._reader.nodes, test_id) is not None

    def focused(self, test_id: str) -> None:
        """The window's own focus moved (Tab, assistive technology): keys go on from there, and it is spoken."""
        if test_id != self._at and self.knows(test_id):
            self._at = test_id
            self._said(test_id)

    @property
    def busy(self) -> bool:
        """Whether keys wait, or the mark moves by itself."""
        return not self._mail.empty() or self._reader.view.scanning

    def tick(self) -> None:
        """Do what was pressed, and let the mark step on."""
        while not self._mail.empty():
            self._do(self._mail.get_nowait())
        self._follow()
        marked = self._scanner.tick(self._reader.nodes)
        if marked is not None:
            self.mark(marked)

    def _follow(self) -> None:
        """The screen may have changed under the fingers; read-aloud begins at its top."""
        nodes = self._reader.nodes
        on = (walking.name_of(nodes), self._reader.view.reading)
        at = walking.kept(nodes, self._at) if on == self._on else ""
        if at != self._at:
            self._at = at
            if at or self._reader.view.reading:  # else the stage itself puts the focus on the first control
                self.mark((at,) if at else ())
        self._on = on

    # --- keys ----------------------------------------------------------------------------------------------------

    def _do(self, key: Key) -> None:
        if key in HEADPHONES:
            self._reader.headphones_told(HEADPHONES[key])
            return
        if self._conductor.at_staff:
            return
        self._follow()
        if self._conductor.asking:
            self._answer(key)
            return
        self._conductor.acted()
        if self._greeted():
            return
        if self._reader.view.scanning and key in (Key.OK, Key.NEXT):
            self._switch(key)
        else:
            self._usual(key)
        self._follow()

    def _answer(self, key: Key) -> None:
        """Keys that look around in the question give it new time, OK presses, any other key is a yes."""
        self._conductor.hush()
        if key in ARROWS or key is Key.NEXT:
            self._conductor.attended()
            by = -1 if key in (Key.UP, Key.LEFT) else 1
            self._go(walking.moved(self._reader.nodes, self._at, by, texts=False))
        elif key is Key.OK and self.knows(self._at):
            self._press()
        else:
            self._conductor.emit(e.StillThere())
        self._follow()

    def _greeted(self) -> bool:
        """The first key of a visit: with headphones in, it only begins read-aloud; without, a hint how to begin it."""
        session = self._conductor.session
        if session.state is not S.WELCOME or session.view.reading or session.view.scanning:
            return False
        if self._reader.headphones:
            self._conductor.emit(e.ReadingSwitched())
            return True
        if self._hinted != session.visit:
            self._hinted = session.visit
            self._reader.tell(say("keypad.hint", self._reader.language))
        return False

    def _usual(self, key: Key) -> None:
        if key in ARROWS and self.turn is not None and not self._reader.view.reading:
            self._at = self.turn(ARROWS[key])
        elif key in WALKS:
            texts = self._reader.view.reading
            self._go(walking.moved(self._reader.nodes, self._at, WALKS[key], texts=texts))
        elif key in TURNS:
            self._turn(TURNS[key])
        elif key in SPEED:
            by, said = SPEED[key]
            self._conductor.emit(e.SpeedChosen(beside(SPEEDS, self._reader.view.speed, by)))
            self._reader.tell(say(said, self._reader.language))
        elif key in VOLUME:
            by, said = VOLUME[key]
            self._conductor.emit(e.VolumeChosen(beside(VOLUMES, self._reader.view.volume, by)))
            self._reader.tell(say(said, self._reader.language))
        elif key.value.isdigit():
            self._digit(key.value)
        else:
            self._named(key)

    def _named(self, key: Key) -> None:
        match key:
            case Key.OK:
                self._press()
            case Key.BACK:
                self._bar("bar.back", e.Back(), "keypad.no_back")
            case Key.HELP:
                self._bar("bar.help", e.HelpOpened(), "keypad.help")
            case Key.READ:
                self._conductor.emit(e.ReadAloud())
            case Key.STAR if self._reader.view.reading:
                self._reader.again()
            case Key.STAR:
                self._conductor.emit(e.ReadingSwitched())
            case Key.HASH if erase := walking.event_of(self._reader.nodes, walking.ERASE):
                self._conductor.emit(erase)
            case Key.HASH if walking.field_of(self._reader.nodes):
                self._conductor.emit(e.Erased())
                self._tapped = MultiTap()
            case Key.NEXT:
                self._go(walking.moved(self._reader.nodes, self._at, 1, texts=self._reader.view.reading))
            case _:
                pass  # hash where nothing is typed: it was silent already

    def _go(self, test_id: str) -> None:
        if not test_id:
            return
        self._at = test_id
        self.mark((test_id,))
        self._said(test_id)

    def _said(self, test_id: str) -> None:
        at = walking.position(self._reader.nodes, test_id, texts=self._reader.view.reading)
        self._reader.focused(test_id, at)

    def _turn(self, by: int) -> None:
        before = self._reader.nodes
        page = walking.page(before, by)
        if page is not None and page.event is not None:
            self._conductor.emit(page.event)
            if page.id.startswith("page."):
                self._reader.names(walking.fresh_controls(before, self._reader.nodes), interrupt=False)
        else:
            self._go(walking.moved(self._reader.nodes, self._at, by, texts=False))

    def _press(self) -> None:
        node = walking.find(self._reader.nodes, self._at)
        if node is None:
            self._go(walking.moved(self._reader.nodes, "", 1, texts=self._reader.view.reading))
        elif node.event is not None and node.control:
            self._conductor.emit(*((node.event, node.then) if node.then else (node.event,)))
        else:
            self._go(node.id)

    def _bar(self, test_id: str, event: e.Event, otherwise: str) -> None:
        if walking.find(self._reader.nodes, test_id) is not None:
            self._conductor.emit(event)
        else:
            self._reader.tell(say(otherwise, self._reader.language))

    def _digit(self, digit: str) -> None:
        nodes = self._reader.nodes
        if typed_digit := walking.event_of(nodes, f"{walking.DIGIT}{digit}"):
            self._conductor.emit(typed_digit)
        elif walking.field_of(nodes):
            now = self._clock.monotonic()
            self._tapped, tapped = self._tapped.press(digit, now, self._reader.language)
            typed = e.Typed(tapped.sign)
            self._conductor.emit(*((e.Erased(), typed) if tapped.instead else (typed,)))
            self._at = walking.field_of(nodes)
        elif digit == "0":
            self._reader.tell(say("keypad.help", self._reader.language))
        elif test_id := walking.nth_control(nodes, int(digit)):
            self._go(test_id)
        else:
            count = len([node for node in nodes if node.control])
            self._reader.tell(say("keypad.fewer", self._reader.language, n=count))

    def _switch(self, key: Key) -> None:
        """With scanning on: OK presses what bears the mark, the other switch moves it on."""
        if key is Key.NEXT:
            self.mark(self._scanner.step(self._reader.nodes))
            return
        self._at = self._scanner.enter(self._reader.nodes)
        if self._at:
            node = walking.find(self._reader.nodes, self._at)
            if node is not None and node.control:
                self._press()
            else:
                self._reader.again()
        self.mark(self._scanner.marked(self._reader.nodes))

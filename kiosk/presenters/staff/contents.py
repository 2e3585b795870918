"""What the screens of the staff corner show: plain frozen data, in the staff's language."""

from typing import Literal

from msgspec import Struct

from kiosk.flows.events import Event
from kiosk.presenters.contents import Action, Choice, Frame, IconLine, Message

Tone = Literal["", "ok", "warn", "fault"]


class PinPad(Struct, frozen=True, kw_only=True):
    """A keypad and as many dots as digits were typed."""

    frame: Frame
    title: str
    lead: str
    typed: int
    """Digits typed."""
    last: str
    """The newest digit while it may be seen, else ""."""
    places: int
    """Boxes drawn at least."""
    clear_text: str = ""
    """What is typed, where it is no secret: shown instead of dots."""
    line: IconLine | None
    """What came of the last attempt."""
    hint: str
    """That digits are covered."""
    digits: tuple[Action, ...]
    """1 to 9, then 0; with keys on them, as on the tactile keypad."""
    erase: Action
    clear: Action
    go: Action


class StaffMenu(Struct, frozen=True, kw_only=True):
    """What needs somebody now, and where to go: eight tiles."""

    frame: Frame
    title: str
    lines: tuple[IconLine, ...]
    """Four at most."""
    tiles: tuple[Action, ...]
    note: str


class BoardRow(Struct, frozen=True, kw_only=True):
    """One line of a list: icon, name, state in words, sign in its tone."""

    test_id: str
    icon: str
    name: str
    state: str
    tone: Tone = ""
    chosen: bool = False
    event: Event


class StaffBoard(Struct, frozen=True, kw_only=True):
    """A list to read, the chosen row in full, and what can be done about it."""

    frame: Frame
    title: str
    chip: IconLine | None = None
    """What the list comes to: "2 Hinweise"."""
    rows: tuple[BoardRow, ...]
    empty: str = ""
    """Instead of rows."""
    heading: str
    sentences: tuple[str, ...] = ()
    said: IconLine | None = None
    """What came of the last touch, instead of the sentences."""
    choices: tuple[Choice, ...] = ()
    """One segment above the buttons."""
    actions: tuple[Action, ...] = ()
    """Four at most."""
    up: Action | None = None
    down: Action | None = None
    note: str


class Bar(Struct, frozen=True, kw_only=True):
    """One bar: its name, its length, its value in words."""

    label: str
    value: str
    share: float
    """Of the longest, 0 to 1."""


class FiguresPage(Struct, frozen=True, kw_only=True):
    """One picture of the day."""

    frame: Frame
    title: str
    lead: str
    bars: tuple[Bar, ...]
    """At most ten."""
    empty: str
    """Instead of bars."""
    heading: str
    lines: tuple[IconLine, ...]
    views: tuple[Choice, ...]
    note: str


StaffScreen = PinPad | StaffMenu | StaffBoard | FiguresPage | Message

"""What contents of screens are made of: controls, lines, rows, and the frame around every screen."""

from typing import Literal

from msgspec import Struct

from kiosk.flows.events import Event


class Action(Struct, frozen=True, kw_only=True):
    """A control. `event` None or `locked` set: it cannot be pressed and `locked` says why."""

    test_id: str
    label: str
    icon: str = ""
    event: Event | None = None
    primary: bool = False
    locked: str = ""
    short: str = ""
    """One word that may stand for the label where large type or a low desk leaves little room."""
    then: Event | None = None
    """Sent right after `event`, as one act."""


class IconLine(Struct, frozen=True, kw_only=True):
    """An icon, words in bold, then words in regular weight."""

    icon: str
    bold: str = ""
    rest: str = ""
    tone: Literal["", "ok", "warn", "fault"] = ""


class Row(Struct, frozen=True, kw_only=True):
    """A list row. `value` stands right, bold over `value_note`."""

    test_id: str
    icon: str
    title: str
    second: str = ""
    second_tone: Literal["", "warn"] = ""
    value: str = ""
    value_note: str = ""
    chosen: bool = False
    event: Event


class Frame(Struct, frozen=True, kw_only=True):
    """What stands around every screen."""

    language: str
    house: str
    town: str
    clock: str
    """"10:42"."""
    help_bar: tuple[Action | None, ...]
    """Always five places: back, finish, read aloud, view, help; None = empty place."""
    no_name_hint: str = ""
    """"Ohne Namen": shown with a shield over the first two places when both are empty."""
    notice: str = ""
    """A notice of the house for today, shown on the welcome screen."""
    only_german: IconLine | None = None
    """"Nur auf Deutsch", below the house's name: all or some texts of the screen are not translated."""
    more_label: str = ""
    """"Weiterlesen": on the button that turns the page, shown where what is to be read needs more than one."""
    further_label: str = ""
    """"Weitere": on the same button where only further controls follow."""
    footer: str = ""
    """Read-only text for the strip below the reach zone (opening hours)."""
    private: frozenset[str] = frozenset()
    """Ids of the outline that are spoken only into headphones: a code, the kind of a document."""
    hold: Event | None = None
    """Sent when the mark is held for three seconds: the staff's way in, on the welcome screen only."""


class Choice(Struct, frozen=True, kw_only=True):
    """One part of a segment."""

    test_id: str
    label: str
    chosen: bool
    event: Event


class StepRow(Struct, frozen=True, kw_only=True):
    number: str
    text: str
    metres: str
    current: bool

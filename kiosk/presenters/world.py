"""What presenters may look at: the content, the time, the queues, what the devices say. Read only."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from content.model.content import Content
from content.model.town import KioskPlace
from content.wayfinding.route import NoWay, Route
from kiosk.pickup.model import TerminalView
from kiosk.staff.kept import Pause
from kiosk.ticketing.model import QueueState, Ticket


class Found(Struct, frozen=True):
    """Hits of a search, best first, and the words that were searched instead ("" where none were corrected)."""

    ids: tuple[str, ...]
    corrected: str = ""


class Knowledge(Protocol):
    """Answers from the content; may take milliseconds, never seconds."""

    def services(self, query: str, language: str) -> Found:
        """Ids of services."""
        ...

    def places(self, query: str, language: str) -> Found:
        """Ids of rooms, areas and marks."""
        ...

    def words(self, query: str, language: str, kind: str) -> Sequence[str]:
        """Up to three completions of the last word; `kind` is "services" or "places"."""
        ...

    def place_name(self, place: str, language: str) -> str:
        """How a room is called to its face: "Zimmer 1.07", "Kasse"."""
        ...

    def place_level(self, place: str) -> float:
        """Its level."""
        ...

    def way(self, place: str, step_free: bool) -> Route | NoWay:
        """From this kiosk to `place`."""
        ...

    def directions(self, route: Route, language: str) -> Sequence[str]:
        """One text a step."""
        ...

    def level_name(self, level: float, language: str) -> str:
        """ "1. Stock"."""
        ...


class PrinterView(Struct, frozen=True):
    """What is known of the printer: a HardwareError code, "" = it works; and since when."""

    trouble: str = ""
    since: datetime | None = None
    paper_low: bool = False
    """Staff should put in a roll soon; visitors need not know."""


class SpeechView(Struct, frozen=True):
    """What is known of the voice that reads screens aloud."""

    available: bool = False
    speaking: bool = False
    private: bool = False
    """Headphones are plugged: nobody else hears it."""


class World(Struct, frozen=True, kw_only=True):
    """Everything a screen may say, besides the session."""

    content: Content
    kiosk: KioskPlace
    now: datetime
    queues: Mapping[str, QueueState]
    knowledge: Knowledge
    ticket: Ticket | None = None
    """The number of the session on the screen."""
    printer: PrinterView = PrinterView()
    phone_payload: str = ""
    """What the phone's code says of the session's number or way."""
    speech: SpeechView = SpeechView()
    portrait: bool = True
    """Whether the panel stands upright."""
    pause: Pause | None = None
    """Staff paused the whole kiosk."""
    terminal: TerminalView = TerminalView()
    """The pickup terminal, where this machine has one."""

"""What the conductor works with: the desk at the printer, the content, the staff corner, the compartments."""

from collections.abc import Mapping
from typing import Protocol

from content.model.content import Content
from kiosk.flows import events as e
from kiosk.flows.effects import DrawNumber, PrintNumber, PrintWay, SettleTicket
from kiosk.flows.pickup_effects import PickupEffect
from kiosk.flows.session import Session
from kiosk.pickup.model import TerminalView
from kiosk.presenters.staff.contents import StaffScreen
from kiosk.presenters.world import Knowledge, PrinterView
from kiosk.staff.kept import Pause
from kiosk.ticketing.model import QueueState, Ticket


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

    def wanted(self, language: str, by: e.Event | None = None) -> None:
        """Open it; `by` a known card, else the PIN is asked for."""
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


class Compartments(Protocol):
    """The worker at the lockers, seen from the screen's thread."""

    @property
    def view(self) -> TerminalView:
        """The terminal as it was a moment ago."""
        ...

    def do(self, effect: PickupEffect) -> None:
        """Take an effect; its outcome comes back as events."""
        ...

    def leave(self, visit: str) -> None:
        """A visit is over: what was proven in it counts no longer."""
        ...

    def look(self, wanted: bool) -> None:
        """Whether codes are to be read now; a camera is off otherwise."""
        ...


class NoCompartments:
    """`Compartments` of a kiosk that has none."""

    view = TerminalView()

    def do(self, effect: PickupEffect) -> None:
        """No screen leads here."""

    def leave(self, visit: str) -> None:
        """Nothing was proven."""

    def look(self, wanted: bool) -> None:
        """Nothing reads codes."""

"""A small town hall for these tests: three concerns, hours that can be shut, a clock that moves when told."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from content.model.text import Text
from content.model.town import Concern
from hardware.host.clock import FakeClock
from hardware.printer.interface import Block, Line
from kiosk.ticketing.issuing import TicketIssuer
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.model import Ticket
from kiosk.ticketing.queues import Queues
from kiosk.ticketing.steps import OnStep, unwatched
from tests.kiosk.ticketing.scripted_printer import PrinterStep, ScriptedPrinter

CET = timezone(timedelta(hours=1))
MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=CET)


def concern(name: str, prefix: str, **other: Any) -> Concern:
    """A concern with everything it must have."""
    given: dict[str, Any] = {"rooms": ("1.07",), "waiting_area": "W-BLAU", **other}
    return Concern(id=name, title=Text({"de": name}), prefix=prefix, icon="passport", office="citizens", **given)


CONCERNS: Mapping[str, Concern] = {
    one.id: one
    for one in (
        concern("passport", "A", minutes_each=2.0),
        concern("car", "B", rooms=("0.03", "0.04"), daily_contingent=3),
        concern("urgent", "U", priority=1, minutes_each=5.0),
    )
}


class Hours:
    """Open, but for those named in `shut`."""

    def __init__(self) -> None:
        self.shut: set[str] = set()
        self.opens = MORNING + timedelta(days=1)

    def is_open(self, concern: Concern, at: datetime) -> bool:
        """Whatever the moment."""
        return concern.id not in self.shut

    def next_opening(self, concern: Concern, at: datetime) -> datetime | None:
        """Tomorrow."""
        return self.opens


def compose(ticket: Ticket, wish: Any) -> tuple[Block, ...]:
    """The number alone."""
    return (Line(ticket.label, size=8),)


class House:
    """Everything of one kiosk, on the disk of `folder`."""

    def __init__(
        self,
        folder: Path,
        clock: FakeClock,
        *,
        step: OnStep = unwatched,
        printer_step: Callable[[PrinterStep], None] = lambda _: None,
        concerns: Mapping[str, Concern] = CONCERNS,
        hours: Hours | None = None,
        boot: str = "boot-1",
    ) -> None:
        self.clock, self.hours, self.concerns = clock, hours or Hours(), dict(concerns)
        self.printer = ScriptedPrinter(folder / "world", printer_step)
        self.ledger = Ledger(folder / "state", clock, boot=boot, step=step)
        self.queues = Queues(ledger=self.ledger, clock=clock, concerns=lambda: self.concerns, opening=self.hours)
        self.wishes: list[Any] = []
        self.issuer = TicketIssuer(
            ledger=self.ledger,
            printer=self.printer,
            clock=clock,
            concerns=lambda: self.concerns,
            opening=self.hours,
            compose=self._compose,
        )
        self.compose = compose

    def _compose(self, ticket: Ticket, wish: Any) -> tuple[Block, ...]:
        self.wishes.append(wish)
        return self.compose(ticket, wish)

    def draw(self, visit: str, concern_id: str = "passport") -> Ticket:
        """A number for `visit`."""
        return self.issuer.draw(visit, concern_id)

    def drawn_and_printed(self, visit: str, concern_id: str = "passport") -> Ticket:
        """A number on paper, if the printer does."""
        return self.issuer.print(self.draw(visit, concern_id).id)

    def ticket(self, ticket: Ticket) -> Ticket:
        """As it stands now."""
        with self.ledger.read() as page:
            return page.ticket(ticket.id)

    def happened(self, ticket: Ticket) -> list[str]:
        """What happened to it."""
        with self.ledger.read() as page:
            return [event.what for event in page.events(ticket.id)]

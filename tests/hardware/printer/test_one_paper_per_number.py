"""Numbers, ledger, driver and a printer on the wire together: one paper for one number, whatever happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.host.clock import FakeClock, SystemClock
from hardware.printer.escpos import EscposPrinter
from hardware.printer.settings import PrinterSettings
from kiosk.ticketing.issuing import TicketIssuer
from kiosk.ticketing.ledger import Ledger
from kiosk.ticketing.model import Ticket
from kiosk.ticketing.model import TicketState as S
from tests.emulators.escpos_printer import EscposEmulator
from tests.kiosk.ticketing.world import CONCERNS, MORNING, Hours, compose


class Kiosk:
    """Ledger and issuer on the real driver."""

    def __init__(self, folder: Path, printer: EscposPrinter, emulator: EscposEmulator) -> None:
        clock = FakeClock(MORNING)
        self.printer, self.emulator = printer, emulator
        self.ledger = Ledger(folder, clock, boot="boot-1")
        self.issuer = TicketIssuer(
            ledger=self.ledger,
            printer=printer,
            clock=clock,
            concerns=lambda: CONCERNS,
            opening=Hours(),
            compose=compose,
        )

    def drawn_and_printed(self, visit: str) -> Ticket:
        """As a tap does it."""
        return self.issuer.print(self.issuer.draw(visit, "passport").id)

    def state(self, ticket: Ticket) -> S:
        """As it stands now."""
        with self.ledger.read() as page:
            return page.ticket(ticket.id).state

    def settle(self) -> None:
        """What the worker does every few seconds, until the printer holds nothing."""
        for _ in range(20):
            status = self.printer.status()
            self.issuer.note_late_results()
            if status.answers and not status.holds_job:
                return
        raise AssertionError("the printer holds its job for ever")

    def labels(self) -> list[str]:
        """On all papers, in order."""
        return [line for paper in self.emulator.papers for line in paper.text.splitlines() if line]


@pytest.fixture
def kiosk(tmp_path: Path, printer: EscposPrinter, emulator: EscposEmulator) -> Iterator[Kiosk]:
    """With a printer that works."""
    made = Kiosk(tmp_path / "state", printer, emulator)
    yield made
    made.ledger.close()


def test_a_morning_without_accidents(kiosk: Kiosk) -> None:
    for visit in range(1, 6):
        assert kiosk.drawn_and_printed(f"visit-{visit}").state is S.PRINTED
    assert kiosk.labels() == ["A001", "A002", "A003", "A004", "A005"]


def test_paper_ends_and_the_visitor_taps_on(kiosk: Kiosk) -> None:
    kiosk.emulator.set(paper_out=True)
    first = kiosk.drawn_and_printed("visit-1")
    assert first.state is S.NOT_PRINTED
    assert kiosk.drawn_and_printed("visit-1").state is S.NOT_PRINTED
    kiosk.emulator.refill()
    assert kiosk.drawn_and_printed("visit-1").state is S.PRINTED
    assert kiosk.labels() == ["A001"]


def test_paper_ends_in_mid_job(kiosk: Kiosk) -> None:
    kiosk.emulator.run_out_after(1)
    first = kiosk.drawn_and_printed("visit-1")
    assert first.state is S.UNCONFIRMED
    assert kiosk.drawn_and_printed("visit-1").state is S.UNCONFIRMED, "a second tap sends nothing"
    second = kiosk.drawn_and_printed("visit-2")
    assert second.state is S.NOT_PRINTED
    kiosk.emulator.refill()
    kiosk.emulator.wait_for(lambda: len(kiosk.emulator.papers) == 1)
    kiosk.settle()
    assert kiosk.state(first) is S.PRINTED
    assert kiosk.issuer.print(second.id).state is S.PRINTED
    assert kiosk.labels() == ["A001", "A002"]


@pytest.mark.parametrize("count", [0, 11, 12, 15, 23, 24, 30, 38, 45, 60])
def test_a_cable_pulled_at_any_byte(kiosk: Kiosk, count: int) -> None:
    assert kiosk.printer.status().ready
    kiosk.emulator.unplug_after(count)
    first = kiosk.drawn_and_printed("visit-1")
    kiosk.emulator.unplug()
    kiosk.emulator.plug()
    kiosk.settle()
    for _ in range(2):
        kiosk.issuer.print(first.id)
    assert kiosk.drawn_and_printed("visit-2").state is S.PRINTED
    assert kiosk.labels().count("A001") <= 1
    assert kiosk.labels().count("A002") == 1
    if kiosk.state(first) is S.PRINTED:
        assert kiosk.labels().count("A001") == 1


def test_a_power_cut_while_a_ticket_is_held(kiosk: Kiosk) -> None:
    kiosk.emulator.run_out_after(1)
    first = kiosk.drawn_and_printed("visit-1")
    kiosk.emulator.power_off()
    assert kiosk.drawn_and_printed("visit-2").state is S.NOT_PRINTED
    kiosk.emulator.refill()
    kiosk.emulator.power_on(noise=b"\x00\xff\x00")
    kiosk.settle()
    assert kiosk.state(first) is S.UNCONFIRMED
    assert kiosk.drawn_and_printed("visit-2").state is S.PRINTED
    assert kiosk.labels() == ["A001", "A002"]
    assert [len(paper.text.split()) for paper in kiosk.emulator.papers][-1] == 1, "each on its own paper"


def test_a_restart_of_the_process_prints_nothing_again(kiosk: Kiosk, settings: PrinterSettings, tmp_path: Path) -> None:
    kiosk.emulator.run_out_after(1)
    first = kiosk.drawn_and_printed("visit-1")
    kiosk.printer.close()
    kiosk.ledger.close()
    again = Kiosk(tmp_path / "state", EscposPrinter(settings, clock=SystemClock()), kiosk.emulator)
    again.issuer.recover()
    assert again.state(first) is S.UNCONFIRMED
    second = again.drawn_and_printed("visit-2")
    assert second.state is S.NOT_PRINTED
    kiosk.emulator.refill()
    again.settle()
    assert again.issuer.print(first.id).state is S.UNCONFIRMED
    assert again.issuer.print(second.id).state is S.PRINTED
    assert again.labels() == ["A001", "A002"]
    again.printer.close()
    again.ledger.close()

"""A printer out of service: nothing is sent, it says so, and what it held before is still told."""

from datetime import UTC, datetime

from hardware.host.clock import FakeClock
from hardware.printer.interface import Outcome
from hardware.printer.settings import PrinterSettings
from hardware.printer.simulator import SimulatedPrinter
from hardware.printer.switch import RESTING, SwitchedPrinter
from tests.hardware.printer.papers import ticket

CLOCK = FakeClock(datetime(2026, 11, 25, tzinfo=UTC))


def simulated() -> SimulatedPrinter:
    return SimulatedPrinter(PrinterSettings(driver="simulator", simulated_seconds=0.0), clock=CLOCK)


def test_at_rest_nothing_is_sent_and_in_service_it_prints() -> None:
    inner = simulated()
    printer = SwitchedPrinter(inner, resting=True)
    assert printer.status().fault == RESTING
    assert not printer.status().ready
    assert printer.print(ticket()).outcome is Outcome.NOT_SENT
    assert inner.papers() == ()
    printer.resting = False
    assert printer.status() == inner.status()
    assert printer.print(ticket()).outcome is Outcome.PRINTED


def test_what_comes_out_later_is_told_at_rest_too() -> None:
    inner = simulated()
    printer = SwitchedPrinter(inner, resting=False)
    inner.set_fault("paper_out_mid_job", True)
    assert printer.print(ticket()).outcome is Outcome.UNCONFIRMED
    printer.resting = True
    assert printer.status().holds_job
    inner.refill()
    assert [result.outcome for result in printer.late_results()] == [Outcome.PRINTED]
    printer.close()
